# Triagem: a linha de comando e as páginas. Um parecer, nunca uma decisão.

screening-line-not-json = isto não é JSON. Veja perto da coluna: { $column }
screening-line-not-object = é preciso um objeto JSON por linha
screening-line-not-utf8 = isto não é UTF-8. Veja perto da coluna: { $column }
screening-line-mark = a linha começa com uma marca de ordem de bytes; guarde o ficheiro em UTF-8 sem ela
screening-line-too-long = a linha é demasiado longa. Limite em bytes: { $limit }
screening-field-missing = este campo é necessário
screening-field-unknown = este campo não existe
screening-field-twice = este campo aparece duas vezes
screening-field-not-text = é preciso um texto entre aspas
screening-field-not-flag = é preciso true ou false
screening-field-not-list = é preciso uma lista de identificadores
screening-value-unknown = o catálogo não conhece este valor: { $value }
screening-list-too-long = a lista é demasiado longa. Limite: { $limit }
screening-id-too-long = o identificador é demasiado longo. Limite em bytes: { $limit }
screening-id-control = o identificador contém um carácter que não se vê
screening-file-unreadable = não é possível ler o ficheiro: { $why }
screening-rules-broken = não é possível usar o catálogo: { $why }
screening-command = Dar um parecer sobre observações, um objeto JSON por linha
screening-command-file = Ficheiro com um objeto JSON por linha; - lê o que chega
screening-command-language = Língua dos avisos: en, fr, pt, es
screening-language-unknown = esta língua não existe aqui: { $tag }
