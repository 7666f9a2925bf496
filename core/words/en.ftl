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


## Forecast


## Import and export


## History


## Backlog screen

# Frame
nav-main = Main
nav-product = Switch product
nav-find = Search or do
nav-find-title = Search or run a command
nav-backlog = Backlog
nav-stays = Stays on this machine
nav-saved = Saved { $time } · no account
nav-no-account = No account, no network
no-product = No product is open.
toast-label = Message
close = Close
retry = Try again
undo = Undo

# Commands
command-palette = Search or run a command
command-keys = Show all keys
command-undo = Undo
command-redo = Redo
command-theme-light = Use the light theme
command-theme-dark = Use the dark theme
command-theme-system = Follow the system's theme
command-import = Import a file…
command-history = Show the history
command-goal = Product Goal…
command-dates = Dates and closed days…
command-people = Stakeholders…
command-sprints = Sprints…
command-settings = Settings…


## First run, import preview, navigation


## Command line


