# The reason of each row of the decision table.

decision-dt01 = Criança: bastam um ato e a exploração, iniciada ou planeada; não é preciso nenhum meio
decision-dt02 = Há indícios dos três elementos; basta a finalidade, a exploração não precisa de ter começado
decision-dt03 = Criança explorada ou prestes a sê-lo; o ato ainda não se vê, mas muitas vezes mostra-se que alguém a alojou ou recebeu
decision-dt04 = Exploração e pelo menos um sinal de meio; o ato ou o meio completo ainda não se vê
decision-dt05 = Criança: um facto forte de exploração
decision-dt06 = Um facto forte de exploração e pelo menos um sinal de meio
decision-dt07 = A viagem tem de ser paga com trabalho: possível servidão por dívidas, saiba-se o que se souber do pagamento ou da passagem
decision-dt08 = Vê-se um meio; a finalidade ainda não é clara
decision-dt09 = Uma criança com um sinal de controlo ou de abuso de vulnerabilidade
decision-dt10 = Está anotada uma exploração planeada; o ato ou o meio ainda não se vê
decision-dt11 = Exploração de uma pessoa adulta; meio ainda não visível, talvez porque ninguém perguntou ou responder não é seguro. Um crime laboral, sexual ou outro é sempre possível
decision-dt12 = Perigo, tratamento desumano ou degradante, força ou extorsão numa introdução clandestina de migrantes
decision-dt13 = Perigo ou maus-tratos na viagem; pagamento, passagem ou organizador não apurado ou não perguntado, ou ajuda da família que pôs a vida em perigo
decision-dt14 = Há indícios de introdução clandestina de migrantes; a pessoa tem direito a proteção e não responde criminalmente por isso
decision-dt15 = A ajuda à passagem sem benefício material está fora do crime definido pela ONU; a lei nacional pode ir mais longe
decision-dt16 = Alguns factos de introdução clandestina de migrantes; benefício, passagem ou organizador nem apurado nem excluído
decision-dt17 = Qualquer outra criança; nunca abaixo disto, tenha-se perguntado ou não
decision-dt18 = Foi observado algo que ainda não encaixa
decision-dt19 = Nada foi observado, mas o questionário curto não foi feito por inteiro ou uma pergunta foi recusada
decision-dt20 = O questionário curto foi feito por inteiro e nada foi observado
