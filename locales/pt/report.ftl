# The public pages: telling what happens, the code, coming back. Plain words, short sentences.

report-tab = Informação
report-title = Diga-nos o que se passa
report-name = O seu nome não é preciso. Pode escrever pouco ou muito. É grátis.
report-danger = Em perigo agora?
report-danger-call = Ligue: { $number }
report-me = Preciso de ajuda
report-me-help = Para mim
report-someone = Tenho receio por alguém
report-someone-help = Alguém próximo, uma criança, um colega, uma vizinha
report-have-code = Já tenho um código
report-have-code-help = Ler a nossa resposta ou escrever mais

## Before you start

report-before = Antes de começar
report-not-kept = Não guardamos
report-not-kept-name = O seu nome, a não ser que o escreva
report-not-kept-address = O seu endereço de internet
report-not-kept-cookies = Cookies
report-not-kept-time = A hora; só o dia
report-others-see = Outros podem ver
report-others-history = Este telemóvel ou computador guarda a lista das páginas. Pode apagá-la.
report-others-proxy = Um navegador que traduz ou poupa dados envia as suas palavras a outra empresa. Desligue isso primeiro.
report-others-network = O patrão ou a escola pode ver o endereço deste site na sua rede.
report-who-reads = Quem lê
report-who-reads-text = As suas palavras são fechadas à chave ao enviar. Só pessoas formadas da unidade de ajuda as podem ler. O controlo da imigração não pode.
report-who-reads-law = Se uma criança está em perigo, temos de avisar a proteção de crianças. A lei exige-o. Para adultos, perguntamos primeiro, exceto se uma vida estiver em perigo.

## The form

report-step-write = Passo 1 de 2: a sua mensagem
report-step-code = Passo 2 de 2: guarde o seu código
report-what = O que se passa?
report-ticks = Assinale o que se aplica
report-ticks-help = Pode assinalar mais do que um.
report-tick-restraint = Alguém não pode sair
report-tick-papers-held = Alguém tem os documentos
report-tick-not-paid = O trabalho não é pago
report-tick-hurt = Alguém está ferido ou tem medo
report-tick-child = Uma criança precisa de ajuda
report-tick-travel-soon = Vão ser levados em breve
report-tick-journey-danger = Um barco, um camião fechado ou um deserto põe vidas em perigo
report-tick-other = Outra coisa
report-text = Diga mais, em qualquer língua
report-text-help = Bastam poucas palavras.
report-about = Quem precisa de ajuda?
report-about-adult = Uma pessoa adulta
report-about-child = Uma criança ou um adolescente
report-about-unknown = Não sei
report-about-me-adult = Eu, e já sou uma pessoa adulta
report-about-me-child = Eu, e tenho menos de 18 anos
report-refused = Não quero dizer
report-danger-question = Alguém está em perigo agora?
report-yes = Sim
report-no = Não
report-unknown = Não sei
report-place = Onde?
report-if-you-want = (só se quiser)
report-files = Fotografias ou documentos
report-files-limit = (até 5, de 8 MB no máximo)
report-files-help = Fazemos uma cópia sem detalhes escondidos, como o lugar da fotografia. O original fica fechado à chave.
report-reach = Como podemos contactar em segurança?
report-reach-help = Pode deixar isto vazio. A nossa resposta espera no seu código.
report-contact = Telefone, e-mail ou outro meio
report-contact-when = Quando é seguro?
report-languages = Que línguas se falam?
report-send = Enviar
report-go-back = Voltar
report-send-help = Ao enviar, as suas palavras são fechadas à chave. Recebe um código. Com ele pode ler a nossa resposta.
report-errors = Algo a mudar
report-errors-kept = Tudo o resto continua aqui. Escolha de novo os seus ficheiros.
report-limit-kept = Foi demasiado de uma vez. Envie até 5 ficheiros, de 8 MB no máximo.

## The code

report-code-tab = O seu código
report-have-it = Temos a sua mensagem
report-code-text = Este é o seu código. Anote-o ou decore as seis palavras. Não o podemos recuperar.
report-code-or = ou estas seis palavras
report-code-use = Com este código pode voltar, ler a nossa resposta e escrever mais.
report-code-print = A impressão dá um pequeno cartão só com o código.
report-code-done = Já o tenho
report-now = O que acontece agora
report-now-read-danger = Uma pessoa formada lê a sua mensagem primeiro, hoje.
report-now-read-today = Uma pessoa formada lê a sua mensagem hoje.
report-now-read-week = Uma pessoa formada lê a sua mensagem em 5 dias.
report-now-answer = A nossa resposta estará aqui. Volte com o seu código.
report-now-contact = Só ligamos ou vamos ter consigo se pedir. Ou se uma vida estiver em perigo.
report-now-child = Falou-nos de uma criança. A lei obriga-nos a avisar hoje a proteção de crianças.

## Coming back

report-return-title = Ler a nossa resposta
report-return-code = O seu código: os algarismos ou as seis palavras
report-return-code-help = Os espaços e as maiúsculas não contam.
report-return-button = Ler
report-answers-title = As nossas respostas
report-answers-none = Não há nada de novo para este código.
report-answers-none-help = Dizemos o mesmo quando um código não existe. Verifique o seu código ou volte mais tarde.
report-answer-day = A nossa resposta, { $day }
report-answers-kept = A nossa resposta fica aqui até a arrumar. O que escreveu nunca é mostrado.
report-answers-away = Já li; arrumar a resposta
report-again-title = Escrever mais
report-again-text = A sua mensagem
report-again-done = Se o código estiver certo, a sua mensagem chegou até nós.
report-again-done-help = Volte com o mesmo código para ler a nossa resposta.
report-wait-title = Muitas pessoas estão a escrever
report-wait-text = Ainda não pudemos receber a sua mensagem. Nada ficou guardado. Envie-a de novo daqui a um minuto; as suas palavras estão em baixo.
report-broken-title = Agora não conseguimos guardar
report-broken-text = As suas palavras continuam nesta página. Copie-as, ou envie outra vez daqui a alguns minutos. Alguém está em perigo? Telefone.
report-wait-return = Muitas pessoas estão a perguntar agora. Tente de novo daqui a um minuto.

## Hiding the visit

report-hide-title = Como esconder a sua visita
report-hide-exit = Sair depressa abre logo outra página. O seu navegador pode guardar o registo desta.
report-hide-private = Da próxima vez, abra uma janela privada antes de vir aqui.
report-hide-history = Abra a lista de páginas visitadas e apague esta. Apagar tudo pode dar nas vistas.
report-hide-device = Se alguém vigia o seu telemóvel, use outro de confiança.
report-hide-cannot = Não podemos esconder a sua visita da rede que usa, nem de um programa espião.

## Before the country has opened it

report-closed-title = Esta página ainda não recebe mensagens
report-closed-text = Ainda ninguém pode ler aqui uma mensagem. Volte mais tarde.
report-closed-others = Perto de si pode haver pessoas que ajudam já. Fale com alguém de confiança.
