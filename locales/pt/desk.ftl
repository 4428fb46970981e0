# Kinds of desks, as a reader sees them.

desk-kind-coordination = Coordenação
desk-kind-ngo = Organização de apoio
desk-kind-shelter = Abrigo seguro
desk-kind-hospital = Hospital
desk-kind-child-protection = Proteção da infância
desk-kind-protection = Unidade de proteção
desk-kind-labour-inspectorate = Inspeção do trabalho
desk-kind-police = Polícia
desk-kind-prosecution = Ministério Público
desk-kind-fiu = Unidade de informação financeira
desk-kind-border-guard = Guarda de fronteira
desk-kind-inquiry = Investigação
desk-kind-immigration-enforcement = Controlo da imigração e afastamento
desk-kind-oversight = Supervisão independente
# Esferas da barreira.
sphere-help = Ajuda
sphere-labour = Trabalho
sphere-police = Polícia
sphere-inquiry = Investigação
sphere-enforcement = Controlo da imigração
sphere-oversight = Supervisão

# Funções, uma por profissional.
role-responder = Primeira linha
role-triage = Ordem por urgência
role-caseworker = Acompanhamento
role-investigator = Investigação
role-analyst = Análise
role-coordinator = Coordenação
role-oversight = Supervisão
role-administrator = Administração
role-protection-officer = Proteção
role-enforcement-officer = Controlo da imigração
role-help-responder = Recebe sinalizações e começa avaliações de indícios.
role-help-triage = Ordena as sinalizações e entrega-as.
role-help-caseworker = Trabalha nos casos e com as pessoas da unidade.
role-help-investigator = Trabalha nas investigações da unidade.
role-help-analyst = Lê números e importa conjuntos de dados.
role-help-coordinator = Vê números, sinalizações e a lista dos casos.
role-help-oversight = Lê o registo e nada mais.
role-help-administrator = Mantém unidades e profissionais, não lê nada.
role-help-protection-officer = Recebe sinalizações e entrega-as, nunca volta a ler.
role-help-enforcement-officer = Vê só números publicados.

# Unidades e profissionais, para a administração.
desks-title = Unidades e profissionais
desks-lead = Cada unidade tem a sua chave. Mantém as unidades; não tem chave nenhuma.
desks-new = Juntar uma unidade
desks-officers =
    { $count ->
        [one] { $count } profissional
       *[other] { $count } profissionais
    }
desks-waiting =
    { $count ->
        [one] { $count } à espera da chave
       *[other] { $count } à espera da chave
    }
desk-organisation = Organização
desk-organisation-another = Outra: escreva o nome abaixo
desk-organisation-new = Nome da nova organização
desk-organisation-help = Só se não estiver na lista.
desk-kind = Tipo de unidade
desk-kind-help = O tipo fixa a esfera e, com ela, o que alguma vez pode chegar a esta unidade. Depois não muda.
desk-sphere = Esfera
desk-in-sphere = Esfera: { $sphere }
desk-name = Nome da unidade
desk-new-lead = Uma unidade começa com a primeira pessoa, a única que tem a chave.
desk-new-on = Continuar
desk-new-desk = A unidade
desk-new-officer = A primeira pessoa
desk-new-do = Criar unidade e folha
desk-add = Juntar uma pessoa
desk-sign-in-name = Entra com: { $name }
desk-trained = Formação para decidir avaliações de indícios
desk-has-key = Tem a chave
desk-no-key = Sem chave
desk-waits = À espera
desk-waits-help = À espera pode-se entrar, mas nada da unidade se abre. Um membro da unidade dá a chave na página «A minha unidade».
desk-remove = Retirar
desk-remove-name = Retirar: { $name }
desk-removed = Retirada feita. Esta pessoa já não pode entrar.
desk-removed-help = Se tinha a chave, a unidade tem agora uma nova. As outras pessoas entram de novo.
desk-left = Quem saiu

# A própria unidade.
own-desk-title = A minha unidade
own-desk-you = A sua conta
own-desk-you-wait = Ainda não tem a chave
own-desk-you-wait-help = Peça a um membro abaixo que lha dê nesta página. Depois entre de novo. Até lá, tudo o que a unidade guarda fica fechado à chave para si.
own-desk-none-waits = Ninguém espera pela chave. Uma espera vê-se aqui e na barra.
own-desk-waiting = À espera da chave
own-desk-waiting-help = Com a chave abre-se tudo o que a unidade guarda, também o que chegou antes. Dê-a só a quem conhece e está à sua frente.
own-desk-let-in = Dar a chave
own-desk-let-in-name = Dar a chave: { $name }
own-desk-let-in-done = Chave dada e escrita no registo.
own-desk-let-in-help = A nova pessoa entra de novo e depois abre o que a unidade guarda.
own-desk-members = Nesta unidade
