# The public pages: telling what happens, the code, coming back. Plain words, short sentences.

report-tab = Information
report-title = Tell us what is happening
report-name = Your name is not needed. You can write a little or a lot. It is free.
report-danger = In danger now?
report-danger-call = Call: { $number }
report-me = I need help
report-me-help = For me
report-someone = I worry about someone
report-someone-help = A friend, a child, a worker, a neighbour
report-have-code = I have a code
report-have-code-help = Read our answer or write again

## Before you start

report-before = Before you start
report-not-kept = We do not keep
report-not-kept-name = Your name, unless you write it
report-not-kept-address = Your internet address
report-not-kept-cookies = Cookies
report-not-kept-time = The hour; only the day
report-others-see = Others may see
report-others-history = This phone or computer keeps a list of pages. You can delete it.
report-others-proxy = A browser that translates or saves data sends your words to another company. Switch that off first.
report-others-network = Your employer or school may see this site’s address on its network.
report-who-reads = Who reads it
report-who-reads-text = Your words are locked when you send them. Only trained people at the help desk can read them. Immigration control cannot.
report-who-reads-law = If a child is in danger, we must tell child protection. The law says so. For adults we ask you first, unless a life is in danger.

## The form

report-step-write = Step 1 of 2: your message
report-step-code = Step 2 of 2: keep your code
report-what = What is happening?
report-ticks = Tick what fits
report-ticks-help = You can tick more than one.
report-tick-restraint = Someone cannot leave
report-tick-papers-held = Someone has the papers
report-tick-not-paid = The work is not paid
report-tick-hurt = Someone is hurt or afraid
report-tick-child = A child needs help
report-tick-travel-soon = They will be taken away soon
report-tick-journey-danger = A boat, a closed lorry or a desert puts lives in danger
report-tick-other = Something else
report-text = Tell us more, in any language
report-text-help = A few words are enough.
report-about = Who needs help?
report-about-adult = An adult
report-about-child = A child or a teenager
report-about-unknown = I do not know
report-about-me-adult = Me, and I am an adult
report-about-me-child = Me, and I am under 18
report-refused = I do not want to say
report-danger-question = Is someone in danger now?
report-yes = Yes
report-no = No
report-unknown = I do not know
report-place = Where?
report-if-you-want = (only if you want)
report-files = Photos or papers
report-files-limit = (up to 5, each up to 8 MB)
report-files-help = We make a copy without hidden details, such as the place. The original stays locked.
report-reach = How can we reach you safely?
report-reach-help = You can leave this empty. Our answer waits behind your code.
report-contact = Phone, mail or another way
report-contact-when = When is it safe?
report-languages = Which languages are spoken?
report-send = Send
report-go-back = Go back
report-send-help = When you send, your words are locked. You get a code. With it you can read our answer.
report-errors = Something to change
report-errors-kept = Everything else you wrote is still here. Choose your files again.
report-limit-kept = This was too much at once. Send up to 5 files, each up to 8 MB.

## The code

report-code-tab = Your code
report-have-it = We have your message
report-code-text = This is your code. Write it down or learn the six words. We cannot find it again for you.
report-code-or = or these six words
report-code-use = With this code you can come back, read our answer and write more.
report-code-print = Printing gives a small card with the code alone.
report-code-done = I have it
report-now = What happens now
report-now-read-danger = A trained person reads your message first, today.
report-now-read-today = A trained person reads your message today.
report-now-read-week = A trained person reads your message within 5 days.
report-now-answer = Our answer will be here. Come back with your code.
report-now-contact = We do not call or come unless you ask. We do if a life is in danger.
report-now-child = You told us about a child. The law says we must tell child protection today.

## Coming back

report-return-title = Read our answer
report-return-code = Your code: the digits or the six words
report-return-code-help = Spaces and capitals do not matter.
report-return-button = Read
report-answers-title = Our answers
report-answers-none = There is nothing new for this code.
report-answers-none-help = We say the same when a code does not exist. Check your code, or come back later.
report-answer-day = Our answer, { $day }
report-answers-kept = Our answer stays here until you put it away. What you wrote yourself is never shown.
report-answers-away = I have read it; put it away
report-again-title = Write again
report-again-text = Your message
report-again-done = If the code is right, your message has reached us.
report-again-done-help = Come back with the same code to read our answer.
report-wait-title = Many people are writing
report-wait-text = We could not take your message yet. Nothing was kept. Send it again in a minute; your words are still below.
report-broken-title = We cannot keep it just now
report-broken-text = Your words are still on this page. Copy them, or send again in a few minutes. Is someone in danger? Call.
report-wait-return = Many people are asking now. Try again in a minute.

## Hiding the visit

report-hide-title = How to hide that you were here
report-hide-exit = Leave quickly opens another page at once. Your browser may still remember this one.
report-hide-private = Next time, open a private window before you come here.
report-hide-history = Open the list of visited pages and delete this one. Deleting everything can be noticed.
report-hide-device = If someone checks your phone, use another one that you trust.
report-hide-cannot = We cannot hide your visit from the network you use. We cannot hide it from a program that spies on you.

## Before the country has opened it

report-closed-title = This page takes no messages yet
report-closed-text = Nobody can read a message here yet. Come back later.
report-closed-others = Close to you there may be people who can help now. Ask someone you trust.
