# Importing published tables.

# A file that cannot be imported at all.
import-empty = The file is empty. Choose another file.
import-utf16 = The file is written in UTF-16. Save it as CSV in UTF-8 and try again.
import-spreadsheet = The file is a spreadsheet or an archive. Save the table as CSV and try again.
import-too-large = The file is larger than 1 GiB when unpacked. Split it and import the parts.
import-broken = The file cannot be read to its end. Fetch it again. Reason: { $reason }
import-not-this-format = This is no header of this format. Check the format, or that the first line names the columns.
import-column-missing = The column is missing. Add it, or check the format.
import-column-twice = The column stands twice in the header. Keep one of them.
import-too-many-columns = The header has more than 200 columns. Leave out those that are not needed.
import-too-many-rows = The file has more than 5,000,000 rows. Split it and import the parts.
import-too-many-texts = A column has more than 1,000,000 different texts. It is no column of codes.

# A row that is refused.
import-line-too-long = The line is longer than 65,536 bytes. Check for a missing line end.
import-quote-open = A quotation mark is not closed on this line. Close it.
import-text-after-quote = Text follows a closing quotation mark. Double the marks inside the cell.
import-cell-count = Cells in this row: { $cells }. Columns in the header: { $columns }.
import-cell-too-long = The cell has more than 1,000 characters.
import-not-a-day = Not a day such as 2023-06-30: { $value }
import-not-a-year = Not a year or a span of years from 1900 to 2100: { $value }
import-not-a-quarter = Not a quarter from Q1 to Q4: { $value }
import-not-a-flag = Not 1, 0, -99 or empty: { $value }
import-not-a-count = Not a whole number and not <5: { $value }
import-not-in-list = Not one of the values of this column: { $value }
import-not-a-country-code = Not a country code of ISO 3166-1: { $value }
import-question-not-count = The number of a question of the questionnaire stands where a count should. Ask the source.

# What was kept but is worth knowing. $rows: how many lines it concerns.
import-note-lines-above = Lines above the header, left out: { $lines }
import-note-index-column = This column only numbers the rows. It is left out.
import-note-unknown-column = This column is not known. It is kept as text and not counted.
import-note-column-absent = The file does not have this column. It counts as not asked.
import-note-latin = Not UTF-8: read as Latin-1. Lines concerned: { $rows }
import-note-empty-line = Empty lines, no rows: { $rows }
import-note-repeated-line = Lines that stand in the file already; kept: { $rows }
import-note-former-country = A country that no longer exists, kept as such: { $value }. Rows: { $rows }
import-note-unrecognised-country = No country is known by this name; kept as not recognised: { $value }. Rows: { $rows }

# What the command says at its end.
import-command-format = Format of the file: ctdc, glotip or uk-nrm
import-command-file = The table: CSV, plain or gzip
import-done = Rows in the file: { $in }. Stored: { $stored }. Refused, each with its line above: { $refused }.
import-known = This file was imported before, on: { $day }. Nothing was added.
import-nothing-stored = No row could be stored.
import-more-complaints = Further complaints that are not listed: { $count }
import-file-unreadable = The file cannot be opened. Check its name and your right to read it. Reason: { $reason }

# Formats and shapes of files; names of published tables stay as their publishers write them.
import-format-ctdc = Counter-Trafficking Data Collaborative (CTDC): victims assisted or identified
import-format-glotip = UNODC: trafficking in persons, detected victims and offenders by country
import-format-uk-nrm = United Kingdom: National Referral Mechanism, duty to notify, small boats
import-profile-ctdc-victims-27 = Global Synthetic Dataset: victims
import-profile-ctdc-victims-63 = Global Dataset, k-anonymised: victims
import-profile-ctdc-perpetrators-16 = Global Victim-Perpetrator Synthetic Dataset
import-profile-glotip = Trafficking in persons by country (GLOTIP)
import-profile-uk-referrals = National Referral Mechanism: referrals of a quarter
import-profile-uk-referrals-series = National Referral Mechanism: referrals since 2009
import-profile-uk-reasonable-grounds = National Referral Mechanism: reasonable grounds decisions
import-profile-uk-conclusive-grounds = National Referral Mechanism: conclusive grounds decisions
import-profile-uk-duty-to-notify = Duty to notify: a quarter by nationality
import-profile-uk-duty-to-notify-series = Duty to notify since 2015
import-profile-uk-small-boat-referrals = People who arrived in small boats: referred or not
import-profile-uk-small-boat-outcomes = People who arrived in small boats: decisions after referral
import-profile-uk-irregular-migration = Irregular arrivals detected
import-profile-uk-age-disputes = Age disputes

# Attribution that the publishers ask for.
import-source-ctdc = Source: Counter-Trafficking Data Collaborative (CTDC)
import-source-glotip = Source: UNODC, data of the Global Report on Trafficking in Persons
import-source-uk-nrm = Source: Home Office of the United Kingdom, Open Government Licence v3.0
