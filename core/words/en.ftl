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

# First screen
start-question = Where is your product going?
start-lead = Cairn keeps the Product Goal, the order of the work and the people who wait for it on one path, and tells you honestly when each thing is likely to be done.
start-goal = Start with a goal
start-goal-gives = One sentence and a measure. Items can come later.
start-goal-purpose = The goal stands above the order, and every item can say how it serves it.
start-goal-go = Start this product
start-bring = Bring your backlog
start-bring-gives = The order, sizes and finish dates come along; forecasts work at once.
start-bring-purpose = The items come into a product of their own. You see them before anything is brought in.
start-bring-go = Look at the items
start-drop = or drop a file here
start-sample = Look around the sample
start-sample-gives = Lendwell, a library app: 44 items, 9 stakeholders, 14 Sprints.
start-recent = Open again
start-offline = No account, no network. Everything stays in one file on this machine.
start-name = Name of the product
start-name-example = Lendwell
start-name-missing = Give the product a name. It can be changed later.
start-sentence-missing = Say in one sentence where the product is going.
start-measure = How will you see it?
start-measure-optional = Optional, it can be added later
start-back = Back
goal-sentence = Product Goal, in one sentence
goal-sentence-example = Readers reserve and collect any item without help from the desk.
measure-what = What is measured, as it reads after the number
measure-what-example = of reservations need no desk help
measure-what-missing = Say what the number counts.
measure-unit = Unit
measure-baseline = Now
measure-target = Target
measure-target-missing = Give the number to reach.
measure-target-same = The target is where you are now.
measure-number = Write a number, for example 70.
measure-by = By
day-example = 15 Jan
day-unreadable = Write a day such as 15 Jan or 2027-01-15.
cancel = Cancel

# Import preview
bring-title = Import a file
bring-purpose = You see what would change before anything does.
bring-choose = Choose a file…
bring-or-drop = or drop it here
bring-from = From Jira, Azure DevOps, GitHub, GitLab, Trello, Linear, Asana, Taiga and others, and any CSV, TSV or Excel table. A file with one count for each week or day comes in as a throughput history.
import-other-file = Another file…
bring-reading = Reading { $file }
bring-rows = { $count ->
    [one] { $count } row
   *[other] { $count } rows
}
bring-encoding = Encoding
bring-delimiter = What separates the columns
bring-comma = Comma
bring-semicolon = Semicolon
bring-tab = Tab
bring-bar = Vertical bar
bring-added = new
bring-updated = changed
bring-unchanged = as they are
bring-done-with-date = Done with a date: what forecasts can build on
bring-skipped = { $count ->
    [one] { $count } row stays out
   *[other] { $count } rows stay out
}
bring-line = Line { $line }
bring-more = and { $count } more
bring-states = What do these states mean?
bring-state-items = { $count ->
    [one] { $count } item
   *[other] { $count } items
}
bring-state-means = What “{ $state }” means
bring-columns = Columns
bring-columns-read = { $read } of { $all } read
bring-columns-more = { $count ->
    [one] Show { $count } more column
   *[other] Show { $count } more columns
}
bring-column-is = What the column “{ $column }” holds
bring-no-header = (no header)
bring-empty-column = empty
bring-items = In this order
bring-items-first = the first { $shown } of { $all }
bring-done-on = Done { $day }
bring-go-added = { $added ->
    [one] Bring in { $added } item
   *[other] Bring in { $added } items
}
bring-go-updated = { $updated ->
    [one] Update { $updated } item
   *[other] Update { $updated } items
}
bring-go-both = Bring in { $added }, update { $updated }
bring-one-step = Nothing changes until then. It is one step, and it can be undone.
bring-nothing-changes = Nothing was changed.
bring-nothing-new = { $count ->
    [one] The { $count } item of this file is here already, just as it is.
   *[other] All { $count } items of this file are here already, just as they are.
}
bring-no-title = No item can come in yet: no column is read as the title.
bring-no-title-do = Choose “Title” for the column that says what each item is called.
bring-no-items = There are no items in this file.
bring-no-items-do = If it counts finished items by week or day, it can come in as a throughput history.
bring-throughput = This is a throughput history
bring-brought = { $count ->
    [one] Brought in { $count } item from { $file }
   *[other] Brought in { $count } items from { $file }
}
bring-brought-throughput = Brought in the throughput history { $file }
bring-field-title = Title
bring-field-external-id = Id
bring-field-internal-id = Second id
bring-field-kind = Kind
bring-field-state = State
bring-field-state-group = Group of states
bring-field-resolution = Resolution
bring-field-finished = Done, yes or no
bring-field-size = Size
bring-field-labels = Labels
bring-field-parent = Part of
bring-field-body = Text
bring-field-url = Address
bring-field-rank = Place in the order
bring-field-sprint = Sprint
bring-field-created = Day it was created
bring-field-started = Day work started
bring-field-done = Day it was Done
bring-field-updated = Day of the last change
bring-field-state-changed = Day of the last state
bring-field-ignore = Left out
state-idea = idea
state-needs-conversation = needs conversation
state-ready = ready
state-in-sprint = in Sprint
state-done = Done
state-not-doing = not doing

# Palette and keys
palette-title = Search or run a command
palette-example = Search items, or type > for commands
palette-what = What to do with it
palette-items = Items
palette-commands = Commands
palette-people = Who wants it
palette-do-with = Do with “{ $title }”
palette-place = { $position } in the order
palette-place-by = { $position }, { $percentile }% by { $day }
palette-done = Done { $day }
palette-container = has parts
palette-none = Nothing is called “{ $text }”.
palette-choose = choose
palette-open = open
palette-actions = actions
palette-foot-commands = commands
palette-foot-people = people
palette-foot-numbers = numbers
keys-title = Keys
keys-general = Everywhere
keys-order = In the order
keys-item = With an item
keys-product = Product


## Command line


