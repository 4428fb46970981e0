# The rules by which hints are sorted, and why a hint is urgent.

routing-rule-danger-now = danger now
routing-rule-danger-now-next = Tell the police now. Say only what is needed to protect life.
routing-rule-child = a child is involved
routing-rule-child-next = Tell child protection today.
routing-rule-held = someone cannot leave
routing-rule-held-next = Ask through the code how to reach the person safely. Then plan with the police.
routing-rule-journey-danger = journey with danger to life
routing-rule-journey-danger-next = Call the rescue service now, then hand over.
routing-rule-third-party-adult = tip about an adult
routing-rule-third-party-adult-next = Ask first whether the person knows and agrees. Pass nothing on that points to the person.
routing-rule-work = work without pay
routing-rule-work-next = Ask the person whether the labour inspectorate may be told.
routing-rule-stays = stays with the desk that reads it
routing-rule-stays-next = Read it, answer the reporter, ask what is missing.
routing-path-mandatory = The law asks for it
routing-path-urgent = A life is at stake
routing-path-consent = Ask the person first
routing-path-stay = Stays here
routing-reason-danger-now = Someone is in danger now.
routing-reason-journey-danger = A journey puts lives in danger.
routing-reason-child-held = A child is held, or may be moved soon.
routing-reason-child = A child is involved.
routing-reason-restraint = Someone cannot leave.
routing-reason-travel-soon = Someone may be moved soon.
routing-reason-hurt = Someone is hurt or afraid.
routing-reason-danger-unknown = Danger now is not ruled out.
routing-desk-coordination = Coordination office
routing-desk-ngo = Support organisation
routing-desk-shelter = Safe shelter
routing-desk-hospital = Hospital
routing-desk-child-protection = Child protection
routing-desk-labour-inspectorate = Labour inspectorate
routing-desk-police = Police
routing-desk-prosecution = Prosecution
routing-desk-border-guard = Rescue at the border and at sea

## What is wrong in a catalogue of rules

routing-error-order = Give each rule an order of its own. Entry: { $id }
routing-error-incomplete = Say which desk reads first, and when the step is due. Entry: { $id }
routing-error-desk = A hint cannot go to this kind of desk. Immigration control never receives one. Entry: { $id }
routing-error-no-default = Let the last rule fire for every hint: give it an empty condition. Entry: { $id }
routing-error-level = Each level needs one entry with its rank and its days. Entry: { $id }
routing-error-child = A child is always told to child protection, because the law asks for it. Keep one mandatory rule that fires for every child and goes there. Fact: { $id }
routing-error-danger = Danger now always goes on at once. Keep one urgent rule that fires for it and names who helps. Fact: { $id }
routing-error-journey = A journey with danger to life always goes to rescue at once. Keep one urgent rule for it. Fact: { $id }
routing-error-before-duty = This rule waits, and would come before a duty. Give it a higher order, or let it not fire for a child or for danger. Rule: { $id }
routing-error-urgency = This is never less urgent than the catalogue says. Keep a reason of that level. Fact: { $id }
routing-error-late = Danger is due on the day it arrives, and so is what concerns a child. Keep 0 days for this level. Level: { $id }
