//! Forecasts and the backtest, of a product or of a throughput history.

use crate::answer::{Answer, Column, NOTHING, Stop, Told, plain, table};
use crate::args;
use crate::desk::Desk;
use crate::items::places;
use cairn_core::backlog::{Item, State};
use cairn_core::forecast::{
    self as core, Assumptions, Calendar, History, LEVELS, Levels, Outlook, SURE, Span,
};
use cairn_core::words::{say, tell};
use cairn_core::{Product, Result};
use cairn_exchange::Throughput;
use cairn_host::exchange;
use chrono::NaiveDate;
use serde::Serialize;
use std::path::Path;

/// A forecast in JSON.
#[derive(Debug, Serialize)]
struct Forecast {
    method: &'static str,
    as_of: NaiveDate,
    window: Window,
    fit: Option<Fit>,
    when: Option<When>,
    how_many: Option<HowMany>,
    likelihood: Option<f64>,
    sentence: String,
    notes: Vec<String>,
}

/// The weeks learnt from: their first days, items finished in each, and how much of an ordinary week
/// each was.
#[derive(Debug, Serialize)]
struct Window {
    weeks: Vec<NaiveDate>,
    counts: Vec<u32>,
    exposures: Vec<f64>,
}

#[derive(Debug, Serialize)]
struct Fit {
    m: f64,
    phi: f64,
    v: f64,
}

#[derive(Debug, Serialize)]
struct When {
    items: u32,
    #[serde(flatten)]
    days: Levels<Option<NaiveDate>>,
}

#[derive(Debug, Serialize)]
struct HowMany {
    by: NaiveDate,
    #[serde(flatten)]
    items: Levels<u32>,
}

/// What is asked about.
enum Question {
    /// So many items from the top.
    Items(u32),
    /// Nothing in particular: a history without a backlog.
    Nothing,
    /// An item that no date can be told for, with why.
    Settled(String),
}

/// `forecast`: when, how many and how likely.
pub fn forecast(desk: &Desk, arguments: args::Forecast) -> Told {
    let as_of = arguments.as_of.as_ref().map_or(Ok(desk.today()), args::Day::day)?;
    let by = arguments.by.as_ref().map(args::Day::day).transpose()?;
    let closed = arguments.closed.iter().map(args::Closed::span).collect::<Result<Vec<Span>>>()?;
    let method = arguments.how.method;
    let window_weeks = u32::from(arguments.window);
    let assumptions =
        Assumptions { method: method.of_core(), window_weeks, closed, ..Assumptions::default() };
    // A throughput history needs no product; one that is named gives its calendar and its backlog.
    let product = match (&arguments.throughput, &desk.named) {
        (Some(_), None) => None,
        _ => Some(desk.read()?),
    };
    let mut warnings = Vec::new();
    let outlook = match (&arguments.throughput, &product) {
        (Some(file), product) => {
            let calendar = product.as_ref().map(Product::calendar).unwrap_or_default();
            let (history, told) = history(desk, file, &calendar)?;
            warnings = told;
            Outlook::new(&history, &calendar, as_of, &assumptions)
        }
        (None, Some(product)) => product.outlook(as_of, &assumptions)?,
        (None, None) => return Err(Stop::Usage(say("cli-forecast-needs-source"))),
    };
    let question = question(&arguments, product.as_ref())?;
    let items = match &question {
        Question::Items(items) => Some(*items),
        Question::Nothing | Question::Settled(_) => None,
    };
    let sure = product.as_ref().map_or(SURE, |product| product.settings().percentile);
    let by_alone = by.is_some() && arguments.items.is_none() && arguments.item.is_none();
    let asked = core::Question { items: items.filter(|_| !by_alone), by, ..core::Question::default() };
    let answer = outlook.answer(&asked, sure);
    let sentence = match question {
        Question::Settled(why) => why,
        Question::Nothing if by.is_none() && outlook.fit.is_some() => say("cli-forecast-nothing-asked"),
        _ => answer.sentence,
    };
    let mut notes: Vec<String> = answer.notes.iter().map(|note| note.sentence(as_of)).collect();
    notes.extend(outlook.pace().and_then(|pace| pace.sentence()));
    notes.extend(warnings);
    let told = Forecast {
        method: method.word(),
        as_of,
        window: Window {
            weeks: answer.window.weeks,
            counts: answer.window.counts,
            exposures: answer.window.exposures,
        },
        fit: answer.fit.map(|fit| Fit { m: fit.m, phi: fit.phi, v: fit.v }),
        when: answer.when.map(|when| When { items: when.items, days: when.days }),
        how_many: answer.how_many.map(|many| HowMany { by: many.by, items: many.items }),
        likelihood: answer.likelihood,
        sentence,
        notes,
    };
    let text = text(&told, &outlook);
    Ok(Answer::new(&told, text))
}

fn question(arguments: &args::Forecast, product: Option<&Product>) -> Result<Question> {
    if let Some(items) = arguments.items {
        return Ok(Question::Items(items));
    }
    let Some(product) = product else { return Ok(Question::Nothing) };
    let every = product.filter_all("")?;
    let Some(name) = &arguments.item else {
        let open = every.iter().filter(|item| item.position.is_some()).count();
        return Ok(Question::Items(u32::try_from(open).unwrap_or(u32::MAX)));
    };
    let id = product.find(name)?;
    if let Some(place) = places(&every).get(&id) {
        return Ok(Question::Items(*place));
    }
    let item = every.iter().find(|item| item.id == id);
    Ok(Question::Settled(item.map(settled).unwrap_or_default()))
}

/// Why no date can be told for an item without a place.
fn settled(item: &Item) -> String {
    let title = plain(&item.title);
    match (item.state, item.done_on) {
        (State::Done, Some(day)) => {
            tell("cli-item-done", &[("title", title.into()), ("day", day.to_string().into())])
        }
        (State::Done, None) => tell("cli-item-done-undated", &[("title", title.into())]),
        (State::NotDoing, _) => tell("cli-item-not-doing", &[("title", title.into())]),
        _ => tell("cli-item-parts-done", &[("title", title.into())]),
    }
}

/// Reads a throughput history, with what has to be said beside it.
fn history(desk: &Desk, file: &Path, calendar: &Calendar) -> Result<(History, Vec<String>)> {
    let read: Throughput = exchange::read_throughput(file, desk.now)?;
    let told = read.skipped.into_iter().map(|row| row.reason).chain(read.warnings).collect();
    let history =
        if read.weekly { History::of_weeks(read.rows, calendar) } else { History::of_days(read.rows) };
    Ok((history, told))
}

/// The sentence first, then a small table and the notes.
fn text(told: &Forecast, outlook: &Outlook) -> String {
    let mut text = format!("{}\n", plain(&told.sentence));
    let mut header = vec![String::new()];
    header.extend(LEVELS.iter().map(|level| format!("{level}%")));
    let mut rows = vec![header];
    if let Some(when) = &told.when {
        let mut row = vec![tell("cli-when", &[("items", when.items.into())])];
        row.extend(
            values(when.days).map(|day| day.map_or(NOTHING.to_owned(), |day| outlook.shown(day).to_string())),
        );
        rows.push(row);
    }
    if let Some(many) = &told.how_many {
        let mut row = vec![tell("cli-how-many", &[("day", many.by.to_string().into())])];
        row.extend(values(many.items).map(|items| items.to_string()));
        rows.push(row);
    }
    if rows.len() > 1 {
        let columns = [Column::Left, Column::Right, Column::Right, Column::Right, Column::Right];
        text.push_str(&format!("\n{}", table(&columns, &rows)));
    }
    if !told.notes.is_empty() {
        let notes: Vec<String> = told.notes.iter().map(|note| plain(note)).collect();
        text.push_str(&format!("\n{}\n", notes.join("\n")));
    }
    text
}

fn values<T>(levels: Levels<T>) -> [T; 4] {
    [levels.p50, levels.p70, levels.p85, levels.p95]
}

/// A forecast of the past in JSON.
#[derive(Debug, Serialize)]
struct Row {
    as_of: NaiveDate,
    horizon_weeks: u16,
    at_least: AtLeast,
    actual: u32,
}

#[derive(Debug, Serialize)]
struct AtLeast {
    #[serde(rename = "50")]
    p50: u32,
    #[serde(rename = "70")]
    p70: u32,
    #[serde(rename = "85")]
    p85: u32,
    #[serde(rename = "95")]
    p95: u32,
}

/// `backtest`: what the method would have said over a past, and what came.
pub fn backtest(desk: &Desk, arguments: args::Backtest) -> Told {
    let calendar = Calendar::default();
    let (history, warnings) = history(desk, &arguments.throughput, &calendar)?;
    let rows = core::backtest(
        &history,
        &calendar,
        arguments.how.method.of_core(),
        usize::from(arguments.window),
        &arguments.horizons,
        usize::from(arguments.every),
    );
    let rows: Vec<Row> = rows
        .into_iter()
        .map(|row| {
            let [p50, p70, p85, p95] = values(row.at_least);
            Row {
                as_of: row.as_of,
                horizon_weeks: row.horizon_weeks,
                at_least: AtLeast { p50, p70, p85, p95 },
                actual: row.actual,
            }
        })
        .collect();
    let mut lines = vec![vec![
        say("cli-as-of"),
        say("cli-weeks"),
        "50%".into(),
        "70%".into(),
        "85%".into(),
        "95%".into(),
        say("cli-actual"),
    ]];
    for row in &rows {
        let AtLeast { p50, p70, p85, p95 } = row.at_least;
        let mut line = vec![row.as_of.to_string()];
        let numbers = [u32::from(row.horizon_weeks), p50, p70, p85, p95, row.actual];
        line.extend(numbers.map(|number| number.to_string()));
        lines.push(line);
    }
    let mut columns = vec![Column::Left];
    columns.extend([Column::Right; 6]);
    let mut text = if rows.is_empty() { String::new() } else { table(&columns, &lines) + "\n" };
    text.push_str(&held(&rows));
    for warning in warnings {
        text.push_str(&format!("\n{}", plain(&warning)));
    }
    text.push('\n');
    Ok(Answer::new(&rows, text))
}

/// How often each level held.
fn held(rows: &[Row]) -> String {
    if rows.is_empty() {
        return say("cli-backtest-too-short");
    }
    let share = |level: fn(&AtLeast) -> u32| {
        let held = rows.iter().filter(|row| row.actual >= level(&row.at_least)).count();
        format!("{:.0}%", 100.0 * held as f64 / rows.len() as f64)
    };
    tell(
        "cli-backtest-held",
        &[
            ("count", rows.len().into()),
            ("p50", share(|at| at.p50).into()),
            ("p70", share(|at| at.p70).into()),
            ("p85", share(|at| at.p85).into()),
            ("p95", share(|at| at.p95).into()),
        ],
    )
}
