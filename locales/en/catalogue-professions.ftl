# Who asks.

# Who asks; the questions are ordered for the profession

profession-police = Police
profession-ngo = Non-governmental organisation
profession-labour-inspector = Labour inspection
profession-health-worker = Health care
profession-border-guard = Border guard
profession-child-protection = Child protection
profession-asylum-officer = Asylum service
profession-teacher = School staff
profession-consular-staff = Consular staff
profession-transport-staff = Transport staff
profession-bank = Bank staff
profession-hospitality = Hotel and restaurant staff
profession-sports-club = Sports club
profession-none = Not stated
