### Every word a person reads, in window, terminal, documents and history.
### A sentence of a failure says what happened and what is safe; its -hint says what to do.

## Failures

error-item-unknown = There is no item { $item } in this product. Nothing was changed.
error-newer-file = This product was written by a newer Cairn. The file was not touched.
error-newer-file-hint = Open it with the newer version, or restore a backup made by this one.
error-already-open = This product is open elsewhere ({ $holder }). Nothing was changed.
error-already-open-hint = Make the change there, or close it first. Reading works meanwhile.
error-not-a-product = { $path } is not a Cairn product. The file was not touched.
error-not-a-product-hint = Products end in .cairn. A CSV or other export comes in with import.
error-damaged = { $path } is damaged. It was not changed.
error-damaged-hint = Restore a backup; the damaged file is kept aside.
error-disk-full = The disk is full. What was saved before is safe; this change was not saved.
error-disk-full-hint = Make some room, then try again.
error-io = { $path } could not be read or written: { $detail }. What was saved before is safe.
error-io-hint = Check the folder and its permissions, then try again.
error-database = The change could not be saved: { $detail }. What was saved before is safe.
error-database-hint = Try again; if it happens again, save a copy elsewhere.
error-internal = Cairn failed inside: { $detail }. What was saved before is safe.
error-internal-hint = Try again; if it happens again, tell us what you did.


## Window and system dialogs

shell-no-window = The window could not be opened: { $detail }
shell-pick-title = Open or import a file
shell-pick-readable = Products and exports
shell-pick-products = Cairn products
shell-pick-any = All files
shell-save-title = Choose where to write the file
shell-file-unknown = That file is no longer known. Nothing was changed.
shell-link-refused = Only web and mail addresses are opened. Nothing was opened.
shell-menu-edit = Edit
shell-menu-window = Window


## Forecast


## Import and export


## History


## Backlog screen


## First run, import preview, navigation


## Command line


