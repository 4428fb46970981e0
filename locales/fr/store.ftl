# Ce que dit le stockage lorsqu’il ne peut lire ou écrire.
store-read-only = Ce nœud est en lecture seule : un enregistrement précédent n’a pas pu être confirmé. Rien de ce que vous envoyez maintenant n’est conservé. Vérifiez le disque, puis redémarrez le nœud.
store-commit-unknown = Le stockage a fait défaut pendant l’enregistrement. Les données ont pu être conservées ou non. Le nœud reste en lecture seule jusqu’à son redémarrage : vérifiez le disque, redémarrez, et regardez avant de renvoyer. (Étape : { $tx }. Message reçu : { $what }.)
store-storage = Le stockage a fait défaut avant tout enregistrement. Rien n’a été conservé. Vérifiez que le disque n’est pas plein et que la base de données est joignable, puis réessayez. (Étape : { $tx }. Message reçu : { $what }.)
store-busy = Le nœud est occupé et n’a pas enregistré votre envoi. Rien n’a été conservé. Réessayez dans une minute. (Étape : { $tx }.)
store-taken = Cet élément existe déjà et n’a pas été enregistré deux fois. (Étape : { $tx }. Règle : { $what }.)
store-rule = La base de données a refusé une valeur. Rien n’a été conservé. (Étape : { $tx }. Règle : { $what }.)
store-statement = La base de données n’a pas compris ce programme. Rien n’a été conservé. Signalez-le à la personne responsable du nœud. (Étape : { $tx }. Message reçu : { $what }.)
store-column = Une valeur enregistrée n’a pas la forme attendue par ce programme. Lancez « mangrove doctor » pour savoir si la base de données est endommagée. (Colonne : { $column }.)
store-locked = Un autre nœud en marche utilise cette base de données : { $place }. Arrêtez d’abord ce nœud, ou indiquez un autre dossier avec --data.
store-not-a-database = Ce fichier n’est pas une base de données de Mangrove : { $place }. Rien n’a été modifié. Déplacez-le, ou indiquez un autre dossier avec --data.
store-wrong-version = Cette base de données a été créée par une autre version de Mangrove : { $place }. Version de ses tables : { $found }. Version requise par ce programme : { $expected }. Rien n’a été modifié. Lancez la version qui l’a créée, ou restaurez une sauvegarde faite par celle-ci.
store-corrupt = Une page de cette base de données est endommagée : { $place }. Rien n’a été modifié. Gardez une copie du dossier, vérifiez le disque, puis restaurez la dernière sauvegarde avec « mangrove restore ». (Message reçu : { $what }.)
store-unreachable = La base de données ne peut pas être ouverte : { $place }. Vérifiez qu’elle existe, que ce compte peut la lire et y écrire, et que l’adresse est juste. (Message reçu : { $what }.)
store-missing = Il n’y a pas de base de données ici : { $place }. Vérifiez --data, ou créez-en une avec « mangrove init ».
