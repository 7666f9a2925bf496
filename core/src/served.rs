//! Whom the order serves: what each person gets by when, and which needs compete for a place.

use crate::backlog::State;
use crate::backlog::list::Backlog;
use crate::conflict::Conflict;
use crate::error::Result;
use crate::forecast::long_date;
use crate::ids::{ConflictId, ItemId, StakeholderId};
use crate::need::Need;
use crate::settings::DateLine;
use crate::snapshot::Finish;
use crate::sprint::{self, Sprint};
use crate::words::tell;
use chrono::NaiveDate;
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashMap, HashSet};
use ts_rs::TS;

/// How many places apart two items may stand to compete.
const NEAR: u32 = 3;
/// How strongly both sides together must want theirs, of 6, where no named date lies between.
const STRONG: u8 = 5;
/// How many competing pairs are told.
const MOST: usize = 20;

/// Whom the order serves, as of today.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Service {
    /// The next two dates that are waited for: ends of the running Sprint and named dates.
    pub lines: Vec<Line>,
    /// Each person, those who want most first.
    pub people: Vec<Served>,
    /// Needs that compete, the ones that a date lies between first.
    pub competing: Vec<Competing>,
}

/// A day that is waited for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Line {
    /// What happens on it.
    pub name: String,
    /// The day.
    pub day: NaiveDate,
}

/// What one person gets of what he or she wants, in items by their sure date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Served {
    /// Who.
    pub stakeholder: StakeholderId,
    /// By the next date.
    pub soon: u32,
    /// By the one after.
    pub next: u32,
    /// Later, or on a day that can't be told.
    pub later: u32,
    /// Wanted items that are not done on purpose, and needs without an item.
    pub not_planned: u32,
    /// Wanted items that are Done.
    pub done: u32,
    /// The sure date of the first of them that is open.
    pub first: Option<NaiveDate>,
}

/// Two needs that compete for a place in the order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Competing {
    /// The one that stands higher.
    pub first: Claim,
    /// The one that stands lower.
    pub second: Claim,
    /// What is at stake, in words.
    pub sentence: String,
    /// The record of it, if there is one.
    pub conflict: Option<ConflictId>,
}

/// An item somebody wants.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Claim {
    /// Who wants it most.
    pub stakeholder: StakeholderId,
    /// What.
    pub item: ItemId,
    /// Where it stands.
    pub position: u32,
}

/// Where a wanted item stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Standing {
    Done,
    NotPlanned,
    At(u32),
}

/// Tells where an item stands; one with parts stands where its last open part does.
pub(crate) fn standing(backlog: &Backlog, id: ItemId) -> Standing {
    let of_state = |state| if state == State::Done { Standing::Done } else { Standing::NotPlanned };
    if let Some(position) = backlog.position(id) {
        return Standing::At(position);
    }
    let own = backlog.entry_of(id).map_or(Standing::NotPlanned, |entry| of_state(entry.state));
    if !backlog.is_container(id) {
        return own;
    }
    let parts: Vec<Standing> = backlog.parts(id).into_iter().map(|part| standing(backlog, part)).collect();
    let last = parts.iter().filter_map(|part| match part {
        Standing::At(position) => Some(*position),
        Standing::Done | Standing::NotPlanned => None,
    });
    match last.max() {
        Some(position) => Standing::At(position),
        None if parts.contains(&Standing::Done) => Standing::Done,
        None => own,
    }
}

/// What the order is held against.
pub(crate) struct Order<'a> {
    pub backlog: &'a Backlog,
    pub finish: &'a Finish,
    /// The percentile of the sure date.
    pub sure: u8,
    pub today: NaiveDate,
}

impl Order<'_> {
    fn sure_date(&self, position: u32) -> Option<NaiveDate> {
        self.finish.date_at(self.sure, position)
    }

    /// Tells whom the order serves.
    pub(crate) fn service(
        &self,
        db: &Connection,
        (sprints, date_lines): (&[Sprint], &[DateLine]),
        (needs, conflicts): (&[Need], &[Conflict]),
    ) -> Result<Service> {
        let lines = self.lines(sprints, date_lines);
        let mut statement = db.prepare_cached("SELECT stakeholder, item, strength FROM want")?;
        let wants = statement
            .query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?
            .collect::<rusqlite::Result<Vec<(StakeholderId, ItemId, u8)>>>()?;
        let people = self.people(&wants, needs, &lines);
        let competing = self.competing(&wants, &lines, conflicts);
        Ok(Service { lines: lines.into_iter().take(2).collect(), people, competing })
    }

    /// The days to come that are waited for, one name a day.
    fn lines(&self, sprints: &[Sprint], date_lines: &[DateLine]) -> Vec<Line> {
        let mut lines = BTreeMap::new();
        let running = sprint::running(sprints, self.today).map(|sprint| &sprint.fields);
        if let Some((sprint, last)) = running.and_then(|sprint| Some((sprint, sprint.last?))) {
            lines.insert(last, tell("served-sprint-ends", &[("number", sprint.number.into())]));
        }
        for line in date_lines.iter().filter(|line| line.day >= self.today) {
            lines.entry(line.day).or_insert_with(|| line.name.clone());
        }
        lines.into_iter().map(|(day, name)| Line { name, day }).collect()
    }

    fn people(&self, wants: &[(StakeholderId, ItemId, u8)], needs: &[Need], lines: &[Line]) -> Vec<Served> {
        let mut people: BTreeMap<StakeholderId, Served> = BTreeMap::new();
        let mut of = |person: StakeholderId, count: &dyn Fn(&mut Served)| {
            let nothing = Served {
                stakeholder: person,
                soon: 0,
                next: 0,
                later: 0,
                not_planned: 0,
                done: 0,
                first: None,
            };
            count(people.entry(person).or_insert(nothing));
        };
        let by = |line: usize, date: Option<NaiveDate>| {
            lines.get(line).zip(date).is_some_and(|(line, date)| date <= line.day)
        };
        for (person, item, _) in wants {
            match standing(self.backlog, *item) {
                Standing::Done => of(*person, &|served| served.done += 1),
                Standing::NotPlanned => of(*person, &|served| served.not_planned += 1),
                Standing::At(position) => {
                    let date = self.sure_date(position);
                    of(*person, &|served| {
                        match date {
                            date if by(0, date) => served.soon += 1,
                            date if by(1, date) => served.next += 1,
                            _ => served.later += 1,
                        }
                        served.first = match (served.first, date) {
                            (Some(first), Some(date)) => Some(first.min(date)),
                            (first, date) => first.or(date),
                        };
                    });
                }
            }
        }
        for need in needs.iter().filter(|need| need.items.is_empty()) {
            of(need.fields.stakeholder, &|served| served.not_planned += 1);
        }
        let mut people: Vec<Served> = people.into_values().collect();
        let open = |served: &Served| served.soon + served.next + served.later + served.not_planned;
        people.sort_by_key(|served| (std::cmp::Reverse(open(served)), served.stakeholder));
        people
    }

    /// Finds pairs of items near each other that different people want, where a date that is waited
    /// for lies between them, or where both are wanted strongly and the second comes later.
    fn competing(
        &self,
        wants: &[(StakeholderId, ItemId, u8)],
        lines: &[Line],
        conflicts: &[Conflict],
    ) -> Vec<Competing> {
        let mut claims: HashMap<ItemId, Vec<(StakeholderId, u8)>> = HashMap::new();
        for (person, item, strength) in wants {
            claims.entry(*item).or_default().push((*person, *strength));
        }
        let strongest = |position: u32| {
            let item = self.backlog.at(position)?;
            let who = claims.get(&item)?;
            let (stakeholder, strength) =
                *who.iter().max_by_key(|(person, strength)| (strength, std::cmp::Reverse(person)))?;
            Some((Claim { stakeholder, item, position }, strength, who))
        };
        let mut found = Vec::new();
        for position in 1..=self.backlog.len() as u32 {
            let Some((first, one, who)) = strongest(position) else { continue };
            for lower in position + 1..=position + NEAR {
                let Some((second, other, whose)) = strongest(lower) else { continue };
                if who.iter().any(|(person, _)| whose.iter().any(|(other, _)| person == other)) {
                    continue;
                }
                let (here, there) = (self.sure_date(position), self.sure_date(lower));
                let between = |line: &&Line| {
                    here.is_some_and(|day| day <= line.day) && there.is_none_or(|day| day > line.day)
                };
                let line = lines.iter().find(between);
                let sentence = match (line, here, there) {
                    (Some(line), ..) => tell("competing-line", &[("line", line.name.clone().into())]),
                    (None, Some(here), Some(there)) if here < there && one + other >= STRONG => tell(
                        "competing-dates",
                        &[
                            ("from", long_date(here, self.today).into()),
                            ("to", long_date(there, self.today).into()),
                        ],
                    ),
                    _ => continue,
                };
                let key = (line.is_none(), std::cmp::Reverse(one + other), position, lower);
                found.push((
                    key,
                    Competing { first, second, sentence, conflict: record(conflicts, &first, &second) },
                ));
            }
        }
        found.sort_by_key(|(key, _)| *key);
        let mut people = HashSet::new();
        let once = |competing: &Competing| {
            let pair = [competing.first.stakeholder, competing.second.stakeholder];
            people.insert([pair[0].min(pair[1]), pair[0].max(pair[1])])
        };
        found.into_iter().map(|(_, competing)| competing).filter(once).take(MOST).collect()
    }
}

/// The newest record of a conflict between two claims.
fn record(conflicts: &[Conflict], first: &Claim, second: &Claim) -> Option<ConflictId> {
    let side = |side: &crate::conflict::Side, claim: &Claim| {
        side.stakeholder == claim.stakeholder && side.item.is_none_or(|item| item == claim.item)
    };
    let of = |conflict: &&Conflict| {
        let (one, other) = (&conflict.fields.first, &conflict.fields.second);
        (side(one, first) && side(other, second)) || (side(one, second) && side(other, first))
    };
    conflicts.iter().find(of).map(|conflict| conflict.id)
}
