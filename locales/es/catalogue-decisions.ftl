# The reason of each row of the decision table.

decision-dt01 = Niño o niña: bastan un acto y la explotación, iniciada o prevista; no hace falta ningún medio
decision-dt02 = Hay indicios de los tres elementos; basta el fin, la explotación no necesita haber empezado
decision-dt03 = Explotación de un niño o una niña, iniciada o inminente; el acto aún no se ve, pero a menudo puede mostrarse que alguien le alojó o recibió
decision-dt04 = Explotación y al menos una señal de medio; el acto o el medio completo aún no se ve
decision-dt05 = Niño o niña: un hecho fuerte de explotación
decision-dt06 = Un hecho fuerte de explotación y al menos una señal de medio
decision-dt07 = El viaje debe pagarse con trabajo: posible servidumbre por deudas, se sepa lo que se sepa del pago o del cruce
decision-dt08 = Se ve un medio; el fin aún no está claro
decision-dt09 = Un niño o una niña con una señal de control o de abuso de vulnerabilidad
decision-dt10 = Consta una explotación prevista; el acto o el medio aún no se ve
decision-dt11 = Explotación de una persona adulta; medio aún no visible, quizá porque nadie preguntó o no es seguro responder. Un delito laboral, sexual u otro es posible en todo caso
decision-dt12 = Peligro, trato inhumano o degradante, fuerza o extorsión en un tráfico ilícito de migrantes
decision-dt13 = Peligro o malos tratos en el viaje; pago, cruce u organizador no establecido o no preguntado, o ayuda de la familia que puso la vida en peligro
decision-dt14 = Hay indicios de tráfico ilícito de migrantes; la persona tiene derecho a protección y no responde penalmente por haber sido objeto de él
decision-dt15 = La ayuda al cruce sin beneficio material queda fuera del delito definido por la ONU; la ley nacional puede ir más lejos
decision-dt16 = Algunos hechos de tráfico ilícito de migrantes; beneficio, cruce u organizador ni establecido ni descartado
decision-dt17 = Cualquier otro niño o niña; nunca por debajo de esto, se haya preguntado o no
decision-dt18 = Se observó algo que aún no encaja
decision-dt19 = No se observó nada, pero el cuestionario breve no se hizo entero o se rechazó una pregunta
decision-dt20 = El cuestionario breve se hizo entero y no se observó nada
