# Groups in which indicators are counted.

dimension-deceptive-recruitment = Recrutement par tromperie
dimension-coercive-recruitment = Recrutement sous la contrainte
dimension-abuse-of-vulnerability-at-recruitment = Recrutement par abus de vulnérabilité
dimension-exploitation = Exploitation
dimension-coercion-at-destination = Contrainte à destination
dimension-abuse-of-vulnerability-at-destination = Abus de vulnérabilité à destination
dimension-act = Acte
dimension-smuggling = Trafic illicite de migrants
dimension-smuggling-aggravation = Danger ou mauvais traitements pendant le trajet
