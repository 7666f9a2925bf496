//! The Sprints a file names: found again in the product, or added.

use super::ImportedSprint;
use crate::error::Result;
use crate::forecast::Span;
use crate::ids::SprintId;
use crate::sprint::{self, Sprint, SprintFields};
use crate::tx::{Tx, clean};
use crate::words::tell;
use chrono::Days;
use std::collections::HashMap;

/// The largest number a name gives to a new Sprint; larger ones are years and the like.
const LARGEST: u32 = 999;
/// How many Sprints a warning names.
const MOST_NAMED: usize = 10;

/// The Sprints of a file as they stand in the product.
pub(super) struct Sprints<'a> {
    by_name: HashMap<&'a str, SprintId>,
    /// How many are new, or got a name or days.
    pub changed: usize,
    /// What should be looked at, each a sentence.
    pub warnings: Vec<String>,
}

impl Sprints<'_> {
    /// The Sprint a file calls so.
    pub fn id(&self, name: &str) -> Option<SprintId> {
        self.by_name.get(name).copied()
    }
}

/// Brings the Sprints of a file in.
///
/// One is found again by its name, else by the last number in it where the Sprint of that number
/// has no name; what is not found is added. What Cairn holds stays: a name and days are filled in
/// where there are none, and days only where they overlap no other Sprint. Other tools let a Sprint
/// begin on the day the one before ends; that day counts for the one before.
pub(super) fn bring_in<'a>(tx: &Tx<'_>, named: &'a [ImportedSprint]) -> Result<Sprints<'a>> {
    let mut matching = Matching::new(tx);
    let mut by_name = HashMap::new();
    let mut numberless = Vec::new();
    let mut named: Vec<_> = named.iter().filter(|one| !clean(&one.name).is_empty()).collect();
    named.sort_by_key(|one| (one.first.is_none(), one.first));
    for one in named {
        let id = match (matching.find(one), matching.own_number(one)) {
            (Some(place), _) => matching.fill_in(place, one)?,
            (None, Some(number)) => matching.add(number, one)?,
            (None, None) => {
                numberless.push(one);
                continue;
            }
        };
        by_name.insert(&*one.name, id);
    }
    // The others follow the highest number, by their days where those are known.
    for one in numberless {
        by_name.insert(&*one.name, matching.add(matching.next_number(), one)?);
    }
    Ok(Sprints { by_name, changed: matching.changed, warnings: matching.warnings() })
}

/// The Sprints of the product while those of a file come in.
struct Matching<'t, 'd> {
    tx: &'t Tx<'d>,
    known: Vec<Sprint>,
    changed: usize,
    /// New ones of which the file says no days.
    undated: Vec<String>,
    overlapping: Vec<String>,
    /// How many begin a day later than the file says.
    later: usize,
}

impl<'t, 'd> Matching<'t, 'd> {
    fn new(tx: &'t Tx<'d>) -> Self {
        let known = tx.sprints.to_vec();
        Self { tx, known, changed: 0, undated: Vec::new(), overlapping: Vec::new(), later: 0 }
    }

    fn find(&self, one: &ImportedSprint) -> Option<usize> {
        let name = clean(&one.name);
        let number = last_number(&name);
        let by_name = self.known.iter().position(|sprint| sprint.fields.name == name);
        by_name.or_else(|| {
            let nameless = |sprint: &Sprint| sprint.fields.name.is_empty();
            self.known.iter().position(|sprint| nameless(sprint) && Some(sprint.fields.number) == number)
        })
    }

    /// The last number in a name, where it is free and sensible.
    fn own_number(&self, one: &ImportedSprint) -> Option<u32> {
        let number = last_number(&one.name).filter(|number| (1..=LARGEST).contains(number))?;
        self.known.iter().all(|sprint| sprint.fields.number != number).then_some(number)
    }

    fn next_number(&self) -> u32 {
        self.known.iter().map(|sprint| sprint.fields.number).max().map_or(1, |most| most.saturating_add(1))
    }

    fn add(&mut self, number: u32, one: &ImportedSprint) -> Result<SprintId> {
        let mut fields = SprintFields { number, name: clean(&one.name), ..SprintFields::default() };
        self.date(&mut fields, one);
        if days(one).is_none() {
            self.undated.push(fields.name.clone());
        }
        let id = sprint::insert(self.tx, &fields)?;
        self.known.push(Sprint { id, fields, ended_on: None, review_on: None });
        self.changed += 1;
        Ok(id)
    }

    /// Fills in what Cairn does not know of the Sprint at this place.
    fn fill_in(&mut self, place: usize, one: &ImportedSprint) -> Result<SprintId> {
        let mut sprint = self.known.swap_remove(place);
        let before = sprint.fields.clone();
        sprint.fields.name = clean(&one.name);
        if sprint.fields.days().is_none() {
            self.date(&mut sprint.fields, one);
        }
        if sprint.fields != before {
            sprint::change(self.tx, sprint.id, &sprint.fields)?;
            self.changed += 1;
        }
        let id = sprint.id;
        self.known.push(sprint);
        Ok(id)
    }

    /// Dates a Sprint that is not among the known ones; one that would overlap stays without days.
    fn date(&mut self, fields: &mut SprintFields, one: &ImportedSprint) {
        let Some(mut days) = days(one) else { return };
        let ends_then =
            |other: &Sprint| other.fields.last == Some(days.first) && other.fields.first < other.fields.last;
        let shared = days.first < days.last && self.known.iter().any(ends_then);
        if shared {
            days.first = days.first + Days::new(1);
        }
        let overlaps = |other: &&Sprint| {
            let others = other.fields.days();
            others.is_some_and(|others| others.first <= days.last && days.first <= others.last)
        };
        match self.known.iter().find(overlaps) {
            Some(other) => self.overlapping.push(tell(
                "import-sprint-overlaps",
                &[("name", (&*fields.name).into()), ("other", called(&other.fields).into())],
            )),
            None => {
                (fields.first, fields.last) = (Some(days.first), Some(days.last));
                self.later += usize::from(shared);
            }
        }
    }

    fn warnings(self) -> Vec<String> {
        let mut warnings = self.overlapping;
        if self.later > 0 {
            warnings.push(tell("import-sprints-later", &[("count", self.later.into())]));
        }
        if !self.undated.is_empty() {
            let mut names = self.undated.iter().take(MOST_NAMED).cloned().collect::<Vec<_>>().join(", ");
            if self.undated.len() > MOST_NAMED {
                names.push_str(", …");
            }
            let count = self.undated.len();
            warnings
                .push(tell("import-sprints-undated", &[("count", count.into()), ("names", names.into())]));
        }
        warnings
    }
}

/// The days a file has for a Sprint: both of them, in order.
fn days(one: &ImportedSprint) -> Option<Span> {
    let (first, last) = one.first.zip(one.last)?;
    (first <= last).then_some(Span { first, last })
}

/// What a Sprint is called: its name, else its number.
fn called(fields: &SprintFields) -> String {
    if fields.name.is_empty() {
        tell("goal-sprint", &[("number", fields.number.into())])
    } else {
        fields.name.clone()
    }
}

fn last_number(name: &str) -> Option<u32> {
    name.split(|letter: char| !letter.is_ascii_digit()).rfind(|digits| !digits.is_empty())?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_gives_its_last_number() {
        for (name, number) in [
            ("Sprint 12", Some(12)),
            ("2025 Web-07 (late)", Some(7)),
            ("Alpha", None),
            ("9999999999999", None),
            ("", None),
        ] {
            assert_eq!(last_number(name), number, "{name}");
        }
    }
}
