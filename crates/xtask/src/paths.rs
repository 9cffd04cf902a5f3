//! Where things are: every folder the commands read or write, in one place.

use std::{
    env,
    path::{Path, PathBuf},
};

/// The checkout.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .ancestors()
        .nth(2)
        .expect("this crate lies two folders below the root")
        .to_owned()
}

/// Cargo's target folder, shared by cargo, trunk, clippy and the tests so that nothing compiles twice.
pub fn target() -> PathBuf {
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), |dir| root().join(dir))
}

/// Tools of the project's own; nothing is installed into anyone's home.
pub fn tools() -> PathBuf {
    target().join("tools")
}

/// npm packages of the project's own.
pub fn node() -> PathBuf {
    tools().join("node")
}

/// The backend as cargo builds it in `profile` (the folder's name: `debug` or `release`).
pub fn backend(profile: &str) -> PathBuf {
    target().join(profile).join(format!("gaip-backend{}", env::consts::EXE_SUFFIX))
}

/// The first file called `name` in the folders of PATH.
pub fn find(name: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    env::split_paths(&path).map(|dir| dir.join(name)).find(|file| file.is_file())
}
