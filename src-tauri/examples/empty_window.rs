//! A window of Tauri with a few words in it: what the start of Cairn is measured against.

use tauri::{WebviewUrl, WebviewWindowBuilder, http};

/// Shades enough for a picture of the screen to tell the page from a window without one.
const PAGE: &[u8] = b"<!doctype html><p style='font: 60px sans-serif'>An empty window";

fn main() -> tauri::Result<()> {
    tauri::Builder::default()
        .register_uri_scheme_protocol("empty", |_, _| {
            let mut page = http::Response::new(PAGE.to_vec());
            page.headers_mut()
                .insert(http::header::CONTENT_TYPE, http::HeaderValue::from_static("text/html"));
            page
        })
        .setup(|app| {
            let page = WebviewUrl::CustomProtocol("empty://localhost/".parse()?);
            WebviewWindowBuilder::new(app, "empty", page).inner_size(1440.0, 900.0).build()?;
            Ok(())
        })
        .run(tauri::generate_context!())
}
