//! The data folder: products, the list of recent ones, backups, quarantine.

use crate::backups;
use crate::request::ProductRef;
use cairn_core::{Error, Result};
use serde::{Deserialize, Serialize};
use std::fs;
use std::path::{Path, PathBuf};

/// The private folder in which the products of the window live.
#[derive(Debug, Clone)]
pub struct Folder(PathBuf);

/// Where one product lies, and what keeps it safe.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProductFiles {
    /// The product.
    pub product: PathBuf,
    /// The folder of its backups.
    pub backups: PathBuf,
    /// The folder of what was replaced; nothing in it is ever deleted.
    pub quarantine: PathBuf,
}

impl ProductFiles {
    /// The files of a product that is used in place: its backups lie beside it.
    pub fn beside(product: &Path) -> Self {
        let mut name = product.file_name().unwrap_or_default().to_owned();
        name.push(".backups");
        let backups = product.with_file_name(name);
        Self { product: product.to_owned(), quarantine: backups.join("quarantine"), backups }
    }
}

/// A line of the recent list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Recent {
    id: String,
    name: String,
}

impl Folder {
    /// The folder of this user: `CAIRN_DATA` if set, else the system's place for private data.
    pub fn of_user() -> Self {
        let set = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
        let home = || set("HOME").or_else(|| set("USERPROFILE")).unwrap_or_default();
        let folder = set("CAIRN_DATA").unwrap_or_else(|| {
            if cfg!(target_os = "macos") {
                home().join("Library/Application Support/Cairn")
            } else if cfg!(windows) {
                set("LOCALAPPDATA").unwrap_or_else(home).join("Cairn")
            } else {
                set("XDG_DATA_HOME").unwrap_or_else(|| home().join(".local/share")).join("cairn")
            }
        });
        Self(folder)
    }

    /// A folder at a path; it is made if it is missing, for this user alone.
    ///
    /// # Errors
    /// [`Error::Io`] when it can't be made.
    pub fn at(path: PathBuf) -> Result<Self> {
        for folder in [path.clone(), path.join("products"), path.join("backups"), path.join("quarantine")] {
            make_private(&folder)?;
        }
        Ok(Self(path))
    }

    /// The path.
    pub fn path(&self) -> &Path {
        &self.0
    }

    /// The file of a product.
    pub fn product(&self, id: &str) -> PathBuf {
        self.0.join("products").join(format!("{id}.cairn"))
    }

    /// The file of a product and what keeps it safe.
    pub fn files(&self, id: &str) -> ProductFiles {
        ProductFiles {
            product: self.product(id),
            backups: self.0.join("backups").join(id),
            quarantine: self.0.join("quarantine"),
        }
    }

    /// As [`Folder::files`], of a product file in this folder or elsewhere.
    pub fn files_of(&self, product: &Path) -> ProductFiles {
        let here = product.parent().and_then(|parent| parent.canonicalize().ok());
        let own = self.0.join("products").canonicalize().ok();
        match product.file_stem().and_then(|stem| stem.to_str()) {
            Some(id) if own.is_some() && own == here => self.files(id),
            _ => ProductFiles::beside(product),
        }
    }

    /// Whether a product of this id was there before, even if its file is gone.
    pub fn knows(&self, id: &str) -> bool {
        self.recent().iter().any(|recent| recent.id == id) || backups::any(&self.files(id))
    }

    /// A file name for a product that none has or had, made from letters and digits of its name: a new
    /// product never takes the place of one whose file is gone.
    pub fn free_id(&self, name: &str) -> String {
        let mut stem: String = name
            .to_lowercase()
            .chars()
            .map(|letter| if letter.is_ascii_alphanumeric() { letter } else { '-' })
            .collect::<String>()
            .split('-')
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join("-");
        stem.truncate(40);
        if stem.is_empty() {
            stem = "product".into();
        }
        let mut id = stem.clone();
        let mut number = 2;
        while self.product(&id).exists() || self.knows(&id) {
            id = format!("{stem}-{number}");
            number += 1;
        }
        id
    }

    /// Products, last opened first, even those whose file is gone; then those that no list names.
    pub fn products(&self) -> Vec<ProductRef> {
        let mut products: Vec<ProductRef> =
            self.recent().into_iter().map(|recent| ProductRef { id: recent.id, name: recent.name }).collect();
        let mut others: Vec<String> = fs::read_dir(self.0.join("products"))
            .into_iter()
            .flatten()
            .flatten()
            .filter_map(|entry| {
                let path = entry.path();
                let is_product = path.extension().is_some_and(|extension| extension == "cairn");
                let stem = path.file_stem()?.to_str()?.to_owned();
                (is_product && !products.iter().any(|known| known.id == stem)).then_some(stem)
            })
            .collect();
        others.sort();
        products.extend(others.into_iter().map(|id| ProductRef { name: id.clone(), id }));
        products
    }

    /// The product opened last.
    pub fn last(&self) -> Option<String> {
        self.recent().into_iter().next().map(|recent| recent.id)
    }

    /// Takes note that a product was opened.
    ///
    /// # Errors
    /// [`Error::Io`] when the list can't be written.
    pub fn note_opened(&self, id: &str, name: &str) -> Result<()> {
        let mut recent = self.recent();
        recent.retain(|other| other.id != id);
        recent.insert(0, Recent { id: id.into(), name: name.into() });
        let path = self.0.join("recent.json");
        let text = serde_json::to_string_pretty(&recent).unwrap_or_default();
        write_whole(&path, text.as_bytes())
    }

    fn recent(&self) -> Vec<Recent> {
        fs::read(self.0.join("recent.json"))
            .ok()
            .and_then(|bytes| serde_json::from_slice(&bytes).ok())
            .unwrap_or_default()
    }
}

/// Makes a folder that only this user can look into.
pub(crate) fn make_private(folder: &Path) -> Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder).map_err(|error| Error::io(folder, error))
}

/// Writes a file so that it is there whole or not at all.
///
/// # Errors
/// [`Error::Io`] or [`Error::Full`]; then the file is as it was.
pub fn write_whole(path: &Path, bytes: &[u8]) -> Result<()> {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(format!(".{}.part", std::process::id()));
    let temporary = path.with_file_name(name);
    let write = || -> std::io::Result<()> {
        fs::write(&temporary, bytes)?;
        fs::File::options().write(true).open(&temporary)?.sync_all()?;
        fs::rename(&temporary, path)
    };
    write().map_err(|error| {
        // Half a file is worth nothing; whether it could be removed does not change the answer.
        let _ = fs::remove_file(&temporary);
        Error::io(path, error)
    })
}
