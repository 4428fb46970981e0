# The indicators of screening: what an officer can tick.

# Deceptive recruitment

indicator-deceived-job-nature = A pessoa foi enganada sobre o tipo de trabalho, o local ou quem a ia empregar
indicator-deceived-sexual-purpose = Recrutamento para um emprego, estudos, viagem ou relação comuns; depois foram exigidos serviços sexuais
indicator-deceived-work-conditions = As condições de trabalho reais são muito diferentes das prometidas
indicator-deceived-contract = Contrato trocado, não assinado, não lido, ilegal ou numa língua que a pessoa não entende
indicator-deceived-wages = Os ganhos prometidos no recrutamento eram falsos
indicator-deceived-housing = Engano sobre a habitação ou as condições de vida
indicator-deceived-legal-status = Engano sobre os documentos ou sobre o direito de residir ou trabalhar
indicator-deceived-family-reunification = Engano sobre a possibilidade de se juntar à família ou de a trazer
indicator-deceived-marriage-adoption = Promessa de casamento, relação ou adoção para atrair a pessoa
indicator-deceived-travel-conditions = Engano sobre a viagem ou sobre as condições em que foi organizada
indicator-deceived-education = Promessa de escola, formação ou bolsa que não existia
indicator-deceived-sport-trial = Promessa de uma prova num clube, contrato ou lugar em academia que não existe ou que o clube nunca aceitou
indicator-deceived-online-job = Resposta a uma oferta em linha: pagamento muito alto, sem entrevista, voo pago, empregador vago
indicator-deceived-medical = Informação falsa sobre um ato médico, os seus riscos, o pagamento ou a situação de quem doa
indicator-deceived-surrogacy = Maternidade de substituição: engano, ou falta de informação livre, sobre condições, cuidados médicos ou destino da criança

# Coercive recruitment

indicator-rec-violence = Violência contra a pessoa no recrutamento ou na transferência
indicator-rec-abduction = No início: rapto, venda, casamento forçado ou adoção forçada
indicator-rec-documents-taken = Documentos de identidade ou de viagem retirados no recrutamento ou na viagem
indicator-rec-debt-bondage = Dívida de recrutamento ou de viagem em condições impossíveis ou sempre alteradas
indicator-rec-isolation = Isolamento, confinamento ou vigilância antes da viagem ou durante a viagem
indicator-rec-threat-violence = Ameaça de violência para fazer a pessoa partir
indicator-rec-threat-family = Ameaças ou violência contra a família para obter obediência
indicator-rec-threat-denounce = Ameaça, no recrutamento, de denunciar a pessoa às autoridades
indicator-rec-threat-shame = Ameaça de contar à família, à comunidade ou ao público, ou de mostrar imagens íntimas
indicator-rec-ritual-oath = Juramento ou ritual que prende a pessoa: recusar ou falar parece-lhe perigoso
indicator-rec-payment-third-party = Dinheiro ou benefícios dados a familiar, tutor, tutora ou parceiro para entregar a pessoa

# Abuse of vulnerability at recruitment

indicator-vul-family-situation = Quem recrutou aproveitou uma situação familiar difícil
indicator-vul-irregular-status = Quem recrutou aproveitou uma situação legal irregular ou insegura
indicator-vul-language-education = Quem recrutou aproveitou a pouca escola, a dificuldade em ler ou em falar a língua
indicator-vul-lack-information = Quem recrutou aproveitou a falta de informação sobre o destino, os direitos ou a lei
indicator-vul-economic = Quem recrutou aproveitou a pobreza ou uma necessidade urgente de dinheiro
indicator-vul-emotional-dependency = Quem recrutou criou uma dependência afetiva ou amorosa
indicator-vul-false-success-stories = Quem recrutou contou histórias falsas de sucesso na migração ou sobre as autoridades
indicator-vul-beliefs = Crenças culturais ou religiosas foram usadas contra a pessoa
indicator-vul-disability-addiction = Deficiência, doença mental, falta de casa ou dependência foram o motivo da escolha
indicator-vul-displaced = Recrutamento num campo de refugiados, zona de catástrofe, instituição ou local de trânsito
indicator-vul-unaccompanied-child = Criança não acompanhada, separada ou desaparecida do lugar que a protegia

# Exploitation

indicator-exp-excessive-hours = Dias ou horas de trabalho em excesso
indicator-exp-low-no-pay = Pagamento baixo ou nenhum
indicator-exp-wage-manipulation = Salário reduzido por descontos sem explicação ou excessivos
indicator-exp-hazardous = Trabalho perigoso sem proteção
indicator-exp-bad-living = Condições de vida degradantes ou sobrelotadas, ligadas ao trabalho
indicator-exp-bad-working = Condições de trabalho muito más
indicator-exp-no-labour-law = A lei do trabalho ou o contrato assinado não é respeitado
indicator-exp-no-social-protection = Sem contrato, registo nem segurança social
indicator-exp-no-education = Uma criança que trabalha não tem acesso à escola
indicator-exp-adult-sexual-control = Um terceiro organiza os serviços sexuais, fixa preços e horários e fica com o dinheiro
indicator-exp-child-sexual = Criança explorada na prostituição, em espetáculo sexual ou em imagens sexuais
indicator-exp-child-tourism = Criança levada a visitantes em hotéis, casas, praias ou clubes em troca de dinheiro ou prendas
indicator-exp-child-hazardous = Criança que faz trabalho perigoso, noturno ou fisicamente excessivo
indicator-exp-begging-quota = Obrigação de mendigar ou vender pequenos objetos e entregar uma quantia fixa por dia
indicator-exp-begging-school = Alunos mandados mendigar ou trabalhar por um professor ou internato religioso que fica com o dinheiro
indicator-exp-school-fees-labour = Aluno ou aluna que trabalha para docente, padrinho ou família em troca de escola que não é dada
indicator-exp-forced-crime = Obrigação de furtar, levar ou cultivar droga, cometer fraude ou burlas em proveito de outros
indicator-exp-county-lines = Criança encontrada longe de casa com droga, vários telefones ou dinheiro sem explicação
indicator-exp-domestic-live-in = Pessoa empregada e alojada em casa, disponível dia e noite, sem espaço próprio, folgas nem saída a sós
indicator-exp-sport-abandoned = Jovem atleta sem contrato, pagamento, documentos nem bilhete de regresso após prova falhada ou inventada
indicator-exp-sport-fee = Jogador, jogadora ou família pagou a um agente que fica com o passaporte e exige ganhos futuros
indicator-exp-forced-marriage = Casamento sem livre consentimento, com trabalho ou relações sexuais impostas
indicator-exp-illegal-adoption = Criança entregue por lucro ou exploração, com pagamento, documentos falsos ou consentimento forçado, fora da adoção legal; não abrange a entrega aberta a familiares
indicator-exp-organ = Extração de órgão preparada ou feita em proveito de outros e sem consentimento válido
indicator-exp-surrogacy = Mulher obrigada a uma gravidez para outros por força, ameaça, dívida ou abuso de vulnerabilidade
indicator-exp-child-soldier = Criança recrutada ou usada por forças ou grupos armados
indicator-exp-benefits = Identidade ou presença usada para obter prestações, créditos ou contas que ficam para outros
indicator-exp-descent-slavery = Pessoa tratada como propriedade ou herança de um senhor ou família: trabalha sem pagamento, não pode sair ou casar livremente, ou os filhos pertencem ao senhor
indicator-exp-armed-group-wife = Pessoa levada ou mantida por um grupo armado ou seus membros como «esposa» ou criadagem, para sexo ou trabalho doméstico
indicator-exp-forced-armed-service = Coação ou engano para combater, carregar, cozinhar ou trabalhar para um grupo armado ou força privada, sem poder sair
indicator-exp-ritual-servitude = Pessoa dada a um santuário, curandeiro, culto ou líder religioso, ou mantida por ele, para servir, expiar ou ser usada em rituais, sem poder sair
indicator-exp-entertainment = Artista, dança, moda ou circo: o agente fica com o pagamento ou os documentos, ou impõe beber ou sair com clientes contra o contrato
indicator-exp-egg-tissue = Óvulos, tecidos ou células retirados, ou cuidados médicos dados para isso, em proveito de outros e sem consentimento válido
indicator-exp-state-imposed = Trabalho imposto por uma autoridade pública para desenvolvimento, produção, castigo de opinião, disciplina ou por discriminação, além dos deveres cívicos legais
indicator-exp-prison-labour = Pessoa presa ou migrante detida, obrigada a trabalhar ou a serviços sexuais para guardas, milícias ou particulares

# Coercion at destination

indicator-co-documents = Passaporte ou documentos na mão do empregador, senhorio ou alguém que controla a pessoa
indicator-co-debt = Dívida que cresce ou impossível de pagar
indicator-co-confined = Confinamento, isolamento ou vigilância constante; a pessoa não pode sair livremente
indicator-co-violence = Violência da parte de quem controla o trabalho
indicator-co-forced-tasks = Obrigação de aceitar tarefas ou clientes
indicator-co-forced-illicit = Atividade ilegal imposta por quem controla a pessoa
indicator-co-against-peers = Obrigação de agir contra outras pessoas que trabalham ou vítimas
indicator-co-forced-lie = Obrigação de mentir às autoridades, à família ou a clientes
indicator-co-threat-denounce = Ameaça de denúncia às autoridades ou de expulsão
indicator-co-threat-violence = Ameaça de violência
indicator-co-threat-family = Ameaças ou violência contra a família
indicator-co-withheld-wages = Salário retido, «guardado» por outros ou pago só à saída
indicator-co-threat-worse = Ameaça de condições ainda piores
indicator-co-threat-shame = Ameaça de contar à família, à comunidade ou ao público
indicator-co-drugs = Droga ou álcool dados para criar dependência ou obediência
indicator-co-digital-control = Telefone, mensagens ou localização seguidos por outros; perfil ou anúncio gerido por outra pessoa
indicator-co-bank-control = Outra pessoa controla o cartão, a conta ou a aplicação de pagamento
indicator-co-scripted = Respostas que parecem decoradas, ou alguém insiste em falar pela pessoa
indicator-co-fear-authorities = Grande medo das autoridades ou de uma pessoa concreta

# Abuse of vulnerability at destination

indicator-ad-dependency = Depende de quem a explora para casa, comida, transporte ou documentos
indicator-ad-unknown-area = A pessoa não conhece a morada nem a zona e não se consegue orientar sem ajuda
indicator-ad-legal-status = A situação legal depende do empregador ou é irregular, e alguém usa isso
indicator-ad-economic = A necessidade de dinheiro impede a pessoa de sair
indicator-ad-family = Pessoas a cargo ou a situação familiar impedem a pessoa de sair
indicator-ad-personal = Idade, gravidez, doença, deficiência ou abusos passados usados para manter o controlo
indicator-ad-child-alone = Criança que vive com adultos sem parentesco que não explicam a relação
indicator-ad-no-alternative = Sem outra alternativa real ou aceitável senão submeter-se ao trabalho, ao sexo ou a outro uso

# Act

indicator-act-recruited = Alguém recrutou a pessoa: em presença, por agência ou em linha
indicator-act-transported = Alguém organizou, pagou ou acompanhou o transporte
indicator-act-transferred = Alguém passou o controlo da pessoa para outra pessoa ou outro lugar
indicator-act-harboured = Quem controla o trabalho ou a atividade aloja ou esconde a pessoa
indicator-act-received = Alguém que controla a pessoa recebeu-a à chegada

# What an observer sees

indicator-obs-injuries = Ferimentos não tratados ou repetidos que não condizem com o relato
indicator-obs-late-care = Cuidados tardios, gravidez avançada sem consultas, infeções repetidas, lesões típicas do trabalho
indicator-obs-companion-health = Quem acompanha recusa sair da consulta, ou paga em dinheiro e guarda os documentos
indicator-obs-truancy = Faltas sem explicação, exaustão, desaparecimento da escola ou matrícula sem responsável legal
indicator-obs-new-goods = Criança com dinheiro, telefones ou roupa sem explicação, ou parceiro mais velho que controla
indicator-obs-workplace-living = Camas, portas trancadas ou grades num local de trabalho
indicator-obs-transported-daily = Grupo transportado entre a habitação e o trabalho, que nunca anda sem companhia
indicator-obs-no-belongings = Poucos pertences, sem dinheiro, sem documentos consigo
indicator-obs-hotel-pattern = Quartos pagos em dinheiro, muitas visitas curtas, limpeza recusada, hóspede nunca a sós
indicator-obs-border-group = Várias pessoas com bilhetes seguidos, mesmo patrocinador ou relatos iguais, que não sabem o destino
indicator-obs-sport-visa = Grupo com vistos desportivos sem convite de clube, jogo marcado ou seguro
indicator-obs-shared-address = Muitas pessoas empregadas partilham morada, telefone ou conta com o empregador ou agente

# Smuggling of migrants

indicator-som-crossed-irregular = Passagem ou tentativa de passagem de uma fronteira sem cumprir as condições de entrada
indicator-som-facilitator = Um terceiro organizou ou realizou a passagem ilegal
indicator-som-paid = Quem organizou a passagem recebeu dinheiro ou outro benefício material, ou a promessa de o receber
indicator-som-fraud-docs = Documentos falsos, alterados ou de pessoa parecida fornecidos para a viagem
indicator-som-guarantee-fee = Quantia deixada com um fiador ou serviço de hawala e entregue à chegada
indicator-som-relationship-ends = A ligação a quem organizou a passagem acabou à chegada, depois de pago o preço
indicator-som-sought-service = A pessoa procurou quem organiza a passagem e acordou o preço e o destino
indicator-som-concealed = Pessoa encontrada escondida num veículo, contentor ou embarcação
indicator-som-abuse-visa = Emprego, estudos, casamento ou convite fictícios usados para obter um visto
indicator-som-enabled-stay = Pagamento a alguém por documentos falsos ou arranjos para uma permanência irregular

# Danger on the journey

indicator-asom-life-danger = Viagem com perigo para a vida ou a segurança: barco sobrelotado, contentor fechado, abandono no deserto
indicator-asom-deaths = Mortes ou ferimentos graves na viagem
indicator-asom-inhuman = Agressões, abuso sexual, fome imposta ou humilhações na viagem
indicator-asom-extortion = Retenção no caminho para obter resgate ou pagamento extra
indicator-asom-work-off = Obrigação de pagar a viagem depois da chegada com trabalho ou de outro modo; avaliar se há tráfico de pessoas
indicator-asom-weapons = Quem conduzia a passagem estava armado
indicator-asom-force = Quem conduzia a passagem usou força contra migrantes ou deixou que outros a usassem
indicator-asom-child = Crianças não acompanhadas deslocadas em condições perigosas para elas
indicator-asom-abandoned = Abandono no caminho sem comida, água nem forma de encontrar o rumo
