# The short questions of screening.

# Asked to the person, in her own language; one idea a sentence

question-q-work = Quelqu’un vous oblige à travailler, servir, mendier, voler ou combattre ? Quelqu’un dit que vous lui appartenez ? Pourriez-vous arrêter ?
question-q-sex = Quelqu’un organise ou vend des rapports sexuels avec vous ? Quelqu’un vous demande du sexe ou des images sexuelles ? Quelqu’un vous garde comme épouse ?
question-q-body-family = Y a-t-il eu un mariage, une grossesse ou une adoption ? Une opération, ou un organe, des ovules ou un tissu prélevés ? L’avez-vous choisi librement ?
question-q-promise = On vous a peut-être promis travail, études, club, mariage ou voyage. Est-ce que la réalité a été différente ?
question-q-force = Quelqu’un vous a-t-il fait du mal ou des menaces ? A-t-on usé de force pour vous emmener ? Quelqu’un a-t-il payé ou reçu de l’argent pour vous ?
question-q-locked = Pouvez-vous partir ? Pouvez-vous sortir sans que quelqu’un vous accompagne ? Avez-vous votre téléphone et vos papiers ?
question-q-held = Restez-vous à cause d’une dette, d’un serment ou d’une paie non reçue ? Pourriez-vous vivre autrement ?
question-q-brought = Quelqu’un vous a trouvé ce travail ou cette vie ? Quelqu’un vous a fait venir ou vous a fait passer à d’autres ? Quelqu’un vous attendait à l’arrivée ou vous loge ?
question-q-border = Avez-vous passé une frontière ? Comment, et avec quels papiers ? Y avait-il quelque chose de caché ou de faux ?
question-q-helper = Quelqu’un a organisé le passage ? Qu’a-t-il reçu pour cela ? Que lui a-t-on promis ?
question-q-danger = En route, quelqu’un a-t-il été en danger, battu ou maltraité ? Quelqu’un a-t-il été retenu pour de l’argent ou abandonné ?

# Seen or asked by an observer

question-q-alone = Y a-t-il un enfant sans adulte ? Un enfant est-il avec des adultes qui ne peuvent pas expliquer leur lien ?
question-q-control = Qui décide pour votre téléphone, votre profil et vos messages ? Qui décide de ce que vous pouvez dire ?
question-q-health-signs = Y a-t-il des blessures ou des soins venus tard ? Une personne qui accompagne et ne veut pas sortir ?
question-q-work-signs = Y a-t-il des lits, des barreaux ou des portes verrouillées au travail ? Une même adresse pour beaucoup de monde ? Un groupe conduit au travail puis ramené ?
question-q-place-signs = Des chambres sont-elles payées en espèces, avec beaucoup de visites courtes ? Une personne n’est-elle jamais seule, ou parle-t-elle comme par cœur ?
question-q-money-signs = Quelqu’un d’autre garde-t-il la carte ou le compte ? Quelqu’un d’autre prend-il les aides ou le crédit ?
question-q-sport-signs = Un agent garde-t-il le passeport ou demande-t-il de l’argent ? Y a-t-il un visa sportif sans club ?
question-q-offer-signs = Le contrat a-t-il été remplacé ou jamais lu ? Était-ce une offre en ligne d’un employeur vague ? Les papiers dépendent-ils de l’employeur ?
question-q-group-signs = Plusieurs personnes ont-elles le même garant ou le même récit ? Savent-elles où elles vont ?
