//! What is not done on purpose: why, what would make it worth another look, and what resembles it.

use crate::backlog::list::Backlog;
use crate::backlog::{Item, State};
use crate::discovery::AssumptionState;
use crate::error::Result;
use crate::forecast::long_date;
use crate::ids::ItemId;
use crate::search::fold;
use crate::words::tell;
use chrono::NaiveDate;
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use ts_rs::TS;

/// Words shorter than this say little about what a title is about.
const SHORTEST: usize = 3;

/// An item that is not done on purpose.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Declined {
    /// Which.
    pub item: Item,
    /// Since when.
    pub since: Option<NaiveDate>,
    /// Why.
    pub reason: String,
    /// The day to look again.
    pub revisit: Option<NaiveDate>,
    /// The assumption whose change is worth another look, in its words.
    pub assumption: Option<String>,
    /// Why to look again now; none while there is no reason to.
    pub look_again: Option<String>,
}

/// Reads what is not done: what is worth another look first, then the newest first.
pub(crate) fn read(db: &Connection, backlog: &Backlog, today: NaiveDate) -> Result<Vec<Declined>> {
    let mut statement = db.prepare_cached(
        "SELECT item.id, item.state_on, coalesce(not_doing.reason, ''), not_doing.revisit,
           assumption.text, assumption.state, assumption.state_on
         FROM item LEFT JOIN not_doing ON not_doing.item = item.id
           LEFT JOIN assumption ON assumption.id = not_doing.assumption
         WHERE item.state = 'not_doing' ORDER BY item.state_on DESC, item.id DESC",
    )?;
    let mut rows = statement.query([])?;
    let mut declined = Vec::new();
    while let Some(row) = rows.next()? {
        let id: ItemId = row.get(0)?;
        let Some(item) = backlog.item(id).filter(|item| item.state == State::NotDoing) else { continue };
        let (since, revisit): (Option<NaiveDate>, Option<NaiveDate>) = (row.get(1)?, row.get(3)?);
        let assumption: Option<String> = row.get(4)?;
        let changed = row.get::<_, Option<AssumptionState>>(5)?.zip(row.get::<_, Option<NaiveDate>>(6)?);
        let changed = changed.filter(|(state, on)| {
            *state != AssumptionState::Untested && since.is_none_or(|since| *on >= since)
        });
        let look_again = match (changed, &assumption, revisit.filter(|day| *day <= today)) {
            (Some((state, on)), Some(text), _) => Some(tell(
                "declined-assumption-changed",
                &[
                    ("text", text.clone().into()),
                    ("state", state.word().into()),
                    ("day", long_date(on, today).into()),
                ],
            )),
            (_, _, Some(day)) => Some(tell("declined-look-again", &[("day", long_date(day, today).into())])),
            _ => None,
        };
        declined.push(Declined { item, since, reason: row.get(2)?, revisit, assumption, look_again });
    }
    declined.sort_by_key(|declined| declined.look_again.is_none());
    Ok(declined)
}

/// Tells whether two titles speak of the same: most words of the shorter one stand in the other.
fn resembles(one: &BTreeSet<String>, other: &BTreeSet<String>) -> bool {
    let shorter = one.len().min(other.len());
    shorter > 0 && 3 * one.intersection(other).count() >= 2 * shorter.max(2)
}

/// Finds what is not done and resembles a title.
pub(crate) fn similar(declined: Vec<Declined>, title: &str) -> Vec<Declined> {
    let words = |text: &str| -> BTreeSet<String> {
        let folded = fold(text);
        let words = folded.split(|letter: char| !letter.is_alphanumeric());
        words.filter(|word| word.chars().count() >= SHORTEST).map(str::to_owned).collect()
    };
    let title = words(title);
    declined.into_iter().filter(|declined| resembles(&title, &words(&declined.item.title))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(text: &str) -> BTreeSet<String> {
        text.split(' ').map(str::to_owned).collect()
    }

    #[test]
    fn titles_that_share_most_words_resemble_each_other() {
        assert!(resembles(&set("print receipts"), &set("print receipts desk")));
        assert!(resembles(&set("dark mode app"), &set("dark mode")));
        assert!(!resembles(&set("print labels"), &set("print receipts desk")));
        assert!(!resembles(&set("receipts"), &set("print receipts desk")));
        assert!(!resembles(&BTreeSet::new(), &set("print")));
    }
}
