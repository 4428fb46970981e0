# Why an input was reached and why an action was added.

# Why an input was reached, and why an action was added

strength-strong = Fuerte
strength-medium = Medio
strength-weak = Débil
rule-two-strong = Dos hechos fuertes en un mismo grupo
rule-one-strong-one-medium = Un hecho fuerte y uno medio en un mismo grupo
rule-one-strong-one-weak = Un hecho fuerte y uno débil en un mismo grupo
rule-three-medium = Tres hechos medios en un mismo grupo
rule-two-medium-one-weak = Dos hechos medios y uno débil en un mismo grupo
rule-informality-counts-once = Las señales de trabajo informal cuentan una sola vez
rule-exploitation-per-se = Un hecho que es explotación por su propio texto
rule-means-per-se = Un hecho que es un medio por su propio texto
rule-means-implied-by-exploitation = La forma de explotación es en sí una señal de medio
rule-act-any-one = Basta un hecho: captar, trasladar, alojar o recibir
rule-smuggling-legal-elements = Cruce, ayuda y beneficio mostrados, o documentos y beneficio, o ayuda a la estancia con beneficio
rule-aggravation-one-strong-or-two-medium = Un hecho fuerte de peligro o malos tratos, o dos medios
always-aa-child = Porque la persona es, o puede ser, un niño o una niña
always-aa-child-urgent = Porque hay un hecho fuerte de explotación de un niño o una niña
always-aa-danger = Porque hubo peligro o malos tratos durante el viaje
always-aa-smuggling = Porque se observaron hechos de tráfico ilícito de migrantes
always-aa-labour = Porque se observaron hechos sobre el trabajo
always-aa-age-unknown = Porque no se sabe la edad
always-aa-age-conflict = Porque se anotó edad adulta con un hecho propio de la infancia
always-aa-refused = Porque hubo una negativa, que es un derecho
always-aa-unfinished = Porque faltan preguntas del cuestionario breve
always-aa-benefit-contradiction = Porque el beneficio se descartó y también se observó
also-1 = Hay también indicios de tráfico ilícito de migrantes con peligro; la protección frente a la trata de personas va primero
also-2 = Hay también indicios de tráfico ilícito de migrantes; la protección frente a la trata de personas va primero
also-3 = Hay también peligro o malos tratos en el viaje; faltan elementos del tráfico ilícito de migrantes
also-4 = Hay también algunos hechos de tráfico ilícito de migrantes; faltan elementos
also-5 = La ayuda al cruce sin beneficio no es una segunda constatación
age-basis-stated = Edad según se indicó
age-basis-child-only-fact = Como niño o niña: se observó un hecho propio de la infancia
age-basis-believed-child = Como niño o niña: edad desconocida, parece ser niño o niña
age-basis-more-protective = Edad desconocida: se mantuvo el más protector de los dos resultados
