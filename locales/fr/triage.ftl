# The queue of hints, urgency, and the form of the operator.

triage-level-week = Cette semaine
triage-level-today = Aujourd’hui
triage-level-danger = Danger immédiat
triage-error-only-up = Choisissez un niveau plus élevé. L’urgence ne baisse jamais.
triage-title = Signalements à classer par urgence
triage-lead =
    { $count ->
        [0] Aucun signalement n’attend.
        [one] { $count } signalement attend.
       *[other] { $count } signalements attendent.
    }
triage-lead-danger = Danger immédiat : { $count }
triage-lead-late = En retard : { $count }
triage-next = Étape suivante
triage-next-read = À lire d’abord : { $alias }
triage-next-button = Lire
triage-next-none = Rien à faire maintenant. Un nouveau signalement apparaîtra ici.
triage-filter-alias = Nom neutre
triage-filter-urgency = Urgence
triage-filter-state = État
triage-filter-all = Tous
triage-filter-open = En attente
triage-filter-show = Afficher
triage-filter-clear = Tout afficher
triage-found =
    { $count ->
        [0] Aucun signalement ne correspond
        [one] { $count } signalement trouvé
       *[other] { $count } signalements trouvés
    }
triage-column-urgency = Urgence
triage-column-hint = Signalement et motifs
triage-column-goes-to = Va vers
triage-column-due = Échéance
triage-stays = Reste ici
triage-goes-to = { $desks }
triage-reporter-wrote = La personne a écrit de nouveau
triage-yours = Attribué à vous
triage-assigned = Attribution
triage-state-new = Nouveau
triage-state-triaged = Lu
triage-state-handed-over = Transmission
triage-state-case-opened = Dossier ouvert
triage-state-closed = Fermé
triage-due-today = Pour aujourd’hui
triage-due-on = Pour le { $day }
triage-late =
    { $days ->
        [one] Retard de { $days } jour
       *[other] Retard de { $days } jours
    }
triage-empty-title = Aucun signalement n’attend
triage-empty-text = Les nouveaux signalements apparaissent ici, les plus urgents d’abord. Vous pouvez en noter un par téléphone.
triage-more = Seuls les premiers sont affichés : { $count }. Lisez-les, ou précisez la recherche.
triage-phone = Noter un signalement par téléphone ou en visite
triage-raise = Augmenter l’urgence
triage-raise-to = Nouveau niveau
triage-raise-reason = Motif
triage-raise-button = Augmenter
triage-raise-written-in-text = Les mots disent ce qui n’a pas été coché
triage-raise-reporter-answered = La personne en a dit plus
triage-raise-other-source = Une autre source le dit
triage-raise-officer-judgement = Connaissance du lieu ou des personnes
triage-raise-error = Choisissez un motif.

## The operator's form

triage-phone-title = Noter un signalement
triage-phone-lead = Écrivez ce que la personne dit, avec ses mots. Rien n’est obligatoire.
triage-phone-duty = Avant que la personne parle : dites qui lit ceci, et qu’un enfant en danger doit être signalé.
triage-phone-reveals = Dites aussi ce que ce moyen révèle : un appel reste dans la liste des appels et sur la facture ; une visite peut être vue.
triage-phone-channel = Comment la personne est venue
triage-phone-channel-phone = Téléphone
triage-phone-channel-walk-in = Visite
triage-phone-text = Ce que la personne dit
triage-phone-facts = Ce que la personne indique
triage-phone-facts-help = Sans coche : non dit.
triage-phone-who = Qui parle
triage-phone-about = De qui il s’agit
triage-phone-adult = Une personne adulte
triage-phone-child = Un enfant
triage-phone-unknown = Âge inconnu
triage-phone-refused = Ne veut pas le dire
triage-phone-not-asked = Non demandé
triage-phone-danger = Quelqu’un est-il en danger maintenant ?
triage-phone-send = Mettre sous clé et donner un code
triage-phone-receipt-title = Code pour la personne
triage-phone-receipt-text = Lisez-le maintenant à voix haute. Il ne sera plus affiché, et personne ne pourra le retrouver.
triage-phone-done = Je l’ai lu à voix haute
