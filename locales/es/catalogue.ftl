# Lo que está mal en un archivo del catálogo o en las reglas propias de un país.

catalogue-volume-unknown = este volumen no existe en el catálogo
catalogue-table-unknown = esta tabla no existe en este volumen
catalogue-table-fixed = esta tabla es igual para todos los países y no se puede cambiar
catalogue-id-unknown = este identificador no existe en esta tabla; para añadir una entrada, escriba new = true
catalogue-id-taken = ya hay una entrada con este identificador; para cambiarla, quite new = true
catalogue-id-twice = este identificador aparece dos veces en la tabla
catalogue-id-wrong = falta un identificador: de 1 a 80 letras sin acento, cifras, - y _
catalogue-field-unknown = este campo no existe en esta tabla
catalogue-field-missing = este campo falta o está vacío
catalogue-value-kind = el valor no es del mismo tipo que en las otras entradas
catalogue-name-differs = el archivo debe decir su propio nombre en el campo catalogue
catalogue-too-large = el archivo es demasiado grande. Límite en bytes: { $limit }
catalogue-too-many = la tabla tiene demasiadas entradas. Límite: { $limit }
catalogue-not-toml = esto no es TOML: { $why }
catalogue-entry-wrong = no se puede leer esta entrada: { $why }
catalogue-reference-unknown = un identificador nombrado aquí no existe: { $id }
catalogue-rules-open = la última regla debe valer sean cuales sean los hechos. Entrada: { $input }
catalogue-core-missing = todas las profesiones hacen las preguntas comunes; falta: { $id }
catalogue-advice-printable = un consejo no tiene forma impresa; este valor queda en false
catalogue-table-open = ninguna fila de la tabla responde a estos valores: { $inputs }
catalogue-below-floor = aquí no se permite un resultado más bajo que este: { $result }
catalogue-too-deep = el valor está anidado en demasiados niveles. Límite de niveles: { $limit }
