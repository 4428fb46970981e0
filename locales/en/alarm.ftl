# What the node warns of, as the oversight body and the desks read it.

alarm-own-name = Own family name
alarm-help-own-name = The person has the family name of the officer, and place, phone or kin fits too.
alarm-own-contact = Own phone or address
alarm-help-own-contact = A phone or an address of the person is one that the officer’s desk keeps as the officer’s own.
alarm-over-budget = More openings than the daily limit
alarm-help-over-budget = The officer was not assigned. The opening was not refused: ask why so many were needed.
alarm-friends-approve = Two officers say yes to each other
alarm-help-friends-approve = A second yes is worth something only when it could have been a no.
alarm-canary = A watch person was opened
alarm-help-canary = This person does not exist: nobody had a reason of work to open it.
alarm-no-later-work = Openings without later work
alarm-help-no-later-work = Several identities were opened by an officer not assigned, and nothing was done in those cases afterwards.
alarm-break-glass = Emergency opening
alarm-help-break-glass = One person, at most 30 minutes, for a life at risk. The oversight body reviews it within three days.
alarm-review-late = A review is late
alarm-help-review-late = The head of the oversight body reviews it now. Until then the officer cannot open in an emergency; the ordinary way for a danger to life stays open.
alarm-event-mode = Event mode
alarm-help-event-mode = Two officers opened it for their desk, for at most 24 hours. Every opening in it is marked.
alarm-root-differs = A root written down differs
alarm-help-root-differs = What was printed or witnessed earlier is not the history that this node shows now. Run the verification and keep a copy of the database.
alarm-paper-key = The paper key was used
alarm-help-paper-key = Ask the desk whether it was them, and whether a new one is sealed.
alarm-recovery = Keys are being recovered
alarm-help-recovery = Custodians of the desk give a key back to an officer.
alarm-freeze = Something was frozen
alarm-help-freeze = Nothing more opens there until it is lifted.
alarm-many-searches = Many searches of names
alarm-help-many-searches = More searches in a day than the work of a desk usually needs.
alarm-searched-own-name = Searched the own family name
alarm-help-searched-own-name = The officer searched a name that the desk keeps as the officer’s own.
alarms-title = What your desk was warned of
alarms-lead = The oversight body was told the same at once. Nobody is told here of what they did themselves.
alarms-empty = Nothing to warn of
alarms-empty-help = An emergency opening or an event mode at your desk would stand here.
alarm-read = I have read it
alarm-read-already = Read by your desk
alarm-by = By: { $name }
alarm-by-node = Found by the node itself
alarm-at-desk = Desk: { $name }
alarm-waiting =
    { $count ->
        [one] { $count } warning waits to be read.
       *[other] { $count } warnings wait to be read.
    }
alarm-waiting-read = Read
alarm-state-new = New
alarm-state-seen = Seen
alarm-mark-seen = Mark as seen
alarm-mark-reviewed = Reviewed: close it
alarm-note = What you found out
alarm-note-help = Sealed: only the oversight body can read it. No names, no addresses.
oversight-title = Oversight
oversight-lead = What needs your eyes first. You see who, when and why, and never what was opened.
oversight-alarms = Alarms
oversight-none = No alarm is open
oversight-none-help = An alarm appears here in the moment in which its cause is written down.
nav-oversight = Oversight
opening-action-alarm-raised = Alarm
opening-action-alarm-view = Read what the desk was warned of
opening-action-ledger-review = Answered an alarm
opening-reason-alarm-seen = Alarm seen
opening-reason-alarm-reviewed = Alarm reviewed
