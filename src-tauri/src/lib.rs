//! The shell around Cairn: a window, the dialogs of the system, and one door to the core.
//!
//! No rule of Cairn lives here. The page reaches the core through [`call`](calls::call) and the
//! system through the few commands of [`files`], [`links`] and [`window`]; each is allowed by name
//! in `capabilities/main.json`. Paths stay on this side: the page knows a file by its token.

mod calls;
mod files;
mod links;
#[cfg(target_os = "macos")]
mod menu;
mod window;

use cairn_host::Host;
use calls::Core;
use files::Files;
use std::process::ExitCode;
use tauri::{Manager, RunEvent};

/// Opens the window and stays until it is closed.
pub fn run() -> ExitCode {
    let mut builder = tauri::Builder::default();
    // A data folder of its own is a world of its own: it neither joins a running Cairn nor moves its window.
    if !has_own_data_folder() {
        // First of the plugins, so that a second start ends before the others begin.
        builder = builder
            .plugin(tauri_plugin_single_instance::init(|app, arguments, folder| {
                files::bring(app, files::among_arguments(arguments.into_iter().skip(1), &folder));
                window::show(app);
            }))
            .plugin(tauri_plugin_window_state::Builder::new().with_state_flags(window::remembered()).build());
    }
    let app = builder
        .plugin(tauri_plugin_dialog::init())
        .plugin(tauri_plugin_opener::Builder::new().open_js_links_on_click(false).build())
        .manage(Core::new(Host::open(Host::default_data_folder())))
        .manage(Files::default())
        .invoke_handler(tauri::generate_handler![
            calls::call,
            files::pick_file,
            files::pick_target,
            files::pending_files,
            files::reveal,
            links::open_link,
            window::full_screen,
        ])
        .setup(|app| {
            #[cfg(target_os = "macos")]
            app.set_menu(menu::menu(app.handle())?)?;
            window::open(app.handle())?;
            let folder = std::env::current_dir().unwrap_or_default();
            let arguments =
                std::env::args_os().skip(1).map(|argument| argument.to_string_lossy().into_owned());
            files::bring(app.handle(), files::among_arguments(arguments, &folder.to_string_lossy()));
            Ok(())
        })
        .build(tauri::generate_context!());
    match app {
        Ok(app) => {
            app.run(|app, event| match event {
                RunEvent::Exit => app.state::<Core>().close(),
                #[cfg(target_os = "macos")]
                RunEvent::Opened { urls } => {
                    files::bring(app, urls.iter().filter_map(|url| url.to_file_path().ok()).collect());
                }
                _ => {}
            });
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!(
                "{}",
                cairn_core::words::tell("shell-no-window", &[("detail", error.to_string().into())])
            );
            ExitCode::FAILURE
        }
    }
}

fn has_own_data_folder() -> bool {
    std::env::var_os("CAIRN_DATA").is_some()
}
