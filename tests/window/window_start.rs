//! The window starts, speaks with the core and takes files.

use cairn_core::Product;
use cairn_screen::Screen;
use cairn_tests::desk::{Desk, Result};
use serde_json::{Value, json};
use std::fs;
use std::path::Path;

const ENTER: &str = "\u{E007}";
const CONTROL: &str = "\u{E009}";
const ALT: &str = "\u{E00A}";
const ESCAPE: &str = "\u{E00C}";
const UP: &str = "\u{E013}";
const RIGHT: &str = "\u{E014}";

/// The rows of the order that are drawn: position, title and the date said, from the top.
const ROWS: &str = "return [...document.querySelectorAll('[role=row][data-id]')]
    .map((row) => [Number(row.getAttribute('aria-rowindex')), row.querySelector('[data-title]').innerText])
    .sort((a, b) => a[0] - b[0])";

#[test]
#[ignore = "needs the built window: cargo xtask window"]
fn the_sample_shows_the_order_and_dates_that_the_core_tells() -> Result<()> {
    let (screen, data) = (Screen::on(1440, 900)?, tempfile::tempdir()?);
    let desk = Desk::open(&screen, data.path(), &[])?;
    desk.wait_for_text("Where is your product going?")?;
    desk.picture("window-first-run")?;
    desk.press(&["3"])?;
    desk.wait_for_text("Show me where I stand in the queue")?;
    desk.picture("window-backlog")?;
    let now = chrono::Local::now().fixed_offset();
    let product = Product::open_to_read(&data.path().join("products/sample.cairn"), now)?;
    let percentile = product.settings().percentile;
    let labels =
        "return [...document.querySelectorAll('[role=row][data-id]')].map((row) => row.ariaLabel ?? '')";
    let labels = desk.run(labels)?;
    let label = |position: u32| {
        let start = format!("{position}, ");
        let all = labels.as_array().into_iter().flatten().filter_map(Value::as_str);
        all.filter(|label| label.starts_with(&start)).map(str::to_owned).next().unwrap_or_default()
    };
    let items = product.items();
    for (item, position) in items.iter().zip(1..=15) {
        let said = product.finish().date_at(percentile, position).ok_or("no date")?;
        let label = label(position);
        assert!(label.contains(&item.title), "{position} is {}: {label}", item.title);
        // "85% by Fri 4 December"
        let day = format!(" {} {}", said.format("%-d"), said.format("%b"));
        assert!(label.contains(&day), "{} is {percentile}% likely by {said}: {label}", item.title);
    }
    Ok(())
}

#[test]
#[ignore = "needs the built window: cargo xtask window"]
fn what_is_added_and_moved_is_there_after_quitting() -> Result<()> {
    let (screen, data) = (Screen::on(1024, 700)?, tempfile::tempdir()?);
    let desk = Desk::open(&screen, data.path(), &[])?;
    desk.wait_for_text("Where is your product going?")?;
    let make = "return window.__TAURI_INTERNALS__.invoke('call', { request: { type: 'createProduct', name: 'Mine' } })
        .then(() => location.reload())";
    desk.run(make)?;
    desk.wait_for_text("There is no Product Goal yet.")?;
    for title in ["Reserve a book", "Return a book"] {
        desk.wait("return document.querySelector('[role=grid]') !== null || document.body.innerText.includes('New item')")?;
        desk.press(&["n"])?;
        desk.wait("return document.activeElement?.matches('input, textarea') === true")?;
        for letter in title.split("") {
            if !letter.is_empty() {
                desk.press(&[letter])?;
            }
        }
        desk.press(&[ENTER])?;
        desk.wait_for_text(title)?;
        desk.press(&["\u{E00C}"])?;
    }
    desk.wait(&format!("{ROWS}.length === 2"))?;
    let before = desk.run(ROWS)?;
    let (first, last) = (before[0][1].clone(), before[1][1].clone());
    desk.click("[role=row][aria-rowindex='2'] [data-title]")?;
    desk.press(&["\u{E00C}"])?;
    desk.press(&[ALT, UP])?;
    desk.wait(&format!("{ROWS}[0][1] === {last}"))?;
    // A screen smaller than the window wants to be: it fits, and the navigation is a rail.
    assert!(desk.run("return innerWidth")?.as_i64().is_some_and(|width| width <= 1024));
    desk.picture("window-small")?;
    drop(desk);
    let desk = Desk::open(&screen, data.path(), &[])?;
    desk.wait_for_text("Reserve a book")?;
    assert_eq!(desk.run(ROWS)?, json!([[1, last], [2, first]]));
    Ok(())
}

#[test]
#[ignore = "needs the built window: cargo xtask window"]
fn a_dragged_row_lands_where_it_is_let_go() -> Result<()> {
    let (screen, data) = (Screen::on(1440, 900)?, tempfile::tempdir()?);
    let desk = Desk::open(&screen, data.path(), &[])?;
    desk.wait_for_text("Where is your product going?")?;
    desk.press(&["3"])?;
    desk.wait_for_text("Limit of open reservations per reader")?;
    let place = |position: u32| -> Result<(i64, i64)> {
        let box_of = format!(
            "const box = document.querySelector('[role=row][aria-rowindex=\"{position}\"] [data-title]').getBoundingClientRect();
             return [Math.round(box.x + 60), Math.round(box.y + box.height / 2)]"
        );
        let at = desk.run(&box_of)?;
        Ok((at[0].as_i64().ok_or("x")?, at[1].as_i64().ok_or("y")?))
    };
    let (from, (x, y)) = (place(16)?, place(8)?);
    desk.drag(from, (x, y - 4))?;
    desk.wait_for_text("Moved")?;
    let now = chrono::Local::now().fixed_offset();
    let product = Product::open_to_read(&data.path().join("products/sample.cairn"), now)?;
    let moved = product.history(None, None, 1)?.remove(0).moved.ok_or("no move")?;
    assert_eq!(moved.0, 16);
    assert!((7..=9).contains(&moved.1), "landed at {}", moved.1);
    assert_eq!(product.items()[moved.1 as usize - 1].title, "Limit of open reservations per reader");
    desk.picture("window-moved")?;
    Ok(())
}

#[test]
#[ignore = "needs the built window: cargo xtask window"]
fn a_file_named_at_the_start_waits_to_be_brought_in() -> Result<()> {
    let (screen, data) = (Screen::on(1440, 900)?, tempfile::tempdir()?);
    let file = data.path().join("Backlog of spring.csv");
    fs::write(&file, "Title,State\nFirst,To Do\nSecond,Done\n")?;
    let desk = Desk::open(&screen, &data.path().join("cairn"), &[text_of(&file)])?;
    desk.wait_for_text("Backlog of spring")?;
    desk.picture("window-file")?;
    Ok(())
}

fn text_of(path: &Path) -> &str {
    path.to_str().unwrap_or_default()
}

#[test]
#[ignore = "needs the built window: cargo xtask window"]
fn the_dark_theme_is_drawn_in_the_window_too() -> Result<()> {
    let (screen, data) = (Screen::on(1440, 900)?, tempfile::tempdir()?);
    let desk = Desk::open(&screen, data.path(), &[])?;
    desk.wait_for_text("Where is your product going?")?;
    desk.press(&["3"])?;
    desk.wait_for_text("Show me where I stand in the queue")?;
    let light = desk.run("return getComputedStyle(document.body).backgroundColor")?;
    desk.run("document.documentElement.dataset.theme = 'dark'")?;
    let dark = desk.run("return getComputedStyle(document.body).backgroundColor")?;
    assert_ne!(light, dark);
    desk.picture("window-backlog-dark")?;
    Ok(())
}

#[test]
#[ignore = "needs the built window: cargo xtask window"]
fn each_screen_opens_by_its_key_and_a_person_is_moved_on_the_map() -> Result<()> {
    let (screen, data) = (Screen::on(1440, 900)?, tempfile::tempdir()?);
    let desk = Desk::open(&screen, data.path(), &[])?;
    desk.wait_for_text("Where is your product going?")?;
    desk.press(&["3"])?;
    desk.wait_for_text("Show me where I stand in the queue")?;
    for (key, text, picture) in [
        ("4", "85% likely", "window-forecast"),
        ("7", "Handed over", "window-decisions"),
        ("9", "Waiting", "window-inbox"),
        ("3", "Whose needs does the order serve?", "window-stakeholders"),
    ] {
        desk.press(&[CONTROL, key])?;
        desk.wait_for_text(text)?;
        desk.picture(picture)?;
    }
    let power = || -> Result<Option<u8>> {
        let now = chrono::Local::now().fixed_offset();
        let product = Product::open_to_read(&data.path().join("products/sample.cairn"), now)?;
        let tom = product.stakeholders().iter().find(|person| person.fields.name == "Tom Aldridge");
        Ok(tom.and_then(|person| person.fields.power))
    };
    let before = power()?.ok_or("Tom has no place")?;
    let focus = "const bubble = document.querySelector('.plot .bubble[aria-label^=\"Tom Aldridge\"]');
        bubble.focus(); return document.activeElement === bubble";
    assert_eq!(desk.run(focus)?, json!(true));
    desk.press(&[UP])?;
    desk.wait(&format!("return document.activeElement.ariaLabel.includes('power {}')", before + 2))?;
    // It is saved once the keys rest.
    desk.wait(&format!(
        "return window.__TAURI_INTERNALS__.invoke('call', {{ request: {{ type: 'load' }} }})
            .then((page) => page.stakeholders.some((one) => one.name === 'Tom Aldridge' && one.power === {}))",
        before + 2
    ))?;
    assert_eq!(power()?, Some(before + 2));
    Ok(())
}

#[test]
#[ignore = "needs the built window: cargo xtask window"]
fn a_review_is_presented_over_the_whole_screen_and_what_is_said_is_kept() -> Result<()> {
    let (screen, data) = (Screen::on(1440, 900)?, tempfile::tempdir()?);
    let desk = Desk::open(&screen, data.path(), &[])?;
    desk.wait_for_text("Where is your product going?")?;
    desk.press(&["3"])?;
    desk.wait_for_text("Show me where I stand in the queue")?;
    desk.press(&[CONTROL, "5"])?;
    desk.wait_for_text("Review pack")?;
    desk.run("[...document.querySelectorAll('button')].find((one) => one.textContent.trim() === 'Review pack').click()")?;
    desk.wait_for_text("For you")?;
    desk.picture("window-review")?;
    desk.press(&["p"])?;
    desk.wait("return document.querySelector('dialog[open]') !== null")?;
    desk.press(&[RIGHT])?;
    desk.wait("return document.querySelector('dialog[open]').innerText.includes('What is Done')")?;
    desk.picture("window-presenting")?;
    desk.press(&["f"])?;
    desk.wait("return document.activeElement.closest('.capture') !== null")?;
    desk.press(&["1"])?;
    // An F among them: WebKit's own full screen would end with it.
    for letter in ["O", "f", "f"] {
        desk.press(&[letter])?;
    }
    desk.press(&[ENTER])?;
    desk.wait(
        "return window.__TAURI_INTERNALS__.invoke('call', { request: { type: 'load' } })
            .then((page) => page.records.feedback.some((one) => one.text === 'Off' && one.sprint !== null))",
    )?;
    desk.press(&[ESCAPE])?;
    desk.wait("return document.querySelector('dialog[open]') === null")?;
    Ok(())
}
