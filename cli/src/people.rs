//! Whom the order serves: the people, the page about each, and whose needs compete.

use crate::answer::{Answer, Column, NOTHING, Told, plain, table};
use crate::args;
use crate::desk::Desk;
use crate::edits::run;
use crate::named;
use crate::records::{
    self, CONFLICT, CONTACT, FEEDBACK, Fields, Kind, Known, NEED, QUESTION, Records, STAKEHOLDER,
};
use cairn_core::ids::{ForecastId, ItemId, StakeholderId};
use cairn_core::words::{say, tell};
use cairn_core::{Claim, Edit, Product, Result, Served, WantedItem};
use cairn_host::backups;
use chrono::NaiveDate;
use clap::{Args, Subcommand};
use serde::Serialize;
use serde_json::{Map, Value};

/// What can be done with people and groups.
#[derive(Debug, Subcommand)]
pub enum Stakeholders {
    /// What can be done with every kind of record.
    #[command(flatten)]
    Records(Records),
    /// Merge people into one, with their wants, needs, contacts and notes
    Merge {
        /// Who stays
        #[arg(value_name = "INTO")]
        into: String,
        /// Who becomes that person
        #[arg(required = true, value_name = "PERSON")]
        people: Vec<String>,
    },
    /// Write the private note about somebody; an empty one takes it away
    Note {
        /// About whom
        #[arg(value_name = "PERSON")]
        person: String,
        /// The note; no list, page or table tells it
        text: String,
    },
    /// Take somebody out of the product, its history and its file; this can't be undone
    Erase {
        /// Whom
        #[arg(value_name = "PERSON")]
        person: String,
        /// Yes, for good
        #[arg(long, required = true)]
        yes: bool,
    },
}

/// What an erasure could not reach, in JSON.
#[derive(Debug, Serialize)]
struct Erased {
    /// Keys of items whose own texts mention the name.
    mentions: Vec<String>,
    /// Names of backups that still hold what they held.
    backups: Vec<String>,
}

/// What can be done with conversations.
#[derive(Debug, Subcommand)]
pub enum Contacts {
    /// Log a conversation
    #[command(alias = "add")]
    Log(Fields),
    /// What can be done with those that are there.
    #[command(flatten)]
    Known(Known),
}

/// Arguments of `person`.
#[derive(Debug, Args)]
pub struct Person {
    /// Name or number
    #[arg(value_name = "PERSON")]
    pub person: String,
    /// Also the private note
    #[arg(long)]
    pub private: bool,
}

/// `stakeholder`: people and groups.
pub fn stakeholders(desk: &Desk, verb: Stakeholders) -> Told {
    match verb {
        Stakeholders::Records(verb) => records::records(desk, &STAKEHOLDER, verb),
        Stakeholders::Merge { into, people } => run(desk, |product| {
            let ids = people.iter().map(|name| named::person(product, name)).collect::<Result<_>>()?;
            Ok(Edit::MergeStakeholders { into: named::person(product, &into)?, ids })
        }),
        Stakeholders::Note { person, text } => {
            run(desk, |product| Ok(Edit::NoteOnStakeholder { id: named::person(product, &person)?, text }))
        }
        Stakeholders::Erase { person, .. } => erase(desk, &person),
    }
}

fn erase(desk: &Desk, person: &str) -> Told {
    let mut held = desk.write()?;
    let product = &mut held.product;
    let id = named::person(product, person)?;
    let mentions = product.erase(id, desk.now)?;
    let keys = mentions.into_iter().filter_map(|id| product.list_item(id)).map(|item| item.key);
    let backups = backups::list(&desk.files()?).into_iter().map(|backup| backup.name);
    let erased = Erased { mentions: keys.collect(), backups: backups.collect() };
    let mut text = say("erase-done") + "\n";
    for (key, names) in [("erase-mentions", &erased.mentions), ("erase-backups", &erased.backups)] {
        if !names.is_empty() {
            let (count, names) = (names.len(), plain(&names.join(", ")));
            text += &(tell(key, &[("count", count.into()), ("names", names.into())]) + "\n");
        }
    }
    Ok(Answer::new(&erased, text))
}

/// `contact`: conversations, and with whom one is due.
pub fn contacts(desk: &Desk, verb: Contacts) -> Told {
    match verb {
        Contacts::Log(fields) => records::add(desk, &CONTACT, fields),
        // Not a conversation is due, but a person.
        Contacts::Known(Known::List { due: true }) => {
            records::known(desk, &STAKEHOLDER, Known::List { due: true })
        }
        Contacts::Known(verb) => records::known(desk, &CONTACT, verb),
    }
}

/// `answer`: what came of a question.
pub fn answer(desk: &Desk, arguments: args::Answer) -> Told {
    let answer = format!("answer={}", arguments.text);
    records::change(desk, &QUESTION, &arguments.id.to_string(), &[answer])
}

/// A wanted item in JSON.
#[derive(Debug, Serialize)]
struct Wanted {
    id: i64,
    key: String,
    title: String,
    state: &'static str,
    position: Option<u32>,
    strength: u8,
    why: String,
    /// The day it is 50% likely to be done by.
    even: Option<NaiveDate>,
    /// The day it is as likely to be done by as the product says dates.
    sure: Option<NaiveDate>,
}

impl Wanted {
    fn of(want: WantedItem) -> Self {
        let WantedItem { item, position, strength, why, even, sure } = want;
        let state = item.state.word();
        Self { id: item.id.0, key: item.key, title: item.title, state, position, strength, why, even, sure }
    }

    fn row(&self) -> Vec<String> {
        let date = |date: Option<NaiveDate>| date.map_or(NOTHING.into(), |date| date.to_string());
        let position = self.position.map_or(NOTHING.into(), |position| position.to_string());
        let state = say(&format!("value-{}", self.state.replace('_', "-")));
        vec![position, self.key.clone(), self.title.clone(), state, date(self.even), date(self.sure)]
    }
}

/// A forecast that somebody was told, in JSON.
#[derive(Debug, Serialize)]
struct Promised {
    id: i64,
    day: NaiveDate,
    name: String,
    sentence: String,
    alert: Option<String>,
}

/// The page about a person in JSON.
#[derive(Debug, Serialize)]
struct Page {
    #[serde(flatten)]
    person: Map<String, Value>,
    needs: Vec<Map<String, Value>>,
    wants: Vec<Wanted>,
    promised: Vec<Promised>,
    changed: Vec<String>,
    questions: Vec<Map<String, Value>>,
    feedback: Vec<Map<String, Value>>,
    conflicts: Vec<Map<String, Value>>,
    contacts: Vec<Map<String, Value>>,
    ask: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    private_note: Option<String>,
}

/// `person`: what to know before a meeting. Only `--private` tells the private note.
pub fn person(desk: &Desk, arguments: Person) -> Told {
    let mut product = desk.read()?;
    let id = named::person(&product, &arguments.person)?;
    let page = product.person(id)?;
    let mut conflicts = product.load(desk.now)?.records.conflicts.unwrap_or_default();
    conflicts.retain(|conflict| page.conflicts.contains(&conflict.id));
    let private_note = arguments.private.then(|| product.private_note(id)).transpose()?;

    let mut text = format!("{}\n", plain(&heading(&product, id)));
    let mut section = |key: &str, body: String| {
        if !body.is_empty() {
            text.push_str(&format!("\n{}\n{body}", say(key)));
        }
    };
    let of = |kind: &Kind, records: Value| match records {
        Value::Array(records) if !records.is_empty() => kind.text(&product, &records),
        _ => String::new(),
    };
    let lines = |lines: &[String]| lines.iter().map(|line| format!("{}\n", plain(line))).collect::<String>();
    let wants: Vec<Wanted> = page.wants.into_iter().map(Wanted::of).collect();
    let promised: Vec<Promised> = page.promised.iter().filter_map(|id| promised(&product, *id)).collect();
    section("cli-person-needs", of(&NEED, records::wire(&page.needs)?));
    section("cli-person-wants", wants_text(&product, &wants));
    section("cli-person-changed", lines(&page.changed));
    let told = |told: &Promised| format!("{}: {}", told.name, told.sentence);
    section("cli-person-promised", lines(&promised.iter().map(told).collect::<Vec<_>>()));
    section("cli-person-questions", of(&QUESTION, records::wire(&page.questions)?));
    section("cli-person-feedback", of(&FEEDBACK, records::wire(&page.feedback)?));
    section("cli-person-conflicts", of(&CONFLICT, records::wire(&conflicts)?));
    section("cli-person-contacts", of(&CONTACT, records::wire(&page.contacts)?));
    section("cli-person-ask", lines(std::slice::from_ref(&page.ask)));
    let note = private_note.iter().flat_map(|note| note.lines()).map(str::to_owned).collect::<Vec<_>>();
    section("cli-person-note", lines(&note));

    let page = Page {
        person: STAKEHOLDER.shown(&product, &records::wire(&page.stakeholder)?),
        needs: NEED.shown_all(&product, page.needs)?,
        wants,
        promised,
        changed: page.changed,
        questions: QUESTION.shown_all(&product, page.questions)?,
        feedback: FEEDBACK.shown_all(&product, page.feedback)?,
        conflicts: CONFLICT.shown_all(&product, conflicts)?,
        contacts: CONTACT.shown_all(&product, page.contacts)?,
        ask: page.ask,
        private_note,
    };
    Ok(Answer::new(&page, text))
}

/// Name, role and group in one line.
fn heading(product: &Product, id: StakeholderId) -> String {
    let Some(person) = product.stakeholder(id) else { return String::new() };
    let facts = [&person.fields.name, &person.fields.role, &person.fields.group];
    facts.into_iter().filter(|fact| !fact.is_empty()).cloned().collect::<Vec<_>>().join(", ")
}

fn wants_text(product: &Product, wants: &[Wanted]) -> String {
    if wants.is_empty() {
        return String::new();
    }
    let percent = product.settings().percentile;
    let head = [say("cli-position"), say("cli-key"), say("cli-title"), say("cli-state"), "50%".into()];
    let head = head.into_iter().chain([format!("{percent}%")]).collect();
    let columns = [Column::Right, Column::Left, Column::Gives, Column::Left, Column::Left, Column::Left];
    table(&columns, &[vec![head], wants.iter().map(Wanted::row).collect()].concat())
}

fn promised(product: &Product, id: ForecastId) -> Option<Promised> {
    let kept = product.kept().iter().find(|kept| kept.id == id)?;
    Some(Promised {
        id: id.0,
        day: kept.day,
        name: kept.name.clone(),
        sentence: kept.sentence.clone(),
        alert: kept.alert.clone(),
    })
}

/// Whom the order serves, in JSON.
#[derive(Debug, Serialize)]
struct Service {
    /// The next two dates that are waited for.
    lines: Vec<cairn_core::Line>,
    people: Vec<Share>,
    competing: Vec<Competing>,
}

/// What one person gets, in items.
#[derive(Debug, Serialize)]
struct Share {
    person: String,
    person_id: i64,
    /// By the first date.
    soon: u32,
    /// By the second.
    next: u32,
    later: u32,
    not_planned: u32,
    done: u32,
    /// The sure date of the first open item.
    first: Option<NaiveDate>,
}

/// Two needs that compete for a place.
#[derive(Debug, Serialize)]
struct Competing {
    first: Side,
    second: Side,
    sentence: String,
    /// Number of the conflict that is noted.
    conflict: Option<i64>,
}

/// One of them.
#[derive(Debug, Serialize)]
struct Side {
    person: String,
    person_id: i64,
    item: String,
    item_id: i64,
    title: String,
    position: u32,
}

impl Share {
    fn of(product: &Product, served: Served) -> Self {
        let Served { stakeholder, soon, next, later, not_planned, done, first } = served;
        let person = name(product, stakeholder);
        Self { person, person_id: stakeholder.0, soon, next, later, not_planned, done, first }
    }
}

impl Side {
    fn of(product: &Product, claim: Claim) -> Self {
        let Claim { stakeholder, item, position } = claim;
        let (key, title) = item_name(product, item);
        Self {
            person: name(product, stakeholder),
            person_id: stakeholder.0,
            item: key,
            item_id: item.0,
            title,
            position,
        }
    }

    fn text(&self) -> String {
        let Self { person, item, title, position, .. } = self;
        tell(
            "cli-claim",
            &[
                ("person", person.as_str().into()),
                ("key", item.as_str().into()),
                ("title", title.as_str().into()),
                ("position", (*position).into()),
            ],
        )
    }
}

fn name(product: &Product, id: StakeholderId) -> String {
    product.stakeholder(id).map(|person| person.fields.name.clone()).unwrap_or_default()
}

/// Key and title of an item.
pub fn item_name(product: &Product, id: ItemId) -> (String, String) {
    product.list_item(id).map(|item| (item.key, item.title)).unwrap_or_default()
}

/// `served`: who gets what by when, and whose needs compete.
pub fn served(desk: &Desk) -> Told {
    let product = desk.read()?;
    let service = product.service()?;
    let service = Service {
        lines: service.lines,
        people: service.people.into_iter().map(|served| Share::of(&product, served)).collect(),
        competing: service
            .competing
            .into_iter()
            .map(|competing| Competing {
                first: Side::of(&product, competing.first),
                second: Side::of(&product, competing.second),
                sentence: competing.sentence,
                conflict: competing.conflict.map(|id| id.0),
            })
            .collect(),
    };
    let text = served_text(&service);
    Ok(Answer::new(&service, text))
}

fn served_text(service: &Service) -> String {
    if service.people.is_empty() {
        return format!("{}\n", say("cli-no-wants"));
    }
    let by = |line: Option<&cairn_core::Line>| line.map(|line| format!("{} {}", line.name, line.day));
    let lines: Vec<String> =
        [by(service.lines.first()), by(service.lines.get(1))].into_iter().flatten().collect();
    let mut rows = vec![vec![say("cli-person")]];
    rows[0].extend(lines.iter().cloned());
    rows[0].extend(["cli-later", "cli-not-planned", "cli-done", "cli-first"].map(say));
    for share in &service.people {
        let mut row = vec![share.person.clone()];
        row.extend([share.soon, share.next].iter().take(lines.len()).map(u32::to_string));
        row.extend([share.later, share.not_planned, share.done].map(|count| count.to_string()));
        row.push(share.first.map_or(NOTHING.into(), |day| day.to_string()));
        rows.push(row);
    }
    let mut columns = vec![Column::Right; rows[0].len()];
    columns[0] = Column::Gives;
    let mut text = table(&columns, &rows);
    for Competing { first, second, sentence, conflict } in &service.competing {
        let noted = conflict.map(|id| format!(" {}", tell("cli-conflict-noted", &[("number", id.into())])));
        let lines = [first.text(), second.text(), format!("{sentence}{}", noted.unwrap_or_default())];
        text.push_str(&format!("\n{}\n", lines.map(|line| plain(&line)).join("\n")));
    }
    text
}
