//! Verified backups of a product, and which of them are kept.

use crate::folder::make_private;
use cairn_core::{Error, Product, Result};
use chrono::{DateTime, Datelike, FixedOffset, NaiveDateTime};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

const STAMP: &str = "%Y-%m-%d-%H%M%S";

/// Writes a verified backup and lets the oldest ones go that no rule keeps.
///
/// # Errors
/// Any; then the older backups are as they were.
pub fn back_up(product: &Product, folder: &Path, now: DateTime<FixedOffset>) -> Result<PathBuf> {
    make_private(folder)?;
    let path = folder.join(format!("{}.cairn", now.naive_local().format(STAMP)));
    product.save_copy(&path)?;
    let all = list(folder);
    let kept = kept(&all.iter().map(|(at, _)| *at).collect::<Vec<_>>());
    for (at, path) in all.iter().filter(|(at, _)| !kept.contains(at)) {
        let _ = at;
        fs::remove_file(path).map_err(|error| Error::io(path, error))?;
    }
    Ok(path)
}

/// The backups of a folder with their moments, newest first.
pub fn list(folder: &Path) -> Vec<(NaiveDateTime, PathBuf)> {
    let mut found: Vec<(NaiveDateTime, PathBuf)> = fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| {
            let path = entry.path();
            let at = NaiveDateTime::parse_from_str(path.file_stem()?.to_str()?, STAMP).ok()?;
            Some((at, path))
        })
        .collect();
    found.sort();
    found.reverse();
    found
}

/// Which of some moments, newest first, are kept: the 12 newest, and the newest of each of the
/// last 14 days, 8 weeks and 12 months that have one.
fn kept(moments: &[NaiveDateTime]) -> BTreeSet<NaiveDateTime> {
    let mut kept: BTreeSet<NaiveDateTime> = moments.iter().take(12).copied().collect();
    let mut newest_of_each = |count: usize, span: &dyn Fn(&NaiveDateTime) -> (i32, u32)| {
        let mut spans = Vec::new();
        for at in moments {
            if !spans.contains(&span(at)) {
                if spans.len() == count {
                    break;
                }
                spans.push(span(at));
                kept.insert(*at);
            }
        }
    };
    newest_of_each(14, &|at| (at.year(), at.ordinal()));
    newest_of_each(8, &|at| (at.iso_week().year(), at.iso_week().week()));
    newest_of_each(12, &|at| (at.year(), at.month()));
    kept
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::{Days, NaiveDate, TimeDelta};

    #[test]
    fn a_year_of_hourly_backups_keeps_recent_daily_weekly_and_monthly_ones() {
        let newest = NaiveDate::from_ymd_opt(2026, 11, 26).unwrap().and_hms_opt(23, 0, 0).unwrap();
        let moments: Vec<NaiveDateTime> =
            (0..24 * 400).map(|hours| newest - TimeDelta::hours(hours)).collect();
        let kept = kept(&moments);
        assert!(moments[..12].iter().all(|at| kept.contains(at)));
        for days in 0..14 {
            let day = newest.date() - Days::new(days);
            assert!(kept.iter().any(|at| at.date() == day), "{day}");
        }
        assert!(kept.iter().any(|at| (at.year(), at.month()) == (2025, 12)));
        // 12 newest, of which one is also the newest of its day, 13 more days, and few of weeks and months.
        assert!(kept.len() <= 12 + 13 + 8 + 12, "{}", kept.len());
    }
}
