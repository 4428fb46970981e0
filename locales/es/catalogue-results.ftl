# Results of screening. A result is advice and no decision about a person.

# Short label, then its meaning; tone: advice, never a decision

result-tip-indicated = Indicios de trata de personas
result-tip-indicated-meaning = Hay indicios de todos los elementos de la trata de personas. Ofrezca hoy una derivación; solo la autoridad competente decide sobre motivos razonables.
result-tip-possible = Posible trata de personas
result-tip-possible-meaning = Aparecen algunos elementos de la trata de personas. Dé apoyo ya y prevea una segunda entrevista. Nada queda cerrado.
result-exploitation-means-not-shown = Indicios de explotación; medios aún no establecidos
result-exploitation-means-not-shown-meaning = Hay indicios de explotación de una persona adulta; aún no se ve cómo se logró. Ayude ya. Valore de nuevo los indicios de trata de personas.
result-aggravated-som = Indicios de tráfico ilícito de migrantes con peligro o malos tratos
result-aggravated-som-meaning = Cruce con peligro, malos tratos, fuerza o extorsión. Preste asistencia. Vuelva a preguntar por la trata de personas tras un descanso.
result-aggravated-som-possible = Posible peligro o malos tratos en un tráfico ilícito de migrantes
result-aggravated-som-possible-meaning = Hay indicios de peligro o malos tratos en el viaje; faltan elementos del tráfico ilícito de migrantes. Preste asistencia y valore de nuevo.
result-som = Indicios de tráfico ilícito de migrantes
result-som-meaning = La persona tiene derechos y no responde penalmente por haber sido objeto de él. Vuelva a preguntar por la trata de personas tras un descanso; una misma persona puede sufrir los dos delitos.
result-facilitation-without-benefit = Ayuda al cruce sin beneficio constatado
result-facilitation-without-benefit-meaning = Aparece ayuda al cruce, sin beneficio; queda fuera del tráfico ilícito de migrantes según la ONU. La persona conserva las mismas garantías.
result-som-possible = Posible tráfico ilícito de migrantes
result-som-possible-meaning = Aparecen algunos hechos de tráfico ilícito de migrantes; los elementos no están completos. La persona conserva todos sus derechos y no responde penalmente por ello.
result-child-protection = Niño o niña: protección de la infancia decide el paso siguiente
result-child-protection-meaning = No hay un resultado más preciso para este niño o niña. Protección de la infancia decide el paso siguiente. El resultado nunca baja de aquí.
result-more-facts-needed = Faltan datos
result-more-facts-needed-meaning = Los datos están incompletos. Termine las preguntas, ofrezca servicios y vuelva a hablar con la persona.
result-no-indication-now = Ningún indicio observado hoy
result-no-indication-now-meaning = Se hizo todo el cuestionario breve y hoy no se observó nada. Esto no dice nada de ayer ni de mañana, y caduca.
