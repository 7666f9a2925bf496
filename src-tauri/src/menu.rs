//! The menu of macOS: without its Edit part, copy and paste by key do nothing there.

use tauri::AppHandle;
use tauri::menu::{Menu, PredefinedMenuItem as Item, Submenu};

/// Makes the menu; the keys of Cairn's own actions belong to the page.
pub(crate) fn menu(app: &AppHandle) -> tauri::Result<Menu<tauri::Wry>> {
    let say = cairn_core::words::say;
    let cairn = Submenu::with_items(
        app,
        "Cairn",
        true,
        &[
            &Item::about(app, None, None)?,
            &Item::separator(app)?,
            &Item::hide(app, None)?,
            &Item::hide_others(app, None)?,
            &Item::show_all(app, None)?,
            &Item::separator(app)?,
            &Item::quit(app, None)?,
        ],
    )?;
    let edit = Submenu::with_items(
        app,
        say("shell-menu-edit"),
        true,
        &[
            &Item::undo(app, None)?,
            &Item::redo(app, None)?,
            &Item::separator(app)?,
            &Item::cut(app, None)?,
            &Item::copy(app, None)?,
            &Item::paste(app, None)?,
            &Item::select_all(app, None)?,
        ],
    )?;
    let window = Submenu::with_items(
        app,
        say("shell-menu-window"),
        true,
        &[&Item::minimize(app, None)?, &Item::maximize(app, None)?, &Item::fullscreen(app, None)?],
    )?;
    Menu::with_items(app, &[&cairn, &edit, &window])
}
