//! Which product is meant, what time it is, and how the product is opened.

use crate::answer::{Stop, Told};
use cairn_core::{Error, Product, Result, words};
use cairn_host::{Folder, Lock, ProductFiles, backups};
use chrono::{DateTime, FixedOffset, Local, NaiveDate};
use std::path::{Path, PathBuf};

/// How the lock names this program to others.
const WHO: &str = "the command line";

/// The surroundings of one call.
pub struct Desk {
    /// The product file that was named, if one was.
    pub named: Option<PathBuf>,
    /// The moment of the call, in the offset of this place.
    pub now: DateTime<FixedOffset>,
}

/// A product open to write; its file is closed before its lock.
pub struct Held {
    /// The product.
    pub product: Product,
    _lock: Lock,
}

impl Desk {
    /// Looks at the clock once. `CAIRN_NOW` (RFC 3339) stands for it, for tests.
    ///
    /// # Errors
    /// Usage, when `CAIRN_NOW` is no moment.
    pub fn new(named: Option<PathBuf>) -> Told<Self> {
        let now = match std::env::var("CAIRN_NOW") {
            Ok(text) => DateTime::parse_from_rfc3339(&text)
                .map_err(|_| Stop::Usage(words::tell("cli-now", &[("text", text.into())])))?,
            Err(_) => Local::now().fixed_offset(),
        };
        Ok(Self { named, now })
    }

    /// Today, here.
    pub fn today(&self) -> NaiveDate {
        self.now.date_naive()
    }

    /// The file of the product that is meant.
    ///
    /// # Errors
    /// [`Error::Invalid`] when none is named and none was opened before.
    pub fn path(&self) -> Result<PathBuf> {
        if let Some(path) = &self.named {
            return Ok(path.clone());
        }
        let folder = Folder::of_user();
        folder
            .last()
            .map(|id| folder.product(&id))
            .ok_or_else(|| Error::invalid("product", "cli-error-no-product"))
    }

    /// The file of the product that is meant, and what keeps it safe.
    ///
    /// # Errors
    /// As [`Desk::path`].
    pub fn files(&self) -> Result<ProductFiles> {
        Ok(Folder::of_user().files_of(&self.path()?))
    }

    /// Opens the product to read; another process may have it open.
    ///
    /// # Errors
    /// Those of [`Product::open_to_read`].
    pub fn read(&self) -> Result<Product> {
        Product::open_to_read(&self.path()?, self.now)
    }

    /// Opens the product to write, with its lock.
    ///
    /// # Errors
    /// [`Error::AlreadyOpen`], and those of [`Product::open`].
    pub fn write(&self) -> Result<Held> {
        let path = self.path()?;
        // What is no product gets no lock beside it.
        if !path.is_file() || !is_product(&path) {
            return Ok(Held { product: Product::open(&path, self.now)?, _lock: Lock::take(&path, WHO)? });
        }
        let lock = Lock::take(&path, WHO)?;
        let product = Product::open(&path, self.now)?;
        backups::take_in_migration(&self.files()?, self.now)?;
        Ok(Held { product, _lock: lock })
    }

    /// Takes the lock of the product, whose file may be damaged or gone.
    ///
    /// # Errors
    /// [`Error::AlreadyOpen`].
    pub fn lock(&self) -> Result<Lock> {
        Lock::take(&self.path()?, WHO)
    }

    /// Tries something on a private copy of the product, which is thrown away.
    ///
    /// # Errors
    /// Whatever `work` fails with, or the copy.
    pub fn on_a_copy<T>(&self, product: &Product, work: impl FnOnce(&mut Product) -> Result<T>) -> Result<T> {
        let io = |error| Error::io(std::env::temp_dir(), error);
        let folder = tempfile::tempdir().map_err(io)?;
        let path = folder.path().join("copy.cairn");
        product.save_copy(&path)?;
        let done = work(&mut Product::open(&path, self.now)?);
        folder.close().map_err(io)?;
        done
    }
}

/// Whether the header of a file names it a product; the core looks closer when it opens it.
fn is_product(path: &Path) -> bool {
    use std::io::Read;
    let mut header = [0; 100];
    let read = std::fs::File::open(path).and_then(|mut file| file.read_exact(&mut header));
    read.is_ok()
        && header.starts_with(b"SQLite format 3\0")
        && header.get(68..72) == Some(cairn_core::APPLICATION_ID.to_be_bytes().as_slice())
}
