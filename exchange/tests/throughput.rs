//! Real throughput histories. The files are not part of the repository; where they are absent,
//! nothing is checked.

use cairn_exchange::{Options, read_throughput};
use chrono::FixedOffset;

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../shared/data/throughput");

#[test]
fn real_histories_give_their_items_and_days() {
    for (file, items, from, until) in [
        ("alphagov__govuk-frontend-items.csv", 2511, "2017-05-17", "2026-07-01"),
        ("ministryofjustice__hmpps-interventions-service-items.csv", 1253, "2020-11-16", "2026-08-21"),
        ("casey__just-daily.csv", 1728, "2016-11-04", "2026-08-07"),
    ] {
        let Ok(bytes) = std::fs::read(format!("{FOLDER}/{file}")) else { continue };
        let read = read_throughput(&bytes, &Options::new(file, FixedOffset::east_opt(0).unwrap())).unwrap();
        assert_eq!((read.finished, read.weekly, read.skipped_count), (items, false, 0), "{file}");
        assert_eq!(read.first_day.unwrap().to_string(), from, "{file}");
        assert_eq!(read.known_until.unwrap().to_string(), until, "{file}");
    }
}
