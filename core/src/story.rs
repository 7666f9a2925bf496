//! What a story rests on beside its card: examples, what the Developers understood, the evidence
//! that it is Done, and where intended and built parted.

use crate::error::{Error, Result};
use crate::ids::{ExampleId, ItemId, MisunderstandingId, SaidBackId};
use crate::journal::Step;
use crate::record::{self, Record};
use crate::tx::{Tx, clean, not_in_future, prose, required, safe_url, short};
use chrono::NaiveDate;
use rusqlite::types::ToSql;
use rusqlite::{Connection, OptionalExtension, Row, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A rule or an example by which an item is confirmed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Example {
    /// The id.
    pub id: ExampleId,
    /// What it is known by.
    #[serde(flatten)]
    pub fields: ExampleFields,
}

/// What is known of an example.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct ExampleFields {
    /// The item it belongs to.
    pub item: ItemId,
    /// The example.
    pub text: String,
}

impl Record for ExampleFields {
    const TABLE: &'static str = "example";
    const COLUMNS: &'static [&'static str] = &["item", "text"];
    const ORDER: &'static str = "item, id";
    const STEPS: [&'static str; 3] =
        ["history-add-example", "history-change-example", "history-remove-example"];

    fn checked(&self, tx: &Tx<'_>) -> Result<Self> {
        tx.known(self.item)?;
        required(&self.text, "text", "error-example-empty")?;
        Ok(Self { text: prose(&self.text), ..self.clone() })
    }

    fn values(&self) -> Vec<&dyn ToSql> {
        vec![&self.item, &self.text]
    }

    fn of(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self { item: row.get(1)?, text: row.get(2)? })
    }

    fn name(&self) -> &str {
        &self.text
    }
}

/// What the Developers understood of an item, in their words. It is compared with what was built.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct SaidBack {
    /// The id.
    pub id: SaidBackId,
    /// What it is known by.
    #[serde(flatten)]
    pub fields: SaidBackFields,
}

/// What is known of a line that was said back.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct SaidBackFields {
    /// The item it is about.
    pub item: ItemId,
    /// The day it was said.
    pub day: NaiveDate,
    /// By whom; may be empty.
    #[serde(default)]
    pub who: String,
    /// The line, in their words.
    pub text: String,
}

impl Record for SaidBackFields {
    const TABLE: &'static str = "said_back";
    const COLUMNS: &'static [&'static str] = &["item", "day", "who", "text"];
    const ORDER: &'static str = "item, id";
    const STEPS: [&'static str; 3] =
        ["history-add-said-back", "history-change-said-back", "history-remove-said-back"];

    fn checked(&self, tx: &Tx<'_>) -> Result<Self> {
        tx.known(self.item)?;
        not_in_future(tx, self.day, "day")?;
        required(&self.text, "text", "error-said-back-empty")?;
        Ok(Self { who: clean(&self.who), text: prose(&self.text), ..self.clone() })
    }

    fn values(&self) -> Vec<&dyn ToSql> {
        vec![&self.item, &self.day, &self.who, &self.text]
    }

    fn of(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self { item: row.get(1)?, day: row.get(2)?, who: row.get(3)?, text: row.get(4)? })
    }

    fn name(&self) -> &str {
        &self.text
    }
}

/// Where what was intended and what was built parted. A log of these shows where communication
/// fails.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Misunderstanding {
    /// The id.
    pub id: MisunderstandingId,
    /// What it is known by.
    #[serde(flatten)]
    pub fields: MisunderstandingFields,
}

/// What is known of a misunderstanding.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[ts(optional_fields = nullable)]
pub struct MisunderstandingFields {
    /// The item it is about.
    #[serde(default)]
    pub item: Option<ItemId>,
    /// The day it was noticed.
    pub day: NaiveDate,
    /// What was intended.
    #[serde(default)]
    pub intended: String,
    /// What was built.
    pub built: String,
    /// Where the two parted: what was not said, not asked, not shown.
    #[serde(default)]
    pub cause: String,
}

impl Record for MisunderstandingFields {
    const TABLE: &'static str = "misunderstanding";
    const COLUMNS: &'static [&'static str] = &["item", "day", "intended", "built", "cause"];
    const ORDER: &'static str = "day DESC, id DESC";
    const STEPS: [&'static str; 3] = [
        "history-add-misunderstanding",
        "history-change-misunderstanding",
        "history-remove-misunderstanding",
    ];

    fn checked(&self, tx: &Tx<'_>) -> Result<Self> {
        if let Some(item) = self.item {
            tx.known(item)?;
        }
        not_in_future(tx, self.day, "day")?;
        required(&self.built, "built", "error-misunderstanding-empty")?;
        Ok(Self {
            intended: prose(&self.intended),
            built: prose(&self.built),
            cause: prose(&self.cause),
            ..self.clone()
        })
    }

    fn values(&self) -> Vec<&dyn ToSql> {
        vec![&self.item, &self.day, &self.intended, &self.built, &self.cause]
    }

    fn of(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            item: row.get(1)?,
            day: row.get(2)?,
            intended: row.get(3)?,
            built: row.get(4)?,
            cause: row.get(5)?,
        })
    }

    fn name(&self) -> &str {
        &self.built
    }
}

/// Why an item counts as Done: the Definition of Done as it was then, point by point.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Evidence {
    /// The points, each with whether it is confirmed.
    pub checks: Vec<Check>,
    /// Where the Increment can be tried: a web address; empty for none.
    pub url: String,
}

/// A point of the Definition of Done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Check {
    /// The point.
    pub text: String,
    /// Whether it is confirmed.
    pub met: bool,
}

impl Evidence {
    /// How many of how many points are confirmed.
    pub fn met(&self) -> (usize, usize) {
        (self.checks.iter().filter(|check| check.met).count(), self.checks.len())
    }
}

/// The points of a Definition of Done: its lines, without the marks of a list.
fn points(definition: &str) -> Vec<Check> {
    let lines = definition.lines().map(|line| {
        let line = line.trim();
        ["- [ ] ", "- ", "* ", "• "].iter().find_map(|mark| line.strip_prefix(mark)).unwrap_or(line).trim()
    });
    let points = lines.filter(|line| !line.is_empty());
    points.map(|text| Check { text: text.to_owned(), met: false }).collect()
}

/// Keeps the Definition of Done as it is when an item becomes Done; what was kept before stays.
pub(crate) fn note_done(tx: &Tx<'_>, item: ItemId) -> Result<()> {
    let checks = points(&tx.settings.definition_of_done);
    if !checks.is_empty() {
        tx.execute(
            "INSERT INTO evidence (id, checks, url) VALUES (?1, ?2, '') ON CONFLICT (id) DO NOTHING",
            params![item, to_json(&checks)],
        )?;
    }
    Ok(())
}

/// Says which points of the Definition of Done are confirmed for a Done item, and where it can be
/// tried.
///
/// # Errors
/// [`Error::Invalid`] for an item that is not Done and for an address that is none of the web.
pub(crate) fn give_evidence(tx: &Tx<'_>, item: ItemId, evidence: &Evidence) -> Result<Step> {
    let entry = tx.known(item)?;
    let done: bool =
        tx.prepare("SELECT state = 'done' FROM item WHERE id = ?1")?.query_row([item], |row| row.get(0))?;
    if !done {
        let title = [("title", entry.item.title.clone())];
        return Err(Error::invalid_with("item", "error-evidence-not-done", title));
    }
    let url = evidence.url.trim();
    if !url.is_empty() {
        safe_url(url)?;
    }
    let checks: Vec<Check> = evidence
        .checks
        .iter()
        .map(|check| Check { text: clean(&check.text), met: check.met })
        .filter(|check| !check.text.is_empty())
        .collect();
    tx.execute(
        "INSERT INTO evidence (id, checks, url) VALUES (?1, ?2, ?3)
         ON CONFLICT (id) DO UPDATE SET checks = excluded.checks, url = excluded.url",
        params![item, to_json(&checks), url],
    )?;
    let step = Step::new("history-evidence").with("title", short(&entry.item.title)).about(item);
    Ok(step.joining(format!("evidence {item}")))
}

/// Reads why an item counts as Done; none where nothing is known of it.
pub(crate) fn evidence(db: &Connection, item: ItemId) -> Result<Option<Evidence>> {
    let mut statement = db.prepare_cached("SELECT checks, url FROM evidence WHERE id = ?1")?;
    let found = statement.query_row([item], |row| Ok((row.get::<_, String>(0)?, row.get(1)?))).optional()?;
    // What a foreign hand wrote there counts as nothing known.
    Ok(found.map(|(checks, url)| Evidence { checks: serde_json::from_str(&checks).unwrap_or_default(), url }))
}

fn to_json(checks: &[Check]) -> String {
    serde_json::to_string(checks).unwrap_or_default()
}

/// Reads the examples of an item, in the order they were given.
pub(crate) fn examples(db: &Connection, item: ItemId) -> Result<Vec<Example>> {
    record::of_item(db, item, |id, fields| Example { id, fields })
}

/// Reads the examples of all items.
pub(crate) fn all_examples(db: &Connection) -> Result<Vec<Example>> {
    record::all(db, |id, fields| Example { id, fields })
}

/// Reads what was said back of an item, the oldest first.
pub(crate) fn said_back(db: &Connection, item: ItemId) -> Result<Vec<SaidBack>> {
    record::of_item(db, item, |id, fields| SaidBack { id, fields })
}

/// Reads what was said back of all items.
pub(crate) fn all_said_back(db: &Connection) -> Result<Vec<SaidBack>> {
    record::all(db, |id, fields| SaidBack { id, fields })
}

/// Reads the misunderstandings, the newest first.
pub(crate) fn misunderstandings(db: &Connection) -> Result<Vec<Misunderstanding>> {
    record::all(db, |id, fields| Misunderstanding { id, fields })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_line_of_a_definition_of_done_is_a_point() {
        let texts = |definition| points(definition).into_iter().map(|check| check.text).collect::<Vec<_>>();
        assert_eq!(
            texts("- Tested\n\n* Shown to a reader\n  • Documented \nIn use"),
            ["Tested", "Shown to a reader", "Documented", "In use"]
        );
        assert!(texts(" \n").is_empty());
    }
}
