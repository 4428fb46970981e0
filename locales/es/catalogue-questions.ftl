# The short questions of screening.

# Asked to the person, in her own language; one idea a sentence

question-q-work = ¿Alguien le obliga a trabajar, servir, pedir dinero, robar o pelear? ¿Alguien dice que usted le pertenece? ¿Podría parar?
question-q-sex = ¿Alguien organiza o vende sexo con usted? ¿Alguien le exige sexo o imágenes sexuales? ¿Alguien le exige vivir como esposa?
question-q-body-family = ¿Hubo un matrimonio, un embarazo o una adopción? ¿Hubo una operación, o le sacaron un órgano, óvulos o tejido? ¿Lo eligió libremente?
question-q-promise = Quizá le prometieron un trabajo, estudios, un club, una boda o un viaje. ¿Lo que pasó fue distinto?
question-q-force = ¿Alguien le hizo daño o amenazas? ¿Alguien usó la fuerza para llevarle? ¿Alguien pagó o cobró dinero por usted?
question-q-locked = ¿Puede irse? ¿Puede salir sin compañía? ¿Tiene usted su teléfono y sus documentos?
question-q-held = ¿Se queda por una deuda, un juramento o una paga que le deben? ¿Podría vivir de otra forma?
question-q-brought = ¿Alguien le buscó este trabajo o esta vida? ¿Alguien le trajo o le pasó a otras personas? ¿Alguien le esperaba al llegar o le da vivienda?
question-q-border = ¿Cruzó una frontera? ¿Cómo cruzó y con qué documentos? ¿Había algo escondido o falso?
question-q-helper = ¿Alguien organizó el cruce? ¿Qué recibió por ello? ¿Qué le prometieron?
question-q-danger = En el camino, ¿alguien estuvo en peligro o sufrió golpes o abusos? ¿Retuvieron a alguien por dinero o dejaron a alguien atrás?

# Seen or asked by an observer

question-q-alone = ¿Hay un niño o una niña sin personas adultas? ¿O con personas adultas que no explican la relación?
question-q-control = ¿Quién decide sobre su teléfono, su perfil y sus mensajes? ¿Quién decide lo que usted puede decir?
question-q-health-signs = ¿Hay lesiones o atención que llegó tarde? ¿Hay alguien que acompaña y no se va?
question-q-work-signs = ¿Hay camas, rejas o puertas cerradas en el trabajo? ¿Muchas personas tienen la misma dirección? ¿Llevan y traen a un grupo del trabajo?
question-q-place-signs = ¿Hay habitaciones pagadas en efectivo, con muchas visitas cortas? ¿Alguien nunca está a solas o habla como de memoria?
question-q-money-signs = ¿Otra persona tiene la tarjeta o la cuenta? ¿Otra persona se queda las ayudas o el préstamo?
question-q-sport-signs = ¿Un agente retiene el pasaporte o pide dinero? ¿Hay un visado deportivo sin club?
question-q-offer-signs = ¿El contrato se cambió o no se leyó? ¿Era una oferta en línea de un empleador poco claro? ¿Los papeles dependen del empleador?
question-q-group-signs = ¿Varias personas tienen el mismo garante o cuentan lo mismo? ¿Saben adónde van?
