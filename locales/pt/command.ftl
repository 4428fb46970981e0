# A linha de comandos: textos de ajuda, o que se mostra e o que se recusa.
command-about = Mangrove: uma só casa contra o tráfico de pessoas e a introdução clandestina de migrantes
command-heading-usage = Utilização:
command-heading-options = Opções
command-heading-commands = Comandos
command-word-command = COMANDO
command-help = Mostrar esta ajuda
command-version = Mostrar a versão
command-lang = Língua dos textos: en, fr, pt ou es
command-json = Mostrar um objeto JSON em vez de texto

command-demo = Abrir um país de demonstração; nada nele é real
command-serve = Abrir um nó
command-init = Criar uma pasta de dados vazia e as suas chaves
command-screen = Examinar observações: um objeto JSON por linha à entrada, um por linha à saída
command-import = Ler um conjunto de dados publicado para o quadro nacional
command-verify = Verificar o registo e a base de dados face às suas assinaturas

command-data = Pasta da base de dados e dos ficheiros de chaves; sem ela, uma em ~/.local/share/mangrove
command-listen = Endereço para os profissionais; sem ele, localhost:8080
command-public = Endereço próprio das páginas públicas
command-database = Base PostgreSQL, na forma postgres://…; sem ela, SQLite na pasta de dados
command-tls-cert = Cadeia de certificados para TLS, um ficheiro PEM
command-tls-key = Chave privada para TLS, um ficheiro PEM
command-behind-tls-proxy = Um intermediário nesta máquina ou rede trata do TLS
command-seed = Número a partir do qual se faz o país de demonstração
command-codes = Mostrar os códigos de entrada deste minuto e parar

command-error-unknown-option = Esta opção não é conhecida: { $words }
command-error-unknown-command = Este comando não é conhecido: { $words }
command-error-missing = Falta algo necessário: { $words }
command-error-value = Este valor não pode ser usado: { $words }
command-error-conflict = Estas opções não podem estar juntas: { $words }
command-error-usage = A linha de comandos não se compreende: { $words }
command-error-seed = --seed deve ser um número inteiro de 0 a 18446744073709551615: { $words }

command-open = Abrir: { $address }
command-open-public = Páginas públicas: { $address }
command-no-public = Ainda ninguém pode comunicar nada: as páginas públicas só abrem com --public ADDRESS.
command-leave = Premir Ctrl+C para parar.
command-stopped = Parado. Tudo o que foi confirmado está guardado.
command-set-up = Este nó está vazio. Abrir o endereço acima e introduzir este código uma só vez: { $code }
command-set-up-limit = O código vale até ao fim da primeira instalação, ou até este programa parar.
command-swap = Esta máquina usa memória de troca. Chaves abertas podem chegar ao disco: desativar a troca ou cifrá-la.
command-init-done = Criado: { $path }
command-init-keys = Copiar os ficheiros de chaves desta pasta para um lugar seguro. Sem eles a base de dados não pode ser usada: { $path }

command-refuse-address = Isto não é um endereço com porta, por exemplo localhost:8080: { $address }
command-refuse-plain = Só localhost é servido sem TLS. Indicar --tls-cert e --tls-key, ou --behind-tls-proxy: { $address }
command-refuse-tls-pair = --tls-cert e --tls-key vão juntos.
command-refuse-tls-file = O certificado ou a sua chave não se consegue ler: { $why }
command-refuse-listen = Não é possível escutar neste endereço. Outro programa pode estar a usá-lo: { $address } ({ $why })
command-refuse-demo = Esta pasta contém um país de demonstração. Um nó com pessoas reais precisa de uma pasta própria: { $path }
command-refuse-not-demo = Esta pasta não contém um país de demonstração. Escolher outra com --data: { $path }
command-refuse-exists = Esta pasta não está vazia. Escolher outra com --data: { $path }
command-refuse-locked = Outro Mangrove usa esta pasta. Pará-lo primeiro: { $path }
command-refuse-folder = A pasta de dados não pode ser usada: { $path } ({ $why })
command-refuse-key-missing = A base de dados existe, mas falta um ficheiro de chave. Repô-lo a partir da cópia; uma chave nova não serviria: { $path }
command-refuse-key-broken = Este ficheiro de chave não é o que devia ser. Repô-lo a partir da cópia: { $path }
command-refuse-key-wrong = Este ficheiro de chave pertence a outra base de dados. Repor o certo a partir da cópia: { $path }
command-refuse-checkpoint-broken = Este ficheiro devia conter uma cópia do último ponto de controlo do registo, e não contém. Repor a partir da cópia, ou entregar ao órgão independente de supervisão para exame, e iniciar de novo: { $path }
command-refuse-checkpoint-foreign = Esta cópia do último ponto de controlo do registo não foi assinada por este nó. Repor o ficheiro certo, ou entregar este ao órgão independente de supervisão para exame, e iniciar de novo: { $path }
command-refuse-set-back = A base de dados está atrás do último ponto de controlo do seu registo, ou difere dele: foi posta para trás ou alterada. Nada foi mudado agora. Repor a base mais recente. Só se ela se perdeu: entregar este ficheiro ao órgão independente de supervisão, retirá-lo da pasta e iniciar de novo. Assinado: { $signed }. Encontrado: { $found }. { $path }
command-refuse-ledger = O registo não é o que o seu último ponto de controlo assinou, por isso este nó não arranca. Nada foi mudado. Executar “mangrove verify” para ver o que difere, avisar o órgão independente de supervisão e repor uma base íntegra.
command-refuse-database = A base de dados não pode ser aberta: { $why }
command-refuse-node = O nó não pode arrancar: { $why }

command-control-not-understood = O nó em funcionamento não compreende este comando. Usar o programa da mesma versão que o nó.
command-control-busy = O nó em funcionamento trabalha noutro comando. Tentar de novo dentro de um minuto.
command-control-other-database = Um nó funciona nesta pasta com outra base de dados. Deixar --database de fora, ou parar primeiro o nó. Ele usa: { $database }.
command-control-ended = O nó parou antes de responder. O ficheiro foi guardado inteiro ou não foi guardado: iniciar o nó e importar de novo.
