# Ce qui ne va pas dans un fichier du catalogue ou dans les règles propres d'un pays.

catalogue-volume-unknown = ce volume n’existe pas dans le catalogue
catalogue-table-unknown = cette table n’existe pas dans ce volume
catalogue-table-fixed = cette table est la même pour tous les pays et ne peut pas être modifiée
catalogue-id-unknown = cet identifiant n’existe pas dans cette table ; pour ajouter une entrée, écrivez new = true
catalogue-id-taken = une entrée porte déjà cet identifiant ; pour la modifier, enlevez new = true
catalogue-id-twice = cet identifiant figure deux fois dans la table
catalogue-id-wrong = il faut un identifiant : de 1 à 80 lettres sans accent, chiffres, - et _
catalogue-field-unknown = ce champ n’existe pas dans cette table
catalogue-field-missing = ce champ manque ou il est vide
catalogue-value-kind = la valeur n’est pas du même genre que dans les autres entrées
catalogue-name-differs = le fichier doit donner son propre nom dans le champ catalogue
catalogue-too-large = le fichier est trop grand. Limite en octets : { $limit }
catalogue-too-many = la table a trop d’entrées. Limite : { $limit }
catalogue-not-toml = ceci n’est pas du TOML : { $why }
catalogue-entry-wrong = cette entrée ne peut pas être lue : { $why }
catalogue-reference-unknown = un identifiant nommé ici n’existe pas : { $id }
catalogue-rules-open = la dernière règle doit valoir quels que soient les faits. Entrée : { $input }
catalogue-core-missing = chaque profession pose les questions communes ; il manque : { $id }
catalogue-advice-printable = un avis n’a pas de forme imprimée ; cette valeur reste false
catalogue-table-open = aucune ligne de la table ne répond à ces valeurs : { $inputs }
catalogue-below-floor = un résultat plus bas que celui-ci n’est pas permis ici : { $result }
catalogue-too-deep = la valeur est imbriquée trop profondément. Limite en niveaux : { $limit }
