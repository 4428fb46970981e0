# What is said about a hint: to the person who sends it, and to the officer who reads it.

## Files that are not taken

hint-file-empty = Ce fichier est vide. Choisissez-le de nouveau, ou envoyez sans lui. Fichier : { $name }
hint-file-too-large = Ce fichier dépasse 8 Mo. Choisissez-en un plus petit, ou envoyez sans lui. Fichier : { $name }
hint-file-too-many = Vous pouvez envoyer jusqu’à 5 fichiers. Choisissez-en moins, ou envoyez les autres plus tard.
hint-file-other-type = Nous ne pouvons prendre que des photos (JPEG, PNG) et des documents PDF. Fichier : { $name }
hint-file-truncated = Il manque une partie de ce fichier. Choisissez-le de nouveau, ou envoyez sans lui. Fichier : { $name }
hint-file-damaged = Ce fichier est abîmé. Choisissez-en un autre, ou envoyez sans lui. Fichier : { $name }
hint-file-polyglot = Ce fichier en cache un autre. Choisissez-en un autre, ou envoyez sans lui. Fichier : { $name }
hint-file-too-many-pixels = Cette image est trop grande pour être ouverte sans risque. Réduisez-la, ou envoyez sans elle. Fichier : { $name }
hint-file-other-variant = Nous ne pouvons pas nettoyer ce genre d’image. Faites une capture d’écran, ou envoyez sans elle. Fichier : { $name }

## Fields that must be changed

hint-error-empty = Écrivez quelques mots, ou cochez ce qui convient.
hint-error-no-words = Écrivez quelques mots.
hint-error-too-long = Ce texte est trop long. Raccourcissez-le, ou envoyez la suite plus tard. Limite : { $limit }. Le vôtre : { $length }
hint-error-choice = Choisissez une des réponses proposées.

## Facts

hint-fact-danger-now = Quelqu’un est en danger maintenant
hint-fact-child = Un enfant est concerné
hint-fact-adult = La personne est adulte
hint-fact-restraint = Quelqu’un ne peut pas partir
hint-fact-travel-soon = Quelqu’un risque d’être déplacé bientôt
hint-fact-journey-danger = Un voyage met des vies en danger
hint-fact-papers-held = Les papiers sont gardés par quelqu’un d’autre
hint-fact-not-paid = Le travail n’est pas payé
hint-fact-hurt = Quelqu’un est blessé ou a peur
hint-fact-third-party = Le message concerne une autre personne
hint-fact-other = Autre chose
hint-stated-yes = Oui
hint-stated-no = Non
hint-stated-unknown = Inconnu
hint-stated-refused = Refus
hint-stated-not-answered = Sans réponse

## The hint's page

hint-channel-web = Signalement par la page web
hint-channel-api = Signalement par un autre système
hint-channel-phone = Signalement par téléphone
hint-channel-walk-in = Signalement lors d’une visite
hint-received = Reçu le { $day }. La personne qui a écrit a un code et peut recevoir une réponse.
hint-back = Signalements
hint-next = Étape suivante
hint-wrote = Ce que la personne a écrit
hint-took-down = Ce que l’unité a noté
hint-language = Langue de la page : { $language }
hint-no-text = Aucun mot écrit ; voir les faits.
hint-place = Lieu
hint-contact = Contact souhaité ?
hint-contact-code-only = Seulement par le code
hint-contact-when = Sans risque quand
hint-languages = Langues parlées
hint-files = Fichiers
hint-who = Qui écrit
hint-who-self = La personne elle-même
hint-who-other = Une autre personne
hint-file-copy = Enregistrer la copie nettoyée
hint-file-note = L’original reste sous clé ; son empreinte est gardée.
hint-file-sealed-only = PDF, sous clé. Il n’est pas affiché.
hint-file-number = Fichier { $number }
hint-why-urgent = Pourquoi c’est urgent
hint-why-not-urgent = Aucun fait urgent n’a été indiqué. Cela ne prouve pas qu’il n’y en a pas.
hint-urgency-note = Vous pouvez augmenter l’urgence en donnant un motif. Elle ne baisse jamais seule et ne ferme jamais un signalement.
hint-why-there = Pourquoi il va là
hint-rule = Règle { $number } : { $rule }
hint-rule-fired = Appliquée, car indiqué : { $facts }.
hint-rule-fired-always = S’applique à tout signalement.
hint-rule-goes-to = Va vers : { $desks }
hint-rule-basis = Base : { $basis }
hint-rules-not-fired = Règles non appliquées
hint-rule-missing = Non indiqué : { $facts }
hint-rule-barring = S’y oppose : { $facts }
hint-condition = { $fact } : { $stated }
hint-routing-version = Règles d’aiguillage, version { $version }
hint-talk = Échange avec la personne
hint-talk-none = Aucun message.
hint-talk-desk = Votre unité, { $day }
hint-talk-reporter = La personne, { $day }
hint-answer = Réponse
hint-answer-help = La personne la lit avec le code. N’y nommez personne d’autre.
hint-answer-send = Envoyer la réponse
hint-happened = Ce qui s’est passé
hint-event-received = Réception et mise sous clé
hint-event-sorted = Classement par règle
hint-event-opened = Ouverture
hint-event-raised = Urgence augmentée
hint-event-answered = Réponse envoyée à la personne
hint-event-reporter-wrote = La personne a écrit de nouveau
hint-event-handed-over = Transmission
hint-event-assigned = Attribution
hint-event-case-opened = Dossier ouvert
hint-event-screened = Repérage effectué
hint-waits = Attend l’étape suivante
hint-hand-over = Transmettre maintenant
hint-hand-over-to = À quelle unité
hint-hand-over-help = Les mots et l’échange passent à cette unité. La vôtre ne peut plus les ouvrir.
hint-hand-over-error = Choisissez une unité qui peut recevoir ce signalement.
hint-hand-over-ground-error = Indiquez pour quel motif ce signalement peut quitter votre unité.
hint-screen = Mener un entretien de repérage
hint-open-case = Ouvrir un dossier
hint-to-case = Aller au dossier
hint-assign = Prendre en charge
hint-assign-help = Prenez-le en charge : l’unité voit alors qui s’en occupe.
hint-assigned-you = Attribué à vous
hint-open = Ouvrir
hint-sealed-title = Ce signalement est sous clé
hint-sealed-text = Si vous l’ouvrez, votre nom, le jour et votre motif sont inscrits au registre.
hint-print-foot = Imprimé depuis Mangrove. Noms neutres seulement ; les mots d’un signalement ne s’impriment pas.
hint-hand-over-ground = Pour quel motif
hint-ground-agreed = La personne est d’accord
hint-ground-law = La loi l’exige
hint-ground-life-at-risk = Une vie est en danger
