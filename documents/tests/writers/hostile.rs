//! Texts that mean something in one format or another come out as texts in all of them.

use crate::{example, run, text, unpacked};
use cairn_core::document::{Block, Column, Document, Fact, Grid, GridCell, GridRow, Section, Tone, Words};
use cairn_documents::{Format, Layout, Paper, write};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use std::collections::BTreeSet;

/// Texts with a meaning in HTML, Markdown, Typst, XML, spreadsheets, terminals or Unicode.
const HOSTILE: &[&str] = &[
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "</title></style></head><body onload=x>",
    "<!-- --><![CDATA[ ]]><?xml ?>",
    "\"><svg onload=alert(1)>",
    "' onmouseover='alert(1)",
    "&lt;b&gt; &amp; &#60; &nbsp; &notit;",
    "&#x26;lt;",
    "javascript:alert(1)",
    "# heading",
    "## two ##",
    "- item",
    "+ item",
    "* item * two *",
    "1. item",
    "2) item",
    "> quote",
    "--- ---",
    "***",
    "===",
    "~~struck~~ ~~~",
    "```code``` ` ``",
    "**strong** __strong__ *soft* _soft_ snake_case_name",
    "[a](https://example.org) [b][c] [d]: x",
    "![image](https://example.org/x.png)",
    "<https://example.org> <a@example.org>",
    "| a | b | \\| \\",
    "\\* \\\\ \\n \\u0041",
    "a  b",
    "- [x] task",
    "#set page(width: 1pt)",
    "#image(\"/etc/passwd\") #import",
    "$x^2 + \\sqrt(2)$ $$",
    "= heading <label> @reference",
    "#eval(\"1+1\") #{ [x] } // comment /* c */",
    "~ -- --- ... ' \" \\",
    "=1+1 =cmd|' /C calc'!A0",
    "@SUM(A1) +1 -1",
    "%s %n {0} ${x} {{x}} <%= x %>",
    "a\u{202e}gnp.exe",
    "a\u{202a}b\u{202b}c\u{202c}d\u{202d}e",
    "a\u{2066}b\u{2067}c\u{2068}d\u{2069}e",
    "left\u{200e}right\u{200f}mark",
    "nul\0bell\u{7}escape\u{1b}[31m\u{9b}0m",
    "line\nnext\r\nthird\ttab\u{2028}four",
    "\u{feff}byte\u{fffe}order\u{ffff}",
    "e\u{301}u\u{308} Ψυχή Жизнь ẞ",
    "日本語 שלום 🎉 👩\u{200d}🚒",
    "z\u{335}\u{321}a\u{300}\u{301}\u{302}lgo",
    "soft\u{ad}hyphen zero\u{200b}width",
    "_x0041_ ]]> %00 %3Cscript%3E",
    "file:///etc/passwd C:\\con \\\\host\\share",
];

/// What of a text may be seen: written apart from the crate, so that both have to agree.
fn expected(text: &str) -> String {
    let text = text.replace("\r\n", " ").replace(['\n', '\t', '\u{2028}'], " ");
    let gone = |letter: char| {
        letter.is_control()
            || "\u{202a}\u{202b}\u{202c}\u{202d}\u{202e}\u{2066}\u{2067}\u{2068}\u{2069}\u{feff}\u{fffe}\u{ffff}"
                .contains(letter)
    };
    text.chars().filter(|letter| !gone(*letter)).collect()
}

/// A document with a hostile text in each field of each section, and what has to be read in it.
fn document() -> (Document, Vec<String>) {
    let mut said = Vec::new();
    let mut sections = Vec::new();
    for (index, hostile) in HOSTILE.iter().enumerate() {
        let mut field = |name: &str| {
            let text = format!("{hostile} {name}{index}");
            said.push(expected(&text));
            text
        };
        let column = Column { head: field("head"), share: 1, end: index % 2 == 0, quiet: false };
        let cell = GridCell {
            words: Words::fixed(field("cell")),
            small: field("small"),
            link: Some((*hostile).to_owned()),
        };
        let row = GridRow { id: Some((*hostile).to_owned()), cells: vec![cell] };
        let blocks = vec![
            Block::Text { words: Words::fixed(field("text")) },
            Block::Heading { words: Words::fixed(field("heading")) },
            Block::Verdict { text: field("verdict"), tone: Tone::Bad },
            Block::Number { value: "7".into(), caption: field("caption") },
            Block::Facts { facts: vec![Fact { label: field("label"), words: Words::fixed(field("fact")) }] },
            Block::Table { table: Grid { name: field("name"), columns: vec![column], rows: vec![row] } },
            Block::Figure { scene: Box::new(example::chart(&field("chart"), &field("sentence"))) },
            Block::Beside { columns: vec![vec![Block::Text { words: Words::fixed(field("beside")) }]] },
            Block::Markdown { words: Words::fixed(format!("{hostile} free{index}")) },
        ];
        sections.push(Section {
            id: (*hostile).to_owned(),
            name: (*hostile).to_owned(),
            label: Some(field("over")),
            title: Words::fixed(field("title")),
            lead: Some(Words::fixed(field("lead"))),
            blocks,
            brief: (index % 3 == 1)
                .then(|| vec![Block::Text { words: Words::fixed(format!("{hostile} brief{index}")) }]),
            notes: format!("{hostile} notes{index}"),
            opening: index == 0,
            half: index % 3 == 0,
        });
    }
    let all = HOSTILE.concat();
    let document = Document {
        title: format!("{all} document"),
        product: format!("{all} product"),
        when: format!("{all} when"),
        footer: format!("{all} footer"),
        sections,
        basis: format!("{all} basis"),
        goes_out: vec![all],
    };
    (document, said)
}

#[test]
fn html_says_hostile_texts_and_has_no_other_elements_for_them() {
    let (document, said) = document();
    let html = text(&document, Format::Html);
    let tree = roxmltree::Document::parse_with_options(
        &html,
        roxmltree::ParsingOptions { allow_dtd: true, ..Default::default() },
    )
    .unwrap();
    let all: String =
        tree.descendants().filter(|node| node.is_text()).filter_map(|node| node.text()).collect();
    for text in said {
        assert!(all.contains(&text), "{text:?}");
    }
    const KNOWN: &[&str] = &[
        "html", "head", "meta", "title", "style", "body", "main", "header", "footer", "section", "h1", "h2",
        "h3", "p", "div", "dl", "dt", "dd", "ul", "ol", "li", "strong", "em", "code", "pre", "a", "br",
        "small", "table", "caption", "colgroup", "col", "thead", "tbody", "tr", "th", "td", "figure",
        "details", "summary", "svg", "desc", "pattern", "path", "rect", "polyline", "polygon", "circle",
        "text",
    ];
    for element in tree.descendants().filter(|node| node.is_element()) {
        let name = element.tag_name().name();
        assert!(KNOWN.contains(&name), "<{name}>");
        for attribute in element.attributes() {
            assert!(!attribute.name().starts_with("on"), "{attribute:?}");
            let local = ["href", "src"].contains(&attribute.name());
            let safe =
                ["https://", "http://", "mailto:"].iter().any(|start| attribute.value().starts_with(start));
            assert!(!local || safe, "{attribute:?}");
        }
    }
    let ids: Vec<&str> = tree.descendants().filter_map(|node| node.attribute("id")).collect();
    assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "an id stands twice");
}

#[test]
fn markdown_says_hostile_texts_and_nothing_in_it_means_anything() {
    let (mut document, said) = document();
    for section in &mut document.sections {
        // Free text has a meaning of its own.
        section.blocks.retain(|block| !matches!(block, Block::Markdown { .. }));
    }
    let markdown = text(&document, Format::Markdown);
    let mut all = String::new();
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_MATH
        | Options::ENABLE_TASKLISTS;
    for event in Parser::new_ext(&markdown, options) {
        match event {
            Event::Text(text) => all.push_str(&text),
            Event::End(TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::TableCell | TagEnd::Item) => {
                all.push('\n')
            }
            Event::SoftBreak | Event::HardBreak => all.push(' '),
            Event::Start(Tag::Link { dest_url, .. }) => {
                let safe = ["https://", "http://", "mailto:"].iter().any(|start| dest_url.starts_with(start));
                assert!(safe, "{dest_url}");
            }
            Event::Start(
                Tag::Paragraph
                | Tag::Heading { .. }
                | Tag::List(None)
                | Tag::Item
                | Tag::Strong
                | Tag::Table(_)
                | Tag::TableHead
                | Tag::TableRow
                | Tag::TableCell,
            )
            | Event::End(_) => {}
            other => panic!("{other:?} after {:?}", all.lines().last()),
        }
    }
    // The name of a table is not written.
    for text in said.iter().filter(|text| !text.contains(" name")) {
        assert!(all.contains(text.trim()), "{text:?}");
    }
}

#[test]
fn slides_say_hostile_texts() {
    let (document, said) = document();
    let parts = unpacked(&write(&document, Format::Slides).unwrap());
    let mut all = String::new();
    for (name, bytes) in &parts {
        if name.ends_with(".xml") || name.ends_with(".rels") || name.ends_with(".svg") {
            let xml = std::str::from_utf8(bytes).unwrap();
            let tree = roxmltree::Document::parse(xml).unwrap_or_else(|error| panic!("{name}: {error}"));
            for node in tree.descendants().filter(|node| node.is_element()) {
                match node.tag_name().name() {
                    "t" | "text" => all.push_str(node.text().unwrap_or_default()),
                    "p" => all.push('\n'),
                    _ => {}
                }
                all.push_str(node.attribute("descr").unwrap_or_default());
            }
        }
    }
    for text in said {
        assert!(all.contains(&text), "{text:?}");
    }
}

#[test]
fn a_pdf_says_hostile_texts() {
    let (document, said) = document();
    // What is said of a chart or a table to those who don't see it is not on the page.
    let said = said.into_iter().filter(|text| !text.contains(" name") && !text.contains(" sentence"));
    says(&document, Layout::Slides, said);
}

#[test]
fn a_printed_page_says_hostile_texts_in_brief() {
    let (document, _) = document();
    let brief = |index: usize| expected(&format!("{} brief{index}", HOSTILE[index]));
    says(&document, Layout::OnePager(Paper::A4), (1..HOSTILE.len()).step_by(3).map(brief));
}

/// Asserts that a PDF is whole and says all texts.
fn says(document: &Document, layout: Layout, said: impl Iterator<Item = String>) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("hostile.pdf");
    std::fs::write(&path, write(document, Format::Pdf(layout)).unwrap()).unwrap();
    run("qpdf", &["--check"], &path);
    let all = String::from_utf8(run("pdftotext", &["-raw", "-"], &path)).unwrap();
    // The tool puts marks around what it takes for text from right to left.
    let all = seen(&all).replace(['\u{202a}', '\u{202b}', '\u{202c}'], "");
    let mut count = 0;
    for text in said {
        if text.contains("\u{300}\u{301}") {
            // The tool leaves out all but one of the accents that stand over each other.
            continue;
        }
        let text = seen(&shown(&text));
        assert!(all.contains(&text), "{text:?}");
        count += 1;
    }
    assert!(count > 10);
}

/// A text without what takes no room on a page, accents as letters of their own.
fn seen(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    let unseen = |letter: char| {
        letter.is_whitespace()
            || matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2069}')
    };
    text.nfd().filter(|letter| !unseen(*letter)).collect()
}

/// A text with what the bundled face can show.
fn shown(text: &str) -> String {
    let face = ttf_parser::Face::parse(include_bytes!("../../fonts/Inter-Regular.ttf"), 0).unwrap();
    let shown = |letter: char| {
        let known = face.glyph_index(letter).is_some() || seen(&letter.to_string()).is_empty();
        if known { letter } else { '□' }
    };
    text.chars().map(shown).collect()
}
