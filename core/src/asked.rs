//! Questions about the product's own order: what a forecast is asked about, and the whole answer.

use crate::backlog::State;
use crate::backlog::list::Backlog;
use crate::error::{Error, Result};
use crate::forecast::{Answer, Assumptions, Calendar, History, Opinions, Pace, Question};
use crate::ids::{GoalId, ItemId, SliceId};
use crate::settings::Settings;
use crate::words::{say, tell};
use chrono::NaiveDate;
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use ts_rs::TS;

/// What a question is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "type", rename_all = "camelCase")]
pub enum About {
    /// Every item in the order.
    Everything,
    /// So many items from the top.
    First {
        /// How many.
        items: u32,
    },
    /// An item or a selection; of an item with parts, its parts.
    Items {
        /// Which.
        ids: Vec<ItemId>,
    },
    /// The items that serve a Product Goal.
    Goal {
        /// Which.
        id: GoalId,
    },
    /// The items of a release slice.
    Slice {
        /// Which.
        id: SliceId,
    },
}

/// A question: when something is done, how much is done by a day, or with both how likely that is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct Asked {
    /// What it is about; none asks how much.
    pub about: Option<About>,
    /// The day, included.
    pub by: Option<NaiveDate>,
}

/// The whole answer to a question.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Forecast {
    /// What it is about, in words; empty when asked how much.
    pub name: String,
    /// Items down to the last one asked about: what has to be done first counts too.
    pub items: u32,
    /// The open items asked about themselves.
    pub open: u32,
    /// Those of them that are Done.
    pub done: u32,
    /// How many of the items are in progress.
    pub in_progress: u32,
    /// The answer by the method that was asked for.
    pub answer: Answer,
    /// Both methods, and how they differ.
    pub opinions: Opinions,
    /// The answer's notes in words.
    pub notes: Vec<String>,
    /// Whether the team is slowing down or speeding up, in words.
    pub pace: Option<String>,
}

/// What a question is about, found in the order.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Subject {
    pub name: String,
    /// The open items asked about, in order.
    pub members: Vec<ItemId>,
    /// The order down to the last of them.
    pub ahead: Vec<ItemId>,
    pub in_progress: u32,
    /// Items asked about that are Done.
    pub done: u32,
}

impl Subject {
    /// Finds what is asked about.
    ///
    /// # Errors
    /// [`Error::NotFound`] for something that is not there, [`Error::Invalid`] when it holds no item.
    pub(crate) fn find(db: &Connection, backlog: &Backlog, asked: &Asked) -> Result<Self> {
        let all = backlog.len();
        let Some(about) = &asked.about else {
            // What is in progress is finished first, however much is asked about.
            let Self { in_progress, .. } = Self::down_to(String::new(), backlog, all);
            return Ok(Self { in_progress, ..Self::down_to(String::new(), backlog, 0) });
        };
        Ok(match about {
            About::Everything => Self::down_to(say("forecast-everything"), backlog, all),
            About::First { items } => {
                let name = tell("forecast-first", &[("items", (*items).into())]);
                Self::down_to(name, backlog, (*items as usize).min(all))
            }
            About::Items { ids } => {
                let title = |id: &ItemId| {
                    let entry = backlog.entry_of(*id);
                    entry.ok_or_else(|| Error::not_found("error-item-unknown", "item", id))
                };
                let titles = ids.iter().map(title).collect::<Result<Vec<_>>>()?;
                let name = match titles[..] {
                    [entry] => entry.item.title.clone(),
                    _ => tell("forecast-items", &[("items", ids.len().into())]),
                };
                Self::of(name, backlog, ids)?
            }
            About::Goal { id } => {
                let name = name_in(db, "SELECT sentence FROM goal WHERE id = ?1", id.0)?;
                let serves = backlog.entries().filter(|entry| entry.item.goal == Some(*id));
                Self::of(name, backlog, &serves.map(|entry| entry.item.id).collect::<Vec<_>>())?
            }
            About::Slice { id } => {
                let name = name_in(db, "SELECT name FROM slice WHERE id = ?1", id.0)?;
                let within = backlog.entries().filter(|entry| entry.item.slice == Some(*id));
                Self::of(name, backlog, &within.map(|entry| entry.item.id).collect::<Vec<_>>())?
            }
        })
    }

    /// The question the forecast answers, in numbers.
    pub(crate) fn question(&self, asked: &Asked) -> Question {
        let items = asked.about.as_ref().map(|_| self.ahead.len() as u32);
        Question { items, in_progress: self.in_progress, by: asked.by }
    }

    fn down_to(name: String, backlog: &Backlog, items: usize) -> Self {
        let ahead: Vec<ItemId> = backlog.order().take(items).collect();
        let in_progress = ahead.iter().filter(|id| is_in_progress(backlog, **id)).count() as u32;
        Self { name, members: ahead.clone(), ahead, in_progress, done: 0 }
    }

    /// Of some items, those with parts standing for their parts.
    fn of(name: String, backlog: &Backlog, ids: &[ItemId]) -> Result<Self> {
        let mut leaves = BTreeSet::new();
        let mut waiting = ids.to_vec();
        while let Some(id) = waiting.pop() {
            if backlog.is_container(id) {
                waiting.extend(backlog.parts(id));
            } else {
                leaves.insert(id);
            }
        }
        let placed = leaves.iter().filter_map(|id| Some((backlog.position(*id)?, *id)));
        let mut placed: Vec<(u32, ItemId)> = placed.collect();
        placed.sort_unstable();
        let state = |id: &ItemId| backlog.entry_of(*id).map(|entry| entry.state);
        let done = leaves.iter().filter(|id| state(id) == Some(State::Done)).count() as u32;
        if placed.is_empty() && done == 0 {
            return Err(Error::invalid_with("about", "error-nothing-to-forecast", [("name", name)]));
        }
        let last = placed.last().map_or(0, |(position, _)| *position as usize);
        let members = placed.into_iter().map(|(_, id)| id).collect();
        Ok(Self { members, done, ..Self::down_to(name, backlog, last) })
    }
}

/// Answers a question about the order.
pub(crate) fn answer(
    subject: &Subject,
    asked: &Asked,
    (history, calendar): (&History, &Calendar),
    (today, settings): (NaiveDate, &Settings),
    assumptions: &Assumptions,
) -> Forecast {
    let question = subject.question(asked);
    let opinions = Opinions::of(history, calendar, today, assumptions, &question, settings.percentile);
    let answer = match assumptions.method {
        crate::forecast::Method::Default => opinions.default.clone(),
        crate::forecast::Method::Replay => opinions.replay.clone(),
    };
    Forecast {
        name: subject.name.clone(),
        items: subject.ahead.len() as u32,
        open: subject.members.len() as u32,
        done: subject.done,
        in_progress: subject.in_progress,
        notes: answer.notes.iter().map(|note| note.sentence(today)).collect(),
        pace: Pace::of(&answer.window).and_then(|pace| pace.sentence()),
        answer,
        opinions,
    }
}

fn is_in_progress(backlog: &Backlog, id: ItemId) -> bool {
    backlog.entry_of(id).is_some_and(|entry| entry.item.state == State::InSprint)
}

fn name_in(db: &Connection, sql: &str, id: i64) -> Result<String> {
    let mut statement = db.prepare_cached(sql)?;
    let name = statement.query_map([id], |row| row.get(0))?.next().transpose()?;
    name.ok_or_else(|| Error::not_found("error-gone", "id", id))
}
