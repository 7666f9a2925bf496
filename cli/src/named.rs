//! What somebody means by the name of a person, a goal or a slice.

use cairn_core::direction::GoalState;
use cairn_core::ids::{GoalId, SliceId, StakeholderId};
use cairn_core::stakeholder::{Stakeholder, StakeholderFields};
use cairn_core::{Error, Product, Result};

/// The person of that name or number.
///
/// # Errors
/// [`Error::Invalid`] when there is none, and when several have that name.
pub fn person(product: &Product, name: &str) -> Result<StakeholderId> {
    let number = name.trim().parse().ok().map(StakeholderId);
    let called: Vec<&Stakeholder> =
        product.stakeholders().iter().filter(|person| is_called(&person.fields.name, name)).collect();
    match called.as_slice() {
        [person] => Ok(person.id),
        [] => {
            let numbered = number.and_then(|id| product.stakeholder(id)).map(|person| person.id);
            numbered.ok_or_else(|| {
                Error::invalid_with("wantedBy", "cli-error-person", [("name", name.to_owned())])
            })
        }
        several => {
            let told = |person: &&Stakeholder| {
                let StakeholderFields { name, role, group, .. } = &person.fields;
                let facts = [person.id.0.to_string(), role.clone(), group.clone()];
                let facts: Vec<String> = facts.into_iter().filter(|fact| !fact.is_empty()).collect();
                format!("{name} ({})", facts.join(", "))
            };
            let people = several.iter().map(told).collect::<Vec<_>>().join("; ");
            let args = [("name", name.trim().to_owned()), ("people", people)];
            Err(Error::invalid_with("wantedBy", "cli-error-person-several", args))
        }
    }
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
