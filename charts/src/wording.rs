//! What a chart has to say, in no language: the caller turns each phrase into words.

use chrono::NaiveDate;

/// Says a phrase in the language of the reader.
pub type Wording<'a> = dyn Fn(Phrase<'_>) -> String + 'a;

/// Something a chart says beside its marks or in its table.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Phrase<'a> {
    /// A day in short form: "28 Jan".
    Day(NaiveDate),
    /// A month, named by its first day, with its year where the year begins: "Feb", "Jan 2027".
    Month { first: NaiveDate, year: bool },
    /// A number on an axis or in the table.
    Number(f64),
    /// A whole percentage: "85%".
    Percent(u8),
    /// The word at today's line.
    Today,
    /// The day something should be reached by: "by 26 Mar".
    By(NaiveDate),
    /// What a value at the start is called in a table.
    Baseline,
    /// What a value to be reached is called in a table.
    Target,
    /// The name of an axis that counts finished items.
    ItemsDone,
    /// The name of an axis that counts items.
    Items,
    /// The name of an axis that counts days.
    Days,
    /// The name of the axis of what came true.
    CameTrue,
    /// The name of the axis of what had been said, in percent.
    Said,
    /// A band of a fan, by its two percentages: "30–70%".
    Band { from: u8, to: u8 },
    /// At least so many items, at a percentage: "85%: 15 or more".
    AtLeast { percent: u8, items: u32 },
    /// The median of the weeks in the window.
    Median(f64),
    /// The running week's items up to now.
    SoFar(u32),
    /// How many weeks the window has.
    Window { weeks: usize },
    /// So many of the newest weeks in a row lie on one side of the median.
    Shift { weeks: usize, above: bool },
    /// So many days or fewer took this percentage of the items: "85% 9 d".
    Within { percent: u8, days: u32 },
    /// A band of the flow with its newest count: "ready 15".
    Named { name: &'a str, items: u32 },
    /// So many of these forecasts came true: "20 of 23".
    OutOf { came_true: u32, forecasts: u32 },
    /// A range of percentages, in percent: "75–94%".
    Interval { from: f64, to: f64 },
    /// Whether a week is in the window.
    InWindow(bool),
    /// The heading of a column of the table.
    Column(Column),
}

/// A heading of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    /// A day.
    Day,
    /// The first day of a week.
    Week,
    /// The day an item was finished.
    FinishedOn,
    /// Items done up to that day.
    ItemsDone,
    /// Items done at least up to that day, at a percentage.
    AtLeast(u8),
    /// Items.
    Items,
    /// Whether the week is in the window.
    InWindow,
    /// An item, by its key.
    Item,
    /// Days an item took or has taken.
    Days,
    /// A stage of the work.
    Stage,
    /// The percentage that had been said.
    Said,
    /// How many came true.
    CameTrue,
    /// The 80% interval of what came true.
    Interval,
    /// A measured value.
    Value,
    /// What a row is about.
    Note,
    /// When a forecast was told.
    ToldOn,
    /// What a forecast says.
    Forecast,
}
