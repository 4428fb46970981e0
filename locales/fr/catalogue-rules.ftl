# Why an input was reached and why an action was added.

# Why an input was reached, and why an action was added

strength-strong = Fort
strength-medium = Moyen
strength-weak = Faible
rule-two-strong = Deux faits forts dans un même groupe
rule-one-strong-one-medium = Un fait fort et un fait moyen dans un même groupe
rule-one-strong-one-weak = Un fait fort et un fait faible dans un même groupe
rule-three-medium = Trois faits moyens dans un même groupe
rule-two-medium-one-weak = Deux faits moyens et un fait faible dans un même groupe
rule-informality-counts-once = Les signes de travail informel comptent une seule fois
rule-exploitation-per-se = Un fait qui est une exploitation par son texte même
rule-means-per-se = Un fait qui est un moyen par son texte même
rule-means-implied-by-exploitation = La forme d’exploitation est elle-même un signe de moyen
rule-act-any-one = Un seul fait suffit : recruter, déplacer, loger ou recevoir
rule-smuggling-legal-elements = Passage, aide et avantage établis, ou papiers et avantage, ou aide au séjour contre avantage
rule-aggravation-one-strong-or-two-medium = Un fait fort de danger ou de mauvais traitements, ou deux faits moyens
always-aa-child = Parce que la personne est, ou peut être, un enfant
always-aa-child-urgent = Parce qu’un enfant présente un fait fort d’exploitation
always-aa-danger = Parce qu’il y a eu danger ou mauvais traitements pendant le trajet
always-aa-smuggling = Parce que des faits de trafic illicite de migrants ont été relevés
always-aa-labour = Parce que des faits liés au travail ont été relevés
always-aa-age-unknown = Parce que l’âge n’est pas connu
always-aa-age-conflict = Parce qu’un âge adulte est noté avec un fait propre à l’enfance
always-aa-refused = Parce qu’il y a eu un refus, ce qui est un droit
always-aa-unfinished = Parce que des questions du questionnaire court restent ouvertes
always-aa-benefit-contradiction = Parce qu’un avantage a été exclu et aussi relevé
also-1 = Il y a aussi des indices de trafic illicite de migrants avec danger ; la protection contre la traite des personnes prime
also-2 = Il y a aussi des indices de trafic illicite de migrants ; la protection contre la traite des personnes prime
also-3 = Il y a aussi danger ou mauvais traitements en route ; les éléments du trafic illicite de migrants ne sont pas complets
also-4 = Il y a aussi certains faits de trafic illicite de migrants ; les éléments ne sont pas complets
also-5 = L’aide au passage sans avantage n’est pas une seconde constatation
age-basis-stated = Âge tel qu’indiqué
age-basis-child-only-fact = Traitement comme enfant : un fait propre à l’enfance a été relevé
age-basis-believed-child = Traitement comme enfant : âge inconnu, sans doute un enfant
age-basis-more-protective = Âge inconnu : le plus protecteur des deux résultats a été gardé
