//! Verbs that change a product, and the history that tells of them.

use crate::answer::{Answer, Column, Stop, Told, plain, table};
use crate::args::{self, PlaceArguments};
use crate::desk::Desk;
use crate::named::{self, person};
use cairn_core::backlog::{Field, NewItem, Place, State, ValueRange};
use cairn_core::ids::{AssumptionId, ItemId, NeedId};
use cairn_core::snapshot::HistoryKind;
use cairn_core::words::{say, tell};
use cairn_core::{Declined, Edit, Error, HistoryLine, Outcome, Product, Result};
use cairn_host::Folder;
use cairn_host::backups::{self, Occasion};
use chrono::{DateTime, FixedOffset, NaiveDate, SecondsFormat};
use serde::Serialize;

/// A step in JSON.
#[derive(Debug, Default, Serialize)]
pub struct Step {
    /// Its number; none when nothing had to change.
    operation: Option<i64>,
    /// What was done.
    text: String,
    /// Whether it was an edit, an undo or a redo.
    kind: Option<HistoryKind>,
    /// The moment.
    at: Option<String>,
    /// The local day it was done.
    day: Option<NaiveDate>,
    /// Why.
    reason: Option<String>,
    /// Id of the item it was about.
    item: Option<i64>,
    /// From which place to which.
    moved: Option<Moved>,
    /// Whom a move served.
    serves: Vec<String>,
    /// Whom a move delayed.
    delays: Vec<String>,
    /// Id of the item, record or forecast it made.
    #[serde(skip_serializing_if = "Option::is_none")]
    created: Option<i64>,
    /// What there is to know about it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    notes: Vec<String>,
}

/// A move in JSON.
#[derive(Debug, Serialize)]
struct Moved {
    from: u32,
    to: u32,
}

impl Step {
    /// A line of the history.
    pub fn of(line: HistoryLine, offset: FixedOffset) -> Self {
        let at = DateTime::from_timestamp_millis(line.at).map(|at| at.with_timezone(&offset));
        Self {
            operation: Some(line.operation.0),
            text: line.text,
            kind: Some(line.kind),
            at: at.map(|at| at.to_rfc3339_opts(SecondsFormat::Secs, true)),
            day: Some(line.day),
            reason: line.reason,
            item: line.item.map(|id| id.0),
            moved: line.moved.map(|(from, to)| Moved { from, to }),
            serves: line.serves,
            delays: line.delays,
            created: None,
            notes: Vec::new(),
        }
    }

    /// The step of an outcome; a sentence says so where nothing had to change.
    pub fn of_outcome(outcome: &Outcome, desk: &Desk) -> Self {
        match &outcome.done {
            Some(line) => Self::of(line.clone(), *desk.now.offset()),
            None => Self::nothing(),
        }
    }

    /// The step with the id of what it made.
    pub fn making(mut self, outcome: &Outcome) -> Self {
        self.created = outcome.created.first().copied();
        self
    }

    fn nothing() -> Self {
        Self { text: say("cli-nothing-changed"), ..Self::default() }
    }

    /// What was done.
    pub fn sentence(&self) -> &str {
        &self.text
    }

    /// What was done, why and for whom, as lines.
    fn text(&self) -> String {
        let mut lines = vec![plain(&self.text)];
        lines.extend(self.whys().iter().map(|why| format!("  {}", plain(why))));
        lines.join("\n") + "\n"
    }

    fn whys(&self) -> Vec<String> {
        let names = |key: &str, names: &[String]| {
            (!names.is_empty()).then(|| tell(key, &[("names", names.join(", ").into())]))
        };
        let reason = self.reason.as_ref().map(|reason| tell("cli-because", &[("reason", reason.into())]));
        [reason, names("cli-serves", &self.serves), names("cli-delays", &self.delays)]
            .into_iter()
            .flatten()
            .collect()
    }
}

pub fn told(outcome: &Outcome, desk: &Desk) -> Answer {
    let step = Step::of_outcome(outcome, desk);
    let text = step.text();
    Answer::new(&step, text)
}

/// A new product in JSON.
#[derive(Debug, Serialize)]
struct Made {
    product: String,
    name: String,
    items: usize,
}

/// `init`: a new product, in the named file or among those of the window.
pub fn init(desk: &Desk, arguments: args::Init) -> Told {
    let stem = |path: &std::path::Path| path.file_stem().map(|stem| stem.to_string_lossy().into_owned());
    let file = desk.named.as_deref().or(arguments.from.as_deref());
    let named = arguments.name.clone().or_else(|| file.and_then(stem));
    let own = Folder::of_user();
    let (path, id) = match &desk.named {
        Some(path) => (path.clone(), None),
        None => {
            let name = if arguments.sample { "sample" } else { named.as_deref().unwrap_or_default() };
            if name.trim().is_empty() {
                return Err(Stop::Usage(say("cli-init-needs-name")));
            }
            let folder = Folder::at(own.path().to_owned())?;
            let id = folder.free_id(name);
            (folder.product(&id), Some(id))
        }
    };
    // A product whose file is gone is never replaced by an empty one.
    if !path.exists() && backups::any(&own.files_of(&path)) {
        return Err(Error::Missing { path }.into());
    }
    let made = match &arguments.from {
        Some(from) => {
            let json = std::fs::read(from).map_err(|error| Error::io(from, error))?;
            Some(Product::of_json(&json, from, desk.now)?)
        }
        None if arguments.sample => Some(Product::sample(desk.now)?),
        None => None,
    };
    let product = if let Some(made) = made {
        if path.exists() {
            return Err(exists(&path).into());
        }
        made.save_copy(&path)?;
        made
    } else {
        Product::create(&path, named.as_deref().unwrap_or_default(), desk.now)?
    };
    let name = product.settings().name.clone();
    if let Some(id) = id {
        own.note_opened(&id, &name)?;
    }
    let items = product.filter_all("")?.len();
    let path = path.display().to_string();
    let text = tell("cli-made", &[("name", plain(&name).into()), ("path", plain(&path).into())]) + "\n";
    Ok(Answer::new(&Made { product: path, name, items }, text))
}

/// A file is in the way.
pub fn exists(path: &std::path::Path) -> Error {
    Error::invalid_with("path", "error-file-exists", [("path", path.display().to_string())])
}

/// The place that was named, if one was.
///
/// # Errors
/// [`Error::NotFound`] for an item and [`Error::Invalid`] for a day that is not there.
pub fn place(product: &Product, place: &PlaceArguments) -> Result<Option<Place>> {
    Ok(match place {
        PlaceArguments { to: Some(position), .. } => Some(Place::Position { position: *position }),
        PlaceArguments { before: Some(item), .. } => Some(Place::Before { id: product.find(item)? }),
        PlaceArguments { after: Some(item), .. } => Some(Place::After { id: product.find(item)? }),
        PlaceArguments { by: Some(day), .. } => Some(Place::ByDay { day: day.day()? }),
        PlaceArguments { top: true, .. } => Some(Place::Top),
        PlaceArguments { bottom: true, .. } => Some(Place::Bottom),
        _ => None,
    })
}

fn state(word: &str) -> Result<State> {
    State::from_word(word)
        .ok_or_else(|| Error::invalid_with("state", "cli-error-state", [("state", word.to_owned())]))
}

/// `add`: one new item.
pub fn add(desk: &Desk, arguments: args::Add) -> Told {
    let mut held = desk.write()?;
    let product = &mut held.product;
    let item = NewItem {
        title: arguments.title,
        kind: arguments.kind.unwrap_or_default(),
        state: arguments.state.as_deref().map(state).transpose()?,
        size: arguments.size,
        part_of: arguments.part_of.as_deref().map(|item| product.find(item)).transpose()?,
        labels: arguments.labels,
        wanted_by: arguments.wanted_by.iter().map(|name| person(product, name)).collect::<Result<_>>()?,
        body: arguments.body.unwrap_or_default(),
    };
    let place = place(product, &arguments.place)?.unwrap_or(Place::Bottom);
    let notes = product.similar(&item.title)?.iter().map(resembles).collect();
    let outcome = product.apply(Edit::AddItems { items: vec![item], place }, desk.now)?;
    let step = Step { notes, ..Step::of_outcome(&outcome, desk).making(&outcome) };
    let mut text = step.text();
    let made = step.created.and_then(|id| product.list_item(ItemId(id)));
    if let Some(item) = made {
        let at = item.position.map_or("none".to_owned(), |position| position.to_string());
        text = format!(
            "{}\n",
            tell(
                "cli-added",
                &[("step", plain(&step.text).into()), ("key", item.key.into()), ("position", at.into())]
            )
        );
    }
    text.extend(step.notes.iter().map(|note| format!("{}\n", plain(note))));
    Ok(Answer::new(&step, text))
}

/// Says that a new item resembles one that is not done on purpose.
fn resembles(declined: &Declined) -> String {
    let key = if declined.reason.is_empty() { "cli-resembles" } else { "cli-resembles-why" };
    let Declined { item, reason, .. } = declined;
    tell(
        key,
        &[
            ("title", item.title.as_str().into()),
            ("key", item.key.as_str().into()),
            ("reason", reason.as_str().into()),
        ],
    )
}

/// One change as it was typed. An empty value clears the field.
fn field(product: &Product, name: &str, value: &str) -> Result<Field> {
    let value_error = |key: &'static str| {
        Error::invalid_with("value", key, [("field", name.to_owned()), ("value", value.to_owned())])
    };
    let cleared = value.trim().is_empty();
    let text = || value.to_owned();
    let some = || (!cleared).then(|| value.trim().to_owned());
    let mark = || -> Result<Option<u8>> {
        let mark = some().map(|mark| mark.parse().map_err(|_| Error::invalid("mark", "error-mark")));
        mark.transpose()
    };
    Ok(match name.trim().to_lowercase().replace('-', "_").as_str() {
        "title" => Field::Title(text()),
        "kind" => Field::Kind(text()),
        "state" => Field::State(state(value)?),
        "size" => Field::Size(
            some()
                .map(|size| size.replace(',', ".").parse().map_err(|_| Error::invalid("size", "error-size")))
                .transpose()?,
        ),
        "part_of" => Field::PartOf(some().map(|item| product.find(&item)).transpose()?),
        "goal" => Field::Goal(some().map(|goal| named::goal(product, &goal)).transpose()?),
        "slice" => Field::Slice(some().map(|slice| named::slice(product, &slice)).transpose()?),
        "labels" => Field::Labels(
            value.split(',').map(|label| label.trim().to_owned()).filter(|label| !label.is_empty()).collect(),
        ),
        "body" => Field::Body(text()),
        "notes" => Field::Notes(text()),
        "need" => Field::Need(mark()?),
        "need_note" => Field::NeedNote(text()),
        "business" => Field::Business(mark()?),
        "business_note" => Field::BusinessNote(text()),
        "feasibility" => Field::Feasibility(mark()?),
        "feasibility_note" => Field::FeasibilityNote(text()),
        "urgency" => Field::Urgency(mark()?),
        "risk" => Field::Risk(mark()?),
        "value" => Field::Value(some().map(|value| worth(&value)).transpose()?),
        "external_id" => Field::ExternalId(some()),
        "url" => Field::Url(some()),
        "done_on" if cleared => return Err(value_error("cli-error-done-on-empty")),
        "done_on" => {
            let day: args::Day = value.parse().map_err(|_| value_error("cli-error-day"))?;
            Field::DoneOn(day.day()?)
        }
        _ => return Err(value_error("cli-error-field")),
    })
}

/// What an item is claimed to be worth, as `10..20@70`.
fn worth(text: &str) -> Result<ValueRange> {
    let read = || {
        let (range, confidence) = text.split_once('@')?;
        let (low, high) = range.split_once("..")?;
        let confidence = confidence.trim().trim_end_matches('%').parse().ok()?;
        Some(ValueRange { low: low.trim().parse().ok()?, high: high.trim().parse().ok()?, confidence })
    };
    read().ok_or_else(|| Error::invalid("value", "error-value"))
}

/// `edit`: fields of one item, as one step.
pub fn change(desk: &Desk, arguments: args::Change) -> Told {
    let mut held = desk.write()?;
    let product = &mut held.product;
    let id = product.find(&arguments.item)?;
    let changes = arguments
        .fields
        .iter()
        .map(|(name, value)| field(product, name, value))
        .collect::<Result<Vec<_>>>()?;
    Ok(told(&product.apply(Edit::ChangeItems { ids: vec![id], changes }, desk.now)?, desk))
}

fn found(product: &Product, items: &[String]) -> Result<Vec<ItemId>> {
    items.iter().map(|item| product.find(item)).collect()
}

/// `move`: items to another place.
pub fn move_items(desk: &Desk, arguments: args::Move) -> Told {
    let mut held = desk.write()?;
    let product = &mut held.product;
    let ids = found(product, &arguments.items)?;
    let place = place(product, &arguments.place)?.ok_or_else(|| Stop::Usage(say("cli-move-needs-place")))?;
    let reason = arguments.reason.unwrap_or_default();
    let outcome = product.apply(Edit::MoveItems { ids, place, reason }, desk.now)?;
    Ok(told(&outcome, desk))
}

/// Runs the edit that `edit` makes of what the product holds.
pub fn run(desk: &Desk, edit: impl FnOnce(&mut Product) -> Result<Edit>) -> Told {
    Ok(told(&apply(desk, edit)?, desk))
}

/// As [`run`], for an edit that makes one thing: the answer tells its number.
pub fn make(desk: &Desk, edit: impl FnOnce(&mut Product) -> Result<Edit>) -> Told {
    let outcome = apply(desk, edit)?;
    let step = Step::of_outcome(&outcome, desk).making(&outcome);
    let text = match step.created {
        Some(id) => {
            tell("cli-made-number", &[("step", plain(&step.text).into()), ("number", id.into())]) + "\n"
        }
        None => step.text(),
    };
    Ok(Answer::new(&step, text))
}

fn apply(desk: &Desk, edit: impl FnOnce(&mut Product) -> Result<Edit>) -> Result<Outcome> {
    let mut held = desk.write()?;
    let edit = edit(&mut held.product)?;
    if backups::are_due_before(&edit) {
        backups::back_up(&held.product, &desk.files()?, Occasion::Deletion, desk.now)?;
    }
    held.product.apply(edit, desk.now)
}

/// `done`: items on a day.
pub fn done(desk: &Desk, arguments: args::Done) -> Told {
    run(desk, |product| {
        let ids = found(product, &arguments.items)?;
        let on = arguments.on.as_ref().map_or(Ok(desk.today()), args::Day::day)?;
        Ok(Edit::FinishItems { ids, on })
    })
}

/// `reopen`: items back into the order.
pub fn reopen(desk: &Desk, arguments: args::Items) -> Told {
    run(desk, |product| Ok(Edit::ReopenItems { ids: found(product, &arguments.items)? }))
}

/// `decline`: items that are not going to be done.
pub fn decline(desk: &Desk, arguments: args::Decline) -> Told {
    run(desk, |product| {
        let ids = found(product, &arguments.items)?;
        let revisit = arguments.revisit.as_ref().map(args::Day::day).transpose()?;
        if arguments.reason.trim().is_empty() {
            return Err(Error::invalid("reason", "error-reason-empty"));
        }
        let assumption = arguments.assumption.map(AssumptionId);
        Ok(Edit::DeclineItems { ids, reason: arguments.reason, revisit, assumption })
    })
}

/// `split`: one item into several.
pub fn split(desk: &Desk, arguments: args::Split) -> Told {
    run(desk, |product| Ok(Edit::SplitItem { id: product.find(&arguments.item)?, titles: arguments.titles }))
}

/// `merge`: several items into one.
pub fn merge(desk: &Desk, arguments: args::Merge) -> Told {
    run(desk, |product| {
        let ids = found(product, &arguments.items)?;
        Ok(Edit::MergeItems { into: product.find(&arguments.into)?, ids })
    })
}

/// `delete`: items for good, until it is undone.
pub fn delete(desk: &Desk, arguments: args::Items) -> Told {
    run(desk, |product| Ok(Edit::DeleteItems { ids: found(product, &arguments.items)? }))
}

/// `want`: who waits for items.
pub fn want(desk: &Desk, arguments: args::Want) -> Told {
    run(desk, |product| {
        let stakeholder = person(product, &arguments.by)?;
        let items = found(product, &arguments.items)?;
        let why = arguments.why.unwrap_or_default();
        let need = arguments.need.map(NeedId);
        Ok(Edit::Want { stakeholder, items, strength: arguments.strength, why, need })
    })
}

/// `unwant`: who no longer does.
pub fn unwant(desk: &Desk, arguments: args::Unwant) -> Told {
    run(desk, |product| {
        let stakeholder = person(product, &arguments.by)?;
        Ok(Edit::Unwant { stakeholder, items: found(product, &arguments.items)? })
    })
}

/// A release slice in JSON.
#[derive(Debug, Serialize)]
struct ShownSlice {
    id: i64,
    name: String,
    /// How many of its items are in the order.
    open: usize,
    /// How many are Done.
    done: usize,
}

/// `slice`: release slices.
pub fn slice(desk: &Desk, arguments: args::Slice) -> Told {
    match arguments {
        args::Slice::List => slices(desk),
        args::Slice::Add { name } => make(desk, |_| Ok(Edit::AddSlice { name })),
        args::Slice::Rename { name, new } => {
            run(desk, |product| Ok(Edit::ChangeSlice { id: named::slice(product, &name)?, name: new }))
        }
        args::Slice::Remove { name } => {
            run(desk, |product| Ok(Edit::RemoveSlice { id: named::slice(product, &name)? }))
        }
    }
}

fn slices(desk: &Desk) -> Told {
    let product = desk.read()?;
    let items = product.filter_all("")?;
    let shown = product.slices()?.into_iter().map(|slice| {
        let within = || items.iter().filter(|item| item.slice == Some(slice.id));
        let open = within().filter(|item| item.position.is_some()).count();
        let done = within().filter(|item| item.state == State::Done).count();
        ShownSlice { id: slice.id.0, name: slice.name, open, done }
    });
    let shown: Vec<ShownSlice> = shown.collect();
    let row = |slice: &ShownSlice| {
        let counts = tell("cli-slice-items", &[("open", slice.open.into()), ("done", slice.done.into())]);
        vec![slice.name.clone(), counts]
    };
    let text = if shown.is_empty() {
        format!("{}\n", say("cli-no-slices"))
    } else {
        table(&[Column::Gives, Column::Left], &shown.iter().map(row).collect::<Vec<_>>())
    };
    Ok(Answer::new(&shown, text))
}

/// `undo`: the last step.
pub fn undo(desk: &Desk) -> Told {
    let outcome = desk.write()?.product.undo(desk.now)?;
    Ok(told(&outcome, desk))
}

/// `redo`: the last step that was taken back.
pub fn redo(desk: &Desk) -> Told {
    let outcome = desk.write()?.product.redo(desk.now)?;
    Ok(told(&outcome, desk))
}

/// `history`: what was done, newest first.
pub fn history(desk: &Desk, arguments: args::History) -> Told {
    let product = desk.read()?;
    let item = arguments.item.as_deref().map(|item| product.find(item)).transpose()?;
    let lines = product.history(item, None, arguments.limit.unwrap_or(u32::MAX))?;
    let steps: Vec<Step> = lines.into_iter().map(|line| Step::of(line, *desk.now.offset())).collect();
    let text = if steps.is_empty() { format!("{}\n", say("cli-no-history")) } else { steps_text(&steps) };
    Ok(Answer::new(&steps, text))
}

/// Steps under each other with their days and reasons.
pub fn steps_text(steps: &[Step]) -> String {
    let mut rows = Vec::new();
    for step in steps {
        let day = step.day.map(|day| day.to_string()).unwrap_or_default();
        rows.push(vec![day, step.text.clone()]);
        rows.extend(step.whys().into_iter().map(|why| vec![String::new(), format!("  {why}")]));
    }
    table(&[Column::Left, Column::Left], &rows)
}
