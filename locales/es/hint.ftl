# What is said about a hint: to the person who sends it, and to the officer who reads it.

## Files that are not taken

hint-file-empty = Este archivo está vacío. Elíjalo de nuevo o envíe sin él. Archivo: { $name }
hint-file-too-large = Este archivo tiene más de 8 MB. Elija uno más pequeño o envíe sin él. Archivo: { $name }
hint-file-too-many = Puede enviar hasta 5 archivos. Elija menos o envíe los otros más tarde.
hint-file-other-type = Solo podemos recibir fotos (JPEG, PNG) y documentos PDF. Archivo: { $name }
hint-file-truncated = Falta una parte de este archivo. Elíjalo de nuevo o envíe sin él. Archivo: { $name }
hint-file-damaged = Este archivo está dañado. Elija otro o envíe sin él. Archivo: { $name }
hint-file-polyglot = Este archivo esconde otro archivo. Elija otro o envíe sin él. Archivo: { $name }
hint-file-too-many-pixels = Esta imagen es demasiado grande para abrirla con seguridad. Redúzcala o envíe sin ella. Archivo: { $name }
hint-file-other-variant = No podemos limpiar este tipo de imagen. Haga una captura de pantalla o envíe sin ella. Archivo: { $name }

## Fields that must be changed

hint-error-empty = Escriba unas palabras o marque lo que corresponda.
hint-error-no-words = Escriba unas palabras.
hint-error-too-long = Este texto es demasiado largo. Acórtelo o envíe el resto más tarde. Límite: { $limit }. El suyo: { $length }
hint-error-choice = Elija una de las respuestas que se muestran.

## Facts

hint-fact-danger-now = Alguien está en peligro ahora
hint-fact-child = Hay una niña o un niño
hint-fact-adult = La persona es adulta
hint-fact-restraint = Alguien no puede salir
hint-fact-travel-soon = Pronto pueden llevar a alguien a otro lugar
hint-fact-journey-danger = Un viaje pone vidas en peligro
hint-fact-papers-held = Otra persona tiene los documentos
hint-fact-not-paid = No se paga el trabajo
hint-fact-hurt = Alguien está herido o tiene miedo
hint-fact-third-party = El mensaje es sobre otra persona
hint-fact-other = Otra cosa
hint-stated-yes = Sí
hint-stated-no = No
hint-stated-unknown = No se sabe
hint-stated-refused = No quiso responder
hint-stated-not-answered = Sin respuesta

## The hint's page

hint-channel-web = Aviso por la página web
hint-channel-api = Aviso por otro sistema
hint-channel-phone = Aviso por teléfono
hint-channel-walk-in = Aviso en persona
hint-received = Recibido el { $day }. Quien escribió tiene un código y puede recibir respuesta.
hint-back = Avisos
hint-next = Paso siguiente
hint-wrote = Lo que escribió la persona
hint-took-down = Lo que anotó la unidad
hint-language = Idioma de la página: { $language }
hint-no-text = No se escribieron palabras; vea los hechos.
hint-place = Lugar
hint-contact = ¿Quiere contacto?
hint-contact-code-only = Solo por el código
hint-contact-when = Seguro cuando
hint-languages = Idiomas que habla
hint-files = Archivos
hint-who = Quién escribe
hint-who-self = La propia persona
hint-who-other = Otra persona
hint-file-copy = Guardar la copia limpia
hint-file-note = El original queda bajo llave; se guarda su huella digital.
hint-file-sealed-only = PDF, bajo llave. No se muestra.
hint-file-number = Archivo { $number }
hint-why-urgent = Por qué es urgente
hint-why-not-urgent = No se indicó ningún hecho urgente. Eso no prueba que no lo haya.
hint-urgency-note = Puede aumentar la urgencia con un motivo. Nunca baja sola y nunca cierra un aviso.
hint-why-there = Por qué va allí
hint-rule = Regla { $number }: { $rule }
hint-rule-fired = Aplicada, porque se indicó: { $facts }.
hint-rule-fired-always = Se aplica a todo aviso.
hint-rule-goes-to = Va a: { $desks }
hint-rule-basis = Base: { $basis }
hint-rules-not-fired = Reglas no aplicadas
hint-rule-missing = No se indicó: { $facts }
hint-rule-barring = Se opone: { $facts }
hint-condition = { $fact }: { $stated }
hint-routing-version = Reglas de envío, versión { $version }
hint-talk = Diálogo con la persona
hint-talk-none = Ningún mensaje.
hint-talk-desk = Su unidad, { $day }
hint-talk-reporter = La persona, { $day }
hint-answer = Respuesta
hint-answer-help = La persona la lee con el código. No nombre a nadie más.
hint-answer-send = Enviar respuesta
hint-happened = Qué pasó
hint-event-received = Recibido y guardado bajo llave
hint-event-sorted = Clasificado por regla
hint-event-opened = Abierto
hint-event-raised = Urgencia aumentada
hint-event-answered = Respuesta enviada a la persona
hint-event-reporter-wrote = La persona volvió a escribir
hint-event-handed-over = Transferido
hint-event-assigned = Asignado
hint-event-case-opened = Caso abierto
hint-event-screened = Valoración de indicios realizada
hint-waits = Espera el paso siguiente
hint-hand-over = Transferir ahora
hint-hand-over-to = A qué unidad
hint-hand-over-help = Las palabras y el diálogo pasan a esa unidad. La suya ya no puede abrirlos.
hint-hand-over-error = Elija una unidad que pueda recibir este aviso.
hint-hand-over-ground-error = Indique por qué motivo este aviso puede salir de su unidad.
hint-screen = Valorar indicios
hint-open-case = Abrir un caso
hint-to-case = Ir al caso
hint-assign = Asumir
hint-assign-help = Asúmalo: la unidad ve entonces quién se ocupa.
hint-assigned-you = Asignado a usted
hint-open = Abrir
hint-sealed-title = Este aviso está bajo llave
hint-sealed-text = Si lo abre, su nombre, el día y el motivo quedan en el registro.
hint-print-foot = Impreso desde Mangrove. Solo nombres neutros; las palabras de un aviso no se imprimen.
hint-hand-over-ground = Por qué motivo
hint-ground-agreed = La persona está de acuerdo
hint-ground-law = La ley lo exige
hint-ground-life-at-risk = Hay una vida en peligro
