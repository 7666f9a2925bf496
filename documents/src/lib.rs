//! Writes documents: as PDF, one HTML file, Markdown or PowerPoint, all offline.
//!
//! There is one model, `cairn_core::document::Document`, and one door, [`write`]. PDF and slides
//! are made from the same [`pages`], which the window shows too, so all of them break alike; HTML
//! and Markdown flow. Every text is cleaned once on its way in and is never markup on its way out.
//!
//! Start with `pages.rs`, which decides what stands where; the writers only translate. The heavy
//! crates are behind the features `pdf` and `slides`.

mod clean;
mod html;
mod markdown;
mod markup;
mod pages;
#[cfg(feature = "pdf")]
mod pdf;
mod prose;
#[cfg(feature = "slides")]
mod slides;
mod text;

pub use pages::{
    Layout, Page, PageCell, PageColumn, PageParagraph, PageRow, PageTable, Paper, Passage, Piece, Placed,
    Purpose, pages,
};
pub use prose::Run;
pub use text::{Line, Style};

use cairn_core::document::Document;
use std::collections::BTreeSet;

/// What a document is written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// PDF/UA-1 on pages of this layout.
    Pdf(Layout),
    /// One HTML file without script.
    Html,
    /// Markdown.
    Markdown,
    /// PowerPoint, with real text and tables.
    Slides,
}

/// Why a document could not be written. Nothing was written then.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// This program was built without the writer of this format.
    #[error("built without the writer of {0:?}")]
    LeftOut(Format),
    /// A page could not be set or drawn: a defect of Cairn.
    #[error("typesetting: {0}")]
    Typesetting(String),
}

/// The result of writing.
pub type Result<T> = std::result::Result<T, Error>;

/// Writes a document.
///
/// # Errors
///
/// [`Error::LeftOut`] where the format's feature is off, [`Error::Typesetting`] for a defect.
pub fn write(document: &Document, format: Format) -> Result<Vec<u8>> {
    let document = &clean::cleaned(document);
    match format {
        Format::Html => Ok(html::html(document).into_bytes()),
        Format::Markdown => Ok(markdown::markdown(document).into_bytes()),
        #[cfg(feature = "pdf")]
        Format::Pdf(layout) => pdf::pdf(document, layout),
        #[cfg(feature = "slides")]
        Format::Slides => slides::slides(document),
        #[allow(unreachable_patterns)]
        left_out => Err(Error::LeftOut(left_out)),
    }
}

/// Characters of a document that a format can't show, since the bundled faces lack them: a PDF has a
/// box in their place, the other formats keep them.
#[cfg_attr(not(feature = "pdf"), allow(unused_variables, reason = "only a PDF lacks letters"))]
pub fn unshown(document: &Document, format: Format) -> BTreeSet<char> {
    match format {
        #[cfg(feature = "pdf")]
        Format::Pdf(layout) => pdf::unshown(&clean::cleaned(document), layout),
        _ => BTreeSet::new(),
    }
}
