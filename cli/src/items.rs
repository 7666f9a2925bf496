//! Items as the terminal and scripts read them: the list, a past day, search.

use crate::answer::{Answer, Column, NOTHING, Told, table};
use crate::args;
use crate::desk::Desk;
use cairn_core::Product;
use cairn_core::backlog::{Item, State};
use cairn_core::forecast::long_date;
use cairn_core::ids::ItemId;
use cairn_core::snapshot::Finish;
use cairn_core::words::{say, tell};
use chrono::NaiveDate;
use serde::Serialize;
use std::collections::HashMap;

/// An item in JSON.
#[derive(Debug, Serialize)]
pub struct Row {
    id: i64,
    position: Option<u32>,
    title: String,
    kind: String,
    state: &'static str,
    source_state: Option<String>,
    size: Option<f64>,
    external_id: Option<String>,
    /// The other tool's id of the item it is part of, or else its key.
    part_of: Option<String>,
    labels: Vec<String>,
    wanted_by: Vec<String>,
    done_on: Option<NaiveDate>,
    p50: Option<NaiveDate>,
    p85: Option<NaiveDate>,
}

/// The place whose dates an item has: its own, or for one made of parts that of its last part.
pub fn places(items: &[Item]) -> HashMap<ItemId, u32> {
    let above: HashMap<ItemId, ItemId> =
        items.iter().filter_map(|item| Some((item.id, item.part_of?))).collect();
    let mut places = HashMap::new();
    for item in items {
        let Some(position) = item.position else { continue };
        let mut next = Some(item.id);
        // No circle: core refuses them. The limit holds for a file that someone else wrote.
        for _ in 0..=items.len() {
            let Some(id) = next else { break };
            let place = places.entry(id).or_insert(position);
            *place = position.max(*place);
            next = above.get(&id).copied();
        }
    }
    places
}

/// Items beside the ones they refer to and their dates.
pub struct Shown<'a> {
    product: &'a Product,
    items: &'a [Item],
    finish: Option<&'a Finish>,
    places: HashMap<ItemId, u32>,
}

impl<'a> Shown<'a> {
    /// `items` are all items that may be referred to.
    pub fn new(product: &'a Product, items: &'a [Item], finish: Option<&'a Finish>) -> Self {
        Self { product, items, finish, places: places(items) }
    }

    fn date(&self, item: &Item, percentile: u8) -> Option<NaiveDate> {
        let place = self.places.get(&item.id)?;
        self.finish?.date_at(percentile, *place)
    }

    /// The rows in JSON.
    pub fn rows(&self, items: &[&Item]) -> Vec<Row> {
        let names: HashMap<ItemId, &Item> = self.items.iter().map(|item| (item.id, item)).collect();
        let name = |id: ItemId| {
            let item = names.get(&id)?;
            Some(item.external_id.clone().unwrap_or_else(|| item.key.clone()))
        };
        let row = |item: &&Item| Row {
            id: item.id.0,
            position: item.position,
            title: item.title.clone(),
            kind: item.kind.clone(),
            state: item.state.word(),
            source_state: item.source_state.clone(),
            size: item.size,
            external_id: item.external_id.clone(),
            part_of: item.part_of.and_then(name),
            labels: item.labels.clone(),
            wanted_by: item
                .wanted_by
                .iter()
                .filter_map(|id| self.product.stakeholder(*id))
                .map(|person| person.fields.name.clone())
                .collect(),
            done_on: item.done_on,
            p50: self.date(item, 50),
            p85: self.date(item, 85),
        };
        items.iter().map(row).collect()
    }

    /// The rows as a table; with their states where they are not all open.
    pub fn text(&self, items: &[&Item], with_states: bool) -> String {
        let mut header = vec![say("cli-position"), say("cli-key"), say("cli-title")];
        let mut columns = vec![Column::Right, Column::Left, Column::Gives];
        if with_states {
            header.push(say("cli-state"));
            columns.push(Column::Left);
        }
        if self.finish.is_some() {
            header.extend(["50%".to_owned(), "85%".to_owned()]);
            columns.extend([Column::Left; 2]);
        }
        let mut rows = vec![header];
        for item in items {
            let position = item.position.map(|position| position.to_string());
            let mut row =
                vec![position.unwrap_or_else(|| NOTHING.into()), item.key.clone(), item.title.clone()];
            if with_states {
                row.push(state_text(item));
            }
            if self.finish.is_some() {
                for percentile in [50, 85] {
                    let date = self.date(item, percentile);
                    row.push(date.map_or(NOTHING.into(), |date| date.to_string()));
                }
            }
            rows.push(row);
        }
        if items.is_empty() { format!("{}\n", say("cli-no-items")) } else { table(&columns, &rows) }
    }
}

fn state_text(item: &Item) -> String {
    let state = say(&format!("value-{}", item.state.word().replace('_', "-")));
    match (item.state, item.done_on) {
        (State::Done, Some(day)) => format!("{state} {day}"),
        _ => state,
    }
}

/// `list`: the items in order with their dates.
pub fn list(desk: &Desk, arguments: args::List) -> Told {
    let product = desk.read()?;
    let finish = match &arguments.as_of {
        Some(day) => product.finish_as_of(day.day()?)?,
        None => product.finish().clone(),
    };
    let every = product.filter_all("")?;
    let found = product.filter_all(arguments.filter.as_deref().unwrap_or_default())?;
    let found: Vec<&Item> = found.iter().filter(|item| arguments.all || item.position.is_some()).collect();
    let shown = Shown::new(&product, &every, Some(&finish));
    let mut text = shown.text(&found, arguments.all);
    if found.iter().any(|item| item.position.is_some()) && !finish.notes.is_empty() {
        text.push_str(&format!("\n{}\n", finish.notes.join("\n")));
    }
    Ok(Answer::new(&shown.rows(&found), text))
}

/// `at`: the backlog as it was at the end of a day.
pub fn at(desk: &Desk, arguments: args::At) -> Told {
    let product = desk.read()?;
    let past = product.day(arguments.date.day()?)?;
    let shown = Shown::new(&product, &past.items, None);
    let items: Vec<&Item> = past.items.iter().filter(|item| item.position.is_some()).collect();
    let head = tell("cli-at", &[("day", long_date(past.day, desk.today()).into())]);
    let since = tell("cli-since", &[("count", past.since.len().into())]);
    let text = format!("{head}\n\n{}\n{since}\n", shown.text(&items, true));
    Ok(Answer::new(&shown.rows(&items), text))
}

/// `search`: items of every state that hold all words.
pub fn search(desk: &Desk, arguments: args::Search) -> Told {
    let product = desk.read()?;
    let every = product.filter_all("")?;
    let found = product.search(&arguments.text.join(" "), arguments.limit);
    let found: Vec<&Item> = found.iter().collect();
    let shown = Shown::new(&product, &every, Some(product.finish()));
    Ok(Answer::new(&shown.rows(&found), shown.text(&found, true)))
}
