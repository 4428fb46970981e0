# What the guard answers: refusals, codes, and what `verify` finds.

guard-denied = A sua função não inclui esta ação.
guard-denied-enforcement-sees-nothing-of-help = O que veio pela ajuda ou pelo trabalho fica lá. O controlo da imigração não o pode ver.
guard-denied-enforcement-counts-nothing = Os números dos casos do país não são mostrados ao controlo da imigração.
guard-denied-protection-desk-never-reads-back = Uma unidade de proteção recebe sinalizações e entrega-as. Não as volta a ler.
guard-denied-oversight-sees-the-ledger-only = O órgão independente de supervisão vê o registo, e nada do que foi aberto.
guard-denied-ledger-for-oversight-only = Só o órgão independente de supervisão lê o registo.
guard-denied-administrator-sees-no-content = A administração cuida das unidades e das contas. Não vê sinalizações, casos nem pessoas.
guard-denied-set-up-for-administrator-only = Só a administração altera unidades, contas e instalação.
guard-denied-rules-are-made-by-two = As regras do país são entregues pela coordenação. Decide uma segunda pessoa, do órgão de supervisão.
guard-denied-screening-result-stays-in-help-and-labour = As avaliações fazem-se nas unidades de ajuda e do trabalho, e os resultados ficam lá.
guard-denied-other-desk-holds-it = Esta parte pertence a outra unidade. A sua unidade não a pode abrir.
guard-denied-only-trained-officers-decide = Uma avaliação de indícios é decidida por profissional com formação para isso.
guard-denied-identity-needs-reason-and-fresh-proof = Para abrir uma identidade, indique um motivo e prove de novo quem é.
guard-denied-identity-needs-a-live-case = O caso está encerrado. As suas identidades ficam fechadas à chave.
guard-denied-closed-is-not-edited = Isto está encerrado. Pode ler, mas não alterar.

guard-no-key = A sua sessão não tem a chave desta unidade. Entre de novo, ou peça a um membro dessa unidade.
guard-cannot-seal = Não foi possível fechar à chave, e nada ficou guardado. Encurte o texto e tente de novo.
guard-does-not-open = Isto não abre. Foi alterado ou pertence a outro lugar. Avise o órgão independente de supervisão.
guard-epoch-gone = A chave deste conteúdo foi destruída, ou o ficheiro das chaves de época é de outro nó. Já não se abre aqui.

guard-receipt-length = Um número tem 17 algarismos. Ou escreva as seis palavras.
guard-receipt-check = Um sinal não está certo. Veja cada um outra vez.

guard-verify-number = Registo: número em falta, duplo ou fora do lugar. Esperado: { $expected }. Encontrado: { $found }.
guard-verify-leaf = Registo: inscrição alterada. Número: { $number }.
guard-verify-signature = Registo: ponto de controlo com assinatura errada, ou ponto anterior retirado. Tamanho: { $size }.
guard-verify-root = Registo: as inscrições não são as que foram assinadas. Ponto de controlo de tamanho: { $size }.
guard-verify-order = Registo: ponto de controlo fora do lugar. Tamanho: { $size }.
guard-verify-missing = Registo: inscrições retiradas. Assinadas: { $said }. Encontradas: { $found }.
guard-verify-unsigned = Registo: inscrições sem ponto de controlo. Assinadas: { $signed }. Encontradas: { $found }.
guard-verify-witness = Registo: falta na base um ponto de controlo guardado fora dela. A base foi reposta ou alterada. Tamanho: { $size }.
guard-verify-copy = Registo: a cópia do ponto de controlo, ao lado dos ficheiros de chaves, não tem a assinatura deste nó. Foi alterada ou pertence a outro nó. Tamanho: { $size }.
