# The demonstration country, as the terminal tells of it.
demo-title = The Republic of Avela does not exist, and nobody in it does. Enter nothing real here.
demo-making = Making the country. This takes some seconds, once.
demo-logins = Sign in with a name and a passphrase:
demo-code = The sign-in code may be left empty here. A real node asks for it every time.
demo-report = Report as a stranger: { $address }
demo-other-seed = This directory holds the country of another seed. Choose another with --data: { $path }
demo-other-version = This demonstration country was made by another version of Mangrove. Leave --data out, or name an empty directory: { $path }
demo-role-responder = first responder
demo-role-triage = triage
demo-role-caseworker = caseworker
demo-role-investigator = investigator
demo-role-analyst = analyst
demo-role-coordinator = coordinator
demo-role-oversight = oversight
demo-role-administrator = administrator
demo-role-protection-officer = protection officer
demo-role-enforcement-officer = immigration enforcement
