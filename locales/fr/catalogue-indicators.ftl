# The indicators of screening: what an officer can tick.

# Deceptive recruitment

indicator-deceived-job-nature = La personne a été trompée sur le travail, le lieu ou l’employeur
indicator-deceived-sexual-purpose = Recrutement pour un emploi, des études, un voyage ou une relation, puis services sexuels exigés
indicator-deceived-work-conditions = Les conditions de travail réelles sont très différentes de celles promises
indicator-deceived-contract = Contrat remplacé, non signé, non lu, illégal ou dans une langue non comprise
indicator-deceived-wages = Les gains promis lors du recrutement étaient faux
indicator-deceived-housing = Tromperie sur le logement ou les conditions de vie
indicator-deceived-legal-status = Tromperie sur les papiers ou sur le droit de séjourner ou de travailler
indicator-deceived-family-reunification = Tromperie sur la possibilité de rejoindre sa famille ou de la faire venir
indicator-deceived-marriage-adoption = Promesse de mariage, de relation ou d’adoption pour attirer la personne
indicator-deceived-travel-conditions = Tromperie sur le voyage ou sur les conditions de son organisation
indicator-deceived-education = Promesse d’école, de formation ou de bourse qui n’existait pas
indicator-deceived-sport-trial = Promesse d’un essai, d’un contrat ou d’une place en académie qui n’existe pas ou que le club n’a jamais acceptés
indicator-deceived-online-job = Réponse à une offre en ligne : paie très élevée, pas d’entretien, vol payé, employeur vague
indicator-deceived-medical = Fausses informations sur un acte médical, ses risques, son paiement ou le statut du donneur ou de la donneuse
indicator-deceived-surrogacy = Gestation pour autrui : tromperie, ou aucune information libre, sur les conditions, les soins ou le sort de l’enfant

# Coercive recruitment

indicator-rec-violence = Violence contre la personne lors du recrutement ou du transfert
indicator-rec-abduction = Au départ : enlèvement, vente, mariage forcé ou adoption forcée
indicator-rec-documents-taken = Papiers d’identité ou de voyage pris lors du recrutement ou du trajet
indicator-rec-debt-bondage = Dette de recrutement ou de voyage à des conditions intenables ou toujours changées
indicator-rec-isolation = Maintien à l’écart, enfermement ou surveillance avant ou pendant le trajet
indicator-rec-threat-violence = Menace de violence pour faire partir la personne
indicator-rec-threat-family = Menaces ou violences contre la famille pour obtenir l’obéissance
indicator-rec-threat-denounce = Menace, lors du recrutement, de dénoncer la personne aux autorités
indicator-rec-threat-shame = Menace de tout dire à la famille, à la communauté ou au public, ou de montrer des images intimes
indicator-rec-ritual-oath = Serment ou rituel qui lie la personne : refuser ou parler lui semble dangereux
indicator-rec-payment-third-party = Argent ou avantages donnés à un parent, un tuteur, une tutrice ou un partenaire pour remettre la personne

# Abuse of vulnerability at recruitment

indicator-vul-family-situation = Le recruteur ou la recruteuse a profité d’une situation familiale difficile
indicator-vul-irregular-status = Le recruteur ou la recruteuse a profité d’un statut irrégulier ou précaire
indicator-vul-language-education = Le recruteur ou la recruteuse a profité d’une faible maîtrise de l’école, de la lecture ou de la langue
indicator-vul-lack-information = Le recruteur ou la recruteuse a profité d’un manque d’information sur la destination, les droits ou la loi
indicator-vul-economic = Le recruteur ou la recruteuse a profité de la pauvreté ou d’un besoin urgent d’argent
indicator-vul-emotional-dependency = Le recruteur ou la recruteuse a créé une dépendance affective ou amoureuse
indicator-vul-false-success-stories = Le recruteur ou la recruteuse a raconté de faux récits de réussite ou sur les autorités
indicator-vul-beliefs = Des croyances culturelles ou religieuses ont été utilisées contre la personne
indicator-vul-disability-addiction = Un handicap, une maladie mentale, l’absence de logement ou une dépendance ont été visés
indicator-vul-displaced = Recrutement dans un camp, une zone de catastrophe, un foyer ou un lieu de transit
indicator-vul-unaccompanied-child = Enfant non accompagné, séparé de sa famille ou disparu de son lieu de protection

# Exploitation

indicator-exp-excessive-hours = Jours ou heures de travail excessifs
indicator-exp-low-no-pay = Paie faible ou inexistante
indicator-exp-wage-manipulation = Salaire réduit par des retenues inexpliquées ou excessives
indicator-exp-hazardous = Travail dangereux sans protection
indicator-exp-bad-living = Conditions de vie dégradantes ou surpeuplées, liées au travail
indicator-exp-bad-working = Très mauvaises conditions de travail
indicator-exp-no-labour-law = Le droit du travail ou le contrat signé n’est pas respecté
indicator-exp-no-social-protection = Pas de contrat, de déclaration ni d’assurance sociale
indicator-exp-no-education = Un enfant qui travaille n’a pas accès à l’école
indicator-exp-adult-sexual-control = Un tiers organise les services sexuels, fixe les prix et les horaires et garde l’argent
indicator-exp-child-sexual = Enfant exploité dans la prostitution, un spectacle sexuel ou des images sexuelles
indicator-exp-child-tourism = Enfant conduit à des visiteurs dans des hôtels, maisons, plages ou clubs contre de l’argent ou des cadeaux
indicator-exp-child-hazardous = Enfant qui fait un travail dangereux, de nuit ou trop dur physiquement
indicator-exp-begging-quota = Obligation de mendier ou de vendre de petits objets et de remettre une somme fixe par jour
indicator-exp-begging-school = Élèves envoyés mendier ou travailler par un maître ou un internat religieux qui garde l’argent
indicator-exp-school-fees-labour = Élève qui travaille pour un enseignant, un parrain ou une famille hôte en échange d’une scolarité non donnée
indicator-exp-forced-crime = Obligation de voler, porter ou cultiver de la drogue, frauder ou escroquer au profit d’autrui
indicator-exp-county-lines = Enfant trouvé loin de chez lui avec de la drogue, plusieurs téléphones ou de l’argent inexpliqué
indicator-exp-domestic-live-in = Personne employée et logée à domicile, à disposition jour et nuit, sans espace privé, repos ni sortie seule
indicator-exp-sport-abandoned = Jeune sportif ou sportive sans contrat, paie, papiers ni billet de retour après un essai raté ou inventé
indicator-exp-sport-fee = Le joueur, la joueuse ou la famille a payé un agent qui garde le passeport et réclame les gains futurs
indicator-exp-forced-marriage = Mariage sans libre consentement, avec travail ou rapports sexuels imposés
indicator-exp-illegal-adoption = Enfant remis pour le gain ou l’exploitation par paiement, faux papiers ou consentement forcé, hors adoption légale ; un placement ouvert chez des proches n’est pas visé
indicator-exp-organ = Prélèvement d’organe préparé ou effectué pour le gain d’autrui et sans consentement valable
indicator-exp-surrogacy = Femme contrainte de porter une grossesse pour autrui par force, menace, dette ou abus de vulnérabilité
indicator-exp-child-soldier = Enfant recruté ou utilisé par des forces ou groupes armés
indicator-exp-benefits = Identité ou présence utilisée pour obtenir des prestations, crédits ou comptes gardés par d’autres
indicator-exp-descent-slavery = Personne tenue pour la propriété ou l’héritage d’un maître ou d’une famille : travail sans paie, ni départ ni mariage libres, ou enfants appartenant au maître
indicator-exp-armed-group-wife = Personne prise ou gardée par un groupe armé ou ses membres comme « épouse » ou domestique, pour le sexe ou le ménage
indicator-exp-forced-armed-service = Contrainte ou tromperie pour combattre, porter, cuisiner ou travailler pour un groupe armé ou une force privée, sans pouvoir partir
indicator-exp-ritual-servitude = Personne donnée à un sanctuaire, guérisseur, culte ou chef religieux, ou gardée par lui, pour servir, expier ou être utilisée dans des rituels, sans pouvoir partir
indicator-exp-entertainment = Artiste, danse, mannequinat ou cirque : l’agent garde la paie ou les papiers, ou impose de boire ou sortir avec la clientèle contre le contrat
indicator-exp-egg-tissue = Ovocytes, tissus ou cellules prélevés, ou soins médicaux donnés pour cela, au profit d’autrui et sans consentement valable
indicator-exp-state-imposed = Travail imposé par une autorité publique pour le développement, la production, une sanction d’opinion, la discipline ou par discrimination, au-delà des obligations civiques légales
indicator-exp-prison-labour = Personne détenue ou migrante retenue, contrainte au travail ou à des services sexuels pour gardiens, milices ou particuliers

# Coercion at destination

indicator-co-documents = Passeport ou papiers d’identité gardés par l’employeur, le logeur ou quelqu’un qui contrôle la personne
indicator-co-debt = Dette qui grandit ou impossible à rembourser
indicator-co-confined = Enfermement, isolement ou surveillance permanente ; la personne ne peut pas sortir librement
indicator-co-violence = Violence de la part de ceux qui contrôlent le travail
indicator-co-forced-tasks = Obligation d’accepter des tâches ou des clients
indicator-co-forced-illicit = Activité illégale imposée par ceux qui contrôlent la personne
indicator-co-against-peers = Obligation d’agir contre d’autres travailleurs, travailleuses ou victimes
indicator-co-forced-lie = Obligation de mentir aux autorités, à la famille ou aux clients
indicator-co-threat-denounce = Menace de dénonciation ou d’expulsion
indicator-co-threat-violence = Menace de violence
indicator-co-threat-family = Menaces ou violences contre la famille
indicator-co-withheld-wages = Salaire retenu, « mis de côté » par d’autres ou payé seulement au départ
indicator-co-threat-worse = Menace de conditions encore pires
indicator-co-threat-shame = Menace de tout dire à la famille, à la communauté ou au public
indicator-co-drugs = Drogue ou alcool donnés pour créer la dépendance ou l’obéissance
indicator-co-digital-control = Téléphone, messages ou position suivis par d’autres ; profil ou annonce tenus par quelqu’un d’autre
indicator-co-bank-control = Une autre personne contrôle la carte, le compte ou l’application de paiement
indicator-co-scripted = Réponses comme apprises, ou quelqu’un insiste pour parler à la place de la personne
indicator-co-fear-authorities = Grande peur des autorités ou d’une personne désignée

# Abuse of vulnerability at destination

indicator-ad-dependency = Dépendance envers l’auteur de l’exploitation pour le logement, la nourriture, le transport ou les papiers
indicator-ad-unknown-area = La personne ne connaît ni l’adresse ni les environs et ne peut pas se débrouiller sans aide
indicator-ad-legal-status = Le statut ou le titre de séjour dépend de l’employeur ou est irrégulier, et on s’en sert
indicator-ad-economic = Le besoin d’argent empêche la personne de partir
indicator-ad-family = Des personnes à charge ou la situation familiale empêchent la personne de partir
indicator-ad-personal = Âge, grossesse, maladie, handicap ou abus passés utilisés pour garder le contrôle
indicator-ad-child-alone = Enfant qui vit avec des adultes sans lien de famille qui ne peuvent pas expliquer leur relation
indicator-ad-no-alternative = Pas d’autre choix véritable ni acceptable que de se soumettre au travail, au sexe ou à un autre usage

# Act

indicator-act-recruited = Quelqu’un a recruté la personne : de vive voix, par une agence ou en ligne
indicator-act-transported = Quelqu’un a organisé, payé ou accompagné le transport
indicator-act-transferred = Quelqu’un a transféré le contrôle de la personne à d’autres ou vers un autre lieu
indicator-act-harboured = Ceux qui contrôlent le travail ou l’activité logent ou cachent la personne
indicator-act-received = Quelqu’un qui contrôle la personne l’a prise en main à l’arrivée

# What an observer sees

indicator-obs-injuries = Blessures non soignées ou répétées qui ne correspondent pas au récit
indicator-obs-late-care = Soins tardifs, grossesse avancée sans suivi, infections répétées, blessures typiques du travail
indicator-obs-companion-health = La personne qui accompagne refuse de quitter la consultation, ou paie en espèces et garde les papiers
indicator-obs-truancy = Absences inexpliquées, épuisement, disparition de l’école ou inscription sans responsable légal
indicator-obs-new-goods = Enfant avec argent, téléphones ou vêtements inexpliqués, ou partenaire plus âgé qui contrôle
indicator-obs-workplace-living = Couchages, portes verrouillées ou barreaux sur un lieu de travail
indicator-obs-transported-daily = Groupe conduit entre le logement et le travail, jamais vu seul
indicator-obs-no-belongings = Peu d’affaires, pas d’argent, pas de papiers sur soi
indicator-obs-hotel-pattern = Chambres payées en espèces, visites courtes et nombreuses, ménage refusé, personne jamais seule
indicator-obs-border-group = Plusieurs personnes avec billets qui se suivent, même garant ou récits identiques, sans connaître leur destination
indicator-obs-sport-visa = Groupe avec visas sportifs sans invitation de club, match ni assurance
indicator-obs-shared-address = Beaucoup de personnes employées ont l’adresse, le téléphone ou le compte de leur employeur ou agent

# Smuggling of migrants

indicator-som-crossed-irregular = Passage ou tentative de passage d’une frontière sans remplir les conditions d’entrée
indicator-som-facilitator = Un tiers a organisé ou effectué le passage illégal
indicator-som-paid = L’organisateur du passage a reçu de l’argent ou un autre avantage matériel, ou la promesse de l’obtenir
indicator-som-fraud-docs = Papiers faux, modifiés ou d’une personne ressemblante fournis pour le trajet
indicator-som-guarantee-fee = Somme confiée à un garant ou à un service de hawala et débloquée à l’arrivée
indicator-som-relationship-ends = Le lien avec l’organisateur du passage a pris fin à l’arrivée, une fois la somme payée
indicator-som-sought-service = La personne a cherché l’organisateur du passage et s’est entendue sur le prix et la destination
indicator-som-concealed = Personne trouvée cachée dans un véhicule, un conteneur ou un bateau
indicator-som-abuse-visa = Emploi, études, mariage ou invitation fictifs utilisés pour obtenir un visa
indicator-som-enabled-stay = Paiement à quelqu’un pour de faux papiers ou des arrangements permettant un séjour irrégulier

# Danger on the journey

indicator-asom-life-danger = Trajet dangereux pour la vie ou la sécurité : bateau surchargé, conteneur fermé, abandon dans le désert
indicator-asom-deaths = Morts ou blessures graves pendant le trajet
indicator-asom-inhuman = Coups, violences sexuelles, privation de nourriture ou humiliations pendant le trajet
indicator-asom-extortion = Rétention en route contre rançon ou paiement supplémentaire
indicator-asom-work-off = Obligation de rembourser le passage à l’arrivée par le travail ou autrement ; à évaluer comme traite des personnes
indicator-asom-weapons = Les organisateurs du passage étaient armés
indicator-asom-force = Les organisateurs du passage ont usé de force contre les personnes migrantes ou ont laissé faire
indicator-asom-child = Enfants non accompagnés déplacés dans des conditions dangereuses pour eux
indicator-asom-abandoned = Abandon en route sans nourriture, sans eau ni moyen de trouver le chemin
