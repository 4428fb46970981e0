# Elements of trafficking in persons and of smuggling of migrants, side by side.

# The elements of the two crimes, shown side by side

element-tip = Traite des personnes
element-tip-meaning = Quelqu’un recrute, déplace ou loge une personne, par contrainte, tromperie ou abus, afin de l’exploiter. Aucune frontière n’est nécessaire.
element-tip-act = Acte
element-tip-act-meaning = Quelqu’un recrute, transporte, transfère, loge, cache ou reçoit la personne
element-tip-means = Moyen
element-tip-means-meaning = Menace, force, contrainte, enlèvement, fraude, tromperie, abus d’autorité ou de vulnérabilité, ou paiement à qui a autorité ; pas nécessaire pour un enfant
element-tip-purpose = But d’exploitation
element-tip-purpose-meaning = Exploitation, commencée ou prévue : sexuelle, travail ou services forcés, esclavage, servitude, prélèvement d’organes et autres
element-som = Trafic illicite de migrants
element-som-meaning = Contre un avantage, quelqu’un fait passer une frontière à une personne sans les papiers exigés. La personne n’est pas pénalement responsable d’en avoir été l’objet.
element-som-crossing = Passage d’une frontière
element-som-crossing-meaning = La personne a passé, ou essayé de passer, sans remplir les conditions d’entrée
element-som-facilitation = Aide au passage
element-som-facilitation-meaning = Quelqu’un d’autre a organisé ou effectué le passage
element-som-benefit = Avantage
element-som-benefit-meaning = L’organisateur du passage a reçu de l’argent ou un autre avantage matériel, ou sa promesse ; sans cela, pas de trafic illicite de migrants au sens de l’ONU
element-som-documents = Faux papiers
element-som-documents-meaning = Quelqu’un a fourni des papiers faux, modifiés ou d’autrui, contre un avantage, pour permettre le passage
element-som-stay = Aide au séjour
element-som-stay-meaning = Quelqu’un a été payé pour permettre un séjour irrégulier, par de faux papiers ou d’autres moyens illégaux
element-som-aggravation = Danger ou mauvais traitements pendant le trajet
element-som-aggravation-meaning = La vie ou la sécurité a été mise en danger, ou la personne a subi des traitements inhumains, dégradants ou une exploitation
