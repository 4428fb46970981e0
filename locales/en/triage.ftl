# The queue of hints, urgency, and the form of the operator.

triage-level-week = This week
triage-level-today = Today
triage-level-danger = Danger now
triage-error-only-up = Choose a higher level. Urgency never falls.
triage-title = Hints to sort
triage-lead =
    { $count ->
        [0] No hint waits.
        [one] { $count } hint waits.
       *[other] { $count } hints wait.
    }
triage-lead-danger = Danger now: { $count }
triage-lead-late = Late: { $count }
triage-next = Next step
triage-next-read = Read first: { $alias }
triage-next-button = Read it
triage-next-none = Nothing to do now. A new hint will stand here.
triage-filter-alias = Neutral name
triage-filter-urgency = Urgency
triage-filter-state = State
triage-filter-all = All
triage-filter-open = Waiting
triage-filter-show = Show
triage-filter-clear = Show all
triage-found =
    { $count ->
        [0] No hint matches
        [one] { $count } hint found
       *[other] { $count } hints found
    }
triage-column-urgency = Urgency
triage-column-hint = Hint and reasons
triage-column-goes-to = Goes to
triage-column-due = Due
triage-stays = Stays here
triage-goes-to = { $desks }
triage-reporter-wrote = The reporter wrote again
triage-yours = Assigned to you
triage-assigned = Assigned
triage-state-new = New
triage-state-triaged = Read
triage-state-handed-over = Handed over
triage-state-case-opened = Case opened
triage-state-closed = Closed
triage-due-today = Due today
triage-due-on = Due on { $day }
triage-late =
    { $days ->
        [one] Late by { $days } day
       *[other] Late by { $days } days
    }
triage-empty-title = No hint waits
triage-empty-text = New hints stand here, the most urgent first. You can take one down by phone.
triage-more = Only the first are shown: { $count }. Read these, or narrow the list.
triage-phone = Take down a hint by phone or visit
triage-raise = Raise the urgency
triage-raise-to = New level
triage-raise-reason = Reason
triage-raise-button = Raise it
triage-raise-written-in-text = The words say what was not ticked
triage-raise-reporter-answered = The reporter said more
triage-raise-other-source = Another source says so
triage-raise-officer-judgement = Own knowledge of the place or the persons
triage-raise-error = Choose a reason.

## The operator's form

triage-phone-title = Take down a hint
triage-phone-lead = Write what the person says, in the person's words. Nothing is required.
triage-phone-duty = Before the person speaks: say who reads this, and that a child in danger must be reported.
triage-phone-reveals = Say also what this way reveals: a call stays in the list of calls and on the bill; a visit can be seen.
triage-phone-channel = How the person came
triage-phone-channel-phone = Phone
triage-phone-channel-walk-in = Visit
triage-phone-text = What the person says
triage-phone-facts = What the person states
triage-phone-facts-help = No tick means: not said.
triage-phone-who = Who speaks
triage-phone-about = Whom it is about
triage-phone-adult = An adult
triage-phone-child = A child
triage-phone-unknown = Age not known
triage-phone-refused = Does not want to say
triage-phone-not-asked = Not asked
triage-phone-danger = Is someone in danger now?
triage-phone-send = Seal and give a code
triage-phone-receipt-title = Code for the reporter
triage-phone-receipt-text = Read it aloud now. It is not shown again, and nobody can find it later.
triage-phone-done = I have read it aloud
