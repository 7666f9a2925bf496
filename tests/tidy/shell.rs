//! What the page in the window may do is written here once more, so that it changes only on purpose.

use cairn_tests::host::{repository, window_policy};
use serde_json::Value;
use std::fs;

#[test]
fn the_policy_of_the_window_is_the_agreed_one() {
    let policy = window_policy(&text("tauri.conf.json")).expect("a policy");
    let expected = "\
default-src 'none'
script-src 'self'
style-src 'self'
img-src 'self' data:
font-src 'self'
connect-src ipc: http://ipc.localhost
base-uri 'none'
form-action 'none'
frame-ancestors 'none'
frame-src 'none'
object-src 'none'
worker-src 'self'
media-src 'none'
manifest-src 'none'
require-trusted-types-for 'script'
trusted-types svelte-trusted-html";
    assert_eq!(policy.replace("; ", "\n"), expected);
}

#[test]
fn the_rest_of_the_security_settings_is_the_agreed_one() {
    let configuration = json("tauri.conf.json");
    let app = &configuration["app"];
    assert_eq!(app["withGlobalTauri"], false);
    assert_eq!(configuration["build"]["removeUnusedCommands"], true);
    let mut security = app["security"].clone();
    security["csp"].take();
    let expected = r#"{"assetProtocol":{"enable":false,"scope":[]},"csp":null,"freezePrototype":true}"#;
    assert_eq!(sorted(&security), expected);
    let windows = app["windows"].as_array().expect("windows");
    assert_eq!(windows.len(), 1);
    assert_eq!(windows[0]["create"], false, "the shell makes it, to deny navigation and new windows");
    assert_eq!(windows[0]["decorations"], true);
    assert_eq!(windows[0]["devtools"], Value::Null);
}

#[test]
fn the_page_may_ask_the_shell_for_these_commands_only() {
    let folder = repository().join("src-tauri/capabilities");
    let files: Vec<_> = fs::read_dir(folder)
        .expect("the capabilities")
        .map(|file| file.expect("a file").file_name().to_string_lossy().into_owned())
        .collect();
    assert_eq!(files, ["main.json"]);
    let mut capability = json("src-tauri/capabilities/main.json");
    capability["description"].take();
    let expected = r#"{"description":null,"identifier":"main","local":true,"permissions":["allow-call","allow-pick-file","allow-pick-target","allow-pending-files","allow-reveal","allow-open-link","allow-full-screen"],"windows":["main"]}"#;
    assert_eq!(sorted(&capability), expected);
}

#[test]
fn the_shell_has_no_inspector_in_a_release() {
    let manifest = text("Cargo.toml");
    for word in ["devtools", "unstable", "macos-private-api", "protocol-asset", "isolation"] {
        assert!(!manifest.contains(word), "Cargo.toml says {word}");
    }
    for name in ["tauri-plugin-fs", "tauri-plugin-shell", "tauri-plugin-http", "tauri-plugin-updater"] {
        let depended_on = manifest.lines().any(|line| line.starts_with(name));
        assert!(!depended_on, "the page must not reach {name}");
    }
}

fn text(path: &str) -> String {
    fs::read_to_string(repository().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn json(path: &str) -> Value {
    serde_json::from_str(&text(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Writes JSON with its keys in order, whatever features of the library are on.
fn sorted(value: &Value) -> String {
    match value {
        Value::Object(fields) => {
            let mut fields: Vec<_> = fields.iter().collect();
            fields.sort_by_key(|(name, _)| *name);
            let fields: Vec<_> =
                fields.into_iter().map(|(name, value)| format!("\"{name}\":{}", sorted(value))).collect();
            format!("{{{}}}", fields.join(","))
        }
        Value::Array(values) => format!("[{}]", values.iter().map(sorted).collect::<Vec<_>>().join(",")),
        plain => plain.to_string(),
    }
}
