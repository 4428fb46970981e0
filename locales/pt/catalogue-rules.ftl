# Why an input was reached and why an action was added.

# Why an input was reached, and why an action was added

strength-strong = Forte
strength-medium = Médio
strength-weak = Fraco
rule-two-strong = Dois factos fortes no mesmo grupo
rule-one-strong-one-medium = Um facto forte e um médio no mesmo grupo
rule-one-strong-one-weak = Um facto forte e um fraco no mesmo grupo
rule-three-medium = Três factos médios no mesmo grupo
rule-two-medium-one-weak = Dois factos médios e um fraco no mesmo grupo
rule-informality-counts-once = Os sinais de trabalho informal contam uma só vez
rule-exploitation-per-se = Um facto que é exploração pelo seu próprio texto
rule-means-per-se = Um facto que é um meio pelo seu próprio texto
rule-means-implied-by-exploitation = A forma de exploração é ela própria um sinal de meio
rule-act-any-one = Basta um facto: recrutar, deslocar, alojar ou receber
rule-smuggling-legal-elements = Passagem, ajuda e benefício mostrados, ou documentos e benefício, ou ajuda à permanência com benefício
rule-aggravation-one-strong-or-two-medium = Um facto forte de perigo ou maus-tratos, ou dois médios
always-aa-child = Porque a pessoa é, ou pode ser, uma criança
always-aa-child-urgent = Porque há um facto forte de exploração de uma criança
always-aa-danger = Porque houve perigo ou maus-tratos na viagem
always-aa-smuggling = Porque foram observados factos de introdução clandestina de migrantes
always-aa-labour = Porque foram observados factos sobre trabalho
always-aa-age-unknown = Porque a idade não é conhecida
always-aa-age-conflict = Porque foi anotada idade adulta com um facto próprio de criança
always-aa-refused = Porque houve uma recusa, que é um direito
always-aa-unfinished = Porque faltam perguntas do questionário curto
always-aa-benefit-contradiction = Porque o benefício foi excluído e também observado
also-1 = Há também indícios de introdução clandestina de migrantes com perigo; a proteção contra o tráfico de pessoas vem primeiro
also-2 = Há também indícios de introdução clandestina de migrantes; a proteção contra o tráfico de pessoas vem primeiro
also-3 = Há também perigo ou maus-tratos na viagem; faltam elementos da introdução clandestina de migrantes
also-4 = Há também alguns factos de introdução clandestina de migrantes; faltam elementos
also-5 = A ajuda à passagem sem benefício não é uma segunda constatação
age-basis-stated = Idade como indicada
age-basis-child-only-fact = Tratada como criança: foi observado um facto próprio de criança
age-basis-believed-child = Tratada como criança: idade desconhecida, parece ser criança
age-basis-more-protective = Idade desconhecida: ficou o mais protetor dos dois resultados
