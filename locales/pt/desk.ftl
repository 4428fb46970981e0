# Kinds of desks, as a reader sees them.

desk-kind-coordination = Coordenação
desk-kind-ngo = Organização de apoio
desk-kind-shelter = Abrigo seguro
desk-kind-hospital = Hospital
desk-kind-child-protection = Proteção da infância
desk-kind-protection = Unidade de proteção
desk-kind-labour-inspectorate = Inspeção do trabalho
desk-kind-police = Polícia
desk-kind-prosecution = Ministério Público
desk-kind-fiu = Unidade de informação financeira
desk-kind-border-guard = Guarda de fronteira
desk-kind-inquiry = Investigação
desk-kind-immigration-enforcement = Controlo da imigração e afastamento
desk-kind-oversight = Supervisão independente
