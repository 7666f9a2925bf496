//! How long a pack of 30 items takes in each format, after the first: `cargo bench -p cairn-documents`.

#[path = "../tests/writers/example.rs"]
mod example;

use cairn_core::document::{Block, Document};
use cairn_documents::{Format, Layout, Paper, pages, write};
use divan::Bencher;

fn main() {
    divan::main();
}

/// Writes a pack whose titles were never seen before: nothing of the last one may help but the fonts.
fn fresh(bencher: Bencher, format: Format) {
    let mut count = 0;
    drop(write(&example::pack(30), format));
    let document = || {
        count += 1;
        let mut document = example::pack(30);
        document.footer = format!("Lendwell, Sprint {count} Review");
        for block in document.sections.iter_mut().flat_map(|section| &mut section.blocks) {
            if let Block::Table { table } = block {
                table.rows.iter_mut().for_each(|row| row.cells[1].words.text.push_str(&format!(" {count}")));
            }
        }
        document
    };
    bencher.with_inputs(document).bench_local_values(|document: Document| write(&document, format));
}

#[divan::bench]
fn pdf_slides(bencher: Bencher) {
    fresh(bencher, Format::Pdf(Layout::Slides));
}

#[divan::bench]
fn pdf_one_pager(bencher: Bencher) {
    fresh(bencher, Format::Pdf(Layout::OnePager(Paper::A4)));
}

#[divan::bench]
fn html(bencher: Bencher) {
    fresh(bencher, Format::Html);
}

#[divan::bench]
fn markdown(bencher: Bencher) {
    fresh(bencher, Format::Markdown);
}

#[divan::bench]
fn slides(bencher: Bencher) {
    fresh(bencher, Format::Slides);
}

#[divan::bench]
fn layout(bencher: Bencher) {
    let document = example::pack(30);
    bencher.bench_local(|| pages(&document, Layout::Slides));
}
