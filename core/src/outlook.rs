//! What the product's own history and calendar say about what comes.

use crate::backlog::list::Backlog;
use crate::error::Result;
use crate::forecast::{Assumptions, Calendar, History, LEVELS, Note, Outlook, Span};
use crate::settings::{ClosedDays, Settings};
use crate::snapshot::Finish;
use chrono::{NaiveDate, Weekday};
use rusqlite::Connection;
use std::collections::BTreeSet;

/// The working days, closed days and weeks of a product.
pub(crate) fn calendar(settings: &Settings, closed_days: &[ClosedDays]) -> Calendar {
    Calendar {
        working: settings.working_days,
        week_start: Weekday::try_from(settings.week_start).unwrap_or(Weekday::Mon),
        closed: closed_days.iter().map(|days| Span { first: days.first, last: days.last }).collect(),
    }
}

/// What was finished when: done days of items, known up to the newest of the last import, the last
/// change of state made in Cairn, and "nothing was finished since"; a throughput file wins for the
/// days it covers.
pub(crate) fn history(
    db: &Connection,
    backlog: &Backlog,
    settings: &Settings,
    calendar: &Calendar,
) -> Result<History> {
    let imported: Option<NaiveDate> =
        db.prepare_cached("SELECT max(known_until) FROM import")?.query_row([], |row| row.get(0))?;
    let changed = backlog.entries().filter_map(|entry| entry.state_on).max();
    let known_until = imported.max(changed).max(settings.nothing_finished_until);
    let finished = backlog.finished_per_day();
    let done = finished.into_iter().flat_map(|(day, count)| std::iter::repeat_n(day, count as usize));
    let mut history = History::of_done_days(done, known_until);
    // An export without a day of creation gives its items the day of the import; on such a day more
    // seems to be added than was.
    let imports = db
        .prepare_cached("SELECT DISTINCT day FROM import")?
        .query_map([], |row| row.get(0))?
        .collect::<rusqlite::Result<BTreeSet<NaiveDate>>>()?;
    let added = backlog.entries().filter(|entry| !backlog.is_container(entry.item.id));
    let added = added.map(|entry| entry.item.created_on).filter(|day| !imports.contains(day));
    history = history.with_added(added);
    for days in [1, 7] {
        let mut statement =
            db.prepare_cached("SELECT first, count FROM throughput WHERE days = ?1 ORDER BY first")?;
        let rows = statement
            .query_map([days], |row| Ok((row.get(0)?, row.get(1)?)))?
            .collect::<rusqlite::Result<Vec<(NaiveDate, u32)>>>()?;
        if !rows.is_empty() {
            let file = if days == 7 { History::of_weeks(rows, calendar) } else { History::of_days(rows) };
            history = history.overridden_by(file);
        }
    }
    Ok(history)
}

/// The finish date of every position of the order.
pub(crate) fn finish(
    db: &Connection,
    backlog: &Backlog,
    settings: &Settings,
    closed_days: &[ClosedDays],
    today: NaiveDate,
) -> Result<Finish> {
    let calendar = calendar(settings, closed_days);
    let history = history(db, backlog, settings, &calendar)?;
    let outlook = Outlook::new(&history, &calendar, today, &Assumptions::default());
    Ok(finish_of(&outlook, backlog.len(), settings.percentile))
}

/// The finish table of an outlook, with what has to be said beside it.
pub(crate) fn finish_of(outlook: &Outlook, positions: usize, percentile: u8) -> Finish {
    let mut percentiles = LEVELS.to_vec();
    percentiles.push(percentile);
    percentiles.sort_unstable();
    percentiles.dedup();
    let table = outlook.finish(positions, &percentiles);
    let thin = outlook.notes.iter().any(|note| matches!(note, Note::ThinHistory { .. }));
    Finish {
        as_of: table.as_of,
        percentiles,
        days: table.days.into_iter().map(|row| row.into_iter().map(u32::from).collect()).collect(),
        notes: outlook.notes.iter().map(|note| note.sentence(outlook.as_of)).collect(),
        thin,
    }
}
