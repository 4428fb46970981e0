# Inputs of the decision table and their values.

# The nine inputs of the decision table and their values

input-age = Âge
input-age-adult = Adulte
input-age-child = Enfant
input-act = Acte : quelqu’un a recruté, transporté, transféré, logé ou reçu la personne
input-act-positive = Établi par des faits
input-act-negative = Non établi, ou non demandé
input-means = Moyen : tromperie, contrainte ou abus de vulnérabilité
input-means-positive = Établi par des faits
input-means-indicated = Un signe : vulnérabilité seule, un fait fort, ou des faits dispersés
input-means-negative = Non établi, ou non demandé
input-exploitation = Exploitation
input-exploitation-positive = Établie par des faits
input-exploitation-intended = Prévue, notée par l’agent ou l’agente
input-exploitation-one-strong = Un seul fait fort
input-exploitation-negative = Non établie, ou non demandée
input-smuggling = Trafic illicite de migrants : passage, aide au passage, avantage
input-smuggling-positive = Éléments établis par des faits
input-smuggling-unproven = Certains faits ; éléments incomplets
input-smuggling-no-benefit = Passage et aide établis ; avantage exclu
input-smuggling-negative = Non établi, ou non demandé
input-aggravation = Danger ou mauvais traitements pendant le trajet
input-aggravation-exploitation = Le passage doit être remboursé par le travail
input-aggravation-positive = Établis : danger, traitements inhumains, force ou extorsion
input-aggravation-negative = Non établis, ou non demandés
input-intent = Exploitation prévue
input-intent-recorded = Notée par l’agent ou l’agente
input-intent-not-recorded = Non notée
input-facts = Faits
input-facts-observed = Au moins un fait relevé
input-facts-none = Aucun fait relevé
input-short-form = Questionnaire court
input-short-form-complete = Toutes les questions posées et répondues
input-short-form-incomplete = Questions non posées ou refusées
