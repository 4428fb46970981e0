# Groups in which indicators are counted.

dimension-deceptive-recruitment = Recrutamento enganoso
dimension-coercive-recruitment = Recrutamento sob coação
dimension-abuse-of-vulnerability-at-recruitment = Recrutamento por abuso de vulnerabilidade
dimension-exploitation = Exploração
dimension-coercion-at-destination = Coação no destino
dimension-abuse-of-vulnerability-at-destination = Abuso de vulnerabilidade no destino
dimension-act = Ato
dimension-smuggling = Introdução clandestina de migrantes
dimension-smuggling-aggravation = Perigo ou maus-tratos na viagem
