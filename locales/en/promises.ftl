# What Mangrove promises, in words anybody can read, and what stays dangerous. PROMISES.md is
# made from this text.

promises-title = What is promised here, and what is not
promises-lead = Each promise is tried by tests that fail when it is broken.
promises-risks = What no software mends
promises-kept = Promises
promises-tests = Tests:
promises-not-yet = Not yet:

promise-p-01 = A write that was acknowledged is never lost, whatever stops the machine: a kill, a power cut, a full disk. A write that cannot be kept is refused.
promise-p-02 = Once a withdrawal of consent is acknowledged, nothing more about that person leaves, from the next request on; and nothing beyond the fields she agreed to ever does.
promise-p-02-not-yet = Nothing is shared between services by consent, and nothing leaves a node.
promise-p-03 = A partner abroad learns only that its question was received, or whether there is a hit, and no more of these answers a day than the agreement allows.
promise-p-03-not-yet = Nodes do not speak to each other.
promise-p-04 = No officer of immigration enforcement can read, search, count or be sent a person or a hint that came through help or labour, whatever other rights the officer holds.
promise-p-05 = Every opening of what is sealed stands in the ledger before it is seen, by whatever way it was reached.
promise-p-06 = Nobody opens without a warrant: the right officer, for one thing, for a stated reason, used once and soon.
promise-p-07 = The limits on openings and on emergency access hold, also when many try at once; emergency access that nobody reviews suspends itself.
promise-p-08 = The ledger’s history cannot be changed or shown in two versions without being noticed.
promise-p-08-not-yet = A court cannot yet be given single lines with a proof of each.
promise-p-09 = No published figure, nor the difference between any two, describes fewer than eleven persons.
promise-p-09-not-yet = Figures of own cases are shown coarsened on the national picture, and none can be published or downloaded.
promise-p-10 = A series that is published again and again spends a declared budget of privacy, which is never overdrawn.
promise-p-10-not-yet = Nothing is published.
promise-p-11 = Disk, log, temporary files and backups hold no identity in clear; what was erased stays erased.
promise-p-11-not-yet = What other desks wrote in a case is not erased with it, and no judge can hold an erasure. At a desk where nobody searches, the search entry of an erased person in an old backup stays readable for members of that desk until somebody of it searches again.
promise-p-12 = A node at which nobody is signed in can open nothing; what is carried into the field goes blind by itself.
promise-p-12-not-yet = There is nothing to carry into the field, and no passphrase for someone who is forced.
promise-p-13 = A hint leaves no trace of who gave it: no address, no browser, no hour. Codes cannot be tried one after the other.
promise-p-14 = Every public page can be left in one step, without JavaScript and from the keyboard, and stays in no cache.
promise-p-15 = Reporting answers under load: no acknowledged hint is dropped, and who must wait is told so honestly.
promise-p-16 = No input stops the node, exhausts its memory, or is dropped in silence.
promise-p-17 = Letters between nodes may be lost, doubled, late or out of order: both sides end the same, each effect once.
promise-p-17-not-yet = Nodes do not speak to each other.
promise-p-18 = A backup restores on a clean machine to the same ledger, with erasures applied again.
promise-p-19 = An upgrade from any released version keeps every promise.
promise-p-19-not-yet = There is no earlier release.
promise-p-20 = The program is its source: what is built twice is equal, and what it depends on was read.
promise-p-20-not-yet = Builds are not compared.
promise-p-21 = Nothing changes without the token of the page, no page can be framed, and no page fetches from elsewhere.
promise-p-22 = Error pages, logs and figures about the node hold nothing of a person.

risk-root = Whoever controls the machine of a running node can read what the desks that are signed in can read.
risk-operator = Whoever runs the node can change the program and show false pages. Where the State is the danger, the organisation that helps should run a node of its own.
risk-camera = A screen can be photographed, a sheet of paper left lying.
risk-two = Two officers can agree to lie to the ledger together. It shows what they did, not why.
risk-small-place = In a small place one sentence is enough to know who it is, without any database.
risk-phone = A phone with a spy in it shows everything that is typed and read on it.
risk-court = A court can compel an organisation to open what it holds. The ledger shows that it did.
risk-partner = A partner who was rightly told something can keep it after it was recalled.
risk-commit = What is seen cannot be unseen: the ledger tells afterwards who looked.
risk-guess = A name that somebody already knows can be asked for. Limits and other people slow this down; mathematics does not stop it.
