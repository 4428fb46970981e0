# The command line: help texts, what is printed, and what is refused.
command-about = Mangrove: one house against trafficking in persons and smuggling of migrants
command-heading-usage = Usage:
command-heading-options = Options
command-heading-commands = Commands
command-word-command = COMMAND
command-help = Show this help
command-version = Show the version
command-lang = Language of the texts: en, fr, pt or es
command-json = Print one JSON object instead of text

command-demo = Open a demonstration country; nothing in it is real
command-serve = Open a node
command-init = Make an empty data directory and its keys
command-screen = Screen observations: one JSON object a line in, one a line out
command-import = Read a published data set into the national picture
command-verify = Check the ledger and the database against their signatures

command-data = Directory of the database and of the key files; without it, one below ~/.local/share/mangrove
command-listen = Address for officers; without it, localhost:8080
command-public = Address of its own for the public pages
command-database = PostgreSQL database, as postgres://…; without it, SQLite in the data directory
command-tls-cert = Certificate chain for TLS, a PEM file
command-tls-key = Private key for TLS, a PEM file
command-behind-tls-proxy = A proxy on this machine or network does the TLS
command-seed = Number from which the demonstration country is made
command-codes = Print the sign-in codes of this minute and stop

command-error-unknown-option = This option is not known: { $words }
command-error-unknown-command = This command is not known: { $words }
command-error-missing = Something needed is missing: { $words }
command-error-value = This value cannot be used: { $words }
command-error-conflict = These cannot stand together: { $words }
command-error-usage = The command line cannot be understood: { $words }
command-error-seed = --seed must be a whole number from 0 to 18446744073709551615: { $words }

command-open = Open: { $address }
command-open-public = Public pages: { $address }
command-no-public = Nobody can report yet: the public pages are open only with --public ADDRESS.
command-leave = Press Ctrl+C to stop.
command-stopped = Stopped. Everything acknowledged is kept.
command-set-up = This node is empty. Open the address above and enter this code once: { $code }
command-set-up-limit = The code works until the first set-up is finished, or this program stops.
command-swap = This machine has swap in use. Memory with unlocked keys could reach the disk: turn swap off, or encrypt it.
command-init-done = Made: { $path }
command-init-keys = Copy the key files of this directory to a safe place. Without them the database cannot be used: { $path }

command-refuse-address = This is not an address with a port, such as localhost:8080: { $address }
command-refuse-plain = Only localhost is served without TLS. Give --tls-cert and --tls-key, or --behind-tls-proxy: { $address }
command-refuse-tls-pair = --tls-cert and --tls-key go together.
command-refuse-tls-file = The certificate or its key cannot be read: { $why }
command-refuse-listen = Cannot listen at this address. Another program may use it: { $address } ({ $why })
command-refuse-demo = This directory holds a demonstration country. A node with real persons needs a directory of its own: { $path }
command-refuse-not-demo = This directory does not hold a demonstration country. Choose another with --data: { $path }
command-refuse-exists = This directory is not empty. Choose another with --data: { $path }
command-refuse-locked = Another Mangrove uses this directory. Stop it first: { $path }
command-refuse-folder = The data directory cannot be used: { $path } ({ $why })
command-refuse-key-missing = The database is there, but a key file is missing. Put it back from its copy; a new key would not fit: { $path }
command-refuse-key-broken = This key file is not what it should be. Put it back from its copy: { $path }
command-refuse-key-wrong = This key file belongs to another database. Put the right one back from its copy: { $path }
command-refuse-checkpoint-broken = This file should hold a copy of the ledger’s last checkpoint and does not. Put it back from its copy, or move it to the oversight body for examination, then start again: { $path }
command-refuse-checkpoint-foreign = This copy of the ledger’s last checkpoint was not signed by this node. Put the right file back, or move it to the oversight body for examination, then start again: { $path }
command-refuse-set-back = The database is behind its ledger’s last checkpoint, or differs from it: it was set back or changed. Nothing was changed now. Put the newer database back. Only when it is lost: give this file to the oversight body, take it out of the directory, then start again. Signed: { $signed }. Found: { $found }. { $path }
command-refuse-ledger = The ledger is not what its last checkpoint signed, so this node does not start. Nothing was changed. Run “mangrove verify” to see what differs, tell the oversight body, and put a sound database back.
command-refuse-database = The database cannot be opened: { $why }
command-refuse-node = The node cannot start: { $why }

command-control-not-understood = The running node does not understand this command. Use the program of the same version as the node.
command-control-busy = The running node works on another command. Try again in a minute.
command-control-other-database = A node runs in this directory with another database. Leave --database out, or stop the node first. It holds: { $database }.
command-control-ended = The node ended before it answered. The file was stored whole or not at all: start the node and import it again.
