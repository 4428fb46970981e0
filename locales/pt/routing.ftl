# The rules by which hints are sorted, and why a hint is urgent.

routing-rule-danger-now = perigo agora
routing-rule-danger-now-next = Avise já a polícia. Diga só o necessário para proteger a vida.
routing-rule-child = há uma criança envolvida
routing-rule-child-next = Avise hoje a proteção de crianças.
routing-rule-held = alguém não pode sair
routing-rule-held-next = Pergunte, através do código, como chegar à pessoa em segurança. Depois planeie com a polícia.
routing-rule-journey-danger = viagem com perigo de vida
routing-rule-journey-danger-next = Chame já o serviço de salvamento, depois transmita.
routing-rule-third-party-adult = mensagem sobre uma pessoa adulta
routing-rule-third-party-adult-next = Pergunte primeiro se a pessoa sabe e concorda. Não transmita nada que a identifique.
routing-rule-work = trabalho sem pagamento
routing-rule-work-next = Pergunte à pessoa se a inspeção do trabalho pode ser avisada.
routing-rule-stays = fica na unidade que a lê
routing-rule-stays-next = Leia, responda à pessoa, pergunte o que falta.
routing-path-mandatory = A lei exige-o
routing-path-urgent = Uma vida está em risco
routing-path-consent = Perguntar primeiro à pessoa
routing-path-stay = Fica aqui
routing-reason-danger-now = Alguém está em perigo agora.
routing-reason-journey-danger = Uma viagem põe vidas em perigo.
routing-reason-child-held = Uma criança está retida ou pode ser levada.
routing-reason-child = Há uma criança envolvida.
routing-reason-restraint = Alguém não pode sair.
routing-reason-travel-soon = Alguém pode ser levado em breve.
routing-reason-hurt = Alguém está ferido ou tem medo.
routing-reason-danger-unknown = Não se exclui perigo agora.
routing-desk-coordination = Gabinete de coordenação
routing-desk-ngo = Organização de apoio
routing-desk-shelter = Abrigo seguro
routing-desk-hospital = Hospital
routing-desk-child-protection = Proteção de crianças
routing-desk-labour-inspectorate = Inspeção do trabalho
routing-desk-police = Polícia
routing-desk-prosecution = Ministério Público
routing-desk-border-guard = Salvamento na fronteira e no mar

## What is wrong in a catalogue of rules

routing-error-order = Dê a cada regra uma ordem própria. Entrada: { $id }
routing-error-incomplete = Diga que unidade lê primeiro e quando o passo é devido. Entrada: { $id }
routing-error-desk = Uma sinalização não pode ir para este tipo de unidade. O controlo da imigração nunca recebe nenhuma. Entrada: { $id }
routing-error-no-default = Faça com que a última regra se aplique sempre: deixe a condição vazia. Entrada: { $id }
routing-error-level = Cada nível precisa de uma entrada com a sua ordem e os seus dias. Entrada: { $id }
routing-error-child = Uma criança é sempre comunicada à proteção de crianças, porque a lei o pede. Mantenha uma regra obrigatória que valha para cada criança e leve até lá. Facto: { $id }
routing-error-danger = Um perigo imediato segue sempre sem demora. Mantenha uma regra urgente que valha para ele e diga quem ajuda. Facto: { $id }
routing-error-journey = Uma viagem com perigo de vida vai sempre logo para o socorro. Mantenha uma regra urgente para ela. Facto: { $id }
routing-error-before-duty = Esta regra espera, e viria antes de um dever. Dê-lhe uma ordem maior, ou que não valha para uma criança nem para um perigo. Regra: { $id }
routing-error-urgency = Isto nunca é menos urgente do que o catálogo diz. Mantenha um motivo desse nível. Facto: { $id }
routing-error-late = Um perigo trata-se no dia em que chega, e o que toca a uma criança também. Mantenha 0 dias para este nível. Nível: { $id }
