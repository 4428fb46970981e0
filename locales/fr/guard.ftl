# What the guard answers: refusals, codes, and what `verify` finds.

guard-denied = Votre rôle ne comprend pas cette action.
guard-denied-enforcement-sees-nothing-of-help = Ce qui est venu par l’aide ou le travail y reste. Le contrôle de l’immigration ne peut pas le voir.
guard-denied-enforcement-counts-nothing = Les chiffres des dossiers du pays ne sont pas montrés au contrôle de l’immigration.
guard-denied-protection-desk-never-reads-back = Une unité de protection reçoit des signalements et les transmet. Elle ne les relit pas.
guard-denied-oversight-sees-the-ledger-only = L’organe indépendant de supervision voit le registre, et rien de ce qui a été ouvert.
guard-denied-ledger-for-oversight-only = Seul l’organe indépendant de supervision lit le registre.
guard-denied-administrator-sees-no-content = L’administration tient les unités et les comptes. Elle ne voit ni signalement, ni dossier, ni personne.
guard-denied-set-up-for-administrator-only = Seule l’administration change les unités, les comptes et la mise en place.
guard-denied-rules-are-made-by-two = Les règles du pays sont déposées par la coordination. Une seconde personne, de l’organe de contrôle, décide.
guard-denied-screening-result-stays-in-help-and-labour = Les repérages se font dans les unités d’aide et du travail, et leurs résultats y restent.
guard-denied-other-desk-holds-it = Ce volet appartient à une autre unité. Votre unité ne peut pas l’ouvrir.
guard-denied-only-trained-officers-decide = Un repérage est décidé par une personne formée pour cela.
guard-denied-identity-needs-reason-and-fresh-proof = Pour ouvrir une identité, indiquez un motif et prouvez à nouveau qui vous êtes.
guard-denied-identity-needs-a-live-case = Le dossier est clos. Ses identités restent sous clé.
guard-denied-closed-is-not-edited = Ceci est clos. Vous pouvez le lire, mais pas le changer.

guard-no-key = Votre session n’a pas la clé de cette unité. Connectez-vous de nouveau, ou demandez à un membre de cette unité.
guard-cannot-seal = La mise sous clé a échoué et rien n’a été gardé. Raccourcissez le texte et essayez de nouveau.
guard-does-not-open = Ceci ne s’ouvre pas. Le contenu a été changé ou vient d’ailleurs. Prévenez l’organe indépendant de supervision.
guard-epoch-gone = La clé de ce contenu a été détruite, ou le fichier des clés d’époque est celui d’un autre nœud. Il ne peut plus être ouvert ici.

guard-receipt-length = Un numéro a 17 chiffres. Ou écrivez les six mots.
guard-receipt-check = Un signe ne convient pas. Regardez-les encore un par un.

guard-verify-number = Registre : numéro absent, double ou hors de sa place. Attendu : { $expected }. Trouvé : { $found }.
guard-verify-leaf = Registre : inscription changée. Numéro : { $number }.
guard-verify-signature = Registre : point de contrôle à la signature fausse, ou point précédent supprimé. Taille : { $size }.
guard-verify-root = Registre : les inscriptions ne sont pas celles qui ont été signées. Point de contrôle de taille : { $size }.
guard-verify-order = Registre : point de contrôle hors de sa place. Taille : { $size }.
guard-verify-missing = Registre : inscriptions supprimées. Signées : { $said }. Trouvées : { $found }.
guard-verify-unsigned = Registre : inscriptions sans point de contrôle. Signées : { $signed }. Trouvées : { $found }.
guard-verify-witness = Registre : un point de contrôle gardé ailleurs manque dans la base. Elle a été ramenée en arrière ou changée. Taille : { $size }.
guard-verify-copy = Registre : la copie du point de contrôle, à côté des fichiers de clés, ne porte pas la signature de ce nœud. Elle a été modifiée ou vient d’un autre nœud. Taille : { $size }.
