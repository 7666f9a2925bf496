//! Documents over an open product: laid out to look at, or written to a file.

use crate::folder::write_whole;
use crate::request::{DocumentFormat, Laid, LaidSection, Paper, Written};
use cairn_core::document::Document;
use cairn_core::words::tell;
use cairn_core::{Error, Result};
use cairn_documents::{Format, Layout};
use std::path::Path;

/// How many characters a sentence names that can't be shown.
const MOST_NAMED: usize = 8;

/// Lays a document out on pages.
pub fn lay_out(document: &Document, paper: Option<Paper>) -> Laid {
    let section = |section: &cairn_core::document::Section| LaidSection {
        id: section.id.clone(),
        name: section.name.clone(),
    };
    Laid {
        title: document.title.clone(),
        when: document.when.clone(),
        goes_out: document.goes_out.clone(),
        sections: document.sections.iter().map(section).collect(),
        pages: cairn_documents::pages(document, layout(paper)),
    }
}

/// Writes a document to a file, whole or not at all.
///
/// # Errors
/// [`Error::Io`] and [`Error::Full`] for the place; [`Error::Invalid`] for a format this program was
/// built without. A file of that name is then as it was.
pub fn write(document: &Document, path: &Path, format: DocumentFormat) -> Result<Written> {
    let format = match format {
        DocumentFormat::Pdf { paper } => Format::Pdf(layout(paper)),
        DocumentFormat::Html => Format::Html,
        DocumentFormat::Markdown => Format::Markdown,
        DocumentFormat::Slides => Format::Slides,
    };
    write_whole(path, &bytes(document, format)?)?;
    let unshown = cairn_documents::unshown(document, format);
    let note = (!unshown.is_empty()).then(|| {
        let some: Vec<String> = unshown.iter().take(MOST_NAMED).map(char::to_string).collect();
        tell("document-unshown", &[("count", unshown.len().into()), ("letters", some.join(" ").into())])
    });
    Ok(Written { file: crate::exchange::file_name(path), note })
}

/// Writes a document as Markdown.
///
/// # Errors
/// [`Error::Invalid`] where it can't be set: a defect of Cairn.
pub fn markdown(document: &Document) -> Result<String> {
    Ok(String::from_utf8_lossy(&bytes(document, Format::Markdown)?).into_owned())
}

fn bytes(document: &Document, format: Format) -> Result<Vec<u8>> {
    cairn_documents::write(document, format).map_err(|error| match error {
        cairn_documents::Error::LeftOut(_) => Error::invalid("format", "error-document-left-out"),
        cairn_documents::Error::Typesetting(detail) => {
            Error::invalid_with("format", "error-document", [("detail", detail)])
        }
    })
}

fn layout(paper: Option<Paper>) -> Layout {
    match paper {
        None => Layout::Slides,
        Some(Paper::A4) => Layout::OnePager(cairn_documents::Paper::A4),
        Some(Paper::Letter) => Layout::OnePager(cairn_documents::Paper::Letter),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use cairn_core::Product;
    use cairn_core::report::{Cut, Report};

    #[test]
    fn a_document_that_can_not_be_written_leaves_what_was_there_and_nothing_half() {
        let now = "2026-11-26T09:42:00+01:00".parse().unwrap();
        let product = Product::sample(now).unwrap();
        let report = Report::Backlog { cut: Cut::Customers };
        let document = product.document(&report, false).unwrap();
        let folder = tempfile::tempdir().unwrap();
        let gone = folder.path().join("gone/backlog.html");
        let refused = write(&document, &gone, DocumentFormat::Html).unwrap_err();
        assert!(matches!(refused, Error::Io { .. }), "{refused:?}");
        // A folder stands where the file should be.
        let taken = folder.path().join("taken.html");
        std::fs::create_dir(&taken).unwrap();
        write(&document, &taken, DocumentFormat::Html).unwrap_err();
        let names: Vec<_> =
            std::fs::read_dir(folder.path()).unwrap().map(|one| one.unwrap().path()).collect();
        assert_eq!(names, std::slice::from_ref(&taken));
        std::fs::remove_dir(&taken).unwrap();
        write(&document, &taken, DocumentFormat::Html).unwrap();
        assert!(std::fs::read_to_string(&taken).unwrap().trim_end().ends_with("</html>"));
    }
}
