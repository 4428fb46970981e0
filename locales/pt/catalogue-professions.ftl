# Who asks.

# Who asks; the questions are ordered for the profession

profession-police = Polícia
profession-ngo = Organização não governamental
profession-labour-inspector = Inspeção do trabalho
profession-health-worker = Profissional de saúde
profession-border-guard = Guarda de fronteira
profession-child-protection = Proteção da infância
profession-asylum-officer = Serviço de asilo
profession-teacher = Pessoal da escola
profession-consular-staff = Pessoal consular
profession-transport-staff = Pessoal dos transportes
profession-bank = Pessoal bancário
profession-hospitality = Pessoal de hotelaria e restauração
profession-sports-club = Clube desportivo
profession-none = Não indicada
