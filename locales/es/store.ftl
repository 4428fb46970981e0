# Lo que dice el almacenamiento cuando no puede leer o escribir.
store-read-only = Este nodo solo permite la lectura: un registro anterior no pudo confirmarse. Nada de lo que envíe ahora se guarda. Compruebe el disco y reinicie el nodo.
store-commit-unknown = El almacenamiento falló mientras se guardaba. Puede que los datos se hayan guardado o no. El nodo solo permite la lectura hasta que se reinicie: compruebe el disco, reinicie y mire antes de enviarlo de nuevo. (Paso: { $tx }. Mensaje recibido: { $what }.)
store-storage = El almacenamiento falló antes de guardar nada. No se guardó nada. Compruebe que el disco no está lleno y que se puede acceder a la base de datos, y vuelva a intentarlo. (Paso: { $tx }. Mensaje recibido: { $what }.)
store-busy = El nodo está ocupado y no guardó el envío. No se guardó nada. Vuelva a intentarlo dentro de un minuto. (Paso: { $tx }.)
store-taken = Este elemento ya existe y no se guardó dos veces. (Paso: { $tx }. Regla: { $what }.)
store-rule = La base de datos rechazó un valor. No se guardó nada. (Paso: { $tx }. Regla: { $what }.)
store-statement = La base de datos no entendió este programa. No se guardó nada. Comuníquelo a quien opera el nodo. (Paso: { $tx }. Mensaje recibido: { $what }.)
store-column = Un valor guardado no tiene la forma que espera este programa. Ejecute «mangrove doctor» para saber si la base de datos está dañada. (Columna: { $column }.)
store-locked = Otro nodo en marcha usa esta base de datos: { $place }. Detenga primero ese nodo, o indique otra carpeta con --data.
store-not-a-database = Este archivo no es una base de datos de Mangrove: { $place }. No se cambió nada. Muévalo, o indique otra carpeta con --data.
store-wrong-version = Otra versión de Mangrove creó esta base de datos: { $place }. Versión de sus tablas: { $found }. Versión que necesita este programa: { $expected }. No se cambió nada. Inicie la versión que la creó, o restaure una copia de seguridad hecha por esta.
store-corrupt = Una página de esta base de datos está dañada: { $place }. No se cambió nada. Guarde una copia de la carpeta, compruebe el disco y restaure la última copia de seguridad con «mangrove restore». (Mensaje recibido: { $what }.)
store-unreachable = No se puede abrir la base de datos: { $place }. Compruebe que existe, que esta cuenta puede leerla y escribirla, y que la dirección es correcta. (Mensaje recibido: { $what }.)
store-missing = Aquí no hay ninguna base de datos: { $place }. Compruebe --data, o cree una con «mangrove init».
