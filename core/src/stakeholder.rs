//! Stakeholders: the people and groups who want something from the product, and where they stand.

use crate::error::{Error, Result};
use crate::ids::StakeholderId;
use crate::journal::Step;
use crate::record::{self, Record, stored_as};
use crate::tx::{Tx, clean, prose, required, short};
use chrono::{Days, NaiveDate};
use rusqlite::types::ToSql;
use rusqlite::{Connection, Row, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The tables that leave the product only when asked for: notes about people, and notes for the one
/// who presents a Review.
pub(crate) const PRIVATE: [&str; 2] = ["private_note", "speaker_note"];

/// A person or group.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Stakeholder {
    /// The id.
    pub id: StakeholderId,
    /// What it is known by.
    #[serde(flatten)]
    pub fields: StakeholderFields,
    /// The day of the last contact.
    pub last_contact: Option<NaiveDate>,
    /// The day of the next: the one that was agreed, or the last and the cadence.
    pub due: Option<NaiveDate>,
}

/// What can be said of a stakeholder.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(default, rename_all = "camelCase")]
pub struct StakeholderFields {
    /// Name; must not be empty.
    pub name: String,
    /// What the person does.
    pub role: String,
    /// Group, such as "Library staff"; groups have colours.
    pub group: String,
    /// How much the person can decide, 0 to 100; none while nobody has thought of it.
    pub power: Option<u8>,
    /// How much the person cares for the product, 0 to 100.
    pub interest: Option<u8>,
    /// The power the person should have one day.
    pub wished_power: Option<u8>,
    /// The interest the person should have one day.
    pub wished_interest: Option<u8>,
    /// What the person thinks of the product.
    pub attitude: Attitude,
    /// Days between two contacts; none without a rhythm.
    pub cadence: Option<u16>,
}

/// What a person thinks of the product.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Attitude {
    /// Helps it.
    Supports,
    /// Neither.
    #[default]
    Neutral,
    /// Doubts it.
    Sceptical,
}

stored_as!(Attitude { Supports = "supports", Neutral = "neutral", Sceptical = "sceptical" });

impl Record for StakeholderFields {
    const TABLE: &'static str = "stakeholder";
    const COLUMNS: &'static [&'static str] = &[
        "name",
        "role",
        "group_name",
        "power",
        "interest",
        "wished_power",
        "wished_interest",
        "attitude",
        "cadence",
    ];
    const ORDER: &'static str = "name, id";
    const STEPS: [&'static str; 3] =
        ["history-add-stakeholder", "history-change-stakeholder", "history-remove-stakeholder"];

    fn checked(&self, _: &Tx<'_>) -> Result<Self> {
        let places = [self.power, self.interest, self.wished_power, self.wished_interest];
        if places.into_iter().flatten().any(|place| place > 100) {
            return Err(Error::invalid("power", "error-standpoint"));
        }
        if self.cadence == Some(0) {
            return Err(Error::invalid("cadence", "error-cadence"));
        }
        Ok(Self {
            name: required(&self.name, "name", "error-name-empty")?,
            role: clean(&self.role),
            group: clean(&self.group),
            ..self.clone()
        })
    }

    fn values(&self) -> Vec<&dyn ToSql> {
        vec![
            &self.name,
            &self.role,
            &self.group,
            &self.power,
            &self.interest,
            &self.wished_power,
            &self.wished_interest,
            &self.attitude,
            &self.cadence,
        ]
    }

    fn of(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            name: row.get(1)?,
            role: row.get(2)?,
            group: row.get(3)?,
            power: row.get(4)?,
            interest: row.get(5)?,
            wished_power: row.get(6)?,
            wished_interest: row.get(7)?,
            attitude: row.get(8)?,
            cadence: row.get(9)?,
        })
    }

    fn name(&self) -> &str {
        &self.name
    }
}

/// Reads the stakeholders by name.
pub(crate) fn read(db: &Connection) -> Result<Vec<Stakeholder>> {
    let mut statement = db.prepare_cached(
        "SELECT stakeholder.id, name, role, group_name, power, interest, wished_power, wished_interest,
           attitude, cadence, added_on, last.day, last.again_on
         FROM stakeholder LEFT JOIN contact AS last ON last.id =
           (SELECT id FROM contact WHERE stakeholder = stakeholder.id ORDER BY day DESC, id DESC LIMIT 1)
         ORDER BY name, stakeholder.id",
    )?;
    let rows = statement.query_map([], |row| {
        let fields = StakeholderFields::of(row)?;
        let [added, last, agreed]: [Option<NaiveDate>; 3] = [row.get(10)?, row.get(11)?, row.get(12)?];
        let later = |day: NaiveDate| day.checked_add_days(Days::new(fields.cadence?.into()));
        let due = agreed.or_else(|| last.or(added).and_then(later));
        Ok(Stakeholder { id: row.get(0)?, fields, last_contact: last, due })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Adds a person or group.
pub(crate) fn add(tx: &Tx<'_>, fields: &StakeholderFields) -> Result<Step> {
    let (id, step) = record::insert(tx, fields)?;
    tx.execute("UPDATE stakeholder SET added_on = ?2 WHERE id = ?1", params![id, tx.today])?;
    Ok(step)
}

/// Writes the private note about a person; an empty one takes it away.
pub(crate) fn note(tx: &Tx<'_>, id: StakeholderId, text: &str) -> Result<Step> {
    let name = tx.person(id)?.fields.name.clone();
    let text = prose(text);
    if text.is_empty() {
        tx.execute("DELETE FROM private_note WHERE stakeholder = ?1", [id])?;
    } else {
        tx.execute(
            "INSERT INTO private_note (stakeholder, text) VALUES (?1, ?2)
             ON CONFLICT (stakeholder) DO UPDATE SET text = excluded.text",
            params![id, text],
        )?;
    }
    Ok(Step::new("history-note-on-stakeholder")
        .with("name", short(&name))
        .joining(format!("private_note {id}")))
}

/// Reads the private note about a person; empty if there is none.
pub(crate) fn private_note(db: &Connection, id: StakeholderId) -> Result<String> {
    let mut statement = db.prepare_cached("SELECT text FROM private_note WHERE stakeholder = ?1")?;
    let text = statement.query_map([id], |row| row.get(0))?.next().transpose()?;
    Ok(text.unwrap_or_default())
}

/// Merges people into one, who keeps the name; wants, needs, contacts, notes and promises go over.
///
/// # Errors
/// [`Error::Invalid`] for a person merged into itself and for two who are at odds with each other.
pub(crate) fn merge(tx: &Tx<'_>, into: StakeholderId, ids: &[StakeholderId]) -> Result<Step> {
    let name = tx.person(into)?.fields.name.clone();
    if ids.is_empty() || ids.contains(&into) {
        return Err(Error::invalid("ids", "error-merge-into-itself"));
    }
    for id in ids {
        tx.person(*id)?;
        let at_odds: bool = tx
            .prepare(
                "SELECT EXISTS (SELECT 1 FROM conflict WHERE (first = ?1 AND second = ?2) OR (first = ?2 AND second = ?1))",
            )?
            .query_row(params![id, into], |row| row.get(0))?;
        if at_odds {
            return Err(Error::invalid("ids", "error-merge-at-odds"));
        }
        // The stronger of two wants of one item stays.
        tx.execute(
            "INSERT INTO want (stakeholder, item, strength, why, need)
             SELECT ?2, item, strength, why, need FROM want WHERE stakeholder = ?1
             ON CONFLICT (item, stakeholder) DO UPDATE SET strength = excluded.strength, why = excluded.why,
               need = excluded.need WHERE excluded.strength > want.strength",
            params![id, into],
        )?;
        let both = [private_note(tx.db, into)?, private_note(tx.db, *id)?];
        if !both[1].is_empty() {
            note(tx, into, &both.join("\n\n"))?;
        }
        for (table, column) in [
            ("need", "stakeholder"),
            ("contact", "stakeholder"),
            ("question", "stakeholder"),
            ("feedback", "stakeholder"),
            ("conflict", "first"),
            ("conflict", "second"),
            ("kept_forecast", "told"),
        ] {
            let sql = format!("UPDATE {table} SET {column} = ?2 WHERE {column} = ?1");
            tx.execute(&sql, params![id, into])?;
        }
        tx.execute("DELETE FROM stakeholder WHERE id = ?1", [id])?;
    }
    Ok(Step::new("history-merge-stakeholders").with("count", ids.len()).with("name", short(&name)))
}
