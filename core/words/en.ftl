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
error-missing = The file of this product is gone: { $path }. Its backups are as they were.
error-missing-hint = Restore a backup, or put the file back and open it again.
error-backup-unknown = There is no backup { $name } of this product. Nothing was changed.
error-backup-unsound = The backup { $name } is not what was verified when it was made. Nothing was changed.
error-backup-unsound-hint = Choose another one.
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
error-nothing-to-change = No field was named. Nothing was changed.
error-nothing-to-forecast = “{ $name }” holds no item, so there is nothing to forecast. Nothing was changed.
error-nothing-to-keep = There is no forecast to keep: nothing was finished yet, or nothing is left to do. Nothing was changed.
error-outcome-is-count = This forecast said how many items would be done: give a number, not a day. Nothing was changed.
error-outcome-is-day = This forecast said when items would be done: give a day, not a number. Nothing was changed.
error-backtest-stopped = The backtest was stopped. Nothing was changed.
error-outcome-before = That day lies before the forecast was made. Nothing was changed.
error-void-reason = Say why this forecast can't be scored. Nothing was changed.
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
error-standpoint = Power and interest lie between 0 and 100. Nothing was changed.
error-cadence = A rhythm is at least one day. Nothing was changed.
error-value = A value goes from low to high, with a confidence from 0 to 100 percent. Nothing was changed.
error-need-empty = Say what is needed. Nothing was changed.
error-need-of-another = That need belongs to somebody else. Nothing was changed.
error-need-of-nobody = A need belongs to somebody: say first who gave the note. Nothing was changed.
error-contact-empty = Say in a few words what was talked about. Nothing was changed.
error-question-empty = Write the question. Nothing was changed.
error-feedback-empty = Write down what was said. Nothing was changed.
error-assumption-empty = Say what is assumed. Nothing was changed.
error-learning-empty = Say what was learnt. Nothing was changed.
error-delegation-empty = Say what is to be done. Nothing was changed.
error-conflict-with-oneself = A conflict has two sides: name two people. Nothing was changed.
error-pair-with-itself = A pair needs two items. Nothing was changed.
error-merge-at-odds = A conflict is noted between these two. Take it away before they become one. Nothing was changed.
error-url = A link starts with http://, https:// or mailto:. Nothing was changed.
error-not-done = “{ $title }” is not Done, so it has no finish date. Nothing was changed.
error-done-in-future = { $day } has not come yet, so nothing can be Done on it. Nothing was changed.
error-no-position = “{ $title }” has no place in the order: it is Done, not being done, or made of parts. Nothing was changed.
error-place-has-no-position = Item { $item } has no place in the order. Nothing was changed.
error-position-zero = Places in the order start at 1. Nothing was changed.
error-nothing-by-day = Nothing is { $percentile }% likely to be done by { $day }. Nothing was moved.
error-part-of-itself = “{ $title }” can't be part of itself. Nothing was changed.
error-split-needs-two = A split needs at least two titles. Nothing was changed.
error-merge-into-itself = Nothing can be merged into itself. Nothing was changed.
error-sprint-number-taken = There is a Sprint { $number } already. Nothing was changed.
error-sprints-overlap = These days overlap Sprint { $number }. Nothing was changed.
error-sprints-overlap-hint = Let this Sprint begin after the other one ends, or change the days of Sprint { $number } first.
error-sprint-half-dated = A Sprint has both a first and a last day, or neither. Nothing was changed.
error-sprint-half-dated-hint = Give the day that is missing, or leave both out until they are known.
error-sprint-runs = Sprint { $number } is still running. Nothing was changed.
error-sprint-runs-hint = End Sprint { $number } first.
error-sprint-over = The last day of this Sprint is over. Nothing was changed.
error-sprint-over-hint = Give it a later last day, then start it.
error-sprint-not-begun = This Sprint has not begun, so it can't be ended. Nothing was changed.
error-sprint-not-begun-hint = Give it its days, or start it.
error-sprint-ended = Sprint { $number } was ended. What was selected for it stays as it was.
error-sprint-ended-hint = Undo takes the end back while it is among the last steps.
error-not-selectable = “{ $title }” is not an open item of its own, so no Sprint can select it. Nothing was changed.
error-not-selectable-hint = Select open items, or the parts of an item that has parts.
error-not-done-in-sprint = “{ $title }” was not finished in this Sprint, so there is nothing of it to show. Nothing was changed.
error-section-stays = Only sections of free text can be taken away. Nothing was changed.
error-section-stays-hint = Hide the section instead.
error-evidence-not-done = “{ $title }” is not Done, so there is no evidence to keep. Nothing was changed.
error-example-empty = An example needs a text. Nothing was changed.
error-said-back-empty = What was said back needs a text. Nothing was changed.
error-misunderstanding-empty = Say what was built. Nothing was changed.
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

chart-burn-up = Items done and the fan of what may come
chart-throughput = Items done per week
chart-throughput-sentence = { $even ->
        [yes] { $least } finished each week
       *[no] { $least } to { $most } items a week
    } in the last { $weeks ->
        [one] week
       *[other] { $weeks } weeks
    }, median { $median }. { $shift }
chart-calibration = Did they come true?
chart-cycle-time = Cycle time
chart-cycle-time-sentence = { $percent }% of { $items ->
        [one] one finished item
       *[other] { $items } finished items
    } took { $days ->
        [one] one day
       *[other] { $days } days
    } or less.
chart-cycle-time-none = No item was finished whose start is known.
chart-ageing = Age of work in progress
chart-ageing-sentence = { $items ->
        [0] Nothing is in progress.
        [one] One item is in progress; { $old } older than 85% of the finished ones were at the same stage.
       *[other] { $items } items are in progress; { $old } of them older than 85% of the finished ones were at the same stage.
    }
chart-flow = Cumulative flow
chart-flow-sentence = Today: { $stages }.
chart-goal = How far to the Product Goal
chart-goal-none = Nothing says yet how this goal is measured.
chart-goal-now = { $value } { $what } on { $day }.
chart-goal-unmeasured = { $what }: nothing was measured yet.
chart-goal-start = { $day ->
        [none] It began at { $value }.
       *[other] It began at { $value } on { $day }.
    }
chart-goal-target = { $day ->
        [none] The target is { $value }.
       *[other] The target is { $value } by { $day }.
    }
chart-told = What changed in the forecast
chart-told-by = { $percent }% by { $day }
chart-told-far = not forecastable
chart-told-then = { $when }: 50% by { $even-day }, { $sure }% by { $sure-day }.
chart-told-far-then = { $when }: not forecastable.
chart-day = { $day } { $month }
chart-month = { $month ->
        [1] Jan
        [2] Feb
        [3] Mar
        [4] Apr
        [5] May
        [6] Jun
        [7] Jul
        [8] Aug
        [9] Sep
        [10] Oct
        [11] Nov
       *[12] Dec
    }
chart-today = today
chart-by = by { $day }
chart-baseline = start
chart-target = target
chart-items-done = items done
chart-items = items
chart-days = days
chart-came-true = came true
chart-said = said, %
chart-at-least = { $percent }%: { $items } or more
chart-median = median { $median }
chart-so-far = { $items } so far
chart-window = { $weeks ->
        [one] window used: one week
       *[other] window used: { $weeks } weeks
    }
chart-shift = { $weeks } in a row { $side } the median
chart-within = { $percent }% { $days } d
chart-out-of = { $came-true } of { $forecasts }
chart-yes = yes
chart-no = no
chart-column-day = Day
chart-column-week = Week from
chart-column-finished = Finished
chart-column-at-least = { $percent }% at least
chart-column-in-window = In the window
chart-column-item = Item
chart-column-stage = Stage
chart-column-interval = 80% interval
chart-column-value = Value
chart-column-note = Note
chart-column-told-on = Told
chart-column-forecast = Forecast

forecast-everything = Everything in the order
forecast-first = { $items ->
        [one] The first item
       *[other] The first { $items } items
    }
forecast-items = { $items } items
forecast-by = By { $day }
forecast-void-gone = What it was about was taken out of the backlog.

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
forecast-when-detail = { $even }% by { $even-day }. { $often } it will be later than { $day }.
forecast-times = { $times ->
        [1] One time
        [2] Two times
        [3] Three times
        [7] Seven times
        [9] Nine times
       *[other] { $times } times
    } in { $of ->
        [2] two
        [3] three
        [4] four
        [5] five
        [6] six
        [7] seven
        [8] eight
        [9] nine
        [10] ten
        [20] twenty
       *[other] { $of }
    }
forecast-how-many = { $sure }% likely at least { $items ->
        [one] { $items } item
       *[other] { $items } items
    } by { $day }, { $even }% at least { $even-items }.
forecast-how-many-emphasis = at least { $items ->
        [one] { $items } item
       *[other] { $items } items
    }
forecast-how-many-detail = { $even }% at least { $even-items }. { $often } it will be fewer than { $items }.
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
forecast-no-growth-known = Growth from history found none: nothing is known to have been added in these weeks.
forecast-not-forecastable = What lies more than two years ahead is not forecastable.
forecast-slowing-down = Slowing down: dates may be optimistic.
forecast-speeding-up = Speeding up: dates may be pessimistic.

forecast-basis = From { $weeks ->
        [one] { $weeks } complete week
       *[other] { $weeks } complete weeks
    } up to { $day }: { $items ->
        [one] { $items } item
       *[other] { $items } items
    } finished, { $even ->
        [yes] { $low } each week
       *[no] { $low } to { $high } a week
    }.
forecast-assumed = Assumed: { $clauses }.
forecast-assumed-replay = the coming weeks replay the past
forecast-assumed-window = { $weeks ->
        [one] the last week tells the pace
       *[other] the last { $weeks } weeks tell the pace
    }
forecast-assumed-working = { $days ->
        [one] { $days } working day a week
       *[other] { $days } working days a week
    }
forecast-assumed-closed = closed { $days ->
        [one] on { $first }
       *[other] from { $first } to { $last }
    }
forecast-assumed-team = the team at { $people }% from { $day }
forecast-assumed-growth = scope growing by { $low }% to { $high }%
forecast-assumed-growth-history = items added as fast as in these weeks
forecast-assumed-splitting = one item becoming { $low } to { $high } when split
forecast-assumed-risk = “{ $name }” adding { $low } to { $high } items with { $percent }% likelihood
forecast-assumed-start = work beginning { $days ->
        [one] on { $first }
       *[other] between { $first } and { $last }
    }
forecast-assumed-half = items in progress half done
forecast-assumed-finished = items in progress as good as done

forecast-difference-when = { $direction ->
        [same] If the coming weeks replay the past, the { $sure }% date is the same.
        [less] If the coming weeks replay the past, the { $sure }% date is { $day }, { $days ->
            [one] { $days } day
           *[other] { $days } days
        } earlier: that view takes the pace of these weeks for certain.
       *[more] If the coming weeks replay the past, the { $sure }% date is { $day }, { $days ->
            [one] { $days } day
           *[other] { $days } days
        } later: that view counts in whole weeks.
    }
forecast-difference-how-many = { $direction ->
        [same] If the coming weeks replay the past, as many items are { $sure }% likely.
        [more] If the coming weeks replay the past, at least { $items ->
            [one] { $items } item is
           *[other] { $items } items are
        } { $sure }% likely, { $by } more: that view takes the pace of these weeks for certain.
       *[less] If the coming weeks replay the past, at least { $items ->
            [one] { $items } item is
           *[other] { $items } items are
        } { $sure }% likely, { $by } fewer: that view counts in whole weeks.
    }
forecast-shift = A shift: { $weeks } weeks in a row { $side ->
        [above] above
       *[below] below
    } the median.
forecast-no-shift = No shift: no run of 6 weeks on one side of the median.

promise-holds = Holds: today's sure answer lies in the range that was told.
promise-later = Today's sure date is { $days ->
        [one] { $days } day
       *[other] { $days } days
    } later than the one that was told.
promise-earlier = Today's sure date is { $days ->
        [one] { $days } day
       *[other] { $days } days
    } earlier than the range that was told.
promise-fewer = Today { $items ->
        [one] { $items } item fewer is
       *[other] { $items } items fewer are
    } likely than was told.
promise-more = Today { $items ->
        [one] { $items } item more is
       *[other] { $items } items more are
    } likely than the range that was told.
promise-not-forecastable = Nothing can be said today about what was told.

moved-by = The { $sure }% date moved { $days }: { $parts }.
moved-not = The { $sure }% date has not moved.
moved-back = The { $sure }% date has not moved: { $parts }.
moved-days = { $days ->
        [one] { $days } day
       *[other] { $days } days
    } { $direction ->
        [earlier] earlier
       *[later] later
    }
moved-throughput = { $days } through the pace
moved-scope = { $days } through items added and removed
moved-order = { $days } through the order
moved-calendar = { $days } through working and closed days

calibration-hits = { $count ->
        [0] No { $level }% forecast has come to its day yet.
       *[other] { $level }% came true { $hits ->
            [one] once
           *[other] { $hits } times
        } of { $count }.
    }
calibration-too-few = { $missing ->
        [one] One more resolved forecast is
       *[other] { $missing } more resolved forecasts are
    } needed before it can be said whether they are too optimistic.
calibration-too-optimistic = They are too optimistic: what is told holds less often than it is told.
calibration-too-pessimistic = They are too pessimistic: what is told holds more often than it is told.
calibration-in-line = Nothing speaks against them.
calibration-voids = { $voids ->
        [one] { $voids } was voided and is
       *[other] { $voids } were voided and are
    } not counted.
calibration-overlap = Forecasts that overlap in time are not independent.

error-assumed-window = A forecast learns from 1 to 520 complete weeks. Nothing was changed.
error-assumed-closed = Closed days end on or after the day they begin. Nothing was changed.
error-assumed-too-many = That is more than a forecast takes into account. Nothing was changed.
error-assumed-too-many-hint = At most 100 changes of the team, 20 risks and 1,000 spans of closed days count.
error-assumed-team-past = The team can change from the as-of day on, not before it. Nothing was changed.
error-assumed-people = The team lies between 0% and 1,000% of today's. Nothing was changed.
error-assumed-range = A range goes from the lower number to the higher one. Nothing was changed.
error-assumed-growth = Scope growth lies between -90% and 500%. Nothing was changed.
error-assumed-splitting = One item becomes 1 to 5 items when it is split, 100% to 500%. Nothing was changed.
error-assumed-probability = A risk is 0% to 100% likely. Nothing was changed.
error-assumed-risked = All risks together add at most 1,000 items. Nothing was changed.
error-assumed-start = The latest start lies on or after the earliest. Nothing was changed.
error-assumed-start-past = Work can begin from the as-of day on, not before it. Nothing was changed.
error-assumed-start-late = Work that begins more than two years ahead is not forecastable. Nothing was changed.


## Holidays

holidays-no-calendar = This file is no calendar. Nothing was changed.
holidays-no-calendar-hint = Choose a file of holidays that ends in .ics.
holidays-none = This calendar holds no whole days. Nothing was changed.
holidays-none-hint = Holidays are events of whole days; those with a time of day are not taken for closed days.
holidays-too-large = A calendar has at most { $megabytes } MB. Nothing was changed.
holidays-too-many = A calendar has at most { $most } events. Nothing was changed.
holidays-timed = { $count ->
    [one] One event has
   *[other] { $count } events have
} a time of day and closes none.
holidays-odd = { $count ->
    [one] One event lasts longer than a year, or repeats in a way that is not read here; it closes
   *[other] { $count } events last longer than a year, or repeat in a way that is not read here; they close
} no day.
holidays-unnamed = Holiday

## Documents

document-notes = Notes
document-continued = continued
document-page-of = { NUMBER($page, useGrouping: 0) } of { NUMBER($pages, useGrouping: 0) }
document-as-table = Show as table


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
import-sprint-days-turned = { $count ->
    [one] One Sprint ends before it begins, so its days are left out: { $names }.
   *[other] { $count } Sprints end before they begin, so their days are left out: { $names }.
}
import-sprint-overlaps = “{ $name }” would overlap “{ $other }”, so it is without days. Its items come in. Say its days in the settings.
import-sprints-later = { $count ->
    [one] One Sprint begins
   *[other] { $count } Sprints begin
} on the day the Sprint before ends. That day counts for the one before; here the next begins a day later.
import-sprints-undated = { $count ->
    [one] The file does not say when this Sprint is, so it comes in without days and never counts as running: { $names }. Say its days in the settings.
   *[other] The file does not say when { $count } Sprints are, so they come in without days and never count as running: { $names }. Say their days in the settings.
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


## Whom the order serves

served-sprint-ends = Sprint { NUMBER($number, useGrouping: 0) } ends
competing-line = Only the first stays above the line “{ $line }”.
competing-dates = Whichever goes second slips from { $from } to { $to }.
person-item-done = “{ $title }” is Done.
person-item-declined = “{ $title }” will not be done.
person-item-added = “{ $title }” is new in the order.
person-item-earlier = “{ $title }” moved up from { NUMBER($from, useGrouping: 0) } to { NUMBER($to, useGrouping: 0) }.
person-item-later = “{ $title }” moved down from { NUMBER($from, useGrouping: 0) } to { NUMBER($to, useGrouping: 0) }.
person-ask-promise = The forecast of “{ $name }” has moved. What does that change for you?
person-ask-need = What would help most with “{ $need }”?
person-ask-why = What do you need “{ $need }” for?
person-ask-item = What would you do first with “{ $title }”?
person-ask-anything = What has changed for you since we last talked?
declined-look-again = Look again: { $day } has come.
declined-assumption-changed = Look again: “{ $text }” { $state ->
        [holds] holds
       *[other] does not hold
    }, as of { $day }.
reply-waiting = Thank you for your note of { $day }. It is waiting to be looked at.
reply-need = You told me on { $day } what you need. It is noted as a need; no item answers it yet.
reply-assumption = Your note of { $day } is something we now want to test before we build.
reply-learning = Your note of { $day } taught us something. It is kept with what we have learnt.
reply-done = You asked on { $day }: “{ $title }” is Done.
reply-not-doing = You asked on { $day } for “{ $title }”. We will not do it.
reply-not-doing-why = You asked on { $day } for “{ $title }”. We will not do it: { $reason }
reply-dated = You asked on { $day }: “{ $title }” is in the order, { $percent }% likely by { $sure }, 50% by { $even }.
reply-undated = You asked on { $day }: “{ $title }” is in the order; no date can be given yet.
reply-gone = What your note became was taken out of the backlog.
erased = (erased)
erase-done = The person is erased from the product, its history and its file.
erase-mentions = { $count ->
        [one] One item still mentions
       *[other] { $count } items still mention
    } the name in texts of your own: { $names }. Nothing was changed there.
erase-backups = { $count ->
        [one] One backup still holds
       *[other] { $count } backups still hold
    } the person as before: { $names }. Delete what should not stay.

## History

# The history in the window
steps-title = History
steps-today = Today
steps-as-on = As it was on
steps-day-example = 3 March
steps-one-item = One item
steps-all = Show the steps of all items
steps-of-item = Only this item
steps-more = Show earlier steps
steps-empty = Nothing was changed yet.
steps-empty-gives = Every change stands here with its reason, and the order of any past day can be seen again.
steps-undone = undone
steps-serves = Serves { $names }.
steps-delays = Delays { $names }.
past-title = The order on { $day }
past-say = { $count ->
    [one] { $count } item.
   *[other] { $count } items.
} { $came ->
    [0] None came since,
    [one] { $came } came since,
   *[other] { $came } came since,
} { $left ->
    [0] none left.
   *[other] { $left } left.
}
past-order = The order then, and where it stands now
past-nothing = Nothing was changed since.
past-then = Then
past-now = Now
past-state = State
past-item = Item
past-gone = no longer
past-up = up to
past-down = down to
past-more = { $count ->
    [one] Show { $count } more item
   *[other] Show { $count } more items
}
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
history-keep-forecast = Kept the forecast of “{ $name }”
history-tell-forecast = Noted whom the forecast of “{ $name }” was told
history-resolve-forecast = Said what became of the forecast of “{ $name }”
history-add-slice = Added the slice “{ $name }”
history-change-slice = Renamed a slice to “{ $name }”
history-remove-slice = Took the slice “{ $name }” away
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
history-add-closed-days-list = Closed: { $name } and { $others ->
    [one] one more
   *[other] { $others } more
}
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
history-merge-stakeholders = Merged { $count ->
        [one] a person
       *[other] { $count } people
    } into { $name }
history-erase-person = Erased a person
history-note-on-stakeholder = Changed the private note about { $name }
history-add-need = Added the need “{ $name }”
history-change-need = Changed the need “{ $name }”
history-answer-need = Said which items answer the need “{ $name }”
history-remove-need = Took the need “{ $name }” away
history-add-business-goal = Added the business goal “{ $name }”
history-change-business-goal = Changed the business goal “{ $name }”
history-remove-business-goal = Took the business goal “{ $name }” away
history-add-contact = Logged a contact: { $name }
history-change-contact = Changed a contact: { $name }
history-remove-contact = Took a contact out of the log: { $name }
history-add-question = Noted a question: { $name }
history-change-question = Changed a question: { $name }
history-remove-question = Took a question away: { $name }
history-add-conflict = Noted that two needs compete
history-change-conflict = Changed what is known of two needs that compete
history-remove-conflict = Took the record of two competing needs away
history-add-feedback = Put into the inbox: { $name }
history-change-feedback = Changed in the inbox: { $name }
history-remove-feedback = Took out of the inbox: { $name }
history-triage-item = Put into the backlog from the inbox: { $name }
history-triage-need = Made a need of: { $name }
history-triage-assumption = Made an assumption of: { $name }
history-triage-learning = Made a learning of: { $name }
history-triage-not-doing = Decided not to do, from the inbox: { $name }
history-add-assumption = Added the assumption “{ $name }”
history-change-assumption = Changed the assumption “{ $name }”
history-remove-assumption = Took the assumption “{ $name }” away
history-add-learning = Learnt: { $name }
history-change-learning = Changed a learning: { $name }
history-remove-learning = Took a learning away: { $name }
history-add-decision = Decided: { $name }
history-change-decision = Changed the decision “{ $name }”
history-remove-decision = Took the decision “{ $name }” out of the log
history-add-delegation = Handed over: { $name }
history-change-delegation = Changed what was handed over: { $name }
history-remove-delegation = Took back what was handed over: { $name }
history-add-pair = Kept why one item stands above another: { $name }
history-change-pair = Changed why one item stands above another: { $name }
history-remove-pair = Took away why one item stands above another: { $name }
history-add-sprint = Added Sprint { NUMBER($number, useGrouping: 0) }
history-change-sprint = Changed Sprint { NUMBER($number, useGrouping: 0) }
history-remove-sprint = Removed Sprint { NUMBER($number, useGrouping: 0) }
history-select = Selected { $count ->
    [one] one item
   *[other] { $count } items
} for Sprint { NUMBER($number, useGrouping: 0) }
history-unselect = Took { $count ->
    [one] one item
   *[other] { $count } items
} out of Sprint { NUMBER($number, useGrouping: 0) }
history-start-sprint = Started Sprint { NUMBER($number, useGrouping: 0) }
history-end-sprint = Ended Sprint { NUMBER($number, useGrouping: 0) }
history-leftover = Said why “{ $title }” is not Done in Sprint { NUMBER($number, useGrouping: 0) }
history-plan-review = Planned the Review of Sprint { NUMBER($number, useGrouping: 0) }
history-change-review = Changed the Review of Sprint { NUMBER($number, useGrouping: 0) }
history-evidence = Kept the evidence that “{ $title }” is Done
history-add-example = Added an example: { $name }
history-change-example = Changed an example: { $name }
history-remove-example = Took away an example: { $name }
history-add-said-back = Kept what was said back: { $name }
history-change-said-back = Changed what was said back: { $name }
history-remove-said-back = Took away what was said back: { $name }
history-add-misunderstanding = Noted a misunderstanding: { $name }
history-change-misunderstanding = Changed a misunderstanding: { $name }
history-remove-misunderstanding = Took away a misunderstanding: { $name }
history-import = Imported { $file }: { $added } new, { $updated } changed
history-import-throughput = Imported the throughput of { $file }, { $first } to { $last }
field-title = the title
field-kind = the kind
field-state = the state
field-size = the size
field-part-of = what it is part of
field-goal = the goal it serves
field-slice = the slice
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

past-empty = Nothing stood in the order at the end of that day.

# Order ledger
command-ledger = Order ledger
ledger-back = Back to the order
ledger-sprint = Since the last Sprint ended
ledger-moved = Moved on this day
ledger-moves = { $count ->
    [one] { $count } move
   *[other] { $count } moves
}
ledger-still = Nothing was moved on this day.
ledger-since = What changed since then
since-added = New in the order: { $count }
since-done = Done: { $count }
since-declined = Not doing: { $count }
since-moves = Moved: { $count }
since-more = Show { $count } more
text-whole = Show all of it
text-less = Show less


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
nothing-found = Nothing fits.

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
command-decisions = Go to Decisions
command-inbox = Go to the Inbox

# Commands of the order
command-up = Row up
command-down = Row down
command-page-up = Fifteen rows up
command-page-down = Fifteen rows down
command-first = First row
command-last = Last row
command-select = Select
command-select-up = Extend the selection up
command-select-down = Extend the selection down
command-select-all = Select all
command-move-up = Move one place up
command-move-down = Move one place down
command-line-up = Move above the next date line
command-line-down = Move below the next date line
command-move = Move to a place or a date…
command-filter = Filter
command-escape = Close or clear
command-new-item = New item
command-open = Open the item
command-rename = Change the title
command-wants = Wanted by…
command-part-of = Part of…
command-state = Status…
command-kind = Kind…
command-size = Size…
command-labels = Labels…
command-split = Split this item…
command-merge = Merge the selected items…
command-finish = Done
command-decline = Not doing…
command-into-sprint = Select for a Sprint…
command-pair = Why one over the other…
command-delete = Delete

# Goal strip
goal-product-goal = Product Goal
goal-none = There is no Product Goal yet. It says what the order is for.
strip-goal-set = Set a Product Goal
strip-goal-change = Change the Product Goal
strip-sprint = Show this Sprint
goal-sprint-day = Sprint { $number }, day { $day } of { $days }
goal-sprint = Sprint { $number }
goal-no-sprint-goal = No Sprint Goal yet
goal-way = { $percent }% of the way
goal-start = { $value } at the start
goal-start-on = { $value } at the start, { $date }
goal-target = target { $value }
goal-target-by = target { $value } by { $date }

# Views and filter
views-label = Views
view-all = Whole order
view-sprint = This Sprint
view-conversation = Needs conversation
view-save = Save as view
view-name = Name of the view
view-more = The view { $name }
view-rename = Rename…
view-remove = Remove this view
filter-label = Filter
filter-hint = Filter, such as kind:story wants:maria size:>3
filter-count = { $count } of { $all }
new-item = New item

# List
list-label = Product Backlog
list-hidden = { $count } hidden by the filter
list-done = { $now ->
    [one] { $now } item
   *[other] { $now } items
  } Done in this Sprint, { $before } before
list-done-all = { $count ->
    [one] { $count } item
   *[other] { $count } items
  } Done
list-more = Show earlier ones
list-end = End of the order. { $count ->
    [one] { $count } item
   *[other] { $count } items
  }.
list-end-by = End of the order. { $count ->
    [one] { $count } item, finished
   *[other] { $count } items, all finished
  } by { $date } with { $percent }% likelihood.
reopen = Take back into the order
col-order = Order
col-item = Item
col-part-of = Part of
col-wanted-by = Wanted by
col-size = Size
col-marks = V U
col-marks-title = Value and urgency
col-day = { $percent }% by
col-state = Status
col-kind = Kind
col-labels = Labels
axis-today = Today, { $date }
line-sprint = Sprint Review
line-name = { $name }, { $date }
line-likely = { $percent }% likely
line-above = above this line
line-nothing = nothing is { $percent }% likely by then
line-label = { $name }, { $date }: { $count ->
    [one] { $count } item
   *[other] { $count } items
  } { $percent }% likely above this line
line-none = { $name }, { $date }: nothing is { $percent }% likely by then
row-marks = value { $value } of 4, urgency { $urgency } of 4
row-wanted-by = wanted by { $names }
row-date = { $percent }% by { $date }
row-no-date = no date
row-bar = 50%: { $middle } · { $percent }%: { $said }
row-select = Select
row-beyond = after { $date } ›
row-middle = 50% { $date }
row-later = +{ $days } d
row-sooner = −{ $days } d
none = –
people-more = { $names } and { $count } more
item-title = Title
item-size = Size
add-label = Title of the new item
add-hint = What can someone do once it is Done? Paste a list to add many
empty-title = Nothing is in the Product Backlog yet
empty-gives = Here stands what might be done next, most valuable first. Every place in the order gets a date as soon as something was finished.
empty-import = Import a file
nothing-title = No item fits this filter
nothing-gives = { $count ->
    [one] { $count } item is
   *[other] { $count } items are
  } in the order.
nothing-clear = Show the whole order
no-forecast = No dates yet.
no-forecast-why = Dates come from how much was finished in the weeks before.
no-forecast-import = Import a history
thin = thin history

# States
status-idea = Idea
status-needs-conversation = Needs conversation
status-ready = Ready
status-in-sprint = In Sprint
status-in-sprint-number = In Sprint { $number }
status-done = Done
status-not-doing = Not doing

# Drag and reasons
drag-count = { $count } items
drag-items = { $count ->
    [one] { $count } item
   *[other] { $count } items
  }
drag-was-here = was here
drag-was-here-by = was here, { $percent }% by { $date }
drag-no-date = no date
drag-moves = Moves { $what } from { $from } to { $to }
drag-ranks = Moves { $what } from place { $from } to { $to }
drag-pushes = Pushes { $items } later by { $days ->
    [0] less than a day
    [one] ~{ $days } day
   *[other] ~{ $days } days
  }
drag-pulls = Brings { $items } forward by { $days ->
    [0] less than a day
    [one] ~{ $days } day
   *[other] ~{ $days } days
  }
drag-slips = { $what } { $count ->
    [0] slips
   *[other] and { $count } more slip
  } past “{ $name }”
drag-drops = Drops { $what } below the line “{ $line }”
drag-rises = Raises { $what } above the line “{ $line }”
drag-more-items = { $first } and { $count } more
drag-into-sprint = Sprint { $number } is under way. Agree it with the Developers.
drag-out-of-sprint = Leaves Sprint { $number }, which is under way. Agree it with the Developers.
drag-between = Lands between { $above } and { $below }
drag-hidden = the hidden { $position }
drag-serves = Serves
drag-delays = Delays
drag-more-people = and { $count } more
drag-let-go = Let go to place it at { $position }
drag-same = Where it was
drag-puts-back = puts it back
why-here = Why here?
why-hint = Why here? Enter keeps it, Esc leaves it empty
why-give = Say why
why-earlier = { $count ->
    [0] {""}
    [one] { $count } earlier move
   *[other] { $count } earlier moves
  }
why-moved = Moved { $from } → { $to }.
why-never-moved = Never moved since it was added.
why-serves = Serves { $names }.
why-delays = Delays { $names }.

# Several items
bulk-label = Selected items
bulk-count = { $count } selected
bulk-move = Move to
bulk-wants = Wanted by
bulk-part-of = Part of
bulk-state = Status
bulk-done = Done
bulk-merge = Merge { $count } items…
bulk-delete = Delete { $count ->
    [one] { $count } item
   *[other] { $count } items
  }
bulk-clear = Clear the selection
more = More

# Questions
ask-move = Move { $what } to
ask-move-hint = 7, top, by 15 Jan, before LW-12
ask-wants = Who wants { $what }?
ask-wants-hint = Name
ask-part-of = What is { $what } part of?
ask-part-of-hint = Key or title
ask-state = Where does { $what } stand?
ask-state-hint = Status
ask-kind = What kind is { $what }?
ask-kind-hint = story, bug, spike, chore or any own word
ask-size = How big is { $what }?
ask-size-hint = A number, as the Developers gave it
ask-labels = Labels of { $what }
ask-labels-hint = Label
ask-decline = Why not { $what }?
ask-decline-hint = Reason; when to look again, such as: too few ask; 1 Mar
ask-sprint = Select { $what } for which Sprint?
ask-sprint-hint = Number of the Sprint
ask-merge = Which one stays when { $what } are merged?
ask-merge-hint = Key or title; the others go into it
move-top = Top
move-bottom = Bottom
move-to-position = To place { $position }
move-by = By { $date }
move-by-line = By { $name }
move-before = Before { $title }
move-after = After { $title }
wants-new = Add { $name } as a stakeholder
part-of-none = Part of nothing
part-of-nothing = Nothing
wanted-by-nobody = Nobody yet
labels-none = None
wants-add = Add somebody who wants it
want-strength = How strongly { $name } wants it
want-wish = wish
want-strong = strong
want-must = must
want-why = Why { $name } wants it
want-need = Which need of { $name } it answers
want-no-need = No need named yet
want-remove = { $name } no longer wants it
size-none = No size
decline-do = Not doing { $count ->
    [one] it
   *[other] { $count } items
  }
decline-again = look again { $date }

# Splitting
split-title = Split “{ $title }”
split-purpose = The first title keeps this item, its card and its place. The others follow it, for the same people.
split-titles = One title a line
split-needs-two = Write at least two titles.
split-do = { $count ->
    [0] Split
    [one] Split
   *[other] Split into { $count } items
  }

# Panel
panel-label = Item details
panel-at = at { $position } of { $count }
panel-copy-link = Copy link
panel-copy-key = Copy key
panel-history = Show its history
panel-forecast = Forecast
panel-no-forecast = No dates yet
panel-by = { $percent }% by { $date }
panel-far = { $percent }%: not forecastable
panel-card = Card
panel-confirmation = Confirmation
examples = Examples
examples-none = No example yet. With one, everybody confirms the same thing.
example = Rule or example
example-example = Given a full shelf, when Ines reserves, then the branch is listed last.
example-add = Add example
example-change = Change example
said-back = Said back
said-back-purpose = What the Developers understood, in their words. After the Review it is compared with what was built.
said-back-none = Nothing was said back yet.
said-back-text = What they understood
said-back-example = The reader picks a branch, and a full one can’t be picked.
said-back-who = Who said it
said-back-day = On
said-back-add = Add what was said back
said-back-change = Change what was said back
evidence = Definition of Done
evidence-met = { $met } of { $all } confirmed
evidence-none = No point of the Definition of Done was kept for this item.
evidence-add = Add a point
evidence-add-hint = Enter adds it as confirmed.
evidence-url = Where it can be tried
evidence-try = Try it
draft-refused = Not saved yet.
draft-discard = Discard
copied = Copied { $text }
copy-failed = The clipboard did not take it. It is { $text }
card-body = Card
card-body-hint = Who wants to do what, and why?
lenses = Lenses
lens-need = Customer need
lens-business = Business objective
lens-feasibility = Feasibility
lens-urgency = Urgency
lens-risk = Risk
claimed-title = Value, as it is claimed
claimed-low = At least
claimed-high = At most
claimed-sure = Sure in %
claimed-unreadable = Write a number, such as 20.
claimed-sure-wrong = Write a number from 0 to 100.
lens-note = { $lens }: why
lens-note-hint = Why?
mark-of = { $label }: { $mark } of 4
links = Links
links-none = No link yet
link-add = Add link
link-url = https://…
link-title = What it shows
link-remove = Remove link
risks = Risks
risks-none = No risk named yet
risk-add = Add risk
risk-text = What may go wrong?
risk-percent = Likely in %
risk-likely = { $percent }% likely
risk-remove = Remove risk
parts = Parts
notes = Notes
notes-hint = Own notes


## Decisions and the inbox

# Parts
item-at = at { $position }
item-gone = no longer in the backlog
item-left = an item that left the order
item-none = No item
item-pick-hint = Title or key
result-missing = Write a few words first.

# Decisions screen
decisions-title = Decisions
decisions-purpose = what was decided, what to look at again, what is not done
decisions-waiting = { $count ->
    [one] { $count } waits for a look
   *[other] { $count } wait for a look
}
decisions-decided = Decided
decisions-order = A second look at the order
decisions-not-doing = Not doing
decisions-log = Decisions
decisions-due = { $count ->
    [one] { $count } to look at again
   *[other] { $count } to look at again
}
decisions-empty = No decision is kept yet. One that is says later what was known, what was expected, and what came of it.
decision-add = Keep a decision
decision-change = Save the decision
decision-title = What it is about
decision-title-example = Which reminder to build first
decision-decided = What was decided
decision-context = What made it necessary
decision-options = What could have been decided instead
decision-effect = What is expected of it
decision-day = Day
decision-look-again = Look again on
decision-outcome = What came of it
decision-outcome-example = What came of it?
decision-outcome-keep = Keep what came of it
decision-again = look again { $day }
decision-expected = Expected:
decision-came = Came of it:
decision-why = Why, and what else there was
decision-instead = Instead:
delegations = Handed over
delegations-open = { $count } open
delegations-empty = Nothing is handed over. Who writes or finds out what by when stands here; the Product Owner answers for it all the same.
delegation-add = Hand something over
delegation-change = Save
delegation-what = What is to be done
delegation-what-example = Ask the supplier about the interface
delegation-who = Who
delegation-by = By
delegation-item = For which item
delegation-result = What came of it
delegation-result-example = What came of it?
delegation-done-on = Done on
delegation-done-keep = Done, with its result
delegation-done = done { $day }
delegation-overdue = overdue since { $day }
delegation-until = by { $day }
scores-title = Second opinion
scores-never = never sorts by itself
scores-value = Value by size
scores-delay = Cost of delay by size
scores-empty = No open item has both a size and the marks for this score.
scores-gives = With them it says here where a score and the order disagree. The order stays yours.
scores-say = { $count ->
    [one] { $count } item is scored
   *[other] { $count } items are scored
}; { $apart ->
    [0] the score would put each where it stands.
    [one] { $apart } stands elsewhere than the score would put it.
   *[other] { $apart } stand elsewhere than the score would put them.
}
scores-score = Score
scores-order = In order
scores-place = By score
scores-higher = higher,
scores-lower = lower,
scores-all = Show all { $count }
risks-early = Risks early
risks-early-why = those that come late first
risks-early-empty = No open item has a risk.
risks-early-gives = A risk of an item that comes late is met late. Risks are noted on the card of an item.
risks-early-risk = What may go wrong
risks-early-likely = Likely
risks-early-by = { $percent }% by
pairs = Why one over the other
pairs-hint = Select two items in the Backlog and press O.
pairs-empty = No two items are compared yet. A reason that is kept answers the question the next time it comes.
pair-name = { $above } over { $below }
pair-title = Why one over the other
pair-purpose = What stands higher comes first; say why.
pair-over = over
pair-why = Why
pair-why-example = Twelve of twenty readers asked for it; the other can wait
pair-keep = Keep the reason
pair-change = Save the reason
pair-left = one has left the order
pair-holds = the order still says so
pair-turned = the order says the opposite now
declined = Not doing
declined-again = { $count ->
    [one] { $count } to look at again
   *[other] { $count } to look at again
}
declined-empty = Nothing is declined. What is not done on purpose stands here with its reason, and answers when it is asked for again.
declined-since = since { $day }
declined-no-reason = No reason was given.
declined-revisit = Look again { $day }.
declined-if = Look again when this is known:
declined-back = Take back into the order
decline-reason = Why not
decline-reason-example = Too few ask for it
decline-revisit = Look again on
decline-assumption = Or when this is known
decline-assumption-none = No assumption
decline-change = Save
assumptions = Assumptions
assumptions-empty = Nothing is assumed yet. What is taken for true until it is tested stands here.
assumption-add = Add an assumption
assumption-change = Save the assumption
assumption-text = What is taken for true
assumption-example = Teachers plan three weeks ahead
assumption-state = What came of “{ $text }”
assumption-untested = not tested
assumption-holds = holds
assumption-fails = does not hold
assumption-on = known since { $day }
learnings = Learnt
learnings-empty = Nothing is noted yet. What was learnt stands here, with the assumption it speaks about.
learning-add = Note what was learnt
learning-change = Save
learning-text = What was learnt
learning-example = Nine of twelve collect near their work
learning-day = Day
learning-assumption = About which assumption
learning-assumption-none = None
learning-about = about:

# Similar items
similar = This resembles “{ $title }”, which is not done.
similar-why = This resembles “{ $title }”, which is not done: { $reason }
similar-look = Look

# Inbox
inbox-title = Inbox
inbox-purpose = what people said, until it is something
inbox-capture = Note what was said
inbox-capture-purpose = A few words are enough; what to make of it is decided later.
inbox-capture-keys = Enter keeps it
inbox-change-title = Change the note
inbox-keep = Keep the note
inbox-text = What was said
inbox-text-example = The reminder comes a day too late
inbox-who = By whom
inbox-nobody = Nobody named
inbox-day = Day
inbox-waiting = Waiting: { $count }
inbox-to-tell = Not told yet: { $count }
inbox-done = Dealt with: { $count }
inbox-empty = The inbox is empty.
inbox-empty-gives = What people say lands here in seconds, from any screen by the key I. Later it becomes an item, a need, an assumption, a learning, or is declined with a reason, and the person can be told.
inbox-note = Note
inbox-what = What is it?
inbox-up = Note above
inbox-down = Note below
inbox-to-item = New item
inbox-to-known = Item that is there
inbox-to-need = Need
inbox-to-assumption = Assumption
inbox-to-learning = Learning
inbox-to-not-doing = Not doing
inbox-change = Change the note…
inbox-remove = Remove the note
inbox-make-item = Add the item
inbox-make-known = Add to that item
inbox-make-need = Keep the need
inbox-make-assumption = Keep the assumption
inbox-make-learning = Keep what was learnt
inbox-make-not-doing = Decline it
inbox-is-item = item
inbox-is-need = need
inbox-is-assumption = assumption
inbox-is-learning = learnt
inbox-is-not-doing = not doing
inbox-known = Which item
inbox-known-missing = Choose the item it belongs to.
inbox-in-short = In short
inbox-place = Place
inbox-strength = How strongly
inbox-tell = Tell { $name }
inbox-words = What to tell
inbox-copy = Copy
inbox-copied = Copied. It can be sent now.
inbox-told = Told today
inbox-told-on = Told on { $day }.

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
measure-baseline-start = At the start
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
bring-sprints = Sprints
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
bring-bringing = The items are being brought in
bring-stop = Stop; nothing changes
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
bring-field-sprint-start = First day of the Sprint
bring-field-sprint-end = Last day of the Sprint
bring-field-created = Day it was created
bring-field-started = Day work started
bring-field-done = Day it was Done
bring-field-updated = Day of the last change
bring-field-state-changed = Day of the last state
bring-field-ignore = Left out

# Palette and keys
palette-title = Search or run a command
palette-example = Search items, or type > for commands
palette-what = What to do with it
palette-items = Items
palette-commands = Commands
palette-people = People
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

# Goal
goal-title = Product Goal
goal-purpose = Where the product is going next, in one sentence.
goal-set = Set this goal
goal-change = Change the goal
goal-measure = How it is measured
goal-readings = What was measured
goal-value = Value { $unit }
goal-day = On
goal-add-reading = Add reading
goal-no-readings = Nothing was measured yet.
goal-end = When it is over
goal-reason = Why
goal-reason-example = 70% reached at all 11 branches
goal-fulfil = Fulfilled
goal-abandon = Abandon
goal-next = Next goals
goal-make-current = Make it current
goal-past = Goals before
goal-fulfilled = fulfilled
goal-abandoned = abandoned

# Product menu and settings
menu-title = Products
menu-products = Products
menu-new = New product…
menu-open = Open a product file…
menu-sample = Look around the sample
menu-export-csv = Export the order as CSV…
menu-export-json = Export everything as JSON…
menu-export-copy = Save a copy of the product…
export-title-json = Everything as JSON
export-title-copy = A copy of the product
export-purpose = It comes back into Cairn as it is. This is what goes out:
export-items = The order of { $open ->
        [one] one item
       *[other] { $open } items
    }, { $done } Done ones and { $declined } that are not being done, with all texts
export-people = { $people ->
        [one] One person
       *[other] { $people } people
    } with { $needs ->
        [one] one need
       *[other] { $needs } needs
    }, wants, talks and questions
export-kept = { $kept ->
        [one] One kept forecast
       *[other] { $kept } kept forecasts
    } with whom they were told, { $decisions ->
        [one] one decision
       *[other] { $decisions } decisions
    }
export-history = The whole history with its reasons
export-private-out = Not the private notes about people
export-private-in = The private notes about people too
export-private-tick = With the private notes about people, this once
export-choose = Choose a place…
export-written = { $count ->
    [one] { $count } item written to { $file }
   *[other] { $count } items written to { $file }
}
menu-documents = Documents
document-goal = Product Goal on one page
document-backlog-developers = Backlog for the Developers
document-backlog-stakeholders = Backlog for stakeholders
document-backlog-customers = Backlog for customers
document-decisions = Decision record
document-forecast = Forecast on one page
document-person = Write this page
document-for = For
document-for-anybody = anybody
document-purpose = This is what goes out:
document-private-tick = With private notes, this once
document-format = Written as
document-format-pdf-slides = PDF, wide pages
document-format-pdf-a4 = PDF, A4
document-format-pdf-letter = PDF, Letter
document-format-html = HTML, one file
document-format-markdown = Markdown
document-format-slides = PowerPoint
document-writing = Writing…
document-written = Written to { $file }
settings-title = Settings
settings-general = Product
settings-dates = Dates and closed days
settings-sprints = Sprints
settings-people = Stakeholders
settings-backups = Backups
settings-name = Name of the product
settings-prefix = Key of its items
settings-prefix-hint = As in { $prefix }-224
settings-percentile = Dates are said at
settings-percentile-hint = A date said so is later 1 time in { $odds }.
settings-likely = { $value }% likely
settings-nothing = Nothing was finished until
settings-nothing-hint = Say it when a quiet time is real, so that forecasts count it.
settings-nothing-example = No quiet time
settings-working-days = Working days
settings-week-start = A week starts on
settings-definition = Definition of Done
settings-definition-example = Reviewed, tested on a phone, described in the help
weekday-monday = Monday
weekday-tuesday = Tuesday
weekday-wednesday = Wednesday
weekday-thursday = Thursday
weekday-friday = Friday
weekday-saturday = Saturday
weekday-sunday = Sunday
rows-change = Change { $name }
rows-remove = Remove { $name }
day-missing = Give a day.
day-range = { $first } to { $last }
first-day = First day
last-day = Last day
dates-title = Dates someone waits for
dates-hint = Each one is a line across the order: what stands above it is likely to be done by then.
dates-empty = No date has a name yet.
dates-add = Add date
dates-change = Change date
dates-name = What happens
dates-name-example = Board meeting
dates-day = On
closed-title = Closed days
closed-hint = Nobody works then; forecasts step over them.
closed-empty = No days are closed.
closed-known = All days of { $file } were closed already.
closed-import = Days of a calendar file…
closed-add = Add closed days
closed-name = Why
closed-name-example = Christmas
sprint-number = Sprint { $number }
sprints-undated = days not known
sprints-empty = There are no Sprints yet.
sprints-add = Add Sprint
sprints-change = Change Sprint
sprints-number = Number
sprints-number-wrong = A whole number from 1.
sprints-goal = Sprint Goal
sprints-goal-example = A reader always knows where a hold stands.
sprints-running = running
sprints-empty-gives = A Sprint has a goal, days and the items selected for it. From them come the chance that all is Done by its end, and the pack of its Review.
sprints-all = All Sprints
sprints-up = Sprint above
sprints-down = Sprint below
sprints-counts = { $selected ->
        [0] Nothing selected
       *[other] { $done } of { $selected } Done
    }{ $unselected ->
        [0] {""}
       *[other] , { $unselected } more Done
    }
sprints-goal-met = Goal { $met }
sprints-ended = ended { $day }
sprints-undated-gives = When its days are known, it says how likely its items are Done by its end.
sprints-forecast = Selected
sprints-forecast-counts = { $done } of { $count } Done
sprints-chance = { $chance } likely
sprints-late = selected { $day }, after the start
sprints-none-selected = Nothing is selected yet.
sprints-unselected = Done without being selected
sprints-say = Say why “{ $title }” is not Done
sprints-why = Why “{ $title }” is not Done
sprints-why-hint = Why it is not Done
sprints-next = What happens now with “{ $title }”
sprints-next-hint = What happens now
sprints-met = Sprint Goal met
sprints-select = Select items
sprints-select-title = Select items for Sprint { NUMBER($number, useGrouping: 0) }
sprints-select-purpose = Each tick is kept at once. The chance counts what is selected, in its order.
sprints-select-close = Close
sprints-selected = { $count ->
    [0] Nothing is selected.
    [one] One item is selected.
   *[other] { $count } items are selected.
}
sprints-find = Find items
sprints-find-none = No open item holds these words.
sprints-unselect = Take “{ $title }” out of the Sprint
sprints-start = Start Sprint
sprints-end = End Sprint
sprints-end-title = End Sprint { NUMBER($number, useGrouping: 0) }
sprints-end-purpose = What became of it is what its Review tells.
sprints-end-none-left = Nothing that was selected is left open.
sprints-end-do = End Sprint { NUMBER($number, useGrouping: 0) }
sprints-becomes = What becomes of it
sprints-fate-returned = Back into the order
sprints-fate-carried = Into the next Sprint
sprints-fate-not-doing = Not doing
sprints-more = More for Sprint { NUMBER($number, useGrouping: 0) }
sprints-remove = Remove Sprint
people-hint = Who waits for something. The order shows what each of them gets, and when.
people-empty = Nobody is named yet.
people-add = Add stakeholder
people-change = Change stakeholder
people-name = Name
people-role = Role
people-role-example = Head of branch services
people-group = Group
people-group-example = Library staff

bring-guessed = No column is known to hold titles, so the first one was taken. Choose “Title” for another one, or take the file as a throughput history.

# Backups
backup-none = There are no backups of this product yet.
backup-items = { $count ->
        [one] { $count } item
       *[other] { $count } items
    }
backup-size = { NUMBER($kilobytes, useGrouping: "false") } KB
backup-before-migration = before an update of Cairn
backup-before-import = before an import
backup-before-deletion = before many items were deleted
backup-before-restore = before a restore
backup-unsound = changed since it was made
backup-list = Backups, newest first
backup-restore = Restore
backup-restore-of = Restore the backup of { $moment }
backup-restored = Restored the backup of { $moment }; what was there before is kept
backup-last = The last backup was made on { $moment }.
backup-checked = The whole file was checked on { $day } and is sound.
backup-checked-damaged = The check of { $day } found damage: restore a backup made before.
backup-hint = Restoring backs up what is there now first, so it can itself be taken back.

# Recovery
recovery-title = “{ $name }” did not open
recovery-safe = { $count ->
        [0] There is no backup of it that can be restored.
        [one] One backup of it is safe. Nothing is lost by trying: a file that is replaced is kept aside.
       *[other] { $count } backups of it are safe. Nothing is lost by trying: a file that is replaced is kept aside.
    }
recovery-restore = Restore the newest backup
recovery-restore-gives = { $moment }, { $items }
recovery-others = All { $count } backups
recovery-export = Export what can be read
recovery-export-gives = { $count ->
        [one] { $count } item can still be read; it is written as CSV.
       *[other] { $count } items can still be read; they are written as CSV.
    }
recovery-file = Choose another file
recovery-file-gives = A product or an export that lies elsewhere.
recovery-open = Open { $name }
recovery-leave = Begin another way


## Forecast screen

fc-title = Forecast
fc-alerts = { $count ->
    [one] { $count } forecast that was told no longer holds
   *[other] { $count } forecasts that were told no longer hold
  }
fc-command-backlog = Go to the Backlog
fc-command-forecast = Go to the Forecast
fc-command-items = When will it be done?
fc-keep = Keep this forecast
fc-copy = Copy the sentence
fc-copied = Copied the sentence
fc-answer = The answer
fc-question = The question
fc-when = When will
fc-when-end = be done?
fc-about = What it is about
fc-about-hint = Title, key, or how many from the top
fc-how-many = How much by
fc-how-many-day = The day up to which is asked how much
fc-how-many-end = ?
fc-day-hint = 15 Jan, fri, 2027-01-15
fc-needed = Someone needs it by
fc-needed-day = The day someone needs it by
fc-needed-none = a day
fc-needed-clear = Nobody needs it by a day
fc-likely = { $likelihood } likely
fc-gone = What is no longer there
fc-parts = has parts
fc-place = { $position } in the order
fc-selected = selected on the Backlog
fc-goal = Product Goal
fc-slice = slice
fc-as-table = Show as table

# How sure
fc-how-sure-when = How sure, by when
fc-how-sure-much = How sure, how much
fc-col-sure = Likely
fc-col-by = By
fc-col-items = Items
fc-col-after = After the even chance
fc-col-often = How often it is not so
fc-too-late = in over two years
fc-days-after = +{ $days } d
fc-often-later = { $percent ->
    [50] a coin toss
    [70] 3 in 10 later
    [85] 1 in 7 later
   *[95] 1 in 20 later
  }
fc-often-fewer = { $percent ->
    [50] a coin toss
    [70] 3 in 10 fewer
    [85] 1 in 7 fewer
   *[95] 1 in 20 fewer
  }
fc-at-least = at least { $items }
fc-down-to = down to “{ $title }”
fc-replay = If the coming weeks replay the past
fc-recommended = By the recommended method
fc-who = Who gets what by then
fc-col-person = Person
fc-col-later = later

# Assumptions
fc-assumptions = Assumptions
fc-assumptions-hint = change one, the answer moves
fc-put-back = Put back
fc-put-back-of = Put back: { $what }
fc-put-all-back = Put all back
fc-remove = Take away { $name }
fc-from = From
fc-to = To
fc-changes = { $count } changes
fc-window = Throughput
fc-window-hint = { $low } to { $high } a week
fc-window-even = { $count } a week
fc-window-weeks = Weeks it learns from
fc-weeks = weeks
fc-growth = Scope growth
fc-growth-hint = items found on the way
fc-growth-none = none
fc-growth-range = a range
fc-growth-history = as in the past
fc-splitting = Splitting
fc-splitting-hint = what one item becomes
fc-splitting-none = none
fc-splitting-range = a range
fc-working = Working days
fc-days-none = none
fc-days-span = { $first } to { $last }
fc-closed = Closed days
fc-closed-hint = known: { $days }
fc-closed-more = { $count ->
    [0] no more
   *[other] { $count } more
  }
fc-closed-add = Close more days
fc-team = Team
fc-team-hint = today’s is 100%
fc-team-none = no change
fc-team-change = { $people }% from { $day }
fc-team-add = Change the team
fc-team-people = Of today’s team
fc-team-from = From
fc-risks = Risks
fc-risks-hint = what may add items
fc-risks-some = { $count ->
    [0] none
   *[other] { $count }
  }
fc-risks-add = Name a risk
fc-risk = What may happen
fc-risk-new = A risk
fc-risk-example = The supplier changes the interface
fc-risk-likely = Likely
fc-risk-low = Items from
fc-risk-high = to
fc-start = Start
fc-start-today = today
fc-start-earliest = Earliest
fc-start-latest = Latest
fc-in-progress = In progress
fc-in-progress-hint = { $count ->
    [one] { $count } item
   *[other] { $count } items
  }
fc-in-progress-whole = still whole
fc-in-progress-half = half done
fc-in-progress-finished = as good as done
fc-method = Method
fc-method-default = recommended
fc-method-replay = replay the past
number-unreadable-most = Write a whole number from 0 to { $most }.
fc-number-unreadable = Write a whole number.

# No forecast
fc-empty = Nothing is in the order yet
fc-empty-add = Add what might be done next: every place in the order gets a date as soon as something was finished.
fc-no-history = What gives dates
fc-no-history-import = Bring in the items of another tool with the days they were finished, or a file with one count for each day or week.
fc-no-history-finish = Or mark items Done as they are finished: the first complete week gives dates.
fc-import = Import a file…
fc-to-backlog = Go to the Backlog

# Kept forecasts
fc-keep-purpose = It is scored when its day comes, so that it shows how often what you say comes true.
fc-told = Told to
fc-told-nobody = Nobody yet
fc-words = In these words
fc-history = Forecast history
fc-history-count = { $count } kept
fc-history-empty = No forecast was kept yet.
fc-history-gives = Keep what you tell someone. When the day comes it stands here whether it held, and until then whether it still does.
fc-history-all = Show all { $count }
fc-history-few = Show fewer
fc-col-said-on = Said on
fc-col-question = Question
fc-col-happened = Happened
fc-col-held = Came true
fc-col-came-true = Came true
fc-col-paced = As many were done
fc-items = { $count ->
    [one] { $count } item
   *[other] { $count } items
  }
fc-void = void
fc-open = open
fc-held = came true
fc-missed = did not come true
fc-backtest = On your own past
fc-backtest-purpose = What each method would have called 85% likely, week after week of your history, and how often it held.
fc-backtest-run = Try both methods
fc-backtest-running = Trying both methods
fc-backtest-stop = Stop
fc-backtest-ahead = Weeks ahead
fc-backtest-weeks = { $weeks }
fc-backtest-default = Recommended
fc-backtest-replay = Replay of the past
fc-backtest-held = { $held } of { $count }
fc-backtest-learnt = Each forecast learnt from { $weeks } weeks.
fc-backtest-overlap = Forecasts that overlap in time are not independent.
fc-backtest-short = The history is too short: more than { $weeks } complete weeks are needed.
fc-came-true = Did they come true?
fc-said-on = Said on { $day }
fc-paced-hint = “As many were done” counts items whichever they were, so a change of the order does not speak against the pace.
fc-ended = What became of it
fc-ended-open = It is open: it ends by itself when the items are Done or the day comes.
fc-ended-on = Done on { $day }.
fc-ended-items = { $count ->
    [one] { $count } item was done by then.
   *[other] { $count } items were done by then.
  }
fc-ended-void = Not scored: { $reason }
fc-ended-day = Done on
fc-ended-count = Items done by then
fc-ended-say = Say so
fc-void-reason = Or why it can’t be scored
fc-void-example = The question was dropped
fc-void-do = Leave it unscored
fc-ended-back = Leave it to the done dates
fc-ask-again = Ask it again


## Stakeholders screen

sh-title = Stakeholders
sh-command-go = Go to Stakeholders
sh-command-change = Change the person…
sh-command-merge = Merge with somebody…
sh-command-print = Print the page of the person…
sh-command-back = Back to all stakeholders
sh-nav-overdue = { $count ->
    [one] one contact is overdue
   *[other] { $count } contacts are overdue
}
sh-count = { $people ->
    [one] one person
   *[other] { $people } people
}{ $groups ->
    [0] {""}
    [one] {" "}in one group
   *[other] {" "}in { $groups } groups
}
sh-views = Views
sh-view-map = Map
sh-view-needs = Needs
sh-view-contacts = Contacts
sh-log = Log a contact
sh-add = Add person
sh-add-purpose = A person or a group that wants something from the product, or can stop it.
sh-empty = Nobody is named yet. Here stand the people and groups who want something from the product.
sh-empty-gives = With them Cairn shows whose needs the order serves, whom to talk to next, and what to ask.
sh-show-all = Show all { $count }

# Map
sh-map = Power and interest
sh-map-hint = drag, or arrow keys
sh-map-help = Power and interest. Drag a person, or press the arrow keys: they move it by two of a hundred. With Shift the wished place moves. Enter opens the page of the person.
sh-map-empty = Nobody has a place yet. Drag a person here: the more power, the higher; the more interest, the further to the right.
sh-map-moved = { $name }: power { $power }, interest { $interest }, { $quadrant }
sh-map-wished = { $name }, wished: power { $power }, interest { $interest }, { $quadrant }
sh-bubble = { $name }, { $attitude }, power { $power }, interest { $interest }, { $quadrant }, { $wants ->
    [0] wants nothing
    [one] wants one item
   *[other] wants { $wants } items
}
sh-bubble-title = { $name } · { $role } · { $wants ->
    [0] wants nothing
    [one] wants one item
   *[other] wants { $wants } items
}
sh-attitude-supports = supports
sh-attitude-neutral = neutral
sh-attitude-sceptical = sceptical
sh-wished = wished shift
sh-quadrant-satisfied = Keep satisfied
sh-quadrant-close = Work closely with
sh-quadrant-watch = Watch
sh-quadrant-informed = Keep informed
sh-power = Power
sh-interest = Interest
sh-wished-power = Wished power
sh-wished-interest = Wished interest
sh-of-100 = of 100
sh-power-much = much power
sh-power-little = little power
sh-interest-much = much interest in the product
sh-interest-little = little interest
sh-unplaced = { $count ->
    [one] One without a place
   *[other] { $count } without a place
}
sh-place = Place { $name } on the map
sh-place-hint = Power and interest place a person on the map; both can be dragged there, too.

# People as a list
sh-contact = Contact
sh-everybody = Everybody
sh-overdue = { $count } overdue
sh-soon = { $count } within a week
sh-overdue-one = overdue:
sh-col-person = Person
sh-col-attitude = Attitude
sh-col-place = Place
sh-col-wished = Wished
sh-col-wants = Wants
sh-col-cadence = Talk every
sh-col-last = Last contact
sh-col-due = Next due
sh-not-placed = not placed
sh-wish = power { $power }, interest { $interest }
sh-cadence = Talk every
sh-cadence-unit = days
sh-cadence-days = { $days ->
    [one] day
   *[other] { $days } days
}
sh-days-ago = { NUMBER($days, useGrouping: 0) } d

# Whom the order serves
sh-served = Whose needs does the order serve?
sh-served-soon = { $percent }% by { $day }
sh-served-next = by { $day }
sh-served-later = later
sh-served-planned = in the order
sh-served-not-planned = not planned
sh-served-part = { $name }: { $count }
sh-served-first = next: { $day }
sh-served-no-date = no date yet
sh-served-nothing = nothing planned
sh-served-done = { $count ->
    [one] one Done
   *[other] { $count } Done
}
sh-served-empty = Nobody wants an item yet.
sh-served-gives = Say on an item who wants it: then stands here what each person gets, and by when.

# Needs that compete
sh-competing = Competing needs
sh-competing-hint = wanted items that fight for the same place
sh-competing-empty = No two wanted items fight for the same place.
sh-or = or
sh-and = and
sh-conflict = Conflict
sh-conflicts = Recorded conflicts
sh-conflict-new = Record a conflict
sh-conflict-record = Record the conflict
sh-conflict-record-of = Record the conflict of { $first } and { $second }
sh-conflict-open = Open the record
sh-conflict-open-of = Open the record of { $first } and { $second }
sh-conflict-purpose = What each side asks for, what it is needed for, and what was decided. You decide the order; this keeps why.
sh-conflict-first = One side
sh-conflict-second = The other side
sh-conflict-item = About the item
sh-conflict-no-item = No item
sh-conflict-position = Position
sh-conflict-position-hint = What the person asks for.
sh-conflict-interest = Interest
sh-conflict-interest-hint = What it is needed for.
sh-conflict-options = What could be done
sh-conflict-decision = What was decided
sh-conflict-decision-hint = Empty while it is open.
sh-conflict-follow-up = Follow-up
sh-conflict-follow-up-on = By
sh-conflict-day = Noted on
sh-conflict-keep = Change the record
sh-conflict-remove = Remove the record
sh-conflict-decided = decided
sh-conflict-undecided = open
sh-conflict-follow = follow-up { $day }
sh-conflict-with = With
sh-day-example = 15 Jan

# Needs
sh-needs = Needs
sh-needs-empty = No need is noted yet. A need says what somebody wants to reach, whatever item answers it.
sh-needs-unanswered = { $count ->
    [one] No item answers one of these needs.
   *[other] No item answers { $count } of these needs.
}
sh-need-add = Add a need
sh-need-change = Change the need
sh-need-whose = Whose
sh-need-text = What is needed
sh-need-example = To see what is waiting for me
sh-need-strength = How strongly
sh-need-why = Why
sh-need-goal = Business goal
sh-need-no-goal = None
sh-need-items = Items that answer it
sh-need-link = Link an item
sh-need-link-hint = Title or key
sh-need-wanted = wanted already
sh-need-unlink = “{ $title }” no longer answers it
sh-need-unanswered = No item answers it.
sh-item-by = { $percent }% by { $day }
sh-goals = Business goals
sh-goals-hint = What the business is after. A need that belongs to one shows why it is worth serving.
sh-goals-empty = No business goal is noted yet.
sh-goal-add = Add a business goal
sh-goal-change = Change the business goal
sh-goal-sentence = The goal in one line
sh-goal-example = Fewer calls at the desk
sh-goal-needs = { $count ->
    [0] no need
    [one] one need
   *[other] { $count } needs
}

# Contacts
sh-contact-who = With whom
sh-contact-day = When
sh-contact-text = What was said
sh-contact-again = Talk again on
sh-contact-usual = Empty: { $day }, as the rhythm says.
sh-contact-change = Change the contact
sh-contact-change-of = Change the contact of { $day }
sh-contact-remove = Remove the contact
sh-contact-remove-of = Remove the contact of { $day }
sh-contact-agreed = Agreed to talk again on { $day }

# Page of a person
sh-menu = More about { $name }
sh-show-wants = Show what is wanted in the order
sh-remove = Remove from stakeholders
sh-ask = Ask next
sh-last-talked = Last talked on { $day }, { $days ->
    [0] today
    [one] yesterday
   *[other] { NUMBER($days, useGrouping: 0) } days ago
}.
sh-never-talked = No contact is logged yet.
sh-due = {" "}Next: { $day }.
sh-due-past = {" "}It was due on { $day }.
sh-wants = Wants
sh-wants-count = { $count ->
    [0] {""}
    [one] one item
   *[other] { $count } items
}
sh-wants-empty = No item is wanted yet.
sh-col-rank = Place
sh-no-date = no date
sh-and-more = And { $count } more.
sh-promised = What was promised
sh-promised-empty = No kept forecast was told to this person.
sh-promise-holds = still holds
sh-promise-moved = has moved
sh-promise-happened = Done
sh-promise-counted = settled
sh-promise-void = void
sh-promise-said = { $day }:
sh-changed = Changed since { $day }
sh-changed-never = Changed since the last contact
sh-changed-nothing = Nothing that this person wants has changed.
sh-changed-log = Log a contact: then stands here what changed after it.
sh-questions = Open questions
sh-questions-empty = No question is open.
sh-question-add = Add a question
sh-question-change = Keep
sh-question = Question
sh-answer = Answer
sh-answer-hint = With an answer it is no longer open.
sh-waiting = Waiting for an answer
sh-waiting-hint = notes from this person
sh-copy = Copy the line
sh-copy-of = Copy the line for the note of { $day }
sh-copied = The line is copied.
sh-not-copied = The line could not be copied. Select it and copy it by hand.
sh-told = Told today
sh-told-of = Told today about the note of { $day }
sh-contacts = Contacts
sh-contacts-empty = No contact is logged yet.
sh-note = Private note
sh-note-hint = only here, never exported unasked
sh-note-show = Show the private note
sh-note-hide = Hide it
sh-print = Print
sh-print-purpose = The page of the person on one sheet.
sh-print-note = Print the private note too, this once

# Erasing a person
sh-command-erase = Erase this person…
sh-erase = Erase { $name } for good?
sh-erase-purpose = This is the one thing in Cairn that can't be undone.
sh-erase-goes = The person goes, with needs, wants, contacts, questions, notes and what was promised.
sh-erase-history = The history keeps its steps, without the name.
sh-erase-stays = Items stay. Those whose own texts mention the name are listed afterwards.
sh-erase-do = Erase for good
sh-erased = The person is erased
sh-erased-all = Nothing in this product mentions the name any more.
sh-erased-mentions = These items still mention the name in their own texts
sh-erased-backups = These backups were made before and still hold the person
sh-erased-backups-go = They are replaced by newer ones in time. A copy that you keep elsewhere stays as it is.

# Merging people
sh-merge = Merge with { $name }
sh-merge-purpose = Wants, needs, contacts and promises of those you choose go over to { $name }. One step, which can be undone.
sh-merge-whom = Who is the same person
sh-merge-hint = Name, role or group
sh-merge-do = { $count ->
    [0] Merge
    [one] Merge one person
   *[other] Merge { $count } people
}

## Reviews screen

rv-title = Reviews
rv-nav = next on { $day }
rv-command-go = Go to Reviews
rv-command-sprints = Show the Sprints
rv-command-pack = Show the Review pack
rv-command-after = Show what follows after the Review
rv-views = Views
rv-view-sprints = Sprints
rv-view-pack = Review pack
rv-view-after = After the Review
rv-of = The Review of
rv-of-hint = Find a Sprint
rv-no-sprint = There is no Sprint yet. Here stands what you show at its Review.
rv-no-sprint-gives = With a Sprint, its days and its goal, Cairn makes the pack: what is Done, what is not and why, the forecast, and what you ask each stakeholder.
rv-to-sprints = Add a Sprint

# Review pack
rv-command-present = Present the Review
rv-command-edit = Edit the text on the page
rv-command-next = Next page
rv-command-previous = Previous page
rv-command-print = Print the Review…
rv-command-plan = Say when the Review is…
rv-command-export = Write the Review pack…
rv-plan = When and where
rv-plan-none = Say when it is
rv-plan-day = Day
rv-plan-day-hint = Without a day it is the last day of the Sprint.
rv-plan-time = Time
rv-plan-time-example = 14:00
rv-plan-minutes = Length
rv-plan-minutes-unit = min
rv-plan-place = Place
rv-plan-place-example = Hebden branch and call
rv-plan-keep = Keep
rv-export = Write the pack
rv-export-pdf = PDF
rv-export-slides = PowerPoint
rv-export-html = HTML
rv-export-markdown = Markdown
rv-present = Present
rv-outline = Sections
rv-in-pack = “{ $name }” is in the pack
rv-off = off
rv-drag = Drag, or Alt ↑ and Alt ↓ on the name
rv-drag-order = Drag to set the order of showing.
rv-section-add = Add a section
rv-section-title = Heading
rv-section-text = Text, in Markdown
rv-section-remove = Remove this section
rv-note = For you
rv-note-hint = Seen here only. It leaves when private notes are ticked.
rv-met = How the Sprint Goal ended
rv-by-of = Who shows “{ $title }”
rv-minutes-of = Minutes for “{ $title }”
rv-evidence = Evidence
rv-evidence-of = Evidence that “{ $title }” is Done
rv-evidence-none = No Definition of Done was kept when this became Done.
rv-evidence-url = Where it can be tried
rv-evidence-url-example = https://try.example.org
rv-done-none = What is finished in this Sprint stands here, in the order of showing.
rv-left-none = Nothing that was selected is left.
rv-left-why = Why
rv-question-add = Add a question
rv-question-who = For whom
rv-question-nobody = Choose a person
rv-question-needs-person = Choose whom you ask.
rv-question-text = Question
rv-wanted-add = Add a decision
rv-wanted-title = What has to be decided
rv-wanted-options = What could be done
rv-pages = Pages
rv-page = Page { $at } of { $pages }: { $name }
rv-short-goal = Goal
rv-short-done = Done
rv-short-notDone = Not Done
rv-short-progress = Progress
rv-short-order = Order
rv-short-forecast = Forecast
rv-short-next = Next
rv-short-wanted = Wanted
rv-short-questions = Questions
rv-short-decisions = Decisions
rv-page-part = { $name } { $part }/{ $parts }
rv-keys-pages = pages
rv-keys-edit = edit the text on the page
rv-keys-presenting = While presenting: F feedback, B blank, ↑ ↓ an item, Esc ends
rv-editing = Enter keeps, Tab goes on, Esc leaves. An empty text says what data say again.
rv-edit-text = Text on the page
rv-hand = Written by hand. Data say: “{ $data }”
rv-hand-moved = Data say now: “{ $data }”
rv-hand-take = Take it over
rv-hand-take-of = Take over “{ $data }”
rv-no-pages = The pack has no page. Tick a section that has something to say.
rv-print = One printed page
rv-print-purpose = Printed as it stands here.
rv-print-paper = Paper
rv-print-a4 = A4
rv-print-letter = Letter
rv-print-do = Print
rv-print-pages = { $pages ->
    [one] One page
   *[other] { $pages } pages
}
rv-blank = The screen is blank. Any key brings the page back.
rv-feedback = Feedback
rv-feedback-who = Who says it?
rv-feedback-nobody = Nobody named
rv-feedback-unknown = Nobody is called “{ $typed }”.
rv-feedback-says = { $name } says
rv-feedback-about = About “{ $title }”
rv-feedback-keep = Enter keeps it, Esc leaves
rv-feedback-kept = Kept: { $text }


## Command line

cli-error-no-product = No product is named, and none was opened last in the window. Nothing was changed.
cli-error-no-product-hint = Name one with --product FILE, or make one with init.
cli-error-no-such-day = There is no day { $day }. Nothing was changed.
cli-error-day = “{ $value }” is no day. Nothing was changed.
cli-error-day-hint = Write it as 2026-03-04.
cli-error-state = “{ $state }” is no state. Nothing was changed.
cli-error-state-hint = There are idea, needs_conversation, ready, in_sprint, done and not_doing.
cli-error-person = There is no stakeholder “{ $name }” in this product. Nothing was changed.
cli-error-person-hint = The verb stakeholder lists who there is, with numbers.
cli-error-goal = There is no goal “{ $goal }” in this product. Nothing was changed.
cli-error-no-goal = This product has no current Product Goal. Nothing was changed.
cli-error-slice = There is no slice “{ $name }” in this product. Nothing was changed.
cli-error-slice-hint = The verb slice lists, names and renames them.
cli-error-filter-empty = No open item passes the filter “{ $filter }”. Nothing was changed.
cli-error-svg = { $path } does not end in .svg. Nothing was written.
cli-error-chart-exists = { $path } exists already. It was not touched.
cli-error-chart-exists-hint = Choose another name, or write over it with --force.
cli-error-field = There is no field { $field }. Nothing was changed.
cli-error-field-hint = There are title, kind, state, size, part_of, goal, slice, labels, body, notes, need, business, feasibility, urgency, need_note, business_note, feasibility_note, external_id, url, done_on, risk and value.
cli-error-value-hint = Write it as value=10..20@70: from, to, and how sure in percent.
cli-error-person-several = “{ $name }” may be { $people }. Nothing was changed.
cli-error-person-several-hint = Say the number instead.
cli-error-number = “{ $value }” is no number. Nothing was changed.
cli-error-number-hint = The list tells the number of each.
cli-error-word = “{ $value }” is none of { $known }. Nothing was changed.
cli-error-record-field = There is no field { $field } here. Nothing was changed.
cli-error-record-field-hint = There are { $known }.
cli-error-field-missing = The field { $field } is missing. Nothing was changed.
cli-error-field-missing-hint = Say { $field }=VALUE.
cli-error-field-twice = The field { $field } is said twice. Nothing was changed.
cli-error-done-on-empty = A Done item keeps its finish date. Nothing was changed.
cli-error-done-on-empty-hint = Take it back into the order with state=ready.
cli-error-ending = { $path } has no ending that says what to write. Nothing was written.
cli-error-ending-hint = Endings are .csv, .json and .cairn.
cli-error-is-throughput = { $file } holds no items with titles, but a history of finished items. Nothing was changed.
cli-error-is-throughput-hint = Bring it in with import --throughput, or ask forecast --throughput and backtest --throughput.
cli-import-no-title-hint = Name the column of titles with --map "COLUMN=title".
cli-import-bad-delimiter-hint = Choose a comma, a semicolon, a tab or a bar with --delimiter.
cli-import-sqlite-hint = A Cairn product is used with --product FILE; other tools' items come in as CSV.
cli-day-shape = a day is written as 2026-03-04
cli-working-shape = working days are written as mon-fri or mon,tue,thu
cli-range-shape = a range is written as 5..20
cli-team-shape = a change of the team is written as 2026-03-02=150
cli-risk-shape = a risk is written as "New law=30:5..12"
cli-size-shape = a size is written as 720x400, each side 100 to 10000
cli-pair-shape = there is no = between name and value
cli-delimiter = a delimiter is one character
cli-now = CAIRN_NOW is no moment: { $text }
cli-init-needs-name = a new product needs --name NAME or --product FILE
cli-move-needs-place = say where to: --to N, --before ITEM, --after ITEM, --top, --bottom or --by DATE
cli-nothing-changed = Nothing had to change.
cli-made = Made { $name }: { $path }
cli-added = { $step }: { $key } { $position ->
        [none] without a place in the order
       *[other] at place { $position }
    }
cli-made-number = { $step }: number { NUMBER($number, useGrouping: 0) }
cli-resembles = It resembles “{ $title }” ({ $key }), which is not done on purpose.
cli-resembles-why = It resembles “{ $title }” ({ $key }), which is not done on purpose: { $reason }
cli-because = because { $reason }
cli-serves = serves { $names }
cli-delays = delays { $names }
cli-no-history = Nothing was done yet.
cli-no-items = No items.
cli-position = #
cli-key = Key
cli-title = Title
cli-state = State
cli-at = The backlog at the end of { $day }
cli-since = { $count ->
        [0] Nothing was done since.
        [one] One step since; history tells which.
        [200] 200 steps or more since; history tells which.
       *[other] { $count } steps since; history tells which.
    }
cli-imported = Imported { $file } ({ $format }, { $encoding }): { $added } new, { $updated } changed, { $unchanged } unchanged; { $done } Done with a date{ $sprints ->
        [0] {""}
        [one] ; one Sprint
       *[other] ; { $sprints } Sprints
    }.
cli-would-import = { $file } ({ $format }, { $encoding }) would bring { $added } new, { $updated } changed, { $unchanged } unchanged; { $done } Done with a date{ $sprints ->
        [0] {""}
        [one] ; one Sprint
       *[other] ; { $sprints } Sprints
    }. Nothing was changed.
cli-would-import-throughput = { $file } would bring { $finished } finished items from { $first } to { $last }. Nothing was changed.
cli-written = Wrote { $file }: { $items ->
        [one] { $items } item
       *[other] { $items } items
    }.
cli-restored = Restored { $name }: { $items ->
        [one] { $items } item
       *[other] { $items } items
    }. What was there before is kept among the backups or in quarantine.
cli-restore-hint = The verb backups lists what there is, restore puts one back; what is there now is kept.
cli-error-backup-unknown-hint = The verb backups lists what there is.
cli-sound = sound
cli-not-sound = The check found:
cli-item-done = “{ $title }” is Done since { $day }.
cli-item-done-undated = “{ $title }” is Done.
cli-item-not-doing = “{ $title }” is not being done, so it has no date.
cli-item-parts-done = Everything that is part of “{ $title }” is Done or not being done.
cli-forecast-nothing-asked = Ask how many items with --items N, or by when with --by DATE.
cli-when = { $items ->
        [one] { $items } item
       *[other] { $items } items
    } by
cli-how-many = items by { $day }, at least
cli-as-of = As of
cli-weeks = Weeks
cli-actual = Actual
cli-backtest-held = { $count } forecasts; at least so many came: 50% { $p50 }, 70% { $p70 }, 85% { $p85 }, 95% { $p95 }.
cli-backtest-scores = Each level holds in about as many percent of the cases where the method is right; a lower loss is better.
cli-method = Method
cli-method-default = default
cli-method-replay = replay
cli-forecasts = Forecasts
cli-pinball = Loss
cli-holidays = { $added ->
    [0] No day was closed
    [one] Closed the days of one holiday
   *[other] Closed the days of { $added } holidays
}{ $known ->
    [0] {""}
    [one] ; one was closed already
   *[other] ; { $known } were closed already
}.
cli-slice-items = { $open } open, { $done } Done
cli-no-slices = There are no slices yet.
cli-drawn = Drew { $title }: { $file }
cli-no-kept = No forecast was kept yet.
cli-id = Id
cli-day = Said on
cli-about = About
cli-kept-open = open
cli-kept-happened = Done { $day }
cli-kept-counted = { $items ->
    [one] { $items } item was Done
   *[other] { $items } items were Done
}
cli-kept-void = void: { $reason }
cli-kept-items = at least { $items }
cli-kept-held = { $said } held
cli-kept-missed = { $said } missed
cli-said = Said
cli-came-true = Came true
cli-interval = 80% interval
cli-out-of = { $hits } of { $count }
cli-backtest-too-short = The history is too short for one forecast and its outcome.
cli-never-due = nothing of this kind is ever due
cli-no-records = { $due ->
    [true] Nothing is due.
   *[false] There is nothing yet.
}
cli-person = Person
cli-person-needs = Needs
cli-person-wants = Wants
cli-person-changed = Since you last talked
cli-person-promised = Was told
cli-person-questions = Open questions
cli-person-feedback = Notes to answer
cli-person-conflicts = Conflicts
cli-person-contacts = Conversations
cli-person-ask = Ask
cli-person-note = Private note
cli-no-wants = Nobody wants anything yet.
cli-later = Later
cli-not-planned = Not planned
cli-done = Done
cli-first = First
cli-claim = { $person } waits for { $key } “{ $title }” at place { NUMBER($position, useGrouping: 0) }.
cli-conflict-noted = Noted as conflict { NUMBER($number, useGrouping: 0) }.
cli-since-day = Since the end of { $day }
cli-since-added = New in the order
cli-since-done = Done
cli-since-declined = Not done on purpose
cli-since-moves = Moved
cli-since-nothing = Nothing moved, came or went.
cli-no-reasons = No move of it stands, and no pair is kept.
cli-declined-on = Since
cli-reason = Reason
cli-revisit = Look again
cli-score-value = Value by size
cli-score-delay = Cost of delay by size
cli-no-scores = Nothing can be scored: sizes, values and marks are missing.
cli-by-order = By order
cli-by-score = By score
cli-score = Score
cli-no-risks = No open item has a risk.
cli-risk = Risk
cli-likely = Likely

# Sprints and Reviews
after-follow-up = To do next
after-follow-up-none = Nothing is left to do after this Review.
after-feedback = Said at the Review
after-feedback-none = No note was taken at this Review.
after-to-note = Open in the inbox
after-comparison = Understood and built
after-comparison-purpose = Built as it was meant: nothing to keep. Else say where the two parted.
after-comparison-none = No Done item of this Sprint has a line that was said back.
after-understood = { $who }, { $day }:
after-developers = Developers
after-differs = Not as meant
after-log = Misunderstandings
after-log-empty = No misunderstanding was kept. A log of them shows where the talk fails.
after-log-add = Add misunderstanding
after-log-change = Change misunderstanding
after-intended = Intended
after-built = Built
after-cause = Where the two parted
after-cause-example = No example of a full shelf
after-noticed = Noticed on
after-causes = What it came from
after-times = { $count } ×
sprint-chance = { $count ->
    [one] The one open item is { $chance } likely to be Done by { $day }.
   *[other] All { $count } open items are { $chance } likely to be Done by { $day }.
}
error-no-sprint = There is no Sprint { $number } in this product. Nothing was changed.
error-no-sprint-hint = The verb sprint lists the Sprints there are.
review-title = Sprint { NUMBER($number, useGrouping: 0) } Review
review-full-date = { $weekday ->
    [1] Mon
    [2] Tue
    [3] Wed
    [4] Thu
    [5] Fri
    [6] Sat
   *[7] Sun
} { $day } { $year }
review-sprint-goal = Sprint Goal
review-no-sprint-goal = This Sprint had no Sprint Goal.
review-name-goal = Sprint Goal
review-name-done = Done, in order of showing
review-name-not-done = Not Done, and why
review-name-progress = Product Goal progress
review-name-order = Changes of the order
review-name-forecast = Forecast change
review-name-next = Likely next
review-name-wanted = Decisions wanted
review-name-questions = Questions per stakeholder
review-name-decisions = Decisions since last Review
review-title-done = What is Done
review-title-not-done = What is not Done, and why
review-title-progress = How far to the Product Goal
review-title-order = What changed in the order, and why
review-title-forecast = What changed in the forecast
review-title-next = What is likely next
review-title-wanted = What we want decided
review-title-questions = What we ask you
review-title-decisions = What was decided since the last Review
review-text-empty = This section has no text yet.
review-met-reached = reached
review-met-partly = reached in part
review-met-missed = not reached
review-met-open = not said yet
review-met-missing = Say whether the Sprint Goal was met.
review-goal-missing = This Sprint has no Sprint Goal.
review-counted = { $done ->
    [0] No item is Done
    [one] One item is Done
   *[other] { $done } items are Done
}{ $left ->
    [0] .
    [one] , one is not.
   *[other] , { $left } are not.
}
review-items = { $count ->
    [0] none
    [one] 1 item
   *[other] { $count } items
}
review-done-said = { $count ->
    [0] none
    [one] 1 item
   *[other] { $count } items
}{ $minutes ->
    [0] {""}
   *[other] , { $minutes } min
}
review-done-none = Nothing was finished in this Sprint.
review-done-lead = { $minutes ->
    [one] In the order we show it, 1 minute
   *[other] In the order we show it, { $minutes } minutes
}
review-done-lead-untimed = In the order we show it
review-done-untimed = { $count ->
    [one] One item has no minutes yet.
   *[other] { $count } items have no minutes yet.
}
review-evidence = Definition of Done: { $met } of { $all } confirmed
review-unselected = not in the Sprint forecast
review-try = try it
review-minutes = { $minutes } min
review-left-none = Everything that was selected is Done.
review-left-unknown = It is not known what was selected for this Sprint.
review-left-unexplained = { $count ->
    [one] One item has no reason yet.
   *[other] { $count } items have no reason yet.
}
review-left-no-reason = No reason is given yet.
review-left-next = What happens now
review-left-forecast = Forecast
review-fate-returned = It went back into the order.
review-fate-carried = It goes on in the next Sprint.
review-fate-not-doing = It will not be done.
review-fate-open = It stays in the order.
review-none = none
review-no-goal = There is no Product Goal yet.
review-goal-unmeasured = The Product Goal has no measured value yet.
review-goal-old = The last value was measured on { $day }, before this Sprint.
review-from-to = { $from } to { $to }
review-order-said = { $moves ->
    [0] no move
    [one] 1 move
   *[other] { $moves } moves
}
review-order-lead = Since { $day }: { $moves ->
    [one] 1 move
   *[other] { $moves } moves
}, { $added } new, { $declined } not doing
review-more = And { $count } more.
review-progress-brief = from { $baseline }, target { $target }
review-no-forecast = There is no forecast: nothing open, or no history.
review-forecast-then = { $day }, last Review
review-forecast-today = Today
review-forecast-lead = { $name }, from 50% to { $percent }% likely
review-causes = What moved the date
review-cause-throughput = Items finished, and the pace they showed
review-cause-scope = Items added and removed
review-cause-order = Changes of the order
review-cause-calendar = Working days and closed days
review-not-moved = not moved
review-later = { $days ->
    [one] 1 day later
   *[other] { $days } days later
}
review-earlier = { $days ->
    [one] 1 day earlier
   *[other] { $days } days earlier
}
review-next-none = The order is empty.
review-next-lead = In today's order; the order is yours to argue with
review-decisions-said = { $count ->
    [0] none
    [one] 1 decision
   *[other] { $count } decisions
}
review-questions-said = { $count } of { $people }
review-questions-missing = No question yet for { $names }
review-private = Private notes
review-column-place = No.
review-column-item = Item
review-column-for = For
review-column-by = Shown by
review-column-time = Time
review-column-why = Why
review-column-move = Move
review-column-serves = Serves
review-column-cause = Cause
review-column-moved = Moved
review-column-decision = Decision
review-column-options = Options
review-column-who = Who
review-column-question = Question
review-column-note = Note
review-column-day = Day
review-column-about = About
review-column-decided = Decided
list-and = { $first } and { $last }
list-and-more = { $first } and { $count } more
follow-up-triage = Decide what becomes of the note “{ $text }”
follow-up-triage-of = Decide what becomes of the note of { $name }: “{ $text }”
follow-up-reply = Tell { $name } what became of “{ $text }”
follow-up-question = Get an answer of { $name }: { $text }
follow-up-decision = Decide: { $text }
follow-up-left = Say what happens with “{ $text }”, which is not Done
follow-up-left-next = { $text }
goes-out-sections = { $count ->
    [one] One section
   *[other] { $count } sections
} with titles of items, dates and texts
goes-out-people = { $count ->
    [one] The name of one person: { $names }
   *[other] The names of { $count } people: { $names }
}
goes-out-no-notes = Private notes stay here
goes-out-notes = Private notes go along: about { $people ->
    [one] one person
   *[other] { $people } people
}, and { $notes } for the one who presents, which only PowerPoint has
goes-out-goal = The Product Goal with its measured values and forecast
goes-out-forecast = The answer with its chart and what it assumes
goes-out-person = Needs, wanted items with dates, what was told and said
goes-out-backlog-developers = Every open item with its open questions and examples; no names
goes-out-backlog-stakeholders = Every open item with dates
goes-out-backlog-customers = Titles of what comes, without names, dates or numbers
goes-out-decisions = Every decision that was taken, with context and options
document-unshown = { $count ->
    [one] One letter is
   *[other] { $count } letters are
} □ in the PDF, as its typeface lacks them: { $letters }. The other formats keep them.
error-document-left-out = This Cairn was built without PDF and PowerPoint. Nothing was written.
error-document-left-out-hint = HTML and Markdown can be written; for the others use the whole Cairn.
error-document = The document could not be set: { $detail }. Nothing was written, and the product is as it was.
error-document-hint = Another format may do. Please tell us which text it was.
error-no-goal = There is no current Product Goal to write down. Nothing was written.
error-no-decisions = No decision was taken yet, so there is nothing to write down. Nothing was written.

# Other documents
report-goal = Product Goal
report-goal-target = Target
report-goal-by = { $value } by { $day }
report-goal-no-measure = No measure yet
report-goal-next = After it
report-forecast = Forecast
report-forecast-title = Forecast: { $name }
report-how-much = How much by a day
report-for = For { $name }
report-likely = Likely
report-answer = Answer
report-levels = How likely which answer is
report-at-least = at least { $count } items
report-person-ask = To ask
report-person-needs = Needs
report-person-wants = Wanted items
report-person-promised = What was told
report-person-changed = Changed since you last talked
report-person-questions = Open questions
report-person-contacts = Conversations
report-need = Need
report-need-items = Items
report-done = Done
report-not-doing = not doing
report-said = Told
report-now = Today
report-talked = What was said
report-backlog = Product Backlog
report-backlog-developers = Product Backlog for the Developers
report-backlog-stakeholders = What comes when, and whose need it is
report-backlog-customers = What comes
report-key = Key
report-kind = Kind
report-state = State
report-example = Example: { $text }
report-question = Open question: { $text }
report-in-work = In work now
report-soon = Next
report-later = Later
report-decisions = Decisions
report-decided = { $title } ({ $day })
report-context = Context
report-effect = Expected effect
report-outcome = What came of it
report-look-again = Look again

# Sprints, Reviews and documents in the terminal
cli-sprint = Sprint { NUMBER($number, useGrouping: 0) }
cli-sprint-unselected = Done without being selected: { $keys }
cli-fate-returned = went back
cli-fate-carried = carried on
cli-fate-not-doing = not doing
cli-confirmed = confirmed
cli-unconfirmed = open
cli-nothing-to-follow = Nothing waits after this Review.
cli-error-no-sprint = This product has no Sprint. Nothing was written.
cli-error-no-sprint-hint = Add one: cairn sprint add 1 first=2026-01-05 last=2026-01-16
cli-error-document-exists = There is a file { $path } already. Nothing was written.
cli-error-document-exists-hint = Choose another name, or say --force to write over it.
cli-error-document-ending = { $path } names no kind of document. Nothing was written.
cli-error-document-ending-hint = Let it end in .pdf, .html, .md or .pptx.
cli-error-paper = Only a PDF has a paper size, and { $path } is none. Nothing was written.
cli-error-paper-hint = Leave out --paper, or let the file end in .pdf.
