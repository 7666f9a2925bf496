//! A window of Tauri with a few words in it: what the start of Cairn is measured against.

use tauri::{WebviewUrl, WebviewWindowBuilder};

/// Shades enough for a picture of the screen to tell the page from a window without one.
const WORDS: &str = "addEventListener('DOMContentLoaded', () => {
    document.body.style.font = '60px sans-serif';
    document.body.append('An empty window');
});";

fn main() -> tauri::Result<()> {
    tauri::Builder::default()
        .setup(|app| {
            let page = WebviewUrl::External("about:blank".parse()?);
            WebviewWindowBuilder::new(app, "empty", page)
                .inner_size(1440.0, 900.0)
                .initialization_script(WORDS)
                .build()?;
            Ok(())
        })
        .run(tauri::generate_context!())
}
