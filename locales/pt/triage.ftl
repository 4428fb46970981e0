# The queue of hints, urgency, and the form of the operator.

triage-level-week = Esta semana
triage-level-today = Hoje
triage-level-danger = Perigo agora
triage-error-only-up = Escolha um nível mais alto. A urgência nunca desce.
triage-title = Sinalizações por ordenar
triage-lead =
    { $count ->
        [0] Nenhuma sinalização aguarda.
        [one] { $count } sinalização aguarda.
       *[other] { $count } sinalizações aguardam.
    }
triage-lead-danger = Perigo agora: { $count }
triage-lead-late = Em atraso: { $count }
triage-next = Passo seguinte
triage-next-read = Ler primeiro: { $alias }
triage-next-button = Ler
triage-next-none = Nada a fazer agora. Uma nova sinalização aparecerá aqui.
triage-filter-alias = Nome neutro
triage-filter-urgency = Urgência
triage-filter-state = Estado
triage-filter-all = Todos
triage-filter-open = À espera
triage-filter-show = Mostrar
triage-filter-clear = Mostrar tudo
triage-found =
    { $count ->
        [0] Nenhuma sinalização corresponde
        [one] { $count } sinalização encontrada
       *[other] { $count } sinalizações encontradas
    }
triage-column-urgency = Urgência
triage-column-hint = Sinalização e motivos
triage-column-goes-to = Vai para
triage-column-due = Prazo
triage-stays = Fica aqui
triage-goes-to = { $desks }
triage-reporter-wrote = A pessoa voltou a escrever
triage-yours = Atribuída a si
triage-assigned = Atribuída
triage-state-new = Nova
triage-state-triaged = Lida
triage-state-handed-over = Transmitida
triage-state-case-opened = Caso aberto
triage-state-closed = Fechada
triage-due-today = Para hoje
triage-due-on = Até { $day }
triage-late =
    { $days ->
        [one] Atraso de { $days } dia
       *[other] Atraso de { $days } dias
    }
triage-empty-title = Nenhuma sinalização aguarda
triage-empty-text = As novas sinalizações aparecem aqui, as mais urgentes primeiro. Pode anotar uma por telefone.
triage-more = Só se mostram as primeiras: { $count }. Leia estas ou restrinja a lista.
triage-phone = Anotar uma sinalização por telefone ou presencial
triage-raise = Aumentar a urgência
triage-raise-to = Novo nível
triage-raise-reason = Motivo
triage-raise-button = Aumentar
triage-raise-written-in-text = As palavras dizem o que não foi assinalado
triage-raise-reporter-answered = A pessoa disse mais
triage-raise-other-source = Outra fonte o diz
triage-raise-officer-judgement = Conhecimento do lugar ou das pessoas
triage-raise-error = Escolha um motivo.

## The operator's form

triage-phone-title = Anotar uma sinalização
triage-phone-lead = Escreva o que a pessoa diz, com as palavras dela. Nada é obrigatório.
triage-phone-duty = Antes de a pessoa falar: diga quem lê isto, e que uma criança em perigo tem de ser comunicada.
triage-phone-reveals = Diga também o que este meio revela: uma chamada fica na lista de chamadas e na fatura; uma visita pode ser vista.
triage-phone-channel = Como a pessoa chegou
triage-phone-channel-phone = Telefone
triage-phone-channel-walk-in = Presencial
triage-phone-text = O que a pessoa diz
triage-phone-facts = O que a pessoa indica
triage-phone-facts-help = Sem marca: não foi dito.
triage-phone-who = Quem fala
triage-phone-about = De quem se trata
triage-phone-adult = Uma pessoa adulta
triage-phone-child = Uma criança
triage-phone-unknown = Idade desconhecida
triage-phone-refused = Não quer dizer
triage-phone-not-asked = Não perguntado
triage-phone-danger = Alguém está em perigo agora?
triage-phone-send = Fechar à chave e dar um código
triage-phone-receipt-title = Código para a pessoa
triage-phone-receipt-text = Leia-o agora em voz alta. Não volta a ser mostrado e ninguém o pode recuperar.
triage-phone-done = Já o li em voz alta
