//! The feedback inbox: a note in seconds, later what it becomes, and the reply to whoever gave it.

use crate::backlog::{NewItem, Place, verbs};
use crate::discovery::{AssumptionFields, AssumptionState, LearningFields};
use crate::error::{Error, Result};
use crate::ids::{AssumptionId, FeedbackId, ItemId, LearningId, NeedId, SprintId, StakeholderId};
use crate::journal::Step;
use crate::need::NeedFields;
use crate::record::{self, Record};
use crate::tx::{Tx, not_in_future, prose, required, short};
use chrono::NaiveDate;
use rusqlite::types::ToSql;
use rusqlite::{Connection, Row, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A note in the inbox.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Feedback {
    /// The id.
    pub id: FeedbackId,
    /// What it is known by.
    #[serde(flatten)]
    pub fields: FeedbackFields,
    /// What it became; none while it waits.
    pub became: Option<Became>,
}

/// What is known of a note.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(optional_fields = nullable)]
pub struct FeedbackFields {
    /// The day it was given.
    pub day: NaiveDate,
    /// What was said.
    pub text: String,
    /// By whom.
    #[serde(default)]
    pub stakeholder: Option<StakeholderId>,
    /// The Sprint at whose Review it was given.
    #[serde(default)]
    pub sprint: Option<SprintId>,
    /// The item that was shown.
    #[serde(default)]
    pub item: Option<ItemId>,
    /// What the person was told; empty until then.
    #[serde(default)]
    pub reply: String,
    /// The day the person was told.
    #[serde(default)]
    pub replied_on: Option<NaiveDate>,
}

impl Record for FeedbackFields {
    const TABLE: &'static str = "feedback";
    const COLUMNS: &'static [&'static str] =
        &["day", "text", "stakeholder", "sprint", "item", "reply", "replied_on"];
    const ORDER: &'static str = "became IS NOT NULL, day DESC, id DESC";
    const STEPS: [&'static str; 3] =
        ["history-add-feedback", "history-change-feedback", "history-remove-feedback"];

    fn checked(&self, tx: &Tx<'_>) -> Result<Self> {
        not_in_future(tx, self.day, "day")?;
        if let Some(person) = self.stakeholder {
            tx.person(person)?;
        }
        if let Some(sprint) = self.sprint {
            tx.exists("sprint", sprint.0)?;
        }
        if let Some(item) = self.item {
            tx.known(item)?;
        }
        if let Some(day) = self.replied_on {
            not_in_future(tx, day, "repliedOn")?;
        }
        required(&self.text, "text", "error-feedback-empty")?;
        Ok(Self { text: prose(&self.text), reply: prose(&self.reply), ..self.clone() })
    }

    fn values(&self) -> Vec<&dyn ToSql> {
        vec![
            &self.day,
            &self.text,
            &self.stakeholder,
            &self.sprint,
            &self.item,
            &self.reply,
            &self.replied_on,
        ]
    }

    fn of(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            day: row.get(1)?,
            text: row.get(2)?,
            stakeholder: row.get(3)?,
            sprint: row.get(4)?,
            item: row.get(5)?,
            reply: row.get(6)?,
            replied_on: row.get(7)?,
        })
    }

    fn name(&self) -> &str {
        &self.text
    }
}

/// What a note became.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "type", rename_all = "camelCase")]
pub enum Became {
    /// An item of the backlog.
    Item {
        /// Which.
        id: ItemId,
    },
    /// A need of the person.
    Need {
        /// Which.
        id: NeedId,
    },
    /// An assumption.
    Assumption {
        /// Which.
        id: AssumptionId,
    },
    /// A learning.
    Learning {
        /// Which.
        id: LearningId,
    },
    /// An item that is not done.
    NotDoing {
        /// Which.
        id: ItemId,
    },
}

impl Became {
    fn of(word: &str, id: i64) -> Option<Self> {
        Some(match word {
            "item" => Self::Item { id: ItemId(id) },
            "need" => Self::Need { id: NeedId(id) },
            "assumption" => Self::Assumption { id: AssumptionId(id) },
            "learning" => Self::Learning { id: LearningId(id) },
            "not_doing" => Self::NotDoing { id: ItemId(id) },
            _ => return None,
        })
    }

    fn stored(self) -> (&'static str, i64) {
        match self {
            Self::Item { id } => ("item", id.0),
            Self::Need { id } => ("need", id.0),
            Self::Assumption { id } => ("assumption", id.0),
            Self::Learning { id } => ("learning", id.0),
            Self::NotDoing { id } => ("not_doing", id.0),
        }
    }
}

/// What to make of a note.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(tag = "type", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Triage {
    /// A new item; the person who gave the note wants it.
    Item {
        /// Its title.
        title: String,
        /// Where it goes.
        place: Place,
    },
    /// An item that is there already; the person who gave the note wants it.
    Known {
        /// Which.
        id: ItemId,
    },
    /// A need of the person who gave the note.
    Need {
        /// What the person needs.
        text: String,
        /// How strongly, 1 to 3.
        strength: u8,
    },
    /// Something that is assumed from now on.
    Assumption {
        /// What.
        text: String,
    },
    /// Something that was learnt.
    Learning {
        /// What.
        text: String,
    },
    /// An item that is not done, and why.
    NotDoing {
        /// Its title.
        title: String,
        /// Why not.
        reason: String,
        /// The day to look again.
        revisit: Option<NaiveDate>,
        /// The assumption that would change it.
        assumption: Option<AssumptionId>,
    },
}

/// Reads the inbox: what waits first, each group the newest first.
pub(crate) fn read(db: &Connection) -> Result<Vec<Feedback>> {
    let mut became = std::collections::HashMap::new();
    let mut statement =
        db.prepare_cached("SELECT id, became, became_id FROM feedback WHERE became IS NOT NULL")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        became.insert(
            row.get::<_, FeedbackId>(0)?,
            Became::of(row.get_ref(1)?.as_str().unwrap_or(""), row.get(2)?),
        );
    }
    record::all(db, |id, fields| Feedback { id, fields, became: became.get(&id).copied().flatten() })
}

/// Makes of a note what it is.
///
/// # Errors
/// [`Error::Invalid`] for a need without a person, and what the new thing itself is refused for.
pub(crate) fn triage(tx: &Tx<'_>, id: FeedbackId, triage: &Triage) -> Result<Step> {
    let note: FeedbackFields = record::one(tx.db, id.0)?;
    let new_item = |title: &str, place: Place| -> Result<ItemId> {
        let item = NewItem { title: title.to_owned(), body: note.text.clone(), ..NewItem::default() };
        verbs::add_one(tx, &item, place)
    };
    let became = match triage {
        Triage::Item { title, place } => Became::Item { id: new_item(title, *place)? },
        Triage::Known { id } => {
            tx.known(*id)?;
            Became::Item { id: *id }
        }
        Triage::Need { text, strength } => {
            let stakeholder =
                note.stakeholder.ok_or_else(|| Error::invalid("stakeholder", "error-need-of-nobody"))?;
            let need = NeedFields {
                stakeholder,
                text: text.clone(),
                strength: *strength,
                why: note.text.clone(),
                business_goal: None,
            };
            Became::Need { id: NeedId(record::insert(tx, &need)?.0) }
        }
        Triage::Assumption { text } => {
            let fields =
                AssumptionFields { text: text.clone(), state: AssumptionState::Untested, state_on: tx.today };
            Became::Assumption { id: AssumptionId(record::insert(tx, &fields)?.0) }
        }
        Triage::Learning { text } => {
            let fields = LearningFields { day: tx.today, text: text.clone(), assumption: None };
            Became::Learning { id: LearningId(record::insert(tx, &fields)?.0) }
        }
        Triage::NotDoing { title, reason, revisit, assumption } => {
            let item = new_item(title, Place::Bottom)?;
            verbs::decline(tx, item, reason, *revisit, *assumption)?;
            Became::NotDoing { id: item }
        }
    };
    if let (Some(person), Became::Item { id } | Became::NotDoing { id }) = (note.stakeholder, became) {
        verbs::want_if_new(tx, person, id, &note.text)?;
    }
    let (word, row) = became.stored();
    tx.execute("UPDATE feedback SET became = ?2, became_id = ?3 WHERE id = ?1", params![id, word, row])?;
    let label = match became {
        Became::Item { .. } => "history-triage-item",
        Became::Need { .. } => "history-triage-need",
        Became::Assumption { .. } => "history-triage-assumption",
        Became::Learning { .. } => "history-triage-learning",
        Became::NotDoing { .. } => "history-triage-not-doing",
    };
    Ok(Step::new(label).with("name", short(&note.text)))
}
