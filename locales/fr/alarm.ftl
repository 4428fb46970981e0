# What the node warns of, as the oversight body and the desks read it.

alarm-own-name = Même nom de famille
alarm-help-own-name = La personne porte le nom de famille de l’agent ou de l’agente, et le lieu, le téléphone ou la parenté concorde aussi.
alarm-own-contact = Même téléphone ou adresse
alarm-help-own-contact = Un téléphone ou une adresse de la personne figure parmi ceux de l’agent ou de l’agente.
alarm-over-budget = Plus d’ouvertures que la limite du jour
alarm-help-over-budget = L’agent ou l’agente n’était pas en charge. L’ouverture n’a pas été refusée : demandez pourquoi il en fallait autant.
alarm-friends-approve = Deux personnes se disent oui l’une à l’autre
alarm-help-friends-approve = Un second oui ne vaut que s’il aurait pu être un non.
alarm-canary = Une personne témoin a été ouverte
alarm-help-canary = Cette personne n’existe pas : personne n’avait de motif de travail pour l’ouvrir.
alarm-no-later-work = Ouvertures sans travail ensuite
alarm-help-no-later-work = Plusieurs identités ont été ouvertes par une personne qui n’en avait pas la charge, sans rien faire ensuite dans ces dossiers.
alarm-break-glass = Ouverture d’urgence
alarm-help-break-glass = Une personne, 30 minutes au plus, pour une vie en danger. L’organe de supervision l’examine sous trois jours.
alarm-review-late = Un examen est en retard
alarm-help-review-late = La direction de l’organe de supervision l’examine désormais. D’ici là, pas d’ouverture d’urgence pour cette personne ; la voie ordinaire pour un danger de mort reste ouverte.
alarm-event-mode = Mode opération
alarm-help-event-mode = Deux personnes l’ont ouvert pour leur unité, pour 24 heures au plus. Chaque ouverture y est marquée.
alarm-root-differs = Une racine notée diffère
alarm-help-root-differs = Ce qui a été imprimé ou attesté n’est pas l’histoire que montre ce nœud. Lancez la vérification et gardez une copie de la base.
alarm-paper-key = La clé sur papier a servi
alarm-help-paper-key = Demandez à l’unité si c’était elle, et si une nouvelle clé est sous scellé.
alarm-recovery = Des clés sont en cours de récupération
alarm-help-recovery = Des dépositaires de l’unité rendent une clé à une personne.
alarm-freeze = Un gel a été posé
alarm-help-freeze = Plus rien ne s’y ouvre jusqu’à la levée.
alarm-many-searches = Beaucoup de recherches de noms
alarm-help-many-searches = Plus de recherches en un jour que le travail d’une unité n’en demande.
alarm-searched-own-name = Recherche de son propre nom de famille
alarm-help-searched-own-name = Le nom recherché figure parmi ceux de l’agent ou de l’agente.
alarms-title = Ce dont votre unité a été avertie
alarms-lead = L’organe de supervision a été averti en même temps. Personne ne voit ici ce qui vient de soi.
alarms-empty = Aucun avertissement
alarms-empty-help = Une ouverture d’urgence ou un mode opération dans votre unité figurerait ici.
alarm-read = J’ai lu
alarm-read-already = Lu par votre unité
alarm-by = Par : { $name }
alarm-by-node = Constaté par le nœud lui-même
alarm-at-desk = Unité : { $name }
alarm-waiting =
    { $count ->
        [one] { $count } avertissement attend d’être lu.
       *[other] { $count } avertissements attendent d’être lus.
    }
alarm-waiting-read = Lire
alarm-state-new = Nouveau
alarm-state-seen = Vu
alarm-mark-seen = Marquer comme vu
alarm-mark-reviewed = Examiné : classer
alarm-note = Ce que vous avez constaté
alarm-note-help = Sous clé : seul l’organe de supervision peut le lire. Pas de noms, pas d’adresses.
oversight-title = Supervision
oversight-lead = Ce qui demande d’abord votre regard. Vous voyez qui, quand et pourquoi, jamais ce qui a été ouvert.
oversight-alarms = Alarmes
oversight-none = Aucune alarme en cours
oversight-none-help = Une alarme apparaît ici à l’instant où sa cause est inscrite.
nav-oversight = Supervision
opening-action-alarm-raised = Alarme
opening-action-alarm-view = Lecture des avertissements de l’unité
opening-action-ledger-review = Réponse à une alarme
opening-reason-alarm-seen = Alarme vue
opening-reason-alarm-reviewed = Alarme examinée
