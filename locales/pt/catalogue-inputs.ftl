# Inputs of the decision table and their values.

# The nine inputs of the decision table and their values

input-age = Idade
input-age-adult = Pessoa adulta
input-age-child = Criança
input-act = Ato: alguém recrutou, transportou, transferiu, alojou ou recebeu a pessoa
input-act-positive = Mostrado por factos
input-act-negative = Não mostrado, ou não perguntado
input-means = Meio: engano, coação ou abuso de vulnerabilidade
input-means-positive = Mostrado por factos
input-means-indicated = Um sinal: vulnerabilidade só por si, um facto forte, ou factos dispersos
input-means-negative = Não mostrado, ou não perguntado
input-exploitation = Exploração
input-exploitation-positive = Mostrada por factos
input-exploitation-intended = Planeada, anotada por profissional
input-exploitation-one-strong = Um único facto forte
input-exploitation-negative = Não mostrada, ou não perguntada
input-smuggling = Introdução clandestina de migrantes: passagem, ajuda à passagem, benefício
input-smuggling-positive = Elementos mostrados por factos
input-smuggling-unproven = Alguns factos; elementos incompletos
input-smuggling-no-benefit = Passagem e ajuda mostradas; benefício excluído
input-smuggling-negative = Não mostrada, ou não perguntada
input-aggravation = Perigo ou maus-tratos na viagem
input-aggravation-exploitation = A viagem tem de ser paga com trabalho
input-aggravation-positive = Mostrados: perigo, tratamento desumano, força ou extorsão
input-aggravation-negative = Não mostrados, ou não perguntados
input-intent = Exploração planeada
input-intent-recorded = Anotada por profissional
input-intent-not-recorded = Não anotada
input-facts = Factos
input-facts-observed = Pelo menos um facto observado
input-facts-none = Nenhum facto observado
input-short-form = Questionário curto
input-short-form-complete = Todas as perguntas feitas e respondidas
input-short-form-incomplete = Perguntas não feitas ou recusadas
