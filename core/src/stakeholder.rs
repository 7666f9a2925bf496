//! Stakeholders: the people and groups who want something from the product.

use crate::error::Result;
use crate::ids::StakeholderId;
use crate::journal::Step;
use crate::tx::{Tx, clean, required, short};
use rusqlite::{Connection, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A person or group.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Stakeholder {
    /// The id.
    pub id: StakeholderId,
    /// Name.
    pub name: String,
    /// What the person does.
    pub role: String,
    /// Group, such as "Library staff"; groups have colours.
    pub group: String,
}

/// What can be said of a stakeholder.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct StakeholderFields {
    /// Name; must not be empty.
    pub name: String,
    /// What the person does.
    pub role: String,
    /// Group.
    pub group: String,
}

/// Reads the stakeholders by name.
pub(crate) fn read(db: &Connection) -> Result<Vec<Stakeholder>> {
    let mut statement =
        db.prepare_cached("SELECT id, name, role, group_name FROM stakeholder ORDER BY name, id")?;
    let rows = statement.query_map([], |row| {
        Ok(Stakeholder { id: row.get(0)?, name: row.get(1)?, role: row.get(2)?, group: row.get(3)? })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

pub(crate) fn add(tx: &Tx<'_>, fields: &StakeholderFields) -> Result<Step> {
    let name = required(&fields.name, "name", "error-name-empty")?;
    tx.insert(
        "INSERT INTO stakeholder (name, role, group_name) VALUES (?1, ?2, ?3)",
        params![name, clean(&fields.role), clean(&fields.group)],
    )?;
    Ok(Step::new("history-add-stakeholder").with("name", short(&name)))
}

pub(crate) fn change(tx: &Tx<'_>, id: StakeholderId, fields: &StakeholderFields) -> Result<Step> {
    tx.person(id)?;
    let name = required(&fields.name, "name", "error-name-empty")?;
    tx.execute(
        "UPDATE stakeholder SET name = ?2, role = ?3, group_name = ?4 WHERE id = ?1",
        params![id, name, clean(&fields.role), clean(&fields.group)],
    )?;
    Ok(Step::new("history-change-stakeholder").with("name", short(&name)))
}

pub(crate) fn remove(tx: &Tx<'_>, id: StakeholderId) -> Result<Step> {
    let name = tx.person(id)?.name.clone();
    tx.execute("DELETE FROM stakeholder WHERE id = ?1", [id])?;
    Ok(Step::new("history-remove-stakeholder").with("name", short(&name)))
}
