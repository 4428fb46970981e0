# Results of screening. A result is advice and no decision about a person.

# Short label, then its meaning; tone: advice, never a decision

result-tip-indicated = Indícios de tráfico de pessoas
result-tip-indicated-meaning = Há indícios de todos os elementos do tráfico de pessoas. Proponha hoje um encaminhamento; só a autoridade competente decide sobre motivos razoáveis.
result-tip-possible = Possível tráfico de pessoas
result-tip-possible-meaning = Surgem alguns elementos do tráfico de pessoas. Dê apoio já e marque uma segunda conversa. Nada está encerrado.
result-exploitation-means-not-shown = Indícios de exploração; meios ainda não apurados
result-exploitation-means-not-shown-meaning = Há indícios de exploração de uma pessoa adulta; ainda não se vê como foi conseguida. Ajude já. Avalie de novo os indícios de tráfico de pessoas.
result-aggravated-som = Indícios de introdução clandestina de migrantes com perigo ou maus-tratos
result-aggravated-som-meaning = Passagem em perigo, com maus-tratos, força ou extorsão. Preste assistência. Volte a perguntar sobre tráfico de pessoas depois de um descanso.
result-aggravated-som-possible = Possível perigo ou maus-tratos numa introdução clandestina de migrantes
result-aggravated-som-possible-meaning = Há indícios de perigo ou maus-tratos na viagem; faltam elementos da introdução clandestina de migrantes. Preste assistência e avalie de novo.
result-som = Indícios de introdução clandestina de migrantes
result-som-meaning = A pessoa tem direitos e não responde criminalmente por isso. Volte a perguntar sobre tráfico de pessoas depois de um descanso; a mesma pessoa pode sofrer os dois crimes.
result-facilitation-without-benefit = Ajuda à passagem sem benefício apurado
result-facilitation-without-benefit-meaning = Surge ajuda à passagem, sem benefício; está fora do tráfico ilícito de migrantes da lei da ONU. A pessoa mantém as mesmas garantias.
result-som-possible = Possível introdução clandestina de migrantes
result-som-possible-meaning = Surgem alguns factos de introdução clandestina de migrantes; os elementos não estão completos. A pessoa mantém todos os direitos e não responde criminalmente por isso.
result-child-protection = Criança: a proteção da infância decide o próximo passo
result-child-protection-meaning = Não há um resultado mais preciso para esta criança. A proteção da infância decide o próximo passo. O resultado nunca desce abaixo disto.
result-more-facts-needed = Faltam elementos
result-more-facts-needed-meaning = Os elementos estão incompletos. Termine as perguntas, proponha serviços e volte a falar com a pessoa.
result-no-indication-now = Nenhum indício observado hoje
result-no-indication-now-meaning = Todo o questionário curto foi feito e nada foi observado hoje. Isto nada diz sobre ontem ou amanhã, e caduca.
