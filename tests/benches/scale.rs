//! Figures at 10,000 items.
fn main() {}
