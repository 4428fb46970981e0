# Who asks.

# Who asks; the questions are ordered for the profession

profession-police = Policía
profession-ngo = Organización no gubernamental
profession-labour-inspector = Inspección de trabajo
profession-health-worker = Profesional de la salud
profession-border-guard = Guardia de fronteras
profession-child-protection = Protección de la infancia
profession-asylum-officer = Servicio de asilo
profession-teacher = Personal de la escuela
profession-consular-staff = Personal consular
profession-transport-staff = Personal de transporte
profession-bank = Personal de banca
profession-hospitality = Personal de hostelería y restauración
profession-sports-club = Club deportivo
profession-none = No indicada
