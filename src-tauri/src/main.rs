//! Cairn for the desktop.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

fn main() -> std::process::ExitCode {
    set_variable_for_webkit();
    cairn_desktop::run()
}

/// Keeps the window from staying blank with the NVIDIA driver, unless the person chose otherwise.
#[cfg(target_os = "linux")]
#[allow(unsafe_code)]
fn set_variable_for_webkit() {
    const VARIABLE: &str = "WEBKIT_DISABLE_DMABUF_RENDERER";
    if std::env::var_os(VARIABLE).is_none() {
        // SAFETY: this is the first thing the program does, so no other thread reads the environment.
        unsafe { std::env::set_var(VARIABLE, "1") };
    }
}

#[cfg(not(target_os = "linux"))]
fn set_variable_for_webkit() {}
