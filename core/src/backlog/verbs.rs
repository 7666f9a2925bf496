//! What can be done with items.

use super::ordering::{self, STRIDE};
use super::{Field, NewItem, Place, State, ValueRange};
use crate::decimal::to_thousandths;
use crate::error::{Error, Result};
use crate::ids::{AssumptionId, ItemId, LinkId, NeedId, RiskId, SliceId, StakeholderId};
use crate::journal::Step;
use crate::settings::found;
use crate::story;
use crate::tx::{Tx, checked_strength, clean, required, safe_url, short};
use chrono::NaiveDate;
use rusqlite::params;
use std::collections::BTreeSet;

/// Adds items at a place, in the order given.
pub(crate) fn add_items(tx: &Tx<'_>, items: &[NewItem], place: Place) -> Result<Step> {
    let first = items.first().ok_or_else(|| Error::invalid("items", "error-nothing-to-add"))?;
    let mut ids = Vec::with_capacity(items.len());
    for item in items {
        ids.push(add_item(tx, item)?);
    }
    put(tx, &ids, place, Origin::New)?;
    Ok(match ids.as_slice() {
        [id] => Step::new("history-add-item").with("title", short(&clean(&first.title))).about(*id),
        _ => Step::new("history-add-items").with("count", ids.len()),
    })
}

/// Adds one item at a place, as part of a larger step.
pub(crate) fn add_one(tx: &Tx<'_>, item: &NewItem, place: Place) -> Result<ItemId> {
    let id = add_item(tx, item)?;
    put(tx, &[id], place, Origin::New)?;
    Ok(id)
}

fn add_item(tx: &Tx<'_>, item: &NewItem) -> Result<ItemId> {
    let title = required(&item.title, "title", "error-title-empty")?;
    let kind = kind_word(&item.kind);
    let state = item.state.unwrap_or(State::NeedsConversation);
    if let Some(container) = item.part_of {
        tx.known(container)?;
    }
    let id = ItemId(tx.insert(
        "INSERT INTO item (title, kind, state, rank, size, part_of, created_on, done_on)
         VALUES (?1, ?2, ?3, 0, ?4, ?5, ?6, ?7)",
        params![
            title,
            kind,
            state,
            size(item.size)?,
            item.part_of,
            tx.today,
            (state == State::Done).then_some(tx.today)
        ],
    )?);
    if !item.body.is_empty() {
        set_text(tx, id, "body", &item.body)?;
    }
    add_labels(tx, id, &item.labels)?;
    for person in &item.wanted_by {
        tx.person(*person)?;
        want(tx, *person, id, 2, "")?;
    }
    Ok(id)
}

pub(crate) fn kind_word(kind: &str) -> String {
    let kind = clean(kind).to_lowercase();
    if kind.is_empty() { "story".to_owned() } else { kind }
}

fn size(size: Option<f64>) -> Result<Option<i64>> {
    match size {
        None => Ok(None),
        Some(size) if size >= 0.0 => {
            to_thousandths(size).map(Some).ok_or_else(|| Error::invalid("size", "error-size"))
        }
        Some(_) => Err(Error::invalid("size", "error-size")),
    }
}

/// Gives an item labels that it does not have yet.
pub(crate) fn add_labels(tx: &Tx<'_>, item: ItemId, labels: &[String]) -> Result<()> {
    for label in labels.iter().map(|label| clean(label)).filter(|label| !label.is_empty()) {
        tx.execute(
            "INSERT INTO label (item, name) VALUES (?1, ?2) ON CONFLICT DO NOTHING",
            params![item, label],
        )?;
    }
    Ok(())
}

/// Moves items to a place. They land together and keep their order.
pub(crate) fn move_items(tx: &Tx<'_>, ids: &[ItemId], place: Place, reason: &str) -> Result<(Step, String)> {
    tx.all_known(ids)?;
    let mut places: Vec<(u32, ItemId)> =
        ids.iter()
            .map(|id| {
                tx.backlog.position(*id).map(|position| (position, *id)).ok_or_else(|| {
                    Error::invalid_with("ids", "error-no-position", [("title", title(tx, *id))])
                })
            })
            .collect::<Result<_>>()?;
    places.sort_unstable();
    places.dedup();
    let ids: Vec<ItemId> = places.iter().map(|(_, id)| *id).collect();
    let to = put(tx, &ids, place, Origin::Order)?;
    let Some(&(from, first)) = places.first() else {
        return Err(Error::invalid("ids", "error-nothing-selected"));
    };
    let mut step = match ids.as_slice() {
        [id] => Step::new("history-move-item").with("title", short(&title(tx, *id))).about(*id),
        _ => Step::new("history-move-items").with("count", ids.len()).with("title", short(&title(tx, first))),
    }
    .with("from", from)
    .with("to", to);
    step.moved = Some((from, to));
    (step.serves, step.delays) = whom(tx, &places, to);
    Ok((step, reason.trim().to_owned()))
}

/// Names of those whom a move of `places` to `to` serves and delays: those who want an item whose
/// date comes earlier, and those who want one whose date comes later.
fn whom(tx: &Tx<'_>, places: &[(u32, ItemId)], to: u32) -> (Vec<String>, Vec<String>) {
    let moved: BTreeSet<ItemId> = places.iter().map(|(_, id)| *id).collect();
    let first = places.first().map_or(to, |(from, _)| (*from).min(to));
    let last = places.last().map_or(to, |(from, _)| (*from).max(to + places.len() as u32 - 1));
    let mut rest: Vec<(u32, ItemId)> = (first..=last)
        .filter_map(|position| tx.backlog.at(position).map(|id| (position, id)))
        .filter(|(_, id)| !moved.contains(id))
        .collect();
    let at = (to.saturating_sub(first) as usize).min(rest.len());
    rest.splice(at..at, places.iter().copied());
    let date = |position: u32| tx.finish.day_at(tx.settings.percentile, position);
    let (mut serves, mut delays) = (Vec::new(), Vec::new());
    for (after, (before, id)) in (first..).zip(&rest) {
        let before = *before;
        let list = match date(after).cmp(&date(before)) {
            // Where no dates can be told, the places decide for the moved items alone.
            std::cmp::Ordering::Equal if !moved.contains(id) || after == before => continue,
            std::cmp::Ordering::Equal if after < before => &mut serves,
            std::cmp::Ordering::Equal | std::cmp::Ordering::Greater => &mut delays,
            std::cmp::Ordering::Less => &mut serves,
        };
        let wanted_by =
            tx.backlog.entry_of(*id).map(|entry| entry.item.wanted_by.as_slice()).unwrap_or_default();
        for person in wanted_by {
            if let Ok(person) = tx.person(*person)
                && !list.contains(&person.fields.name)
            {
                list.push(person.fields.name.clone());
            }
        }
    }
    delays.retain(|name| !serves.contains(name));
    (serves, delays)
}

/// Where items come from that get a place. Just below the last Sprint item they stay on the side
/// they came from.
#[derive(Clone, Copy, PartialEq)]
enum Origin {
    /// They have a place already.
    Order,
    /// They were just made.
    New,
    /// They were just made out of an item of the running Sprint.
    Sprint,
}

/// Gives items their place. Returns the position the first of them takes.
fn put(tx: &Tx<'_>, ids: &[ItemId], place: Place, origin: Origin) -> Result<u32> {
    let moved: BTreeSet<ItemId> = ids.iter().copied().collect();
    let [sprint, rest] = tx.backlog.sections(&moved);
    let index = index_of(tx, &sprint, &rest, place, ids.len())?;
    let stays = |id: &ItemId| tx.backlog.entry_of(*id).is_some_and(|e| e.item.state == State::InSprint);
    let from_sprint = match origin {
        Origin::Order => ids.iter().all(stays),
        Origin::New => false,
        Origin::Sprint => true,
    };
    let into_sprint = index < sprint.len() || (index == sprint.len() && from_sprint);
    if into_sprint {
        for (id, rank) in ordering::place(&sprint, index, ids) {
            tx.execute("UPDATE item SET sprint_rank = ?2 WHERE id = ?1", params![id, rank])?;
        }
        for id in ids.iter().filter(|id| !stays(id)) {
            if origin != Origin::Order {
                // Its rank is where it returns to when it leaves the Sprint.
                let writes = ordering::place(&rest, 0, &[*id]);
                write_ranks(tx, &writes)?;
            }
            tx.execute(
                "UPDATE item SET state = 'in_sprint', state_on = ?2 WHERE id = ?1 AND state <> 'in_sprint'",
                params![id, tx.today],
            )?;
        }
    } else {
        write_ranks(tx, &ordering::place(&rest, index - sprint.len(), ids))?;
        for id in ids.iter().filter(|id| stays(id)) {
            tx.execute(
                "UPDATE item SET state = 'ready', sprint_rank = NULL, state_on = ?2 WHERE id = ?1",
                params![id, tx.today],
            )?;
        }
    }
    Ok(index as u32 + 1)
}

fn write_ranks(tx: &Tx<'_>, writes: &[(ItemId, i64)]) -> Result<()> {
    let mut statement = tx.prepare("UPDATE item SET rank = ?2 WHERE id = ?1 AND rank <> ?2")?;
    for (id, rank) in writes {
        statement.execute(params![id, rank])?;
    }
    Ok(())
}

/// Where a place is among the items that do not move, from 0.
fn index_of(
    tx: &Tx<'_>,
    sprint: &[(i64, ItemId)],
    rest: &[(i64, ItemId)],
    place: Place,
    count: usize,
) -> Result<usize> {
    let all = sprint.len() + rest.len();
    let find = |id: ItemId| {
        sprint.iter().chain(rest).position(|(_, other)| *other == id).ok_or_else(|| {
            Error::invalid_with("place", "error-place-has-no-position", [("item", id.to_string())])
        })
    };
    Ok(match place {
        Place::Top => 0,
        Place::Bottom => all,
        Place::Before { id } => find(id)?,
        Place::After { id } => find(id)? + 1,
        Place::Position { position: 0 } => return Err(Error::invalid("place", "error-position-zero")),
        Place::Position { position } => (position as usize - 1).min(all),
        Place::ByDay { day } => {
            let last = tx.finish.last_position_by(tx.settings.percentile, day);
            if last == 0 {
                return Err(Error::invalid_with(
                    "place",
                    "error-nothing-by-day",
                    [("percentile", tx.settings.percentile.to_string()), ("day", day.to_string())],
                ));
            }
            (last as usize).saturating_sub(count).min(all)
        }
    })
}

/// Gives fields of some items new values, in the order given.
pub(crate) fn change_items(tx: &Tx<'_>, ids: &[ItemId], changes: &[Field]) -> Result<Step> {
    tx.all_known(ids)?;
    if changes.is_empty() {
        return Err(Error::invalid("changes", "error-nothing-to-change"));
    }
    for id in ids {
        changes.iter().try_for_each(|change| change_item(tx, *id, change))?;
    }
    let fields: Vec<&str> = changes.iter().map(field_name).collect();
    // Only a single value is quoted.
    let value = if let [change] = changes { value_text(tx, change) } else { String::new() };
    let step = match (ids, value.is_empty()) {
        ([_], false) => Step::new("history-change-item"),
        ([_], true) => Step::new("history-change-item-text"),
        (_, false) => Step::new("history-change-items"),
        (_, true) => Step::new("history-change-items-text"),
    };
    let step = step.with("field", fields.as_slice()).with("value", value).with("count", ids.len());
    let [id] = ids else { return Ok(step) };
    let step = step.with("title", short(&title(tx, *id))).about(*id);
    Ok(match changes {
        [change] if is_typed(change) => step.joining(format!("{}:{id}", field_name(change))),
        _ => step,
    })
}

fn change_item(tx: &Tx<'_>, id: ItemId, change: &Field) -> Result<()> {
    match change {
        Field::Title(title) => {
            let title = required(title, "title", "error-title-empty")?;
            set(tx, id, "title", title)
        }
        Field::Kind(kind) => set(tx, id, "kind", kind_word(kind)),
        Field::State(State::Done) => finish(tx, id, tx.today),
        Field::State(State::NotDoing) => decline(tx, id, "", None, None),
        Field::State(state) => into_state(tx, id, *state),
        Field::Size(value) => set(tx, id, "size", size(*value)?),
        Field::PartOf(container) => {
            if let Some(container) = container {
                no_circle(tx, id, *container)?;
            }
            set(tx, id, "part_of", *container)
        }
        Field::Goal(goal) => {
            if let Some(goal) = goal {
                tx.exists("goal", goal.0)?;
            }
            set(tx, id, "goal", *goal)
        }
        Field::Slice(slice) => {
            if let Some(slice) = slice {
                tx.exists("slice", slice.0)?;
            }
            set(tx, id, "slice", *slice)
        }
        Field::Labels(labels) => {
            let wanted: Vec<String> = labels.iter().map(|label| clean(label)).collect();
            for label in tx.known(id)?.item.labels.iter().filter(|label| !wanted.contains(label)) {
                tx.execute("DELETE FROM label WHERE item = ?1 AND name = ?2", params![id, label])?;
            }
            add_labels(tx, id, &wanted)
        }
        Field::Body(text) => set_text(tx, id, "body", text),
        Field::Notes(text) => set_text(tx, id, "notes", text),
        Field::NeedNote(text) => set_text(tx, id, "need_note", text),
        Field::BusinessNote(text) => set_text(tx, id, "business_note", text),
        Field::FeasibilityNote(text) => set_text(tx, id, "feasibility_note", text),
        Field::Need(mark) => set(tx, id, "need", checked_mark(*mark)?),
        Field::Business(mark) => set(tx, id, "business", checked_mark(*mark)?),
        Field::Feasibility(mark) => set(tx, id, "feasibility", checked_mark(*mark)?),
        Field::Urgency(mark) => set(tx, id, "urgency", checked_mark(*mark)?),
        Field::Risk(mark) => set(tx, id, "risk", checked_mark(*mark)?),
        Field::Value(value) => set_value(tx, id, *value),
        Field::ExternalId(external) => set(tx, id, "external_id", external.as_deref().map(clean)),
        Field::Url(url) => {
            if let Some(url) = url.as_deref() {
                safe_url(url)?;
            }
            set(tx, id, "url", url.clone())
        }
        Field::DoneOn(day) => {
            // An earlier change of the same step may have finished it.
            let state: State =
                tx.prepare("SELECT state FROM item WHERE id = ?1")?.query_row([id], |row| row.get(0))?;
            if state != State::Done {
                return Err(Error::invalid_with("doneOn", "error-not-done", [("title", title(tx, id))]));
            }
            finish(tx, id, *day)
        }
    }
}

fn set(tx: &Tx<'_>, id: ItemId, column: &'static str, value: impl rusqlite::ToSql) -> Result<()> {
    tx.execute(&format!("UPDATE item SET {column} = ?2 WHERE id = ?1"), params![id, value])?;
    Ok(())
}

pub(crate) fn set_text(tx: &Tx<'_>, id: ItemId, column: &'static str, text: &str) -> Result<()> {
    let text = text.replace('\0', "\u{fffd}");
    tx.execute("INSERT INTO item_text (id) VALUES (?1) ON CONFLICT DO NOTHING", [id])?;
    tx.execute(&format!("UPDATE item_text SET {column} = ?2 WHERE id = ?1"), params![id, text])?;
    Ok(())
}

fn set_value(tx: &Tx<'_>, id: ItemId, value: Option<ValueRange>) -> Result<()> {
    let refuse = || Error::invalid("value", "error-value");
    let stored = match value {
        None => None,
        Some(ValueRange { low, high, confidence }) if low <= high && confidence <= 100 => {
            let ends = to_thousandths(low).zip(to_thousandths(high)).ok_or_else(refuse)?;
            Some((ends, confidence))
        }
        Some(_) => return Err(refuse()),
    };
    set(tx, id, "value_low", stored.map(|((low, _), _)| low))?;
    set(tx, id, "value_high", stored.map(|((_, high), _)| high))?;
    set(tx, id, "value_confidence", stored.map(|(_, confidence)| confidence))
}

fn checked_mark(mark: Option<u8>) -> Result<Option<u8>> {
    match mark {
        Some(mark) if mark > 4 => Err(Error::invalid("mark", "error-mark")),
        _ => Ok(mark),
    }
}

/// Refuses a container that is the item itself or one of its parts.
fn no_circle(tx: &Tx<'_>, id: ItemId, container: ItemId) -> Result<()> {
    let mut above = Some(container);
    let mut seen = BTreeSet::new();
    while let Some(next) = above {
        if next == id || !seen.insert(next) {
            return Err(Error::invalid_with("partOf", "error-part-of-itself", [("title", title(tx, id))]));
        }
        above = tx.known(next)?.item.part_of;
    }
    Ok(())
}

fn title(tx: &Tx<'_>, id: ItemId) -> String {
    tx.backlog.entry_of(id).map(|entry| entry.item.title.clone()).unwrap_or_default()
}

fn field_name(change: &Field) -> &'static str {
    match change {
        Field::Title(_) => "title",
        Field::Kind(_) => "kind",
        Field::State(_) => "state",
        Field::Size(_) => "size",
        Field::PartOf(_) => "part-of",
        Field::Goal(_) => "goal",
        Field::Slice(_) => "slice",
        Field::Labels(_) => "labels",
        Field::Body(_) => "body",
        Field::Notes(_) => "notes",
        Field::Need(_) => "need",
        Field::NeedNote(_) => "need-note",
        Field::Business(_) => "business",
        Field::BusinessNote(_) => "business-note",
        Field::Feasibility(_) => "feasibility",
        Field::FeasibilityNote(_) => "feasibility-note",
        Field::Urgency(_) => "urgency",
        Field::Risk(_) => "risk",
        Field::Value(_) => "value",
        Field::ExternalId(_) => "external-id",
        Field::Url(_) => "url",
        Field::DoneOn(_) => "done-on",
    }
}

/// Whether the value is typed letter by letter, so that its saves join one step.
fn is_typed(change: &Field) -> bool {
    matches!(
        change,
        Field::Title(_)
            | Field::Body(_)
            | Field::Notes(_)
            | Field::NeedNote(_)
            | Field::BusinessNote(_)
            | Field::FeasibilityNote(_)
    )
}

/// The new value as the history quotes it; empty for long texts.
fn value_text(tx: &Tx<'_>, change: &Field) -> String {
    let mark = |mark: &Option<u8>| mark.map(|mark| mark.to_string()).unwrap_or_default();
    match change {
        Field::Title(text) | Field::Kind(text) => short(&clean(text)),
        Field::State(state) => state.word().to_owned(),
        Field::Size(size) => size.map(|size| size.to_string()).unwrap_or_default(),
        Field::PartOf(container) => container.map(|id| short(&title(tx, id))).unwrap_or_default(),
        Field::Labels(labels) => short(&labels.join(", ")),
        Field::Need(m) | Field::Business(m) | Field::Feasibility(m) | Field::Urgency(m) | Field::Risk(m) => {
            mark(m)
        }
        Field::Value(value) => value.map(|value| format!("{}–{}", value.low, value.high)).unwrap_or_default(),
        Field::ExternalId(text) | Field::Url(text) => short(text.as_deref().unwrap_or_default()),
        Field::DoneOn(day) => day.to_string(),
        _ => String::new(),
    }
}

/// Adds labels and takes others away.
pub(crate) fn label_items(tx: &Tx<'_>, ids: &[ItemId], add: &[String], remove: &[String]) -> Result<Step> {
    tx.all_known(ids)?;
    for id in ids {
        add_labels(tx, *id, add)?;
        for label in remove {
            tx.execute("DELETE FROM label WHERE item = ?1 AND name = ?2", params![id, clean(label)])?;
        }
    }
    let step = Step::new("history-label-items").with("count", ids.len());
    Ok(if let [id] = ids { step.about(*id) } else { step })
}

/// Marks items Done on a day.
pub(crate) fn finish_items(tx: &Tx<'_>, ids: &[ItemId], on: NaiveDate) -> Result<Step> {
    tx.all_known(ids)?;
    for id in ids {
        finish(tx, *id, on)?;
    }
    Ok(match ids {
        [id] => Step::new("history-finish-item").with("title", short(&title(tx, *id))).about(*id),
        _ => Step::new("history-finish-items").with("count", ids.len()),
    }
    .with("day", on.to_string()))
}

fn finish(tx: &Tx<'_>, id: ItemId, on: NaiveDate) -> Result<()> {
    if on > tx.today {
        return Err(Error::invalid_with("on", "error-done-in-future", [("day", on.to_string())]));
    }
    let state_on = if tx.known(id)?.state == State::Done { tx.known(id)?.state_on } else { Some(tx.today) };
    tx.execute(
        "UPDATE item SET state = 'done', done_on = ?2, state_on = ?3, sprint_rank = NULL WHERE id = ?1",
        params![id, on, state_on],
    )?;
    tx.execute("DELETE FROM not_doing WHERE item = ?1", [id])?;
    story::note_done(tx, id)
}

/// Decides not to do items.
pub(crate) fn decline_items(
    tx: &Tx<'_>,
    ids: &[ItemId],
    reason: &str,
    revisit: Option<NaiveDate>,
    assumption: Option<AssumptionId>,
) -> Result<Step> {
    tx.all_known(ids)?;
    for id in ids {
        decline(tx, *id, reason, revisit, assumption)?;
    }
    Ok(match ids {
        [id] => Step::new("history-decline-item").with("title", short(&title(tx, *id))).about(*id),
        _ => Step::new("history-decline-items").with("count", ids.len()),
    })
}

/// Decides not to do one item, which may be new in this step.
pub(crate) fn decline(
    tx: &Tx<'_>,
    id: ItemId,
    reason: &str,
    revisit: Option<NaiveDate>,
    assumption: Option<AssumptionId>,
) -> Result<()> {
    if let Some(assumption) = assumption {
        tx.exists("assumption", assumption.0)?;
    }
    tx.execute(
        "UPDATE item SET state = 'not_doing', done_on = NULL, state_on = ?2, sprint_rank = NULL
         WHERE id = ?1 AND state <> 'not_doing'",
        params![id, tx.today],
    )?;
    tx.execute(
        "INSERT INTO not_doing (item, reason, revisit, assumption) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT (item) DO UPDATE SET reason = excluded.reason, revisit = excluded.revisit,
           assumption = excluded.assumption",
        params![id, reason.trim(), revisit, assumption],
    )?;
    Ok(())
}

/// Takes Done or declined items back into the order, as ready.
pub(crate) fn reopen_items(tx: &Tx<'_>, ids: &[ItemId]) -> Result<Step> {
    tx.all_known(ids)?;
    for id in ids {
        into_state(tx, *id, State::Ready)?;
    }
    Ok(match ids {
        [id] => Step::new("history-reopen-item").with("title", short(&title(tx, *id))).about(*id),
        _ => Step::new("history-reopen-items").with("count", ids.len()),
    })
}

/// Gives an item an open state. A done date goes with the Done state; in the Sprint it stands last.
pub(crate) fn into_state(tx: &Tx<'_>, id: ItemId, state: State) -> Result<()> {
    let entry = tx.known(id)?;
    if entry.state == state {
        return Ok(());
    }
    let finished = matches!(entry.state, State::Done | State::NotDoing);
    let done_on = if finished { None } else { entry.item.done_on };
    tx.execute(
        "UPDATE item SET state = ?2, done_on = ?3, state_on = ?4, sprint_rank = CASE ?2 WHEN 'in_sprint' THEN
           coalesce((SELECT max(sprint_rank) FROM item WHERE state = 'in_sprint'), 0) + ?5 END WHERE id = ?1",
        params![id, state, done_on, tx.today, STRIDE],
    )?;
    tx.execute("DELETE FROM not_doing WHERE item = ?1", [id])?;
    tx.execute("DELETE FROM evidence WHERE id = ?1", [id])?;
    Ok(())
}

/// Splits an item: it keeps its place and its facts and takes the first title; the others follow it,
/// in the Sprint too if it is in the running one.
pub(crate) fn split_item(tx: &Tx<'_>, id: ItemId, titles: &[String]) -> Result<Step> {
    let entry = tx.known(id)?;
    let [first, others @ ..] = titles else { return Err(Error::invalid("titles", "error-nothing-to-add")) };
    if others.is_empty() {
        return Err(Error::invalid("titles", "error-split-needs-two"));
    }
    if tx.backlog.position(id).is_none() {
        return Err(Error::invalid_with("id", "error-no-position", [("title", entry.item.title.clone())]));
    }
    let first = required(first, "titles", "error-title-empty")?;
    set(tx, id, "title", first)?;
    let in_sprint = entry.item.state == State::InSprint;
    let mut ids = Vec::new();
    for other in others {
        ids.push(add_item(
            tx,
            &NewItem {
                title: other.clone(),
                kind: entry.item.kind.clone(),
                state: Some(entry.state),
                part_of: entry.item.part_of,
                labels: entry.item.labels.clone(),
                wanted_by: entry.item.wanted_by.clone(),
                ..NewItem::default()
            },
        )?);
    }
    put(tx, &ids, Place::After { id }, if in_sprint { Origin::Sprint } else { Origin::New })?;
    Ok(Step::new("history-split-item")
        .with("title", short(&entry.item.title))
        .with("count", titles.len())
        .about(id))
}

/// Merges items into one, which gets their wants, labels, links and the larger marks; they are deleted.
pub(crate) fn merge_items(tx: &Tx<'_>, into: ItemId, ids: &[ItemId]) -> Result<Step> {
    tx.known(into)?;
    tx.all_known(ids)?;
    if ids.contains(&into) {
        return Err(Error::invalid("ids", "error-merge-into-itself"));
    }
    let mut merged = String::new();
    for id in ids {
        let entry = tx.known(*id)?;
        add_labels(tx, into, &entry.item.labels)?;
        tx.execute(
            "INSERT INTO want (stakeholder, item, strength, why)
             SELECT stakeholder, ?2, strength, why FROM want WHERE item = ?1 ON CONFLICT DO NOTHING",
            params![id, into],
        )?;
        tx.execute("UPDATE link SET item = ?2 WHERE item = ?1", params![id, into])?;
        tx.execute("UPDATE risk SET item = ?2 WHERE item = ?1", params![id, into])?;
        let body: String = tx
            .prepare("SELECT coalesce((SELECT body FROM item_text WHERE id = ?1), '')")?
            .query_row([id], |row| row.get(0))?;
        merged.push_str(&format!("\n\n{}\n\n{body}", entry.item.title));
    }
    let body: String = tx
        .prepare("SELECT coalesce((SELECT body FROM item_text WHERE id = ?1), '')")?
        .query_row([into], |row| row.get(0))?;
    set_text(tx, into, "body", format!("{body}{}", merged.trim_end()).trim())?;
    delete(tx, ids)?;
    Ok(Step::new("history-merge-items")
        .with("count", ids.len())
        .with("title", short(&title(tx, into)))
        .about(into))
}

/// Names a release slice.
pub(crate) fn add_slice(tx: &Tx<'_>, name: &str) -> Result<Step> {
    let name = required(name, "name", "error-name-empty")?;
    tx.insert("INSERT INTO slice (name) VALUES (?1)", [&name])?;
    Ok(Step::new("history-add-slice").with("name", short(&name)))
}

/// Renames a release slice.
pub(crate) fn change_slice(tx: &Tx<'_>, id: SliceId, name: &str) -> Result<Step> {
    let name = required(name, "name", "error-name-empty")?;
    found(tx.execute("UPDATE slice SET name = ?2 WHERE id = ?1", params![id, name])?, id.0)?;
    Ok(Step::new("history-change-slice").with("name", short(&name)))
}

/// Takes a release slice away; its items stay.
pub(crate) fn remove_slice(tx: &Tx<'_>, id: SliceId) -> Result<Step> {
    let name: String = tx
        .prepare("SELECT coalesce((SELECT name FROM slice WHERE id = ?1), '')")?
        .query_row([id], |row| row.get(0))?;
    found(tx.execute("DELETE FROM slice WHERE id = ?1", [id])?, id.0)?;
    Ok(Step::new("history-remove-slice").with("name", short(&name)))
}

/// Deletes items with all that belongs to them; their parts stay, without a container.
pub(crate) fn delete_items(tx: &Tx<'_>, ids: &[ItemId]) -> Result<Step> {
    tx.all_known(ids)?;
    delete(tx, ids)?;
    Ok(match ids {
        [id] => Step::new("history-delete-item").with("title", short(&title(tx, *id))).about(*id),
        _ => Step::new("history-delete-items").with("count", ids.len()),
    })
}

fn delete(tx: &Tx<'_>, ids: &[ItemId]) -> Result<()> {
    for id in ids {
        tx.execute("DELETE FROM item WHERE id = ?1", [id])?;
    }
    Ok(())
}

/// Links an item to something outside.
pub(crate) fn add_link(tx: &Tx<'_>, item: ItemId, link_title: &str, url: &str) -> Result<Step> {
    tx.known(item)?;
    let url = safe_url(url)?;
    tx.insert(
        "INSERT INTO link (item, title, url) VALUES (?1, ?2, ?3)",
        params![item, clean(link_title), url],
    )?;
    Ok(Step::new("history-add-link").with("title", short(&title(tx, item))).about(item))
}

/// Takes a link away.
pub(crate) fn remove_link(tx: &Tx<'_>, id: LinkId) -> Result<Step> {
    let item = remove_of_item(tx, "link", id.0)?;
    Ok(Step::new("history-remove-link").with("title", short(&title(tx, item))).about(item))
}

/// Names something that may go wrong with an item.
pub(crate) fn add_risk(tx: &Tx<'_>, item: ItemId, text: &str, probability: Option<u8>) -> Result<Step> {
    tx.known(item)?;
    if probability.is_some_and(|percent| percent > 100) {
        return Err(Error::invalid("probability", "error-percent"));
    }
    let text = required(text, "text", "error-text-empty")?;
    tx.insert(
        "INSERT INTO risk (item, text, probability) VALUES (?1, ?2, ?3)",
        params![item, text, probability],
    )?;
    Ok(Step::new("history-add-risk").with("title", short(&title(tx, item))).about(item))
}

/// Takes a risk away.
pub(crate) fn remove_risk(tx: &Tx<'_>, id: RiskId) -> Result<Step> {
    let item = remove_of_item(tx, "risk", id.0)?;
    Ok(Step::new("history-remove-risk").with("title", short(&title(tx, item))).about(item))
}

fn remove_of_item(tx: &Tx<'_>, table: &'static str, id: i64) -> Result<ItemId> {
    use rusqlite::OptionalExtension;
    let item = tx
        .prepare(&format!("DELETE FROM {table} WHERE id = ?1 RETURNING item"))?
        .query_row([id], |row| row.get(0))
        .optional()?;
    item.ok_or_else(|| Error::not_found("error-gone", "id", id))
}

/// Says that somebody wants items.
pub(crate) fn want_items(
    tx: &Tx<'_>,
    person: StakeholderId,
    items: &[ItemId],
    strength: u8,
    why: &str,
    need: Option<NeedId>,
) -> Result<Step> {
    let name = tx.person(person)?.fields.name.clone();
    tx.all_known(items)?;
    checked_strength(strength)?;
    if let Some(need) = need {
        crate::need::of_person(tx, need, person)?;
    }
    for item in items {
        want(tx, person, *item, strength, why)?;
        if let Some(need) = need {
            tx.execute(
                "UPDATE want SET need = ?3 WHERE stakeholder = ?1 AND item = ?2",
                params![person, item, need],
            )?;
        }
    }
    Ok(match items {
        [item] => Step::new("history-want-item").with("title", short(&title(tx, *item))).about(*item),
        _ => Step::new("history-want-items").with("count", items.len()),
    }
    .with("name", name))
}

fn want(tx: &Tx<'_>, person: StakeholderId, item: ItemId, strength: u8, why: &str) -> Result<()> {
    tx.execute(
        "INSERT INTO want (stakeholder, item, strength, why) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT (item, stakeholder) DO UPDATE SET strength = excluded.strength, why = excluded.why",
        params![person, item, strength, why.trim()],
    )?;
    Ok(())
}

/// Says that somebody wants an item, which may be new in this step, unless it is known already.
pub(crate) fn want_if_new(tx: &Tx<'_>, person: StakeholderId, item: ItemId, why: &str) -> Result<()> {
    tx.execute(
        "INSERT INTO want (stakeholder, item, strength, why) VALUES (?1, ?2, 2, ?3) ON CONFLICT DO NOTHING",
        params![person, item, why.trim()],
    )?;
    Ok(())
}

/// Says that somebody no longer wants items.
pub(crate) fn unwant_items(tx: &Tx<'_>, person: StakeholderId, items: &[ItemId]) -> Result<Step> {
    let name = tx.person(person)?.fields.name.clone();
    tx.all_known(items)?;
    for item in items {
        tx.execute("DELETE FROM want WHERE stakeholder = ?1 AND item = ?2", params![person, item])?;
    }
    Ok(match items {
        [item] => Step::new("history-unwant-item").with("title", short(&title(tx, *item))).about(*item),
        _ => Step::new("history-unwant-items").with("count", items.len()),
    }
    .with("name", name))
}
