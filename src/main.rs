//! Mounts the SPA.
fn main() {}
