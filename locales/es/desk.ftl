# Kinds of desks, as a reader sees them.

desk-kind-coordination = Coordinación
desk-kind-ngo = Organización de apoyo
desk-kind-shelter = Alojamiento seguro
desk-kind-hospital = Hospital
desk-kind-child-protection = Protección de la infancia
desk-kind-protection = Unidad de protección
desk-kind-labour-inspectorate = Inspección de trabajo
desk-kind-police = Policía
desk-kind-prosecution = Fiscalía
desk-kind-fiu = Unidad de inteligencia financiera
desk-kind-border-guard = Guardia de fronteras
desk-kind-inquiry = Investigación
desk-kind-immigration-enforcement = Control migratorio y expulsión
desk-kind-oversight = Supervisión independiente
# Esferas de la barrera.
sphere-help = Ayuda
sphere-labour = Trabajo
sphere-police = Policía
sphere-inquiry = Investigación
sphere-enforcement = Control migratorio
sphere-oversight = Supervisión

# Funciones, una por profesional.
role-responder = Primera línea
role-triage = Orden por urgencia
role-caseworker = Acompañamiento
role-investigator = Investigación
role-analyst = Análisis
role-coordinator = Coordinación
role-oversight = Supervisión
role-administrator = Administración
role-protection-officer = Protección
role-enforcement-officer = Control migratorio
role-help-responder = Recibe avisos y empieza valoraciones de indicios.
role-help-triage = Ordena los avisos y los entrega.
role-help-caseworker = Trabaja en los casos y con las personas de la unidad.
role-help-investigator = Trabaja en las investigaciones de la unidad.
role-help-analyst = Lee cifras e importa conjuntos de datos.
role-help-coordinator = Ve cifras, avisos y la lista de casos.
role-help-oversight = Lee el registro y nada más.
role-help-administrator = Lleva unidades y profesionales, no lee nada.
role-help-protection-officer = Recibe avisos y los entrega, nunca los vuelve a leer.
role-help-enforcement-officer = Ve solo cifras publicadas.

# Unidades y profesionales, para la administración.
desks-title = Unidades y profesionales
desks-lead = Cada unidad tiene su propia llave. Usted lleva las unidades; no tiene ninguna llave.
desks-new = Añadir una unidad
desks-officers =
    { $count ->
        [one] { $count } profesional
       *[other] { $count } profesionales
    }
desks-waiting =
    { $count ->
        [one] { $count } espera la llave
       *[other] { $count } esperan la llave
    }
desk-organisation = Organización
desk-organisation-another = Otra: escriba su nombre abajo
desk-organisation-new = Nombre de la nueva organización
desk-organisation-help = Solo si no está en la lista.
desk-kind = Tipo de unidad
desk-kind-help = El tipo fija la esfera y, con ella, lo que alguna vez puede llegar a esta unidad. Después no cambia.
desk-sphere = Esfera
desk-in-sphere = Esfera: { $sphere }
desk-name = Nombre de la unidad
desk-new-lead = Una unidad empieza con su primera persona, la única que tiene la llave.
desk-new-on = Seguir
desk-new-desk = La unidad
desk-new-officer = Su primera persona
desk-new-do = Crear unidad y hoja
desk-add = Añadir una persona
desk-sign-in-name = Entra con: { $name }
desk-trained = Formación para decidir valoraciones de indicios
desk-has-key = Tiene la llave
desk-no-key = Sin llave
desk-waits = En espera
desk-waits-help = En espera se puede entrar, pero no se abre nada de la unidad. Un miembro de la unidad da la llave en la página «Mi unidad».
desk-remove = Retirar
desk-remove-name = Retirar: { $name }
desk-removed = Retirada hecha. Esta persona ya no puede entrar.
desk-removed-help = Si tenía la llave, la unidad tiene ahora una nueva. Las demás personas entran de nuevo.
desk-left = Quién se fue

# La propia unidad.
own-desk-title = Mi unidad
own-desk-you = Su cuenta
own-desk-you-wait = Aún no tiene la llave
own-desk-you-wait-help = Pida a un miembro de abajo que se la dé en esta página. Después entre de nuevo. Hasta entonces, todo lo que guarda la unidad sigue bajo llave para usted.
own-desk-none-waits = Nadie espera la llave. Una espera se ve aquí y en la barra.
own-desk-waiting = En espera de la llave
own-desk-waiting-help = Con la llave se abre todo lo que guarda la unidad, también lo que llegó antes. Désela solo a quien conoce y está delante de usted.
own-desk-let-in = Dar la llave
own-desk-let-in-name = Dar la llave: { $name }
own-desk-let-in-done = Llave dada y escrita en el registro.
own-desk-let-in-help = La nueva persona entra de nuevo y después abre lo que guarda la unidad.
own-desk-members = En esta unidad
