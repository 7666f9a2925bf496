//! The journal: what is taken back, told and joined, and what a crash leaves.

use cairn_core::Edit;
use cairn_core::Product;
use cairn_core::backlog::{Field, Place};
use cairn_tests::*;

/// Copies what a crash right now would leave on the disk.
fn crashed(path: &std::path::Path) -> (tempfile::TempDir, std::path::PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let copy = folder.path().join("p.cairn");
    for suffix in ["", "-wal"] {
        let from = format!("{}{suffix}", path.display());
        if std::fs::exists(&from).unwrap() {
            std::fs::copy(from, format!("{}{suffix}", copy.display())).unwrap();
        }
    }
    (folder, copy)
}

#[test]
fn a_crash_right_after_creation_leaves_a_product_that_opens() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("p.cairn");
    let mut product = Product::create(&path, "Test", at(TODAY)).unwrap();
    let (_kept, copy) = crashed(&path);
    assert_eq!(order(&Product::open(&copy, at(TODAY)).unwrap()), "");
    product.apply(Edit::AddItems { items: vec![item("A")], place: Place::Top }, at(TODAY)).unwrap();
    let (_kept, copy) = crashed(&path);
    assert_eq!(order(&Product::open(&copy, at(TODAY)).unwrap()), "A");
    let names: Vec<_> = std::fs::read_dir(folder.path()).unwrap().map(|e| e.unwrap().file_name()).collect();
    assert!(names.iter().all(|name| !name.to_string_lossy().ends_with(".part")), "{names:?}");
}

#[test]
fn joined_saves_reach_page_and_search() {
    let mut product = product("A");
    let item = id(&product, "A");
    let mut page = Page::load(&mut product);
    for (title, body) in [("B", "willow"), ("C", "poplar"), ("D", "rowan")] {
        for change in
            [Field::Title(title.into()), Field::Title(format!("{title}!")), Field::Body(body.into())]
        {
            let edit = Edit::ChangeItems { ids: vec![item], change };
            page.accept(&product.apply(edit, at(TODAY)).unwrap());
            page.check(&mut product);
        }
    }
    for body in ["rowan and willow", "alder"] {
        let edit = Edit::ChangeItems { ids: vec![item], change: Field::Body(body.into()) };
        product.apply(edit, at(TODAY)).unwrap();
    }
    assert_eq!(product.search("alder", 9).len(), 1);
    assert_eq!(product.search("rowan", 9).len(), 0);
}
