# Elements of trafficking in persons and of smuggling of migrants, side by side.

# The elements of the two crimes, shown side by side

element-tip = Tráfico de pessoas
element-tip-meaning = Alguém recruta, desloca ou aloja uma pessoa, por coação, engano ou abuso, para a explorar. Não é precisa nenhuma fronteira.
element-tip-act = Ato
element-tip-act-meaning = Alguém recruta, transporta, transfere, aloja, esconde ou recebe a pessoa
element-tip-means = Meio
element-tip-means-meaning = Ameaça, força, coação, rapto, fraude, engano, abuso de autoridade ou de vulnerabilidade, ou pagamento a quem tem autoridade; não é preciso para uma criança
element-tip-purpose = Finalidade de exploração
element-tip-purpose-meaning = Exploração, iniciada ou planeada: sexual, trabalho ou serviços forçados, escravatura, servidão, extração de órgãos e outras
element-som = Introdução clandestina de migrantes
element-som-meaning = Em troca de um benefício, alguém faz uma pessoa passar uma fronteira sem os documentos exigidos. A pessoa não responde criminalmente por isso.
element-som-crossing = Passagem de uma fronteira
element-som-crossing-meaning = A pessoa passou, ou tentou passar, sem cumprir as condições de entrada
element-som-facilitation = Ajuda à passagem
element-som-facilitation-meaning = Outra pessoa organizou ou realizou a passagem
element-som-benefit = Benefício
element-som-benefit-meaning = Quem organizou recebeu dinheiro ou outro benefício material, ou a sua promessa; sem isso não há tráfico ilícito de migrantes na lei da ONU
element-som-documents = Documentos falsos
element-som-documents-meaning = Alguém forneceu documentos falsos, alterados ou alheios, em troca de um benefício, para permitir a passagem
element-som-stay = Ajuda à permanência
element-som-stay-meaning = Alguém recebeu dinheiro para permitir uma permanência irregular, com documentos falsos ou outros arranjos ilegais
element-som-aggravation = Perigo ou maus-tratos na viagem
element-som-aggravation-meaning = A vida ou a segurança esteve em perigo, ou a pessoa sofreu tratamento desumano, degradante ou exploração
