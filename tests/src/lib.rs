//! What the tests of Cairn share.

pub mod desk;
pub mod host;
