# O que está errado num ficheiro do catálogo ou nas regras próprias de um país.

catalogue-volume-unknown = este volume não existe no catálogo
catalogue-table-unknown = esta tabela não existe neste volume
catalogue-table-fixed = esta tabela é igual para todos os países e não pode ser alterada
catalogue-id-unknown = este identificador não existe nesta tabela; para acrescentar uma entrada, escreva new = true
catalogue-id-taken = já existe uma entrada com este identificador; para a alterar, retire new = true
catalogue-id-twice = este identificador aparece duas vezes na tabela
catalogue-id-wrong = falta um identificador: de 1 a 80 letras sem acento, algarismos, - e _
catalogue-field-unknown = este campo não existe nesta tabela
catalogue-field-missing = este campo falta ou está vazio
catalogue-value-kind = o valor não é do mesmo género que nas outras entradas
catalogue-name-differs = o ficheiro deve dizer o seu próprio nome no campo catalogue
catalogue-too-large = o ficheiro é demasiado grande. Limite em bytes: { $limit }
catalogue-too-many = a tabela tem demasiadas entradas. Limite: { $limit }
catalogue-not-toml = isto não é TOML: { $why }
catalogue-entry-wrong = não é possível ler esta entrada: { $why }
catalogue-reference-unknown = um identificador aqui indicado não existe: { $id }
catalogue-rules-open = a última regra tem de valer sejam quais forem os factos. Entrada: { $input }
catalogue-core-missing = todas as profissões fazem as perguntas comuns; falta: { $id }
catalogue-advice-printable = um parecer não tem forma impressa; este valor fica false
catalogue-table-open = nenhuma linha da tabela responde a estes valores: { $inputs }
catalogue-below-floor = aqui não é permitido um resultado mais baixo do que este: { $result }
catalogue-too-deep = o valor está encaixado em demasiados níveis. Limite de níveis: { $limit }
