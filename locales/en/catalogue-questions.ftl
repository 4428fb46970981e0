# The short questions of screening.

# Asked to the person, in her own language; one idea a sentence

question-q-work = Does someone make you work, serve, beg, steal or fight? Does someone say that you belong to them? Could you stop?
question-q-sex = Does someone arrange or sell sex with you? Does someone demand sex or sexual pictures? Does someone keep you as a wife?
question-q-body-family = Was there a marriage, a pregnancy or an adoption? Was there an operation, or was an organ, eggs or tissue taken? Did you choose it freely?
question-q-promise = You may have been promised a job, studies, club, marriage or journey. Was it different from what happened?
question-q-force = Has anyone hurt you or threatened you? Has anyone taken you by force? Did anyone pay or get money for you?
question-q-locked = Can you leave? Can you go out alone? Do you have your own phone and your own papers?
question-q-held = Do a debt, an oath or unpaid wages keep you there? Could you live another way?
question-q-brought = Did someone find you for this work or life? Did someone bring you or pass you on? Did someone meet you on arrival or house you?
question-q-border = Did you cross a border? How did you cross, and with which papers? Was anything hidden or false?
question-q-helper = Did someone arrange the crossing? What did they get for it? What were they promised?
question-q-danger = Was anyone in danger, beaten or abused on the way? Was anyone held for money or left behind?

# Seen or asked by an observer

question-q-alone = Is there a child who is alone? Is a child with adults who cannot explain the relationship?
question-q-control = Who decides about your phone, your profile and your messages? Who decides what you may say?
question-q-health-signs = Are there injuries or care that came late? Is there a companion who does not leave?
question-q-work-signs = Are there beds, window bars or locked doors at work? Do many people share one address? Is a group driven to work and back?
question-q-place-signs = Are rooms paid in cash, with many short visits? Is a guest never alone, or do answers sound learned?
question-q-money-signs = Does someone else hold the card or the account? Does someone else take the benefits or the loan?
question-q-sport-signs = Does an agent hold the passport or ask for a fee? Is there a sport visa without a club?
question-q-offer-signs = Was the contract swapped or never read? Was it an online offer from a vague employer? Do the papers depend on the employer?
question-q-group-signs = Do several people have the same sponsor or tell the same story? Do they know where they are going?
