# La ligne de commande : textes d’aide, ce qui s’affiche et ce qui est refusé.
command-about = Mangrove : une même maison contre la traite des personnes et le trafic illicite de migrants
command-heading-usage = Utilisation :
command-heading-options = Options
command-heading-commands = Commandes
command-word-command = COMMANDE
command-help = Afficher cette aide
command-version = Afficher la version
command-lang = Langue des textes : en, fr, pt ou es
command-json = Afficher un objet JSON au lieu d’un texte

command-demo = Ouvrir un pays de démonstration ; rien n’y est réel
command-serve = Ouvrir un nœud
command-init = Créer un dossier de données vide et ses clés
command-screen = Examiner des observations : un objet JSON par ligne en entrée, un par ligne en sortie
command-import = Lire un jeu de données publié dans le tableau national
command-verify = Vérifier le registre et la base de données contre leurs signatures

command-data = Dossier de la base de données et des fichiers de clés ; sinon, un dossier sous ~/.local/share/mangrove
command-listen = Adresse pour le personnel ; sinon, localhost:8080
command-public = Adresse propre aux pages publiques
command-database = Base PostgreSQL, sous la forme postgres://… ; sinon, SQLite dans le dossier de données
command-tls-cert = Chaîne de certificats pour TLS, un fichier PEM
command-tls-key = Clé privée pour TLS, un fichier PEM
command-behind-tls-proxy = Un mandataire sur cette machine ou ce réseau assure le TLS
command-seed = Nombre à partir duquel le pays de démonstration est fait
command-codes = Afficher les codes de connexion de cette minute et s’arrêter

command-error-unknown-option = Cette option est inconnue : { $words }
command-error-unknown-command = Cette commande est inconnue : { $words }
command-error-missing = Il manque quelque chose : { $words }
command-error-value = Cette valeur ne peut pas servir : { $words }
command-error-conflict = Ces options ne vont pas ensemble : { $words }
command-error-usage = La ligne de commande ne peut pas être comprise : { $words }
command-error-seed = --seed doit être un nombre entier de 0 à 18446744073709551615 : { $words }

command-open = Ouvrir : { $address }
command-open-public = Pages publiques : { $address }
command-no-public = Personne ne peut encore nous dire ce qui se passe : les pages publiques ne s’ouvrent qu’avec --public ADDRESS.
command-leave = Appuyer sur Ctrl+C pour arrêter.
command-stopped = Arrêté. Tout ce qui a été confirmé est gardé.
command-set-up = Ce nœud est vide. Ouvrir l’adresse ci-dessus et saisir ce code une seule fois : { $code }
command-set-up-limit = Le code vaut jusqu’à la fin de la première installation, ou jusqu’à l’arrêt de ce programme.
command-swap = Cette machine utilise de la mémoire d’échange. Des clés ouvertes pourraient atteindre le disque : la désactiver ou la chiffrer.
command-init-done = Créé : { $path }
command-init-keys = Copier les fichiers de clés de ce dossier en lieu sûr. Sans eux, la base de données ne peut pas servir : { $path }

command-refuse-address = Ceci n’est pas une adresse avec un port, par exemple localhost:8080 : { $address }
command-refuse-plain = Seul localhost est servi sans TLS. Donner --tls-cert et --tls-key, ou --behind-tls-proxy : { $address }
command-refuse-tls-pair = --tls-cert et --tls-key vont ensemble.
command-refuse-tls-file = Le certificat ou sa clé ne peut pas être lu : { $why }
command-refuse-listen = Impossible d’écouter à cette adresse. Un autre programme l’utilise peut-être : { $address } ({ $why })
command-refuse-demo = Ce dossier contient un pays de démonstration. Un nœud avec de vraies personnes demande son propre dossier : { $path }
command-refuse-not-demo = Ce dossier ne contient pas un pays de démonstration. En choisir un autre avec --data : { $path }
command-refuse-exists = Ce dossier n’est pas vide. En choisir un autre avec --data : { $path }
command-refuse-locked = Un autre Mangrove utilise ce dossier. L’arrêter d’abord : { $path }
command-refuse-folder = Le dossier de données ne peut pas servir : { $path } ({ $why })
command-refuse-key-missing = La base de données est là, mais un fichier de clé manque. Le remettre depuis sa copie ; une nouvelle clé n’irait pas : { $path }
command-refuse-key-broken = Ce fichier de clé n’est pas ce qu’il devrait être. Le remettre depuis sa copie : { $path }
command-refuse-key-wrong = Ce fichier de clé appartient à une autre base de données. Remettre le bon depuis sa copie : { $path }
command-refuse-checkpoint-broken = Ce fichier devrait contenir une copie du dernier point de contrôle du registre, et ce n’est pas le cas. Le remettre depuis sa copie, ou le confier à l’organe indépendant de supervision pour examen, puis redémarrer : { $path }
command-refuse-checkpoint-foreign = Cette copie du dernier point de contrôle du registre n’a pas été signée par ce nœud. Remettre le bon fichier, ou le confier à l’organe indépendant de supervision pour examen, puis redémarrer : { $path }
command-refuse-set-back = La base de données est en retard sur le dernier point de contrôle de son registre, ou en diffère : elle a été ramenée en arrière ou modifiée. Rien n’a été changé à présent. Remettre la base plus récente. Seulement si elle est perdue : confier ce fichier à l’organe indépendant de supervision, le retirer du dossier, puis redémarrer. Signé : { $signed }. Trouvé : { $found }. { $path }
command-refuse-ledger = Le registre n’est pas celui que son dernier point de contrôle a signé ; ce nœud ne démarre donc pas. Rien n’a été changé. Lancer « mangrove verify » pour voir ce qui diffère, prévenir l’organe indépendant de supervision et remettre une base saine.
command-refuse-database = La base de données ne peut pas être ouverte : { $why }
command-refuse-node = Le nœud ne peut pas démarrer : { $why }

command-control-not-understood = Le nœud en marche ne comprend pas cette commande. Prendre le programme de la même version que le nœud.
command-control-busy = Le nœud en marche travaille à une autre commande. Réessayer dans une minute.
command-control-other-database = Un nœud tourne dans ce dossier avec une autre base de données. Laisser --database de côté, ou arrêter d’abord le nœud. Il tient : { $database }.
command-control-ended = Le nœud s’est arrêté avant de répondre. Le fichier a été gardé en entier ou pas du tout : démarrer le nœud et l’importer de nouveau.
