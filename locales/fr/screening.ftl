# Repérage : la ligne de commande et les pages. Un avis, jamais une décision.

screening-line-not-json = ceci n’est pas du JSON. Voyez près de la colonne : { $column }
screening-line-not-object = il faut un objet JSON par ligne
screening-line-not-utf8 = ceci n’est pas de l’UTF-8. Voyez près de la colonne : { $column }
screening-line-mark = la ligne commence par une marque d’ordre des octets ; enregistrez le fichier en UTF-8 sans elle
screening-line-too-long = la ligne est trop longue. Limite en octets : { $limit }
screening-field-missing = ce champ est nécessaire
screening-field-unknown = ce champ n’existe pas
screening-field-twice = ce champ figure deux fois
screening-field-not-text = il faut un texte entre guillemets
screening-field-not-flag = il faut true ou false
screening-field-not-list = il faut une liste d’identifiants
screening-value-unknown = le catalogue ne connaît pas cette valeur : { $value }
screening-list-too-long = la liste est trop longue. Limite : { $limit }
screening-id-too-long = l’identifiant est trop long. Limite en octets : { $limit }
screening-id-control = l’identifiant contient un caractère qui ne se voit pas
screening-file-unreadable = le fichier ne peut pas être lu : { $why }
screening-rules-broken = le catalogue ne peut pas être utilisé : { $why }
screening-command = Donner un avis sur des observations, un objet JSON par ligne
screening-command-file = Fichier avec un objet JSON par ligne ; - lit ce qui arrive
screening-command-language = Langue des remarques : en, fr, pt, es
screening-language-unknown = cette langue n’est pas là : { $tag }
