# Inputs of the decision table and their values.

# The nine inputs of the decision table and their values

input-age = Age
input-age-adult = Adult
input-age-child = Child
input-act = Act: someone recruited, moved, handed over, housed or received the person
input-act-positive = Shown by facts
input-act-negative = Not shown, or not asked
input-means = Means: deception, coercion or abuse of vulnerability
input-means-positive = Shown by facts
input-means-indicated = A sign: vulnerability alone, one strong fact, or facts spread over several groups
input-means-negative = Not shown, or not asked
input-exploitation = Exploitation
input-exploitation-positive = Shown by facts
input-exploitation-intended = Planned, as recorded by the officer
input-exploitation-one-strong = A single strong fact
input-exploitation-negative = Not shown, or not asked
input-smuggling = Smuggling of migrants: crossing, help to cross, benefit
input-smuggling-positive = Elements shown by facts
input-smuggling-unproven = Some facts; elements not complete
input-smuggling-no-benefit = Crossing and help shown; benefit ruled out
input-smuggling-negative = Not shown, or not asked
input-aggravation = Danger or ill-treatment on the journey
input-aggravation-exploitation = The fee is to be worked off
input-aggravation-positive = Shown: danger, inhuman treatment, force or extortion
input-aggravation-negative = Not shown, or not asked
input-intent = Planned exploitation
input-intent-recorded = Recorded by the officer
input-intent-not-recorded = Not recorded
input-facts = Facts
input-facts-observed = At least one fact observed
input-facts-none = No fact observed
input-short-form = Short form
input-short-form-complete = Every question asked and answered
input-short-form-incomplete = Questions not asked or refused
