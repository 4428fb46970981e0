# The rules by which hints are sorted, and why a hint is urgent.

routing-rule-danger-now = danger immédiat
routing-rule-danger-now-next = Prévenez la police maintenant. Ne dites que ce qui protège la vie.
routing-rule-child = un enfant est concerné
routing-rule-child-next = Prévenez la protection de l’enfance aujourd’hui.
routing-rule-held = quelqu’un ne peut pas partir
routing-rule-held-next = Demandez par le code comment joindre la personne sans risque. Puis préparez la suite avec la police.
routing-rule-journey-danger = voyage qui met la vie en danger
routing-rule-journey-danger-next = Appelez les secours maintenant, puis transmettez.
routing-rule-third-party-adult = message au sujet d’un adulte
routing-rule-third-party-adult-next = Demandez d’abord si la personne le sait et est d’accord. Ne transmettez rien qui la désigne.
routing-rule-work = travail sans salaire
routing-rule-work-next = Demandez à la personne si l’inspection du travail peut être prévenue.
routing-rule-stays = reste à l’unité qui lit
routing-rule-stays-next = Lisez, répondez à la personne, demandez ce qui manque.
routing-path-mandatory = La loi l’exige
routing-path-urgent = Une vie est en jeu
routing-path-consent = Demander d’abord à la personne
routing-path-stay = Reste ici
routing-reason-danger-now = Quelqu’un est en danger maintenant.
routing-reason-journey-danger = Un voyage met des vies en danger.
routing-reason-child-held = Un enfant est retenu, ou risque d’être déplacé.
routing-reason-child = Un enfant est concerné.
routing-reason-restraint = Quelqu’un ne peut pas partir.
routing-reason-travel-soon = Quelqu’un risque d’être déplacé bientôt.
routing-reason-hurt = Quelqu’un est blessé ou a peur.
routing-reason-danger-unknown = Un danger immédiat n’est pas exclu.
routing-desk-coordination = Bureau de coordination
routing-desk-ngo = Association d’aide
routing-desk-shelter = Hébergement sûr
routing-desk-hospital = Hôpital
routing-desk-child-protection = Protection de l’enfance
routing-desk-labour-inspectorate = Inspection du travail
routing-desk-police = Police
routing-desk-prosecution = Parquet
routing-desk-border-guard = Secours à la frontière et en mer

## What is wrong in a catalogue of rules

routing-error-order = Donnez à chaque règle son propre ordre. Entrée : { $id }
routing-error-incomplete = Dites quelle unité lit d’abord, et quand l’étape est due. Entrée : { $id }
routing-error-desk = Un signalement ne peut pas aller à ce type d’unité. Le contrôle de l’immigration n’en reçoit jamais. Entrée : { $id }
routing-error-no-default = Faites que la dernière règle s’applique à tout signalement : laissez sa condition vide. Entrée : { $id }
routing-error-level = Chaque niveau a besoin d’une entrée avec son rang et ses jours. Entrée : { $id }
routing-error-child = Un enfant est toujours signalé à la protection de l’enfance : la loi le demande. Gardez une règle obligatoire qui vaut pour chaque enfant et y mène. Fait : { $id }
routing-error-danger = Un danger immédiat est toujours transmis aussitôt. Gardez une règle urgente qui vaut pour lui et nomme qui aide. Fait : { $id }
routing-error-journey = Un voyage qui met la vie en danger va toujours aussitôt aux secours. Gardez une règle urgente pour lui. Fait : { $id }
routing-error-before-duty = Cette règle attend, et passerait avant un devoir. Donnez-lui un ordre plus grand, ou qu’elle ne vaille ni pour un enfant ni pour un danger. Règle : { $id }
routing-error-urgency = Ceci n’est jamais moins urgent que ne le dit le catalogue. Gardez un motif de ce niveau. Fait : { $id }
routing-error-late = Un danger se traite le jour de son arrivée, et ce qui touche un enfant aussi. Gardez 0 jour pour ce niveau. Niveau : { $id }
