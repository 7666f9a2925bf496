//! Keeps the page's types of a scene equal to the Rust types.

use cairn_charts::*;
use ts_rs::{Config, TS};

fn types() -> String {
    let config = Config::default();
    let declared = [
        Scene::decl(&config),
        Table::decl(&config),
        Mark::decl(&config),
        Stroke::decl(&config),
        Anchor::decl(&config),
        Weight::decl(&config),
        Role::decl(&config),
    ];
    let head = "// Made from the Rust types by `CAIRN_WRITE_TYPES=1 cargo test -p cairn-charts`. Not to be edited.\n";
    declared.iter().fold(head.to_owned(), |text, declared| text + "\nexport " + declared + "\n")
}

#[test]
fn the_types_of_the_page_are_current() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../ui/src/kit/scene.ts");
    if std::env::var_os("CAIRN_WRITE_TYPES").is_some() {
        std::fs::write(path, types()).unwrap();
    }
    let current = std::fs::read_to_string(path).unwrap_or_default();
    assert_eq!(current, types(), "run `CAIRN_WRITE_TYPES=1 cargo test -p cairn-charts`");
}
