//! One process writes a product at a time.

use cairn_core::{Error, Result};
use std::fs::{File, TryLockError};
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

/// The right to write a product, held until it is dropped or the process ends.
#[derive(Debug)]
pub struct Lock {
    _file: File,
}

impl Lock {
    /// Takes the lock of a product file; `who` is what others are told.
    ///
    /// # Errors
    /// [`Error::AlreadyOpen`] with what the holder wrote.
    pub fn take(product: &Path, who: &str) -> Result<Self> {
        let path = beside(product);
        let mut file = File::options()
            .read(true)
            .write(true)
            .create(true)
            .truncate(false)
            .open(&path)
            .map_err(|error| Error::io(&path, error))?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                let mut holder = String::new();
                // Some systems do not let others read a locked file.
                let _ = file.read_to_string(&mut holder);
                let holder = if holder.trim().is_empty() { "another program".into() } else { holder };
                return Err(Error::AlreadyOpen { holder });
            }
            Err(TryLockError::Error(error)) => return Err(Error::io(&path, error)),
        }
        let mut note = || -> std::io::Result<()> {
            file.set_len(0)?;
            write!(file, "{who}, process {}", std::process::id())?;
            file.flush()
        };
        note().map_err(|error| Error::io(&path, error))?;
        Ok(Self { _file: file })
    }
}

fn beside(product: &Path) -> PathBuf {
    let mut name = product.file_name().unwrap_or_default().to_owned();
    name.push(".lock");
    product.with_file_name(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_holder_is_told_who_has_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("p.cairn");
        let first = Lock::take(&path, "the window").unwrap();
        match Lock::take(&path, "cairn") {
            Err(Error::AlreadyOpen { holder }) => assert!(holder.starts_with("the window") || cfg!(windows)),
            other => panic!("{other:?}"),
        }
        drop(first);
        Lock::take(&path, "cairn").unwrap();
    }
}
