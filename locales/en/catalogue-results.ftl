# Results of screening. A result is advice and no decision about a person.

# Short label, then its meaning; tone: advice, never a decision

result-tip-indicated = Signs of trafficking in persons
result-tip-indicated-meaning = All elements of trafficking in persons are indicated. Offer referral today; only the competent authority decides on reasonable grounds.
result-tip-possible = Possible trafficking in persons
result-tip-possible-meaning = Some elements of trafficking in persons are shown. Give support now and hold a second talk. Nothing is closed.
result-exploitation-means-not-shown = Signs of exploitation; means not shown yet
result-exploitation-means-not-shown-meaning = Exploitation of an adult is indicated; how it was brought about is not shown yet. Help now. Screen again for trafficking in persons.
result-aggravated-som = Signs of smuggling of migrants with danger or ill-treatment
result-aggravated-som-meaning = Smuggled in danger, with ill-treatment, force or extortion. Give assistance. Ask again about trafficking in persons after rest.
result-aggravated-som-possible = Possible danger or ill-treatment on a smuggling journey
result-aggravated-som-possible-meaning = Danger or ill-treatment on the journey is indicated; the elements of smuggling of migrants are not complete. Give assistance and screen again.
result-som = Signs of smuggling of migrants
result-som-meaning = The person has rights and is not liable for having been smuggled. Ask again about trafficking in persons after rest; both can happen to one person.
result-facilitation-without-benefit = Help in crossing without benefit shown
result-facilitation-without-benefit-meaning = Help in crossing is shown, with no benefit; this lies outside smuggling of migrants in UN law. The person keeps the same safeguards.
result-som-possible = Possible smuggling of migrants
result-som-possible-meaning = Some facts of smuggling of migrants are shown; the elements are not complete. The person keeps all rights and is not liable for having been smuggled.
result-child-protection = Child: protection decides the next step
result-child-protection-meaning = No more specific result is reached for this child. Child protection services decide the next step. It never goes lower than this.
result-more-facts-needed = More facts needed
result-more-facts-needed-meaning = The facts are incomplete. Finish the questions, offer services and meet again.
result-no-indication-now = No sign seen today
result-no-indication-now-meaning = The whole short form was asked and nothing was observed today. This says nothing about yesterday or tomorrow, and it lapses.
