# La línea de órdenes: textos de ayuda, lo que se muestra y lo que se rechaza.
command-about = Mangrove: una misma casa contra la trata de personas y el tráfico ilícito de migrantes
command-heading-usage = Uso:
command-heading-options = Opciones
command-heading-commands = Órdenes
command-word-command = ORDEN
command-help = Mostrar esta ayuda
command-version = Mostrar la versión
command-lang = Idioma de los textos: en, fr, pt o es
command-json = Mostrar un objeto JSON en lugar de texto

command-demo = Abrir un país de demostración; nada en él es real
command-serve = Abrir un nodo
command-init = Crear una carpeta de datos vacía y sus claves
command-screen = Examinar observaciones: un objeto JSON por línea de entrada, uno por línea de salida
command-import = Leer un conjunto de datos publicado en el panorama nacional
command-verify = Comprobar el registro y la base de datos con sus firmas

command-data = Carpeta de la base de datos y de los archivos de claves; sin ella, una en ~/.local/share/mangrove
command-listen = Dirección para el personal; sin ella, localhost:8080
command-public = Dirección propia de las páginas públicas
command-database = Base PostgreSQL, como postgres://…; sin ella, SQLite en la carpeta de datos
command-tls-cert = Cadena de certificados para TLS, un archivo PEM
command-tls-key = Clave privada para TLS, un archivo PEM
command-behind-tls-proxy = Un intermediario en este equipo o red se encarga del TLS
command-seed = Número a partir del cual se hace el país de demostración
command-codes = Mostrar los códigos de entrada de este minuto y parar

command-error-unknown-option = Esta opción no se conoce: { $words }
command-error-unknown-command = Esta orden no se conoce: { $words }
command-error-missing = Falta algo necesario: { $words }
command-error-value = Este valor no se puede usar: { $words }
command-error-conflict = Estas opciones no pueden ir juntas: { $words }
command-error-usage = La línea de órdenes no se entiende: { $words }
command-error-seed = --seed debe ser un número entero de 0 a 18446744073709551615: { $words }

command-open = Abrir: { $address }
command-open-public = Páginas públicas: { $address }
command-no-public = Todavía nadie puede avisar: las páginas públicas solo se abren con --public ADDRESS.
command-leave = Pulsar Ctrl+C para parar.
command-stopped = Parado. Todo lo confirmado está guardado.
command-set-up = Este nodo está vacío. Abrir la dirección de arriba e introducir este código una sola vez: { $code }
command-set-up-limit = El código vale hasta terminar la primera instalación, o hasta que este programa pare.
command-swap = Este equipo usa memoria de intercambio. Las claves abiertas podrían llegar al disco: desactivar el intercambio o cifrarlo.
command-init-done = Creado: { $path }
command-init-keys = Copiar los archivos de claves de esta carpeta a un lugar seguro. Sin ellos no se puede usar la base de datos: { $path }

command-refuse-address = Esto no es una dirección con puerto, por ejemplo localhost:8080: { $address }
command-refuse-plain = Solo localhost se sirve sin TLS. Indicar --tls-cert y --tls-key, o --behind-tls-proxy: { $address }
command-refuse-tls-pair = --tls-cert y --tls-key van juntos.
command-refuse-tls-file = El certificado o su clave no se puede leer: { $why }
command-refuse-listen = No se puede escuchar en esta dirección. Otro programa puede estar usándola: { $address } ({ $why })
command-refuse-demo = Esta carpeta contiene un país de demostración. Un nodo con personas reales necesita una carpeta propia: { $path }
command-refuse-not-demo = Esta carpeta no contiene un país de demostración. Elegir otra con --data: { $path }
command-refuse-exists = Esta carpeta no está vacía. Elegir otra con --data: { $path }
command-refuse-locked = Otro Mangrove usa esta carpeta. Pararlo primero: { $path }
command-refuse-folder = La carpeta de datos no se puede usar: { $path } ({ $why })
command-refuse-key-missing = La base de datos está, pero falta un archivo de clave. Reponerlo desde su copia; una clave nueva no serviría: { $path }
command-refuse-key-broken = Este archivo de clave no es lo que debería ser. Reponerlo desde su copia: { $path }
command-refuse-key-wrong = Este archivo de clave pertenece a otra base de datos. Reponer el correcto desde su copia: { $path }
command-refuse-checkpoint-broken = Este archivo debería contener una copia del último punto de control del registro, y no la contiene. Reponerlo desde su copia, o entregarlo al órgano independiente de supervisión para su examen, y arrancar de nuevo: { $path }
command-refuse-checkpoint-foreign = Esta copia del último punto de control del registro no fue firmada por este nodo. Reponer el archivo correcto, o entregar este al órgano independiente de supervisión para su examen, y arrancar de nuevo: { $path }
command-refuse-set-back = La base de datos está por detrás del último punto de control de su registro, o difiere de él: fue devuelta atrás o cambiada. Ahora no se cambió nada. Reponer la base más reciente. Solo si se perdió: entregar este archivo al órgano independiente de supervisión, sacarlo de la carpeta y arrancar de nuevo. Firmado: { $signed }. Encontrado: { $found }. { $path }
command-refuse-ledger = El registro no es el que firmó su último punto de control, así que este nodo no arranca. No se cambió nada. Ejecutar «mangrove verify» para ver qué difiere, avisar al órgano independiente de supervisión y reponer una base sana.
command-refuse-database = No se puede abrir la base de datos: { $why }
command-refuse-node = El nodo no puede arrancar: { $why }

command-control-not-understood = El nodo en marcha no entiende esta orden. Usar el programa de la misma versión que el nodo.
command-control-busy = El nodo en marcha trabaja en otra orden. Intentar de nuevo en un minuto.
command-control-other-database = Un nodo funciona en esta carpeta con otra base de datos. Quitar --database, o parar primero el nodo. Usa: { $database }.
command-control-ended = El nodo se paró antes de responder. El archivo se guardó entero o no se guardó: arrancar el nodo e importarlo de nuevo.
