//! Records, such as needs, contacts and decisions: one way to type, change and list all kinds.
//!
//! A [`Kind`] names its fields as they are typed and says where each lies in what core hands over.
//! Edits, lists and what is refused follow from that table.

use crate::answer::{Answer, Column, NOTHING, Stop, Told, table};
use crate::args;
use crate::desk::Desk;
use crate::edits::{make, run};
use crate::named;
use cairn_core::ids::{ItemId, StakeholderId};
use cairn_core::words::{say, tell};
use cairn_core::{Edit, Error, Product, Result};
use chrono::{DateTime, FixedOffset, NaiveDate};
use clap::{Args, Subcommand};
use serde::Serialize;
use serde_json::{Map, Value, json};

/// What can be done with every kind of record.
#[derive(Debug, Subcommand)]
pub enum Records {
    /// Add one
    Add(Fields),
    /// What can be done with those that are there.
    #[command(flatten)]
    Known(Known),
}

/// What can be done with records that are there.
#[derive(Debug, Subcommand)]
pub enum Known {
    /// Change fields of one
    Edit {
        /// Its number, as the list tells it; of a stakeholder also the name
        #[arg(value_name = "ID")]
        record: String,
        /// The fields.
        #[command(flatten)]
        fields: Fields,
    },
    /// Take one away
    Remove {
        /// Its number, as the list tells it; of a stakeholder also the name
        #[arg(value_name = "ID")]
        record: String,
    },
    /// Show all that is known of one
    Show {
        /// Its number, as the list tells it; of a stakeholder also the name
        #[arg(value_name = "ID")]
        record: String,
    },
    /// List them
    List {
        /// Only those whose day has come
        #[arg(long, alias = "overdue")]
        due: bool,
    },
}

/// What is said of a record.
#[derive(Debug, Args)]
pub struct Fields {
    /// The value of the first field, alone, and FIELD=VALUE for each other one; an empty value
    /// clears a field. The help of the verb before this one names the fields, the first one first
    #[arg(required = true, value_name = "VALUE|FIELD=VALUE")]
    fields: Vec<String>,
}

/// A kind of record.
pub struct Kind {
    /// As the edits of core name it: `Need` of `addNeed`.
    noun: &'static str,
    /// The fields; the first may be typed without its name.
    fields: &'static [Field],
    /// Names of the fields that a list shows.
    columns: &'static [&'static str],
    /// The field with the day that makes a record due, and the one that settles it once it is filled in.
    due: Option<(&'static str, &'static str)>,
    /// Which record somebody means.
    find: fn(&Product, &str) -> Result<i64>,
    /// Reads all records as core hands them over.
    read: fn(&mut Product, DateTime<FixedOffset>) -> Result<Value>,
}

/// A field of a record.
struct Field {
    /// As it is typed, and as JSON has it.
    name: &'static str,
    /// Where it lies in the record, as a JSON pointer.
    wire: &'static str,
    holds: Holds,
    /// Whether it can't be left out.
    needed: bool,
}

/// What a field holds.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Holds {
    Text,
    /// A day.
    Day,
    /// A day; today if none is given.
    Today,
    /// The day another field was filled in.
    DayOf(&'static str),
    Person,
    Item,
    /// The number of another record.
    Number,
    /// The number of a Sprint.
    Sprint,
    /// One of some words, or nothing.
    Maybe(&'static [&'static str]),
    /// 1 to 3, as of a want.
    Strength,
    /// 0 to 100, where somebody stands.
    Standpoint,
    /// Days between two contacts, as 14 or 14d.
    Rhythm,
    /// One of some words, the first unless said.
    Word(&'static [&'static str]),
    /// What core tells; it can't be typed.
    Derived,
    /// Items, likewise.
    DerivedItems,
}

use Holds::*;

const fn field(name: &'static str, wire: &'static str, holds: Holds) -> Field {
    Field { name, wire, holds, needed: false }
}

const fn needed(name: &'static str, wire: &'static str, holds: Holds) -> Field {
    Field { name, wire, holds, needed: true }
}

/// People and groups.
pub static STAKEHOLDER: Kind = Kind {
    noun: "Stakeholder",
    fields: &[
        field("name", "/name", Text),
        field("role", "/role", Text),
        field("group", "/group", Text),
        field("power", "/power", Standpoint),
        field("interest", "/interest", Standpoint),
        field("wished_power", "/wishedPower", Standpoint),
        field("wished_interest", "/wishedInterest", Standpoint),
        needed("attitude", "/attitude", Word(&["neutral", "supports", "sceptical"])),
        field("cadence", "/cadence", Rhythm),
        field("last_contact", "/lastContact", Derived),
        field("due", "/due", Derived),
    ],
    columns: &["name", "group", "power", "interest", "attitude", "last_contact", "due"],
    due: Some(("due", "")),
    find: |product, name| Ok(named::person(product, name)?.0),
    read: |product, _| wire(product.stakeholders()),
};

/// Needs of people.
pub static NEED: Kind = Kind {
    noun: "Need",
    fields: &[
        field("text", "/text", Text),
        needed("person", "/stakeholder", Person),
        needed("strength", "/strength", Strength),
        field("why", "/why", Text),
        field("goal", "/businessGoal", Number),
        field("items", "/items", DerivedItems),
    ],
    columns: &["text", "person", "strength", "items"],
    due: None,
    find: number,
    read: |product, now| wire(product.load(now)?.records.needs),
};

/// Business goals.
pub static BUSINESS_GOAL: Kind = Kind {
    noun: "BusinessGoal",
    fields: &[field("sentence", "/sentence", Text)],
    columns: &["sentence"],
    due: None,
    find: number,
    read: |product, now| wire(product.load(now)?.records.business_goals),
};

/// Conversations with people.
pub static CONTACT: Kind = Kind {
    noun: "Contact",
    fields: &[
        field("text", "/text", Text),
        needed("person", "/stakeholder", Person),
        needed("day", "/day", Today),
        field("again_on", "/againOn", Day),
    ],
    columns: &["text", "person", "day", "again_on"],
    due: None,
    find: number,
    read: |product, _| wire(product.contacts()?),
};

/// Questions for people, or about items.
pub static QUESTION: Kind = Kind {
    noun: "Question",
    fields: &[
        field("text", "/text", Text),
        field("person", "/stakeholder", Person),
        field("item", "/item", Item),
        field("answer", "/answer", Text),
        field("answered_on", "/answeredOn", DayOf("answer")),
    ],
    columns: &["text", "person", "item", "answer"],
    due: None,
    find: number,
    read: |product, now| wire(product.load(now)?.records.questions),
};

/// Needs of two people that compete.
pub static CONFLICT: Kind = Kind {
    noun: "Conflict",
    fields: &[
        needed("first", "/first/stakeholder", Person),
        needed("second", "/second/stakeholder", Person),
        field("first_item", "/first/item", Item),
        field("first_position", "/first/position", Text),
        field("first_interest", "/first/interest", Text),
        field("second_item", "/second/item", Item),
        field("second_position", "/second/position", Text),
        field("second_interest", "/second/interest", Text),
        field("options", "/options", Text),
        field("decision", "/decision", Text),
        field("follow_up", "/followUp", Text),
        field("follow_up_on", "/followUpOn", Day),
        needed("day", "/day", Today),
    ],
    columns: &["first", "first_item", "second", "second_item", "day", "decision", "follow_up_on"],
    due: Some(("follow_up_on", "")),
    find: number,
    read: |product, now| wire(product.load(now)?.records.conflicts),
};

/// Notes in the inbox.
pub static FEEDBACK: Kind = Kind {
    noun: "Feedback",
    fields: &[
        field("text", "/text", Text),
        field("person", "/stakeholder", Person),
        needed("day", "/day", Today),
        field("sprint", "/sprint", Sprint),
        field("item", "/item", Item),
        field("reply", "/reply", Text),
        field("replied_on", "/repliedOn", DayOf("reply")),
        field("became", "/became/type", Derived),
        field("became_id", "/became/id", Derived),
    ],
    columns: &["text", "person", "day", "became", "replied_on"],
    due: None,
    find: number,
    read: |product, now| wire(product.load(now)?.records.feedback),
};

/// What is taken for true until it is tested.
pub static ASSUMPTION: Kind = Kind {
    noun: "Assumption",
    fields: &[
        field("text", "/text", Text),
        needed("state", "/state", Word(&["untested", "holds", "fails"])),
        needed("state_on", "/stateOn", DayOf("state")),
    ],
    columns: &["text", "state", "state_on"],
    due: None,
    find: number,
    read: |product, now| wire(product.load(now)?.records.assumptions),
};

/// What was learnt.
pub static LEARNING: Kind = Kind {
    noun: "Learning",
    fields: &[
        field("text", "/text", Text),
        needed("day", "/day", Today),
        field("assumption", "/assumption", Number),
    ],
    columns: &["text", "day", "assumption"],
    due: None,
    find: number,
    read: |product, now| wire(product.load(now)?.records.learnings),
};

/// Decisions with their reasons.
pub static DECISION: Kind = Kind {
    noun: "Decision",
    fields: &[
        field("title", "/title", Text),
        needed("day", "/day", Today),
        field("context", "/context", Text),
        field("options", "/options", Text),
        field("decision", "/decision", Text),
        field("effect", "/effect", Text),
        field("look_again", "/lookAgain", Day),
        field("outcome", "/outcome", Text),
    ],
    columns: &["title", "day", "decision", "look_again", "outcome"],
    due: Some(("look_again", "outcome")),
    find: number,
    read: |product, now| wire(product.load(now)?.records.decisions),
};

/// What was handed to others.
pub static DELEGATION: Kind = Kind {
    noun: "Delegation",
    fields: &[
        field("what", "/what", Text),
        field("who", "/who", Text),
        field("by", "/by", Day),
        field("item", "/item", Item),
        field("result", "/result", Text),
        field("done_on", "/doneOn", DayOf("result")),
    ],
    columns: &["what", "who", "by", "item", "done_on"],
    due: Some(("by", "done_on")),
    find: number,
    read: |product, now| wire(product.load(now)?.records.delegations),
};

/// Why one item stands above another.
pub static PAIR: Kind = Kind {
    noun: "Pair",
    fields: &[
        field("why", "/why", Text),
        needed("above", "/above", Item),
        needed("below", "/below", Item),
        needed("day", "/day", Today),
    ],
    columns: &["why", "above", "below", "day"],
    due: None,
    find: number,
    read: |product, now| wire(product.load(now)?.records.pairs),
};

/// Sprints, known by their numbers.
pub static SPRINT: Kind = Kind {
    noun: "Sprint",
    fields: &[
        needed("number", "/number", Number),
        field("first", "/first", Day),
        field("last", "/last", Day),
        field("goal", "/goal", Text),
        field("name", "/name", Text),
        field("met", "/met", Maybe(&["reached", "partly", "missed"])),
        field("ended_on", "/endedOn", Derived),
    ],
    columns: &["number", "first", "last", "goal", "met", "ended_on"],
    due: None,
    find: sprint,
    read: |product, _| wire(product.sprints()),
};

/// Rules and examples of items.
pub static EXAMPLE: Kind = Kind {
    noun: "Example",
    fields: &[field("text", "/text", Text), needed("item", "/item", Item)],
    columns: &["text", "item"],
    due: None,
    find: number,
    read: |product, _| wire(product.examples()?),
};

/// What the Developers understood of items.
pub static SAID_BACK: Kind = Kind {
    noun: "SaidBack",
    fields: &[
        field("text", "/text", Text),
        needed("item", "/item", Item),
        field("who", "/who", Text),
        needed("day", "/day", Today),
    ],
    columns: &["text", "item", "who", "day"],
    due: None,
    find: number,
    read: |product, _| wire(product.said_back()?),
};

/// Where intended and built parted.
pub static MISUNDERSTANDING: Kind = Kind {
    noun: "Misunderstanding",
    fields: &[
        field("built", "/built", Text),
        field("intended", "/intended", Text),
        field("cause", "/cause", Text),
        field("item", "/item", Item),
        needed("day", "/day", Today),
    ],
    columns: &["built", "intended", "cause", "item", "day"],
    due: None,
    find: number,
    read: |product, now| wire(product.load(now)?.records.misunderstandings),
};

/// Records as core hands them over.
pub fn wire(records: impl Serialize) -> Result<Value> {
    serde_json::to_value(records).map_err(mistake)
}

/// A table that does not fit core is a defect of this program; a test holds that all fit.
fn mistake(error: serde_json::Error) -> Error {
    Error::invalid_with("fields", "error-internal", [("detail", error.to_string())])
}

/// The number of a record as it was typed.
fn number(_: &Product, text: &str) -> Result<i64> {
    let not_a_number = |_| Error::invalid_with("id", "cli-error-number", [("value", text.to_owned())]);
    text.trim().parse().map_err(not_a_number)
}

/// The Sprint of a number.
fn sprint(product: &Product, text: &str) -> Result<i64> {
    let wrong = |_| Error::invalid_with("sprint", "cli-error-number", [("value", text.to_owned())]);
    Ok(product.sprint_of_number(text.trim().parse().map_err(wrong)?)?.0)
}

impl Field {
    fn is_typed(&self) -> bool {
        !matches!(self.holds, Derived | DerivedItems)
    }

    /// The value of a new record where nothing is said.
    fn initial(&self, today: NaiveDate) -> Value {
        match self.holds {
            Text => json!(""),
            Today => json!(today),
            DayOf(_) if self.needed => json!(today),
            Strength => json!(2),
            Word(words) => json!(words.first()),
            _ => Value::Null,
        }
    }

    /// The value that was typed.
    fn value(&self, product: &Product, typed: &str) -> Result<Value> {
        let value = typed.trim();
        if value.is_empty() && self.holds != Text {
            return if self.needed { Err(self.missing()) } else { Ok(Value::Null) };
        }
        let refused = |key| Error::invalid_with("value", key, [("value", value.to_owned())]);
        Ok(match self.holds {
            Text => json!(typed),
            Day | Today | DayOf(_) => {
                let day: args::Day = value.parse().map_err(|_| refused("cli-error-day"))?;
                json!(day.day()?)
            }
            Person => json!(named::person(product, value)?),
            Item => json!(product.find(value)?),
            Number => json!(number(product, value)?),
            Sprint => json!(sprint(product, value)?),
            Strength => json!(value.parse::<u8>().map_err(|_| refused("error-strength"))?),
            Standpoint => json!(value.parse::<u8>().map_err(|_| refused("error-standpoint"))?),
            Rhythm => {
                let days = value.strip_suffix('d').unwrap_or(value);
                json!(days.parse::<u16>().map_err(|_| refused("error-cadence"))?)
            }
            Word(words) | Maybe(words) if words.contains(&value) => json!(value),
            Word(words) | Maybe(words) => {
                let known = words.join(", ");
                let args = [("value", value.to_owned()), ("known", known)];
                return Err(Error::invalid_with("value", "cli-error-word", args));
            }
            // Kind::field gives none of these.
            Derived | DerivedItems => return Err(self.missing()),
        })
    }

    fn missing(&self) -> Error {
        Error::invalid_with("fields", "cli-error-field-missing", [("field", self.name.to_owned())])
    }

    fn set(&self, record: &mut Value, value: Value) {
        let slot = self.wire.split('/').skip(1).fold(record, |inner, name| &mut inner[name]);
        *slot = value;
    }

    fn of<'a>(&self, record: &'a Value) -> &'a Value {
        record.pointer(self.wire).unwrap_or(&Value::Null)
    }

    /// The value as a table has it.
    fn cell(&self, product: &Product, record: &Value) -> String {
        let value = self.of(record);
        let text = match (self.holds, value) {
            (Person, Value::Number(id)) => id.as_i64().and_then(|id| person_name(product, id)),
            (Item, Value::Number(id)) => id.as_i64().and_then(|id| item_key(product, id)),
            (Sprint, Value::Number(id)) => id.as_i64().and_then(|id| sprint_number(product, id)),
            (DerivedItems, items) => Some(item_keys(product, items).join(", ")),
            (_, Value::String(text)) => Some(text.clone()),
            (_, Value::Null) => None,
            (_, other) => Some(other.to_string()),
        };
        text.filter(|text| !text.is_empty()).unwrap_or_else(|| NOTHING.into())
    }
}

fn person_name(product: &Product, id: i64) -> Option<String> {
    product.stakeholder(StakeholderId(id)).map(|person| person.fields.name.clone())
}

fn item_key(product: &Product, id: i64) -> Option<String> {
    product.list_item(ItemId(id)).map(|item| item.key)
}

fn sprint_number(product: &Product, id: i64) -> Option<String> {
    let found = product.sprints().iter().find(|sprint| sprint.id.0 == id);
    found.map(|sprint| sprint.fields.number.to_string())
}

fn item_keys(product: &Product, items: &Value) -> Vec<String> {
    let ids = items.as_array().into_iter().flatten().filter_map(Value::as_i64);
    ids.filter_map(|id| item_key(product, id)).collect()
}

/// A value for a field of a record.
struct Said<'a> {
    field: &'static Field,
    value: &'a str,
}

impl Kind {
    fn field(&self, name: &str) -> Result<&'static Field> {
        let found = self.fields.iter().find(|field| field.name == name && field.is_typed());
        found.ok_or_else(|| {
            let known: Vec<&str> = self.names().collect();
            let args = [("field", name.to_owned()), ("known", known.join(", "))];
            Error::invalid_with("fields", "cli-error-record-field", args)
        })
    }

    /// The names of the fields that can be typed.
    pub fn names(&self) -> impl Iterator<Item = &'static str> {
        self.fields.iter().filter(|field| field.is_typed()).map(|field| field.name)
    }

    /// Reads what was typed: `NAME=VALUE`, or a value alone for the first field.
    fn said<'a>(&self, typed: &'a [String]) -> Result<Vec<Said<'a>>> {
        let is_name = |text: &str| {
            !text.is_empty() && text.chars().all(|c| c.is_ascii_alphabetic() || c == '_' || c == '-')
        };
        let mut said: Vec<Said<'a>> = Vec::new();
        for typed in typed {
            let (name, value) = match typed.split_once('=').filter(|(name, _)| is_name(name)) {
                Some((name, value)) => (name.to_lowercase().replace('-', "_"), value),
                None => (self.names().next().unwrap_or_default().to_owned(), typed.as_str()),
            };
            let field = self.field(&name)?;
            if said.iter().any(|other| other.field.name == name) {
                return Err(Error::invalid_with("fields", "cli-error-field-twice", [("field", name)]));
            }
            said.push(Said { field, value });
        }
        Ok(said)
    }

    /// Puts what was typed into a record.
    fn fill(&self, product: &Product, record: &mut Value, typed: &[String]) -> Result<()> {
        let said = self.said(typed)?;
        for Said { field, value } in &said {
            field.set(record, field.value(product, value)?);
        }
        for field in self.fields {
            let DayOf(other) = field.holds else { continue };
            let Some(filled) = said.iter().find(|said| said.field.name == other) else { continue };
            if !said.iter().any(|said| said.field.name == field.name) {
                let day = (!filled.value.trim().is_empty()).then(|| product.today());
                field.set(record, json!(day));
            }
        }
        match self.fields.iter().find(|field| field.needed && field.of(record).is_null()) {
            Some(field) => Err(field.missing()),
            None => Ok(()),
        }
    }

    /// The edit of core that does this to a record of this kind.
    fn edit(&self, verb: &str, id: Option<i64>, fields: Option<Value>) -> Result<Edit> {
        let edit = json!({ "type": format!("{verb}{}", self.noun), "id": id, "fields": fields });
        serde_json::from_value(edit).map_err(mistake)
    }

    fn all(&self, product: &mut Product, now: DateTime<FixedOffset>) -> Result<Vec<Value>> {
        match (self.read)(product, now)? {
            Value::Array(records) => Ok(records),
            _ => Ok(Vec::new()),
        }
    }

    fn one(&self, product: &mut Product, now: DateTime<FixedOffset>, name: &str) -> Result<(i64, Value)> {
        let id = (self.find)(product, name)?;
        let found = self.all(product, now)?.into_iter().find(|record| record["id"] == id);
        Ok((id, found.ok_or_else(|| Error::not_found("error-gone", "id", id))?))
    }

    /// A record in JSON: people by name and items by key, each beside the id.
    pub fn shown(&self, product: &Product, record: &Value) -> Map<String, Value> {
        let mut shown = Map::from_iter([("id".to_owned(), record["id"].clone())]);
        for field in self.fields {
            let value = field.of(record).clone();
            let name = field.name.to_owned();
            let said = match field.holds {
                Person => json!(value.as_i64().and_then(|id| person_name(product, id))),
                Item => json!(value.as_i64().and_then(|id| item_key(product, id))),
                DerivedItems => json!(item_keys(product, &value)),
                _ => value.clone(),
            };
            shown.insert(name, said);
            if matches!(field.holds, Person | Item) {
                shown.insert(format!("{}_id", field.name), value);
            }
        }
        shown
    }

    /// Records that core tells beside others, in JSON.
    pub fn shown_all(&self, product: &Product, records: impl Serialize) -> Result<Vec<Map<String, Value>>> {
        let records = wire(records)?;
        Ok(records.as_array().into_iter().flatten().map(|record| self.shown(product, record)).collect())
    }

    /// Records as a table under the names of their fields.
    pub fn text(&self, product: &Product, records: &[Value]) -> String {
        let fields: Vec<&Field> =
            self.fields.iter().filter(|field| self.columns.contains(&field.name)).collect();
        let mut layout = vec![Column::Right];
        let mut head = vec![say("cli-id")];
        for field in &fields {
            layout.push(if field.holds == Text { Column::Gives } else { Column::Left });
            head.push(field.name.to_owned());
        }
        let row = |record: &Value| {
            let cells = fields.iter().map(|field| field.cell(product, record));
            [record["id"].to_string()].into_iter().chain(cells).collect()
        };
        table(&layout, &[vec![head], records.iter().map(row).collect()].concat())
    }

    fn is_due(&self, (day, settled): (&str, &str), record: &Value, today: NaiveDate) -> bool {
        let of = |name| self.fields.iter().find(|field| field.name == name).map(|field| field.of(record));
        let day = of(day).and_then(Value::as_str).and_then(|day| day.parse::<NaiveDate>().ok());
        let is_settled = of(settled).and_then(Value::as_str).is_some_and(|text| !text.is_empty());
        day.is_some_and(|day| day <= today) && !is_settled
    }
}

/// `KIND …`: whatever is done with records.
pub fn records(desk: &Desk, kind: &Kind, verb: Records) -> Told {
    match verb {
        Records::Add(fields) => add(desk, kind, fields),
        Records::Known(verb) => known(desk, kind, verb),
    }
}

/// `KIND add`: a new record.
pub fn add(desk: &Desk, kind: &Kind, fields: Fields) -> Told {
    make(desk, |product| {
        let mut record = json!({});
        for field in kind.fields.iter().filter(|field| field.is_typed()) {
            field.set(&mut record, field.initial(desk.today()));
        }
        kind.fill(product, &mut record, &fields.fields)?;
        kind.edit("add", None, Some(record))
    })
}

/// Changes some fields of a record.
pub fn change(desk: &Desk, kind: &Kind, name: &str, fields: &[String]) -> Told {
    run(desk, |product| {
        let (id, mut record) = kind.one(product, desk.now, name)?;
        kind.fill(product, &mut record, fields)?;
        kind.edit("change", Some(id), Some(record))
    })
}

/// `KIND edit`, `remove`, `show` and `list`.
pub fn known(desk: &Desk, kind: &Kind, verb: Known) -> Told {
    match verb {
        Known::Edit { record, fields } => change(desk, kind, &record, &fields.fields),
        Known::Remove { record } => {
            run(desk, |product| kind.edit("remove", Some((kind.find)(product, &record)?), None))
        }
        Known::Show { record } => show(desk, kind, &record),
        Known::List { due } => list(desk, kind, due),
    }
}

fn show(desk: &Desk, kind: &Kind, name: &str) -> Told {
    let mut product = desk.read()?;
    let (_, record) = kind.one(&mut product, desk.now, name)?;
    let row = |field: &Field| vec![field.name.to_owned(), field.cell(&product, &record)];
    let text = table(&[Column::Left; 2], &kind.fields.iter().map(row).collect::<Vec<_>>());
    Ok(Answer::new(&kind.shown(&product, &record), text))
}

fn list(desk: &Desk, kind: &Kind, due: bool) -> Told {
    let mut product = desk.read()?;
    let mut records = kind.all(&mut product, desk.now)?;
    if due {
        let by = kind.due.ok_or_else(|| Stop::Usage(say("cli-never-due")))?;
        records.retain(|record| kind.is_due(by, record, desk.today()));
    }
    let shown: Vec<_> = records.iter().map(|record| kind.shown(&product, record)).collect();
    let text = match records.is_empty() {
        true => format!("{}\n", tell("cli-no-records", &[("due", due.to_string().into())])),
        false => kind.text(&product, &records),
    };
    Ok(Answer::new(&shown, text))
}

/// All kinds by their verbs.
#[cfg(test)]
pub const KINDS: [(&str, &Kind); 16] = [
    ("sprint", &SPRINT),
    ("example", &EXAMPLE),
    ("said-back", &SAID_BACK),
    ("misunderstanding", &MISUNDERSTANDING),
    ("stakeholder", &STAKEHOLDER),
    ("need", &NEED),
    ("business-goal", &BUSINESS_GOAL),
    ("contact", &CONTACT),
    ("question", &QUESTION),
    ("conflict", &CONFLICT),
    ("feedback", &FEEDBACK),
    ("assumption", &ASSUMPTION),
    ("learning", &LEARNING),
    ("decision", &DECISION),
    ("delegation", &DELEGATION),
    ("pairs", &PAIR),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn core_takes_every_field_of_every_kind() {
        for (verb, kind) in KINDS {
            let typed = || kind.fields.iter().filter(|field| field.is_typed());
            let value = |field: &Field| match field.holds {
                Text => json!(field.name),
                Day | Today | DayOf(_) => json!("2026-11-26"),
                Word(words) | Maybe(words) => json!(words[1]),
                _ => json!(3),
            };
            let mut record = json!({});
            typed().for_each(|field| field.set(&mut record, value(field)));
            for edit in ["add", "change"] {
                let edit = kind.edit(edit, Some(1), Some(record.clone())).unwrap();
                let taken = serde_json::to_value(edit).unwrap();
                assert_eq!(taken["fields"], record, "{verb}");
            }
            kind.edit("remove", Some(1), None).unwrap();
            assert!(
                kind.columns.iter().all(|name| kind.fields.iter().any(|field| field.name == *name)),
                "{verb}"
            );
            let dues = kind.due.into_iter().flat_map(|(day, settled)| [day, settled]);
            assert!(
                dues.filter(|name| !name.is_empty()).all(|name| kind.fields.iter().any(|f| f.name == name))
            );
        }
    }
}
