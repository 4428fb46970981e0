# Results of screening. A result is advice and no decision about a person.

# Short label, then its meaning; tone: advice, never a decision

result-tip-indicated = Indices de traite des personnes
result-tip-indicated-meaning = Tous les éléments de la traite des personnes sont indiqués. Proposez une orientation aujourd’hui ; seule l’autorité compétente décide des motifs raisonnables.
result-tip-possible = Traite des personnes possible
result-tip-possible-meaning = Certains éléments de la traite des personnes apparaissent. Donnez une aide dès maintenant et prévoyez un second entretien. Rien n’est clos.
result-exploitation-means-not-shown = Indices d’exploitation ; moyens non établis à ce jour
result-exploitation-means-not-shown-meaning = L’exploitation d’une personne adulte est indiquée ; la façon de l’obtenir n’apparaît pas encore. Aidez dès maintenant. Refaites le repérage de traite des personnes.
result-aggravated-som = Indices de trafic illicite de migrants avec danger ou mauvais traitements
result-aggravated-som-meaning = Passage dans le danger, avec mauvais traitements, force ou extorsion. Portez assistance. Reparlez de traite des personnes après un temps de repos.
result-aggravated-som-possible = Danger ou mauvais traitements possibles lors d’un trafic illicite de migrants
result-aggravated-som-possible-meaning = Un danger ou des mauvais traitements en route sont indiqués ; les éléments du trafic illicite de migrants ne sont pas complets. Portez assistance et refaites le repérage.
result-som = Indices de trafic illicite de migrants
result-som-meaning = La personne a des droits et n’est pas pénalement responsable d’en avoir été l’objet. Reparlez de traite des personnes après un temps de repos ; une même personne peut subir les deux.
result-facilitation-without-benefit = Aide au passage sans avantage constaté
result-facilitation-without-benefit-meaning = Une aide au passage apparaît, sans avantage ; ce n’est pas un trafic illicite de migrants au sens de l’ONU. La personne garde les mêmes garanties.
result-som-possible = Trafic illicite de migrants possible
result-som-possible-meaning = Certains faits de trafic illicite de migrants apparaissent ; les éléments ne sont pas complets. La personne garde tous ses droits et n’en répond pas pénalement.
result-child-protection = Enfant : la protection de l’enfance décide de la suite
result-child-protection-meaning = Aucun résultat plus précis pour cet enfant. La protection de l’enfance décide de la suite. Le résultat ne descend jamais plus bas.
result-more-facts-needed = Il manque des éléments
result-more-facts-needed-meaning = Les éléments sont incomplets. Terminez les questions, proposez des services et revoyez la personne.
result-no-indication-now = Aucun indice relevé ce jour
result-no-indication-now-meaning = Tout le questionnaire court a été posé et rien n’a été relevé ce jour. Cela ne dit rien d’hier ni de demain, et n’est valable qu’un temps.
