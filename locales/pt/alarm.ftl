# What the node warns of, as the oversight body and the desks read it.

alarm-own-name = O mesmo apelido
alarm-help-own-name = A pessoa tem o apelido de quem abriu, e o lugar, o telefone ou o parentesco também coincide.
alarm-own-contact = O mesmo telefone ou endereço
alarm-help-own-contact = Um telefone ou um endereço da pessoa é de quem abriu.
alarm-over-budget = Mais aberturas do que o limite do dia
alarm-help-over-budget = Quem abriu não era responsável pelo caso. A abertura não foi recusada: pergunte porque foram precisas tantas.
alarm-friends-approve = Duas pessoas dizem sim uma à outra
alarm-help-friends-approve = Um segundo sim só vale se pudesse ter sido não.
alarm-canary = Foi aberta uma pessoa de controlo
alarm-help-canary = Esta pessoa não existe: ninguém tinha motivo de trabalho para a abrir.
alarm-no-later-work = Aberturas sem trabalho depois
alarm-help-no-later-work = Várias identidades foram abertas por quem não era responsável, e nada se fez depois nesses casos.
alarm-break-glass = Abertura de emergência
alarm-help-break-glass = Uma pessoa, 30 minutos no máximo, por uma vida em risco. O órgão de supervisão examina-a em três dias.
alarm-review-late = Um exame está atrasado
alarm-help-review-late = A direção do órgão de supervisão examina-a agora. Até lá, essa pessoa não pode abrir em emergência; a via normal por perigo de vida continua aberta.
alarm-event-mode = Modo de operação
alarm-help-event-mode = Duas pessoas abriram-no para a sua unidade, por 24 horas no máximo. Cada abertura fica marcada.
alarm-root-differs = Uma raiz anotada é diferente
alarm-help-root-differs = O que foi impresso ou testemunhado não é a história que este nó mostra agora. Faça a verificação e guarde uma cópia da base de dados.
alarm-paper-key = A chave em papel foi usada
alarm-help-paper-key = Pergunte à unidade se foi ela, e se há uma nova selada.
alarm-recovery = Chaves em recuperação
alarm-help-recovery = Depositários da unidade devolvem uma chave a uma pessoa.
alarm-freeze = Algo foi congelado
alarm-help-freeze = Nada mais se abre aí até ser levantado.
alarm-many-searches = Muitas pesquisas de nomes
alarm-help-many-searches = Mais pesquisas num dia do que o trabalho de uma unidade costuma precisar.
alarm-searched-own-name = Pesquisa do próprio apelido
alarm-help-searched-own-name = O nome pesquisado é de quem pesquisou.
alarms-title = Avisos à sua unidade
alarms-lead = O órgão de supervisão foi avisado ao mesmo tempo. Ninguém vê aqui o que fez.
alarms-empty = Nenhum aviso
alarms-empty-help = Uma abertura de emergência ou um modo de operação na sua unidade ficaria aqui.
alarm-read = Li
alarm-read-already = Lido pela sua unidade
alarm-by = Por: { $name }
alarm-by-node = Encontrado pelo próprio nó
alarm-at-desk = Unidade: { $name }
alarm-waiting =
    { $count ->
        [one] { $count } aviso por ler.
       *[other] { $count } avisos por ler.
    }
alarm-waiting-read = Ler
alarm-state-new = Novo
alarm-state-seen = Visto
alarm-mark-seen = Marcar como visto
alarm-mark-reviewed = Examinado: arquivar
alarm-note = O que apurou
alarm-note-help = Fechado à chave: só o órgão de supervisão o pode ler. Sem nomes, sem endereços.
oversight-title = Supervisão
oversight-lead = O que pede primeiro a sua atenção. Vê quem, quando e porquê, nunca o que foi aberto.
oversight-alarms = Alarmes
oversight-none = Nenhum alarme em aberto
oversight-none-help = Um alarme aparece aqui no momento em que a sua causa é registada.
nav-oversight = Supervisão
opening-action-alarm-raised = Alarme
opening-action-alarm-view = Leu os avisos da unidade
opening-action-ledger-review = Respondeu a um alarme
opening-reason-alarm-seen = Alarme visto
opening-reason-alarm-reviewed = Alarme examinado
