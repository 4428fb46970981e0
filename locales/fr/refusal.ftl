# Why something was not done.
refusal-not-found = Cette page n’existe pas, ou elle n’est pas ouverte à votre unité.
refusal-not-allowed = Votre unité ne peut pas faire cela ici.
refusal-not-signed-in = La session est terminée. Ouvrez-la de nouveau.
refusal-changed = Quelqu’un a modifié ceci entre-temps. Regardez à nouveau et refaites votre étape.
refusal-fault = Une erreur s’est produite de notre côté. Rien n’a été enregistré. Essayez encore.
refusal-bad-input = Certaines réponses ne peuvent pas être acceptées. Elles sont signalées ci-dessous.
refusal-busy = Beaucoup de personnes écrivent en ce moment. Attendez une minute et envoyez de nouveau. Rien n’est perdu sur cette page.
refusal-read-only = Le système peut lire mais pas enregistrer en ce moment. Votre texte n’est pas enregistré. Gardez-le et essayez plus tard.
refusal-desk-locked = Les clés de votre unité ne sont pas ouvertes. Un membre vous donne la clé sur la page « Mon unité » ; ouvrez ensuite une nouvelle session.
refusal-no-legal-basis = Aucune base légale ni durée de conservation n’est encore signée. Rien d’une personne réelle ne peut être gardé avant.
refusal-no-legal-basis-desk = Aucune base légale n’est encore signée pour cette unité. Rien n’a été gardé.
refusal-already-sent = Ce que vous avez écrit est déjà ici, une seule fois. Son code a été montré avant et n’est plus montré. Sans le code, écrivez encore depuis la première page.
