//! Settings of the product: its name, its working days, the dates that matter.

use crate::error::{Error, Result};
use crate::ids::{ClosedDaysId, DateLineId, ViewId};
use crate::journal::Step;
use crate::tx::{Tx, in_order, required, short};
use chrono::NaiveDate;
use rusqlite::{Connection, params};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use ts_rs::TS;

/// What is set once for the whole product.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Settings {
    /// Name of the product.
    pub name: String,
    /// First part of every item's key, such as "LW".
    pub prefix: String,
    /// Which weekdays are worked, Monday first.
    pub working_days: [bool; 7],
    /// Weekday a week starts on, 0 for Monday.
    pub week_start: u8,
    /// The percentile dates are said at, in percent.
    pub percentile: u8,
    /// The Definition of Done.
    pub definition_of_done: String,
    /// "Nothing was finished since", said by hand for the days up to this one.
    pub nothing_finished_until: Option<NaiveDate>,
}

/// Days on which nobody works.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct ClosedDays {
    /// The id.
    pub id: ClosedDaysId,
    /// Why, such as "Christmas".
    pub name: String,
    /// First day.
    pub first: NaiveDate,
    /// Last day, included.
    pub last: NaiveDate,
}

/// Days that are to be closed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NewClosedDays {
    /// Why, such as "Christmas".
    pub name: String,
    /// First day.
    pub first: NaiveDate,
    /// Last day, included.
    pub last: NaiveDate,
}

/// A date someone waits for: it shows as a line across the order.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct DateLine {
    /// The id.
    pub id: DateLineId,
    /// What happens on that day.
    pub name: String,
    /// The day.
    pub day: NaiveDate,
}

/// A saved filter.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct View {
    /// The id.
    pub id: ViewId,
    /// Its name on the tab.
    pub name: String,
    /// The filter, in the filter language.
    pub filter: String,
}

/// Settings of a new product.
pub(crate) fn insert(db: &Connection, name: &str) -> Result<()> {
    let name = required(name, "name", "error-product-name-empty")?;
    db.execute(
        "INSERT INTO product (id, name, prefix, working_days, week_start, percentile, definition_of_done)
         VALUES (1, ?1, ?2, 31, 0, 85, '')",
        params![name, prefix_of(&name)],
    )?;
    Ok(())
}

/// A short prefix for keys: the initials of a name of several words, else its consonants.
fn prefix_of(name: &str) -> String {
    let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<Vec<char>>();
    let words: Vec<&str> =
        name.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).collect();
    let prefix: String = if words.len() > 1 {
        words.iter().filter_map(|word| letters(word).first().copied()).take(4).collect()
    } else {
        letters(name).into_iter().take(3).collect()
    };
    if prefix.is_empty() { "P".to_owned() } else { prefix.to_uppercase() }
}

/// Reads the settings.
pub(crate) fn read(db: &Connection) -> Result<Settings> {
    Ok(db
        .prepare_cached(
            "SELECT name, prefix, working_days, week_start, percentile, definition_of_done, nothing_finished_until
             FROM product WHERE id = 1",
        )?
        .query_row([], |row| {
            let days: i64 = row.get(2)?;
            Ok(Settings {
                name: row.get(0)?,
                prefix: row.get(1)?,
                working_days: std::array::from_fn(|weekday| days & (1 << weekday) != 0),
                week_start: row.get(3)?,
                percentile: row.get(4)?,
                definition_of_done: row.get(5)?,
                nothing_finished_until: row.get(6)?,
            })
        })?)
}

/// Replaces the settings.
pub(crate) fn change(tx: &Tx<'_>, settings: &Settings) -> Result<Step> {
    let name = required(&settings.name, "name", "error-product-name-empty")?;
    let prefix = required(&settings.prefix, "prefix", "error-prefix-empty")?;
    if !settings.working_days.contains(&true) {
        return Err(Error::invalid("workingDays", "error-no-working-day"));
    }
    if !(50..=95).contains(&settings.percentile) {
        return Err(Error::invalid("percentile", "error-percentile"));
    }
    if settings.week_start > 6 {
        return Err(Error::invalid("weekStart", "error-week-start"));
    }
    if settings.nothing_finished_until.is_some_and(|day| day > tx.today) {
        return Err(Error::invalid("nothingFinishedUntil", "error-day-in-future"));
    }
    let days: i64 =
        settings.working_days.iter().enumerate().map(|(weekday, worked)| i64::from(*worked) << weekday).sum();
    tx.execute(
        "UPDATE product SET name = ?1, prefix = ?2, working_days = ?3, week_start = ?4, percentile = ?5,
           definition_of_done = ?6, nothing_finished_until = ?7 WHERE id = 1",
        params![
            name,
            prefix,
            days,
            settings.week_start,
            settings.percentile,
            settings.definition_of_done,
            settings.nothing_finished_until
        ],
    )?;
    Ok(Step::new("history-change-settings"))
}

/// Reads the closed days by first day.
pub(crate) fn closed_days(db: &Connection) -> Result<Vec<ClosedDays>> {
    let mut statement =
        db.prepare_cached("SELECT id, name, first, last FROM closed_days ORDER BY first, id")?;
    let rows = statement.query_map([], |row| {
        Ok(ClosedDays { id: row.get(0)?, name: row.get(1)?, first: row.get(2)?, last: row.get(3)? })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Closes days. Those that are there under the same name are left out, so that a list of holidays
/// that comes again closes nothing twice.
pub(crate) fn add_closed_days(tx: &Tx<'_>, days: &[NewClosedDays]) -> Result<Step> {
    if days.is_empty() {
        return Err(Error::invalid("days", "error-nothing-to-add"));
    }
    let closed = closed_days(tx.db)?.into_iter();
    let mut known: BTreeSet<_> = closed.map(|days| (days.name, days.first, days.last)).collect();
    let mut names = Vec::new();
    for NewClosedDays { name, first, last } in days {
        in_order(*first, *last)?;
        let name = required(name, "name", "error-name-empty")?;
        if known.insert((name.clone(), *first, *last)) {
            tx.insert(
                "INSERT INTO closed_days (name, first, last) VALUES (?1, ?2, ?3)",
                params![name, first, last],
            )?;
            names.push(short(&name));
        }
    }
    Ok(match names.as_slice() {
        [name] => Step::new("history-add-closed-days").with("name", name.as_str()),
        names => Step::new("history-add-closed-days-list")
            .with("name", names.first().map(String::as_str).unwrap_or_default())
            .with("others", names.len().saturating_sub(1)),
    })
}

pub(crate) fn remove_closed_days(tx: &Tx<'_>, id: ClosedDaysId) -> Result<Step> {
    remove(tx, "closed_days", id.0, "history-remove-closed-days")
}

/// Reads the named dates by day.
pub(crate) fn date_lines(db: &Connection) -> Result<Vec<DateLine>> {
    let mut statement = db.prepare_cached("SELECT id, name, day FROM date_line ORDER BY day, id")?;
    let rows = statement
        .query_map([], |row| Ok(DateLine { id: row.get(0)?, name: row.get(1)?, day: row.get(2)? }))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

pub(crate) fn add_date_line(tx: &Tx<'_>, name: &str, day: NaiveDate) -> Result<Step> {
    let name = required(name, "name", "error-name-empty")?;
    tx.insert("INSERT INTO date_line (name, day) VALUES (?1, ?2)", params![name, day])?;
    Ok(Step::new("history-add-date-line").with("name", short(&name)).with("day", day.to_string()))
}

pub(crate) fn change_date_line(tx: &Tx<'_>, id: DateLineId, name: &str, day: NaiveDate) -> Result<Step> {
    let name = required(name, "name", "error-name-empty")?;
    found(
        tx.execute("UPDATE date_line SET name = ?2, day = ?3 WHERE id = ?1", params![id, name, day])?,
        id.0,
    )?;
    Ok(Step::new("history-change-date-line").with("name", short(&name)).with("day", day.to_string()))
}

pub(crate) fn remove_date_line(tx: &Tx<'_>, id: DateLineId) -> Result<Step> {
    remove(tx, "date_line", id.0, "history-remove-date-line")
}

/// Reads the views in the order they were saved.
pub(crate) fn views(db: &Connection) -> Result<Vec<View>> {
    let mut statement = db.prepare_cached("SELECT id, name, filter FROM view ORDER BY id")?;
    let rows = statement
        .query_map([], |row| Ok(View { id: row.get(0)?, name: row.get(1)?, filter: row.get(2)? }))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

pub(crate) fn add_view(tx: &Tx<'_>, name: &str, filter: &str) -> Result<Step> {
    let name = required(name, "name", "error-name-empty")?;
    crate::search::Filter::read(filter, tx.stakeholders)?;
    tx.insert("INSERT INTO view (name, filter) VALUES (?1, ?2)", params![name, filter.trim()])?;
    Ok(Step::new("history-add-view").with("name", short(&name)))
}

pub(crate) fn change_view(tx: &Tx<'_>, id: ViewId, name: &str, filter: &str) -> Result<Step> {
    let name = required(name, "name", "error-name-empty")?;
    crate::search::Filter::read(filter, tx.stakeholders)?;
    found(
        tx.execute("UPDATE view SET name = ?2, filter = ?3 WHERE id = ?1", params![id, name, filter.trim()])?,
        id.0,
    )?;
    Ok(Step::new("history-change-view").with("name", short(&name)))
}

pub(crate) fn remove_view(tx: &Tx<'_>, id: ViewId) -> Result<Step> {
    remove(tx, "view", id.0, "history-remove-view")
}

/// Deletes a named row and tells of it by its name.
fn remove(tx: &Tx<'_>, table: &'static str, id: i64, label: &'static str) -> Result<Step> {
    use rusqlite::OptionalExtension;
    let name: Option<String> = tx
        .prepare(&format!("DELETE FROM {table} WHERE id = ?1 RETURNING name"))?
        .query_row([id], |row| row.get(0))
        .optional()?;
    let name = name.ok_or_else(|| Error::not_found("error-gone", "id", id))?;
    Ok(Step::new(label).with("name", short(&name)))
}

/// Refuses when no row had that id.
pub(crate) fn found(rows: usize, id: i64) -> Result<()> {
    if rows == 0 { Err(Error::not_found("error-gone", "id", id)) } else { Ok(()) }
}
