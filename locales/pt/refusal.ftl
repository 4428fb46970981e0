# Why something was not done.
refusal-not-found = Esta página não existe, ou não está aberta à sua unidade.
refusal-not-allowed = A sua unidade não pode fazer isto aqui.
refusal-not-signed-in = A sessão terminou. Entre de novo.
refusal-changed = Alguém alterou isto entretanto. Veja de novo e repita o passo.
refusal-fault = Houve uma falha do nosso lado. Nada foi guardado. Tente de novo.
refusal-bad-input = Algumas respostas não podem ser aceites. Estão assinaladas abaixo.
refusal-busy = Muitas pessoas escrevem neste momento. Espere um minuto e envie de novo. Nada se perde nesta página.
refusal-read-only = O sistema pode ler mas não guardar neste momento. O seu texto não está guardado. Conserve-o e tente mais tarde.
refusal-desk-locked = As chaves da sua unidade não estão abertas. Um membro dá-lhe a chave na página «A minha unidade»; depois entre de novo.
refusal-no-legal-basis = Ainda não há base legal nem prazo de conservação assinados. Antes disso nada de uma pessoa real pode ser guardado.
refusal-no-legal-basis-desk = Ainda não há base legal assinada para esta unidade. Nada foi guardado.
refusal-already-sent = O que escreveu já está aqui, uma só vez. O código foi mostrado antes e não volta a ser mostrado. Sem o código, escreva outra vez a partir da primeira página.
