//! What a build needs beside Rust: found if it is there, else installed into `target/tools`.

use std::{env, ffi::OsString, fs, path::PathBuf, process::Stdio};

use crate::{
    paths,
    shell::{Outcome, ask, cargo, command, phase, run},
};

/// The newest trunk that builds with the Rust version of Cargo.toml.
const TRUNK: &str = "0.21.14";
/// npm's build of wasm-opt; any newer one is as good.
const BINARYEN: &str = "binaryen@132";
/// The browser's target.
pub const WASM: &str = "wasm32-unknown-unknown";

/// Makes sure that the browser's files can be built: the target, trunk, wasm-bindgen.
pub fn ensure_web() -> Outcome {
    ensure_target()?;
    ensure_tool("trunk", TRUNK, &["--locked", "--no-default-features", "--features", "rustls"])?;
    let lock = fs::read_to_string(paths::root().join("Cargo.lock")).map_err(|error| format!("Cargo.lock: {error}"))?;
    let version = locked_version(&lock, "wasm-bindgen").ok_or("Cargo.lock names no wasm-bindgen")?;
    // Without --locked: the tool's own lock file names versions that registries have withdrawn.
    ensure_tool_as("wasm-bindgen-cli", "wasm-bindgen", &version, &["--no-default-features"])
}

/// PATH with the project's own tools first.
pub fn path() -> OsString {
    let own = [paths::tools().join("bin"), paths::node().join("node_modules/.bin")];
    let inherited = env::var_os("PATH").unwrap_or_default();
    env::join_paths(own.into_iter().chain(env::split_paths(&inherited))).unwrap_or(inherited)
}

/// Whether wasm-opt can be had. It makes the bundle some 2 % smaller, so its absence is no failure.
pub fn wasm_opt() -> bool {
    if paths::find("wasm-opt").is_some() || paths::node().join("node_modules/.bin/wasm-opt").is_file() {
        return true;
    }
    if paths::find("npm").is_none() {
        eprintln!("    wasm-opt is not here and neither is npm: the bundle will be some 2 % larger");
        return false;
    }
    match phase("Installing wasm-opt", || npm_install(BINARYEN)) {
        Ok(()) => true,
        Err(error) => {
            eprintln!("    {error}; going on without wasm-opt, the bundle will be some 2 % larger");
            false
        }
    }
}

/// Installs an npm package into the project's own folder.
pub fn npm_install(package: &str) -> Outcome {
    let prefix = paths::node();
    fs::create_dir_all(&prefix).map_err(|error| format!("{}: {error}", prefix.display()))?;
    run(command("npm")
        .args(["install", "--no-audit", "--no-fund", "--loglevel=error", "--prefix"])
        .arg(&prefix)
        .arg(package)
        .stdin(Stdio::null()))
}

/// A part of the Rust toolchain (`clippy`, `rustfmt`), added by rustup when missing.
pub fn ensure_component(component: &str, subcommand: &str) -> Outcome {
    if ask(&mut cargo([subcommand, "--version"])).is_some() {
        return Ok(());
    }
    phase(&format!("Adding {component} to the Rust toolchain"), || {
        run(command("rustup").args(["component", "add", component]))
            .map_err(|error| format!("{error}. Install {component} for the `cargo` in PATH, then run this again."))
    })
}

/// Installs Debian or Ubuntu packages where that is possible, else says what is needed and for what.
pub fn apt_install(packages: &[&str], purpose: &str) -> Outcome {
    let wanted = packages.join(" ");
    if paths::find("apt-get").is_none() || !is_root() {
        return Err(format!(
            "{purpose} needs {wanted}. Install it (on Debian and Ubuntu: `sudo apt-get install {wanted}`), then run this again."
        ));
    }
    phase(&format!("Installing {wanted} for {purpose}"), || {
        let apt = || {
            let mut apt = command("apt-get");
            apt.env("DEBIAN_FRONTEND", "noninteractive").stdin(Stdio::null()).arg("-qq");
            apt
        };
        run(apt().arg("update"))?;
        run(apt().args(["install", "-y", "--no-install-recommends"]).args(packages).stdout(Stdio::null()))
    })
}

/// Whether this process may do anything on this machine, as in most containers.
pub fn is_root() -> bool {
    ask(command("id").arg("-u")).is_some_and(|id| id == "0")
}

/// The standard library of the browser's target, added by rustup when missing.
pub fn ensure_target() -> Outcome {
    // They may name a sysroot of one's own.
    let flags = env::var("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS").unwrap_or_default();
    let library =
        ask(command("rustc").args(flags.split_whitespace()).args(["--print", "target-libdir", "--target", WASM]));
    if library.is_some_and(|dir| PathBuf::from(dir).is_dir()) {
        return Ok(());
    }
    phase(&format!("Adding the {WASM} target to the Rust toolchain"), || {
        run(command("rustup").args(["target", "add", WASM])).map_err(|error| {
            format!(
                "{error}. The browser's part is compiled to WebAssembly, so the standard library for {WASM} must be there. \
                 With rustup: `rustup target add {WASM}`. Without: your distribution's package of it \
                 (Fedora: rust-std-static-{WASM}; Arch: rust-wasm; Alpine: rust-wasm).{}",
                if paths::find("apt-get").is_some() { BUILD_IT_ON_DEBIAN } else { "" }
            )
        })
    })
}

/// Debian and Ubuntu package no standard library for WebAssembly, but its source. They build it in half a minute.
const BUILD_IT_ON_DEBIAN: &str = r#"

Where rustup can fetch nothing, Debian's own compiler builds that library:

    sudo apt-get install cargo-web rustc-web rust-web-src lld-22
    mkdir -p target/std/src && cd target/std
    echo '#![no_std]' > src/lib.rs
    printf '[package]\nname = "empty"\nversion = "0.0.0"\nedition = "2021"\n[workspace]\n' > Cargo.toml
    RUSTC=/usr/bin/rustc RUSTC_BOOTSTRAP=1 RUSTFLAGS=-Cembed-bitcode=yes CARGO_TARGET_DIR=build \
        /usr/bin/cargo build -Zbuild-std=std,panic_abort,panic_unwind --release --target wasm32-unknown-unknown
    mkdir -p sysroot/lib/rustlib/wasm32-unknown-unknown/lib
    cp build/wasm32-unknown-unknown/release/deps/lib*.rlib sysroot/lib/rustlib/wasm32-unknown-unknown/lib/
    ln -s /usr/lib/rustlib/"$(/usr/bin/rustc -vV | sed -n 's/^host: //p')" sysroot/lib/rustlib/
    export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="--sysroot $PWD/sysroot"
    export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER=wasm-ld-22 PATH="/usr/bin:$PATH"
    cd ../..

Then run this again in the same terminal."#;

fn ensure_tool(name: &str, version: &str, options: &[&str]) -> Outcome {
    ensure_tool_as(name, name, version, options)
}

/// Installs the crate `package`, whose program is `name`, unless exactly this version is there.
/// A debug build takes a third of the time to install and is as quick in use.
fn ensure_tool_as(package: &str, name: &str, version: &str, options: &[&str]) -> Outcome {
    let tools = paths::tools();
    let installed = ask(command(tools.join("bin").join(name)).arg("--version"));
    if installed.and_then(|said| printed_version(&said)).is_some_and(|found| found == version) {
        return Ok(());
    }
    phase(&format!("Installing {name} {version} (once; some minutes on a small machine)"), || {
        let build = tools.join("build");
        run(cargo(["install", package, "--version", version, "--debug", "--force", "--root"])
            .arg(&tools)
            .args(options)
            .env("CARGO_PROFILE_DEV_DEBUG", "false")
            .env("CARGO_TARGET_DIR", &build))?;
        fs::remove_dir_all(&build).map_err(|error| format!("{}: {error}", build.display()))
    })
}

/// The version in `trunk 0.21.14` or `wasm-bindgen 0.2.130 (abc)`.
fn printed_version(said: &str) -> Option<String> {
    let word = said.split_whitespace().nth(1)?;
    word.starts_with(|first: char| first.is_ascii_digit()).then(|| word.to_owned())
}

/// The version of a package in the text of Cargo.lock.
fn locked_version(lock: &str, package: &str) -> Option<String> {
    let mut lines = lock.lines().skip_while(|line| *line != format!("name = \"{package}\"")).skip(1);
    let version = lines.next()?.strip_prefix("version = \"")?.strip_suffix('"')?;
    Some(version.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_is_the_second_word_a_tool_says() {
        assert_eq!(printed_version("trunk 0.21.14").as_deref(), Some("0.21.14"));
        assert_eq!(printed_version("wasm-bindgen 0.2.130 (1a2b3c)").as_deref(), Some("0.2.130"));
        assert_eq!(printed_version("command not found"), None);
        assert_eq!(printed_version(""), None);
    }

    #[test]
    fn the_lock_file_decides_the_version_and_longer_names_do_not() {
        let lock = "[[package]]\nname = \"wasm-bindgen-futures\"\nversion = \"0.4.80\"\n\n[[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(locked_version(lock, "wasm-bindgen").as_deref(), Some("0.2.130"));
        assert_eq!(locked_version(lock, "leptos"), None);
    }
}
