//! Kept forecasts: what was told whom, what became of it, and how often it came true.

use crate::answer::{Answer, Column, NOTHING, Told, plain, table};
use crate::args::{self, Became, ToldTo};
use crate::desk::Desk;
use crate::edits::{Step, run};
use crate::named;
use cairn_core::forecast::Verdict;
use cairn_core::ids::ForecastId;
use cairn_core::words::{say, tell};
use cairn_core::{Edit, KeptForecast, KeptLevel, Product, Standing};
use chrono::NaiveDate;
use serde::Serialize;

/// `forecast keep`: today's answer.
pub fn keep(desk: &Desk, arguments: args::Keep) -> Told {
    let mut held = desk.write()?;
    let product = &mut held.product;
    let asked = arguments.question.of(product)?;
    let (assumptions, warnings) = arguments.assumed.assumptions(desk)?;
    let ToldTo { told, words } = arguments.told;
    let told = told.map(|name| named::person(product, &name)).transpose()?;
    let outcome = product.apply(Edit::KeepForecast { asked, assumptions, told, words }, desk.now)?;
    let step = Step::of_outcome(&outcome, desk).making(&outcome);
    let id = outcome.created.first().copied().map(ForecastId);
    let kept = product.kept().iter().find(|kept| Some(kept.id) == id);
    let mut lines = vec![step.sentence().to_owned()];
    lines.extend(kept.map(|kept| kept.sentence.clone()));
    lines.extend(warnings);
    let text: String = lines.iter().map(|line| format!("{}\n", plain(line))).collect();
    Ok(Answer::new(&step, text))
}

/// `forecast tell`: to whom, and how.
pub fn tell_forecast(desk: &Desk, arguments: args::TellForecast) -> Told {
    run(desk, |product| {
        let ToldTo { told, words } = arguments.told;
        let told = told.map(|name| named::person(product, &name)).transpose()?;
        Ok(Edit::TellForecast { id: ForecastId(arguments.id), told, words })
    })
}

/// `forecast resolve`: what became of one.
pub fn resolve(desk: &Desk, arguments: args::Resolve) -> Told {
    let Became { on, items, void, .. } = arguments.became;
    let on = on.as_ref().map(args::Day::day).transpose()?;
    let standing = match (on, items, void) {
        (Some(on), ..) => Some(Standing::Happened { on }),
        (_, Some(items), _) => Some(Standing::Counted { items }),
        (_, _, Some(reason)) => Some(Standing::Void { reason }),
        (None, None, None) => None,
    };
    run(desk, |_| Ok(Edit::ResolveForecast { id: ForecastId(arguments.id), standing }))
}

/// A kept forecast in JSON.
#[derive(Debug, Serialize)]
struct Row {
    id: i64,
    day: NaiveDate,
    name: String,
    by: Option<NaiveDate>,
    items: u32,
    sentence: String,
    /// Name of the person it was told.
    told: Option<String>,
    words: String,
    levels: Vec<KeptLevel>,
    standing: &'static str,
    /// The day all was done.
    happened_on: Option<NaiveDate>,
    /// How many items were done by the day asked for.
    counted: Option<u32>,
    /// Why it can't be scored.
    void: Option<String>,
    alert: Option<String>,
    moved: Option<String>,
}

impl Row {
    fn of(kept: &KeptForecast, product: &Product) -> cairn_core::Result<Self> {
        let (standing, happened_on, counted, void) = match &kept.standing {
            Standing::Open => ("open", None, None, None),
            Standing::Happened { on } => ("happened", Some(*on), None, None),
            Standing::Counted { items } => ("counted", None, Some(*items), None),
            Standing::Void { reason } => ("void", None, None, Some(reason.clone())),
        };
        Ok(Self {
            id: kept.id.0,
            day: kept.day,
            name: kept.name.clone(),
            by: kept.asked.by,
            items: kept.items,
            sentence: kept.sentence.clone(),
            told: kept.told.and_then(|id| product.stakeholder(id)).map(|person| person.fields.name.clone()),
            words: kept.words.clone(),
            levels: kept.levels.clone(),
            standing,
            happened_on,
            counted,
            void,
            alert: kept.alert.clone(),
            moved: product.moved_since(kept.id)?,
        })
    }

    fn line(&self) -> Vec<String> {
        let mut line = vec![self.id.to_string(), self.day.to_string(), self.name.clone()];
        line.extend([50, 85].map(|percent| {
            let level = self.levels.iter().find(|level| level.percent == percent);
            level.map_or(NOTHING.to_owned(), said)
        }));
        line.push(match (self.happened_on, self.counted, &self.void) {
            (Some(on), ..) => tell("cli-kept-happened", &[("day", on.to_string().into())]),
            (_, Some(items), _) => tell("cli-kept-counted", &[("items", items.into())]),
            (_, _, Some(reason)) => tell("cli-kept-void", &[("reason", reason.as_str().into())]),
            (None, None, None) => say("cli-kept-open"),
        });
        line
    }

    /// Why today's answer is another, with its number.
    fn alert(&self) -> Option<String> {
        let alert = plain(self.alert.as_deref()?);
        let moved = plain(self.moved.as_deref().unwrap_or_default());
        Some(format!("{}: {alert} {moved}", self.id).trim_end().to_owned())
    }
}

/// What was said at a level, and whether it held.
fn said(level: &KeptLevel) -> String {
    let said = match (level.items, level.day) {
        (Some(items), _) => tell("cli-kept-items", &[("items", items.into())]),
        (None, Some(day)) => day.to_string(),
        (None, None) => NOTHING.to_owned(),
    };
    match level.held {
        Some(true) => tell("cli-kept-held", &[("said", said.into())]),
        Some(false) => tell("cli-kept-missed", &[("said", said.into())]),
        None => said,
    }
}

/// `forecast list`: the newest first.
pub fn list(desk: &Desk) -> Told {
    let product = desk.read()?;
    let rows: Vec<Row> =
        product.kept().iter().map(|kept| Row::of(kept, &product)).collect::<cairn_core::Result<_>>()?;
    if rows.is_empty() {
        return Ok(Answer::new(&rows, format!("{}\n", say("cli-no-kept"))));
    }
    let mut lines = vec![vec![
        say("cli-id"),
        say("cli-day"),
        say("cli-about"),
        "50%".into(),
        "85%".into(),
        String::new(),
    ]];
    lines.extend(rows.iter().map(Row::line));
    let columns = [Column::Right, Column::Left, Column::Gives, Column::Left, Column::Left, Column::Left];
    let mut text = table(&columns, &lines);
    let alerts: Vec<String> = rows.iter().filter_map(Row::alert).collect();
    if !alerts.is_empty() {
        text.push_str(&format!("\n{}\n", alerts.join("\n")));
    }
    Ok(Answer::new(&rows, text))
}

/// How often what was said came true, in JSON.
#[derive(Debug, Serialize)]
struct Calibration {
    levels: Vec<cairn_core::forecast::LevelScore>,
    pinball: Option<f64>,
    voids: u32,
    verdict: &'static str,
    sentence: String,
}

/// `calibration`: how often kept forecasts came true.
pub fn calibration(desk: &Desk) -> Told {
    let found = desk.read()?.calibration();
    let told = Calibration {
        levels: found.levels,
        pinball: found.pinball,
        voids: found.voids,
        verdict: match found.verdict {
            Verdict::TooFew { .. } => "too_few",
            Verdict::TooOptimistic => "too_optimistic",
            Verdict::TooPessimistic => "too_pessimistic",
            Verdict::InLine => "in_line",
        },
        sentence: found.sentence,
    };
    let mut lines = vec![vec![say("cli-said"), say("cli-came-true"), say("cli-interval")]];
    for level in told.levels.iter().filter(|level| level.count > 0) {
        let out_of = tell("cli-out-of", &[("hits", level.hits.into()), ("count", level.count.into())]);
        let interval = format!("{:.0}–{:.0}%", 100.0 * level.low, 100.0 * level.high);
        lines.push(vec![format!("{}%", level.level), out_of, interval]);
    }
    let mut text = format!("{}\n", plain(&told.sentence));
    if lines.len() > 1 {
        text.push_str(&format!("\n{}", table(&[Column::Right, Column::Right, Column::Left], &lines)));
    }
    Ok(Answer::new(&told, text))
}
