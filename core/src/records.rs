//! The small collections of a product that the page holds whole.

use crate::conflict::{self, Conflict};
use crate::contact::{self, Question};
use crate::decision::{self, Decision, Delegation, Pair};
use crate::discovery::{self, Assumption, Learning};
use crate::error::Result;
use crate::feedback::{self, Feedback};
use crate::need::{self, BusinessGoal, Need};
use crate::story::{self, Misunderstanding};
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Collections that are there whole: all of them when a product is loaded, after a step those in
/// which something changed.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Records {
    /// Needs, person by person, the strongest first.
    pub needs: Option<Vec<Need>>,
    /// Business goals.
    pub business_goals: Option<Vec<BusinessGoal>>,
    /// Questions, the oldest first.
    pub questions: Option<Vec<Question>>,
    /// Conflicts: open ones first, each group the newest first.
    pub conflicts: Option<Vec<Conflict>>,
    /// The feedback inbox: what waits first, each group the newest first.
    pub feedback: Option<Vec<Feedback>>,
    /// Assumptions.
    pub assumptions: Option<Vec<Assumption>>,
    /// What was learnt, the newest first.
    pub learnings: Option<Vec<Learning>>,
    /// Decisions, the newest first.
    pub decisions: Option<Vec<Decision>>,
    /// Delegations: open ones first, the next due first.
    pub delegations: Option<Vec<Delegation>>,
    /// Why one item stands above another, the newest first.
    pub pairs: Option<Vec<Pair>>,
    /// Where intended and built parted, the newest first.
    pub misunderstandings: Option<Vec<Misunderstanding>>,
}

/// Reads the collections that some of the tables for which `has` holds are part of.
pub(crate) fn read(db: &Connection, has: impl Fn(&str) -> bool) -> Result<Records> {
    let any = |tables: &[&str]| tables.iter().any(|table| has(table));
    Ok(Records {
        needs: any(&["need", "want"]).then(|| need::read(db)).transpose()?,
        business_goals: has("business_goal").then(|| need::business_goals(db)).transpose()?,
        questions: has("question").then(|| contact::questions(db)).transpose()?,
        conflicts: has("conflict").then(|| conflict::read(db)).transpose()?,
        feedback: has("feedback").then(|| feedback::read(db)).transpose()?,
        assumptions: has("assumption").then(|| discovery::assumptions(db)).transpose()?,
        learnings: has("learning").then(|| discovery::learnings(db)).transpose()?,
        decisions: has("decision").then(|| decision::read(db)).transpose()?,
        delegations: has("delegation").then(|| decision::delegations(db)).transpose()?,
        pairs: has("pair").then(|| decision::pairs(db)).transpose()?,
        misunderstandings: has("misunderstanding").then(|| story::misunderstandings(db)).transpose()?,
    })
}
