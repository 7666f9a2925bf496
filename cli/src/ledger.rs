//! Why the order is as it is: moves with their reasons, what is not done, and second opinions.

use crate::answer::{Answer, Column, NOTHING, Told, plain, table};
use crate::args::Day;
use crate::desk::Desk;
use crate::edits::{Step, make, steps_text};
use crate::items::{Row, Shown};
use crate::people::item_name;
use crate::records::{self, PAIR};
use cairn_core::backlog::Item;
use cairn_core::decision::PairFields;
use cairn_core::forecast::long_date;
use cairn_core::ids::OperationId;
use cairn_core::words::{say, tell};
use cairn_core::{Edit, Product, Result, Scored};
use chrono::NaiveDate;
use clap::Args;
use serde::Serialize;
use serde_json::{Map, Value};
use std::collections::HashSet;

/// Arguments of `since`.
#[derive(Debug, Args)]
pub struct Since {
    /// The day; what was done on it counts as before [default: the day the last Sprint ended]
    pub date: Option<Day>,
}

/// Arguments of `why`.
#[derive(Debug, Args)]
pub struct Why {
    /// The item
    pub item: String,
    /// Keep why it stands above this one
    #[arg(long, value_name = "ITEM", requires = "because")]
    pub over: Option<String>,
    /// Why
    #[arg(requires = "over")]
    pub because: Option<String>,
}

/// What changed since a day, in JSON.
#[derive(Debug, Serialize)]
struct Changed {
    day: NaiveDate,
    added: Vec<Row>,
    done: Vec<Row>,
    declined: Vec<Row>,
    moves: Vec<Step>,
}

/// `since`: what changed in the order since a day.
pub fn since(desk: &Desk, arguments: Since) -> Told {
    let product = desk.read()?;
    let since = product.since(arguments.date.as_ref().map(Day::day).transpose()?)?;
    let every = product.filter_all("")?;
    let shown = Shown::new(&product, &every, Some(product.finish()));
    let moves: Vec<Step> = since.moves.into_iter().map(|line| Step::of(line, *desk.now.offset())).collect();
    let mut text =
        format!("{}\n", tell("cli-since-day", &[("day", long_date(since.day, desk.today()).into())]));
    let lists = [
        ("cli-since-added", &since.added),
        ("cli-since-done", &since.done),
        ("cli-since-declined", &since.declined),
    ];
    for (key, items) in lists.iter().filter(|(_, items)| !items.is_empty()) {
        text.push_str(&format!("\n{}\n{}", say(key), shown.text(&by_reference(items), true)));
    }
    if !moves.is_empty() {
        text.push_str(&format!("\n{}\n{}", say("cli-since-moves"), steps_text(&moves)));
    }
    if moves.is_empty() && lists.iter().all(|(_, items)| items.is_empty()) {
        text.push_str(&format!("{}\n", say("cli-since-nothing")));
    }
    let rows = |items: &[Item]| shown.rows(&by_reference(items));
    let changed = Changed {
        day: since.day,
        added: rows(&since.added),
        done: rows(&since.done),
        declined: rows(&since.declined),
        moves,
    };
    Ok(Answer::new(&changed, text))
}

fn by_reference(items: &[Item]) -> Vec<&Item> {
    items.iter().collect()
}

/// Why an item stands where it does, in JSON.
#[derive(Debug, Serialize)]
struct Reasons {
    id: i64,
    key: String,
    title: String,
    position: Option<u32>,
    moves: Vec<Step>,
    pairs: Vec<Map<String, Value>>,
}

/// `why`: the moves of an item that stand, and the pairs it is part of; or a new pair.
pub fn why(desk: &Desk, arguments: Why) -> Told {
    if let (Some(over), Some(why)) = (arguments.over, arguments.because) {
        return make(desk, |product| {
            let (above, below) = (product.find(&arguments.item)?, product.find(&over)?);
            Ok(Edit::AddPair { fields: PairFields { day: desk.today(), above, below, why } })
        });
    }
    let mut product = desk.read()?;
    let id = product.find(&arguments.item)?;
    let standing = standing_moves(&product)?;
    let moves: Vec<Step> = product
        .history(Some(id), None, u32::MAX)?
        .into_iter()
        .filter(|line| standing.contains(&line.operation))
        .map(|line| Step::of(line, *desk.now.offset()))
        .collect();
    let mut pairs = product.load(desk.now)?.records.pairs.unwrap_or_default();
    pairs.retain(|pair| pair.fields.above == id || pair.fields.below == id);
    let (key, title) = item_name(&product, id);
    let mut text = format!("{key}  {}\n", plain(&title));
    if moves.is_empty() && pairs.is_empty() {
        text.push_str(&format!("{}\n", say("cli-no-reasons")));
    }
    if !moves.is_empty() {
        text.push_str(&format!("\n{}", steps_text(&moves)));
    }
    if let Value::Array(pairs) = records::wire(&pairs)?
        && !pairs.is_empty()
    {
        text.push_str(&format!("\n{}", PAIR.text(&product, &pairs)));
    }
    let position = product.list_item(id).and_then(|item| item.position);
    let pairs = PAIR.shown_all(&product, pairs)?;
    Ok(Answer::new(&Reasons { id: id.0, key, title, position, moves, pairs }, text))
}

/// All moves in the order that were not taken back.
fn standing_moves(product: &Product) -> Result<HashSet<OperationId>> {
    let before = product.days()?.first().and_then(NaiveDate::pred_opt);
    let Some(before) = before else { return Ok(HashSet::new()) };
    Ok(product.since(Some(before))?.moves.into_iter().map(|line| line.operation).collect())
}

/// What is not done on purpose, in JSON.
#[derive(Debug, Serialize)]
struct Declined {
    id: i64,
    key: String,
    title: String,
    since: Option<NaiveDate>,
    reason: String,
    revisit: Option<NaiveDate>,
    assumption: Option<String>,
    look_again: Option<String>,
}

/// `not-doing`: what is not done on purpose, what is worth another look first.
pub fn not_doing(desk: &Desk) -> Told {
    let declined = desk.read()?.declined()?.into_iter().map(|declined| {
        let cairn_core::Declined { item, since, reason, revisit, assumption, look_again } = declined;
        Declined {
            id: item.id.0,
            key: item.key,
            title: item.title,
            since,
            reason,
            revisit,
            assumption,
            look_again,
        }
    });
    let declined: Vec<Declined> = declined.collect();
    let mut rows =
        vec![["cli-key", "cli-title", "cli-declined-on", "cli-reason", "cli-revisit"].map(say).to_vec()];
    for declined in &declined {
        let day = |day: Option<NaiveDate>| day.map_or(NOTHING.into(), |day| day.to_string());
        let Declined { key, title, since, reason, revisit, .. } = declined;
        rows.push(vec![key.clone(), title.clone(), day(*since), reason.clone(), day(*revisit)]);
    }
    let columns = [Column::Left, Column::Gives, Column::Left, Column::Gives, Column::Left];
    let mut text =
        if declined.is_empty() { format!("{}\n", say("cli-no-items")) } else { table(&columns, &rows) };
    for declined in &declined {
        if let Some(look_again) = &declined.look_again {
            text.push_str(&format!("{}: {}\n", declined.key, plain(look_again)));
        }
    }
    Ok(Answer::new(&declined, text))
}

/// An item's score beside the order, in JSON.
#[derive(Debug, Serialize)]
struct Score {
    id: i64,
    key: String,
    title: String,
    score: f64,
    order: u32,
    place: u32,
}

/// Scores beside the order, in JSON.
#[derive(Debug, Serialize)]
struct Scores {
    value: Vec<Score>,
    delay: Vec<Score>,
}

/// `scores`: two scores beside the order. They never sort it.
pub fn scores(desk: &Desk) -> Told {
    let product = desk.read()?;
    let scores = product.scores()?;
    let of = |scored: Scored| {
        let Scored { item, score, order, place } = scored;
        let (key, title) = item_name(&product, item);
        Score { id: item.0, key, title, score, order, place }
    };
    let scores = Scores {
        value: scores.value.into_iter().map(of).collect(),
        delay: scores.delay.into_iter().map(of).collect(),
    };
    let lists = [("cli-score-value", &scores.value), ("cli-score-delay", &scores.delay)];
    let lists = lists.iter().filter(|(_, scores)| !scores.is_empty());
    let texts: Vec<String> =
        lists.map(|(key, scores)| format!("{}\n{}", say(key), scores_text(scores))).collect();
    let text = if texts.is_empty() { format!("{}\n", say("cli-no-scores")) } else { texts.join("\n") };
    Ok(Answer::new(&scores, text))
}

fn scores_text(scores: &[Score]) -> String {
    let mut rows =
        vec![["cli-by-order", "cli-by-score", "cli-key", "cli-title", "cli-score"].map(say).to_vec()];
    for Score { key, title, score, order, place, .. } in scores {
        let score = format!("{score:.2}");
        rows.push(vec![order.to_string(), place.to_string(), key.clone(), title.clone(), score]);
    }
    table(&[Column::Right, Column::Right, Column::Left, Column::Gives, Column::Right], &rows)
}

/// Something that may go wrong, in JSON.
#[derive(Debug, Serialize)]
struct Risk {
    id: i64,
    key: String,
    title: String,
    text: String,
    probability: Option<u8>,
    position: u32,
}

/// `risks`: of open items, those that come latest first.
pub fn risks(desk: &Desk) -> Told {
    let product = desk.read()?;
    let risks = product.open_risks()?.into_iter().map(|risk| {
        let (key, title) = item_name(&product, risk.item);
        let cairn_core::OpenRisk { item, text, probability, position } = risk;
        Risk { id: item.0, key, title, text, probability, position }
    });
    let risks: Vec<Risk> = risks.collect();
    if risks.is_empty() {
        return Ok(Answer::new(&risks, format!("{}\n", say("cli-no-risks"))));
    }
    let mut rows = vec![["cli-position", "cli-key", "cli-risk", "cli-likely", "cli-title"].map(say).to_vec()];
    for Risk { key, title, text, probability, position, .. } in &risks {
        let likely = probability.map_or(NOTHING.into(), |percent| format!("{percent}%"));
        rows.push(vec![position.to_string(), key.clone(), text.clone(), likely, title.clone()]);
    }
    let columns = [Column::Right, Column::Left, Column::Gives, Column::Right, Column::Gives];
    Ok(Answer::new(&risks, table(&columns, &rows)))
}
