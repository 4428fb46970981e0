# What the guard answers: refusals, codes, and what `verify` finds.

guard-denied = Su función no incluye esta acción.
guard-denied-enforcement-sees-nothing-of-help = Lo que llegó por ayuda o por trabajo se queda allí. El control migratorio no puede verlo.
guard-denied-enforcement-counts-nothing = Las cifras de los casos del país no se muestran al control migratorio.
guard-denied-protection-desk-never-reads-back = Una unidad de protección recibe avisos y los entrega. No los vuelve a leer.
guard-denied-oversight-sees-the-ledger-only = El órgano independiente de supervisión ve el registro, y nada de lo que se abrió.
guard-denied-ledger-for-oversight-only = Solo el órgano independiente de supervisión lee el registro.
guard-denied-administrator-sees-no-content = La administración lleva unidades y cuentas. No ve avisos, casos ni personas.
guard-denied-set-up-for-administrator-only = Solo la administración cambia unidades, cuentas y puesta en marcha.
guard-denied-rules-are-made-by-two = Las reglas del país las presenta la coordinación. Decide una segunda persona, del órgano de control.
guard-denied-screening-result-stays-in-help-and-labour = Las valoraciones se hacen en las unidades de ayuda y de trabajo, y sus resultados se quedan allí.
guard-denied-other-desk-holds-it = Esta parte pertenece a otra unidad. Su unidad no puede abrirla.
guard-denied-only-trained-officers-decide = Una valoración de indicios la decide una persona con formación para ello.
guard-denied-identity-needs-reason-and-fresh-proof = Para abrir una identidad, indique un motivo y demuestre de nuevo quién es.
guard-denied-identity-needs-a-live-case = El caso está cerrado. Sus identidades siguen bajo llave.
guard-denied-closed-is-not-edited = Esto está cerrado. Puede leerlo, pero no cambiarlo.

guard-no-key = Su sesión no tiene la llave de esta unidad. Entre de nuevo, o pida ayuda a un miembro de esa unidad.
guard-cannot-seal = No se pudo guardar bajo llave y no quedó nada. Acorte el texto e intente de nuevo.
guard-does-not-open = Esto no se abre. Se cambió o es de otro lugar. Avise al órgano independiente de supervisión.
guard-epoch-gone = La clave de este contenido se destruyó, o el archivo de claves de época es de otro nodo. Ya no se abre aquí.

guard-receipt-length = Un número tiene 17 cifras. O escriba las seis palabras.
guard-receipt-check = Un signo no encaja. Mire cada uno otra vez.

guard-verify-number = Registro: número ausente, doble o fuera de su lugar. Esperado: { $expected }. Encontrado: { $found }.
guard-verify-leaf = Registro: inscripción cambiada. Número: { $number }.
guard-verify-signature = Registro: punto de control con firma falsa, o punto anterior retirado. Tamaño: { $size }.
guard-verify-root = Registro: las inscripciones no son las que se firmaron. Punto de control de tamaño: { $size }.
guard-verify-order = Registro: punto de control fuera de su lugar. Tamaño: { $size }.
guard-verify-missing = Registro: inscripciones retiradas. Firmadas: { $said }. Encontradas: { $found }.
guard-verify-unsigned = Registro: inscripciones sin punto de control. Firmadas: { $signed }. Encontradas: { $found }.
guard-verify-witness = Registro: falta en la base un punto de control guardado fuera. La base se llevó atrás o se cambió. Tamaño: { $size }.
guard-verify-copy = Registro: la copia del punto de control, junto a los archivos de claves, no lleva la firma de este nodo. Fue cambiada o es de otro nodo. Tamaño: { $size }.
