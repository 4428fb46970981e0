# The short questions of screening.

# Asked to the person, in her own language; one idea a sentence

question-q-work = Alguém lhe exige que trabalhe, sirva, peça esmola, roube ou combata? Alguém diz que lhe pertence? Poderia parar?
question-q-sex = Alguém combina ou vende sexo consigo? Alguém lhe exige sexo ou imagens sexuais? Alguém lhe exige que viva como esposa?
question-q-body-family = Houve um casamento, uma gravidez ou uma adoção? Houve uma operação, ou tiraram um órgão, óvulos ou tecido? Foi uma escolha livre?
question-q-promise = Talvez lhe tenham prometido trabalho, estudos, um clube, um casamento ou uma viagem. O que aconteceu foi diferente?
question-q-force = Alguém lhe fez mal ou ameaças? Alguém usou a força para que fosse? Alguém pagou ou recebeu dinheiro por si?
question-q-locked = Pode ir-se embora? Pode sair sem companhia? Tem consigo o seu telefone e os seus documentos?
question-q-held = Fica por causa de uma dívida, de um juramento ou de dinheiro que lhe devem? Poderia viver de outra forma?
question-q-brought = Alguém lhe arranjou este trabalho ou esta vida? Alguém lhe organizou a viagem ou lhe deu outro patrão? Alguém estava à sua espera ou lhe dá casa?
question-q-border = Passou uma fronteira? Como passou e com que documentos? Havia alguma coisa escondida ou falsa?
question-q-helper = Alguém organizou a passagem? O que recebeu por isso? O que lhe prometeram?
question-q-danger = No caminho, alguém esteve em perigo, sofreu agressões ou abusos? Alguém ficou retido por dinheiro ou para trás?

# Seen or asked by an observer

question-q-alone = Há uma criança sem adultos? Há uma criança com adultos que não explicam a relação?
question-q-control = Quem decide sobre o seu telefone, o seu perfil e as suas mensagens? Quem decide o que pode dizer?
question-q-health-signs = Há ferimentos ou cuidados que chegaram tarde? Há alguém a acompanhar que não sai?
question-q-work-signs = Há camas, grades ou portas trancadas no trabalho? Muitas pessoas têm a mesma morada? Um grupo é levado e trazido do trabalho?
question-q-place-signs = Há quartos pagos em dinheiro, com muitas visitas curtas? Há alguém que nunca está a sós ou que fala como de cor?
question-q-money-signs = Outra pessoa tem o cartão ou a conta? Outra pessoa fica com os apoios ou com o empréstimo?
question-q-sport-signs = Um agente fica com o passaporte ou pede dinheiro? Há um visto desportivo sem clube?
question-q-offer-signs = O contrato foi trocado ou nunca foi lido? Era uma oferta em linha de um empregador vago? Os documentos dependem do empregador?
question-q-group-signs = Várias pessoas têm o mesmo patrocinador ou contam a mesma história? Sabem para onde vão?
