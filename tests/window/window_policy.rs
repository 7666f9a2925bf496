//! The window holds to its policy: nothing runs, leaves or answers but what is agreed.

use cairn_screen::Screen;
use cairn_tests::desk::{Desk, Result};

#[test]
#[ignore = "needs the built window: cargo xtask window"]
fn the_page_breaks_no_rule_and_a_raw_assignment_throws() -> Result<()> {
    let (screen, data) = (Screen::on(1440, 900)?, tempfile::tempdir()?);
    let desk = Desk::open(&screen, data.path(), &[])?;
    desk.wait_for_text("Cairn")?;
    let broken = "return document.documentElement.dataset.brokenRule ?? 'none'";
    assert_eq!(desk.run(broken)?, "none");
    let raw = "try { document.createElement('div').innerHTML = '<img src=x onerror=alert(1)>'; return 'set' }
        catch (error) { return error.name }";
    assert_eq!(desk.run(raw)?, "TypeError");
    // The same attribute now names the rule, so it would have named one before.
    desk.wait("return document.documentElement.dataset.brokenRule?.startsWith('require-trusted-types-for')")?;
    Ok(())
}

#[test]
#[ignore = "needs the built window: cargo xtask window"]
fn nothing_of_tauri_itself_answers() -> Result<()> {
    let (screen, data) = (Screen::on(1440, 900)?, tempfile::tempdir()?);
    let desk = Desk::open(&screen, data.path(), &[])?;
    desk.wait_for_text("Cairn")?;
    assert_eq!(desk.run("return typeof window.__TAURI__")?, "undefined");
    let refused = |ask: &str| desk.run(&format!("return ({ask}).then(() => 'answered', () => 'refused')"));
    for ask in [
        "window.__TAURI_INTERNALS__.invoke('plugin:event|emit', { event: 'x' })",
        "window.__TAURI_INTERNALS__.invoke('plugin:app|version')",
        "window.__TAURI_INTERNALS__.invoke('plugin:window|title', { label: 'main' })",
        "window.__TAURI_INTERNALS__.invoke('plugin:dialog|message', { message: 'x' })",
        "window.__TAURI_INTERNALS__.invoke('plugin:opener|open_url', { url: 'https://example.org' })",
        "window.__TAURI_INTERNALS__.invoke('open_link', { url: 'file:///etc/passwd' })",
        "window.__TAURI_INTERNALS__.invoke('reveal', { token: 999 })",
        "fetch('https://example.org/')",
    ] {
        assert_eq!(refused(ask)?, "refused", "{ask}");
    }
    assert_eq!(refused("window.__TAURI_INTERNALS__.invoke('pending_files')")?, "answered");
    Ok(())
}

#[test]
#[ignore = "needs the built window: cargo xtask window"]
fn leaving_the_page_and_new_windows_lead_nowhere() -> Result<()> {
    let (screen, data) = (Screen::on(1440, 900)?, tempfile::tempdir()?);
    let desk = Desk::open(&screen, data.path(), &[])?;
    desk.wait_for_text("Cairn")?;
    desk.run(
        "for (const target of ['', '_blank']) {
            const link = document.createElement('a');
            Object.assign(link, { href: 'https://example.org/', target });
            document.body.append(link);
            link.click();
        }",
    )?;
    assert_eq!(desk.run("return window.open('https://example.org/') === null")?, true);
    std::thread::sleep(std::time::Duration::from_millis(500));
    assert_eq!(desk.run("return location.href")?, "tauri://localhost");
    desk.wait_for_text("Cairn")
}
