# Why something was not done.
refusal-not-found = This page does not exist, or it is not open to your desk.
refusal-not-allowed = Your desk may not do this here.
refusal-not-signed-in = The session has ended. Sign in again.
refusal-changed = Somebody changed this meanwhile. Look again and repeat your step.
refusal-fault = Something went wrong on our side. Nothing was saved. Try again.
refusal-bad-input = Some answers cannot be accepted. They are marked below.
refusal-busy = Many people write at this moment. Wait one minute and send again. Nothing is lost on this page.
refusal-read-only = The node can read but not save just now. What you typed is not saved. Keep it and try later.
refusal-desk-locked = The keys of your desk are not open. A member lets you in on the page “My desk”; then sign in again.
refusal-no-legal-basis = No legal basis and retention period are signed yet. Nothing of a real person can be kept before.
refusal-no-legal-basis-desk = No legal basis is signed for this desk yet. Nothing was kept.
refusal-already-sent = What you wrote is already here, once. Its code was shown before and is not shown again. Without the code, write once more from the first page.
