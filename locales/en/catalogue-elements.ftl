# Elements of trafficking in persons and of smuggling of migrants, side by side.

# The elements of the two crimes, shown side by side

element-tip = Trafficking in persons
element-tip-meaning = Someone recruits, moves or houses a person, by means of coercion, deception or abuse, in order to exploit that person. No border is needed.
element-tip-act = Act
element-tip-act-meaning = Someone recruits, transports, transfers, houses, hides or receives the person
element-tip-means = Means
element-tip-means-meaning = Threat, force, coercion, abduction, fraud, deception, abuse of power or of vulnerability, or payment to someone with control; not needed for a child
element-tip-purpose = Purpose of exploitation
element-tip-purpose-meaning = Exploitation, begun or planned: sexual, forced labour or services, slavery, servitude, removal of organs and more
element-som = Smuggling of migrants
element-som-meaning = For a benefit, someone gets a person across a border without the required papers. The person is not liable for having been smuggled.
element-som-crossing = Crossing of a border
element-som-crossing-meaning = The person crossed, or tried to cross, without meeting the conditions of entry
element-som-facilitation = Help to cross
element-som-facilitation-meaning = Someone else arranged or carried out the crossing
element-som-benefit = Benefit
element-som-benefit-meaning = The organiser got or was promised money or another material benefit; without it there is no smuggling of migrants in UN law
element-som-documents = False papers
element-som-documents-meaning = Someone supplied false, altered or borrowed papers, for a benefit, so that the person could cross
element-som-stay = Help to stay
element-som-stay-meaning = Someone was paid to make an irregular stay possible, by false papers or other unlawful arrangements
element-som-aggravation = Danger or ill-treatment on the journey
element-som-aggravation-meaning = Life or safety was endangered, or the person was treated inhumanly, degraded or exploited
