//! Stakeholders: the people and groups who want something from the product.

use crate::ids::StakeholderId;
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
