//! Needs: what people want of the product, how strongly and why, and the business goals behind them.

use crate::error::{Error, Result};
use crate::ids::{BusinessGoalId, ItemId, NeedId, StakeholderId};
use crate::journal::Step;
use crate::record::{self, Record};
use crate::tx::{Tx, checked_strength, prose, required, short};
use rusqlite::types::ToSql;
use rusqlite::{Connection, Row, params};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use ts_rs::TS;

/// What somebody needs. The items that answer it are those the person wants for it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Need {
    /// The id.
    pub id: NeedId,
    /// What it is known by.
    #[serde(flatten)]
    pub fields: NeedFields,
    /// The items that answer it.
    pub items: Vec<ItemId>,
}

/// What is known of a need.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(optional_fields = nullable)]
pub struct NeedFields {
    /// Whose.
    pub stakeholder: StakeholderId,
    /// What the person needs, in one line.
    pub text: String,
    /// How strongly, 1 to 3.
    pub strength: u8,
    /// Why.
    #[serde(default)]
    pub why: String,
    /// The business goal it belongs to.
    #[serde(default)]
    pub business_goal: Option<BusinessGoalId>,
}

impl Record for NeedFields {
    const TABLE: &'static str = "need";
    const COLUMNS: &'static [&'static str] = &["stakeholder", "text", "strength", "why", "business_goal"];
    const ORDER: &'static str = "stakeholder, strength DESC, id";
    const STEPS: [&'static str; 3] = ["history-add-need", "history-change-need", "history-remove-need"];

    fn checked(&self, tx: &Tx<'_>) -> Result<Self> {
        tx.person(self.stakeholder)?;
        if let Some(goal) = self.business_goal {
            tx.exists("business_goal", goal.0)?;
        }
        Ok(Self {
            text: required(&self.text, "text", "error-need-empty")?,
            strength: checked_strength(self.strength)?,
            why: prose(&self.why),
            ..self.clone()
        })
    }

    fn values(&self) -> Vec<&dyn ToSql> {
        vec![&self.stakeholder, &self.text, &self.strength, &self.why, &self.business_goal]
    }

    fn of(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            stakeholder: row.get(1)?,
            text: row.get(2)?,
            strength: row.get(3)?,
            why: row.get(4)?,
            business_goal: row.get(5)?,
        })
    }

    fn name(&self) -> &str {
        &self.text
    }
}

/// Reads the needs, person by person, the strongest first.
pub(crate) fn read(db: &Connection) -> Result<Vec<Need>> {
    let mut items: HashMap<NeedId, Vec<ItemId>> = HashMap::new();
    let mut statement =
        db.prepare_cached("SELECT need, item FROM want WHERE need IS NOT NULL ORDER BY id")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        items.entry(row.get(0)?).or_default().push(row.get(1)?);
    }
    record::all(db, |id, fields| Need { id, fields, items: items.get(&id).cloned().unwrap_or_default() })
}

/// Says which items answer a need. Wants that are there keep their strength and why.
pub(crate) fn answer(tx: &Tx<'_>, id: NeedId, items: &[ItemId]) -> Result<Step> {
    let need: NeedFields = record::one(tx.db, id.0)?;
    tx.execute("UPDATE want SET need = NULL WHERE need = ?1", [id])?;
    for item in items {
        tx.known(*item)?;
        tx.execute(
            "INSERT INTO want (stakeholder, item, strength, why, need) VALUES (?1, ?2, ?3, ?4, ?5)
             ON CONFLICT (item, stakeholder) DO UPDATE SET need = excluded.need",
            params![need.stakeholder, item, need.strength, need.why, id],
        )?;
    }
    Ok(Step::new("history-answer-need").with("name", short(&need.text)))
}

/// Refuses a need that is not there or not that person's.
pub(crate) fn of_person(tx: &Tx<'_>, need: NeedId, person: StakeholderId) -> Result<()> {
    let fields: NeedFields = record::one(tx.db, need.0)?;
    if fields.stakeholder == person { Ok(()) } else { Err(Error::invalid("need", "error-need-of-another")) }
}

/// What the business is after.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct BusinessGoal {
    /// The id.
    pub id: BusinessGoalId,
    /// What it is known by.
    #[serde(flatten)]
    pub fields: BusinessGoalFields,
}

/// What is known of a business goal.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct BusinessGoalFields {
    /// The goal in one line.
    pub sentence: String,
}

impl Record for BusinessGoalFields {
    const TABLE: &'static str = "business_goal";
    const COLUMNS: &'static [&'static str] = &["sentence"];
    const ORDER: &'static str = "id";
    const STEPS: [&'static str; 3] =
        ["history-add-business-goal", "history-change-business-goal", "history-remove-business-goal"];

    fn checked(&self, _: &Tx<'_>) -> Result<Self> {
        Ok(Self { sentence: required(&self.sentence, "sentence", "error-goal-empty")? })
    }

    fn values(&self) -> Vec<&dyn ToSql> {
        vec![&self.sentence]
    }

    fn of(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self { sentence: row.get(1)? })
    }

    fn name(&self) -> &str {
        &self.sentence
    }
}

/// Reads the business goals.
pub(crate) fn business_goals(db: &Connection) -> Result<Vec<BusinessGoal>> {
    record::all(db, |id, fields| BusinessGoal { id, fields })
}
