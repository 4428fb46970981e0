# Screening: the command line and the pages. Advice, never a decision.

screening-line-not-json = this is not JSON. Look near column: { $column }
screening-line-not-object = one JSON object is needed on a line
screening-line-not-utf8 = this is not UTF-8. Look near column: { $column }
screening-line-mark = the line begins with a byte order mark; save the file as UTF-8 without it
screening-line-too-long = the line is too long. Limit in bytes: { $limit }
screening-field-missing = this field is needed
screening-field-unknown = there is no such field
screening-field-twice = this field stands twice
screening-field-not-text = a text in quotation marks is needed
screening-field-not-flag = true or false is needed
screening-field-not-list = a list of ids is needed
screening-value-unknown = the catalogue does not know this value: { $value }
screening-list-too-long = the list is too long. Limit: { $limit }
screening-id-too-long = the id is too long. Limit in bytes: { $limit }
screening-id-control = the id holds a character that cannot be seen
screening-file-unreadable = the file cannot be read: { $why }
screening-rules-broken = the catalogue cannot be used: { $why }
screening-command = Give advice for observations, one JSON object a line
screening-command-file = File with one JSON object a line; - reads what comes in
screening-command-language = Language of the complaints: en, fr, pt, es
screening-language-unknown = this language is not here: { $tag }
