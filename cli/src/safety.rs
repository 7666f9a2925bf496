//! The backups of a product, and putting one of them back.

use crate::answer::{Answer, Column, Told, plain, table};
use crate::args;
use crate::desk::Desk;
use cairn_core::words::{say, tell};
use cairn_core::{Error, Product};
use cairn_host::backups::{self, Backup, Occasion};
use chrono::{DateTime, SecondsFormat};
use serde::Serialize;

/// A backup in JSON.
#[derive(Debug, Serialize)]
struct Shown {
    name: String,
    at: Option<String>,
    bytes: u64,
    items: Option<usize>,
    before: Option<&'static str>,
    sound: bool,
}

impl Shown {
    fn of(backup: Backup, desk: &Desk) -> Self {
        let at = DateTime::from_timestamp_millis(backup.at);
        let at = at.map(|at| at.with_timezone(desk.now.offset()).to_rfc3339_opts(SecondsFormat::Secs, true));
        let before = match backup.occasion {
            Some(Occasion::Migration) => Some("migration"),
            Some(Occasion::Import) => Some("import"),
            Some(Occasion::Deletion) => Some("deletion"),
            Some(Occasion::Restore) => Some("restore"),
            Some(Occasion::Routine) | None => None,
        };
        let Backup { name, bytes, items, sound, .. } = backup;
        Self { name, at, bytes, items, before, sound }
    }

    fn row(&self) -> Vec<String> {
        let items = self.items.map(|items| tell("backup-items", &[("count", items.into())]));
        let occasion = self.before.map(|before| say(&format!("backup-before-{before}")));
        let unsound = (!self.sound).then(|| say("backup-unsound"));
        vec![
            self.name.clone(),
            items.unwrap_or_default(),
            tell("backup-size", &[("kilobytes", self.bytes.div_ceil(1024).into())]),
            unsound.or(occasion).unwrap_or_default(),
        ]
    }
}

/// `backups`: newest first.
pub fn backups(desk: &Desk) -> Told {
    let shown: Vec<Shown> =
        backups::list(&desk.files()?).into_iter().map(|backup| Shown::of(backup, desk)).collect();
    let columns = [Column::Left, Column::Right, Column::Right, Column::Left];
    let text = if shown.is_empty() {
        format!("{}\n", say("backup-none"))
    } else {
        table(&columns, &shown.iter().map(Shown::row).collect::<Vec<_>>())
    };
    Ok(Answer::new(&shown, text))
}

/// What was restored, in JSON.
#[derive(Debug, Serialize)]
struct Restored {
    product: String,
    backup: String,
    items: usize,
}

/// `restore`: a backup in the place of the product.
pub fn restore(desk: &Desk, arguments: args::Restore) -> Told {
    let files = desk.files()?;
    if !backups::any(&files) {
        // Without a backup there is nothing to lock beside it either.
        return Err(Error::not_found("error-backup-unknown", "name", arguments.backup).into());
    }
    let _lock = desk.lock()?;
    backups::restore(&files, &arguments.backup, desk.now)?;
    let items = Product::open_to_read(&files.product, desk.now)?.filter_all("")?.len();
    let text = tell("cli-restored", &[("name", plain(&arguments.backup).into()), ("items", items.into())]);
    let product = files.product.display().to_string();
    Ok(Answer::new(&Restored { product, backup: arguments.backup, items }, format!("{text}\n")))
}
