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
error-damaged-product = This product is damaged. Nothing was changed.
error-damaged-product-hint = Restore a backup; the damaged file is kept aside.
error-disk-full = The disk is full. What was saved before is safe; this change was not saved.
error-disk-full-hint = Make some room, then try again.
error-io = { $path } could not be read or written: { $detail }. What was saved before is safe.
error-io-hint = Check the folder and its permissions, then try again.
error-database = The change could not be saved: { $detail }. What was saved before is safe.
error-database-hint = Try again; if it happens again, save a copy elsewhere.
error-no-such-file = There is no file { $path }. Nothing was changed.
error-no-such-file-hint = Check the name, or make a product with init.
error-file-exists = { $path } exists already. It was not touched.
error-file-exists-hint = Choose another name, or open that product.
error-file-too-large = { $path } is larger than 2 GB. It was not touched.
error-older-file = { $path } was written by an older Cairn and has to be brought up to date first. It was not touched.
error-older-file-hint = Open it once in Cairn; a backup is made before.
error-no-wal = The disk of this file does not support safe writing. Nothing was changed.
error-no-wal-hint = Keep the product on a local disk.
error-path-not-text = The name of this file can't be written as text. Nothing was changed.
error-gone = What you meant (number { $id }) is no longer there. Nothing was changed.
error-stakeholder-unknown = There is no stakeholder with number { $id } in this product. Nothing was changed.
error-nothing-selected = No item is selected. Nothing was changed.
error-nothing-to-add = There is nothing to add. Nothing was changed.
error-nothing-to-undo = There is nothing to undo.
error-nothing-to-redo = There is nothing to redo.
error-nothing-to-import = This file changes nothing: every item is already as it says.
error-title-empty = An item needs a title. Nothing was changed.
error-text-empty = Write a few words first. Nothing was changed.
error-name-empty = It needs a name. Nothing was changed.
error-reason-empty = Say why in a few words. Nothing was changed.
error-product-name-empty = A product needs a name. Nothing was changed.
error-prefix-empty = Keys need a first part, such as LW. Nothing was changed.
error-no-working-day = At least one day of the week has to be a working day. Nothing was changed.
error-percentile = The percentage dates are said at lies between 50 and 95. Nothing was changed.
error-week-start = A week starts on one of its seven days. Nothing was changed.
error-day-in-future = That day has not come yet. Nothing was changed.
error-days-reversed = The last day lies before the first. Nothing was changed.
error-goal-empty = A Product Goal needs a sentence. Nothing was changed.
error-measure-empty = Say what is measured. Nothing was changed.
error-number = That number is too large. Nothing was changed.
error-size = A size is a number from 0. Nothing was changed.
error-mark = A mark lies between 0 and 4. Nothing was changed.
error-percent = A chance lies between 0 and 100 percent. Nothing was changed.
error-strength = A want has a strength from 1 to 3. Nothing was changed.
error-url = A link starts with http://, https:// or mailto:. Nothing was changed.
error-not-done = “{ $title }” is not Done, so it has no finish date. Nothing was changed.
error-done-in-future = { $day } has not come yet, so nothing can be Done on it. Nothing was changed.
error-no-position = “{ $title }” has no place in the order: it is Done, not being done, or made of parts. Nothing was changed.
error-place-has-no-position = Item { $item } has no place in the order. Nothing was changed.
error-position-zero = Places in the order start at 1. Nothing was changed.
error-nothing-by-day = Nothing is { $percentile }% likely to be done by { $day }. Nothing was moved.
error-part-of-itself = “{ $title }” can't be part of itself. Nothing was changed.
error-split-needs-two = A split needs at least two titles. Nothing was changed.
error-merge-into-itself = An item can't be merged into itself. Nothing was changed.
error-sprint-number-taken = There is a Sprint { $number } already. Nothing was changed.
error-sprints-overlap = These days overlap Sprint { $number }. Nothing was changed.
error-filter-size = Size compares with a number, for example size:>3.
error-filter-person = Nobody is called “{ $name }” here.
error-filter-state = “{ $state }” is no state. There are idea, conversation, ready, sprint, done and not.
error-import-title = Row { $line } has no title. Nothing was brought in.
error-import-circle = Item { $item } would be part of itself. Nothing was brought in.
error-internal = Cairn made a mistake ({ $detail }). What was saved before is safe.
error-internal-hint = Try again; if it happens again, start Cairn anew.
error-file-unknown = That file is no longer at hand. Nothing was changed.
error-file-unknown-hint = Choose it again.
error-no-product = No product is open. Nothing was changed.
error-no-product-hint = Open or make one first.
error-product-unknown = There is no product { $name } here. Nothing was changed.
error-import-field = There is no field { $field }. Nothing was changed.
error-not-a-file = { $path } is not a file. Nothing was changed.
error-import-too-large = { $path } is larger than 200 MB. Nothing was changed.
error-throughput-empty = This file has no row with a day and a count. Nothing was brought in.


## Forecast

forecast-date = { $day } { $month ->
        [1] January
        [2] February
        [3] March
        [4] April
        [5] May
        [6] June
        [7] July
        [8] August
        [9] September
        [10] October
        [11] November
       *[12] December
    }
forecast-date-year = { $day } { $month ->
        [1] January
        [2] February
        [3] March
        [4] April
        [5] May
        [6] June
        [7] July
        [8] August
        [9] September
        [10] October
        [11] November
       *[12] December
    } { $year }

forecast-when = { $sure }% likely by { $day }, { $even }% by { $even-day }.
forecast-when-even-only = { $even }% likely by { $even-day }; the { $sure }% date lies more than two years ahead and is not forecastable.
forecast-when-too-late = Not forecastable: even the { $even }% date lies more than two years ahead.
forecast-how-many = { $sure }% likely at least { $items ->
        [one] { $items } item
       *[other] { $items } items
    } by { $day }, { $even }% at least { $even-items }.
forecast-likelihood = { $likelihood } likely that { $items ->
        [one] { $items } item is
       *[other] { $items } items are
    } done by { $day }.
forecast-no-items = No items are left to forecast.
forecast-no-complete-week = No forecast yet: the history holds no complete week.
forecast-nothing-finished = No forecast: nothing was finished in the last { $weeks ->
        [one] complete week
       *[other] { $weeks } complete weeks
    }.
forecast-thin-history = Thin history: { $items ->
        [one] { $items } item
       *[other] { $items } items
    } in { $weeks ->
        [one] { $weeks } week
       *[other] { $weeks } weeks
    }. Take these dates with care.
forecast-history-ends = History ends on { $day }; these dates assume the same pace since.
forecast-not-forecastable = What lies more than two years ahead is not forecastable.
forecast-slowing-down = Slowing down: dates may be optimistic.
forecast-speeding-up = Speeding up: dates may be pessimistic.


## Import and export

format-cairn = Cairn CSV
format-jira = Jira CSV
format-azure = Azure DevOps CSV
format-linear = Linear CSV
format-plane = Plane CSV
format-github = GitHub
format-gitlab = GitLab CSV
format-asana = Asana CSV
format-shortcut = Shortcut CSV
format-pivotal = Pivotal CSV
format-taiga = Taiga CSV
format-trello = Trello
format-versionone = VersionOne CSV
format-actionableagile = ActionableAgile CSV
format-lighthouse = Lighthouse CSV
format-csv = table

import-too-large = The file is larger than { $megabytes } megabytes. Nothing was read.
import-too-large-hint = Export fewer columns, or in parts.
import-empty = The file is empty. Nothing was read.
import-binary = This is no text file. Nothing was read.
import-binary-hint = Export the items as CSV and import that file.
import-sqlite = This is a database, not an export. Nothing was read.
import-sqlite-hint = A Cairn product is opened with open; other tools' items come in as CSV.
import-zip = This is an Excel workbook or a zip archive, not a text file. Nothing was read.
import-zip-hint = Save the sheet as CSV, or unpack the archive, and import that file.
import-old-excel = This is an old Excel workbook, not a text file. Nothing was read.
import-old-excel-hint = Save the sheet as CSV and import that file.
import-picture = This is a picture. Nothing was read.
import-picture-hint = Export the items as CSV and import that file.
import-document = This is a document, not a table. Nothing was read.
import-document-hint = Export the items as CSV and import that file.
import-markup = This is a web page or XML, not a table. Nothing was read.
import-markup-hint = Choose CSV when exporting. A file that Excel opens but starts with "<" is a web page as well.
import-no-table = No table was found in this file. Nothing was read.
import-no-table-hint = A table has a header and, in each line, cells divided by commas, semicolons, tabs or bars.
import-no-title = None of these columns is known to hold titles: { $columns }. Nothing was read.
import-no-title-hint = Choose the column of titles.
import-too-many-columns = The table has more than { $most } columns. Nothing was read.
import-too-many-rows = The table has more than { $most } rows. Nothing was read.
import-too-many-rows-hint = Export in parts; items that are already there are recognised by their id.
import-unknown-encoding = There is no encoding called { $encoding }. Nothing was read.
import-unknown-encoding-hint = Examples: utf-8, utf-16, windows-1252, windows-1250.
import-bad-delimiter = { $delimiter } can't divide cells. Nothing was read.
import-bad-delimiter-hint = Choose a comma, a semicolon, a tab or a bar.
import-unknown-column = There is no column { $column } in this file. Nothing was read.
import-unknown-column-hint = The columns are: { $columns }.
import-bad-json = The JSON of this file breaks off or is malformed at line { $line }. Nothing was read.
import-unknown-json = This JSON is neither a Trello board nor a list of GitHub issues. Nothing was read.
import-unknown-json-hint = Export the items as CSV and import that file.
import-cancelled = The import was stopped. Nothing was changed.

import-row-long = Line { $line } has more cells than the header, so it is not certain which is which.
import-row-huge = Line { $line } has a cell of more than a megabyte.
import-row-unclosed = A quote is opened in line { $line } and never closed; the rest of the file was taken for one cell.
import-row-untitled = Line { $line } has no title.
import-row-total = Line { $line } is a total, not an item.
import-row-repeated = Line { $line } has the same id as a later line, which was taken.
import-row-pull-request = Line { $line } is a pull request, not an item.

import-replaced = { $count ->
    [one] One character that is no text was replaced.
   *[other] { $count } characters that are no text were replaced.
}
import-banner = { $count ->
    [one] One line above the header was left out.
   *[other] { $count } lines above the header were left out.
}
import-no-rows = The file has a header but no rows.
import-rows-short = { $count ->
    [one] One row has fewer cells than the header and was read as far as it goes: line { $names }.
   *[other] { $count } rows have fewer cells than the header and were read as far as they go: lines { $names }.
}
import-title-guessed = No column is called a title; { $names } was taken for it.
import-day-first-guessed = Dates such as 3/4/2025 were read with the day first; nothing in the file tells: { $names }.
import-month-first-guessed = Dates such as 3/4/2025 were read with the month first; nothing in the file tells: { $names }.
import-unreadable-dates = { $count ->
    [one] One date in { $column } could not be read.
   *[other] { $count } dates in { $column } could not be read.
}
import-unreadable-sizes = { $count ->
    [one] One size in { $column } is no number and was left out.
   *[other] { $count } sizes in { $column } are no numbers and were left out.
}
import-unknown-states = { $count ->
    [one] One state is not known; its items need a conversation until you say what it means: { $names }.
   *[other] { $count } states are not known; their items need a conversation until you say what they mean: { $names }.
}
import-date-on-open = { $count ->
    [one] One open item has a done date. The date is kept, but the item does not count as finished.
   *[other] { $count } open items have a done date. The dates are kept, but the items do not count as finished.
}
import-done-without-date = { $count ->
    [one] One Done item has no done date and can't be counted in the history.
   *[other] { $count } Done items have no done date and can't be counted in the history.
}
import-hidden-characters = { $count ->
    [one] One title holds hidden characters; they are shown as marks.
   *[other] { $count } titles hold hidden characters; they are shown as marks.
}
import-repeated-ids = { $count ->
    [one] One id stands more than once; its last row was taken: { $names }.
   *[other] { $count } ids stand more than once; the last row of each was taken: { $names }.
}
import-parents-in-a-circle = { $count ->
    [one] One item is said to be part of itself; that was left out: { $names }.
   *[other] { $count } items are said to be parts of each other in a circle; that was left out: { $names }.
}
import-jira-without-rank = The file has no rank, so the order is that of the file. Export all fields from Jira to keep the order of the backlog.
import-pull-requests = { $count ->
    [one] One pull request was left out.
   *[other] { $count } pull requests were left out.
}

throughput-no-table = This is no history of finished items. Nothing was read.
throughput-no-table-hint = It needs a column of days or weeks with a column of counts, or a row for each item with the day it was finished.
throughput-row-without-day = Line { $line } has no day that can be read.
throughput-row-without-count = Line { $line } has no whole number of items.
throughput-row-short = Line { $line } has fewer cells than the header.
throughput-day-first-guessed = Dates such as 3/4/2025 were read with the day first; nothing in the file tells.
throughput-month-first-guessed = Dates such as 3/4/2025 were read with the month first; nothing in the file tells.
throughput-taken-as-weekly = All rows are whole weeks apart, so each was taken as a week.
throughput-repeated = { $count ->
    [one] One row repeats a day or week; the counts were added up.
   *[other] { $count } rows repeat a day or week; the counts were added up.
}
throughput-missing-weeks = { $count ->
    [one] One week in between has no row and counts as zero.
   *[other] { $count } weeks in between have no row and count as zero.
}
throughput-unfinished = { $count ->
    [one] One item is not finished and was not counted.
   *[other] { $count } items are not finished and were not counted.
}
throughput-started-after-end = { $count ->
    [one] One item was started after it was finished; its finish day counts.
   *[other] { $count } items were started after they were finished; their finish days count.
}
throughput-nothing-finished = No finished item is in this file.

export-position = Position
export-id = ID
export-title = Title
export-kind = Kind
export-state = State
export-size = Size
export-external-id = External ID
export-part-of = Part of
export-labels = Labels
export-wanted-by = Wanted by
export-done-on = Done on
export-sprint = Sprint
export-created-on = Created on
export-started-on = Started on
export-url = URL
export-body = Description
export-state-idea = idea
export-state-needs-conversation = needs conversation
export-state-ready = ready
export-state-in-sprint = in Sprint
export-state-done = Done
export-state-not-doing = not doing


## History

history-undone = Undone: { $step }
history-redone = Redone: { $step }
history-add-item = Added “{ $title }”
history-add-items = Added { $count } items
history-move-item = Moved “{ $title }” from { NUMBER($from, useGrouping: 0) } to { NUMBER($to, useGrouping: 0) }
history-move-items = Moved { $count } items, “{ $title }” first, from { NUMBER($from, useGrouping: 0) } to { NUMBER($to, useGrouping: 0) }
history-change-item = Changed { $field } of “{ $title }” to { $value }
history-change-item-text = Changed { $field } of “{ $title }”
history-change-items = Changed { $field } of { $count } items to { $value }
history-change-items-text = Changed { $field } of { $count } items
history-label-items = Changed labels of { $count ->
        [one] one item
       *[other] { $count } items
    }
history-finish-item = “{ $title }” is Done, { $day }
history-finish-items = { $count } items are Done, { $day }
history-decline-item = Decided not to do “{ $title }”
history-decline-items = Decided not to do { $count } items
history-reopen-item = Took “{ $title }” back into the order
history-reopen-items = Took { $count } items back into the order
history-split-item = Split “{ $title }” into { $count }
history-merge-items = Merged { $count ->
        [one] one item
       *[other] { $count } items
    } into “{ $title }”
history-delete-item = Deleted “{ $title }”
history-delete-items = Deleted { $count } items
history-add-link = Linked “{ $title }”
history-remove-link = Took a link off “{ $title }”
history-add-risk = Named a risk of “{ $title }”
history-remove-risk = Took a risk off “{ $title }”
history-want-item = { $name } wants “{ $title }”
history-want-items = { $name } wants { $count } items
history-unwant-item = { $name } no longer wants “{ $title }”
history-unwant-items = { $name } no longer wants { $count } items
history-give-reason = Gave a reason: { $reason }
history-change-settings = Changed the settings
history-add-closed-days = Closed: { $name }
history-remove-closed-days = No longer closed: { $name }
history-add-date-line = Named a date: { $name }, { $day }
history-change-date-line = Changed a date: { $name }, { $day }
history-remove-date-line = Took the date { $name } away
history-add-view = Saved the view “{ $name }”
history-change-view = Changed the view “{ $name }”
history-remove-view = Took the view “{ $name }” away
history-add-goal = Added the goal “{ $sentence }”
history-change-goal = Changed the goal “{ $sentence }”
history-goal-current = Made “{ $sentence }” the Product Goal
history-goal-next = Put the goal “{ $sentence }” in line
history-goal-fulfilled = Fulfilled the goal “{ $sentence }”
history-goal-abandoned = Gave the goal “{ $sentence }” up
history-add-reading = Measured { $value } on { $day }
history-add-stakeholder = Added { $name }
history-change-stakeholder = Changed what is said of { $name }
history-remove-stakeholder = Removed { $name }
history-add-sprint = Added Sprint { NUMBER($number, useGrouping: 0) }
history-change-sprint = Changed Sprint { NUMBER($number, useGrouping: 0) }
history-remove-sprint = Removed Sprint { NUMBER($number, useGrouping: 0) }
history-import = Imported { $file }: { $added } new, { $updated } changed
history-import-throughput = Imported the throughput of { $file }, { $first } to { $last }
field-title = the title
field-kind = the kind
field-state = the state
field-size = the size
field-part-of = what it is part of
field-labels = the labels
field-body = the card
field-notes = the notes
field-need = the need mark
field-need-note = the need note
field-business = the business mark
field-business-note = the business note
field-feasibility = the feasibility mark
field-feasibility-note = the feasibility note
field-urgency = the urgency
field-external-id = the external id
field-url = the address
field-done-on = the finish date
value-idea = idea
value-needs-conversation = needs conversation
value-ready = ready
value-in-sprint = in Sprint
value-done = Done
value-not-doing = not doing


## Backlog screen


## First run, import preview, navigation


## Command line


