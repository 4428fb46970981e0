# Kinds of desks, as a reader sees them.

desk-kind-coordination = Coordination
desk-kind-ngo = Association d’aide
desk-kind-shelter = Hébergement sûr
desk-kind-hospital = Hôpital
desk-kind-child-protection = Protection de l’enfance
desk-kind-protection = Unité de protection
desk-kind-labour-inspectorate = Inspection du travail
desk-kind-police = Police
desk-kind-prosecution = Parquet
desk-kind-fiu = Cellule de renseignement financier
desk-kind-border-guard = Garde-frontière
desk-kind-inquiry = Enquête
desk-kind-immigration-enforcement = Contrôle de l’immigration et éloignement
desk-kind-oversight = Supervision indépendante
