//! Ids of rows: one type a table, so that a stakeholder is never taken for an item.

use rusqlite::types::{FromSql, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
        #[ts(type = "number")]
        pub struct $name(pub i64);

        impl ToSql for $name {
            fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
                Ok(self.0.into())
            }
        }

        impl FromSql for $name {
            fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
                value.as_i64().map(Self)
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }
    )+};
}

ids! {
    /// A Product Backlog item.
    ItemId,
    /// A person or group that wants something.
    StakeholderId,
    /// A Product Goal.
    GoalId,
    /// A release slice.
    SliceId,
    /// A forecast that is kept.
    ForecastId,
    /// A Sprint.
    SprintId,
    /// A saved filter.
    ViewId,
    /// A named date, such as a board meeting.
    DateLineId,
    /// Days on which nobody works.
    ClosedDaysId,
    /// A link of an item to something outside.
    LinkId,
    /// A risk of an item.
    RiskId,
    /// A need of somebody.
    NeedId,
    /// A business goal.
    BusinessGoalId,
    /// A contact with somebody.
    ContactId,
    /// A question for somebody.
    QuestionId,
    /// A record of two needs that compete.
    ConflictId,
    /// A note in the feedback inbox.
    FeedbackId,
    /// Something that is assumed.
    AssumptionId,
    /// Something that was learnt.
    LearningId,
    /// A decision.
    DecisionId,
    /// Something handed to somebody.
    DelegationId,
    /// Why one item stands above another.
    PairId,
    /// An example of an item.
    ExampleId,
    /// What was said back of an item.
    SaidBackId,
    /// Where intended and built parted.
    MisunderstandingId,
    /// A section of a Review pack.
    SectionId,
    /// One step of the journal.
    OperationId,
}
