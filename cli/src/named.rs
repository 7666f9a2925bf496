//! What somebody means by the name of a person, a goal or a slice.

use cairn_core::direction::GoalState;
use cairn_core::ids::{GoalId, SliceId, StakeholderId};
use cairn_core::{Error, Product, Result};

/// The person of that name.
///
/// # Errors
/// [`Error::Invalid`] when there is none.
pub fn person(product: &Product, name: &str) -> Result<StakeholderId> {
    let found = product.stakeholders().iter().find(|person| is_called(&person.fields.name, name));
    found
        .map(|person| person.id)
        .ok_or_else(|| Error::invalid_with("wantedBy", "cli-error-person", [("name", name.to_owned())]))
}

/// The goal of that number or sentence, or the "current" one.
///
/// # Errors
/// [`Error::Invalid`] when there is none.
pub fn goal(product: &Product, name: &str) -> Result<GoalId> {
    let number = name.trim().parse().ok().map(GoalId);
    let current = is_called("current", name);
    let mut goals = product.goals()?.into_iter();
    let found = goals.find(|goal| {
        Some(goal.id) == number
            || is_called(&goal.sentence, name)
            || current && goal.state == GoalState::Current
    });
    let key = if current { "cli-error-no-goal" } else { "cli-error-goal" };
    found.map(|goal| goal.id).ok_or_else(|| Error::invalid_with("goal", key, [("goal", name.to_owned())]))
}

/// The release slice of that name.
///
/// # Errors
/// [`Error::Invalid`] when there is none.
pub fn slice(product: &Product, name: &str) -> Result<SliceId> {
    let found = product.slices()?.into_iter().find(|slice| is_called(&slice.name, name));
    found
        .map(|slice| slice.id)
        .ok_or_else(|| Error::invalid_with("slice", "cli-error-slice", [("name", name.to_owned())]))
}

fn is_called(name: &str, said: &str) -> bool {
    name.to_lowercase() == said.trim().to_lowercase()
}
