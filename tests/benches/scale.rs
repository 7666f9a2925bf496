//! Figures at 10,000 items over the real core, with files on the disk where writing counts.
//!
//! `cargo bench -p cairn-tests --bench scale`. The durable move stands beside one bare commit of
//! SQLite with the same settings on the same disk.

use cairn_charts::Size;
use cairn_core::backlog::{Field, Place, State};
use cairn_core::contact::ContactFields;
use cairn_core::forecast::{Assumptions, Growth};
use cairn_core::ids::{ItemId, StakeholderId};
use cairn_core::import::{ImportedBacklog, ImportedItem};
use cairn_core::need::NeedFields;
use cairn_core::stakeholder::StakeholderFields;
use cairn_core::{About, Asked, Chart, Edit, Product};
use cairn_tests::{TODAY, at, day};
use chrono::{DateTime, Days, FixedOffset, TimeDelta};
use divan::Bencher;
use rusqlite::Connection;
use std::cell::RefCell;
use std::time::Instant;

const ITEMS: usize = 10_000;

fn main() {
    move_beside_a_bare_commit();
    divan::main();
}

/// Prints a durable move as a ratio to one bare commit: both in turn, so that whatever else the
/// machine does slows both.
fn move_beside_a_bare_commit() {
    const TIMES: usize = 500;
    let timed = |work: &mut dyn FnMut()| {
        let start = Instant::now();
        work();
        start.elapsed().as_secs_f64()
    };
    let (mut desk, mut bare) = (Desk::new(), Bare::new());
    let mut ratios: Vec<f64> = (0..TIMES)
        .map(|_| {
            let commit = timed(&mut || bare.commit());
            timed(&mut || drop(desk.drag())) / commit
        })
        .collect();
    ratios.sort_by(f64::total_cmp);
    println!("a durable move in bare commits, {TIMES} pairs: median {:.2}", ratios[TIMES / 2]);
}

/// A backlog of another tool: 9,400 open rows, 600 finished over half a year.
fn file() -> ImportedBacklog {
    const WORDS: [&str; 12] = [
        "reserve",
        "search",
        "library",
        "notice",
        "overdue",
        "Straße",
        "branch",
        "catalogue",
        "reader",
        "fee",
        "desk",
        "message",
    ];
    let mut chance = fastrand::Rng::with_seed(3);
    let items = (0..ITEMS)
        .map(|n| {
            let done = n >= ITEMS - 600;
            let ago = Days::new(1 + chance.u64(..180));
            let mut words = || WORDS[chance.usize(..WORDS.len())];
            ImportedItem {
                line: n + 2,
                external_id: Some(format!("T-{n}")),
                title: format!("{} {} {} {n}", words(), words(), words()),
                kind: Some("story".into()),
                state: Some(if done { State::Done } else { State::Ready }),
                source_state: Some("To Do".into()),
                size: Some((n % 8) as f64),
                labels: vec![words().into()],
                parent: None,
                body: Some(format!(
                    "{} {} {}",
                    words(),
                    words(),
                    "so that nobody waits at the desk. ".repeat(6)
                )),
                url: None,
                sprints: Vec::new(),
                created_on: Some(day("2026-01-01")),
                started_on: None,
                done_on: done.then(|| day(TODAY) - ago),
                stages: Vec::new(),
            }
        })
        .collect();
    ImportedBacklog {
        source: "jira".into(),
        file: "export.csv".into(),
        known_until: Some(day(TODAY)),
        sprints: Vec::new(),
        items,
        ..ImportedBacklog::default()
    }
}

/// A product of 10,000 items in a file, and the moment its next step is made.
struct Desk {
    product: Product,
    ids: Vec<ItemId>,
    now: DateTime<FixedOffset>,
    chance: fastrand::Rng,
    _folder: tempfile::TempDir,
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
        let mut product = Product::create(&folder.path().join("p.cairn"), "Scale", at(TODAY)).unwrap();
        product.import(&file(), at(TODAY), &mut |_, _| true).unwrap();
        let ids = product.filter("").unwrap();
        Self { product, ids, now: at(TODAY), chance: fastrand::Rng::with_seed(5), _folder: folder }
    }

    fn apply(&mut self, edit: Edit) -> cairn_core::Outcome {
        self.now += TimeDelta::seconds(61);
        self.product.apply(edit, self.now).unwrap()
    }

    fn drag(&mut self) -> cairn_core::Outcome {
        let id = self.ids[self.chance.usize(..self.ids.len())];
        let position = 1 + self.chance.u32(..self.ids.len() as u32);
        let place = Place::Position { position };
        self.apply(Edit::MoveItems { ids: vec![id], place, reason: String::new() })
    }
}

/// A file with 10,000 rows and the settings of a product, without journal.
struct Bare {
    db: Connection,
    chance: fastrand::Rng,
    _folder: tempfile::TempDir,
}

impl Bare {
    fn new() -> Self {
        let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
        let db = Connection::open(folder.path().join("bare.db")).unwrap();
        db.execute_batch(
            "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA fullfsync = 1;
             PRAGMA wal_autocheckpoint = 0; PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY;
             CREATE TABLE item (id INTEGER PRIMARY KEY, title TEXT NOT NULL, rank INTEGER NOT NULL) STRICT;
             CREATE INDEX item_rank ON item(rank, id);
             WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10000)
             INSERT INTO item SELECT i, 'A title of ordinary length ' || i, i * 1024 FROM n;",
        )
        .unwrap();
        Self { db, chance: fastrand::Rng::with_seed(5), _folder: folder }
    }

    /// Changes one row in one transaction.
    fn commit(&mut self) {
        let (id, rank) = (self.chance.i64(1..=10_000), self.chance.i64(0..10_240_000));
        self.db.execute_batch("BEGIN IMMEDIATE").unwrap();
        let mut update = self.db.prepare_cached("UPDATE item SET rank = ?2 WHERE id = ?1").unwrap();
        update.execute((id, rank)).unwrap();
        self.db.execute_batch("COMMIT").unwrap();
    }
}

#[divan::bench(sample_count = 300)]
fn a_bare_commit(bencher: Bencher) {
    let bare = RefCell::new(Bare::new());
    bencher.bench_local(|| bare.borrow_mut().commit());
}

#[divan::bench(sample_count = 300)]
fn a_durable_move(bencher: Bencher) {
    let desk = RefCell::new(Desk::new());
    bencher.bench_local(|| desk.borrow_mut().drag());
}

#[divan::bench(sample_count = 300)]
fn a_durable_change_of_a_title(bencher: Bencher) {
    let desk = RefCell::new(Desk::new());
    bencher.bench_local(|| {
        let mut desk = desk.borrow_mut();
        let at = desk.chance.usize(..ITEMS / 2);
        let id = desk.ids[at];
        let title = format!("Title {}", desk.chance.u32(..));
        desk.apply(Edit::ChangeItems { ids: vec![id], changes: vec![Field::Title(title)] })
    });
}

/// The finish dates change with it, so that they are computed again.
#[divan::bench(sample_count = 100)]
fn a_durable_finish_of_an_item(bencher: Bencher) {
    let desk = RefCell::new(Desk::new());
    let next = RefCell::new(0);
    bencher.bench_local(|| {
        let mut desk = desk.borrow_mut();
        *next.borrow_mut() += 1;
        let id = desk.ids[*next.borrow()];
        desk.apply(Edit::FinishItems { ids: vec![id], on: day(TODAY) })
    });
}

#[divan::bench(sample_count = 100)]
fn undo_and_redo_of_a_move(bencher: Bencher) {
    let desk = RefCell::new(Desk::new());
    desk.borrow_mut().drag();
    bencher.bench_local(|| {
        let mut desk = desk.borrow_mut();
        let now = desk.now;
        desk.product.undo(now).unwrap();
        desk.product.redo(now).unwrap();
    });
}

#[divan::bench(sample_count = 20)]
fn a_move_of_a_thousand_items(bencher: Bencher) {
    let desk = RefCell::new(Desk::new());
    bencher.bench_local(|| {
        let mut desk = desk.borrow_mut();
        let from = desk.chance.usize(..ITEMS / 2);
        let ids = desk.ids[from..from + 1000].to_vec();
        let place = Place::Position { position: 1 + desk.chance.u32(..8000) };
        desk.apply(Edit::MoveItems { ids, place, reason: String::new() })
    });
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn an_import_of_ten_thousand_rows(bencher: Bencher) {
    let file = file();
    bencher
        .with_inputs(|| {
            let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
            let product = Product::create(&folder.path().join("p.cairn"), "Scale", at(TODAY)).unwrap();
            (product, folder)
        })
        .bench_local_values(|(mut product, folder)| {
            let done = product.import(&file, at(TODAY), &mut |_, _| true).unwrap();
            (done, product, folder)
        });
}

#[divan::bench(sample_count = 3, sample_size = 1)]
fn undo_of_an_import_of_ten_thousand_rows(bencher: Bencher) {
    bencher.with_inputs(Desk::new).bench_local_values(|mut desk| {
        desk.product.undo(desk.now).unwrap();
        desk
    });
}

#[divan::bench(sample_count = 20)]
fn opening_the_file(bencher: Bencher) {
    let desk = Desk::new();
    let path = desk._folder.path().join("p.cairn");
    desk.product.settle().unwrap();
    bencher.bench_local(|| Product::open_to_read(&path, at(TODAY)).unwrap());
}

#[divan::bench(sample_count = 20)]
fn loading_as_json(bencher: Bencher) {
    let desk = RefCell::new(Desk::new());
    bencher.bench_local(|| {
        let page = desk.borrow_mut().product.load(at(TODAY)).unwrap();
        serde_json::to_vec(&page).unwrap()
    });
}

#[divan::bench(args = ["straß", "ibrar", "9999", "o", "nobody waits"], sample_count = 50)]
fn searching_a_part_of_a_word(bencher: Bencher, text: &str) {
    let desk = Desk::new();
    bencher.bench_local(|| desk.product.search(text, 50));
}

/// A thousand steps back.
#[divan::bench(sample_count = 20)]
fn a_past_day(bencher: Bencher) {
    let mut desk = Desk::new();
    let past = desk.now.date_naive();
    desk.now += TimeDelta::days(1);
    for _ in 0..1000 {
        desk.drag();
    }
    bencher.bench_local(|| desk.product.day(past).unwrap());
}

/// What the window asks for when an assumption changes: the answer, and its burn-up.
#[divan::bench(args = [200, 2_000])]
fn a_changed_assumption_to_its_picture(bencher: Bencher, items: u32) {
    let desk = Desk::new();
    let asked = Asked { about: Some(About::First { items }), by: None };
    let assumptions = Assumptions {
        growth: Growth::Range { low: 5, high: 30 },
        window_weeks: 20,
        ..Assumptions::default()
    };
    let chart = Chart::BurnUp { asked: asked.clone(), assumptions: assumptions.clone() };
    bencher.bench_local(|| {
        let forecast = desk.product.forecast(&asked, &assumptions).unwrap();
        (forecast, desk.product.chart(&chart, Size::new(900, 420)).unwrap())
    });
}

const PEOPLE: usize = 1_000;
const WANTS: usize = 50;

impl Desk {
    /// With 1,000 people who want 50 items each and have a need, a talk and a place on the map.
    fn with_people() -> Self {
        let mut desk = Self::new();
        for number in 0..PEOPLE {
            let fields = StakeholderFields {
                name: format!("Person {number}"),
                power: Some((number % 101) as u8),
                interest: Some((number * 7 % 101) as u8),
                cadence: Some(14),
                ..StakeholderFields::default()
            };
            let stakeholder = StakeholderId(desk.apply(Edit::AddStakeholder { fields }).created[0]);
            let items = (0..WANTS).map(|_| desk.ids[desk.chance.usize(..desk.ids.len())]).collect();
            let why = "It is needed.".to_owned();
            let strength = 1 + (number % 3) as u8;
            desk.apply(Edit::Want { stakeholder, items, strength, why: why.clone(), need: None });
            let text = format!("Need {number}");
            let need = NeedFields { stakeholder, text, strength, why, business_goal: None };
            desk.apply(Edit::AddNeed { fields: need });
            let talk = ContactFields { stakeholder, day: day(TODAY), text: "Talk".into(), again_on: None };
            desk.apply(Edit::AddContact { fields: talk });
        }
        desk
    }
}

#[divan::bench(sample_count = 20)]
fn whom_the_order_serves(bencher: Bencher) {
    let desk = Desk::with_people();
    bencher.bench_local(|| desk.product.service().unwrap());
}

#[divan::bench(sample_count = 20)]
fn a_page_about_a_person(bencher: Bencher) {
    let desk = Desk::with_people();
    bencher.bench_local(|| desk.product.person(StakeholderId(500)).unwrap());
}

#[divan::bench(sample_count = 50)]
fn a_durable_want_among_fifty_thousand(bencher: Bencher) {
    let desk = RefCell::new(Desk::with_people());
    bencher.bench_local(|| {
        let mut desk = desk.borrow_mut();
        let at = desk.chance.usize(..ITEMS / 2);
        let items = vec![desk.ids[at]];
        let stakeholder = StakeholderId(desk.chance.i64(1..=PEOPLE as i64));
        desk.apply(Edit::Want { stakeholder, items, strength: 2, why: String::new(), need: None })
    });
}

#[divan::bench(sample_count = 50)]
fn a_durable_place_on_the_map_among_a_thousand(bencher: Bencher) {
    let desk = RefCell::new(Desk::with_people());
    bencher.bench_local(|| {
        let mut desk = desk.borrow_mut();
        let id = StakeholderId(desk.chance.i64(1..=PEOPLE as i64));
        let (power, interest) = (Some(desk.chance.u8(..=100)), Some(desk.chance.u8(..=100)));
        let fields = StakeholderFields { name: "P".into(), power, interest, ..StakeholderFields::default() };
        desk.apply(Edit::ChangeStakeholder { id, fields })
    });
}
