# The indicators of screening: what an officer can tick.

# Deceptive recruitment

indicator-deceived-job-nature = Se engañó a la persona sobre el tipo de trabajo, el lugar o quién la iba a emplear
indicator-deceived-sexual-purpose = Captación para un empleo, estudios, viaje o relación corrientes; después se exigieron servicios sexuales
indicator-deceived-work-conditions = Las condiciones de trabajo reales son muy distintas de las prometidas
indicator-deceived-contract = Contrato cambiado, sin firmar, sin leer, ilegal o en un idioma que la persona no entiende
indicator-deceived-wages = Las ganancias prometidas en la captación eran falsas
indicator-deceived-housing = Engaño sobre la vivienda o las condiciones de vida
indicator-deceived-legal-status = Engaño sobre los documentos o sobre el derecho a residir o trabajar
indicator-deceived-family-reunification = Engaño sobre la posibilidad de reunirse con la familia o de traerla
indicator-deceived-marriage-adoption = Promesa de matrimonio, relación o adopción para atraer a la persona
indicator-deceived-travel-conditions = Engaño sobre el viaje o sobre las condiciones en que se organizó
indicator-deceived-education = Promesa de escuela, formación o beca que no existía
indicator-deceived-sport-trial = Promesa de una prueba en un club, contrato o plaza en academia que no existe o que el club nunca aceptó
indicator-deceived-online-job = Respuesta a una oferta en línea: paga muy alta, sin entrevista, vuelo pagado, empleador poco claro
indicator-deceived-medical = Información falsa sobre un acto médico, sus riesgos, el pago o la situación de quien dona
indicator-deceived-surrogacy = Maternidad subrogada: engaño, o falta de información libre, sobre condiciones, atención médica o destino del bebé

# Coercive recruitment

indicator-rec-violence = Violencia contra la persona en la captación o durante el traslado
indicator-rec-abduction = Al inicio: rapto, venta, matrimonio forzado o adopción forzada
indicator-rec-documents-taken = Documentos de identidad o de viaje retirados en la captación o en el viaje
indicator-rec-debt-bondage = Deuda de captación o de viaje en condiciones imposibles o que cambian siempre
indicator-rec-isolation = Aislamiento, encierro o vigilancia antes del viaje o durante el viaje
indicator-rec-threat-violence = Amenaza de violencia para que la persona se fuera
indicator-rec-threat-family = Amenazas o daños a la familia para lograr obediencia
indicator-rec-threat-denounce = Amenaza, en la captación, de denunciar a la persona a las autoridades
indicator-rec-threat-shame = Amenaza de contarlo a la familia, a la comunidad o al público, o de mostrar imágenes íntimas
indicator-rec-ritual-oath = Juramento o ritual que ata a la persona: negarse o hablar le parece peligroso
indicator-rec-payment-third-party = Dinero o beneficios dados a familiares, a quien ejerce la tutela o a la pareja para entregar a la persona

# Abuse of vulnerability at recruitment

indicator-vul-family-situation = Quien captó se aprovechó de una situación familiar difícil
indicator-vul-irregular-status = Quien captó se aprovechó de una situación legal irregular o insegura
indicator-vul-language-education = Quien captó se aprovechó de la poca escuela o de la dificultad para leer o hablar el idioma
indicator-vul-lack-information = Quien captó se aprovechó de la falta de información sobre el destino, los derechos o la ley
indicator-vul-economic = Quien captó se aprovechó de la pobreza o de una necesidad urgente de dinero
indicator-vul-emotional-dependency = Quien captó creó una dependencia afectiva o amorosa
indicator-vul-false-success-stories = Quien captó contó historias falsas de éxito al migrar o sobre las autoridades
indicator-vul-beliefs = Se usaron creencias culturales o religiosas contra la persona
indicator-vul-disability-addiction = Se buscó a la persona por discapacidad, enfermedad mental, falta de vivienda o adicción
indicator-vul-displaced = Captación en un campo de refugiados, zona de desastre, institución o lugar de tránsito
indicator-vul-unaccompanied-child = Niño o niña no acompañado, separado de su familia o desaparecido de su centro de protección

# Exploitation

indicator-exp-excessive-hours = Días u horas de trabajo excesivos
indicator-exp-low-no-pay = Paga escasa o nula
indicator-exp-wage-manipulation = Salario reducido por descuentos sin explicación o excesivos
indicator-exp-hazardous = Trabajo peligroso sin protección
indicator-exp-bad-living = Condiciones de vida degradantes o de hacinamiento, ligadas al trabajo
indicator-exp-bad-working = Condiciones de trabajo muy malas
indicator-exp-no-labour-law = No se respeta la ley laboral o el contrato firmado
indicator-exp-no-social-protection = Sin contrato, registro ni seguro social
indicator-exp-no-education = Un niño o una niña que trabaja no tiene acceso a la escuela
indicator-exp-adult-sexual-control = Un tercero organiza los servicios sexuales, fija precios y horarios y se queda el dinero
indicator-exp-child-sexual = Explotación de un niño o una niña en la prostitución, en espectáculos sexuales o en imágenes sexuales
indicator-exp-child-tourism = Niño o niña a quien llevan con visitantes en hoteles, casas, playas o clubes por dinero o regalos
indicator-exp-child-hazardous = Niño o niña que hace un trabajo peligroso, nocturno o físicamente excesivo
indicator-exp-begging-quota = Obligación de mendigar o vender objetos pequeños y entregar una suma fija al día
indicator-exp-begging-school = Alumnado enviado a mendigar o trabajar por un maestro o internado religioso que se queda el dinero
indicator-exp-school-fees-labour = Alumno o alumna que trabaja para docentes, padrinos o una familia a cambio de una escuela que no recibe
indicator-exp-forced-crime = Obligación de robar, llevar o cultivar droga, cometer fraude o estafas en provecho de otros
indicator-exp-county-lines = Niño o niña lejos de su casa con droga, varios teléfonos o dinero sin explicación
indicator-exp-domestic-live-in = Persona empleada y alojada en la casa, disponible día y noche, sin espacio propio, descansos ni salidas a solas
indicator-exp-sport-abandoned = Joven deportista sin contrato, paga, documentos ni billete de vuelta tras una prueba fallida o inventada
indicator-exp-sport-fee = El jugador, la jugadora o la familia pagó a un agente que retiene el pasaporte y exige ganancias futuras
indicator-exp-forced-marriage = Matrimonio sin libre consentimiento, con trabajo o relaciones sexuales impuestas
indicator-exp-illegal-adoption = Niño o niña entregado por lucro o explotación mediante pago, documentos falsos o consentimiento forzado, fuera de la adopción legal; no incluye el cuidado abierto por familiares
indicator-exp-organ = Extracción de órgano preparada o realizada en provecho de otros y sin consentimiento válido
indicator-exp-surrogacy = Mujer obligada a un embarazo para otros por fuerza, amenaza, deuda o abuso de vulnerabilidad
indicator-exp-child-soldier = Niño o niña a quien reclutan o usan fuerzas o grupos armados
indicator-exp-benefits = Identidad o presencia usada para obtener ayudas, préstamos o cuentas que se quedan otros
indicator-exp-descent-slavery = Persona tratada como propiedad o herencia de un amo o una familia: trabaja sin paga, no puede irse ni casarse libremente, o sus hijos e hijas pertenecen al amo
indicator-exp-armed-group-wife = Persona a quien un grupo armado o sus miembros llevan o retienen como «esposa» o servidumbre, para sexo o tareas domésticas
indicator-exp-forced-armed-service = Coacción o engaño para combatir, cargar, cocinar o trabajar para un grupo armado o fuerza privada, sin poder irse
indicator-exp-ritual-servitude = Persona dada a un santuario, curandero, culto o líder religioso, o retenida por él, para servir, expiar o ser usada en rituales, sin poder irse
indicator-exp-entertainment = Artista, baile, modelaje o circo: el agente retiene la paga o los documentos, o impone beber o salir con clientes contra el contrato
indicator-exp-egg-tissue = Óvulos, tejidos o células extraídos, o atención médica dada para ello, en provecho de otros y sin consentimiento válido
indicator-exp-state-imposed = Trabajo impuesto por una autoridad pública para desarrollo, producción, castigo de opinión, disciplina o por discriminación, más allá de los deberes cívicos legales
indicator-exp-prison-labour = Persona presa o migrante detenida, obligada a trabajar o a servicios sexuales para guardias, milicias o particulares

# Coercion at destination

indicator-co-documents = Pasaporte o documentos en manos del empleador, del casero o de alguien que controla a la persona
indicator-co-debt = Deuda que crece o imposible de pagar
indicator-co-confined = Encierro, aislamiento o vigilancia constante; la persona no puede salir libremente
indicator-co-violence = Violencia por parte de quienes controlan el trabajo
indicator-co-forced-tasks = Obligación de aceptar tareas o clientes
indicator-co-forced-illicit = Actividad ilegal impuesta por quienes controlan a la persona
indicator-co-against-peers = Obligación de actuar contra otras personas trabajadoras o víctimas
indicator-co-forced-lie = Obligación de mentir a las autoridades, a la familia o a clientes
indicator-co-threat-denounce = Amenaza de denuncia a las autoridades o de expulsión
indicator-co-threat-violence = Amenaza de violencia
indicator-co-threat-family = Amenazas o daños a la familia
indicator-co-withheld-wages = Salario retenido, «guardado» por otros o pagado solo al irse
indicator-co-threat-worse = Amenaza de condiciones aún peores
indicator-co-threat-shame = Amenaza de contarlo a la familia, a la comunidad o al público
indicator-co-drugs = Droga o alcohol dados para crear dependencia u obediencia
indicator-co-digital-control = Teléfono, mensajes o ubicación seguidos por otros; perfil o anuncio en manos de otra persona
indicator-co-bank-control = Otra persona controla la tarjeta, la cuenta o la aplicación de pago
indicator-co-scripted = Respuestas que parecen aprendidas, o alguien insiste en hablar por la persona
indicator-co-fear-authorities = Gran miedo a las autoridades o a una persona concreta

# Abuse of vulnerability at destination

indicator-ad-dependency = La persona depende de quien la explota para vivienda, comida, transporte o documentos
indicator-ad-unknown-area = La persona no conoce la dirección ni la zona y no puede valerse sin ayuda
indicator-ad-legal-status = La situación legal depende del empleador o es irregular, y alguien lo usa
indicator-ad-economic = La necesidad de dinero impide que la persona se vaya
indicator-ad-family = Personas a cargo o la situación familiar impiden que la persona se vaya
indicator-ad-personal = Edad, embarazo, enfermedad, discapacidad o abusos pasados usados para mantener el control
indicator-ad-child-alone = Niño o niña que vive con personas adultas sin parentesco que no explican la relación
indicator-ad-no-alternative = Sin otra alternativa verdadera o aceptable que someterse al trabajo, al sexo o a otro uso

# Act

indicator-act-recruited = Alguien captó a la persona: en presencia, por una agencia o en línea
indicator-act-transported = Alguien organizó, pagó o acompañó el transporte
indicator-act-transferred = Alguien pasó el control de la persona a otra persona o a otro lugar
indicator-act-harboured = Quienes controlan el trabajo o la actividad alojan u ocultan a la persona
indicator-act-received = Alguien que controla a la persona la recibió a la llegada

# What an observer sees

indicator-obs-injuries = Lesiones sin atender o repetidas que no encajan con el relato
indicator-obs-late-care = Atención tardía, embarazo avanzado sin control médico, infecciones repetidas, lesiones típicas del trabajo
indicator-obs-companion-health = Quien acompaña se niega a salir de la consulta, o paga en efectivo y guarda los documentos
indicator-obs-truancy = Faltas sin explicación, agotamiento, desaparición de la escuela o matrícula sin responsable legal
indicator-obs-new-goods = Niño o niña con dinero, teléfonos o ropa sin explicación, o pareja mayor que controla
indicator-obs-workplace-living = Camas, puertas cerradas o rejas en un lugar de trabajo
indicator-obs-transported-daily = Grupo llevado entre la vivienda y el trabajo, que nunca anda sin compañía
indicator-obs-no-belongings = Pocas pertenencias, sin dinero, sin documentos encima
indicator-obs-hotel-pattern = Habitaciones pagadas en efectivo, muchas visitas cortas, limpieza rechazada, huésped nunca a solas
indicator-obs-border-group = Varias personas con billetes seguidos, mismo garante o relatos iguales, que no saben su destino
indicator-obs-sport-visa = Grupo con visados deportivos sin invitación de club, partido ni seguro
indicator-obs-shared-address = Muchas personas empleadas comparten dirección, teléfono o cuenta con su empleador o agente

# Smuggling of migrants

indicator-som-crossed-irregular = Cruce o intento de cruce de una frontera sin cumplir los requisitos de entrada
indicator-som-facilitator = Un tercero organizó o realizó el cruce ilegal
indicator-som-paid = Quien facilitó el cruce recibió dinero u otro beneficio material, o la promesa de recibirlo
indicator-som-fraud-docs = Documentos falsos, alterados o de una persona parecida facilitados para el viaje
indicator-som-guarantee-fee = Suma dejada a un garante o servicio de hawala y entregada a la llegada
indicator-som-relationship-ends = La relación con quien facilitó el cruce terminó a la llegada, una vez pagado el precio
indicator-som-sought-service = La persona buscó a quien facilita el cruce y acordó el precio y el destino
indicator-som-concealed = Persona encontrada oculta en un vehículo, contenedor o embarcación
indicator-som-abuse-visa = Empleo, estudios, matrimonio o invitación ficticios usados para obtener un visado
indicator-som-enabled-stay = Pago a alguien por documentos falsos o arreglos para una estancia irregular

# Danger on the journey

indicator-asom-life-danger = Viaje con peligro para la vida o la seguridad: barco sobrecargado, contenedor cerrado, abandono en el desierto
indicator-asom-deaths = Muertes o lesiones graves durante el viaje
indicator-asom-inhuman = Golpes, abuso sexual, hambre impuesta o humillaciones durante el viaje
indicator-asom-extortion = Retención en el camino para obtener un rescate o un pago adicional
indicator-asom-work-off = Obligación de pagar el viaje tras la llegada con trabajo o de otro modo; valorar si hay trata de personas
indicator-asom-weapons = Quienes dirigían el cruce iban con armas
indicator-asom-force = Quienes dirigían el cruce usaron la fuerza contra migrantes o dejaron que otros la usaran
indicator-asom-child = Niñas y niños no acompañados trasladados en condiciones peligrosas para ellos
indicator-asom-abandoned = Abandono en el camino sin comida, agua ni forma de orientarse
