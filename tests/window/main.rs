//! Tests in the real window.
//!
//! Left out of a plain `cargo test`, since they need the built application and a virtual screen:
//! `cargo xtask test` sees to both, `cargo xtask window` runs these alone. It finds them by the
//! names of their modules, which begin with `window_`.

mod window_policy;
mod window_start;
