//! The host of products: data folder, recent products, lock, backups, import and export.
//!
//! Window, command line and test host all stand on it; the core knows none of this.

pub mod backups;
pub mod checks;
pub mod documents;
pub mod exchange;
pub mod folder;
pub mod lock;
pub mod progress;
pub mod request;

#[cfg(test)]
mod types;

pub use folder::{Folder, ProductFiles};
pub use lock::Lock;
pub use progress::Progress;

use crate::backups::Occasion;
use crate::request::*;
use cairn_core::call::{self, Reply};
use cairn_core::document::Document;
use cairn_core::forecast::{Assumptions, BacktestScore, backtest_scores};
use cairn_core::report::Report;
use cairn_core::{Edit, Error, Failure, Product, Result, Snapshot};
use chrono::{DateTime, FixedOffset};
use serde::Serialize;
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard};
use std::thread::JoinHandle;

/// A file that a person chose or brought; the page names it by its token, never by a path.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PickedFile {
    /// What the page says to mean this file.
    pub token: u64,
    /// The name to show.
    pub name: String,
    /// Whether it is a product by its ending, or a complete export by its first bytes: to be opened
    /// instead of imported.
    pub product: bool,
}

/// The products of one data folder and the door to them.
pub struct Host {
    desk: Mutex<Desk>,
    /// Of imports. Outside of the desk, so that it can be asked and stopped while the desk is busy.
    progress: Progress,
    /// Of backtests, which run beside whatever else is done at the desk.
    backtesting: Progress,
}

/// What lies open.
struct Desk {
    folder: Folder,
    open: Option<OpenProduct>,
    files: HashMap<u64, PathBuf>,
    next_token: u64,
}

/// The open product. It is closed in this order: its file first, then its lock.
struct OpenProduct {
    id: String,
    files: ProductFiles,
    product: Product,
    /// When a backup was last tried, and whether the product changed since one was made.
    backed_up: DateTime<FixedOffset>,
    changed: bool,
    /// The daily check, while it runs.
    checking: Option<JoinHandle<()>>,
    lock: Lock,
}

impl OpenProduct {
    /// Closes the file and gives the lock back, which is still held.
    fn close(self) -> Lock {
        let Self { product, checking, lock, .. } = self;
        drop(product);
        // The check reads the file; nobody may move it meanwhile. Its panic would be its own matter.
        let _ = checking.map(JoinHandle::join);
        lock
    }
}

/// How the lock names the window to others.
const WHO: &str = "the window of Cairn";

/// An open product is backed up this often while it changes, in minutes.
const BACKUP_EVERY: i64 = 60;

impl Host {
    /// Opens the products of a data folder, which is made if it is missing.
    ///
    /// # Errors
    /// [`Error::Io`] when the folder can't be made.
    pub fn open(data_folder: PathBuf) -> Result<Self> {
        let folder = Folder::at(data_folder)?;
        let desk = Desk { folder, open: None, files: HashMap::new(), next_token: 1 };
        Ok(Self { desk: Mutex::new(desk), progress: Progress::default(), backtesting: Progress::default() })
    }

    /// The private folder of this user.
    pub fn default_data_folder() -> PathBuf {
        Folder::of_user().path().to_owned()
    }

    /// Answers one request of the page, as JSON.
    ///
    /// # Errors
    /// A failure as a person reads it; then nothing was changed.
    pub fn call(
        &self,
        request: serde_json::Value,
        now: DateTime<FixedOffset>,
    ) -> std::result::Result<serde_json::Value, Failure> {
        let internal = |detail: String| Failure {
            code: cairn_core::Code::Internal,
            field: None,
            message: cairn_core::words::tell("error-internal", &[("detail", detail.into())]),
            hint: Some(cairn_core::words::say("error-internal-hint")),
        };
        let request: Request =
            serde_json::from_value(request).map_err(|error| internal(error.to_string()))?;
        let reply = match request {
            Request::Product(request) => serde_json::to_value(self.desk().product_call(request, now)?),
            Request::Host(request) => serde_json::to_value(self.host_call(request, now)?),
        };
        reply.map_err(|error| internal(error.to_string()))
    }

    /// Answers what can be answered while the desk is busy; the rest waits for the desk.
    fn host_call(&self, request: HostRequest, now: DateTime<FixedOffset>) -> Result<HostReply> {
        let progress = |task: &Progress| Ok(HostReply::Progress(task.now()));
        match request {
            HostRequest::Progress => return progress(&self.progress),
            HostRequest::StopImport => {
                self.progress.stop();
                return progress(&self.progress);
            }
            HostRequest::BacktestProgress => return progress(&self.backtesting),
            HostRequest::StopBacktest => {
                self.backtesting.stop();
                return progress(&self.backtesting);
            }
            HostRequest::Backtest { window_weeks, horizons, every } => {
                return self.backtest(window_weeks, &horizons, every).map(HostReply::Backtest);
            }
            HostRequest::Import { .. } => self.progress.begin(),
            // Only what it says is taken from the desk: the product can be used while it is set.
            HostRequest::Pages { report, paper, private_notes } => {
                let document = self.desk().document(&report, private_notes, now)?;
                return Ok(HostReply::Laid(Box::new(documents::lay_out(&document, paper))));
            }
            HostRequest::WriteDocument { target, report, format, private_notes } => {
                let (document, path) = {
                    let mut desk = self.desk();
                    (desk.document(&report, private_notes, now)?, desk.file(target)?.to_owned())
                };
                return documents::write(&document, &path, format).map(HostReply::Written);
            }
            _ => {}
        }
        self.desk().host_call(request, now, &self.progress)
    }

    /// Scores both methods over the product's own past. Only history and calendar are taken from
    /// the desk: the product can be used while they are asked.
    fn backtest(&self, window_weeks: u16, horizons: &[u16], every: u16) -> Result<Vec<BacktestScore>> {
        self.backtesting.begin();
        let window = Assumptions { window_weeks: window_weeks.into(), ..Assumptions::default() };
        let (history, calendar) = {
            let mut desk = self.desk();
            let product = &desk.opened()?.product;
            window.check(product.today())?;
            (product.past()?, product.calendar())
        };
        let watch = |asked, total| self.backtesting.note(asked, total);
        let weeks = usize::from(window_weeks);
        backtest_scores(&history, &calendar, weeks, horizons, usize::from(every), watch)
            .ok_or_else(|| Error::invalid("backtest", "error-backtest-stopped"))
    }

    /// Takes in a file that a person chose to read.
    pub fn admit(&self, path: PathBuf) -> PickedFile {
        self.desk().admit(path)
    }

    /// Takes in a place that a person chose to write to.
    pub fn admit_target(&self, path: PathBuf) -> PickedFile {
        self.desk().admit(path)
    }

    /// Backs up and closes the open product.
    ///
    /// # Errors
    /// What the backup failed with; the product is closed all the same.
    pub fn close(&self, now: DateTime<FixedOffset>) -> Result<()> {
        self.desk().close(now)
    }

    fn desk(&self) -> MutexGuard<'_, Desk> {
        // A panic inside a call has rolled its transaction back; what is in memory is read again.
        self.desk.lock().unwrap_or_else(|poisoned| {
            let mut desk = poisoned.into_inner();
            desk.open = None;
            self.desk.clear_poison();
            desk
        })
    }
}

/// The answer to a [`HostRequest`].
#[derive(Serialize)]
#[serde(untagged)]
enum HostReply {
    Start(Box<Start>),
    Snapshot(Box<Snapshot>),
    Preview(Box<ImportPreview>),
    Imported(Box<ImportDone>),
    Outcome(Box<cairn_core::Outcome>),
    Exported(Exported),
    Progress(TaskProgress),
    Backtest(Vec<BacktestScore>),
    Backups(Backups),
    Readable(Readable),
    Erased(Box<Erased>),
    Laid(Box<Laid>),
    Written(Written),
}

impl Desk {
    fn admit(&mut self, path: PathBuf) -> PickedFile {
        let token = self.next_token;
        self.next_token += 1;
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let product = exchange::is_product(&path);
        self.files.insert(token, path);
        PickedFile { token, name, product }
    }

    fn file(&self, token: u64) -> Result<&Path> {
        self.files
            .get(&token)
            .map(PathBuf::as_path)
            .ok_or_else(|| Error::invalid("file", "error-file-unknown"))
    }

    fn opened(&mut self) -> Result<&mut OpenProduct> {
        self.open.as_mut().ok_or_else(|| Error::invalid("product", "error-no-product"))
    }

    fn document(
        &mut self,
        report: &Report,
        private_notes: bool,
        now: DateTime<FixedOffset>,
    ) -> Result<Document> {
        let request = call::Request::Document { report: report.clone(), private_notes };
        match call::call(&mut self.opened()?.product, request, now)? {
            Reply::Document(document) => Ok(*document),
            _ => Err(Error::invalid("report", "error-internal")),
        }
    }

    fn product_call(&mut self, request: call::Request, now: DateTime<FixedOffset>) -> Result<Reply> {
        let changes =
            matches!(request, call::Request::Apply { .. } | call::Request::Undo | call::Request::Redo);
        let renames = matches!(&request, call::Request::Apply { edit: Edit::ChangeSettings { .. } });
        if matches!(&request, call::Request::Apply { edit } if backups::are_due_before(edit)) {
            self.back_up(Occasion::Deletion, now)?;
        }
        let open = self.opened()?;
        let reply = call::call(&mut open.product, request, now)?;
        open.changed |= changes;
        let is_due = open.changed && (now - open.backed_up).num_minutes() >= BACKUP_EVERY;
        if renames {
            let (id, name) = (open.id.clone(), open.product.settings().name.clone());
            self.folder.note_opened(&id, &name)?;
        }
        if is_due {
            self.try_to_back_up(now);
        }
        Ok(reply)
    }

    fn host_call(
        &mut self,
        request: HostRequest,
        now: DateTime<FixedOffset>,
        progress: &Progress,
    ) -> Result<HostReply> {
        Ok(match request {
            HostRequest::Start => HostReply::Start(Box::new(self.start(now)?)),
            HostRequest::CreateProduct { name } => {
                let id = self.folder.free_id(&name);
                let path = self.folder.product(&id);
                drop(Product::create(&path, &name, now)?);
                HostReply::Snapshot(Box::new(self.open_product(&id, now)?))
            }
            HostRequest::OpenProduct { id } => HostReply::Snapshot(Box::new(self.open_product(&id, now)?)),
            HostRequest::OpenSample => {
                let id = self.folder.free_id("sample");
                Product::sample(now)?.save_copy(&self.folder.product(&id))?;
                HostReply::Snapshot(Box::new(self.open_product(&id, now)?))
            }
            HostRequest::OpenFile { file } => {
                let path = self.file(file)?.to_owned();
                let id = self.adopt(&path, now)?;
                HostReply::Snapshot(Box::new(self.open_product(&id, now)?))
            }
            HostRequest::CloseProduct => {
                self.close(now)?;
                HostReply::Start(Box::new(self.start_closed()))
            }
            HostRequest::PreviewImport { file, options } => {
                let path = self.file(file)?.to_owned();
                let open = self.opened()?;
                HostReply::Preview(Box::new(exchange::preview(&mut open.product, &path, &options, now)?))
            }
            HostRequest::Import { file, options } => {
                let path = self.file(file)?.to_owned();
                self.back_up(Occasion::Import, now)?;
                let open = self.opened()?;
                let done = exchange::import(&mut open.product, &path, &options, now, progress)?;
                open.changed = true;
                HostReply::Imported(Box::new(done))
            }
            // Answered before the desk is asked.
            HostRequest::Progress
            | HostRequest::StopImport
            | HostRequest::BacktestProgress
            | HostRequest::StopBacktest
            | HostRequest::Backtest { .. }
            | HostRequest::Pages { .. }
            | HostRequest::WriteDocument { .. } => HostReply::Progress(progress.now()),
            HostRequest::ImportThroughput { file } => {
                let path = self.file(file)?.to_owned();
                self.back_up(Occasion::Import, now)?;
                let open = self.opened()?;
                let outcome = exchange::import_throughput(&mut open.product, &path, now)?;
                open.changed = true;
                HostReply::Outcome(Box::new(outcome))
            }
            HostRequest::ImportHolidays { file } => {
                let path = self.file(file)?.to_owned();
                let open = self.opened()?;
                let outcome = exchange::import_holidays(&mut open.product, &path, now)?;
                open.changed = true;
                HostReply::Outcome(Box::new(outcome))
            }
            HostRequest::Export { target, format, private_notes } => {
                let path = self.file(target)?.to_owned();
                let open = self.opened()?;
                HostReply::Exported(exchange::export(&open.product, &path, format, private_notes)?)
            }
            HostRequest::ErasePerson { id } => {
                let open = self.opened()?;
                let mentions = open.product.erase(id, now)?;
                open.changed = true;
                let backups = backups::list(&open.files);
                let product = open.product.load(now)?;
                HostReply::Erased(Box::new(Erased { product, mentions, backups }))
            }
            HostRequest::Backups { id } => {
                let files = self.known(&id)?;
                let check = checks::last(&files);
                HostReply::Backups(Backups {
                    backups: backups::list(&files),
                    checked_at: check.as_ref().map(|check| check.at.timestamp_millis()),
                    damaged: check.is_some_and(|check| !check.found.is_empty()),
                })
            }
            HostRequest::Restore { id, backup } => {
                HostReply::Snapshot(Box::new(self.restore(&id, &backup, now)?))
            }
            HostRequest::Readable { id } => {
                let product = Product::salvage(&self.known(&id)?.product, now)?;
                HostReply::Readable(Readable { items: product.filter_all("")?.len() })
            }
            HostRequest::ExportReadable { id, target } => {
                let path = self.file(target)?.to_owned();
                let product = Product::salvage(&self.known(&id)?.product, now)?;
                HostReply::Exported(exchange::export(&product, &path, ExportFormat::Csv, false)?)
            }
        })
    }

    /// The first answer: the product open now, or the one opened last.
    fn start(&mut self, now: DateTime<FixedOffset>) -> Result<Start> {
        let mut start = self.start_closed();
        if self.open.is_none()
            && let Some(id) = self.folder.last()
            && let Err(error) = self.open_product(&id, now)
        {
            start.failure = Some(error.into());
            start.unopened = Some(id);
        }
        start.products = self.folder.products();
        if let Some(open) = &mut self.open {
            start.current = Some(open.id.clone());
            start.snapshot = Some(open.product.load(now)?);
            let found = checks::last(&open.files).and_then(|check| check.found.into_iter().next());
            start.failure =
                found.map(|detail| Error::Damaged { path: open.files.product.clone(), detail }.into());
        }
        Ok(start)
    }

    fn start_closed(&self) -> Start {
        Start {
            version: env!("CARGO_PKG_VERSION").to_owned(),
            words: cairn_core::words::ENGLISH.to_owned(),
            products: self.folder.products(),
            current: None,
            snapshot: None,
            failure: None,
            unopened: None,
        }
    }

    fn open_product(&mut self, id: &str, now: DateTime<FixedOffset>) -> Result<Snapshot> {
        let files = self.known(id)?;
        if let Some(open) = self.open.as_mut().filter(|open| open.id == id) {
            return open.product.load(now);
        }
        let lock = Lock::take(&files.product, WHO)?;
        let mut product = Product::open(&files.product, now).map_err(|error| self.lost(id, error))?;
        backups::take_in_migration(&files, now)?;
        let snapshot = product.load(now)?;
        let changed = !backups::is_current(&product, &files)?;
        // Only now that the new one is open: one that fails to open leaves the other as it was.
        self.close(now)?;
        self.folder.note_opened(id, &snapshot.settings.name)?;
        let checking = checks::is_due(&files, now).then(|| {
            let files = files.clone();
            // What it finds is noted; that it could not look is seen by the age of the note.
            std::thread::spawn(move || drop(checks::check(&files, now)))
        });
        let id = id.to_owned();
        self.open = Some(OpenProduct { id, files, product, backed_up: now, changed, checking, lock });
        if changed {
            self.try_to_back_up(now);
        }
        Ok(snapshot)
    }

    /// The files of a product of this folder, even if its own is gone.
    fn known(&self, id: &str) -> Result<ProductFiles> {
        if self.folder.products().iter().any(|product| product.id == id) {
            return Ok(self.folder.files(id));
        }
        Err(Error::not_found("error-product-unknown", "name", id))
    }

    /// Says of a product that was opened before that its file is gone or damaged, where one never
    /// seen would only not be there or not be a product.
    fn lost(&self, id: &str, error: Error) -> Error {
        match error {
            Error::NotFound { .. } => Error::Missing { path: self.folder.product(id) },
            Error::NotAProduct { path } if self.folder.knows(id) => {
                Error::Damaged { path, detail: "its header is not that of a product".into() }
            }
            other => other,
        }
    }

    /// Puts a backup in the place of a product and opens it. Its lock is held all the while.
    fn restore(&mut self, id: &str, backup: &str, now: DateTime<FixedOffset>) -> Result<Snapshot> {
        let files = self.known(id)?;
        let lock = match self.open.take_if(|open| open.id == id) {
            Some(open) => open.close(),
            None => Lock::take(&files.product, WHO)?,
        };
        let restored = backups::restore(&files, backup, now);
        drop(lock);
        // In any case: where the restore was refused, the product is opened again as it was.
        let opened = self.open_product(id, now);
        restored.and(opened)
    }

    /// Takes a file from outside in as a product: a private copy of the main file alone, checked
    /// before it is given a name.
    fn adopt(&mut self, path: &Path, now: DateTime<FixedOffset>) -> Result<String> {
        let metadata = std::fs::symlink_metadata(path).map_err(|error| Error::io(path, error))?;
        if !metadata.is_file() {
            return Err(Error::NotAProduct { path: path.to_owned() });
        }
        if metadata.len() > cairn_core::LARGEST {
            return Err(Error::invalid_with(
                "path",
                "error-file-too-large",
                [("path", path.display().to_string())],
            ));
        }
        let private = self.folder.path().join(format!("adopt-{}.part", std::process::id()));
        let adopted = (|| {
            if path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("json")) {
                let json = std::fs::read(path).map_err(|error| Error::io(path, error))?;
                Product::of_json(&json, path, now)?.save_copy(&private)?;
            } else {
                std::fs::copy(path, &private).map_err(|error| Error::io(path, error))?;
            }
            let mut product = Product::open(&private, now).map_err(|error| named(error, path))?;
            // All of it is read once, so that nothing in it fails later.
            let read = product.load(now).and_then(|_| product.history(None, None, u32::MAX));
            let found = read.and_then(|_| product.check()).map_err(|error| named(error, path))?;
            if let Some(detail) = found.into_iter().next() {
                return Err(Error::Damaged { path: path.to_owned(), detail });
            }
            let id = self.folder.free_id(&product.settings().name);
            product.save_copy(&self.folder.product(&id))?;
            Ok(id)
        })();
        for suffix in ["", "-wal", "-shm"] {
            let mut name = private.clone().into_os_string();
            name.push(suffix);
            // What is left of the private copy is harmless.
            let _ = std::fs::remove_file(name);
        }
        adopted
    }

    fn back_up(&mut self, occasion: Occasion, now: DateTime<FixedOffset>) -> Result<()> {
        let Some(open) = &mut self.open else { return Ok(()) };
        open.backed_up = now;
        backups::back_up(&open.product, &open.files, occasion, now)?;
        open.changed = false;
        Ok(())
    }

    /// Backs up where nothing waits for it: what a person asked for has been done, and the window
    /// shows how old the last backup is. It is tried again within the hour.
    fn try_to_back_up(&mut self, now: DateTime<FixedOffset>) {
        let _ = self.back_up(Occasion::Routine, now);
    }

    fn close(&mut self, now: DateTime<FixedOffset>) -> Result<()> {
        let changed = self.open.as_ref().is_some_and(|open| open.changed);
        let saved = if changed { self.back_up(Occasion::Routine, now) } else { Ok(()) };
        drop(self.open.take().map(OpenProduct::close));
        saved
    }
}

/// Says the name of the file a person chose instead of that of its private copy.
fn named(error: Error, path: &Path) -> Error {
    match error {
        Error::NotAProduct { .. } => Error::NotAProduct { path: path.to_owned() },
        Error::Damaged { detail, .. } => Error::Damaged { path: path.to_owned(), detail },
        Error::Database(found) => Error::Damaged { path: path.to_owned(), detail: found.to_string() },
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    fn now() -> DateTime<FixedOffset> {
        "2026-11-26T09:42:00+01:00".parse().unwrap()
    }

    fn ask(host: &Host, request: Value) -> Value {
        host.call(request, now()).unwrap()
    }

    #[test]
    fn the_sample_opens_and_is_there_at_the_next_start() {
        let folder = tempfile::tempdir().unwrap();
        let host = Host::open(folder.path().to_owned()).unwrap();
        let snapshot = ask(&host, json!({ "type": "openSample" }));
        assert_eq!(snapshot["settings"]["name"], "Lendwell");
        host.close(now()).unwrap();
        let host = Host::open(folder.path().to_owned()).unwrap();
        let start = ask(&host, json!({ "type": "start" }));
        assert_eq!(start["current"], "sample");
        assert_eq!(start["snapshot"]["items"], snapshot["items"]);
    }

    #[test]
    fn a_file_that_is_no_product_leaves_the_open_one_open() {
        let folder = tempfile::tempdir().unwrap();
        let host = Host::open(folder.path().to_owned()).unwrap();
        ask(&host, json!({ "type": "createProduct", "name": "Mine" }));
        let text = folder.path().join("notes.cairn");
        std::fs::write(&text, "not a product").unwrap();
        let file = host.admit(text).token;
        let failure = host.call(json!({ "type": "openFile", "file": file }), now()).unwrap_err();
        assert_eq!(failure.code, cairn_core::Code::NotAProduct);
        assert_eq!(ask(&host, json!({ "type": "load" }))["settings"]["name"], "Mine");
    }

    #[test]
    fn an_import_that_is_stopped_half_way_changes_nothing() {
        let now = now();
        let mut product = Product::sample(now).unwrap();
        let before = product.tables().unwrap();
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("many.csv");
        let rows: String = (0..5_000).map(|row| format!("X-{row},Item {row},Done\n")).collect();
        std::fs::write(&file, format!("ID,Title,State\n{rows}")).unwrap();
        for stop_at in [0, 600, 2_000, 4_800] {
            let read = exchange::read(&file, &ImportOptions::default(), now).unwrap();
            let mut watch = |done, _| done < stop_at;
            let stopped = product.import(&read.backlog, now, &mut watch).err().unwrap();
            assert!(matches!(stopped, Error::Invalid { key: "import-cancelled", .. }), "{stopped}");
            assert_eq!(product.tables().unwrap(), before, "stopped at {stop_at}");
        }
        let progress = Progress::default();
        progress.stop();
        let options = ImportOptions::default();
        assert!(exchange::import(&mut product, &file, &options, now, &progress).is_err());
        progress.begin();
        let done = exchange::import(&mut product, &file, &options, now, &progress).unwrap();
        assert_eq!(done.counts.added, 5_000);
        product.undo(now).unwrap();
        assert_eq!(product.items().iter().filter(|item| item.position.is_some()).count(), 44);
    }

    #[test]
    fn a_saved_copy_and_a_complete_export_come_back_as_products_of_their_own() {
        let folder = tempfile::tempdir().unwrap();
        let host = Host::open(folder.path().to_owned()).unwrap();
        for (count, format, name) in [(1, "copy", "copy.cairn"), (2, "json", "whole.json")] {
            let sample = ask(&host, json!({ "type": "openSample" }));
            let target = host.admit_target(folder.path().join(name));
            ask(&host, json!({ "type": "export", "target": target.token, "format": format }));
            let file = host.admit(folder.path().join(name));
            assert!(file.product, "{name}");
            let snapshot = ask(&host, json!({ "type": "openFile", "file": file.token }));
            assert_eq!(snapshot["items"], sample["items"], "{name}");
            let start = ask(&host, json!({ "type": "start" }));
            assert_eq!(snapshot["settings"]["name"], "Lendwell", "{name}");
            assert_eq!(start["products"].as_array().unwrap().len(), 2 * count, "{name}");
        }
    }

    #[test]
    fn a_list_in_json_is_no_product() {
        let folder = tempfile::tempdir().unwrap();
        let host = Host::open(folder.path().to_owned()).unwrap();
        for (name, text) in [("items.json", "[{\"format\":\"cairn\"}]"), ("x.csv", "{\"format\":\"cairn\"}")]
        {
            std::fs::write(folder.path().join(name), text).unwrap();
            assert!(!host.admit(folder.path().join(name)).product, "{name}");
        }
        assert!(!host.admit(folder.path().join("gone.json")).product);
    }

    #[test]
    fn the_days_of_a_calendar_file_are_closed_in_one_step_and_not_twice() {
        let folder = tempfile::tempdir().unwrap();
        let host = Host::open(folder.path().to_owned()).unwrap();
        ask(&host, json!({ "type": "createProduct", "name": "Mine" }));
        let event = |day: u32, name: &str| {
            format!("BEGIN:VEVENT\nDTSTART;VALUE=DATE:202612{day}\nSUMMARY:{name}\nEND:VEVENT\n")
        };
        let bring = |text: &str| {
            std::fs::write(folder.path().join("h.ics"), text).unwrap();
            let file = host.admit(folder.path().join("h.ics")).token;
            host.call(json!({ "type": "importHolidays", "file": file }), now())
        };
        let events = event(25, "Christmas") + &event(26, "Boxing Day");
        let calendar = format!("BEGIN:VCALENDAR\n{events}END:VCALENDAR\n");
        let outcome = bring(&calendar).unwrap();
        assert_eq!(outcome["changes"]["closedDays"].as_array().unwrap().len(), 2);
        assert_eq!(outcome["done"]["text"], "Closed: Christmas and one more");
        assert_eq!(bring(&calendar).unwrap()["done"], Value::Null);
        let failure = bring("a letter").unwrap_err();
        assert!(failure.message.contains("Nothing was changed") && failure.hint.is_some(), "{failure:?}");
        ask(&host, json!({ "type": "undo" }));
        assert_eq!(ask(&host, json!({ "type": "load" }))["closedDays"], json!([]));
    }

    #[test]
    fn a_backtest_scores_the_past_of_the_product_and_can_be_stopped() {
        let folder = tempfile::tempdir().unwrap();
        let host = Host::open(folder.path().to_owned()).unwrap();
        let backtest =
            |weeks: u16| json!({ "type": "backtest", "windowWeeks": weeks, "horizons": [2, 4], "every": 1 });
        assert_eq!(failure(&host, backtest(8)).code, cairn_core::Code::Invalid, "no product is open");
        ask(&host, json!({ "type": "openSample" }));
        assert_eq!(failure(&host, backtest(0)).field.as_deref(), Some("windowWeeks"));
        let scores = ask(&host, backtest(8));
        let scores = scores.as_array().unwrap();
        assert_eq!(scores.len(), 4);
        assert!(scores.iter().all(|score| score["count"].as_u64() > Some(3)), "{scores:?}");
        assert_eq!(ask(&host, json!({ "type": "backtestProgress" }))["thousandths"], 1_000);

        // Stopped while it waits for the desk: what was asked for before is not undone by it.
        let desk = host.desk();
        std::thread::scope(|scope| {
            let running = scope.spawn(|| host.call(backtest(8), now()));
            while ask(&host, json!({ "type": "backtestProgress" }))["thousandths"] != 0 {
                std::thread::yield_now();
            }
            ask(&host, json!({ "type": "stopBacktest" }));
            drop(desk);
            assert_eq!(running.join().unwrap().unwrap_err().field.as_deref(), Some("backtest"));
        });
    }

    fn failure(host: &Host, request: Value) -> Failure {
        host.call(request, now()).unwrap_err()
    }

    /// A folder with the product "mine" of one item, which was closed and backed up.
    fn with_a_product() -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        let host = Host::open(folder.path().to_owned()).unwrap();
        ask(&host, json!({ "type": "createProduct", "name": "Mine" }));
        let items =
            json!([{ "title": "Water the beds", "kind": "", "labels": [], "wantedBy": [], "body": "" }]);
        let edit = json!({ "type": "addItems", "items": items, "place": { "type": "bottom" } });
        ask(&host, json!({ "type": "apply", "edit": edit }));
        host.close(now()).unwrap();
        folder
    }

    #[test]
    fn a_product_whose_file_is_damaged_or_gone_says_so_and_comes_back() {
        for damage in [Some("not a product"), Some(""), None] {
            let folder = with_a_product();
            let file = folder.path().join("products/mine.cairn");
            match damage {
                Some(text) => std::fs::write(&file, text).unwrap(),
                None => std::fs::remove_file(&file).unwrap(),
            }
            let code = if damage.is_some() { "damaged" } else { "missing" };
            let host = Host::open(folder.path().to_owned()).unwrap();
            let start = ask(&host, json!({ "type": "start" }));
            assert_eq!((&start["failure"]["code"], &start["unopened"]), (&json!(code), &json!("mine")));
            assert_eq!((&start["snapshot"], &start["products"][0]["name"]), (&Value::Null, &json!("Mine")));
            assert_eq!(json!(failure(&host, json!({ "type": "openProduct", "id": "mine" })).code), code);

            ask(&host, json!({ "type": "createProduct", "name": "Mine" }));
            assert_eq!(
                ask(&host, json!({ "type": "start" }))["current"],
                "mine-2",
                "no new one in its place"
            );

            let known = ask(&host, json!({ "type": "backups", "id": "mine" }));
            let newest = &known["backups"][0];
            assert_eq!((&newest["items"], &newest["sound"]), (&json!(1), &json!(true)));
            let restore = json!({ "type": "restore", "id": "mine", "backup": newest["name"] });
            assert_eq!(ask(&host, restore)["items"][0]["title"], "Water the beds");
            // Its log goes with it, where somebody still held it open.
            let aside = std::fs::read_dir(folder.path().join("quarantine")).unwrap();
            let aside = aside.filter(|file| {
                file.as_ref().unwrap().path().extension().is_some_and(|ending| ending == "cairn")
            });
            assert_eq!(aside.count(), usize::from(damage.is_some()));
        }
    }

    #[test]
    fn a_restore_that_is_refused_leaves_the_open_product_open() {
        let folder = with_a_product();
        let host = Host::open(folder.path().to_owned()).unwrap();
        ask(&host, json!({ "type": "start" }));
        failure(&host, json!({ "type": "restore", "id": "mine", "backup": "2020-01-01-000000" }));
        failure(&host, json!({ "type": "restore", "id": "../mine", "backup": "2020-01-01-000000" }));
        assert_eq!(ask(&host, json!({ "type": "load" }))["items"].as_array().unwrap().len(), 1);
    }

    #[test]
    fn what_is_before_and_after_the_damage_can_be_written_out() {
        let folder = with_a_product();
        let file = folder.path().join("products/mine.cairn");
        let host = Host::open(folder.path().to_owned()).unwrap();
        ask(&host, json!({ "type": "start" }));
        let items: Vec<Value> = (0..2_000)
            .map(|at| json!({ "title": format!("Bed {at}"), "kind": "", "labels": [], "wantedBy": [], "body": "" }))
            .collect();
        let edit = json!({ "type": "addItems", "items": items, "place": { "type": "bottom" } });
        ask(&host, json!({ "type": "apply", "edit": edit }));
        host.close(now()).unwrap();
        // A page in the middle of the titles.
        let mut bytes = std::fs::read(&file).unwrap();
        let at = bytes.windows(8).position(|text| text == b"Bed 1000").unwrap() / 4096 * 4096;
        bytes[at..at + 4096].fill(0x5a);
        std::fs::write(&file, &bytes).unwrap();
        assert_eq!(
            failure(&host, json!({ "type": "openProduct", "id": "mine" })).code,
            cairn_core::Code::Damaged
        );

        let items = ask(&host, json!({ "type": "readable", "id": "mine" }))["items"].as_u64().unwrap();
        assert!((1_800..2_001).contains(&items), "{items}");
        let target = host.admit_target(folder.path().join("out.csv")).token;
        let written = ask(&host, json!({ "type": "exportReadable", "id": "mine", "target": target }));
        assert_eq!(written["items"], items);
        let text = std::fs::read_to_string(folder.path().join("out.csv")).unwrap();
        assert!(text.contains("Water the beds") && text.contains("Bed 1999"));
        assert_eq!(std::fs::read(&file).unwrap(), bytes, "the damaged file is as it was");
    }

    #[test]
    fn a_product_that_changed_without_a_backup_gets_one_when_it_is_opened() {
        let folder = with_a_product();
        let files = Folder::at(folder.path().to_owned()).unwrap().files("mine");
        let before = backups::list(&files).len();
        let mut product = Product::open(&files.product, now()).unwrap();
        product.undo(now()).unwrap();
        drop(product);
        let host = Host::open(folder.path().to_owned()).unwrap();
        ask(&host, json!({ "type": "start" }));
        host.close(now()).unwrap();
        assert_eq!(backups::list(&files).len(), before + 1);
        ask(&host, json!({ "type": "start" }));
        assert_eq!(backups::list(&files).len(), before + 1, "it is current now");
    }

    #[test]
    fn the_check_of_the_day_is_noted_and_its_findings_are_told() {
        let folder = with_a_product();
        let files = Folder::at(folder.path().to_owned()).unwrap().files("mine");
        assert_eq!(checks::last(&files).unwrap().found, Vec::<String>::new());
        assert!(!checks::is_due(&files, now()) && checks::is_due(&files, now() + chrono::TimeDelta::days(1)));
        checks::note(&files, &checks::Check { at: now(), found: vec!["page 7".into()] }).unwrap();
        let host = Host::open(folder.path().to_owned()).unwrap();
        let start = ask(&host, json!({ "type": "start" }));
        assert_eq!((&start["current"], &start["failure"]["code"]), (&json!("mine"), &json!("damaged")));
        assert_eq!(ask(&host, json!({ "type": "backups", "id": "mine" }))["damaged"], true);
    }
}
