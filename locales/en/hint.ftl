# What is said about a hint: to the person who sends it, and to the officer who reads it.

## Files that are not taken

hint-file-empty = This file is empty. Choose it again, or send without it. File: { $name }
hint-file-too-large = This file is larger than 8 MB. Choose a smaller one, or send without it. File: { $name }
hint-file-too-many = You can send up to 5 files. Choose fewer, or send the others later.
hint-file-other-type = We can take photos (JPEG, PNG) and PDF papers only. File: { $name }
hint-file-truncated = A part of this file is missing. Choose it again, or send without it. File: { $name }
hint-file-damaged = This file is damaged. Choose another one, or send without it. File: { $name }
hint-file-polyglot = This file hides a second file. Choose another one, or send without it. File: { $name }
hint-file-too-many-pixels = This picture is too large to be opened safely. Make it smaller, or send without it. File: { $name }
hint-file-other-variant = We cannot clean this kind of picture. Make a screenshot of it, or send without it. File: { $name }

## Fields that must be changed

hint-error-empty = Write a few words, or tick what fits.
hint-error-no-words = Write a few words.
hint-error-too-long = This text is too long. Make it shorter, or send the rest later. Limit: { $limit }. Yours: { $length }
hint-error-choice = Choose one of the answers shown.

## Facts

hint-fact-danger-now = Someone is in danger now
hint-fact-child = A child is involved
hint-fact-adult = The person is an adult
hint-fact-restraint = Someone cannot leave
hint-fact-travel-soon = Someone may be moved soon
hint-fact-journey-danger = A journey puts lives in danger
hint-fact-papers-held = Papers are held by someone else
hint-fact-not-paid = Work is not paid
hint-fact-hurt = Someone is hurt or afraid
hint-fact-third-party = The reporter writes about someone else
hint-fact-other = Something else
hint-stated-yes = Yes
hint-stated-no = No
hint-stated-unknown = Not known
hint-stated-refused = Refused
hint-stated-not-answered = Not answered

## The hint's page

hint-channel-web = Hint from the web page
hint-channel-api = Hint from another system
hint-channel-phone = Hint by phone
hint-channel-walk-in = Hint from a visit
hint-received = Received on { $day }. The reporter has a code and can be answered.
hint-back = Hints
hint-next = Next step
hint-wrote = What the reporter wrote
hint-took-down = What your desk took down
hint-language = Page language: { $language }
hint-no-text = No words were written; see the facts.
hint-place = Place
hint-contact = Wants to be contacted?
hint-contact-code-only = Only through the code
hint-contact-when = Safe when
hint-languages = Languages spoken
hint-files = Files
hint-who = Who writes
hint-who-self = The person herself or himself
hint-who-other = Someone else
hint-file-copy = Save the cleaned copy
hint-file-note = The original stays sealed; its hash is kept.
hint-file-sealed-only = PDF, sealed. It is not shown.
hint-file-number = File { $number }
hint-why-urgent = Why it is urgent
hint-why-not-urgent = No fact that makes it urgent was stated. That is not proof that there is none.
hint-urgency-note = You can raise the urgency with a reason. It never falls by itself and never closes a hint.
hint-why-there = Why it goes there
hint-rule = Rule { $number }: { $rule }
hint-rule-fired = Fired, because stated: { $facts }.
hint-rule-fired-always = Fires for every hint.
hint-rule-goes-to = Goes to: { $desks }
hint-rule-basis = Basis: { $basis }
hint-rules-not-fired = Rules that did not fire
hint-rule-missing = Not stated: { $facts }
hint-rule-barring = Stands against it: { $facts }
hint-condition = { $fact }: { $stated }
hint-routing-version = Routing rules, version { $version }
hint-talk = Talk with the reporter
hint-talk-none = No message yet.
hint-talk-desk = Your desk, { $day }
hint-talk-reporter = Reporter, { $day }
hint-answer = Answer
hint-answer-help = The reporter reads it with the code. Write nothing that names another person.
hint-answer-send = Send answer
hint-happened = What happened
hint-event-received = Received and sealed
hint-event-sorted = Sorted by rule
hint-event-opened = Opened
hint-event-raised = Urgency raised
hint-event-answered = Answer sent to the reporter
hint-event-reporter-wrote = The reporter wrote again
hint-event-handed-over = Handed over
hint-event-assigned = Assigned
hint-event-case-opened = Case opened
hint-event-screened = Screened
hint-waits = Waits for the next step
hint-hand-over = Hand over now
hint-hand-over-to = To which desk
hint-hand-over-help = The words and the dialogue go to that desk. Your desk can no longer open them.
hint-hand-over-error = Choose a desk that may receive this hint.
hint-hand-over-ground-error = Say on what ground this hint may leave your desk.
hint-screen = Screen
hint-open-case = Open a case
hint-to-case = Go to the case
hint-assign = Take it
hint-assign-help = Take it, so that the desk sees who looks after it.
hint-assigned-you = Assigned to you
hint-open = Open
hint-sealed-title = This hint is sealed
hint-sealed-text = When you open it, your name, the day and your reason are written in the ledger.
hint-print-foot = Printed from Mangrove. Neutral names only; the words of a hint do not print.
hint-hand-over-ground = On what ground
hint-ground-agreed = The person agreed
hint-ground-law = The law asks for it
hint-ground-life-at-risk = A life is in danger
