//! Everything a product owner can do, verb by verb: the table of contents of the product.

use crate::backlog::{Field, NewItem, Place};
use crate::direction::{GoalState, Measure};
use crate::ids::*;
use crate::import::ImportedBacklog;
use crate::settings::Settings;
use crate::sprint::SprintFields;
use crate::stakeholder::StakeholderFields;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// One action. [`crate::Product::apply`] runs it in one transaction that can be undone.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(tag = "type", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Edit {
    // Settings
    /// Replaces the settings of the product.
    ChangeSettings { settings: Settings },
    /// Names days on which nobody works.
    AddClosedDays { name: String, first: NaiveDate, last: NaiveDate },
    /// Works on these days after all.
    RemoveClosedDays { id: ClosedDaysId },
    /// Names a date that someone waits for.
    AddDateLine { name: String, day: NaiveDate },
    /// Renames or moves a named date.
    ChangeDateLine { id: DateLineId, name: String, day: NaiveDate },
    /// Forgets a named date.
    RemoveDateLine { id: DateLineId },
    /// Saves a filter as a view.
    AddView { name: String, filter: String },
    /// Renames a view or changes its filter.
    ChangeView { id: ViewId, name: String, filter: String },
    /// Forgets a view.
    RemoveView { id: ViewId },

    // Direction
    /// Adds a Product Goal; it is current if there is none.
    AddGoal { sentence: String, measure: Option<Measure> },
    /// Rewords a goal or changes its measure.
    ChangeGoal { id: GoalId, sentence: String, measure: Option<Measure> },
    /// Makes a goal current, fulfilled or abandoned; `reason` is kept.
    SetGoalState { id: GoalId, state: GoalState, reason: String },
    /// Records a measured value; a second one of the same day replaces the first.
    AddReading { goal: GoalId, day: NaiveDate, value: f64 },

    // Backlog
    /// Adds items at a place, in the order given.
    AddItems { items: Vec<NewItem>, place: Place },
    /// Gives one field of some items a new value.
    ChangeItems { ids: Vec<ItemId>, change: Field },
    /// Moves items to a place; they land together and keep their order.
    MoveItems {
        ids: Vec<ItemId>,
        place: Place,
        #[serde(default)]
        reason: String,
    },
    /// Gives or rewords the reason of an earlier step.
    GiveReason { operation: OperationId, reason: String },
    /// Adds labels and takes others away.
    LabelItems { ids: Vec<ItemId>, add: Vec<String>, remove: Vec<String> },
    /// Marks items Done on a day.
    FinishItems { ids: Vec<ItemId>, on: NaiveDate },
    /// Decides not to do items.
    DeclineItems { ids: Vec<ItemId>, reason: String, revisit: Option<NaiveDate> },
    /// Takes Done or declined items back into the order.
    ReopenItems { ids: Vec<ItemId> },
    /// Splits an item: it keeps its place and gets these parts' titles, the first as its own.
    SplitItem { id: ItemId, titles: Vec<String> },
    /// Merges items into one; the others are deleted, their wants and labels go over.
    MergeItems { into: ItemId, ids: Vec<ItemId> },
    /// Deletes items.
    DeleteItems { ids: Vec<ItemId> },
    /// Links an item to something outside.
    AddLink { item: ItemId, title: String, url: String },
    /// Takes a link away.
    RemoveLink { id: LinkId },
    /// Names something that may go wrong.
    AddRisk { item: ItemId, text: String, probability: Option<u8> },
    /// Takes a risk away.
    RemoveRisk { id: RiskId },

    // Stakeholders
    /// Adds a person or group.
    AddStakeholder { fields: StakeholderFields },
    /// Changes what is said of a person or group.
    ChangeStakeholder { id: StakeholderId, fields: StakeholderFields },
    /// Removes a person or group with all their wants.
    RemoveStakeholder { id: StakeholderId },
    /// Says that somebody wants items; again: how strongly and why.
    Want {
        stakeholder: StakeholderId,
        items: Vec<ItemId>,
        strength: u8,
        #[serde(default)]
        why: String,
    },
    /// Says that somebody no longer wants items.
    Unwant { stakeholder: StakeholderId, items: Vec<ItemId> },

    // Sprints
    /// Adds a Sprint.
    AddSprint { fields: SprintFields },
    /// Changes a Sprint.
    ChangeSprint { id: SprintId, fields: SprintFields },
    /// Removes a Sprint.
    RemoveSprint { id: SprintId },

    // Exchange
    /// Brings in the items of a file; items known by external id are updated.
    Import { backlog: ImportedBacklog },
    /// Brings in a throughput history; it wins for the days it covers.
    ImportThroughput { throughput: crate::import::ImportedThroughput },
}
