# Inputs of the decision table and their values.

# The nine inputs of the decision table and their values

input-age = Edad
input-age-adult = Persona adulta
input-age-child = Niño o niña
input-act = Acto: alguien captó, transportó, trasladó, alojó o recibió a la persona
input-act-positive = Mostrado por hechos
input-act-negative = No mostrado, o no preguntado
input-means = Medio: engaño, coacción o abuso de vulnerabilidad
input-means-positive = Mostrado por hechos
input-means-indicated = Una señal: vulnerabilidad por sí sola, un hecho fuerte, o hechos dispersos
input-means-negative = No mostrado, o no preguntado
input-exploitation = Explotación
input-exploitation-positive = Mostrada por hechos
input-exploitation-intended = Prevista, según consta del profesional
input-exploitation-one-strong = Un único hecho fuerte
input-exploitation-negative = No mostrada, o no preguntada
input-smuggling = Tráfico ilícito de migrantes: cruce, ayuda al cruce, beneficio
input-smuggling-positive = Elementos mostrados por hechos
input-smuggling-unproven = Algunos hechos; elementos incompletos
input-smuggling-no-benefit = Cruce y ayuda mostrados; beneficio descartado
input-smuggling-negative = No mostrado, o no preguntado
input-aggravation = Peligro o malos tratos durante el viaje
input-aggravation-exploitation = El viaje debe pagarse con trabajo
input-aggravation-positive = Mostrados: peligro, trato inhumano, fuerza o extorsión
input-aggravation-negative = No mostrados, o no preguntados
input-intent = Explotación prevista
input-intent-recorded = Anotada por profesional
input-intent-not-recorded = No anotada
input-facts = Hechos
input-facts-observed = Al menos un hecho observado
input-facts-none = Ningún hecho observado
input-short-form = Cuestionario breve
input-short-form-complete = Todas las preguntas hechas y respondidas
input-short-form-incomplete = Preguntas no hechas o rechazadas
