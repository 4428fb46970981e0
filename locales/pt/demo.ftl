# O país de demonstração, como o terminal o conta.
demo-title = A República de Avela não existe, nem ninguém que lá viva. Não introduzir aqui nada de real.
demo-making = O país está a ser criado. Demora alguns segundos, uma só vez.
demo-logins = Entrar com um nome e uma frase secreta:
demo-code = O código de entrada pode ficar vazio aqui. Um nó real pede-o sempre.
demo-report = Escrever sem conta: { $address }
demo-other-seed = Esta pasta contém o país de outro número. Escolher outra com --data: { $path }
demo-other-version = Este país de demonstração foi feito por outra versão do Mangrove. Deixar --data de fora, ou indicar uma pasta vazia: { $path }
demo-role-responder = primeira linha
demo-role-triage = ordem por urgência
demo-role-caseworker = acompanhamento
demo-role-investigator = investigação
demo-role-analyst = análise
demo-role-coordinator = coordenação
demo-role-oversight = supervisão independente
demo-role-administrator = administração
demo-role-protection-officer = proteção
demo-role-enforcement-officer = controlo da imigração
