# Importing published tables.

# A file that cannot be imported at all.
import-empty = Le fichier est vide. Choisissez un autre fichier.
import-utf16 = Le fichier est écrit en UTF-16. Enregistrez-le en CSV, en UTF-8, puis réessayez.
import-spreadsheet = Le fichier est une feuille de calcul ou une archive. Enregistrez le tableau en CSV, puis réessayez.
import-too-large = Le fichier dépasse 1 Gio une fois décompressé. Divisez-le et importez les parties.
import-broken = Le fichier ne peut pas être lu jusqu’à la fin. Récupérez-le de nouveau. Raison : { $reason }
import-not-this-format = Ce n’est pas un en-tête de ce format. Vérifiez le format, et que la première ligne nomme les colonnes.
import-column-missing = La colonne manque. Ajoutez-la, ou vérifiez le format.
import-column-twice = La colonne figure deux fois dans l’en-tête. Gardez-en une seule.
import-too-many-columns = L’en-tête a plus de 200 colonnes. Retirez celles qui ne servent pas.
import-too-many-rows = Le fichier a plus de 5 000 000 de lignes. Divisez-le et importez les parties.
import-too-many-texts = Une colonne a plus de 1 000 000 de textes différents. Ce n’est pas une colonne de codes.

# A row that is refused.
import-line-too-long = La ligne dépasse 65 536 octets. Vérifiez s’il manque une fin de ligne.
import-quote-open = Un guillemet n’est pas fermé sur cette ligne. Fermez-le.
import-text-after-quote = Du texte suit un guillemet fermant. Doublez les guillemets dans la cellule.
import-cell-count = Cellules dans cette ligne : { $cells }. Colonnes dans l’en-tête : { $columns }.
import-cell-too-long = La cellule a plus de 1000 caractères.
import-not-a-day = Ce n’est pas un jour tel que 2023-06-30 : { $value }
import-not-a-year = Ce n’est pas une année ni une suite d’années de 1900 à 2100 : { $value }
import-not-a-quarter = Ce n’est pas un trimestre de Q1 à Q4 : { $value }
import-not-a-flag = Ni 1, ni 0, ni -99, ni vide : { $value }
import-not-a-count = Ni un nombre entier ni <5 : { $value }
import-not-in-list = Ce n’est pas une valeur de cette colonne : { $value }
import-not-a-country-code = Ce n’est pas un code de pays de l’ISO 3166-1 : { $value }
import-question-not-count = Le numéro d’une question du questionnaire figure à la place d’un nombre. Demandez à la source.

# What was kept but is worth knowing. $rows: how many lines it concerns.
import-note-lines-above = Lignes au-dessus de l’en-tête, laissées de côté : { $lines }
import-note-index-column = Cette colonne ne fait que numéroter les lignes. Elle est laissée de côté.
import-note-unknown-column = Cette colonne n’est pas connue. Elle est gardée comme texte et n’est pas comptée.
import-note-column-absent = Le fichier n’a pas cette colonne. Elle compte comme non demandée.
import-note-latin = Pas en UTF-8 : lu comme Latin-1. Lignes concernées : { $rows }
import-note-empty-line = Lignes vides, qui ne comptent pas : { $rows }
import-note-repeated-line = Lignes qui figurent déjà dans le fichier, gardées : { $rows }
import-note-former-country = Un pays qui n’existe plus, gardé comme tel : { $value }. Lignes : { $rows }
import-note-unrecognised-country = Aucun pays n’est connu sous ce nom, gardé comme non reconnu : { $value }. Lignes : { $rows }

# What the command says at its end.
import-command-format = Format du fichier : ctdc, glotip ou uk-nrm
import-command-file = Le tableau : CSV, tel quel ou gzip
import-done = Lignes dans le fichier : { $in }. Enregistrées : { $stored }. Refusées, chacune avec sa ligne ci-dessus : { $refused }.
import-known = Ce fichier a déjà été importé, le : { $day }. Rien n’a été ajouté.
import-nothing-stored = Aucune ligne n’a pu être enregistrée.
import-more-complaints = Autres remarques qui ne figurent pas ici : { $count }
import-file-unreadable = Le fichier ne peut pas être ouvert. Vérifiez son nom et votre droit de le lire. Raison : { $reason }

# Formats and shapes of files; names of published tables stay as their publishers write them.
import-format-ctdc = Counter-Trafficking Data Collaborative (CTDC) : victimes assistées ou identifiées
import-format-glotip = ONUDC : traite des personnes, victimes détectées et auteurs par pays
import-format-uk-nrm = Royaume-Uni : National Referral Mechanism, obligation de signaler, petites embarcations
import-profile-ctdc-victims-27 = Global Synthetic Dataset : victimes
import-profile-ctdc-victims-63 = Global Dataset, k-anonymisé : victimes
import-profile-ctdc-perpetrators-16 = Global Victim-Perpetrator Synthetic Dataset
import-profile-glotip = Traite des personnes par pays (GLOTIP)
import-profile-uk-referrals = National Referral Mechanism : orientations d’un trimestre
import-profile-uk-referrals-series = National Referral Mechanism : orientations depuis 2009
import-profile-uk-reasonable-grounds = National Referral Mechanism : décisions sur les motifs raisonnables
import-profile-uk-conclusive-grounds = National Referral Mechanism : décisions sur les motifs concluants
import-profile-uk-duty-to-notify = Obligation de signaler : un trimestre par nationalité
import-profile-uk-duty-to-notify-series = Obligation de signaler depuis 2015
import-profile-uk-small-boat-referrals = Personnes arrivées par petites embarcations : orientées ou non
import-profile-uk-small-boat-outcomes = Personnes arrivées par petites embarcations : décisions après l’orientation
import-profile-uk-irregular-migration = Arrivées irrégulières constatées
import-profile-uk-age-disputes = Âges contestés

# Attribution that the publishers ask for.
import-source-ctdc = Source : Counter-Trafficking Data Collaborative (CTDC)
import-source-glotip = Source : ONUDC, données du Rapport mondial sur la traite des personnes
import-source-uk-nrm = Source : Home Office du Royaume-Uni, Open Government Licence v3.0
