# What the guard answers: refusals, codes, and what `verify` finds.

guard-denied = Your role does not include this.
guard-denied-enforcement-sees-nothing-of-help = What came through help or labour stays with help and labour. Immigration enforcement cannot see it.
guard-denied-enforcement-counts-nothing = Figures of the country’s own cases are not shown to immigration enforcement.
guard-denied-protection-desk-never-reads-back = A protection desk takes hints and hands them over. It does not read them again.
guard-denied-oversight-sees-the-ledger-only = The oversight body sees the ledger, and nothing of what was opened.
guard-denied-ledger-for-oversight-only = Only the oversight body reads the ledger and answers alarms.
guard-denied-administrator-sees-no-content = The administrator keeps desks and officers, and sees no hint, case or person.
guard-denied-set-up-for-administrator-only = Only the administrator changes desks, officers and set-up.
guard-denied-rules-are-made-by-two = A country’s rules are handed in by the coordinator. A second person, of the oversight body, decides.
guard-denied-screening-result-stays-in-help-and-labour = Screenings are done at the desks of help and labour, and their results stay there.
guard-denied-other-desk-holds-it = This part belongs to another unit. Your unit cannot open it.
guard-denied-only-trained-officers-decide = A screening is decided by an officer trained for it.
guard-denied-identity-needs-reason-and-fresh-proof = To open an identity, state a reason and prove again who you are.
guard-denied-identity-needs-a-live-case = The case is closed. Its identities stay sealed.
guard-denied-closed-is-not-edited = This is closed. You can read it, but not change it.

guard-no-key = Your session does not hold the key of this desk. Sign in again, or ask a member of that desk.
guard-cannot-seal = This could not be sealed, so it was not kept. Shorten the text and try again.
guard-does-not-open = This does not open. It was changed or belongs elsewhere. Tell the oversight body.
guard-epoch-gone = The key of this was destroyed, or the file of epoch keys belongs to another node. It can be opened no more here.

guard-receipt-length = A number has 17 digits. Or write all six words.
guard-receipt-check = One sign does not fit. Look at each one again.

guard-verify-number = Ledger: leaf number missing, double or out of order. Expected: { $expected }. Found: { $found }.
guard-verify-leaf = Ledger: leaf changed. Number: { $number }.
guard-verify-signature = Ledger: checkpoint with a wrong signature, or one before it removed. Its size: { $size }.
guard-verify-root = Ledger: leaves are not those that were signed. Checkpoint of size: { $size }.
guard-verify-order = Ledger: checkpoint out of order. Its size: { $size }.
guard-verify-missing = Ledger: leaves removed. Signed: { $said }. Found: { $found }.
guard-verify-unsigned = Ledger: numbered leaves without a checkpoint. Signed: { $signed }. Found: { $found }.
guard-verify-witness = Ledger: the database lacks a checkpoint kept outside it. It was set back or changed. Size: { $size }.
guard-verify-copy = Ledger: the copy of the checkpoint beside the key files does not bear this node’s signature. It was changed, or belongs to another node. Size: { $size }.
