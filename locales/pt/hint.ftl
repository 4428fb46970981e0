# What is said about a hint: to the person who sends it, and to the officer who reads it.

## Files that are not taken

hint-file-empty = Este ficheiro está vazio. Escolha-o de novo ou envie sem ele. Ficheiro: { $name }
hint-file-too-large = Este ficheiro tem mais de 8 MB. Escolha um mais pequeno ou envie sem ele. Ficheiro: { $name }
hint-file-too-many = Pode enviar até 5 ficheiros. Escolha menos ou envie os outros mais tarde.
hint-file-other-type = Só podemos receber fotografias (JPEG, PNG) e documentos PDF. Ficheiro: { $name }
hint-file-truncated = Falta uma parte deste ficheiro. Escolha-o de novo ou envie sem ele. Ficheiro: { $name }
hint-file-damaged = Este ficheiro está danificado. Escolha outro ou envie sem ele. Ficheiro: { $name }
hint-file-polyglot = Este ficheiro esconde outro ficheiro. Escolha outro ou envie sem ele. Ficheiro: { $name }
hint-file-too-many-pixels = Esta imagem é grande de mais para ser aberta com segurança. Reduza-a ou envie sem ela. Ficheiro: { $name }
hint-file-other-variant = Não conseguimos limpar este tipo de imagem. Faça uma captura de ecrã ou envie sem ela. Ficheiro: { $name }

## Fields that must be changed

hint-error-empty = Escreva algumas palavras ou assinale o que se aplica.
hint-error-no-words = Escreva algumas palavras.
hint-error-too-long = Este texto é longo de mais. Encurte-o ou envie o resto mais tarde. Limite: { $limit }. O seu: { $length }
hint-error-choice = Escolha uma das respostas mostradas.

## Facts

hint-fact-danger-now = Alguém está em perigo agora
hint-fact-child = Há uma criança envolvida
hint-fact-adult = A pessoa é adulta
hint-fact-restraint = Alguém não pode sair
hint-fact-travel-soon = Alguém pode ser levado para outro lugar em breve
hint-fact-journey-danger = Uma viagem põe vidas em perigo
hint-fact-papers-held = Os documentos estão com outra pessoa
hint-fact-not-paid = O trabalho não é pago
hint-fact-hurt = Alguém está ferido ou tem medo
hint-fact-third-party = A mensagem é sobre outra pessoa
hint-fact-other = Outra coisa
hint-stated-yes = Sim
hint-stated-no = Não
hint-stated-unknown = Não se sabe
hint-stated-refused = Recusou
hint-stated-not-answered = Sem resposta

## The hint's page

hint-channel-web = Sinalização pela página web
hint-channel-api = Sinalização por outro sistema
hint-channel-phone = Sinalização por telefone
hint-channel-walk-in = Sinalização presencial
hint-received = Recebida em { $day }. Quem escreveu tem um código e pode receber resposta.
hint-back = Sinalizações
hint-next = Passo seguinte
hint-wrote = O que a pessoa escreveu
hint-took-down = O que a unidade anotou
hint-language = Língua da página: { $language }
hint-no-text = Não foram escritas palavras; ver os factos.
hint-place = Lugar
hint-contact = Quer contacto?
hint-contact-code-only = Só através do código
hint-contact-when = Seguro quando
hint-languages = Línguas faladas
hint-files = Ficheiros
hint-who = Quem escreve
hint-who-self = A própria pessoa
hint-who-other = Outra pessoa
hint-file-copy = Guardar a cópia limpa
hint-file-note = O original fica fechado à chave; a sua impressão digital é guardada.
hint-file-sealed-only = PDF, fechado à chave. Não é mostrado.
hint-file-number = Ficheiro { $number }
hint-why-urgent = Porque é urgente
hint-why-not-urgent = Não foi indicado nenhum facto urgente. Isso não prova que não exista.
hint-urgency-note = Pode aumentar a urgência com um motivo. Nunca desce sozinha e nunca fecha uma sinalização.
hint-why-there = Porque vai para lá
hint-rule = Regra { $number }: { $rule }
hint-rule-fired = Aplicada, porque foi indicado: { $facts }.
hint-rule-fired-always = Aplica-se a todas as sinalizações.
hint-rule-goes-to = Vai para: { $desks }
hint-rule-basis = Base: { $basis }
hint-rules-not-fired = Regras não aplicadas
hint-rule-missing = Não foi indicado: { $facts }
hint-rule-barring = Opõe-se: { $facts }
hint-condition = { $fact }: { $stated }
hint-routing-version = Regras de encaminhamento, versão { $version }
hint-talk = Conversa com a pessoa
hint-talk-none = Nenhuma mensagem.
hint-talk-desk = A sua unidade, { $day }
hint-talk-reporter = A pessoa, { $day }
hint-answer = Resposta
hint-answer-help = A pessoa lê com o código. Não escreva o nome de mais ninguém.
hint-answer-send = Enviar resposta
hint-happened = O que aconteceu
hint-event-received = Recebida e fechada à chave
hint-event-sorted = Classificada por regra
hint-event-opened = Aberta
hint-event-raised = Urgência aumentada
hint-event-answered = Resposta enviada à pessoa
hint-event-reporter-wrote = A pessoa voltou a escrever
hint-event-handed-over = Transmitida
hint-event-assigned = Atribuída
hint-event-case-opened = Caso aberto
hint-event-screened = Avaliação de indícios feita
hint-waits = Aguarda o passo seguinte
hint-hand-over = Transmitir agora
hint-hand-over-to = A que unidade
hint-hand-over-help = As palavras e a conversa passam para essa unidade. A sua já não as pode abrir.
hint-hand-over-error = Escolha uma unidade que possa receber esta sinalização.
hint-hand-over-ground-error = Indique por que motivo esta sinalização pode sair da sua unidade.
hint-screen = Avaliar indícios
hint-open-case = Abrir um caso
hint-to-case = Ir para o caso
hint-assign = Assumir
hint-assign-help = Assuma-a: a unidade vê então quem trata dela.
hint-assigned-you = Atribuída a si
hint-open = Abrir
hint-sealed-title = Esta sinalização está fechada à chave
hint-sealed-text = Se a abrir, o seu nome, o dia e o motivo ficam no registo.
hint-print-foot = Impresso a partir de Mangrove. Só nomes neutros; as palavras de uma sinalização não se imprimem.
hint-hand-over-ground = Por que motivo
hint-ground-agreed = A pessoa está de acordo
hint-ground-law = A lei exige-o
hint-ground-life-at-risk = Há uma vida em perigo
