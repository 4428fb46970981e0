# The queue of hints, urgency, and the form of the operator.

triage-level-week = Esta semana
triage-level-today = Hoy
triage-level-danger = Peligro ahora
triage-error-only-up = Elija un nivel más alto. La urgencia nunca baja.
triage-title = Avisos por ordenar
triage-lead =
    { $count ->
        [0] Ningún aviso espera.
        [one] { $count } aviso espera.
       *[other] { $count } avisos esperan.
    }
triage-lead-danger = Peligro ahora: { $count }
triage-lead-late = Con retraso: { $count }
triage-next = Paso siguiente
triage-next-read = Leer primero: { $alias }
triage-next-button = Leer
triage-next-none = Nada que hacer ahora. Un aviso nuevo aparecerá aquí.
triage-filter-alias = Nombre neutro
triage-filter-urgency = Urgencia
triage-filter-state = Estado
triage-filter-all = Todos
triage-filter-open = En espera
triage-filter-show = Mostrar
triage-filter-clear = Mostrar todo
triage-found =
    { $count ->
        [0] Ningún aviso coincide
        [one] { $count } aviso encontrado
       *[other] { $count } avisos encontrados
    }
triage-column-urgency = Urgencia
triage-column-hint = Aviso y motivos
triage-column-goes-to = Va a
triage-column-due = Plazo
triage-stays = Se queda aquí
triage-goes-to = { $desks }
triage-reporter-wrote = La persona volvió a escribir
triage-yours = Asignado a usted
triage-assigned = Asignado
triage-state-new = Nuevo
triage-state-triaged = Leído
triage-state-handed-over = Transferido
triage-state-case-opened = Caso abierto
triage-state-closed = Cerrado
triage-due-today = Para hoy
triage-due-on = Para el { $day }
triage-late =
    { $days ->
        [one] Retraso de { $days } día
       *[other] Retraso de { $days } días
    }
triage-empty-title = Ningún aviso espera
triage-empty-text = Los avisos nuevos aparecen aquí, primero los más urgentes. Puede anotar uno por teléfono.
triage-more = Solo se muestran los primeros: { $count }. Lea estos o acote la lista.
triage-phone = Anotar un aviso por teléfono o en persona
triage-raise = Aumentar la urgencia
triage-raise-to = Nivel nuevo
triage-raise-reason = Motivo
triage-raise-button = Aumentar
triage-raise-written-in-text = Las palabras dicen lo que no se marcó
triage-raise-reporter-answered = La persona dijo más
triage-raise-other-source = Otra fuente lo dice
triage-raise-officer-judgement = Conocimiento del lugar o de las personas
triage-raise-error = Elija un motivo.

## The operator's form

triage-phone-title = Anotar un aviso
triage-phone-lead = Escriba lo que dice la persona, con sus palabras. Nada es obligatorio.
triage-phone-duty = Antes de que la persona hable: diga quién lee esto, y que hay que informar si una niña o un niño está en peligro.
triage-phone-reveals = Diga también qué revela este medio: una llamada queda en la lista de llamadas y en la factura; una visita puede verse.
triage-phone-channel = Cómo llegó la persona
triage-phone-channel-phone = Teléfono
triage-phone-channel-walk-in = En persona
triage-phone-text = Lo que dice la persona
triage-phone-facts = Lo que indica la persona
triage-phone-facts-help = Sin marca: no se dijo.
triage-phone-who = Quién habla
triage-phone-about = De quién se trata
triage-phone-adult = Una persona adulta
triage-phone-child = Una niña o un niño
triage-phone-unknown = Edad desconocida
triage-phone-refused = No quiere decirlo
triage-phone-not-asked = No preguntado
triage-phone-danger = ¿Alguien está en peligro ahora?
triage-phone-send = Guardar bajo llave y dar un código
triage-phone-receipt-title = Código para la persona
triage-phone-receipt-text = Léalo ahora en voz alta. No se vuelve a mostrar y nadie puede recuperarlo.
triage-phone-done = Ya lo leí en voz alta
