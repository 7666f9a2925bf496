//! The window starts, speaks with the core and takes files.

use cairn_screen::Screen;
use cairn_tests::desk::{Desk, Result};
use serde_json::json;

#[test]
#[ignore = "needs the built window: cargo xtask window"]
fn the_window_starts_and_the_core_answers() -> Result<()> {
    let (screen, data) = (Screen::on(1440, 900)?, tempfile::tempdir()?);
    let desk = Desk::open(&screen, data.path(), &[])?;
    desk.wait_for_text("The core answered at")?;
    assert_eq!(desk.run("return document.title")?, "Cairn");
    assert_eq!(desk.run("return [innerWidth, innerHeight]")?, json!([1440, 900]));
    desk.picture("window-start")?;
    Ok(())
}

#[test]
#[ignore = "needs the built window: cargo xtask window"]
fn a_file_named_at_the_start_waits_for_the_page() -> Result<()> {
    let (screen, data) = (Screen::on(1440, 900)?, tempfile::tempdir()?);
    let file = data.path().join("Backlog of spring.csv");
    std::fs::write(&file, "Title\nFirst\n")?;
    let desk = Desk::open(&screen, &data.path().join("products"), &[file.to_str().unwrap_or_default()])?;
    desk.wait_for_text("Cairn")?;
    let taken = "return window.__TAURI_INTERNALS__.invoke('pending_files')";
    assert_eq!(desk.run(taken)?[0]["name"], "Backlog of spring.csv");
    assert_eq!(desk.run(taken)?, json!([]));
    Ok(())
}
