//! One running edit: the transaction with what the verbs may look at.

use crate::backlog::list::Backlog;
use crate::error::{Error, Result};
use crate::ids::{ItemId, StakeholderId};
use crate::settings::Settings;
use crate::snapshot::Finish;
use crate::sprint::Sprint;
use crate::stakeholder::Stakeholder;
use chrono::NaiveDate;
use rusqlite::{CachedStatement, Params, Transaction};
use std::cell::RefCell;

/// The transaction of an edit, and the product as it was when the edit began.
pub(crate) struct Tx<'a> {
    pub db: &'a Transaction<'a>,
    pub today: NaiveDate,
    pub backlog: &'a Backlog,
    pub settings: &'a Settings,
    pub sprints: &'a [Sprint],
    pub stakeholders: &'a [Stakeholder],
    pub finish: &'a Finish,
    pub created: RefCell<Vec<i64>>,
}

impl Tx<'_> {
    /// Runs one statement with its values bound.
    pub(crate) fn execute(&self, sql: &str, params: impl Params) -> Result<usize> {
        Ok(self.db.prepare_cached(sql)?.execute(params)?)
    }

    /// Runs an INSERT and notes the id of the new row.
    pub(crate) fn insert(&self, sql: &str, params: impl Params) -> Result<i64> {
        self.execute(sql, params)?;
        let id = self.db.last_insert_rowid();
        self.created.borrow_mut().push(id);
        Ok(id)
    }

    /// Prepares a statement, kept for the next use.
    pub(crate) fn prepare(&self, sql: &str) -> Result<CachedStatement<'_>> {
        Ok(self.db.prepare_cached(sql)?)
    }

    /// Refuses an item that is not there.
    pub(crate) fn known(&self, id: ItemId) -> Result<&crate::backlog::list::Entry> {
        self.backlog.entry_of(id).ok_or_else(|| Error::not_found("error-item-unknown", "item", id))
    }

    /// Refuses items that are not there and an empty selection.
    pub(crate) fn all_known(&self, ids: &[ItemId]) -> Result<()> {
        if ids.is_empty() {
            return Err(Error::invalid("ids", "error-nothing-selected"));
        }
        ids.iter().try_for_each(|id| self.known(*id).map(|_| ()))
    }

    /// Refuses a row of a table that is not there.
    pub(crate) fn exists(&self, table: &'static str, id: i64) -> Result<()> {
        let there: bool = self
            .prepare(&format!("SELECT EXISTS (SELECT 1 FROM {table} WHERE id = ?1)"))?
            .query_row([id], |row| row.get(0))?;
        if there { Ok(()) } else { Err(Error::not_found("error-gone", "id", id)) }
    }

    /// Refuses a person that is not there.
    pub(crate) fn person(&self, id: StakeholderId) -> Result<&Stakeholder> {
        self.stakeholders
            .iter()
            .find(|person| person.id == id)
            .ok_or_else(|| Error::not_found("error-stakeholder-unknown", "id", id))
    }
}

/// Refuses a text without a visible character; returns it without spaces around.
pub(crate) fn required(text: &str, field: &'static str, key: &'static str) -> Result<String> {
    let text = clean(text);
    if text.is_empty() { Err(Error::invalid(field, key)) } else { Ok(text) }
}

/// One line of text as it is kept: no NUL, no line breaks, no spaces around.
pub(crate) fn clean(text: &str) -> String {
    text.replace('\0', "\u{fffd}").replace(['\r', '\n'], " ").trim().to_owned()
}

/// A text of several lines as it is kept: no NUL, no spaces around.
pub(crate) fn prose(text: &str) -> String {
    text.replace('\0', "\u{fffd}").trim().to_owned()
}

/// Refuses a day that has not come.
pub(crate) fn not_in_future(tx: &Tx<'_>, day: NaiveDate, field: &'static str) -> Result<()> {
    if day > tx.today { Err(Error::invalid(field, "error-day-in-future")) } else { Ok(()) }
}

/// Refuses addresses that do more than open a page or a mail.
pub(crate) fn safe_url(url: &str) -> Result<String> {
    let url = required(url, "url", "error-url")?;
    let lower = url.to_lowercase();
    let safe = ["http://", "https://", "mailto:"].iter().any(|start| lower.starts_with(start));
    if safe { Ok(url) } else { Err(Error::invalid("url", "error-url")) }
}

/// Refuses a strength other than 1, 2 or 3.
pub(crate) fn checked_strength(strength: u8) -> Result<u8> {
    if (1..=3).contains(&strength) { Ok(strength) } else { Err(Error::invalid("strength", "error-strength")) }
}

/// Refuses days in the wrong order.
pub(crate) fn in_order(first: NaiveDate, last: NaiveDate) -> Result<()> {
    if last < first { Err(Error::invalid("last", "error-days-reversed")) } else { Ok(()) }
}

/// A title as a history line quotes it.
pub(crate) fn short(title: &str) -> String {
    const LONGEST: usize = 60;
    if title.chars().count() <= LONGEST {
        return title.to_owned();
    }
    let mut short: String = title.chars().take(LONGEST - 1).collect();
    short.push('…');
    short
}
