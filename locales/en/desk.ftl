# Kinds of desks, as a reader sees them.

desk-kind-coordination = Coordination office
desk-kind-ngo = Support organisation
desk-kind-shelter = Safe shelter
desk-kind-hospital = Hospital
desk-kind-child-protection = Child protection
desk-kind-protection = Protection desk
desk-kind-labour-inspectorate = Labour inspectorate
desk-kind-police = Police
desk-kind-prosecution = Prosecution
desk-kind-fiu = Financial intelligence unit
desk-kind-border-guard = Border guard
desk-kind-inquiry = Investigation
desk-kind-immigration-enforcement = Immigration enforcement
desk-kind-oversight = Independent oversight
# Spheres of the firewall.
sphere-help = Help
sphere-labour = Labour
sphere-police = Police
sphere-inquiry = Inquiry
sphere-enforcement = Immigration enforcement
sphere-oversight = Oversight

# Roles, one for each officer.
role-responder = First responder
role-triage = Triage
role-caseworker = Caseworker
role-investigator = Investigator
role-analyst = Analyst
role-coordinator = Coordinator
role-oversight = Oversight
role-administrator = Administrator
role-protection-officer = Protection officer
role-enforcement-officer = Immigration enforcement officer
role-help-responder = Takes hints and starts screenings.
role-help-triage = Sorts hints and hands them over.
role-help-caseworker = Works on cases and persons of the desk.
role-help-investigator = Works on inquiries of the desk.
role-help-analyst = Reads figures and imports data sets.
role-help-coordinator = Sees figures, hints and the list of cases.
role-help-oversight = Reads the ledger and nothing else.
role-help-administrator = Keeps desks and officers, reads nothing.
role-help-protection-officer = Takes hints and hands them over, never reads back.
role-help-enforcement-officer = Sees published figures only.

# Desks and officers, for the administrator.
desks-title = Desks and officers
desks-lead = Each desk has its own key. You keep the desks; you hold no key.
desks-new = Add a desk
desks-officers =
    { $count ->
        [one] { $count } officer
       *[other] { $count } officers
    }
desks-waiting =
    { $count ->
        [one] { $count } waits to be let in
       *[other] { $count } wait to be let in
    }
desk-organisation = Organisation
desk-organisation-another = Another one: write its name below
desk-organisation-new = Name of the new organisation
desk-organisation-help = Only if it is not in the list.
desk-kind = Kind of desk
desk-kind-help = The kind decides the sphere, and so what may ever reach this desk. It cannot be changed later.
desk-sphere = Sphere
desk-in-sphere = Sphere: { $sphere }
desk-name = Name of the desk
desk-new-lead = A desk begins with its first officer, who alone holds its key.
desk-new-on = Go on
desk-new-desk = The desk
desk-new-officer = Its first officer
desk-new-do = Make desk and sheet
desk-add = Add an officer
desk-sign-in-name = Signs in as: { $name }
desk-trained = Trained to decide screenings
desk-has-key = Has the key
desk-no-key = No key
desk-waits = Waits
desk-waits-help = Who waits can sign in and opens nothing. A member of the desk lets them in, on the page “My desk”.
desk-remove = Remove
desk-remove-name = Remove: { $name }
desk-removed = Removed. Signing in no longer works for this officer.
desk-removed-help = If the officer held the key, the desk has a new one now. The others sign in again.
desk-left = Who has left

# The own desk.
own-desk-title = My desk
own-desk-you = You
own-desk-you-wait = You are not let in yet
own-desk-you-wait-help = Ask a member below to let you in on this page. Then sign in again. Until then everything of the desk stays sealed for you.
own-desk-none-waits = Nobody waits to be let in. When somebody does, you see it here and in the bar.
own-desk-waiting = Waiting to be let in
own-desk-waiting-help = With the key they open everything of this desk, also what came in before. Let in only somebody you know and who stands before you.
own-desk-let-in = Let in
own-desk-let-in-name = Let in: { $name }
own-desk-let-in-done = Let in, and written in the ledger.
own-desk-let-in-help = The new colleague signs in again, and then opens what the desk holds.
own-desk-members = At this desk
