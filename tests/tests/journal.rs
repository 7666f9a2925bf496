//! The journal: what is taken back, told and joined, and what a crash leaves.

use cairn_core::Edit;
use cairn_core::Product;
use cairn_core::backlog::Place;
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
