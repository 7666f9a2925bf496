//! Contact with people: what was said when, when to talk again, and what to ask.

use crate::error::Result;
use crate::ids::{ContactId, ItemId, QuestionId, StakeholderId};
use crate::record::{self, Record};
use crate::tx::{Tx, in_order, not_in_future, prose, required};
use chrono::NaiveDate;
use rusqlite::types::ToSql;
use rusqlite::{Connection, Row};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A conversation with somebody.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Contact {
    /// The id.
    pub id: ContactId,
    /// What it is known by.
    #[serde(flatten)]
    pub fields: ContactFields,
}

/// What is known of a conversation.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(optional_fields = nullable)]
pub struct ContactFields {
    /// With whom.
    pub stakeholder: StakeholderId,
    /// When; not after today.
    pub day: NaiveDate,
    /// What was said.
    pub text: String,
    /// The day of the next contact, where one was agreed; else the cadence decides.
    #[serde(default)]
    pub again_on: Option<NaiveDate>,
}

impl Record for ContactFields {
    const TABLE: &'static str = "contact";
    const COLUMNS: &'static [&'static str] = &["stakeholder", "day", "text", "again_on"];
    const ORDER: &'static str = "day DESC, id DESC";
    const STEPS: [&'static str; 3] =
        ["history-add-contact", "history-change-contact", "history-remove-contact"];

    fn checked(&self, tx: &Tx<'_>) -> Result<Self> {
        tx.person(self.stakeholder)?;
        not_in_future(tx, self.day, "day")?;
        if let Some(again) = self.again_on {
            in_order(self.day, again)?;
        }
        Ok(Self { text: required_prose(&self.text, "error-contact-empty")?, ..self.clone() })
    }

    fn values(&self) -> Vec<&dyn ToSql> {
        vec![&self.stakeholder, &self.day, &self.text, &self.again_on]
    }

    fn of(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self { stakeholder: row.get(1)?, day: row.get(2)?, text: row.get(3)?, again_on: row.get(4)? })
    }

    fn name(&self) -> &str {
        &self.text
    }
}

/// Reads all contacts, the newest first.
pub(crate) fn read(db: &Connection) -> Result<Vec<Contact>> {
    record::all(db, |id, fields| Contact { id, fields })
}

/// Reads the contacts with one person, the newest first.
pub(crate) fn with(db: &Connection, person: StakeholderId) -> Result<Vec<Contact>> {
    let mut statement = db.prepare_cached(
        "SELECT id, stakeholder, day, text, again_on FROM contact WHERE stakeholder = ?1 ORDER BY day DESC, id DESC",
    )?;
    let rows = statement
        .query_map([person], |row| Ok(Contact { id: row.get(0)?, fields: ContactFields::of(row)? }))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// A question for somebody, or about an item.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Question {
    /// The id.
    pub id: QuestionId,
    /// What it is known by.
    #[serde(flatten)]
    pub fields: QuestionFields,
}

/// What is known of a question.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(optional_fields = nullable)]
pub struct QuestionFields {
    /// Who will answer it.
    #[serde(default)]
    pub stakeholder: Option<StakeholderId>,
    /// The item it is about.
    #[serde(default)]
    pub item: Option<ItemId>,
    /// The question.
    pub text: String,
    /// The answer; empty while it is open.
    #[serde(default)]
    pub answer: String,
    /// The day it was answered.
    #[serde(default)]
    pub answered_on: Option<NaiveDate>,
}

impl Record for QuestionFields {
    const TABLE: &'static str = "question";
    const COLUMNS: &'static [&'static str] = &["stakeholder", "item", "text", "answer", "answered_on"];
    const ORDER: &'static str = "id";
    const STEPS: [&'static str; 3] =
        ["history-add-question", "history-change-question", "history-remove-question"];

    fn checked(&self, tx: &Tx<'_>) -> Result<Self> {
        if let Some(person) = self.stakeholder {
            tx.person(person)?;
        }
        if let Some(item) = self.item {
            tx.known(item)?;
        }
        if let Some(day) = self.answered_on {
            not_in_future(tx, day, "answeredOn")?;
        }
        Ok(Self {
            text: required(&self.text, "text", "error-question-empty")?,
            answer: prose(&self.answer),
            ..self.clone()
        })
    }

    fn values(&self) -> Vec<&dyn ToSql> {
        vec![&self.stakeholder, &self.item, &self.text, &self.answer, &self.answered_on]
    }

    fn of(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            stakeholder: row.get(1)?,
            item: row.get(2)?,
            text: row.get(3)?,
            answer: row.get(4)?,
            answered_on: row.get(5)?,
        })
    }

    fn name(&self) -> &str {
        &self.text
    }
}

/// Reads the questions, the oldest first.
pub(crate) fn questions(db: &Connection) -> Result<Vec<Question>> {
    record::all(db, |id, fields| Question { id, fields })
}

fn required_prose(text: &str, key: &'static str) -> Result<String> {
    required(text, "text", key)?;
    Ok(prose(text))
}
