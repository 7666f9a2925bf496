//! Which documents there are.

use crate::asked::Asked;
use crate::forecast::Assumptions;
use crate::ids::{SprintId, StakeholderId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A document that can be asked for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(tag = "type", rename_all = "camelCase")]
pub enum Report {
    /// The pack of a Sprint Review.
    Review {
        /// Of which Sprint.
        sprint: SprintId,
    },
    /// The Product Goal on one page.
    Goal,
    /// The answer to a question, for somebody.
    Forecast {
        /// The question.
        asked: Asked,
        /// What the answer assumes.
        assumptions: Assumptions,
        /// For whom; none for anybody.
        #[serde(default)]
        told: Option<StakeholderId>,
    },
    /// The page about a person.
    Person {
        /// Who.
        id: StakeholderId,
    },
    /// The backlog, to read.
    Backlog {
        /// For whom.
        cut: Cut,
    },
    /// The decisions that were taken.
    Decisions,
}

/// For whom the backlog is written down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Cut {
    /// With open questions and examples.
    Developers,
    /// With dates and whose need it is.
    Stakeholders,
    /// What comes, without names and numbers.
    Customers,
}
