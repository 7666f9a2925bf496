//! The one window: where its page comes from, and that nothing else is shown in it.

use crate::calls::internal;
use crate::files;
use cairn_core::Failure;
use tauri::webview::NewWindowResponse;
use tauri::{AppHandle, DragDropEvent, Manager, Url, WebviewWindow, WebviewWindowBuilder, WindowEvent};
use tauri_plugin_window_state::StateFlags;

/// The label of the window, in tauri.conf.json and in the capability.
pub(crate) const MAIN: &str = "main";

/// Opens the window as tauri.conf.json describes it, held to Cairn's own page.
pub(crate) fn open(app: &AppHandle) -> tauri::Result<()> {
    let Some(described) = app.config().app.windows.iter().find(|window| window.label == MAIN) else {
        return Err(tauri::Error::WindowNotFound);
    };
    let mut builder = WebviewWindowBuilder::from_config(app, described)?
        .on_navigation(is_own_page)
        .on_new_window(|_, _| NewWindowResponse::Deny);
    if let Some(data) = std::env::var_os("CAIRN_DATA") {
        builder = builder.data_directory(std::path::PathBuf::from(data).join("window"));
    }
    let window = builder.build()?;
    let app = app.clone();
    window.on_window_event(move |event| match event {
        WindowEvent::DragDrop(DragDropEvent::Enter { .. }) => files::drag(&app, true),
        WindowEvent::DragDrop(DragDropEvent::Leave) => files::drag(&app, false),
        WindowEvent::DragDrop(DragDropEvent::Drop { paths, .. }) => {
            files::drag(&app, false);
            files::bring(&app, paths.iter().filter(|path| path.is_file()).cloned().collect());
        }
        _ => {}
    });
    Ok(())
}

/// Brings the window to the front.
pub(crate) fn show(app: &AppHandle) {
    if let Some(window) = app.get_webview_window(MAIN) {
        // A window manager may refuse; then the window asks for attention in its own way.
        let _ = window.unminimize();
        let _ = window.show();
        let _ = window.set_focus();
    }
}

/// Lets the window take the whole screen, or leaves it again.
///
/// The page can't ask for that by itself: WebKitGTK takes Escape and F for leaving its own full
/// screen, in the midst of a word too.
#[tauri::command(async)]
pub(crate) fn full_screen(on: bool, window: WebviewWindow) -> Result<(), Failure> {
    window.set_fullscreen(on).map_err(|error| internal(error.to_string()))
}

/// What of the window is remembered: on Wayland a program can't place its windows.
pub(crate) fn remembered() -> StateFlags {
    let remembered = StateFlags::SIZE | StateFlags::MAXIMIZED;
    match std::env::var_os("WAYLAND_DISPLAY") {
        Some(display) if !display.is_empty() => remembered,
        _ => remembered | StateFlags::POSITION,
    }
}

/// Tells the embedded page from everything else; Windows serves it over http, the others as `tauri:`.
fn is_own_page(url: &Url) -> bool {
    match url.scheme() {
        "tauri" => url.host_str() == Some("localhost"),
        "http" | "https" => cfg!(windows) && url.host_str() == Some("tauri.localhost"),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_window_stays_with_its_own_page() {
        let own = |url: &str| is_own_page(&Url::parse(url).expect("an address"));
        assert!(own(if cfg!(windows) { "http://tauri.localhost/" } else { "tauri://localhost/" }));
        for other in [
            "https://example.org/",
            "http://localhost:5173/",
            "file:///etc/passwd",
            "data:text/html,x",
            "about:blank",
        ] {
            assert!(!own(other), "{other}");
        }
    }
}
