//! Documents as Review packs are: for tests and benchmarks.

use cairn_charts::{Anchor, Mark, Role, Scene, Stroke, Table, Weight};
use cairn_core::document::{Block, Column, Document, Fact, Grid, GridCell, GridRow, Section, Tone, Words};

const TITLES: [&str; 8] = [
    "Show me where I stand in the queue",
    "Hold expires after seven days and the next reader is told",
    "Tell the reader when the item is ready to collect",
    "Choose the pick-up branch when reserving",
    "Two desks confirm at once and both get the hold (fixed)",
    "Phone number of the branch on every hold",
    "Sort the waiting list by date",
    "Confirm an e-mail address only once",
];

/// A Review pack with so many Done items.
pub fn pack(items: usize) -> Document {
    Document {
        title: "Sprint 15 Review".into(),
        product: "Lendwell, lending app of the Calder Valley libraries".into(),
        when: "Fri 4 Dec 2026, 14:00, Hebden branch and call".into(),
        footer: "Lendwell, Sprint 15 Review".into(),
        sections: vec![goal(), done(items), not_done(), progress(), forecast(), next(), questions()],
        basis:
            "Computed from the throughput of the last 16 weeks, scope growth 2 to 26%, closed 21 Dec to 1 Jan"
                .into(),
        goes_out: vec!["Names of 9 people.".into()],
    }
}

fn section(id: &str, title: &str, lead: &str, blocks: Vec<Block>) -> Section {
    Section {
        id: id.into(),
        name: title.into(),
        label: None,
        title: Words { key: Some(format!("{id}.title")), ..Words::fixed(title) },
        lead: (!lead.is_empty()).then(|| Words::fixed(lead)),
        blocks,
        brief: None,
        notes: String::new(),
        opening: false,
        half: false,
    }
}

fn goal() -> Section {
    let blocks = vec![
        Block::Verdict { text: "reached".into(), tone: Tone::Good },
        Block::Text {
            words: Words::fixed("8 items Done, 1 not. Please try it yourself: the tablet is on the table."),
        },
    ];
    Section {
        label: Some("Sprint Goal".into()),
        opening: true,
        ..section("goal", "A reader always knows where a hold stands and when it ends.", "", blocks)
    }
}

fn column(head: &str, share: u16, end: bool, quiet: bool) -> Column {
    Column { head: head.into(), share, end, quiet }
}

fn row(id: usize, cells: &[&str]) -> GridRow {
    let cells = cells.iter().map(|cell| GridCell::fixed(*cell)).collect();
    GridRow { id: Some(format!("item {id}")), cells }
}

fn table(name: &str, columns: Vec<Column>, rows: Vec<GridRow>) -> Block {
    Block::Table { table: Grid { name: name.into(), columns, rows } }
}

/// The table of what is Done, also used with many more rows than fit on a page.
pub fn done(items: usize) -> Section {
    let columns = vec![
        column("", 30, false, true),
        column("Item", 420, false, false),
        column("For", 220, false, true),
        column("Shown by", 85, false, true),
        column("Time", 80, true, true),
    ];
    let people = ["Ines Duarte, Priya Raman", "Priya Raman, Maria Okafor", "Ines Duarte", "Maria Okafor"];
    let shown_by = ["Ayla", "Ben", "Chidi", "Dana"];
    let rows = (0..items).map(|index| {
        let (number, minutes) = ((index + 1).to_string(), format!("{} min", 2 + index % 7));
        let title = TITLES[index % TITLES.len()];
        row(index, &[&number, title, people[index % 4], shown_by[index % 4], &minutes])
    });
    let block = table("Items that are Done", columns, rows.collect());
    let notes = "Ayla starts on the tablet.\nAsk Ines to try 4 before Chidi explains it.";
    Section {
        notes: notes.into(),
        ..section("done", "What is Done", "In the order we show it, 32 minutes", vec![block])
    }
}

fn fact(label: &str, text: &str) -> Fact {
    Fact { label: label.into(), words: Words::fixed(text) }
}

fn not_done() -> Section {
    let what = vec![
        Block::Heading { words: Words::fixed("Van list: what travels to which branch today") },
        Block::Text {
            words: Words::fixed(
                "The file from the van company changed on 30 November. Two columns we need are gone.",
            ),
        },
    ];
    let facts = vec![
        fact(
            "What happens now",
            "Jonas talks to the van company on Mon 7 Dec. The item stays at the top of the order.",
        ),
        fact("Forecast", "85% by 10 Dec if the old columns come back"),
    ];
    let blocks = vec![Block::Beside { columns: vec![what, vec![Block::Facts { facts }]] }];
    Section { half: true, ..section("not-done", "What is not Done, and why", "", blocks) }
}

/// A line that rises to a dot, and a target ahead.
pub fn chart(title: &str, sentence: &str) -> Scene {
    let stroke = |role, width, dash| Stroke { role, width, dash };
    let text = |x, y, text: &str, role, anchor| Mark::Text {
        x,
        y,
        text: text.into(),
        anchor,
        role,
        weight: Weight::Strong,
        halo: None,
    };
    Scene {
        width: 340.0,
        height: 170.0,
        title: title.into(),
        sentence: sentence.into(),
        marks: vec![
            Mark::Hatch { x: 200.0, y: 20.0, width: 20.0, height: 128.0 },
            Mark::Path { points: vec![(5.0, 148.0), (335.0, 148.0)], stroke: stroke(Role::Line2, 1.0, None) },
            Mark::Path {
                points: vec![(5.0, 134.0), (30.0, 133.0), (90.0, 116.0), (120.0, 106.0), (180.0, 78.0)],
                stroke: stroke(Role::Moss, 2.2, None),
            },
            Mark::Path {
                points: vec![(180.0, 78.0), (268.0, 23.0)],
                stroke: stroke(Role::Ink4, 1.0, Some((3.0, 3.0))),
            },
            Mark::Circle {
                x: 180.0,
                y: 78.0,
                radius: 4.0,
                fill: Role::Moss,
                stroke: stroke(Role::Surface, 1.5, None),
            },
            Mark::Circle {
                x: 268.0,
                y: 23.0,
                radius: 4.0,
                fill: Role::Way,
                stroke: stroke(Role::Way, 1.0, None),
            },
            text(277.0, 21.0, "70%", Role::Way, Anchor::Start),
            text(277.0, 34.0, "by 26 Mar", Role::Way, Anchor::Start),
            text(180.0, 68.0, "54%", Role::Moss, Anchor::Middle),
            text(5.0, 162.0, "May", Role::Ink3, Anchor::Start),
            text(180.0, 162.0, title, Role::Ink3, Anchor::Middle),
        ],
        table: Table {
            columns: vec!["Day".into(), "Share".into()],
            rows: vec![vec!["May".into(), "38%".into()], vec!["today".into(), "54%".into()]],
        },
    }
}

fn progress() -> Section {
    let number = Block::Number { value: "54%".into(), caption: "of reservations need no desk help".into() };
    let scene = chart("today", "From 38% in May to 54% now; the target is 70% by 26 March");
    let beside = vec![vec![number], vec![Block::Figure { scene: Box::new(scene) }]];
    section(
        "progress",
        "How far to the Product Goal",
        "Readers reserve and collect any item at any of our 11 branches without help from the desk.",
        vec![Block::Beside { columns: beside }],
    )
}

fn forecast() -> Section {
    let text = "**85% likely by 10 February**, 50% by 28 January. One time in seven it will be later.\n\n\
                What moved it, [in full](https://example.org/forecast):\n\n\
                - eight items Done instead of the *six* expected\n- two small items came in from the readers' panel\n  - one of them `urgent`\n\n\
                1. The holiday break was already counted.\n2. The van list was not.";
    let blocks = vec![Block::Markdown { words: Words::fixed(text) }];
    Section { half: true, ..section("forecast", "What changed in the forecast", "Reservations 2.0", blocks) }
}

fn next() -> Section {
    let columns = vec![
        column("", 30, false, true),
        column("Item", 380, false, false),
        column("For", 140, false, true),
        column("85% likely by", 120, true, true),
    ];
    let rows = [
        ["Cancel a reservation from the message itself", "Ines Duarte", "14 Dec"],
        ["Find my hold on the shelf by number, not by name", "Sam Whitlock", "16 Dec"],
        ["Screen-reader labels on the whole reserve flow", "Leila Haddad", "17 Dec"],
        ["Single sign-on for desk staff", "Tom Aldridge", "4 Jan"],
        ["Pause my reservations while I am away", "Ines Duarte", "6 Jan"],
        ["Delete my loan history when I ask for it", "Sam Whitlock", "11 Jan"],
    ];
    let rows = rows
        .iter()
        .enumerate()
        .map(|(index, [title, person, day])| row(index, &[&(index + 1).to_string(), title, person, day]));
    let block = table("Items that are likely next", columns, rows.collect());
    Section {
        half: true,
        ..section(
            "next",
            "What is likely next",
            "In today's order; the order is yours to argue with",
            vec![block],
        )
    }
}

fn questions() -> Section {
    let columns = vec![column("Whom", 150, false, true), column("Question", 500, false, false)];
    let rows = [
        (
            "Maria Okafor",
            "Which branch should be greyed out when its shelf is full, and from how many holds?",
        ),
        ("Ines Duarte", "Is seven days right for readers who work shifts?"),
        ("Tom Aldridge", "Can the desk sign-on be tested before the audit on 8 January?"),
    ];
    let rows = rows.iter().map(|(person, question)| {
        let small = GridCell {
            small: "example.org/holds".into(),
            link: Some("https://example.org/holds".into()),
            ..GridCell::fixed(*question)
        };
        GridRow { id: None, cells: vec![GridCell::fixed(*person), small] }
    });
    let block = table("Questions", columns, rows.collect());
    Section { half: true, ..section("questions", "What we ask you", "", vec![block]) }
}
