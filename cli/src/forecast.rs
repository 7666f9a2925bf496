//! Forecasts, of a product or of a throughput history.

use crate::answer::{Answer, Column, NOTHING, Told, plain, table};
use crate::desk::Desk;
use crate::{args, charts};
use cairn_core::drawings::burn_up;
use cairn_core::forecast::{self as core, Assumptions, Calendar, History, LEVELS, Levels, Outlook, SURE};
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
    as_of: NaiveDate,
    window: Window,
    /// What it is about, in words.
    name: Option<String>,
    #[serde(flatten)]
    said: Said,
    #[serde(skip_serializing_if = "Option::is_none")]
    opinions: Option<Opinions>,
}

/// What one method says.
#[derive(Debug, Serialize)]
struct Said {
    method: &'static str,
    fit: Option<Fit>,
    when: Option<When>,
    how_many: Option<HowMany>,
    likelihood: Option<f64>,
    sentence: String,
    emphasis: Option<String>,
    detail: String,
    basis: String,
    notes: Vec<String>,
}

/// What both methods say, and how they differ.
#[derive(Debug, Serialize)]
struct Opinions {
    default: Said,
    replay: Said,
    difference: String,
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

impl Said {
    fn of(answer: core::Answer) -> Self {
        let as_of = answer.as_of;
        Self {
            method: method_word(answer.method),
            fit: answer.fit.map(|fit| Fit { m: fit.m, phi: fit.phi, v: fit.v }),
            when: answer.when.map(|when| When { items: when.items, days: when.days }),
            how_many: answer.how_many.map(|many| HowMany { by: many.by, items: many.items }),
            likelihood: answer.likelihood,
            sentence: answer.sentence,
            emphasis: answer.emphasis,
            detail: answer.detail,
            basis: answer.basis,
            notes: answer.notes.iter().map(|note| note.sentence(as_of)).collect(),
        }
    }
}

/// The word of a method in JSON.
pub fn method_word(method: core::Method) -> &'static str {
    match method {
        core::Method::Default => "default",
        core::Method::Replay => "replay",
    }
}

/// A past to learn from: the product's own, or a throughput history, which needs no product.
pub struct Past {
    /// The product, which gives its calendar and its order to a throughput history too.
    pub product: Option<Product>,
    /// What was finished when.
    pub history: History,
    /// When is worked.
    pub calendar: Calendar,
    /// What has to be said of the file.
    pub warnings: Vec<String>,
}

impl Past {
    /// Reads the throughput history, or else the product.
    ///
    /// # Errors
    /// Those of reading either.
    pub fn read(desk: &Desk, throughput: Option<&Path>) -> Result<Self> {
        let Some(file) = throughput else {
            let product = desk.read()?;
            let (history, calendar) = (product.past()?, product.calendar());
            return Ok(Self { product: Some(product), history, calendar, warnings: Vec::new() });
        };
        let product = desk.named.as_ref().map(|_| desk.read()).transpose()?;
        let calendar = product.as_ref().map(Product::calendar).unwrap_or_default();
        let read: Throughput = exchange::read_throughput(file, desk.now)?;
        let warnings = read.skipped.into_iter().map(|row| row.reason).chain(read.warnings).collect();
        let history =
            if read.weekly { History::of_weeks(read.rows, &calendar) } else { History::of_days(read.rows) };
        Ok(Self { product, history, calendar, warnings })
    }
}

/// `forecast`: when, how many and how likely.
pub fn forecast(desk: &Desk, arguments: args::Forecast) -> Told {
    let as_of = arguments.as_of.as_ref().map_or(Ok(desk.today()), args::Day::day)?;
    let (assumptions, mut warnings) = arguments.assumed.assumptions(desk)?;
    assumptions.check(as_of)?;
    let Past { product, history, calendar, warnings: of_file } =
        Past::read(desk, arguments.throughput.as_deref())?;
    warnings.extend(of_file);
    let settled = match &product {
        Some(product) => arguments.question.settled(product)?,
        None => None,
    };
    let (mut question, mut name) = (core::Question::default(), None);
    match &product {
        Some(product) if settled.is_none() => {
            let asked = arguments.question.of(product)?;
            // What it is about stands in the order, whatever is assumed and learnt from.
            let about = product.forecast(&asked, &Assumptions::default())?;
            question.items = asked.about.is_some().then_some(about.items);
            question.in_progress = about.in_progress;
            name = Some(about.name).filter(|name| !name.is_empty());
        }
        _ => {}
    }
    question.items = arguments.question.about.items.or(question.items);
    question.by = arguments.question.by.as_ref().map(args::Day::day).transpose()?;
    let sure = product.as_ref().map_or(SURE, |product| product.settings().percentile);
    let outlook = Outlook::new(&history, &calendar, as_of, &assumptions);
    let answer = outlook.answer(&question, sure);
    if let Some(file) = &arguments.chart {
        let items = || tell("forecast-items", &[("items", question.items.unwrap_or_default().into())]);
        let about = name.clone().unwrap_or_else(items);
        let scene = burn_up(&outlook, &history, (&about, &question), (sure, charts::usual_size()));
        charts::write(&scene, file, arguments.force)?;
    }
    let window = Window {
        weeks: answer.window.weeks.clone(),
        counts: answer.window.counts.clone(),
        exposures: answer.window.exposures.clone(),
    };
    let mut said = Said::of(answer);
    if let Some(why) = settled {
        let (detail, basis) = (String::new(), String::new());
        said = Said { sentence: why, emphasis: None, detail, basis, ..said };
    } else if question.items.is_none() && question.by.is_none() && outlook.fit.is_some() {
        said.sentence = say("cli-forecast-nothing-asked");
    }
    said.notes.extend(core::Pace::of(&outlook.window).and_then(|pace| pace.sentence()));
    said.notes.extend(warnings);
    let opinions = arguments.second_opinion.then(|| {
        let both = core::Opinions::of(&history, &calendar, as_of, &assumptions, &question, sure);
        Opinions {
            default: Said::of(both.default),
            replay: Said::of(both.replay),
            difference: both.difference,
        }
    });
    let told = Forecast { as_of, window, name, said, opinions };
    let text = text(&told, &outlook);
    Ok(Answer::new(&told, text))
}

/// The sentence and what it rests on, then a small table and the notes.
fn text(told: &Forecast, outlook: &Outlook) -> String {
    let Forecast { said, opinions, .. } = told;
    let mut text = String::new();
    for line in [&said.sentence, &said.detail, &said.basis].into_iter().filter(|line| !line.is_empty()) {
        text.push_str(&format!("{}\n", plain(line)));
    }
    let mut header = vec![String::new()];
    header.extend(LEVELS.iter().map(|level| format!("{level}%")));
    let mut rows = vec![header];
    if let Some(when) = &said.when {
        let mut row = vec![tell("cli-when", &[("items", when.items.into())])];
        let shown = |day: Option<NaiveDate>| day.map(|day| outlook.shown(day).to_string());
        row.extend(when.days.each().map(|(_, day)| shown(day).unwrap_or_else(|| NOTHING.to_owned())));
        rows.push(row);
    }
    if let Some(many) = &said.how_many {
        let mut row = vec![tell("cli-how-many", &[("day", many.by.to_string().into())])];
        row.extend(many.items.each().map(|(_, items)| items.to_string()));
        rows.push(row);
    }
    if rows.len() > 1 {
        let columns = [Column::Left, Column::Right, Column::Right, Column::Right, Column::Right];
        text.push_str(&format!("\n{}", table(&columns, &rows)));
    }
    let difference = opinions.as_ref().map(|both| &both.difference).filter(|said| !said.is_empty());
    let notes: Vec<String> = difference.into_iter().chain(&said.notes).map(|note| plain(note)).collect();
    if !notes.is_empty() {
        text.push_str(&format!("\n{}\n", notes.join("\n")));
    }
    text
}
