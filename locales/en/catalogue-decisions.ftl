# The reason of each row of the decision table.

decision-dt01 = Child: an act and exploitation, begun or planned, are enough; no means is needed
decision-dt02 = All three elements are indicated; the aim is enough, exploitation need not have begun
decision-dt03 = Child exploited or about to be; the act is not shown yet, though someone housing or receiving the child often can be
decision-dt04 = Exploitation and at least a sign of means; the act or the full means are not shown yet
decision-dt05 = Child: one strong fact of exploitation
decision-dt06 = One strong fact of exploitation and at least a sign of means
decision-dt07 = The fee is to be worked off: possible debt bondage, whatever is known of payment or crossing
decision-dt08 = Means are shown; the aim is not clear yet
decision-dt09 = A child with a sign of control or of abused vulnerability
decision-dt10 = Planned exploitation is recorded; act or means are not shown yet
decision-dt11 = Exploitation of an adult; means not shown yet, perhaps because nobody asked or it is not safe to answer. A labour, sexual or other offence is possible in any case
decision-dt12 = Danger, inhuman or degrading treatment, force or extortion during smuggling of migrants
decision-dt13 = Danger or ill-treatment on the journey; payment, crossing or organiser not shown or not asked, or family help that put life in danger
decision-dt14 = Smuggling of migrants is indicated; the person has rights of protection and is not liable for having been smuggled
decision-dt15 = Help in crossing without material benefit is outside the UN offence; national law may go further
decision-dt16 = Some facts of smuggling of migrants; benefit, crossing or organiser not shown and not ruled out
decision-dt17 = Every other child; never lower than this, whatever was or was not asked
decision-dt18 = Something was observed that does not yet fit
decision-dt19 = Nothing was observed, but the short form was not fully asked or a question was refused
decision-dt20 = The short form was fully asked and nothing was observed
