# Officers: signing in, set-up, opening an identity.

refusal-sign-in-wait = Trop d’essais incorrects. Attendez ce nombre de secondes : { $seconds }
officer-sign-in-wrong = Le nom, la phrase secrète ou le code ne convient pas. Vérifiez les trois.
officer-note-too-long = Ce texte est trop long. Utilisez au plus 2000 caractères.
officer-reason-missing = Choisissez un motif. Il est inscrit au registre.
officer-set-up-code-wrong = Ce n’est pas le code du terminal. Recopiez-le.
officer-ground-source = Indiquez la loi et son article.
officer-ground-retention = Choisissez la durée de conservation.
officer-set-up-incomplete = Une base légale ou une durée de conservation manque. Notez-les toutes, puis signez.
officer-last-of-desk = C’est la dernière clé de l’unité. Ajoutez d’abord une autre personne.
officer-role-desk = Ce rôle ne va pas avec ce type d’unité. Choisissez-en un autre.
officer-field-missing = Écrivez quelque chose ici.
officer-field-too-long = C’est trop long, ou un caractère ne se voit pas.
officer-passphrase-length = Utilisez une phrase secrète plus longue. Caractères au moins : { $least }
officer-field-taken = Ce nom est déjà pris. Choisissez-en un autre.
