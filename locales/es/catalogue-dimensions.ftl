# Groups in which indicators are counted.

dimension-deceptive-recruitment = Captación mediante engaño
dimension-coercive-recruitment = Captación mediante coacción
dimension-abuse-of-vulnerability-at-recruitment = Captación por abuso de vulnerabilidad
dimension-exploitation = Explotación
dimension-coercion-at-destination = Coacción en destino
dimension-abuse-of-vulnerability-at-destination = Abuso de vulnerabilidad en destino
dimension-act = Acto
dimension-smuggling = Tráfico ilícito de migrantes
dimension-smuggling-aggravation = Peligro o malos tratos durante el viaje
