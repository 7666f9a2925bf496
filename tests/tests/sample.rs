//! The sample product over the real core.

use cairn_core::Product;
use cairn_tests::*;

#[test]
fn the_sample_has_an_order_people_and_a_history() {
    let mut product = Product::sample(at(TODAY)).unwrap();
    let page = product.load(at(TODAY)).unwrap();
    assert_eq!(page.items.iter().filter(|item| item.position.is_some()).count(), 44);
    assert_eq!(page.stakeholders.len(), 9);
    assert_eq!(page.sprints.len(), 15);
    assert_eq!(page.counts.done_in_sprint, 3);
    assert_eq!(page.items[6].title, "Cancel a reservation from the message itself");
    assert_eq!(product.check().unwrap(), Vec::<String>::new());
}

#[test]
fn the_sample_opens_from_a_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("sample.cairn");
    let mut sample = Product::sample(at(TODAY)).unwrap();
    sample.save_copy(&path).unwrap();
    let mut opened = Product::open(&path, at(TODAY)).unwrap();
    assert_eq!(opened.load(at(TODAY)).unwrap(), sample.load(at(TODAY)).unwrap());
}
