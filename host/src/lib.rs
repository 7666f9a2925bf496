//! The host of products: data folder, recent products, lock, import and export.
//!
//! Window, command line and test host all stand on it.

pub mod request;

#[cfg(test)]
mod types;
