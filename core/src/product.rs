//! The product: one file, opened, read, changed through [`Edit`]s, taken back and brought back.

mod forecasts;
mod people;
mod reports;
mod reviews;

use crate::backlog::ItemDetail;
use crate::backlog::list::{Backlog, own_key};
use crate::edit::{self, Edit};
use crate::error::{Error, Result};
use crate::ids::{ItemId, OperationId, StakeholderId};
use crate::import::{Imported, ImportedBacklog, Watch};
use crate::journal::{self, Touched};
use crate::kept::{self, KeptForecast};
use crate::settings::{ClosedDays, Settings};
use crate::snapshot::{Changes, Counts, Finish, HistoryKind, HistoryLine, ItemChanges, Outcome, Snapshot};
use crate::sprint::Sprint;
use crate::stakeholder::{PRIVATE, Stakeholder};
use crate::store::SCHEMA;
use crate::tx::Tx;
use crate::{backlog, direction, history, records, search, settings, sprint, stakeholder, store, whole};
use chrono::{DateTime, FixedOffset, NaiveDate};
use rusqlite::{Connection, Transaction, TransactionBehavior};
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// More touched items than this: the whole backlog is read again instead of row by row.
const MANY: usize = 2_000;

/// Forced copying of the write-ahead log into the file, in pages.
const LOG_PAGES: i64 = 4_000;

/// An open product.
///
/// It keeps the list columns of every item in memory, equal to the file: each step patches it with
/// the rows it touched, after the commit. Nothing else writes the file while it is open.
pub struct Product {
    db: Connection,
    today: NaiveDate,
    settings: Settings,
    sprints: Vec<Sprint>,
    closed_days: Vec<ClosedDays>,
    stakeholders: Vec<Stakeholder>,
    backlog: Backlog,
    finish: Finish,
    counts: Counts,
    /// Kept forecasts as the file has them, and as they stand.
    records: Vec<kept::Record>,
    kept: Vec<KeptForecast>,
    /// A new day that the page has not been told of, and whether a Sprint began or ended with it.
    news: Option<bool>,
}

impl Product {
    /// Makes a new product file.
    ///
    /// # Errors
    /// [`Error::Invalid`] if the name is empty or the file exists; the file is left as it was.
    pub fn create(path: &Path, name: &str, now: DateTime<FixedOffset>) -> Result<Self> {
        crate::tx::required(name, "name", "error-product-name-empty")?;
        let db = store::create(path, |db| settings::insert(db, name))?;
        journal::watch(&db)?;
        Self::read(db, now)
    }

    /// Makes a new product that lives in memory alone; [`Product::save_copy`] writes it to a file.
    pub fn in_memory(name: &str, now: DateTime<FixedOffset>) -> Result<Self> {
        let db = store::in_memory()?;
        settings::insert(&db, name)?;
        journal::watch(&db)?;
        Self::read(db, now)
    }

    /// Makes a product in memory out of a complete export; `from` is the file it was read from.
    ///
    /// # Errors
    /// [`Error::NotAProduct`], [`Error::NewerFile`] and [`Error::Damaged`] for what `json` holds.
    pub fn of_json(json: &[u8], from: &Path, now: DateTime<FixedOffset>) -> Result<Self> {
        let read = || {
            let db = whole::read(json, from)?;
            journal::watch(&db)?;
            let mut product = Self::read(db, now)?;
            // All of it is read once, so that nothing in it fails later.
            product.load(now)?;
            product.history(None, None, u32::MAX)?;
            match product.check()?.into_iter().next() {
                Some(detail) => Err(Error::Damaged { path: from.to_owned(), detail }),
                None => Ok(product),
            }
        };
        read().map_err(|error| store::in_file(from, error))
    }

    /// Makes the sample product in memory, with its history before `now`.
    pub fn sample(now: DateTime<FixedOffset>) -> Result<Self> {
        let steps = crate::sample::sample(now);
        let start = steps.first().map_or(now, |(at, _)| *at);
        let mut product = Self::in_memory("Lendwell", start)?;
        for (at, edit) in steps {
            product.apply(edit, at)?;
        }
        product.turn_to(now)?;
        Ok(product)
    }

    /// Opens a product to change it.
    ///
    /// # Errors
    /// [`Error::NotAProduct`], [`Error::NewerFile`] and [`Error::Damaged`], each with the file as it was.
    pub fn open(path: &Path, now: DateTime<FixedOffset>) -> Result<Self> {
        let open = || {
            let db = store::open(path)?;
            journal::watch(&db)?;
            Self::read(db, now)
        };
        open().map_err(|error| store::in_file(path, error))
    }

    /// Opens a product only to read it; another process may have it open. Every edit fails.
    ///
    /// # Errors
    /// As [`Product::open`].
    pub fn open_to_read(path: &Path, now: DateTime<FixedOffset>) -> Result<Self> {
        let open = || Self::read(store::open_to_read(path)?, now);
        open().map_err(|error| store::in_file(path, error))
    }

    /// Reads into memory what can still be read of a damaged product; the file is left as it is.
    ///
    /// # Errors
    /// When it can't be opened, or what can be read makes no product.
    pub fn salvage(path: &Path, now: DateTime<FixedOffset>) -> Result<Self> {
        let read = || {
            let db = store::salvage(path)?;
            if db.query_row("SELECT count(*) FROM product", [], |row| row.get::<_, i64>(0))? == 0 {
                let stem = path.file_stem().unwrap_or_default();
                settings::insert(&db, &stem.to_string_lossy())?;
            }
            Self::read(db, now)
        };
        read().map_err(|error| store::in_file(path, error))
    }

    fn read(db: Connection, now: DateTime<FixedOffset>) -> Result<Self> {
        let today = now.date_naive();
        let settings = settings::read(&db)?;
        let sprints = sprint::read(&db)?;
        let backlog = Backlog::read(&db, &settings.prefix, sprint::time(&sprints, today))?;
        let mut product = Self {
            today,
            settings,
            sprints,
            closed_days: settings::closed_days(&db)?,
            stakeholders: Vec::new(),
            backlog,
            finish: Finish::default(),
            counts: Counts::default(),
            records: Vec::new(),
            kept: Vec::new(),
            news: None,
            db,
        };
        product.reread_people()?;
        product.finish = product.finish_dates()?;
        product.counts = product.count();
        Ok(product)
    }

    /// Reads people and what they were told again.
    fn reread_people(&mut self) -> Result<()> {
        self.stakeholders = stakeholder::read(&self.db)?;
        self.records = kept::read(&self.db)?;
        self.kept = self.stand()?;
        Ok(())
    }

    /// Everything the window shows.
    pub fn load(&mut self, now: DateTime<FixedOffset>) -> Result<Snapshot> {
        self.turn_to(now)?;
        self.news = None;
        Ok(Snapshot {
            today: self.today,
            settings: self.settings.clone(),
            goals: direction::read(&self.db)?,
            sprints: self.sprints.clone(),
            stakeholders: self.stakeholders.clone(),
            views: settings::views(&self.db)?,
            date_lines: settings::date_lines(&self.db)?,
            closed_days: self.closed_days.clone(),
            slices: backlog::slices(&self.db)?,
            kept: self.kept.clone(),
            records: records::read(&self.db, |_| true)?,
            items: self.backlog.shown(),
            counts: self.counts,
            finish: self.finish.clone(),
            undo: self.undo_line()?,
            redo: self.redo_line()?,
        })
    }

    /// Runs an edit in one transaction with its journal. When it returns, the change is on the disk.
    ///
    /// # Errors
    /// Any; then nothing was changed.
    pub fn apply(&mut self, edit: Edit, now: DateTime<FixedOffset>) -> Result<Outcome> {
        self.turn_to(now)?;
        let mark = journal::mark(&self.db)?;
        let tx = Transaction::new_unchecked(&self.db, TransactionBehavior::Immediate)?;
        let operation = journal::begin(&tx, now, SCHEMA)?;
        let context = self.context(&tx);
        let performed = edit::perform(&context, &edit)?;
        sprint::follow(&context)?;
        let created = context.created.into_inner();
        if !performed.reason.is_empty() {
            tx.execute(
                "INSERT INTO reason (operation, text) VALUES (?1, ?2)",
                (operation, &performed.reason),
            )?;
        }
        let touched = journal::touched_since(&tx, mark)?;
        let operation = journal::end(&tx, operation, &performed.step, now)?;
        tx.commit()?;
        self.outcome(&touched, operation, created)
    }

    /// What an import would do. Nothing is changed.
    pub fn try_import(&mut self, backlog: &ImportedBacklog, now: DateTime<FixedOffset>) -> Result<Imported> {
        self.import_in(backlog, now, false, &mut |_, _| true).map(|(imported, _)| imported)
    }

    /// Brings an import in as one step, and says what it did. `watch` is told how far it is and can
    /// stop it.
    ///
    /// # Errors
    /// Any, being stopped included; then nothing was changed.
    pub fn import(
        &mut self,
        backlog: &ImportedBacklog,
        now: DateTime<FixedOffset>,
        watch: &mut Watch<'_>,
    ) -> Result<(Imported, Outcome)> {
        let (imported, outcome) = self.import_in(backlog, now, true, watch)?;
        Ok((imported, outcome.ok_or_else(|| Error::invalid("file", "error-nothing-to-import"))?))
    }

    fn import_in(
        &mut self,
        backlog: &ImportedBacklog,
        now: DateTime<FixedOffset>,
        keep: bool,
        watch: &mut Watch<'_>,
    ) -> Result<(Imported, Option<Outcome>)> {
        self.turn_to(now)?;
        let mark = journal::mark(&self.db)?;
        let tx = Transaction::new_unchecked(&self.db, TransactionBehavior::Immediate)?;
        let operation = journal::begin(&tx, now, SCHEMA)?;
        let context = self.context(&tx);
        let (step, imported) = crate::import::import(&context, backlog, watch)?;
        sprint::follow(&context)?;
        if !keep {
            tx.rollback()?;
            return Ok((imported, None));
        }
        let touched = journal::touched_since(&tx, mark)?;
        let operation = journal::end(&tx, operation, &step, now)?;
        tx.commit()?;
        store::checkpoint(&self.db)?;
        Ok((imported, Some(self.outcome(&touched, operation, Vec::new())?)))
    }

    fn context<'a>(&'a self, tx: &'a Transaction<'a>) -> Tx<'a> {
        Tx {
            db: tx,
            today: self.today,
            backlog: &self.backlog,
            settings: &self.settings,
            sprints: &self.sprints,
            stakeholders: &self.stakeholders,
            finish: &self.finish,
            created: RefCell::default(),
        }
    }

    /// Takes the last step back.
    ///
    /// # Errors
    /// [`Error::Invalid`] when there is nothing to take back.
    pub fn undo(&mut self, now: DateTime<FixedOffset>) -> Result<Outcome> {
        let operation = journal::next_undo(&self.db, SCHEMA)?
            .ok_or_else(|| Error::invalid("undo", "error-nothing-to-undo"))?;
        self.revert(operation, HistoryKind::Undo, now)
    }

    /// Brings the last step taken back.
    ///
    /// # Errors
    /// [`Error::Invalid`] when there is nothing to bring back.
    pub fn redo(&mut self, now: DateTime<FixedOffset>) -> Result<Outcome> {
        let operation = journal::next_redo(&self.db, SCHEMA)?
            .ok_or_else(|| Error::invalid("redo", "error-nothing-to-redo"))?;
        self.revert(operation, HistoryKind::Redo, now)
    }

    fn revert(
        &mut self,
        operation: OperationId,
        kind: HistoryKind,
        now: DateTime<FixedOffset>,
    ) -> Result<Outcome> {
        self.turn_to(now)?;
        let mark = journal::mark(&self.db)?;
        let tx = Transaction::new_unchecked(&self.db, TransactionBehavior::Immediate)?;
        let done = journal::revert(&tx, operation, kind, now, SCHEMA)?;
        let touched = journal::touched_since(&tx, mark)?;
        tx.commit()?;
        self.outcome(&touched, Some(done), Vec::new())
    }

    /// One item whole.
    pub fn item(&self, id: ItemId) -> Result<ItemDetail> {
        let item = self.backlog.item(id).ok_or_else(|| Error::not_found("error-item-unknown", "item", id))?;
        backlog::detail(&self.db, &self.backlog, item)
    }

    /// One item as the list shows it.
    pub fn list_item(&self, id: ItemId) -> Option<backlog::Item> {
        self.backlog.item(id)
    }

    /// The item somebody means by an id, another tool's id or a key such as "LW-12". Where two items
    /// answer to a name, the other tool's id wins: people say it every day.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is none.
    pub fn find(&self, name: &str) -> Result<ItemId> {
        let name = name.trim();
        let lower = name.to_lowercase();
        let first = |same: &dyn Fn(&backlog::Item) -> bool| {
            self.backlog.entries().filter(|entry| same(&entry.item)).map(|entry| entry.item.id).min()
        };
        let by_id = name.parse().map(ItemId).ok().filter(|id| self.backlog.entry_of(*id).is_some());
        by_id
            .or_else(|| first(&|item| item.key.to_lowercase() == lower))
            .or_else(|| first(&|item| own_key(&self.settings.prefix, item.id).to_lowercase() == lower))
            .ok_or_else(|| Error::not_found("error-item-unknown", "item", name))
    }

    /// Open items in order, then the containers.
    pub fn items(&self) -> Vec<backlog::Item> {
        self.backlog.shown()
    }

    /// The open items in order that pass a filter.
    ///
    /// # Errors
    /// [`Error::Invalid`] when the filter can't be read.
    pub fn filter(&self, text: &str) -> Result<Vec<ItemId>> {
        let filter = search::Filter::read(text, &self.stakeholders)?;
        let matches = |id: &ItemId| {
            self.backlog.entry_of(*id).is_some_and(|entry| filter.matches(entry, &self.backlog))
        };
        Ok(self.backlog.order().filter(matches).collect())
    }

    /// All items that pass a filter, whatever their state: open ones in order, then the rest by id.
    ///
    /// # Errors
    /// [`Error::Invalid`] when the filter can't be read.
    pub fn filter_all(&self, text: &str) -> Result<Vec<backlog::Item>> {
        let filter = search::Filter::read(text, &self.stakeholders)?;
        let mut found: Vec<backlog::Item> = self
            .backlog
            .entries()
            .filter(|entry| filter.matches(entry, &self.backlog))
            .filter_map(|entry| self.backlog.item(entry.item.id))
            .collect();
        found.sort_by_key(|item| (item.position.unwrap_or(u32::MAX), item.state, item.id));
        Ok(found)
    }

    /// Items of every state that hold all words of a text, open ones first in order.
    pub fn search(&self, text: &str, limit: usize) -> Vec<backlog::Item> {
        let found = search::search(&self.backlog, text, limit);
        found.into_iter().filter_map(|id| self.backlog.item(id)).collect()
    }

    /// Done items, the newest first, or those not done on purpose.
    pub fn finished(&self, state: backlog::State, offset: usize, limit: usize) -> Vec<backlog::Item> {
        let mut items: Vec<&backlog::list::Entry> =
            self.backlog.entries().filter(|entry| entry.state == state).collect();
        items.sort_by_key(|entry| std::cmp::Reverse((entry.item.done_on, entry.item.id)));
        let page = items.into_iter().skip(offset).take(limit);
        page.filter_map(|entry| self.backlog.item(entry.item.id)).collect()
    }

    /// Steps, newest first, of one item or of all.
    pub fn history(
        &self,
        item: Option<ItemId>,
        before: Option<OperationId>,
        limit: u32,
    ) -> Result<Vec<HistoryLine>> {
        history::lines(&self.db, item, before, limit)
    }

    /// The backlog as it was at the end of a day.
    ///
    /// # Errors
    /// [`Error::Invalid`] for a day after today.
    pub fn day(&self, day: NaiveDate) -> Result<crate::call::PastDay> {
        if day > self.today {
            return Err(Error::invalid("day", "error-day-in-future"));
        }
        history::day(&self.db, day)
    }

    /// The settings.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// The Product Goals: the current one first, then the next ones, then those that ended.
    pub fn goals(&self) -> Result<Vec<direction::Goal>> {
        direction::read(&self.db)
    }

    /// The release slices by name.
    pub fn slices(&self) -> Result<Vec<backlog::Slice>> {
        backlog::slices(&self.db)
    }

    /// The stakeholders by name.
    pub fn stakeholders(&self) -> &[Stakeholder] {
        &self.stakeholders
    }

    /// The person of an id.
    pub fn stakeholder(&self, id: StakeholderId) -> Option<&Stakeholder> {
        self.stakeholders.iter().find(|person| person.id == id)
    }

    /// The day the product was last read for.
    pub fn today(&self) -> NaiveDate {
        self.today
    }

    /// Writes a verified copy as one closed file, replacing a file of that name only at the end.
    pub fn save_copy(&self, to: &Path) -> Result<()> {
        store::back_up(&self.db, to)
    }

    /// Checks the whole file. Returns what was found, empty if it is sound.
    pub fn check(&self) -> Result<Vec<String>> {
        let mut found = store::check(&self.db)?;
        found.extend(self.backlog.circle().map(|id| format!("item {id} is part of itself")));
        found.extend(journal::check(&self.db)?);
        let fresh = Backlog::read(&self.db, &self.settings.prefix, sprint::time(&self.sprints, self.today))?;
        if fresh.shown() != self.backlog.shown() {
            found.push("the order in memory differs from the file".into());
        }
        Ok(found)
    }

    /// Checks pages, indexes, references and the journal of a file that somebody may have open.
    /// Returns what was found, empty if it is sound.
    ///
    /// # Errors
    /// As [`Product::open`].
    pub fn check_file(path: &Path) -> Result<Vec<String>> {
        let check = || {
            let db = store::open_to_read(path)?;
            let mut found = store::check(&db)?;
            found.extend(journal::check(&db)?);
            Ok(found)
        };
        check().map_err(|error| store::in_file(path, error))
    }

    /// Writes a verified copy for somebody else as one closed file: as [`Product::save_copy`], with
    /// the private notes about people only where asked for.
    pub fn export_copy(&self, to: &Path, private_notes: bool) -> Result<()> {
        if private_notes { store::back_up(&self.db, to) } else { store::copy_without(&self.db, to, &PRIVATE) }
    }

    /// Writes the whole product as JSON, with the private notes about people only where asked for;
    /// [`Product::of_json`] reads it.
    pub fn export_json(&self, private_notes: bool) -> Result<Vec<u8>> {
        whole::write(&self.db, if private_notes { &[] } else { &PRIVATE })
    }

    /// Every row of every table, for comparing contents.
    pub fn tables(&self) -> Result<BTreeMap<String, Vec<serde_json::Map<String, serde_json::Value>>>> {
        whole::tables(&self.db)
    }

    /// Copies the write-ahead log into the file. For closing and for idle moments.
    pub fn settle(&self) -> Result<()> {
        store::checkpoint(&self.db)
    }

    /// Takes note of a new day: a Sprint may begin or end, and dates count from it.
    pub(crate) fn turn_to(&mut self, now: DateTime<FixedOffset>) -> Result<()> {
        let today = now.date_naive();
        if today == self.today {
            return Ok(());
        }
        let before = sprint::time(&self.sprints, self.today);
        self.today = today;
        let turned = sprint::time(&self.sprints, today) != before;
        self.news = Some(turned || self.news == Some(true));
        if turned {
            self.backlog.turn(&self.settings.prefix, sprint::time(&self.sprints, today));
        }
        self.finish = self.finish_dates()?;
        self.counts = self.count();
        self.kept = self.stand()?;
        Ok(())
    }

    fn count(&self) -> Counts {
        let running = sprint::running(&self.sprints, self.today);
        let mut counts = Counts::default();
        for entry in self.backlog.entries() {
            match entry.state {
                backlog::State::Done => {
                    counts.done += 1;
                    let in_sprint = |day: NaiveDate| running.is_some_and(|sprint| sprint.fields.holds(day));
                    counts.done_in_sprint += usize::from(entry.item.done_on.is_some_and(in_sprint));
                }
                backlog::State::NotDoing => counts.not_doing += 1,
                _ => {}
            }
        }
        counts
    }

    fn undo_line(&self) -> Result<Option<HistoryLine>> {
        journal::next_undo(&self.db, SCHEMA)?.map(|id| history::line(&self.db, id)).transpose()
    }

    fn redo_line(&self) -> Result<Option<HistoryLine>> {
        let undo = journal::next_redo(&self.db, SCHEMA)?;
        undo.map(|id| history::line(&self.db, id)).transpose()
    }

    /// Patches what is in memory with the rows a step touched, and tells the page. They are gathered
    /// before the step is joined to an earlier one, which drops what that one knows already.
    fn outcome(
        &mut self,
        touched: &[Touched],
        operation: Option<OperationId>,
        created: Vec<i64>,
    ) -> Result<Outcome> {
        let changes = self.accept(touched)?;
        let pages: i64 =
            self.db.query_row("PRAGMA wal_checkpoint(NOOP)", [], |row| row.get(1)).unwrap_or_default();
        if pages > LOG_PAGES {
            self.db.query_row("PRAGMA wal_checkpoint(PASSIVE)", [], |_| Ok(()))?;
        }
        Ok(Outcome {
            done: operation.map(|id| history::line(&self.db, id)).transpose()?,
            created,
            changes,
            undo: self.undo_line()?,
            redo: self.redo_line()?,
        })
    }

    fn accept(&mut self, touched: &[Touched]) -> Result<Changes> {
        let tables: BTreeSet<&str> = touched.iter().map(|row| row.table.as_str()).collect();
        let has = |table: &str| tables.contains(table);
        let news = self.news.take();
        let db = &self.db;
        let mut changes = Changes::default();
        if has("goal") || has("reading") {
            changes.goals = Some(direction::read(db)?);
        }
        if has("view") {
            changes.views = Some(settings::views(db)?);
        }
        if has("date_line") {
            changes.date_lines = Some(settings::date_lines(db)?);
        }
        if has("closed_days") {
            self.closed_days = settings::closed_days(db)?;
            changes.closed_days = Some(self.closed_days.clone());
        }
        if has("slice") {
            changes.slices = Some(backlog::slices(db)?);
        }
        let kept = has("kept_forecast") || has("outcome");
        if kept {
            self.records = kept::read(db)?;
        }
        changes.records = records::read(db, has)?;
        if has("stakeholder") || has("contact") {
            self.stakeholders = stakeholder::read(db)?;
            changes.stakeholders = Some(self.stakeholders.clone());
        }
        let before = (self.settings.prefix.clone(), sprint::time(&self.sprints, self.today));
        if has("product") {
            self.settings = settings::read(db)?;
            changes.settings = Some(self.settings.clone());
        }
        if has("sprint") || has("review") {
            self.sprints = sprint::read(db)?;
            changes.sprints = Some(self.sprints.clone());
        }
        let positions = self.backlog.len();
        changes.items = self.accept_items(touched, before, news == Some(true))?;
        // Both take a look at every item; a drag or a new title leaves them as they are.
        let dated = ["product", "closed_days", "import", "throughput"].into_iter().any(has);
        let stands = touched.iter().any(changes_standing);
        if stands || has("sprint") {
            self.counts = self.count();
        }
        changes.counts = self.counts;
        if dated || stands || self.backlog.len() != positions {
            let finish = self.finish_dates()?;
            if finish != self.finish {
                self.finish = finish;
                changes.finish = Some(self.finish.clone());
            }
        }
        if news.is_some() {
            changes.finish = Some(self.finish.clone());
        }
        // A move changes what stands ahead; a title or a text changes nothing that was said.
        let moved = touched.iter().any(|row| row.table == "item");
        if kept || dated || moved || has("sprint") || has("goal") || has("slice") || news.is_some() {
            let stands = self.stand()?;
            if stands != self.kept || news.is_some() {
                self.kept = stands;
                changes.kept = Some(self.kept.clone());
            }
        }
        Ok(changes)
    }

    fn accept_items(
        &mut self,
        touched: &[Touched],
        before: (String, backlog::list::SprintTime),
        all: bool,
    ) -> Result<ItemChanges> {
        let ids = items_of(&self.db, touched)?;
        let time = sprint::time(&self.sprints, self.today);
        let turned = before != (self.settings.prefix.clone(), time);
        if turned {
            self.backlog.turn(&self.settings.prefix, time);
        }
        let affected = if ids.len() > MANY {
            // The page holds what is shown; of the others it needs to hear only if it showed them. A
            // container that lost all its parts was not touched itself.
            let left: BTreeSet<ItemId> = self.backlog.shown().into_iter().map(|item| item.id).collect();
            self.backlog = Backlog::read(&self.db, &self.settings.prefix, time)?;
            left
        } else {
            self.backlog.refresh(&self.db, &ids)?
        };
        let mut changes = ItemChanges::default();
        if all || turned || ids.len() > MANY {
            changes.put = self.backlog.shown();
        }
        let shown: BTreeSet<ItemId> = changes.put.iter().map(|item| item.id).collect();
        for id in affected.difference(&shown) {
            match self.backlog.item(*id) {
                Some(item) => changes.put.push(item),
                None => changes.removed.push(*id),
            }
        }
        Ok(changes)
    }
}

impl Drop for Product {
    fn drop(&mut self) {
        // The log is read again at the next open if it could not be emptied now.
        let _ = store::checkpoint(&self.db);
    }
}

/// Whether a touched row may change what is Done, when, and what has a place in the order.
fn changes_standing(row: &Touched) -> bool {
    let columns = ["\"state", "\"done_on\"", "\"part_of\""];
    let named = |old: &String| columns.iter().any(|column| old.contains(column));
    row.table == "item" && row.old.as_ref().is_none_or(named)
}

/// The items that touched rows belong to.
fn items_of(db: &Connection, touched: &[Touched]) -> Result<BTreeSet<ItemId>> {
    let mut ids = BTreeSet::new();
    for row in touched {
        match row.table.as_str() {
            "item" | "item_text" | "evidence" => ids.extend((row.row..=row.last).map(ItemId)),
            table @ ("label" | "link" | "risk" | "want" | "not_doing" | "example" | "said_back") => {
                let mut now =
                    db.prepare_cached(&format!("SELECT item FROM {table} WHERE id BETWEEN ?1 AND ?2"))?;
                for id in now.query_map([row.row, row.last], |row| row.get::<_, ItemId>(0))? {
                    ids.insert(id?);
                }
                let old =
                    row.old.as_deref().and_then(|old| serde_json::from_str::<serde_json::Value>(old).ok());
                ids.extend(old.and_then(|old| old.get("item")?.as_i64()).map(ItemId));
            }
            _ => {}
        }
    }
    Ok(ids)
}
