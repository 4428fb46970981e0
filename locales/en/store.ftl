# What the store says when it cannot read or write.
store-read-only = This node can only be read: an earlier write could not be confirmed. Nothing you send now is kept. Check the disk, then restart the node.
store-commit-unknown = The storage failed while this was being saved. It may or may not have been kept. The node can only be read until it is restarted: check the disk, restart, and look before you send it again. (Step: { $tx }. Reported: { $what }.)
store-storage = The storage failed before anything was saved. Nothing was kept. Check that the disk is not full and the database can be reached, then try again. (Step: { $tx }. Reported: { $what }.)
store-busy = The node is busy and did not save this. Nothing was kept. Try again in a minute. (Step: { $tx }.)
store-taken = This exists already and was not saved twice. (Step: { $tx }. Rule: { $what }.)
store-rule = The database refused a value. Nothing was kept. (Step: { $tx }. Rule: { $what }.)
store-statement = The database did not understand this program. Nothing was kept. Tell whoever runs the node. (Step: { $tx }. Reported: { $what }.)
store-column = A stored value could not be read as this program expects. Run “mangrove doctor” to see whether the database is damaged. (Column: { $column }.)
store-locked = Another running node holds this database: { $place }. Stop that node first, or give another folder with --data.
store-not-a-database = This file is not a database of Mangrove: { $place }. Nothing was changed. Move it away, or give another folder with --data.
store-wrong-version = This database was made by another version of Mangrove: { $place }. Version of its tables: { $found }. Version this program needs: { $expected }. Nothing was changed. Start the version that made it, or restore a backup made by this one.
store-corrupt = A page of this database is damaged: { $place }. Nothing was changed. Keep a copy of the folder, check the disk, then restore the last backup with “mangrove restore”. (Reported: { $what }.)
store-unreachable = The database cannot be opened: { $place }. Check that it exists, that this account may read and write it, and that the address is right. (Reported: { $what }.)
store-missing = There is no database here: { $place }. Check --data, or make a new one with “mangrove init”.
