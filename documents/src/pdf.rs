//! Pages as PDF/UA-1, set by Typst. The template gets all content as data.

use crate::pages::{self, Layout, Page, Piece};
use crate::text::{self, Glyph};
use crate::{Error, Result};
use cairn_charts::Role;
use cairn_core::document::Document;
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;
use std::sync::LazyLock;
use typst::comemo;
use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration, Smart};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

/// Results of earlier documents that are kept to set the next one faster.
const REMEMBERED: usize = 8;

static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| LazyHash::new(Library::default()));

static FONTS: LazyLock<Vec<Font>> =
    LazyLock::new(|| text::FONTS.iter().flat_map(|font| Font::iter(Bytes::new(*font))).collect());

static BOOK: LazyLock<LazyHash<FontBook>> =
    LazyLock::new(|| LazyHash::new(FontBook::from_fonts(FONTS.iter())));

/// Writes a document, which is clean, as PDF.
pub(crate) fn pdf(document: &Document, layout: Layout) -> Result<Vec<u8>> {
    let pages = pages::lay_out(document, layout);
    let desk = Desk::new(document, &pages, layout)?;
    let set = typst::compile::<PagedDocument>(&desk).output;
    let standards = PdfStandards::new(&[PdfStandard::Ua_1]);
    let options = PdfOptions {
        creator: Smart::Custom(Some("Cairn".to_owned())),
        standards: standards.map_err(|error| Error::Typesetting(error.message().to_string()))?,
        ..PdfOptions::default()
    };
    let written = set.and_then(|set| typst_pdf::pdf(&set, &options));
    comemo::evict(REMEMBERED);
    written.map_err(|errors| Error::Typesetting(told(&errors)))
}

/// Returns the characters of a document, which is clean, that no bundled face has.
pub(crate) fn unshown(document: &Document, layout: Layout) -> BTreeSet<char> {
    let mut figures = Vec::new();
    let pages = pages::lay_out(document, layout);
    let data: Vec<String> = pages.iter().map(|page| page_data(page, &mut figures).to_string()).collect();
    let letters = data.iter().chain(&figures).flat_map(|text| text.chars());
    letters.filter(|letter| *letter != '\n' && matches!(text::glyph(*letter), Glyph::Unknown)).collect()
}

fn told(errors: &[SourceDiagnostic]) -> String {
    errors.iter().map(|error| error.message.as_str()).collect::<Vec<_>>().join("; ")
}

/// What Typst may read: the template, the pages as data, the figures and the bundled faces.
struct Desk {
    template: Source,
    files: Vec<(FileId, Bytes)>,
}

impl Desk {
    fn new(document: &Document, pages: &[Page], layout: Layout) -> Result<Self> {
        let mut files = Vec::new();
        let mut figures = Vec::new();
        let mut data = Vec::new();
        for page in pages {
            data.push(page_data(page, &mut figures));
        }
        for (index, svg) in figures.into_iter().enumerate() {
            files.push((file(&figure_name(index))?, Bytes::from_string(shown(&svg))));
        }
        let colours: Map<String, Value> =
            Role::ALL.iter().map(|role| (role.token().to_owned(), role.light().into())).collect();
        let mut pack = json!({
            // A slide is 960 points wide, a printed page is measured in CSS pixels of 96 an inch.
            "unit": if layout == Layout::Slides { 1.0 } else { 0.75 },
            "title": if document.title.is_empty() { "Cairn" } else { document.title.as_str() },
            "colours": colours,
            "pages": data,
        });
        show_all(&mut pack);
        files.push((file("pack.json")?, Bytes::from_string(pack.to_string())));
        let template = Source::new(file("pack.typ")?, include_str!("pack.typ").to_owned());
        Ok(Self { template, files })
    }
}

fn figure_name(index: usize) -> String {
    format!("figure-{index}.svg")
}

fn file(name: &str) -> Result<FileId> {
    let path = VirtualPath::new(name).map_err(|error| Error::Typesetting(error.to_string()))?;
    Ok(RootedPath::new(VirtualRoot::Project, path).intern())
}

/// A page as the template reads it: figures stand in files of their own.
fn page_data(page: &Page, figures: &mut Vec<String>) -> Value {
    let boxes = page.boxes.iter().map(|placed| {
        let piece = match &placed.piece {
            Piece::Figure { scene, .. } => {
                figures.push(cairn_charts::svg(scene));
                let said = if scene.sentence.is_empty() { &scene.title } else { &scene.sentence };
                json!({ "type": "figure", "file": figure_name(figures.len() - 1), "sentence": said })
            }
            other => json!(other),
        };
        json!({ "x": placed.x, "y": placed.y, "width": placed.width, "height": placed.height, "piece": piece })
    });
    let boxes: Vec<Value> = boxes.collect();
    json!({ "width": page.width, "height": page.height, "boxes": boxes })
}

/// What stands for a character that no bundled face has: an accessible PDF holds no empty glyphs.
const UNKNOWN: char = '□';

/// Replaces characters that no bundled face has, and leaves out those that are never seen.
fn shown(text: &str) -> String {
    let stands_for = |letter| match text::glyph(letter) {
        Glyph::Known => Some(letter),
        Glyph::Unseen => None,
        Glyph::Unknown => Some(UNKNOWN),
    };
    text.chars().filter_map(|letter| if letter == '\n' { Some(letter) } else { stands_for(letter) }).collect()
}

fn show_all(value: &mut Value) {
    match value {
        Value::String(text) => *text = shown(text),
        Value::Array(values) => values.iter_mut().for_each(show_all),
        Value::Object(fields) => fields.values_mut().for_each(show_all),
        _ => {}
    }
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &BOOK
    }

    fn main(&self) -> FileId {
        self.template.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.template.id() { Ok(self.template.clone()) } else { Err(FileError::NotSource) }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let found = self.files.iter().find(|(file, _)| *file == id);
        found.map(|(_, bytes)| bytes.clone()).ok_or(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        FONTS.get(index).cloned()
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}
