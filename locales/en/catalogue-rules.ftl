# Why an input was reached and why an action was added.

# Why an input was reached, and why an action was added

strength-strong = Strong
strength-medium = Medium
strength-weak = Weak
rule-two-strong = Two strong facts in one group
rule-one-strong-one-medium = One strong and one medium fact in one group
rule-one-strong-one-weak = One strong and one weak fact in one group
rule-three-medium = Three medium facts in one group
rule-two-medium-one-weak = Two medium facts and one weak fact in one group
rule-informality-counts-once = Signs of informal work count once
rule-exploitation-per-se = One fact that is exploitation by its own text
rule-means-per-se = One fact that is a means by its own text
rule-means-implied-by-exploitation = The form of exploitation itself is a sign of means
rule-act-any-one = One fact of recruiting, moving, housing or receiving is enough
rule-smuggling-legal-elements = Crossing, help and benefit are shown, or papers and benefit, or help to stay for a benefit
rule-aggravation-one-strong-or-two-medium = One strong fact of danger or ill-treatment, or two medium ones
always-aa-child = Because the person is, or may be, a child
always-aa-child-urgent = Because a child shows a strong fact of exploitation
always-aa-danger = Because there was danger or ill-treatment on the journey
always-aa-smuggling = Because facts of smuggling of migrants were observed
always-aa-labour = Because facts about work were observed
always-aa-age-unknown = Because the age is not known
always-aa-age-conflict = Because an age of adult was noted with a fact that only fits a child
always-aa-refused = Because something was refused, which is a right
always-aa-unfinished = Because some questions of the short form are still open
always-aa-benefit-contradiction = Because benefit was ruled out and also observed
also-1 = There are also signs of smuggling of migrants with danger; protection against trafficking in persons comes first
also-2 = There are also signs of smuggling of migrants; protection against trafficking in persons comes first
also-3 = There is also danger or ill-treatment on the journey; the elements of smuggling of migrants are not complete
also-4 = There are also some facts of smuggling of migrants; the elements are not complete
also-5 = Help in crossing without benefit is no second finding
age-basis-stated = Age as stated
age-basis-child-only-fact = Treated as a child: a fact was observed that only fits a child
age-basis-believed-child = Treated as a child: age unknown, believed to be a child
age-basis-more-protective = Age unknown: the more protective of both results was kept
