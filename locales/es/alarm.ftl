# What the node warns of, as the oversight body and the desks read it.

alarm-own-name = El mismo apellido
alarm-help-own-name = La persona lleva el apellido de quien abrió, y el lugar, el teléfono o el parentesco también coincide.
alarm-own-contact = El mismo teléfono o dirección
alarm-help-own-contact = Un teléfono o una dirección de la persona es de quien abrió.
alarm-over-budget = Más aperturas que el límite del día
alarm-help-over-budget = Quien abrió no era responsable del caso. La apertura no fue rechazada: pregunte por qué hacían falta tantas.
alarm-friends-approve = Dos personas se dicen que sí una a otra
alarm-help-friends-approve = Un segundo sí solo vale si pudo haber sido un no.
alarm-canary = Se abrió una persona de control
alarm-help-canary = Esta persona no existe: nadie tenía motivo de trabajo para abrirla.
alarm-no-later-work = Aperturas sin trabajo después
alarm-help-no-later-work = Varias identidades fueron abiertas por quien no era responsable, y nada se hizo después en esos casos.
alarm-break-glass = Apertura de emergencia
alarm-help-break-glass = Una persona, 30 minutos como máximo, por una vida en riesgo. El órgano de supervisión la revisa en tres días.
alarm-review-late = Una revisión lleva retraso
alarm-help-review-late = La dirección del órgano de supervisión la revisa ahora. Hasta entonces esa persona no puede abrir en emergencia; la vía ordinaria por peligro de vida sigue abierta.
alarm-event-mode = Modo de operativo
alarm-help-event-mode = Dos personas lo abrieron para su unidad, por 24 horas como máximo. Cada apertura queda marcada.
alarm-root-differs = Una raíz anotada es distinta
alarm-help-root-differs = Lo impreso o atestiguado no es la historia que este nodo muestra ahora. Haga la verificación y guarde una copia de la base.
alarm-paper-key = Se usó la llave en papel
alarm-help-paper-key = Pregunte a la unidad si fue ella, y si hay una nueva sellada.
alarm-recovery = Se están recuperando llaves
alarm-help-recovery = Personas depositarias de la unidad devuelven una llave.
alarm-freeze = Algo fue bloqueado
alarm-help-freeze = Nada más se abre ahí hasta que se levante.
alarm-many-searches = Muchas búsquedas de nombres
alarm-help-many-searches = Más búsquedas en un día de las que suele necesitar una unidad.
alarm-searched-own-name = Búsqueda del propio apellido
alarm-help-searched-own-name = El nombre buscado es de quien buscó.
alarms-title = Avisos a su unidad
alarms-lead = El órgano de supervisión fue avisado a la vez. Nadie ve aquí lo que hizo.
alarms-empty = Ningún aviso
alarms-empty-help = Una apertura de emergencia o un modo de operativo en su unidad aparecería aquí.
alarm-read = Lo he leído
alarm-read-already = Leído por su unidad
alarm-by = Por: { $name }
alarm-by-node = Encontrado por el propio nodo
alarm-at-desk = Unidad: { $name }
alarm-waiting =
    { $count ->
        [one] { $count } aviso por leer.
       *[other] { $count } avisos por leer.
    }
alarm-waiting-read = Leer
alarm-state-new = Nuevo
alarm-state-seen = Visto
alarm-mark-seen = Marcar como visto
alarm-mark-reviewed = Revisado: archivar
alarm-note = Lo que averiguó
alarm-note-help = Bajo llave: solo el órgano de supervisión puede leerlo. Sin nombres ni direcciones.
oversight-title = Supervisión
oversight-lead = Lo que pide primero su mirada. Usted ve quién, cuándo y por qué, nunca lo que se abrió.
oversight-alarms = Alarmas
oversight-none = Ninguna alarma abierta
oversight-none-help = Una alarma aparece aquí en el momento en que se anota su causa.
nav-oversight = Supervisión
opening-action-alarm-raised = Alarma
opening-action-alarm-view = Leyó los avisos de la unidad
opening-action-ledger-review = Respondió a una alarma
opening-reason-alarm-seen = Alarma vista
opening-reason-alarm-reviewed = Alarma revisada
