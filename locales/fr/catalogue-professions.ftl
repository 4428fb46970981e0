# Who asks.

# Who asks; the questions are ordered for the profession

profession-police = Police
profession-ngo = Organisation non gouvernementale
profession-labour-inspector = Inspection du travail
profession-health-worker = Personnel de santé
profession-border-guard = Garde-frontière
profession-child-protection = Protection de l’enfance
profession-asylum-officer = Service de l’asile
profession-teacher = Personnel scolaire
profession-consular-staff = Personnel consulaire
profession-transport-staff = Personnel des transports
profession-bank = Personnel de banque
profession-hospitality = Personnel d’hôtellerie et de restauration
profession-sports-club = Club sportif
profession-none = Non précisée
