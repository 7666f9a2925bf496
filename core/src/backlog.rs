//! The ordered Product Backlog: what might be done next, most valuable first.

pub(crate) mod list;
pub(crate) mod ordering;
pub(crate) mod verbs;

use crate::decimal::from_thousandths;
use crate::error::Result;
use crate::ids::{AssumptionId, GoalId, ItemId, LinkId, NeedId, RiskId, SliceId, StakeholderId};
use crate::record::stored_as;
use crate::story::{self, Evidence, Example, SaidBack};
use chrono::NaiveDate;
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Where an item stands on its way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// A thought that may become something.
    Idea,
    /// Somebody has to be asked before it can be built.
    NeedsConversation,
    /// The Developers could start it.
    Ready,
    /// Selected for the running Sprint.
    InSprint,
    /// Done by the Definition of Done.
    Done,
    /// Decided not to do it, with a reason.
    NotDoing,
}

stored_as!(State {
    Idea = "idea",
    NeedsConversation = "needs_conversation",
    Ready = "ready",
    InSprint = "in_sprint",
    Done = "done",
    NotDoing = "not_doing",
});

impl State {
    /// The state of a word; spaces and hyphens count as underscores.
    pub fn from_word(word: &str) -> Option<Self> {
        let word = word.trim().to_lowercase().replace([' ', '-'], "_");
        [Self::Idea, Self::NeedsConversation, Self::Ready, Self::InSprint, Self::Done, Self::NotDoing]
            .into_iter()
            .find(|state| state.word() == word)
    }
}

/// A Product Backlog item as the list shows it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Item {
    /// The id, never used again.
    pub id: ItemId,
    /// The short name people say: the other tool's id, or one such as "LW-224".
    pub key: String,
    /// What someone can do once it is Done.
    pub title: String,
    /// Story, bug, spike, chore or any own word, in lower case.
    pub kind: String,
    /// Where it stands.
    pub state: State,
    /// Place in the order from 1; `None` for containers and for what is Done or not done.
    pub position: Option<u32>,
    /// Size as the Developers gave it, in their unit.
    pub size: Option<f64>,
    /// The item or theme it is part of.
    pub part_of: Option<ItemId>,
    /// The Product Goal it serves.
    pub goal: Option<GoalId>,
    /// The release slice it goes out with.
    pub slice: Option<SliceId>,
    /// Whether other items are part of it: then its dates are those of its last part.
    pub container: bool,
    /// Labels in alphabetical order.
    pub labels: Vec<String>,
    /// Who wants it, strongest first.
    pub wanted_by: Vec<StakeholderId>,
    /// How well it serves a need of somebody, 0 to 4.
    pub need: Option<u8>,
    /// How well it serves a business objective, 0 to 4.
    pub business: Option<u8>,
    /// How feasible it is, 0 to 4.
    pub feasibility: Option<u8>,
    /// How much waiting costs, 0 to 4.
    pub urgency: Option<u8>,
    /// How much may go wrong, 0 to 4.
    pub risk: Option<u8>,
    /// The other tool's id.
    pub external_id: Option<String>,
    /// The state in the other tool's words.
    pub source_state: Option<String>,
    /// Address in the other tool.
    pub url: Option<String>,
    /// Day it was created.
    pub created_on: NaiveDate,
    /// Day it was finished.
    pub done_on: Option<NaiveDate>,
}

/// What the detail panel shows of one item beside its list row.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ItemDetail {
    /// The list row.
    pub item: Item,
    /// The card: a short text in Markdown.
    pub body: String,
    /// Own notes in Markdown.
    pub notes: String,
    /// What it is claimed to be worth.
    pub value: Option<ValueRange>,
    /// Why it serves a need.
    pub need_note: String,
    /// Why it serves the business.
    pub business_note: String,
    /// What is known of how it could be built.
    pub feasibility_note: String,
    /// Why it is not done, and when to look again.
    pub not_doing: Option<NotDoing>,
    /// Who wants it, how strongly and why.
    pub wants: Vec<Want>,
    /// Links to things outside.
    pub links: Vec<Link>,
    /// What may go wrong.
    pub risks: Vec<Risk>,
    /// The items that are part of it, in order.
    pub parts: Vec<Item>,
    /// Rules and examples by which it is confirmed.
    pub examples: Vec<Example>,
    /// What the Developers understood, the oldest first.
    pub said_back: Vec<SaidBack>,
    /// Why it counts as Done.
    pub evidence: Option<Evidence>,
}

/// A link of an item to something outside.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Link {
    /// The id.
    pub id: LinkId,
    /// What it shows; empty: the address stands for itself.
    pub title: String,
    /// The address; only http, https and mailto open.
    pub url: String,
}

/// Something that may go wrong with an item.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Risk {
    /// The id.
    pub id: RiskId,
    /// What may go wrong.
    pub text: String,
    /// How likely, in percent.
    pub probability: Option<u8>,
}

/// Who wants an item, how strongly and why.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Want {
    /// Who.
    pub stakeholder: StakeholderId,
    /// How strongly, 1 to 3.
    pub strength: u8,
    /// Why.
    pub why: String,
    /// The need it answers.
    pub need: Option<NeedId>,
}

/// A release slice: items that go out together.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Slice {
    /// The id.
    pub id: SliceId,
    /// What it is called.
    pub name: String,
}

/// Why an item is not done, and what would make it worth another look.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct NotDoing {
    /// Why not.
    pub reason: String,
    /// Day to look again.
    pub revisit: Option<NaiveDate>,
    /// The assumption whose change is worth another look.
    pub assumption: Option<AssumptionId>,
}

/// What an item is claimed to be worth, in whatever the product counts.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, TS)]
pub struct ValueRange {
    /// At least.
    pub low: f64,
    /// At most.
    pub high: f64,
    /// How sure that is, in percent.
    pub confidence: u8,
}

impl ValueRange {
    /// Of the columns as they are stored.
    pub(crate) fn of(stored: (Option<i64>, Option<i64>, Option<u8>)) -> Option<Self> {
        let (Some(low), Some(high), Some(confidence)) = stored else { return None };
        Some(Self { low: from_thousandths(low), high: from_thousandths(high), confidence })
    }
}

/// A new item, as quick add or a pasted list makes it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
#[ts(optional_fields)]
pub struct NewItem {
    /// What someone can do once it is Done. Required.
    pub title: String,
    /// Kind; empty means story.
    pub kind: String,
    /// State; `None` means needs conversation.
    pub state: Option<State>,
    /// Size.
    pub size: Option<f64>,
    /// The item it is part of.
    pub part_of: Option<ItemId>,
    /// Labels.
    pub labels: Vec<String>,
    /// Who wants it.
    pub wanted_by: Vec<StakeholderId>,
    /// The card.
    pub body: String,
}

/// One field of an item with its new value.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(tag = "field", content = "value", rename_all = "camelCase")]
pub enum Field {
    /// Title; must not be empty.
    Title(String),
    /// Kind.
    Kind(String),
    /// State; Done and not doing have verbs of their own but are accepted.
    State(State),
    /// Size; `None` takes it away.
    Size(Option<f64>),
    /// Container or theme; `None` takes it out.
    PartOf(Option<ItemId>),
    /// The Product Goal it serves.
    Goal(Option<GoalId>),
    /// The release slice it goes out with.
    Slice(Option<SliceId>),
    /// All labels at once.
    Labels(Vec<String>),
    /// The card.
    Body(String),
    /// Own notes.
    Notes(String),
    /// Mark of the need lens, 0 to 4.
    Need(Option<u8>),
    /// Note of the need lens.
    NeedNote(String),
    /// Mark of the business lens, 0 to 4.
    Business(Option<u8>),
    /// Note of the business lens.
    BusinessNote(String),
    /// Mark of the feasibility lens, 0 to 4.
    Feasibility(Option<u8>),
    /// Note of the feasibility lens.
    FeasibilityNote(String),
    /// Urgency, 0 to 4.
    Urgency(Option<u8>),
    /// Risk, 0 to 4.
    Risk(Option<u8>),
    /// What it is claimed to be worth; `None` takes it away.
    Value(Option<ValueRange>),
    /// The other tool's id.
    ExternalId(Option<String>),
    /// Address in the other tool.
    Url(Option<String>),
    /// Day it was finished; only for Done items.
    DoneOn(NaiveDate),
}

/// A place in the order. The page names places; ranks stay inside the core.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "type", rename_all = "camelCase")]
pub enum Place {
    /// First of all.
    Top,
    /// Last of all.
    Bottom,
    /// Just above that item.
    Before {
        /// The item below.
        id: ItemId,
    },
    /// Just below that item.
    After {
        /// The item above.
        id: ItemId,
    },
    /// At that position, from 1.
    Position {
        /// The position the first moved item takes.
        position: u32,
    },
    /// The last position whose date at the product's percentile is on or before that day.
    ByDay {
        /// The day of the line.
        day: NaiveDate,
    },
}

/// Reads the slices by name.
pub(crate) fn slices(db: &Connection) -> Result<Vec<Slice>> {
    let mut statement = db.prepare_cached("SELECT id, name FROM slice ORDER BY name, id")?;
    let rows = statement.query_map([], |row| Ok(Slice { id: row.get(0)?, name: row.get(1)? }))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Everything about one item.
pub(crate) fn detail(db: &Connection, backlog: &list::Backlog, item: Item) -> Result<ItemDetail> {
    let id = item.id;
    let texts = db
        .prepare_cached(
            "SELECT body, notes, need_note, business_note, feasibility_note FROM item_text WHERE id = ?1",
        )?
        .query_map([id], |row| Ok([row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?]))?
        .next()
        .transpose()?;
    let [body, notes, need_note, business_note, feasibility_note] = texts.unwrap_or_default();
    let not_doing = db
        .prepare_cached("SELECT reason, revisit, assumption FROM not_doing WHERE item = ?1")?
        .query_map([id], |row| {
            Ok(NotDoing { reason: row.get(0)?, revisit: row.get(1)?, assumption: row.get(2)? })
        })?
        .next()
        .transpose()?;
    let wants = db
        .prepare_cached(
            "SELECT stakeholder, strength, why, need FROM want WHERE item = ?1 ORDER BY strength DESC, id",
        )?
        .query_map([id], |row| {
            Ok(Want { stakeholder: row.get(0)?, strength: row.get(1)?, why: row.get(2)?, need: row.get(3)? })
        })?
        .collect::<rusqlite::Result<_>>()?;
    let links = db
        .prepare_cached("SELECT id, title, url FROM link WHERE item = ?1 ORDER BY id")?
        .query_map([id], |row| Ok(Link { id: row.get(0)?, title: row.get(1)?, url: row.get(2)? }))?
        .collect::<rusqlite::Result<_>>()?;
    let risks = db
        .prepare_cached("SELECT id, text, probability FROM risk WHERE item = ?1 ORDER BY id")?
        .query_map([id], |row| Ok(Risk { id: row.get(0)?, text: row.get(1)?, probability: row.get(2)? }))?
        .collect::<rusqlite::Result<_>>()?;
    let value = db
        .prepare_cached("SELECT value_low, value_high, value_confidence FROM item WHERE id = ?1")?
        .query_row([id], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    let parts = backlog.parts(id).into_iter().filter_map(|part| backlog.item(part)).collect();
    Ok(ItemDetail {
        item,
        body,
        notes,
        value: ValueRange::of(value),
        need_note,
        business_note,
        feasibility_note,
        not_doing,
        wants,
        links,
        risks,
        parts,
        examples: story::examples(db, id)?,
        said_back: story::said_back(db, id)?,
        evidence: story::evidence(db, id)?,
    })
}
