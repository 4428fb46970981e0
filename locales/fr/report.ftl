# The public pages: telling what happens, the code, coming back. Plain words, short sentences.

report-tab = Informations
report-title = Dites-nous ce qui se passe
report-name = Votre nom n’est pas nécessaire. Vous pouvez écrire peu ou beaucoup. C’est gratuit.
report-danger = En danger maintenant ?
report-danger-call = Appelez : { $number }
report-me = J’ai besoin d’aide
report-me-help = Pour moi
report-someone = Je m’inquiète pour quelqu’un
report-someone-help = Un proche, un enfant, une collègue, un voisin
report-have-code = J’ai déjà un code
report-have-code-help = Lire notre réponse ou écrire encore

## Before you start

report-before = Avant de commencer
report-not-kept = Nous ne gardons pas
report-not-kept-name = Votre nom, sauf si vous l’écrivez
report-not-kept-address = Votre adresse internet
report-not-kept-cookies = De cookies
report-not-kept-time = L’heure ; seulement le jour
report-others-see = D’autres peuvent voir
report-others-history = Ce téléphone ou cet ordinateur garde la liste des pages. Vous pouvez l’effacer.
report-others-proxy = Un navigateur qui traduit ou économise les données envoie vos mots à une autre entreprise. Désactivez cela d’abord.
report-others-network = Votre employeur ou votre école peut voir l’adresse de ce site sur son réseau.
report-who-reads = Qui lit votre message
report-who-reads-text = Vos mots sont mis sous clé dès l’envoi. Seules des personnes formées de l’unité d’aide peuvent les lire. Le contrôle de l’immigration ne le peut pas.
report-who-reads-law = Si un enfant est en danger, nous devons prévenir la protection de l’enfance. La loi l’exige. Pour un adulte, nous vous demandons d’abord, sauf si une vie est en danger.

## The form

report-step-write = Étape 1 sur 2 : votre message
report-step-code = Étape 2 sur 2 : gardez votre code
report-what = Que se passe-t-il ?
report-ticks = Cochez ce qui convient
report-ticks-help = Vous pouvez en cocher plusieurs.
report-tick-restraint = Quelqu’un ne peut pas partir
report-tick-papers-held = Quelqu’un garde les papiers
report-tick-not-paid = Le travail n’est pas payé
report-tick-hurt = Quelqu’un est blessé ou a peur
report-tick-child = Un enfant a besoin d’aide
report-tick-travel-soon = On va bientôt les emmener
report-tick-journey-danger = Un bateau, un camion fermé ou un désert met des vies en danger
report-tick-other = Autre chose
report-text = Dites-en plus, dans la langue que vous voulez
report-text-help = Quelques mots suffisent.
report-about = Qui a besoin d’aide ?
report-about-adult = Une personne adulte
report-about-child = Un enfant ou un adolescent
report-about-unknown = Je ne sais pas
report-about-me-adult = Moi, et je suis adulte
report-about-me-child = Moi, et j’ai moins de 18 ans
report-refused = Je ne veux pas le dire
report-danger-question = Quelqu’un est-il en danger maintenant ?
report-yes = Oui
report-no = Non
report-unknown = Je ne sais pas
report-place = Où ?
report-if-you-want = (seulement si vous voulez)
report-files = Photos ou papiers
report-files-limit = (jusqu’à 5, de 8 Mo au plus)
report-files-help = Nous faisons une copie sans détails cachés, comme le lieu d’une photo. L’original reste sous clé.
report-reach = Comment vous joindre sans risque ?
report-reach-help = Vous pouvez laisser ceci vide. Notre réponse vous attend avec votre code.
report-contact = Téléphone, courriel ou autre moyen
report-contact-when = Quand est-ce sans risque ?
report-languages = Quelles langues sont parlées ?
report-send = Envoyer
report-go-back = Revenir
report-send-help = À l’envoi, vos mots sont mis sous clé. Vous recevez un code. Avec lui, vous pouvez lire notre réponse.
report-errors = Quelque chose à changer
report-errors-kept = Tout le reste est encore là. Choisissez de nouveau vos fichiers.
report-limit-kept = C’était trop à la fois. Envoyez jusqu’à 5 fichiers, de 8 Mo au plus.

## The code

report-code-tab = Votre code
report-have-it = Nous avons votre message
report-code-text = Voici votre code. Notez-le ou retenez les six mots. Nous ne pourrons pas le retrouver pour vous.
report-code-or = ou ces six mots
report-code-use = Avec ce code, vous pouvez revenir, lire notre réponse et écrire encore.
report-code-print = L’impression donne une petite carte avec le seul code.
report-code-done = Je l’ai noté
report-now = Ce qui se passe maintenant
report-now-read-danger = Une personne formée lit votre message en premier, aujourd’hui.
report-now-read-today = Une personne formée lit votre message aujourd’hui.
report-now-read-week = Une personne formée lit votre message dans les 5 jours.
report-now-answer = Notre réponse sera ici. Revenez avec votre code.
report-now-contact = Nous n’appelons et ne venons que si vous le demandez. Ou si une vie est en danger.
report-now-child = Vous avez parlé d’un enfant. La loi nous oblige à prévenir aujourd’hui la protection de l’enfance.

## Coming back

report-return-title = Lire notre réponse
report-return-code = Votre code : les chiffres ou les six mots
report-return-code-help = Les espaces et les majuscules ne comptent pas.
report-return-button = Lire
report-answers-title = Nos réponses
report-answers-none = Il n’y a rien de nouveau pour ce code.
report-answers-none-help = Nous disons la même chose quand un code n’existe pas. Vérifiez votre code, ou revenez plus tard.
report-answer-day = Notre réponse, { $day }
report-answers-kept = Notre réponse reste ici tant que vous ne la rangez pas. Ce que vous avez écrit n’est jamais montré.
report-answers-away = J’ai lu ; ranger la réponse
report-again-title = Écrire encore
report-again-text = Votre message
report-again-done = Si le code est juste, votre message nous est parvenu.
report-again-done-help = Revenez avec le même code pour lire notre réponse.
report-wait-title = Beaucoup de personnes écrivent
report-wait-text = Nous n’avons pas encore pu prendre votre message. Rien n’a été gardé. Renvoyez-le dans une minute ; vos mots sont encore ci-dessous.
report-broken-title = Nous ne pouvons pas le garder en ce moment
report-broken-text = Vos mots sont toujours sur cette page. Copiez-les, ou envoyez de nouveau dans quelques minutes. Quelqu’un est en danger ? Appelez.
report-wait-return = Beaucoup de personnes demandent en ce moment. Essayez de nouveau dans une minute.

## Hiding the visit

report-hide-title = Comment cacher votre visite
report-hide-exit = Quitter vite ouvre aussitôt une autre page. Votre navigateur peut garder la trace de celle-ci.
report-hide-private = La prochaine fois, ouvrez une fenêtre privée avant de venir ici.
report-hide-history = Ouvrez la liste des pages visitées et effacez celle-ci. Tout effacer peut se remarquer.
report-hide-device = Si quelqu’un contrôle votre téléphone, utilisez-en un autre, sûr.
report-hide-cannot = Nous ne pouvons pas cacher votre visite au réseau que vous utilisez. Ni à un programme espion.

## Before the country has opened it

report-closed-title = Cette page ne prend pas encore de messages
report-closed-text = Personne ne peut encore lire de message ici. Revenez plus tard.
report-closed-others = Des personnes près de vous peuvent peut-être aider maintenant. Parlez à quelqu’un de confiance.
