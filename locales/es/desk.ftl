# Kinds of desks, as a reader sees them.

desk-kind-coordination = Coordinación
desk-kind-ngo = Organización de apoyo
desk-kind-shelter = Alojamiento seguro
desk-kind-hospital = Hospital
desk-kind-child-protection = Protección de la infancia
desk-kind-protection = Unidad de protección
desk-kind-labour-inspectorate = Inspección de trabajo
desk-kind-police = Policía
desk-kind-prosecution = Fiscalía
desk-kind-fiu = Unidad de inteligencia financiera
desk-kind-border-guard = Guardia de fronteras
desk-kind-inquiry = Investigación
desk-kind-immigration-enforcement = Control migratorio y expulsión
desk-kind-oversight = Supervisión independiente
