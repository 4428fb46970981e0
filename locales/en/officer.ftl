# Officers: signing in, set-up, opening an identity.

refusal-sign-in-wait = Too many wrong tries. Wait this many seconds: { $seconds }
officer-sign-in-wrong = Name, passphrase or code does not fit. Check all three.
officer-note-too-long = These words are too long. Use at most 2000 characters.
officer-reason-missing = Choose a reason. It stands in the ledger.
officer-set-up-code-wrong = This is not the code of the terminal. Copy it again.
officer-ground-source = Name the law and its article.
officer-ground-retention = Choose how long this is kept.
officer-set-up-incomplete = A legal basis or a retention period is missing. Record all of them, then sign.
officer-last-of-desk = This is the last key of the desk. Add another officer first.
officer-role-desk = This role does not belong to this kind of desk. Choose another.
officer-field-missing = Write something here.
officer-field-too-long = This is too long, or holds a character that cannot be seen.
officer-passphrase-length = Use a longer passphrase. Characters at least: { $least }
officer-field-taken = This name is taken already. Choose another.
