# Le pays de démonstration, tel que le terminal en parle.
demo-title = La République d’Avela n’existe pas, et personne n’y vit. Ne rien saisir de réel ici.
demo-making = Le pays se crée. Cela prend quelques secondes, une seule fois.
demo-logins = Se connecter avec un nom et une phrase secrète :
demo-code = Le code de connexion peut rester vide ici. Un vrai nœud le demande chaque fois.
demo-report = Écrire sans compte : { $address }
demo-other-seed = Ce dossier contient le pays d’un autre nombre. En choisir un autre avec --data : { $path }
demo-other-version = Ce pays de démonstration a été fait par une autre version de Mangrove. Laisser --data de côté, ou nommer un dossier vide : { $path }
demo-role-responder = première ligne
demo-role-triage = classement par urgence
demo-role-caseworker = suivi des personnes
demo-role-investigator = enquête
demo-role-analyst = analyse
demo-role-coordinator = coordination
demo-role-oversight = supervision indépendante
demo-role-administrator = administration
demo-role-protection-officer = protection
demo-role-enforcement-officer = contrôle de l’immigration
