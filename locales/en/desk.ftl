# Kinds of desks, as a reader sees them.

desk-kind-coordination = Coordination office
desk-kind-ngo = Support organisation
desk-kind-shelter = Safe shelter
desk-kind-hospital = Hospital
desk-kind-child-protection = Child protection
desk-kind-protection = Protection desk
desk-kind-labour-inspectorate = Labour inspectorate
desk-kind-police = Police
desk-kind-prosecution = Prosecution
desk-kind-fiu = Financial intelligence unit
desk-kind-border-guard = Border guard
desk-kind-inquiry = Investigation
desk-kind-immigration-enforcement = Immigration enforcement
desk-kind-oversight = Independent oversight
