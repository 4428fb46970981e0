# O que diz o armazenamento quando não consegue ler ou escrever.
store-read-only = Este nó só permite leitura: um registo anterior não pôde ser confirmado. Nada do que enviar agora fica guardado. Verifique o disco e reinicie o nó.
store-commit-unknown = O armazenamento falhou durante a gravação. Os dados podem ter ficado guardados ou não. O nó só permite leitura até ser reiniciado: verifique o disco, reinicie e confirme antes de enviar de novo. (Passo: { $tx }. Mensagem recebida: { $what }.)
store-storage = O armazenamento falhou antes de qualquer gravação. Nada ficou guardado. Verifique que o disco não está cheio e que a base de dados está acessível, e tente de novo. (Passo: { $tx }. Mensagem recebida: { $what }.)
store-busy = O nó está ocupado e não guardou o envio. Nada ficou guardado. Tente de novo dentro de um minuto. (Passo: { $tx }.)
store-taken = Este elemento já existe e não foi guardado duas vezes. (Passo: { $tx }. Regra: { $what }.)
store-rule = A base de dados recusou um valor. Nada ficou guardado. (Passo: { $tx }. Regra: { $what }.)
store-statement = A base de dados não compreendeu este programa. Nada ficou guardado. Comunique-o a quem opera o nó. (Passo: { $tx }. Mensagem recebida: { $what }.)
store-column = Um valor guardado não tem a forma que este programa espera. Execute “mangrove doctor” para saber se a base de dados está danificada. (Coluna: { $column }.)
store-locked = Outro nó em funcionamento usa esta base de dados: { $place }. Pare primeiro esse nó, ou indique outra pasta com --data.
store-not-a-database = Este ficheiro não é uma base de dados do Mangrove: { $place }. Nada foi alterado. Mude-o de lugar, ou indique outra pasta com --data.
store-wrong-version = Esta base de dados foi criada por outra versão do Mangrove: { $place }. Versão das suas tabelas: { $found }. Versão de que este programa precisa: { $expected }. Nada foi alterado. Inicie a versão que a criou, ou restaure uma cópia de segurança feita por esta.
store-corrupt = Uma página desta base de dados está danificada: { $place }. Nada foi alterado. Guarde uma cópia da pasta, verifique o disco e restaure a última cópia de segurança com “mangrove restore”. (Mensagem recebida: { $what }.)
store-unreachable = Não é possível abrir a base de dados: { $place }. Verifique que existe, que esta conta a pode ler e escrever, e que o endereço está certo. (Mensagem recebida: { $what }.)
store-missing = Não há nenhuma base de dados aqui: { $place }. Verifique --data, ou crie uma com “mangrove init”.
