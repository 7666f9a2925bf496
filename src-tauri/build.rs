//! Names the commands of the shell, so that each needs an own permission, and watches what they depend on.

use tauri_build::{AppManifest, Attributes};

fn main() {
    println!("cargo:rerun-if-changed=src-tauri/capabilities");
    if !std::path::Path::new("ui/dist/index.html").exists() {
        println!("cargo:warning=ui/dist is empty, so the window will be too: run `cargo xtask run`");
        let _ = std::fs::create_dir_all("ui/dist");
    }
    let commands = AppManifest::new().commands(&[
        "call",
        "pick_file",
        "pick_target",
        "pending_files",
        "reveal",
        "open_link",
        "full_screen",
    ]);
    let attributes =
        Attributes::new().app_manifest(commands).capabilities_path_pattern("./src-tauri/capabilities/**/*");
    if let Err(error) = tauri_build::try_build(attributes) {
        eprintln!("{error:#}");
        std::process::exit(1);
    }
}
