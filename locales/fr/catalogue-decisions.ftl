# The reason of each row of the decision table.

decision-dt01 = Enfant : un acte et l’exploitation, commencée ou prévue, suffisent ; aucun moyen n’est nécessaire
decision-dt02 = Les trois éléments sont indiqués ; le but suffit, l’exploitation n’a pas besoin d’avoir commencé
decision-dt03 = Enfant exploité ou sur le point de l’être ; l’acte n’apparaît pas encore, mais on peut souvent montrer que quelqu’un l’a logé ou reçu
decision-dt04 = Exploitation et au moins un signe de moyen ; l’acte ou le moyen complet n’apparaît pas encore
decision-dt05 = Enfant : un fait fort d’exploitation
decision-dt06 = Un fait fort d’exploitation et au moins un signe de moyen
decision-dt07 = Le passage doit être remboursé par le travail : servitude pour dettes possible, quoi que l’on sache du paiement ou du passage
decision-dt08 = Un moyen apparaît ; le but n’est pas encore clair
decision-dt09 = Un enfant avec un signe de contrôle ou d’abus de vulnérabilité
decision-dt10 = Une exploitation prévue est notée ; l’acte ou le moyen n’apparaît pas encore
decision-dt11 = Exploitation d’une personne adulte ; moyen pas encore visible, peut-être faute de question ou de sécurité pour répondre. Une infraction au travail, sexuelle ou autre reste possible
decision-dt12 = Danger, traitements inhumains ou dégradants, force ou extorsion pendant un trafic illicite de migrants
decision-dt13 = Danger ou mauvais traitements en route ; paiement, passage ou organisateur du passage non établi ou non demandé, ou aide de la famille qui a mis la vie en danger
decision-dt14 = Trafic illicite de migrants indiqué ; la personne a droit à la protection et n’est pas pénalement responsable d’en avoir été l’objet
decision-dt15 = L’aide au passage sans avantage matériel est hors de l’infraction de l’ONU ; le droit national peut aller plus loin
decision-dt16 = Certains faits de trafic illicite de migrants ; avantage, passage ou organisateur du passage ni établi ni exclu
decision-dt17 = Tout autre enfant ; jamais plus bas, quoi que l’on ait demandé ou non
decision-dt18 = Quelque chose a été relevé qui ne trouve pas encore sa place
decision-dt19 = Rien n’a été relevé, mais le questionnaire court n’a pas été posé en entier ou une question a été refusée
decision-dt20 = Le questionnaire court a été posé en entier et rien n’a été relevé
