# El país de demostración, como lo cuenta la terminal.
demo-title = La República de Avela no existe, ni nadie que viva en ella. No introducir aquí nada real.
demo-making = Se está creando el país. Tarda unos segundos, una sola vez.
demo-logins = Entrar con un nombre y una frase secreta:
demo-code = El código de entrada puede quedar vacío aquí. Un nodo real lo pide siempre.
demo-report = Escribir sin cuenta: { $address }
demo-other-seed = Esta carpeta contiene el país de otro número. Elegir otra con --data: { $path }
demo-other-version = Este país de demostración lo hizo otra versión de Mangrove. Quitar --data, o nombrar una carpeta vacía: { $path }
demo-role-responder = primera línea
demo-role-triage = orden por urgencia
demo-role-caseworker = acompañamiento
demo-role-investigator = investigación
demo-role-analyst = análisis
demo-role-coordinator = coordinación
demo-role-oversight = supervisión independiente
demo-role-administrator = administración
demo-role-protection-officer = protección
demo-role-enforcement-officer = control migratorio
