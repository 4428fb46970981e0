# Evaluación inicial: la línea de órdenes y las páginas. Un consejo, nunca una decisión.

screening-line-not-json = esto no es JSON. Mire cerca de la columna: { $column }
screening-line-not-object = hace falta un objeto JSON por línea
screening-line-not-utf8 = esto no es UTF-8. Mire cerca de la columna: { $column }
screening-line-mark = la línea empieza con una marca de orden de bytes; guarde el archivo en UTF-8 sin ella
screening-line-too-long = la línea es demasiado larga. Límite en bytes: { $limit }
screening-field-missing = este campo es necesario
screening-field-unknown = este campo no existe
screening-field-twice = este campo aparece dos veces
screening-field-not-text = hace falta un texto entre comillas
screening-field-not-flag = hace falta true o false
screening-field-not-list = hace falta una lista de identificadores
screening-value-unknown = el catálogo no conoce este valor: { $value }
screening-list-too-long = la lista es demasiado larga. Límite: { $limit }
screening-id-too-long = el identificador es demasiado largo. Límite en bytes: { $limit }
screening-id-control = el identificador contiene un carácter que no se ve
screening-file-unreadable = no se puede leer el archivo: { $why }
screening-rules-broken = no se puede usar el catálogo: { $why }
screening-command = Dar consejo sobre observaciones, un objeto JSON por línea
screening-command-file = Archivo con un objeto JSON por línea; - lee lo que llega
screening-command-language = Idioma de los avisos: en, fr, pt, es
screening-language-unknown = este idioma no está aquí: { $tag }
