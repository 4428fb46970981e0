# What is wrong in a catalogue file or in a country's overlay. Read by who wrote the file.

catalogue-volume-unknown = there is no such volume in the catalogue
catalogue-table-unknown = there is no such table in this volume
catalogue-table-fixed = this table is the same for every country and cannot be changed
catalogue-id-unknown = there is no such id in this table; write new = true to add an entry
catalogue-id-taken = an entry with this id is already there; leave out new = true to change it
catalogue-id-twice = this id stands twice in the table
catalogue-id-wrong = an id is needed: 1 to 80 letters without accents, digits, - and _
catalogue-field-unknown = there is no such field in this table
catalogue-field-missing = this field is missing or empty
catalogue-value-kind = the value is of another kind than in the other entries
catalogue-name-differs = the file must name itself in the field catalogue
catalogue-too-large = the file is too large. Limit in bytes: { $limit }
catalogue-too-many = the table has too many entries. Limit: { $limit }
catalogue-not-toml = this is not TOML: { $why }
catalogue-entry-wrong = this entry cannot be read: { $why }
catalogue-reference-unknown = this names an id that does not exist: { $id }
catalogue-rules-open = the last rule must hold whatever the facts are. Input: { $input }
catalogue-core-missing = every profession asks the core questions; missing: { $id }
catalogue-advice-printable = advice has no printed form; this must stay false
catalogue-table-open = no row of the table answers these values: { $inputs }
catalogue-below-floor = a result lower than this is not allowed here: { $result }
catalogue-too-deep = the value is nested too deeply. Limit in levels: { $limit }
