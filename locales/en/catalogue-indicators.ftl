# The indicators of screening: what an officer can tick.

# Deceptive recruitment

indicator-deceived-job-nature = Was told a false story about the kind of job, the place or the employer
indicator-deceived-sexual-purpose = Recruited for an ordinary job, study, travel or relationship, then made to provide sexual services
indicator-deceived-work-conditions = Real working conditions are very different from those promised
indicator-deceived-contract = Contract swapped, unsigned, unread, unlawful or in a language not understood
indicator-deceived-wages = The pay promised at recruitment turned out to be false
indicator-deceived-housing = False story about housing or living conditions
indicator-deceived-legal-status = Misled about papers or about the right to stay or work
indicator-deceived-family-reunification = Misled about joining family or bringing family over
indicator-deceived-marriage-adoption = Drawn in by a promise of marriage, relationship or adoption
indicator-deceived-travel-conditions = Misled about the journey or the terms on which it was arranged
indicator-deceived-education = Promise of schooling, training or a scholarship that did not exist
indicator-deceived-sport-trial = Promised a club trial, contract or academy place that does not exist or that the club never agreed to
indicator-deceived-online-job = Answered an online offer with very high pay, no interview, a paid flight and a vague employer
indicator-deceived-medical = False information about a medical procedure, its risks, its payment or the donor’s status
indicator-deceived-surrogacy = Deceived about surrogacy, or never freely informed: terms, medical care or what happens to the child

# Coercive recruitment

indicator-rec-violence = Violence was used against the person at recruitment or during transfer
indicator-rec-abduction = Abducted, sold, or forced into marriage or adoption as the way in
indicator-rec-documents-taken = Identity or travel papers taken during recruitment or travel
indicator-rec-debt-bondage = Recruitment or travel debt on terms that cannot be met or that keep changing
indicator-rec-isolation = Kept apart, confined or watched before or during the journey
indicator-rec-threat-violence = Threat of violence to make the person go
indicator-rec-threat-family = Family threatened or harmed to make the person comply
indicator-rec-threat-denounce = Threat, during recruitment, to report the person to the authorities
indicator-rec-threat-shame = Threat to tell family, community or the public, or to show intimate images
indicator-rec-ritual-oath = Bound by an oath or ritual that makes refusing or speaking feel dangerous
indicator-rec-payment-third-party = Money or benefits given to a parent, guardian or partner to hand the person over

# Abuse of vulnerability at recruitment

indicator-vul-family-situation = Recruiter took advantage of a difficult family situation
indicator-vul-irregular-status = Recruiter took advantage of an irregular or insecure legal status
indicator-vul-language-education = Recruiter took advantage of little schooling, reading or language
indicator-vul-lack-information = Recruiter took advantage of a lack of information about destination, rights or law
indicator-vul-economic = Recruiter took advantage of poverty or an urgent need of money
indicator-vul-emotional-dependency = Recruiter built an emotional or romantic dependency
indicator-vul-false-success-stories = Recruiter told false stories of successful migration or of how authorities act
indicator-vul-beliefs = Cultural or religious beliefs were used against the person
indicator-vul-disability-addiction = Disability, mental illness, homelessness or dependency was targeted
indicator-vul-displaced = Recruited in a refugee camp, disaster area, care institution or transit place
indicator-vul-unaccompanied-child = Child is unaccompanied, separated, or missing from care

# Exploitation

indicator-exp-excessive-hours = Works too many days or hours
indicator-exp-low-no-pay = Paid little or nothing
indicator-exp-wage-manipulation = Wages cut by deductions that are unexplained or too high
indicator-exp-hazardous = Dangerous work without protection
indicator-exp-bad-living = Degrading or overcrowded living conditions tied to the work
indicator-exp-bad-working = Very bad working conditions
indicator-exp-no-labour-law = Labour law or the signed contract is not respected
indicator-exp-no-social-protection = No contract, registration or social insurance
indicator-exp-no-education = A child who works has no access to education
indicator-exp-adult-sexual-control = A third party arranges, prices and times sexual services and keeps the money
indicator-exp-child-sexual = Child used in prostitution, sexual performance or sexual images
indicator-exp-child-tourism = Child brought to visitors at hotels, homes, beaches or clubs for money or gifts
indicator-exp-child-hazardous = Child does dangerous, night-time or physically excessive work
indicator-exp-begging-quota = Made to beg or sell small goods and hand over a fixed sum each day
indicator-exp-begging-school = Pupils sent out to beg or work by a teacher or religious boarding school that keeps the money
indicator-exp-school-fees-labour = Pupil works for a teacher, sponsor or host family in exchange for schooling that is not given
indicator-exp-forced-crime = Made to steal, carry or grow drugs, commit fraud or work in scams for the profit of others
indicator-exp-county-lines = Child found far from home with drugs, several phones or unexplained cash
indicator-exp-domestic-live-in = Live-in domestic worker on call day and night, without private space, days off or leave to go out alone
indicator-exp-sport-abandoned = Young athlete left without contract, pay, papers or return ticket after a failed or invented trial
indicator-exp-sport-fee = Player or family paid an agent who holds the passport and claims future earnings
indicator-exp-forced-marriage = Married without free consent and made to provide work or sex
indicator-exp-illegal-adoption = Child passed on for gain or exploitation by payment, false papers or forced consent, outside lawful adoption; an open placement with relatives is not meant
indicator-exp-organ = Prepared for the removal of an organ, or organ removed, for the gain of others and without valid consent
indicator-exp-surrogacy = Woman made to carry a pregnancy for others by force, threat, debt or abuse of vulnerability
indicator-exp-child-soldier = Child recruited or used by armed forces or groups
indicator-exp-benefits = Identity or presence used to draw benefits, loans or accounts that others keep
indicator-exp-descent-slavery = Treated as owned or inherited by a master or a family: works without pay, cannot leave or marry freely, or the children belong to the master
indicator-exp-armed-group-wife = Taken or kept by an armed group or its members as a “wife” or servant, for sex or housework
indicator-exp-forced-armed-service = Made, or deceived into, fighting, carrying, cooking or working for an armed group or private force, and cannot leave
indicator-exp-ritual-servitude = Given to or held by a shrine, healer, cult or religious leader to serve, atone or be used in rituals, and not free to leave
indicator-exp-entertainment = Artist, dancer, model or circus performer whose agent keeps pay or papers, or who must drink or go out with customers against the contract
indicator-exp-egg-tissue = Eggs, tissue or cells taken, or treatment given to take them, for the gain of others without valid consent
indicator-exp-state-imposed = Made to work by a public authority for development, production, punishment of opinion, discipline or discrimination, beyond lawful civic duties
indicator-exp-prison-labour = Prisoner or detained migrant made to work or give sexual services for guards, militias or private persons

# Coercion at destination

indicator-co-documents = Passport or identity papers held by an employer, a landlord or someone who controls the person
indicator-co-debt = Held to a debt that grows or cannot really be paid off
indicator-co-confined = Confined, kept apart or always watched; cannot leave the workplace or home freely
indicator-co-violence = Violence by those who control the work
indicator-co-forced-tasks = Forced to accept tasks or customers
indicator-co-forced-illicit = Forced into illegal activity by those in control
indicator-co-against-peers = Made to act against other workers or victims
indicator-co-forced-lie = Made to lie to authorities, family or customers
indicator-co-threat-denounce = Threat of denunciation or deportation
indicator-co-threat-violence = Threat of violence
indicator-co-threat-family = Family threatened or harmed
indicator-co-withheld-wages = Wages withheld, “kept safe” by others or paid only on departure
indicator-co-threat-worse = Threat of still worse conditions
indicator-co-threat-shame = Threat to tell family, community or the public
indicator-co-drugs = Given drugs or alcohol to create dependency or obedience
indicator-co-digital-control = Phone, messages or location watched by others; profile or advert run by someone else
indicator-co-bank-control = Another person controls the bank card, account or payment app
indicator-co-scripted = Answers sound learned, or an insistent companion speaks for the person
indicator-co-fear-authorities = Great fear of authorities or of a named person

# Abuse of vulnerability at destination

indicator-ad-dependency = Depends on the exploiter for housing, food, transport or papers
indicator-ad-unknown-area = Does not know the address or the surroundings and cannot cope alone
indicator-ad-legal-status = Status or permit depends on the employer or is irregular, and this is used
indicator-ad-economic = Need of money keeps the person from leaving
indicator-ad-family = Dependants or family situation keep the person from leaving
indicator-ad-personal = Age, pregnancy, illness, disability or past abuse used to keep control
indicator-ad-child-alone = Child lives with unrelated adults who cannot explain the relationship
indicator-ad-no-alternative = Had no real or acceptable alternative but to submit to the work, sex or other use

# Act

indicator-act-recruited = Someone found or engaged the person: face to face, by an agency or online
indicator-act-transported = Someone arranged, paid for or came along on the transport
indicator-act-transferred = Someone passed control of the person to another person or place
indicator-act-harboured = Those who control the work or activity house or hide the person
indicator-act-received = Someone who controls the person took the person over on arrival

# What an observer sees

indicator-obs-injuries = Untreated or repeated injuries that do not fit the account given
indicator-obs-late-care = Late care, advanced pregnancy without care, repeated infections, injuries typical of work
indicator-obs-companion-health = Companion refuses to leave the consultation, or pays cash and holds the papers
indicator-obs-truancy = Unexplained absences, exhaustion, disappearance from school, or enrolment without a guardian
indicator-obs-new-goods = Child has unexplained money, phones, clothes or an older partner who controls
indicator-obs-workplace-living = Bedding, locked doors or window bars at a workplace
indicator-obs-transported-daily = Group driven between lodging and work and never seen alone
indicator-obs-no-belongings = Few belongings, no money, no papers on the person
indicator-obs-hotel-pattern = Rooms paid in cash, many short visits, cleaning refused, guest never alone
indicator-obs-border-group = Several persons with consecutive tickets, the same sponsor or identical stories who do not know their destination
indicator-obs-sport-visa = Group travels on sport visas with no club invitation, fixture or insurance
indicator-obs-shared-address = Many workers share one address, phone or account with their employer or agent

# Smuggling of migrants

indicator-som-crossed-irregular = Crossed, or tried to cross, a border without meeting the conditions of entry
indicator-som-facilitator = A third party arranged or carried out the illegal crossing
indicator-som-paid = The one who helped to cross got or was promised money or another material benefit
indicator-som-fraud-docs = False, altered or look-alike papers were supplied for the journey
indicator-som-guarantee-fee = Fee left with a guarantor or informal money carrier and released on arrival
indicator-som-relationship-ends = Contact with the one who helped to cross ended on arrival once the fee was paid
indicator-som-sought-service = The person looked for the one who helps to cross and agreed the price and destination
indicator-som-concealed = Found hidden in a vehicle, container or vessel
indicator-som-abuse-visa = Invented job, study, marriage or invitation used to get a visa
indicator-som-enabled-stay = Paid someone for false papers or arrangements to stay against the rules

# Danger on the journey

indicator-asom-life-danger = Journey put life or safety at risk: overloaded boat, sealed container, left in the desert
indicator-asom-deaths = Deaths or serious injuries on the journey
indicator-asom-inhuman = Beaten, sexually abused, starved or degraded during the journey
indicator-asom-extortion = Held on the way for ransom or extra payment
indicator-asom-work-off = Told to work off or otherwise repay the fee after arrival; assess for trafficking in persons
indicator-asom-weapons = Those who led the crossing were armed
indicator-asom-force = Those who led the crossing used force against migrants or let others do so
indicator-asom-child = Unaccompanied children moved in conditions dangerous to them
indicator-asom-abandoned = Left behind on the way without food, water or means to find the way
