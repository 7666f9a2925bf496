//! Second opinions about the order: scores beside it, where they disagree with it, and risks that
//! come late. Nothing here ever sorts the order.

use crate::backlog::ValueRange;
use crate::backlog::list::{Backlog, Entry};
use crate::error::Result;
use crate::ids::ItemId;
use crate::served::{Standing, standing};
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use ts_rs::TS;

/// Two scores of the open items, each beside the order.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Scores {
    /// Value by size: the middle of the claimed range times its confidence, or where no item has
    /// one the value mark (the higher of need and business).
    pub value: Vec<Scored>,
    /// Cost of delay by size: value mark, urgency and risk together (after Reinertsen's weighted
    /// shortest job first, with the marks as they are).
    pub delay: Vec<Scored>,
}

/// One item's score. The list has those first where score and order disagree most.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, TS)]
pub struct Scored {
    /// Which item.
    pub item: ItemId,
    /// Points for each unit of size.
    pub score: f64,
    /// Its place among the scored items by the order, from 1.
    pub order: u32,
    /// Its place among them by the score, from 1; equal scores keep the order.
    pub place: u32,
}

/// Something that may go wrong with an open item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OpenRisk {
    /// Of which item.
    pub item: ItemId,
    /// What may go wrong.
    pub text: String,
    /// How likely, in percent.
    pub probability: Option<u8>,
    /// Where the item stands in the order.
    pub position: u32,
}

/// Scores the open items.
pub(crate) fn scores(db: &Connection, backlog: &Backlog) -> Result<Scores> {
    let mut statement = db.prepare_cached(
        "SELECT id, value_low, value_high, value_confidence FROM item WHERE value_low IS NOT NULL",
    )?;
    let claimed = statement
        .query_map([], |row| Ok((row.get(0)?, ValueRange::of((row.get(1)?, row.get(2)?, row.get(3)?)))))?
        .collect::<rusqlite::Result<HashMap<ItemId, Option<ValueRange>>>>()?;
    let open: Vec<&Entry> = backlog.order().filter_map(|id| backlog.entry_of(id)).collect();
    let worth = |entry: &Entry| {
        let ValueRange { low, high, confidence } = (*claimed.get(&entry.item.id)?)?;
        Some((low + high) / 2.0 * f64::from(confidence) / 100.0)
    };
    let mark = |entry: &Entry| entry.item.need.max(entry.item.business).map(f64::from);
    let any = open.iter().any(|entry| worth(entry).is_some());
    let delay = |entry: &Entry| {
        let urgency = entry.item.urgency?;
        Some(mark(entry)? + f64::from(urgency) + f64::from(entry.item.risk.unwrap_or_default()))
    };
    Ok(Scores {
        value: scored(&open, |entry| if any { worth(entry) } else { mark(entry) }),
        delay: scored(&open, delay),
    })
}

fn scored(open: &[&Entry], points: impl Fn(&Entry) -> Option<f64>) -> Vec<Scored> {
    let by_size = |entry: &&&Entry| {
        let size = entry.item.size.filter(|size| *size > 0.0)?;
        Some((entry.item.id, points(entry)? / size))
    };
    let mut scored: Vec<Scored> = open
        .iter()
        .filter_map(|entry| by_size(&entry))
        .zip(1..)
        .map(|((item, score), order)| Scored { item, score, order, place: 0 })
        .collect();
    scored.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.order.cmp(&b.order)));
    for (scored, place) in scored.iter_mut().zip(1..) {
        scored.place = place;
    }
    scored.sort_by_key(|scored| (std::cmp::Reverse(scored.order.abs_diff(scored.place)), scored.order));
    scored
}

/// Reads the risks of open items, those that come latest first: they are looked at too late.
pub(crate) fn open_risks(db: &Connection, backlog: &Backlog) -> Result<Vec<OpenRisk>> {
    let mut statement = db.prepare_cached("SELECT item, text, probability FROM risk ORDER BY id")?;
    let risks = statement.query_map([], |row| {
        Ok(OpenRisk { item: row.get(0)?, text: row.get(1)?, probability: row.get(2)?, position: 0 })
    })?;
    let mut open = Vec::new();
    for risk in risks {
        let risk = risk?;
        if let Standing::At(position) = standing(backlog, risk.item) {
            open.push(OpenRisk { position, ..risk });
        }
    }
    open.sort_by_key(|risk| std::cmp::Reverse((risk.position, risk.probability)));
    Ok(open)
}
