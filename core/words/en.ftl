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


## History


## Backlog screen


## First run, import preview, navigation


## Command line


