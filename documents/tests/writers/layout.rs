//! What stands where: nothing leaves its page, nothing is laid over anything else, nothing is lost.

use crate::{LAYOUTS, example};
use cairn_core::Product;
use cairn_core::document::{Block, Document, Section, Words};
use cairn_core::report::Report;
use cairn_documents::{Layout, Page, Piece, Placed, Purpose, pages};

/// Documents from ordinary to far too long.
pub fn documents() -> Vec<(&'static str, Document)> {
    let mut long = example::pack(6);
    let title = "Reserve and collect any item at any of our branches without help ".repeat(31);
    let unbroken = "W".repeat(2_000);
    for (index, section) in long.sections.iter_mut().enumerate() {
        let text = if index % 2 == 0 { &title } else { &unbroken };
        section.title = Words::fixed(text);
        section.lead = Some(Words::fixed(text));
        section.label = Some(text.clone());
        lengthen(&mut section.blocks, text);
    }
    for text in [&mut long.title, &mut long.product, &mut long.when, &mut long.footer, &mut long.basis] {
        *text = title.clone();
    }
    let mut prose = example::pack(1);
    let list: String = (1..200).map(|number| format!("{number}. Something that was said in week {number}, at some length, so that it takes more than one line of the page it stands on\n")).collect();
    let paragraphs = "A paragraph that goes on. ".repeat(300);
    prose.sections = vec![Section {
        blocks: vec![
            Block::Markdown {
                words: Words::fixed(format!("# One\n\n{list}\n\n## Two\n\n{paragraphs}\n\nend")),
            },
            Block::Beside {
                columns: vec![
                    vec![Block::Text { words: Words::fixed(&paragraphs) }],
                    vec![Block::Markdown { words: Words::fixed(&list) }],
                ],
            },
        ],
        ..example::done(0)
    }];
    let empty = Document { sections: Vec::new(), ..example::pack(1) };
    vec![
        ("pack of 8", example::pack(8)),
        ("pack of 30", example::pack(30)),
        ("pack of 300", example::pack(300)),
        ("titles of 2,000 letters", long),
        ("long free text", prose),
        ("no sections", empty),
    ]
}

fn lengthen(blocks: &mut [Block], text: &str) {
    for block in blocks {
        match block {
            Block::Text { words } | Block::Heading { words } => *words = Words::fixed(text),
            Block::Verdict { text: said, .. } => *said = text.to_owned(),
            Block::Number { value, caption } => (*value, *caption) = (text.to_owned(), text.to_owned()),
            Block::Facts { facts } => facts.iter_mut().for_each(|fact| {
                fact.label = text.to_owned();
                fact.words = Words::fixed(text);
            }),
            Block::Table { table } => {
                table.columns.iter_mut().for_each(|column| column.head = text.to_owned());
                for cell in table.rows.iter_mut().flat_map(|row| &mut row.cells) {
                    (cell.words, cell.small) = (Words::fixed(text), text.to_owned());
                }
            }
            Block::Beside { columns } => columns.iter_mut().for_each(|column| lengthen(column, text)),
            Block::Markdown { .. } | Block::Figure { .. } => {}
        }
    }
}

/// Whether two boxes share more than an edge.
fn overlap(one: &Placed, other: &Placed) -> bool {
    const EDGE: f64 = 0.1;
    one.x + EDGE < other.x + other.width
        && other.x + EDGE < one.x + one.width
        && one.y + EDGE < other.y + other.height
        && other.y + EDGE < one.y + one.height
}

#[test]
fn nothing_leaves_its_page_and_nothing_is_laid_over_anything_else() {
    for (name, document) in documents() {
        for layout in LAYOUTS {
            for (number, page) in pages(&document, layout).iter().enumerate() {
                let side = if layout == Layout::Slides { 60.0 } else { 54.0 };
                for (index, placed) in page.boxes.iter().enumerate() {
                    let Placed { x, y, width, height, .. } = placed;
                    let inside = *x >= side - 0.1
                        && x + width <= page.width - side + 0.1
                        && *y >= 42.0
                        && y + height <= page.height - 20.0;
                    assert!(inside, "{name}, {layout:?}, page {number}: {x} {y} {width} {height}");
                    for other in &page.boxes[index + 1..] {
                        assert!(
                            !overlap(placed, other),
                            "{name}, {layout:?}, page {number}:\n{placed:?}\n{other:?}"
                        );
                    }
                }
            }
        }
    }
}

/// All texts of a page, in reading order.
pub fn texts(page: &Page) -> String {
    let mut all = String::new();
    for placed in &page.boxes {
        let lines: Vec<_> = match &placed.piece {
            Piece::Text { passage } => {
                all.extend(passage.paragraphs.iter().filter_map(|paragraph| paragraph.marker.as_deref()));
                passage.paragraphs.iter().flat_map(|paragraph| &paragraph.lines).collect()
            }
            Piece::Chip { text, .. } => {
                all.push_str(text);
                Vec::new()
            }
            Piece::Table { table } => {
                let heads = table.columns.iter().flat_map(|column| &column.head);
                let cells = table.rows.iter().flat_map(|row| &row.cells);
                heads.chain(cells.flat_map(|cell| cell.lines.iter().chain(&cell.small))).collect()
            }
            Piece::Figure { scene, .. } => {
                for mark in &scene.marks {
                    if let cairn_charts::Mark::Text { text, .. } = mark {
                        all.push_str(text);
                    }
                }
                Vec::new()
            }
            Piece::Rule { .. } => Vec::new(),
        };
        lines.iter().for_each(|line| all.extend(line.iter().map(|run| run.text.as_str())));
        all.push('\n');
    }
    all
}

#[test]
fn each_review_of_the_sample_is_printed_on_one_page_with_all_its_sections() {
    let now = chrono::DateTime::parse_from_rfc3339("2026-11-26T09:42:00+01:00").unwrap();
    let product = Product::sample(now).unwrap();
    assert!(product.sprints().len() > 10);
    for sprint in product.sprints() {
        let document = product.document(&Report::Review { sprint: sprint.id }, false).unwrap();
        for layout in &LAYOUTS[1..] {
            let pages = pages(&document, *layout);
            assert_eq!(pages.len(), 1, "Sprint {}, {layout:?}", sprint.fields.number);
            let all = texts(&pages[0]).replace(char::is_whitespace, "");
            for section in &document.sections {
                let title = section.title.text.replace(char::is_whitespace, "");
                assert!(all.contains(&title), "Sprint {}: {title}", sprint.fields.number);
            }
        }
    }
}

#[test]
fn every_row_of_a_long_table_stands_on_one_page_with_its_head() {
    for layout in LAYOUTS {
        let mut ids = Vec::new();
        let document = Document { sections: vec![example::done(300)], ..example::pack(1) };
        for page in pages(&document, layout) {
            for placed in &page.boxes {
                if let Piece::Table { table } = &placed.piece {
                    assert!(table.head_height > 0.0);
                    ids.extend(table.rows.iter().filter_map(|row| row.id.clone()));
                }
            }
        }
        let expected: Vec<String> = (0..300).map(|index| format!("item {index}")).collect();
        assert_eq!(ids, expected);
    }
}

#[test]
fn free_text_is_whole_over_all_its_pages() {
    let (_, document) = documents().into_iter().find(|(name, _)| *name == "long free text").unwrap();
    for layout in LAYOUTS {
        let all: String = pages(&document, layout).iter().map(texts).collect();
        // Between two words of a sentence there may be the end of a page.
        assert_eq!(all.matches("paragraph").count(), 600, "{layout:?}");
        assert_eq!(all.matches("Something").count(), 2 * 199, "{layout:?}");
    }
}

#[test]
fn a_section_that_goes_on_says_so_and_counts_its_pages() {
    let pages = pages(&example::pack(30), Layout::Slides);
    let done: Vec<&Page> = pages.iter().filter(|page| page.section == 1).collect();
    assert!(done.len() > 1);
    for (index, page) in done.iter().enumerate() {
        assert_eq!((page.part, page.parts), (index + 1, done.len()));
        assert_eq!(texts(page).contains("continued"), index > 0);
        let titles = page.boxes.iter().filter(
            |placed| matches!(&placed.piece, Piece::Text { passage } if passage.purpose == Purpose::Title),
        );
        assert_eq!(titles.count(), 1);
    }
}

#[test]
fn a_title_that_is_too_long_is_shortened_where_it_has_a_place_and_whole_where_it_flows() {
    use cairn_documents::{Format, write};
    let (_, document) = documents().into_iter().find(|(name, _)| name.starts_with("titles")).unwrap();
    assert!(texts(&pages(&document, Layout::Slides)[0]).contains('…'));
    for format in [Format::Html, Format::Markdown] {
        let text = String::from_utf8(write(&document, format).unwrap()).unwrap();
        assert!(text.contains(&"W".repeat(2_000)) && !text.contains('…'), "{format:?}");
    }
}

#[test]
fn texts_that_can_be_edited_keep_what_they_are_kept_under() {
    let pages = pages(&example::pack(30), Layout::Slides);
    let keys: Vec<String> = pages
        .iter()
        .flat_map(|page| &page.boxes)
        .filter_map(|placed| match &placed.piece {
            Piece::Text { passage } => passage.words.clone()?.key,
            _ => None,
        })
        .collect();
    assert_eq!(keys.iter().filter(|key| *key == "done.title").count(), 1);
}
