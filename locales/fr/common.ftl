# Words that stand on every page.

skip = Aller au texte
language-choose = Choisir une langue
exit = Quitter vite
exit-limit = Vous quittez cette page tout de suite. Votre navigateur peut en garder la trace.
public-title = Informations
foot-public = Cette page ne garde aucun cookie. Elle ne charge rien d’autres sites.
home-label = Mangrove, première page
lock = Verrouiller
nav-label = Principal
nav-hints = Signalements
nav-cases = Dossiers
nav-my-cases = Mes dossiers
nav-inquiries = Mes enquêtes
nav-screening = Repérage
nav-hand-overs = Mes transmissions
nav-picture = Tableau national
nav-openings = Ouvertures
nav-sets = Jeux de données
nav-desks = Unités et agents
nav-own-desk = Mon unité
nav-set-up = Mise en place
nav-rules = Règles
nav-tasks = Tâches
foot-settings = Mes réglages
foot-language = Langue : { $name }
foot-density = Densité : { $name }
foot-theme = Thème : { $name }
foot-help = Aide
theme-device = comme l’appareil
theme-light = clair
theme-dark = sombre
density-comfortable = aérée
density-compact = serrée
print-foot = Imprimé depuis Mangrove. Noms neutres seulement ; les volets ne s’impriment pas.
print-advice = Un conseil ne s’imprime pas.
next-step = Prochaine étape
next-nothing = Rien à faire maintenant
sealed = Sous clé
opened-today = Ouvert par vous ce jour
mark-observed = Observé
mark-part = En partie
mark-open = Non demandé
mark-not-observed = Demandé, non observé
mark-refused = Refus de répondre
mark-not-needed = Pas nécessaire
element = Élément
element-state = Ce que l’on sait
answer-yes = Oui
answer-no = Non
answer-refused = Refus
answer-not-asked = Non demandé
answer-unknown = Je ne sais pas
optional = (seulement si vous voulez)
errors-title =
    { $count ->
        [one] { $count } point à changer
       *[other] { $count } points à changer
    }
errors-kept = Tout le reste de votre texte est encore ici.
errors-secret = Ce que vous avez écrit ici n’est pas montré de nouveau.
show = Afficher
show-all = Tout afficher
save = Enregistrer
send = Envoyer
cancel = Revenir
way-back = Retour
table-show = Afficher les chiffres en tableau
source = Source : { $source }
queue-urgency = Urgence
queue-name = Nom et raisons
queue-goes-to = Destination
queue-due = Échéance
urgency-now = Danger immédiat
urgency-today = Ce jour
urgency-week = Cette semaine
due-today = Échéance : ce jour
due-on = Échéance : { $day }
late-by =
    { $days ->
        [one] En retard de { $days } jour
       *[other] En retard de { $days } jours
    }
slice-yours = Le vôtre
slice-shared = Partagé avec vous
slice-sealed = Sous clé pour vous
consent-given = Donné
consent-withdrawn = Retiré
consent-receives = Peut recevoir
consent-sees = Peut voir
consent-until = Jusqu’au
consent-stop = Retirer : arrêt immédiat
conflict-title = Deux textes pour un champ
conflict-both = Garder les deux
conflict-keep = Garder ce choix
receipt-or-words = ou ces six mots
receipt-label = Votre numéro
banner-demo = Démonstration. Toutes les personnes sont inventées.
banner-set-up = La mise en place n’est pas terminée. Rien d’une personne réelle ne peut encore être gardé.
banner-read-only = Rien ne peut être enregistré pour le moment. Vous pouvez lire. Notez sur papier ce qui est urgent.
banner-locked = Votre unité est verrouillée. Ce qui est arrivé reste sous clé.
banner-waiting = Vous n’avez pas encore la clé de votre unité. Un membre la donne sur la page « Mon unité » ; ouvrez ensuite une nouvelle session.
banner-unwitnessed = Aucun contresignataire extérieur n’a signé le registre. Vous pouvez travailler.
day-in-words =
    { $day ->
        [1] 1er { $month } { $year }
       *[other] { $day } { $month } { $year }
    }
day-today = Ce jour
day-tomorrow = Demain
day-yesterday = Hier
month-1 = janvier
month-2 = février
month-3 = mars
month-4 = avril
month-5 = mai
month-6 = juin
month-7 = juillet
month-8 = août
month-9 = septembre
month-10 = octobre
month-11 = novembre
month-12 = décembre
settings-title = Mes réglages
settings-lead = Ils ne concernent que vous et ne changent rien pour les autres.
settings-language = Langue
settings-theme = Thème
settings-density = Densité des listes
settings-density-help = Pour qui lit des listes toute la journée.
