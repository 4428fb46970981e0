# Importing published tables.

# A file that cannot be imported at all.
import-empty = El archivo está vacío. Elija otro archivo.
import-utf16 = El archivo está escrito en UTF-16. Guárdelo como CSV en UTF-8 e intente de nuevo.
import-spreadsheet = El archivo es una hoja de cálculo o un archivo comprimido. Guarde la tabla como CSV e intente de nuevo.
import-too-large = El archivo supera 1 GiB una vez descomprimido. Divídalo e importe las partes.
import-broken = El archivo no puede leerse hasta el final. Obténgalo de nuevo. Motivo: { $reason }
import-not-this-format = Este no es un encabezado de este formato. Revise el formato y que la primera línea nombre las columnas.
import-column-missing = Falta la columna. Añádala o revise el formato.
import-column-twice = La columna está dos veces en el encabezado. Deje solo una.
import-too-many-columns = El encabezado tiene más de 200 columnas. Quite las que no hacen falta.
import-too-many-rows = El archivo tiene más de 5 000 000 de filas. Divídalo e importe las partes.
import-too-many-texts = Una columna tiene más de 1 000 000 de textos distintos. No es una columna de códigos.

# A row that is refused.
import-line-too-long = La línea supera 65 536 bytes. Vea si falta un fin de línea.
import-quote-open = Hay comillas sin cerrar en esta línea. Ciérrelas.
import-text-after-quote = Hay texto tras las comillas de cierre. Duplique las comillas dentro de la celda.
import-cell-count = Celdas en esta fila: { $cells }. Columnas en el encabezado: { $columns }.
import-cell-too-long = La celda tiene más de 1000 caracteres.
import-not-a-day = No es un día como 2023-06-30: { $value }
import-not-a-year = No es un año ni un intervalo de años de 1900 a 2100: { $value }
import-not-a-quarter = No es un trimestre de Q1 a Q4: { $value }
import-not-a-flag = No es 1, 0, -99 ni vacío: { $value }
import-not-a-count = No es un número entero ni <5: { $value }
import-not-in-list = No es un valor de esta columna: { $value }
import-not-a-country-code = No es un código de país de la ISO 3166-1: { $value }
import-question-not-count = El número de una pregunta del cuestionario está en lugar de un recuento. Pregunte a la fuente.

# What was kept but is worth knowing. $rows: how many lines it concerns.
import-note-lines-above = Líneas sobre el encabezado, omitidas: { $lines }
import-note-index-column = Esta columna solo numera las filas. Se omite.
import-note-unknown-column = Esta columna no se conoce. Se guarda como texto y no se cuenta.
import-note-column-absent = El archivo no tiene esta columna. Cuenta como no preguntada.
import-note-latin = No está en UTF-8: leído como Latin-1. Líneas afectadas: { $rows }
import-note-empty-line = Líneas vacías, que no cuentan: { $rows }
import-note-repeated-line = Líneas que ya están en el archivo, conservadas: { $rows }
import-note-former-country = Un país que ya no existe, guardado como tal: { $value }. Filas: { $rows }
import-note-unrecognised-country = No se conoce ningún país con este nombre; guardado como no reconocido: { $value }. Filas: { $rows }

# What the command says at its end.
import-command-format = Formato del archivo: ctdc, glotip o uk-nrm
import-command-file = La tabla: CSV, simple o gzip
import-done = Filas en el archivo: { $in }. Guardadas: { $stored }. Rechazadas, cada una con su línea arriba: { $refused }.
import-known = Este archivo ya se importó el: { $day }. No se añadió nada.
import-nothing-stored = No se pudo guardar ninguna fila.
import-more-complaints = Otras observaciones que no se muestran: { $count }
import-file-unreadable = El archivo no se puede abrir. Revise su nombre y su permiso de lectura. Motivo: { $reason }

# Formats and shapes of files; names of published tables stay as their publishers write them.
import-format-ctdc = Counter-Trafficking Data Collaborative (CTDC): víctimas asistidas o identificadas
import-format-glotip = UNODC: trata de personas, víctimas detectadas y autores por país
import-format-uk-nrm = Reino Unido: National Referral Mechanism, deber de notificar, pequeñas embarcaciones
import-profile-ctdc-victims-27 = Global Synthetic Dataset: víctimas
import-profile-ctdc-victims-63 = Global Dataset, k-anonimizado: víctimas
import-profile-ctdc-perpetrators-16 = Global Victim-Perpetrator Synthetic Dataset
import-profile-glotip = Trata de personas por país (GLOTIP)
import-profile-uk-referrals = National Referral Mechanism: derivaciones de un trimestre
import-profile-uk-referrals-series = National Referral Mechanism: derivaciones desde 2009
import-profile-uk-reasonable-grounds = National Referral Mechanism: decisiones sobre motivos razonables
import-profile-uk-conclusive-grounds = National Referral Mechanism: decisiones sobre motivos concluyentes
import-profile-uk-duty-to-notify = Deber de notificar: un trimestre por nacionalidad
import-profile-uk-duty-to-notify-series = Deber de notificar desde 2015
import-profile-uk-small-boat-referrals = Personas llegadas en pequeñas embarcaciones: derivadas o no
import-profile-uk-small-boat-outcomes = Personas llegadas en pequeñas embarcaciones: decisiones tras la derivación
import-profile-uk-irregular-migration = Llegadas irregulares detectadas
import-profile-uk-age-disputes = Edades discutidas

# Attribution that the publishers ask for.
import-source-ctdc = Fuente: Counter-Trafficking Data Collaborative (CTDC)
import-source-glotip = Fuente: UNODC, datos del Informe Mundial sobre la Trata de Personas
import-source-uk-nrm = Fuente: Home Office del Reino Unido, Open Government Licence v3.0
