//! Files that a person chose, dropped, double-clicked or named on the command line.

use crate::calls::{Core, internal};
use cairn_core::{Code, Failure, words};
use cairn_host::PickedFile;
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};
use tauri::{AppHandle, Manager, State, WebviewWindow};
use tauri_plugin_dialog::{DialogExt, FileDialogBuilder, FilePath};
use tauri_plugin_opener::OpenerExt;

/// The kinds of file Cairn reads, as the dialog offers them.
const READ: &[&str] =
    &["cairn", "csv", "tsv", "txt", "xlsx", "xls", "ods", "json", "xml", "html", "htm", "md", "zip", "ics"];

/// The files the shell knows of.
#[derive(Default)]
pub(crate) struct Files {
    /// Brought to Cairn, not yet taken by the page.
    pending: Mutex<Vec<PathBuf>>,
    /// Where the admitted ones lie, by token.
    places: Mutex<HashMap<u64, PathBuf>>,
}

/// Queues files that were brought to Cairn and tells the page to take them.
///
/// The page may not listen yet; it looks once by itself when it starts.
pub(crate) fn bring(app: &AppHandle, paths: Vec<PathBuf>) {
    if paths.is_empty() {
        return;
    }
    locked(&app.state::<Files>().pending).extend(paths);
    tell_page(app, "new Event('cairn:files')");
}

/// Tells the page whether files hover over the window.
pub(crate) fn drag(app: &AppHandle, over: bool) {
    tell_page(app, &format!("new CustomEvent('cairn:dragging', {{ detail: {over} }})"));
}

/// Returns the existing files among the arguments of a start in `folder`.
pub(crate) fn among_arguments(arguments: impl Iterator<Item = String>, folder: &str) -> Vec<PathBuf> {
    arguments.map(|argument| Path::new(folder).join(argument)).filter(|path| path.is_file()).collect()
}

/// Asks for one file to read.
#[tauri::command(async)]
pub(crate) fn pick_file(window: WebviewWindow, core: State<'_, Core>) -> Result<Option<PickedFile>, Failure> {
    let chosen = dialog(&window)
        .set_title(words::say("shell-pick-title"))
        .add_filter(words::say("shell-pick-readable"), READ)
        .add_filter(words::say("shell-pick-products"), &["cairn"])
        .add_filter(words::say("shell-pick-any"), &["*"])
        .blocking_pick_file();
    chosen.map(|path| keep(&window, &path_of(path)?, |path| core.admit(path))).transpose()
}

/// Asks where to write a file, offering the name `suggested`.
#[tauri::command(async)]
pub(crate) fn pick_target(
    suggested: String,
    window: WebviewWindow,
    core: State<'_, Core>,
) -> Result<Option<PickedFile>, Failure> {
    // The dialog asks before it lets a person choose a file that exists.
    let chosen = dialog(&window)
        .set_title(words::say("shell-save-title"))
        .set_file_name(file_name(&suggested))
        .blocking_save_file();
    chosen.map(|path| keep(&window, &path_of(path)?, |path| core.admit_target(path))).transpose()
}

/// Hands over the files that were brought since the last time.
#[tauri::command(async)]
pub(crate) fn pending_files(
    window: WebviewWindow,
    files: State<'_, Files>,
    core: State<'_, Core>,
) -> Result<Vec<PickedFile>, Failure> {
    let waiting = std::mem::take(&mut *locked(&files.pending));
    waiting.iter().map(|path| keep(&window, path, |path| core.admit(path))).collect()
}

/// Shows a file in the file manager.
#[tauri::command(async)]
pub(crate) fn reveal(token: u64, window: WebviewWindow, files: State<'_, Files>) -> Result<(), Failure> {
    let place = locked(&files.places).get(&token).cloned().ok_or_else(|| Failure {
        code: Code::NotFound,
        field: Some("token".to_owned()),
        message: words::say("shell-file-unknown"),
        hint: None,
    })?;
    window.opener().reveal_item_in_dir(place).map_err(|error| internal(error.to_string()))
}

fn dialog(window: &WebviewWindow) -> FileDialogBuilder<tauri::Wry> {
    window.dialog().file().set_parent(window)
}

fn path_of(chosen: FilePath) -> Result<PathBuf, Failure> {
    chosen.into_path().map_err(|error| internal(error.to_string()))
}

fn keep(
    window: &WebviewWindow,
    path: &Path,
    admit: impl FnOnce(PathBuf) -> Result<PickedFile, Failure>,
) -> Result<PickedFile, Failure> {
    let picked = admit(path.to_owned())?;
    locked(&window.state::<Files>().places).insert(picked.token, path.to_owned());
    Ok(picked)
}

/// Leaves of a suggested name what is safe in a file name everywhere.
fn file_name(suggested: &str) -> String {
    let safe = |c: char| if c.is_alphanumeric() || " ._-()".contains(c) { c } else { '-' };
    let name: String = suggested.chars().map(safe).take(120).collect();
    name.trim_matches([' ', '.', '-']).to_owned()
}

/// Raises an event in the page. Only text written in this file goes in here.
///
/// Not an event of Tauri: to hear those the page would need a permission of Tauri itself.
fn tell_page(app: &AppHandle, event: &str) {
    if let Some(window) = app.get_webview_window(crate::window::MAIN) {
        // A window that is closing has nobody to tell.
        let _ = window.eval(format!("window.dispatchEvent({event})"));
    }
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_suggested_name_can_not_leave_its_folder() {
        assert_eq!(file_name("../../etc/passwd"), "etc-passwd");
        assert_eq!(file_name("C:\\Windows\\x.csv"), "C--Windows-x.csv");
        assert_eq!(file_name("Überblick 2026-11.csv"), "Überblick 2026-11.csv");
    }

    #[test]
    fn only_files_that_exist_are_taken_from_the_arguments() {
        let folder = env!("CARGO_MANIFEST_DIR");
        let arguments = ["--help", "Cargo.toml", "missing.cairn", "core"].map(str::to_owned);
        assert_eq!(among_arguments(arguments.into_iter(), folder), [Path::new(folder).join("Cargo.toml")]);
    }
}
