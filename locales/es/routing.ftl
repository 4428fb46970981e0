# The rules by which hints are sorted, and why a hint is urgent.

routing-rule-danger-now = peligro ahora
routing-rule-danger-now-next = Avise ahora a la policía. Diga solo lo necesario para proteger la vida.
routing-rule-child = hay una niña o un niño de por medio
routing-rule-child-next = Avise hoy a la protección de la infancia.
routing-rule-held = alguien no puede salir
routing-rule-held-next = Pregunte por el código cómo llegar a la persona sin riesgo. Luego planifique con la policía.
routing-rule-journey-danger = viaje con peligro de vida
routing-rule-journey-danger-next = Llame ahora al servicio de rescate y luego transfiera.
routing-rule-third-party-adult = aviso sobre una persona adulta
routing-rule-third-party-adult-next = Pregunte primero si la persona lo sabe y está de acuerdo. No transmita nada que la señale.
routing-rule-work = trabajo sin paga
routing-rule-work-next = Pregunte a la persona si se puede avisar a la inspección de trabajo.
routing-rule-stays = se queda en la unidad que lo lee
routing-rule-stays-next = Lea, responda a la persona, pregunte lo que falta.
routing-path-mandatory = La ley lo exige
routing-path-urgent = Una vida está en riesgo
routing-path-consent = Preguntar primero a la persona
routing-path-stay = Se queda aquí
routing-reason-danger-now = Alguien está en peligro ahora.
routing-reason-journey-danger = Un viaje pone vidas en peligro.
routing-reason-child-held = Una niña o un niño está retenido o pueden llevárselo.
routing-reason-child = Hay una niña o un niño.
routing-reason-restraint = Alguien no puede salir.
routing-reason-travel-soon = Pronto pueden llevar a alguien a otro lugar.
routing-reason-hurt = Alguien está herido o tiene miedo.
routing-reason-danger-unknown = No se descarta un peligro ahora.
routing-desk-coordination = Oficina de coordinación
routing-desk-ngo = Organización de apoyo
routing-desk-shelter = Alojamiento seguro
routing-desk-hospital = Hospital
routing-desk-child-protection = Protección de la infancia
routing-desk-labour-inspectorate = Inspección de trabajo
routing-desk-police = Policía
routing-desk-prosecution = Fiscalía
routing-desk-border-guard = Rescate en la frontera y en el mar

## What is wrong in a catalogue of rules

routing-error-order = Dé a cada regla su propio orden. Entrada: { $id }
routing-error-incomplete = Diga qué unidad lee primero y cuándo vence el paso. Entrada: { $id }
routing-error-desk = Un aviso no puede ir a este tipo de unidad. El control migratorio nunca recibe ninguno. Entrada: { $id }
routing-error-no-default = Haga que la última regla se aplique siempre: deje su condición vacía. Entrada: { $id }
routing-error-level = Cada nivel necesita una entrada con su rango y sus días. Entrada: { $id }
routing-error-child = Una niña o un niño se comunica siempre a la protección de la infancia, porque la ley lo pide. Mantenga una regla obligatoria que valga para cada uno y lleve allí. Hecho: { $id }
routing-error-danger = Un peligro inmediato sigue siempre sin demora. Mantenga una regla urgente que valga para él y diga quién ayuda. Hecho: { $id }
routing-error-journey = Un viaje con peligro de muerte va siempre enseguida al rescate. Mantenga una regla urgente para él. Hecho: { $id }
routing-error-before-duty = Esta regla espera, y vendría antes de un deber. Dele un orden mayor, o que no valga para una niña, un niño ni un peligro. Regla: { $id }
routing-error-urgency = Esto nunca es menos urgente de lo que dice el catálogo. Mantenga un motivo de ese nivel. Hecho: { $id }
routing-error-late = Un peligro se atiende el día en que llega, y lo que toca a una niña o un niño también. Mantenga 0 días para este nivel. Nivel: { $id }
