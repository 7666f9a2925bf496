//! PDFs as other programs see them: pages, words with their places, ink.

use crate::layout::{documents, texts};
use crate::{LAYOUTS, example, run};
use cairn_core::document::Document;
use cairn_documents::{Format, Layout, Paper, pages, unshown, write};
use std::collections::BTreeMap;

/// A word and its box, in points.
struct Word {
    text: String,
    left: f64,
    top: f64,
    right: f64,
    bottom: f64,
}

/// The words of each page.
fn words(path: &std::path::Path) -> Vec<Vec<Word>> {
    let xml = String::from_utf8(run("pdftotext", &["-bbox", "-"], path)).unwrap();
    let mut pages = Vec::new();
    for line in xml.lines() {
        if line.trim_start().starts_with("<page ") {
            pages.push(Vec::new());
        }
        let Some(rest) = line.trim_start().strip_prefix("<word ") else { continue };
        let side = |name: &str| -> f64 {
            let value = rest.split_once(&format!("{name}=\"")).unwrap().1;
            value.split('"').next().unwrap().parse().unwrap()
        };
        let text = rest.split_once('>').unwrap().1.trim_end_matches("</word>").to_owned();
        let word =
            Word { text, left: side("xMin"), top: side("yMin"), right: side("xMax"), bottom: side("yMax") };
        pages.last_mut().unwrap().push(word);
    }
    pages
}

/// How often each letter stands in a text, spaces aside.
fn letters(text: &str) -> BTreeMap<char, usize> {
    let mut counts = BTreeMap::new();
    for letter in text.chars().filter(|letter| !letter.is_whitespace()) {
        *counts.entry(letter).or_default() += 1;
    }
    counts
}

#[test]
fn a_pdf_has_the_pages_that_were_laid_out_with_their_texts_inside_the_margins() {
    let folder = tempfile::tempdir().unwrap();
    for (name, document) in documents() {
        for layout in LAYOUTS {
            let laid_out = pages(&document, layout);
            // The other paper differs by its size alone.
            let again = layout == Layout::OnePager(Paper::Letter) && name != "pack of 30";
            if laid_out.is_empty() || again {
                continue;
            }
            let path = folder.path().join("document.pdf");
            std::fs::write(&path, write(&document, Format::Pdf(layout)).unwrap()).unwrap();
            run("qpdf", &["--check"], &path);
            let unit = if layout == Layout::Slides { 1.0 } else { 0.75 };
            let words = words(&path);
            assert_eq!(words.len(), laid_out.len(), "{name}, {layout:?}");
            let entities = |text: &str| {
                let pairs = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&")];
                pairs.iter().fold(text.to_owned(), |text, (entity, letter)| text.replace(entity, letter))
            };
            for (number, (page, words)) in laid_out.iter().zip(&words).enumerate() {
                let at = format!("{name}, {layout:?}, page {}", number + 1);
                let said: String = words.iter().map(|word| entities(&word.text)).collect();
                assert_eq!(letters(&said), letters(&texts(page)), "{at}");
                let side = if layout == Layout::Slides { 60.0 } else { 54.0 } * unit;
                for (index, word) in words.iter().enumerate() {
                    let inside = word.left >= side - 1.0
                        && word.right <= page.width * unit - side + 1.0
                        && word.top >= 30.0
                        && word.bottom <= page.height * unit - 12.0;
                    assert!(inside, "{at}: {:?} {} {}", word.text, word.left, word.right);
                    // Boxes of words are as high as their face, which is more than their line needs.
                    let high = (word.bottom - word.top) * 0.25;
                    for other in &words[index + 1..] {
                        let apart = word.right <= other.left + 0.5
                            || other.right <= word.left + 0.5
                            || word.bottom - high <= other.top + high
                            || other.bottom - high <= word.top + high;
                        assert!(apart, "{at}: {:?} over {:?}", word.text, other.text);
                    }
                }
            }
        }
    }
}

#[test]
fn ink_stays_inside_the_margins_of_every_page() {
    let folder = tempfile::tempdir().unwrap();
    for layout in LAYOUTS {
        let document = example::pack(30);
        let path = folder.path().join("document.pdf");
        std::fs::write(&path, write(&document, Format::Pdf(layout)).unwrap()).unwrap();
        for number in 1..=pages(&document, layout).len() {
            let number = number.to_string();
            // 72 pixels an inch: a pixel a point.
            let picture = run("pdftoppm", &["-gray", "-r", "72", "-f", &number, "-l", &number], &path);
            let (width, height, pixels) = grey(&picture);
            let margin = 38;
            let ink = |x: usize, y: usize| pixels[y * width + x] < 250;
            let inked =
                (0..height).flat_map(|y| (0..width).map(move |x| (x, y))).filter(|(x, y)| ink(*x, *y));
            let mut any = false;
            for (x, y) in inked {
                any = true;
                let inside = x >= margin && x < width - margin && y >= 20 && y < height - 12;
                assert!(inside, "{layout:?}, page {number}: ink at {x} {y}");
            }
            assert!(any, "{layout:?}, page {number} is blank");
        }
    }
}

/// Width, height and pixels of a picture in the PGM format.
fn grey(picture: &[u8]) -> (usize, usize, &[u8]) {
    let mut fields = picture.splitn(4, |byte| byte.is_ascii_whitespace());
    assert_eq!(fields.next(), Some(&b"P5"[..]));
    let mut number = || std::str::from_utf8(fields.next().unwrap()).unwrap().parse::<usize>().unwrap();
    let (width, height) = (number(), number());
    let pixels = &picture[picture.len() - width * height..];
    (width, height, pixels)
}

#[test]
fn a_pdf_says_its_title_its_language_and_that_it_is_accessible() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("document.pdf");
    std::fs::write(&path, write(&example::pack(8), Format::Pdf(Layout::Slides)).unwrap()).unwrap();
    let info = String::from_utf8(run("pdfinfo", &[], &path)).unwrap();
    assert!(info.contains("Title:           Sprint 15 Review"), "{info}");
    assert!(info.contains("Tagged:          yes"), "{info}");
    let structure = String::from_utf8(run("pdfinfo", &["-struct-text"], &path)).unwrap();
    for tag in ["H1", "H2", "Table", "TH", "TD", "Figure", "LI", "Link"] {
        assert!(structure.lines().any(|line| line.trim_start().starts_with(tag)), "{tag}:\n{structure}");
    }
    let bytes = std::fs::read(&path).unwrap();
    let said = |text: &str| bytes.windows(text.len()).any(|window| window == text.as_bytes());
    assert!(said("/Lang") && said("<pdfuaid:part>1</pdfuaid:part>"));
}

#[test]
fn a_document_gives_the_same_pdf_each_time() {
    let document = example::pack(8);
    let write = || write(&document, Format::Pdf(Layout::Slides)).unwrap();
    assert!(write() == write());
}

#[test]
fn characters_that_the_faces_lack_are_named_for_a_pdf_alone() {
    let document = Document { title: "Ω Ж é 日本 日 😀".into(), ..example::pack(8) };
    for layout in LAYOUTS {
        let letters: String = unshown(&document, Format::Pdf(layout)).into_iter().collect();
        assert_eq!(letters, "日本😀", "{layout:?}");
        assert!(unshown(&example::pack(8), Format::Pdf(layout)).is_empty());
    }
    for format in [Format::Html, Format::Markdown, Format::Slides] {
        assert!(unshown(&document, format).is_empty());
    }
}
