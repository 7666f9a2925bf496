//! Kept forecasts: what was said, to whom and in which words, and what became of it.
//!
//! A level ("85% by 10 February") is scored on its own day, finished or not, never early because
//! the items came early. Whether the items asked about were done and whether so many items were
//! done at all are scored apart: the first is moved by changes of order too, the second by
//! throughput alone.

use crate::asked::{About, Asked, Subject};
use crate::backlog::State;
use crate::backlog::list::Backlog;
use crate::error::{Error, Result};
use crate::forecast::{
    Assumptions, Basis, Calendar, History, LEVELS, Moved, Outlook, Promise, Quantiles, Resolution, SURE,
    Since, Span, Told,
};
use crate::ids::{ForecastId, ItemId, StakeholderId};
use crate::journal::Step;
use crate::tx::{Tx, required, short};
use crate::words::say;
use crate::{outlook, settings};
use chrono::NaiveDate;
use rusqlite::{Connection, params};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use ts_rs::TS;

/// The version of the default method, kept with each forecast.
const METHOD: u32 = 1;

/// A forecast that was kept, as it stands today.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct KeptForecast {
    /// The id.
    pub id: ForecastId,
    /// Day 1 of the forecast: the day it was said.
    pub day: NaiveDate,
    /// What was asked about, in words.
    pub name: String,
    /// The question.
    pub asked: Asked,
    /// What the answer assumed.
    pub assumptions: Assumptions,
    /// Items down to the last one asked about, then.
    pub items: u32,
    /// What was said, in the words of the answer.
    pub sentence: String,
    /// Whom it was told.
    pub told: Option<StakeholderId>,
    /// The words used, where others than the sentence.
    pub words: String,
    /// What was said at each level, and whether it came true.
    pub levels: Vec<KeptLevel>,
    /// What became of it.
    pub standing: Standing,
    /// Why today's answer is not what was told; none while it holds, and once it is settled.
    pub alert: Option<String>,
}

/// One level of a kept forecast.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct KeptLevel {
    /// In percent.
    pub percent: u8,
    /// The day that was said, or the day that was asked for; none when not forecastable.
    pub day: Option<NaiveDate>,
    /// At least so many items by that day; none where all of them are meant.
    pub items: Option<u32>,
    /// Whether it came true; none before its day is over.
    pub held: Option<bool>,
    /// Whether as many items were finished by then as stood in the order, whichever they were.
    pub paced: Option<bool>,
}

/// What became of a kept forecast.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "type", rename_all = "camelCase")]
pub enum Standing {
    /// Its days are not over, or nothing has happened yet.
    Open,
    /// All is done.
    Happened {
        /// Since this day.
        on: NaiveDate,
    },
    /// The day asked for is over.
    Counted {
        /// So many items were done by then.
        items: u32,
    },
    /// It can't be scored.
    Void {
        /// Why.
        reason: String,
    },
}

/// A kept forecast as the file has it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Record {
    id: ForecastId,
    day: NaiveDate,
    name: String,
    asked: Asked,
    assumptions: Assumptions,
    /// The items asked about that were open then.
    members: Vec<ItemId>,
    /// The order down to the last of them.
    ahead: Vec<ItemId>,
    basis: Basis,
    said: Said,
    sentence: String,
    told: Option<StakeholderId>,
    words: String,
    quantiles: Quantiles,
    by_hand: Option<Standing>,
}

/// The numbers that were said.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Said {
    /// The range that was told.
    told: Told,
    /// The percentile of its sure end.
    #[serde(default = "sure")]
    sure: u8,
    /// Percent, day and count of each level, as in [`KeptLevel`].
    levels: Vec<(u8, Option<NaiveDate>, Option<u32>)>,
}

/// The sure end of forecasts that were kept before it was kept with them.
fn sure() -> u8 {
    SURE
}

impl Record {
    pub(crate) fn id(&self) -> ForecastId {
        self.id
    }
}

/// Reads the kept forecasts, the newest first.
pub(crate) fn read(db: &Connection) -> Result<Vec<Record>> {
    let mut statement = db.prepare_cached(
        "SELECT kept_forecast.id, day, name, question, assumptions, members, ahead, basis, answer, sentence,
           told, words, happened, items, void, quantiles
         FROM kept_forecast LEFT JOIN outcome ON outcome.forecast = kept_forecast.id
         ORDER BY day DESC, kept_forecast.id DESC",
    )?;
    let mut rows = statement.query([])?;
    let mut records = Vec::new();
    while let Some(row) = rows.next()? {
        let (on, items, void): (Option<NaiveDate>, Option<u32>, Option<String>) =
            (row.get(12)?, row.get(13)?, row.get(14)?);
        let by_hand = match (on, items, void) {
            (_, _, Some(reason)) => Some(Standing::Void { reason }),
            (Some(on), ..) => Some(Standing::Happened { on }),
            (_, Some(items), _) => Some(Standing::Counted { items }),
            (None, None, None) => None,
        };
        records.push(Record {
            id: row.get(0)?,
            day: row.get(1)?,
            name: row.get(2)?,
            asked: from_json(row.get(3)?)?,
            assumptions: from_json(row.get(4)?)?,
            members: from_json(row.get(5)?)?,
            ahead: from_json(row.get(6)?)?,
            basis: from_json(row.get(7)?)?,
            said: from_json(row.get(8)?)?,
            sentence: row.get(9)?,
            told: row.get(10)?,
            words: row.get(11)?,
            quantiles: from_json(row.get(15)?)?,
            by_hand,
        });
    }
    Ok(records)
}

fn from_json<T: serde::de::DeserializeOwned>(text: String) -> Result<T> {
    serde_json::from_str(&text)
        .map_err(|error| Error::Database(rusqlite::Error::ToSqlConversionFailure(error.into())))
}

fn to_json(value: &impl Serialize) -> Result<String> {
    serde_json::to_string(value)
        .map_err(|error| Error::Database(rusqlite::Error::ToSqlConversionFailure(error.into())))
}

/// What is known of each forecast for its score.
pub(crate) fn resolutions(records: &[Record], kept: &[KeptForecast]) -> Vec<Resolution> {
    let of = |(record, kept): (&Record, &KeptForecast)| {
        let actual = match kept.standing {
            Standing::Happened { on } => u32::try_from((on - record.day).num_days()).ok(),
            Standing::Counted { items } => Some(items),
            Standing::Open | Standing::Void { .. } => None,
        };
        let held = |percent| kept.levels.iter().find(|level| level.percent == percent)?.held;
        Resolution {
            held: LEVELS.map(held),
            pinball: actual.map(|actual| record.quantiles.pinball(actual)),
            void: matches!(kept.standing, Standing::Void { .. }),
        }
    };
    records.iter().zip(kept).map(of).collect()
}

/// What kept forecasts are held against: today's order, history and calendar.
pub(crate) struct Today<'a> {
    pub db: &'a Connection,
    pub backlog: &'a Backlog,
    pub calendar: Calendar,
    pub history: History,
    pub day: NaiveDate,
}

impl Today<'_> {
    /// Tells how each forecast stands.
    pub(crate) fn stand(&self, records: &[Record]) -> Vec<KeptForecast> {
        // Learning from the history once is enough for all that assume the same.
        let mut outlooks: Vec<(Assumptions, Outlook)> = Vec::new();
        let mut alert = |record: &Record| {
            let assumptions = record.assumptions.on(self.day);
            let at = outlooks.iter().position(|(known, _)| *known == assumptions).unwrap_or_else(|| {
                outlooks.push((assumptions.clone(), self.outlook(&assumptions)));
                outlooks.len() - 1
            });
            outlooks.get(at).and_then(|(_, outlook)| self.alert(record, outlook))
        };
        let stand = |record: &Record| {
            let standing = self.standing(record);
            KeptForecast {
                id: record.id,
                day: record.day,
                name: record.name.clone(),
                asked: record.asked.clone(),
                assumptions: record.assumptions.clone(),
                items: record.ahead.len() as u32,
                sentence: record.sentence.clone(),
                told: record.told,
                words: record.words.clone(),
                levels: self.levels(record, &standing),
                alert: if standing == Standing::Open { alert(record) } else { None },
                standing,
            }
        };
        records.iter().map(stand).collect()
    }

    fn outlook(&self, assumptions: &Assumptions) -> Outlook {
        Outlook::new(&self.history, &self.calendar, self.day, assumptions)
    }

    fn standing(&self, record: &Record) -> Standing {
        if let Some(by_hand) = &record.by_hand {
            return by_hand.clone();
        }
        match (&record.asked.about, record.asked.by) {
            (None, Some(by)) if self.day > by => Standing::Counted { items: self.finished(record, by) },
            (None, _) => Standing::Open,
            (Some(About::Everything | About::First { .. }), _) => {
                let days = Span { first: record.day, last: self.day }.days();
                let mut left = record.members.len() as u32;
                let mut last = days.filter(|day| {
                    let finished = self.history.finished_in(Span { first: *day, last: *day });
                    left = left.saturating_sub(finished);
                    left == 0
                });
                last.next().map_or(Standing::Open, |on| Standing::Happened { on })
            }
            (Some(_), _) => {
                let there: Vec<_> = record
                    .members
                    .iter()
                    .filter_map(|id| self.backlog.entry_of(*id))
                    .filter(|entry| entry.state != State::NotDoing)
                    .collect();
                if there.is_empty() {
                    return Standing::Void { reason: say("forecast-void-gone") };
                }
                let done =
                    there.iter().map(|entry| entry.item.done_on.filter(|_| entry.state == State::Done));
                match done.collect::<Option<Vec<_>>>().and_then(|days| days.into_iter().max()) {
                    Some(on) => Standing::Happened { on },
                    None => Standing::Open,
                }
            }
        }
    }

    /// Items finished since a forecast was made, up to a day.
    fn finished(&self, record: &Record, until: NaiveDate) -> u32 {
        self.history.finished_in(Span { first: record.day, last: until })
    }

    fn levels(&self, record: &Record, standing: &Standing) -> Vec<KeptLevel> {
        let level = |(percent, day, items): &(u8, Option<NaiveDate>, Option<u32>)| {
            let over = day.filter(|day| *day < self.day && !matches!(standing, Standing::Void { .. }));
            let needed = items.unwrap_or(record.ahead.len() as u32);
            let paced = over.map(|day| self.finished(record, day) >= needed);
            let held = over.map(|day| match standing {
                Standing::Happened { on } => *on <= day,
                Standing::Counted { items } => *items >= needed,
                Standing::Open | Standing::Void { .. } => false,
            });
            KeptLevel { percent: *percent, day: *day, items: *items, held, paced }
        };
        record.said.levels.iter().map(level).collect()
    }

    /// Why today's answer is not what was told; none while it holds.
    fn alert(&self, record: &Record, outlook: &Outlook) -> Option<String> {
        let subject = Subject::find(self.db, self.backlog, &record.asked).ok()?;
        let now = outlook.told(&subject.question(&record.asked), record.said.sure)?;
        match Promise::of(&record.said.told, &now) {
            Promise::Holds => None,
            broken => Some(broken.sentence()),
        }
    }

    /// What moved the date of an open forecast about items since it was told, in words.
    pub(crate) fn moved(&self, record: &Record) -> Option<String> {
        record.asked.about.as_ref().filter(|_| self.standing(record) == Standing::Open)?;
        let subject = Subject::find(self.db, self.backlog, &record.asked).ok()?;
        let window = self.outlook(&record.assumptions.on(self.day)).window;
        let basis = Basis { as_of: self.day, window, calendar: self.calendar.clone() };
        let sure = record.said.sure;
        let since = self.since(record.day, &record.ahead, &subject);
        let moved = Moved::between(&record.basis, &basis, &since, sure)?;
        Some(moved.sentence(sure))
    }

    /// By how much the date of what is asked about moved since the morning of `day`, when `then`
    /// stood in the order down to its last item; none where a date on the way can't be told.
    pub(crate) fn moved_since(
        &self,
        day: NaiveDate,
        then: &[ItemId],
        now: &Subject,
        sure: u8,
    ) -> Option<Moved> {
        let plain = Assumptions::default();
        let basis = |as_of| Basis {
            as_of,
            window: Outlook::new(&self.history, &self.calendar, as_of, &plain).window,
            calendar: self.calendar.clone(),
        };
        Moved::between(&basis(day), &basis(self.day), &self.since(day, then, now), sure)
    }

    /// What happened since the morning of a day to the items that stood ahead then.
    fn since(&self, day: NaiveDate, then: &[ItemId], now: &Subject) -> Since {
        let mut since = Since { then: then.len() as u32, ..Since::default() };
        let then: BTreeSet<ItemId> = then.iter().copied().collect();
        let ahead: BTreeSet<ItemId> = now.ahead.iter().copied().collect();
        for id in &then {
            match self.backlog.entry_of(*id).map(|entry| entry.state) {
                Some(State::Done) => since.finished += 1,
                Some(State::NotDoing) | None => since.removed += 1,
                Some(_) if self.backlog.is_container(*id) => since.removed += 1,
                Some(_) if !ahead.contains(id) => since.behind += 1,
                Some(_) => {}
            }
        }
        for entry in self.backlog.entries().filter(|entry| !then.contains(&entry.item.id)) {
            let finished = entry.state == State::Done && entry.item.done_on >= Some(day);
            if !finished && !ahead.contains(&entry.item.id) {
                continue;
            }
            since.finished += u32::from(finished);
            if entry.item.created_on >= day {
                since.added += 1;
            } else {
                since.ahead += 1;
            }
        }
        since
    }
}

/// Keeps today's answer to a question.
pub(crate) fn keep(
    tx: &Tx<'_>,
    asked: &Asked,
    assumptions: &Assumptions,
    told: Option<StakeholderId>,
    words: &str,
) -> Result<Step> {
    assumptions.check(tx.today)?;
    if let Some(person) = told {
        tx.person(person)?;
    }
    let calendar = outlook::calendar(tx.settings, &settings::closed_days(tx.db)?);
    let history = outlook::history(tx.db, tx.backlog, tx.settings, &calendar)?;
    let subject = Subject::find(tx.db, tx.backlog, asked)?;
    let question = subject.question(asked);
    let outlook = Outlook::new(&history, &calendar, tx.today, assumptions);
    let sure = tx.settings.percentile;
    let answer = outlook.answer(&question, sure);
    let range = outlook.told(&question, sure);
    let range = range.filter(|_| question.items != Some(0));
    let told_range = range.ok_or_else(|| Error::invalid("question", "error-nothing-to-keep"))?;
    let levels = match (&answer.when, &answer.how_many) {
        (Some(when), _) => when.days.each().map(|(percent, day)| (percent, day, None)).to_vec(),
        (None, Some(many)) => {
            many.items.each().map(|(percent, items)| (percent, Some(many.by), Some(items))).to_vec()
        }
        (None, None) => Vec::new(),
    };
    let name = match asked.by.filter(|_| subject.name.is_empty()) {
        Some(by) => {
            crate::words::tell("forecast-by", &[("day", crate::forecast::long_date(by, tx.today).into())])
        }
        None => subject.name.clone(),
    };
    let basis = Basis { as_of: tx.today, window: outlook.window.clone(), calendar };
    tx.insert(
        "INSERT INTO kept_forecast (day, name, question, assumptions, method, members, ahead, basis, quantiles,
           answer, sentence, told, words)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)",
        params![
            tx.today,
            name,
            to_json(asked)?,
            to_json(assumptions)?,
            METHOD,
            to_json(&subject.members)?,
            to_json(&subject.ahead)?,
            to_json(&basis)?,
            to_json(&outlook.quantiles(&question))?,
            to_json(&Said { told: told_range, sure, levels })?,
            answer.sentence,
            told,
            words.trim(),
        ],
    )?;
    Ok(Step::new("history-keep-forecast").with("name", short(&name)))
}

/// Says whom a kept forecast was told, and in which words.
pub(crate) fn tell_forecast(
    tx: &Tx<'_>,
    id: ForecastId,
    told: Option<StakeholderId>,
    words: &str,
) -> Result<Step> {
    if let Some(person) = told {
        tx.person(person)?;
    }
    tx.exists("kept_forecast", id.0)?;
    tx.execute(
        "UPDATE kept_forecast SET told = ?2, words = ?3 WHERE id = ?1",
        params![id, told, words.trim()],
    )?;
    Ok(Step::new("history-tell-forecast").with("name", short(&name(tx, id)?)))
}

/// Says what became of a kept forecast; `None` leaves it to the done dates again.
///
/// # Errors
/// [`Error::Invalid`] for a day before the forecast or after today, a count for a question about
/// items or a day for one about a count, and for a void without a reason.
pub(crate) fn resolve(tx: &Tx<'_>, id: ForecastId, standing: Option<&Standing>) -> Result<Step> {
    tx.exists("kept_forecast", id.0)?;
    let (day, question): (NaiveDate, String) = tx
        .prepare("SELECT day, question FROM kept_forecast WHERE id = ?1")?
        .query_row([id], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let counts = from_json::<Asked>(question)?.about.is_none();
    let (happened, items, void) = match standing {
        None | Some(Standing::Open) => (None, None, None),
        Some(Standing::Happened { .. }) if counts => {
            return Err(Error::invalid("on", "error-outcome-is-count"));
        }
        Some(Standing::Counted { .. }) if !counts => {
            return Err(Error::invalid("items", "error-outcome-is-day"));
        }
        Some(Standing::Happened { on }) if *on > tx.today => {
            return Err(Error::invalid_with("on", "error-done-in-future", [("day", on.to_string())]));
        }
        Some(Standing::Happened { on }) if *on < day => {
            return Err(Error::invalid("on", "error-outcome-before"));
        }
        Some(Standing::Happened { on }) => (Some(*on), None, None),
        Some(Standing::Counted { items }) => (None, Some(*items), None),
        Some(Standing::Void { reason }) => {
            (None, None, Some(required(reason, "reason", "error-void-reason")?))
        }
    };
    if happened.is_none() && items.is_none() && void.is_none() {
        tx.execute("DELETE FROM outcome WHERE forecast = ?1", [id])?;
    } else {
        tx.execute(
            "INSERT INTO outcome (forecast, happened, items, void) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT (forecast) DO UPDATE SET happened = excluded.happened, items = excluded.items,
               void = excluded.void",
            params![id, happened, items, void],
        )?;
    }
    Ok(Step::new("history-resolve-forecast").with("name", short(&name(tx, id)?)))
}

fn name(tx: &Tx<'_>, id: ForecastId) -> Result<String> {
    Ok(tx.prepare("SELECT name FROM kept_forecast WHERE id = ?1")?.query_row([id], |row| row.get(0))?)
}
