//! What the charts of the invented product look like.

mod samples;

use cairn_charts::*;
use samples::*;

/// Writes every chart to `target/charts`, to be looked at.
#[test]
#[ignore = "writes pictures for people"]
fn samples_are_written() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../target/charts");
    std::fs::create_dir_all(folder).unwrap();
    for (width, height) in [(900, 420), (440, 260)] {
        for (name, scene) in all(Size::new(width, height)) {
            std::fs::write(format!("{folder}/{name}-{width}.svg"), svg(&scene)).unwrap();
        }
    }
}
