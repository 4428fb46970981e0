# Kinds of desks, as a reader sees them.

desk-kind-coordination = Coordination
desk-kind-ngo = Association d’aide
desk-kind-shelter = Hébergement sûr
desk-kind-hospital = Hôpital
desk-kind-child-protection = Protection de l’enfance
desk-kind-protection = Unité de protection
desk-kind-labour-inspectorate = Inspection du travail
desk-kind-police = Police
desk-kind-prosecution = Parquet
desk-kind-fiu = Cellule de renseignement financier
desk-kind-border-guard = Garde-frontière
desk-kind-inquiry = Enquête
desk-kind-immigration-enforcement = Contrôle de l’immigration et éloignement
desk-kind-oversight = Supervision indépendante
# Sphères du pare-feu.
sphere-help = Aide
sphere-labour = Travail
sphere-police = Police
sphere-inquiry = Enquête
sphere-enforcement = Contrôle de l’immigration
sphere-oversight = Supervision

# Rôles, un par agent.
role-responder = Première ligne
role-triage = Classement par urgence
role-caseworker = Suivi des personnes
role-investigator = Enquête
role-analyst = Analyse
role-coordinator = Coordination
role-oversight = Supervision
role-administrator = Administration
role-protection-officer = Protection
role-enforcement-officer = Contrôle de l’immigration
role-help-responder = Prend des signalements et commence des repérages.
role-help-triage = Classe les signalements et les remet.
role-help-caseworker = Travaille sur les dossiers et les personnes de l’unité.
role-help-investigator = Travaille sur les enquêtes de l’unité.
role-help-analyst = Lit les chiffres et importe des jeux de données.
role-help-coordinator = Voit les chiffres, les signalements et la liste des dossiers.
role-help-oversight = Lit le registre et rien d’autre.
role-help-administrator = Tient les unités et les agents, ne lit rien.
role-help-protection-officer = Prend des signalements et les remet, ne relit jamais.
role-help-enforcement-officer = Voit seulement les chiffres publiés.

# Unités et agents, pour l’administration.
desks-title = Unités, agents et agentes
desks-lead = Chaque unité a sa propre clé. Vous tenez les unités ; vous n’avez aucune clé.
desks-new = Ajouter une unité
desks-officers =
    { $count ->
        [one] { $count } personne
       *[other] { $count } personnes
    }
desks-waiting =
    { $count ->
        [one] { $count } personne attend la clé
       *[other] { $count } personnes attendent la clé
    }
desk-organisation = Organisation
desk-organisation-another = Une autre : écrivez son nom plus bas
desk-organisation-new = Nom de la nouvelle organisation
desk-organisation-help = Seulement si elle n’est pas dans la liste.
desk-kind = Type d’unité
desk-kind-help = Le type fixe la sphère, donc ce qui peut un jour arriver à cette unité. Il ne change plus ensuite.
desk-sphere = Sphère
desk-in-sphere = Sphère : { $sphere }
desk-name = Nom de l’unité
desk-new-lead = Une unité commence avec une première personne, qui seule en a la clé.
desk-new-on = Continuer
desk-new-desk = L’unité
desk-new-officer = Sa première personne
desk-new-do = Créer l’unité et la feuille
desk-add = Ajouter une personne
desk-sign-in-name = Ouvre la session avec : { $name }
desk-trained = Formation pour décider des repérages
desk-has-key = Clé détenue
desk-no-key = Pas de clé
desk-waits = En attente
desk-waits-help = En attente, on peut ouvrir une session mais rien de l’unité. Un membre de l’unité donne la clé sur la page « Mon unité ».
desk-remove = Retirer
desk-remove-name = Retirer : { $name }
desk-removed = Retrait fait. Cette personne ne peut plus ouvrir de session.
desk-removed-help = Si elle avait la clé, l’unité en a maintenant une nouvelle. Les autres ouvrent une nouvelle session.
desk-left = Départs

# L’unité de la personne.
own-desk-title = Mon unité
own-desk-you = Vous
own-desk-you-wait = Vous n’avez pas encore la clé
own-desk-you-wait-help = Demandez à un membre ci-dessous de vous la donner sur cette page. Ouvrez ensuite une nouvelle session. Jusque-là, tout ce que tient l’unité reste sous clé pour vous.
own-desk-none-waits = Personne n’attend la clé. Une attente se voit ici et dans la barre.
own-desk-waiting = En attente de la clé
own-desk-waiting-help = Avec la clé, on ouvre tout ce que tient l’unité, y compris ce qui est arrivé avant. Donnez-la seulement à quelqu’un que vous connaissez et qui est devant vous.
own-desk-let-in = Donner la clé
own-desk-let-in-name = Donner la clé : { $name }
own-desk-let-in-done = Clé donnée, et inscrite au registre.
own-desk-let-in-help = La nouvelle personne ouvre une nouvelle session, puis ouvre ce que tient l’unité.
own-desk-members = Dans cette unité
