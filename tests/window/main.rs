//! The real window: that it starts, speaks with the core, and holds to its policy.
//!
//! Left out of a plain `cargo test`, since they need the built application and a virtual screen:
//! `cargo xtask test` sees to both, `cargo xtask window` runs these alone.

use cairn_tests::desk::{Desk, Result, Screen};

#[test]
#[ignore = "needs the built window: cargo xtask window"]
fn the_window_starts_and_the_core_answers() -> Result<()> {
    let (screen, data) = (Screen::on(1440, 900)?, tempfile::tempdir()?);
    let desk = Desk::open(&screen, data.path(), &[])?;
    desk.wait_for_text("The core answered at")?;
    assert_eq!(desk.run("return document.title")?, "Cairn");
    let size = desk.run("return [innerWidth, innerHeight]")?;
    assert_eq!(size, serde_json::json!([1440, 900]));
    let picture = desk.picture("window-start")?;
    assert!(std::fs::metadata(picture)?.len() > 1_000);
    Ok(())
}

#[test]
#[ignore = "needs the built window: cargo xtask window"]
fn the_window_holds_to_its_policy() -> Result<()> {
    let (screen, data) = (Screen::on(1440, 900)?, tempfile::tempdir()?);
    let desk = Desk::open(&screen, data.path(), &[])?;
    desk.wait_for_text("Cairn")?;
    // A violation of the page itself would have come before anyone listened, so it is asked for again.
    let raw = "window.broken = [];
        document.addEventListener('securitypolicyviolation', (e) => window.broken.push(e.violatedDirective));
        try { document.createElement('div').innerHTML = '<img src=x onerror=alert(1)>'; return 'set'; }
        catch (error) { return error.name; }";
    assert_eq!(desk.run(raw)?, "TypeError");
    desk.wait("return window.broken.includes('require-trusted-types-for')")?;

    // Nothing of Tauri itself answers, and no address outside is reached.
    let refused = "const refused = async (ask) => { try { await ask(); return false } catch { return true } };
        return Promise.all([
            refused(() => window.__TAURI_INTERNALS__.invoke('plugin:event|listen', { event: 'x', target: { kind: 'Any' }, handler: 0 })),
            refused(() => window.__TAURI_INTERNALS__.invoke('plugin:dialog|open', { options: {} })),
            refused(() => window.__TAURI_INTERNALS__.invoke('plugin:opener|open_url', { url: 'https://example.org' })),
            refused(() => window.__TAURI_INTERNALS__.invoke('plugin:window|close', { label: 'main' })),
            refused(() => window.__TAURI_INTERNALS__.invoke('open_link', { url: 'file:///etc/passwd' })),
            refused(() => window.__TAURI_INTERNALS__.invoke('reveal', { token: 999 })),
            refused(() => fetch('https://example.org/')),
        ]);";
    assert_eq!(desk.run(refused)?, serde_json::json!([true, true, true, true, true, true, true]));
    assert_eq!(desk.run("return typeof window.__TAURI__")?, "undefined");

    // Leaving the page and opening another window lead nowhere.
    desk.run("const link = document.createElement('a'); link.href = 'https://example.org/'; document.body.append(link); link.click()")?;
    assert_eq!(desk.run("return window.open('https://example.org/') === null")?, true);
    std::thread::sleep(std::time::Duration::from_millis(500));
    assert_eq!(desk.run("return location.host")?, "localhost");
    desk.wait_for_text("Cairn")
}

#[test]
#[ignore = "needs the built window: cargo xtask window"]
fn no_rule_is_broken_by_the_page_itself() -> Result<()> {
    let (screen, data) = (Screen::on(1440, 900)?, tempfile::tempdir()?);
    let desk = Desk::open(&screen, data.path(), &[])?;
    desk.wait_for_text("Cairn")?;
    // Reloading with a listener in sessionStorage is impossible under this policy, so a frame of the
    // same page's modules is started afresh with the listener in place.
    let again = "window.broken = [];
        document.addEventListener('securitypolicyviolation', (e) => window.broken.push(e.violatedDirective + ' ' + e.blockedURI));
        const script = document.querySelector('script[type=module][src]');
        document.querySelector('#app').replaceChildren();
        return import(script.src + '?again').then(() => new Promise((done) => setTimeout(done, 1500)))
            .then(() => [window.broken, document.body.innerText.includes('Cairn')]);";
    assert_eq!(desk.run(again)?, serde_json::json!([[], true]));
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
    let files = desk.run("return window.__TAURI_INTERNALS__.invoke('pending_files')")?;
    assert_eq!(files[0]["name"], "Backlog of spring.csv");
    assert_eq!(desk.run("return window.__TAURI_INTERNALS__.invoke('pending_files')")?, serde_json::json!([]));
    Ok(())
}
