# Elements of trafficking in persons and of smuggling of migrants, side by side.

# The elements of the two crimes, shown side by side

element-tip = Trata de personas
element-tip-meaning = Alguien capta, traslada o aloja a una persona, mediante coacción, engaño o abuso, para explotarla. No hace falta ninguna frontera.
element-tip-act = Acto
element-tip-act-meaning = Alguien capta, transporta, traslada, aloja, oculta o recibe a la persona
element-tip-means = Medio
element-tip-means-meaning = Amenaza, fuerza, coacción, rapto, fraude, engaño, abuso de poder o de vulnerabilidad, o pago a quien tiene autoridad; no hace falta para un niño o una niña
element-tip-purpose = Fin de explotación
element-tip-purpose-meaning = Explotación, iniciada o prevista: sexual, trabajos o servicios forzados, esclavitud, servidumbre, extracción de órganos y otras
element-som = Tráfico ilícito de migrantes
element-som-meaning = A cambio de un beneficio, alguien hace cruzar una frontera a una persona sin los documentos exigidos. La persona no responde penalmente por ello.
element-som-crossing = Cruce de una frontera
element-som-crossing-meaning = La persona cruzó, o intentó cruzar, sin cumplir los requisitos de entrada
element-som-facilitation = Ayuda al cruce
element-som-facilitation-meaning = Otra persona organizó o realizó el cruce
element-som-benefit = Beneficio
element-som-benefit-meaning = Quien lo organizó recibió dinero u otro beneficio material, o su promesa; sin ello no hay tráfico ilícito de migrantes según la ONU
element-som-documents = Documentos falsos
element-som-documents-meaning = Alguien facilitó documentos falsos, alterados o ajenos, a cambio de un beneficio, para permitir el cruce
element-som-stay = Ayuda a la estancia
element-som-stay-meaning = Alguien cobró por permitir una estancia irregular, con documentos falsos u otros arreglos ilegales
element-som-aggravation = Peligro o malos tratos durante el viaje
element-som-aggravation-meaning = La vida o la seguridad estuvo en peligro, o la persona sufrió trato inhumano, degradante o explotación
