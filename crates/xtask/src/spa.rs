//! Builds the single-page application with trunk, unless nothing it is made from has changed.

use std::{fs, path::PathBuf};

use crate::{
    dist, paths,
    shell::{Outcome, command, phase, run},
    split,
    stamp::Stamp,
    tools, worker,
};

/// Everything a bundle is made from. Tests and the backend are not among it.
const INPUTS: [&str; 15] = [
    ".cargo",
    "Cargo.toml",
    "Cargo.lock",
    "Trunk.toml",
    "index.html",
    "src",
    "style",
    "public",
    "crates/classify",
    "crates/contract",
    "crates/domain",
    "crates/finder",
    "crates/npki",
    "crates/signer",
    "crates/xtask/src",
];

/// One set of files for the browser.
pub struct Bundle {
    /// Names its stamp.
    name: &'static str,
    /// The cargo profile.
    profile: &'static str,
    /// Whether the gallery of screens is in it.
    gallery: bool,
    /// Where the files go.
    pub dist: PathBuf,
}

impl Bundle {
    /// What members load.
    pub fn production() -> Self {
        Self { name: "dist", profile: "browser", gallery: false, dist: paths::root().join("dist") }
    }

    /// The same with the gallery, for designers and the accessibility tests.
    pub fn gallery() -> Self {
        Self { name: "dist-gallery", profile: "browser", gallery: true, dist: paths::target().join("dist-gallery") }
    }

    /// Quick to build, with the gallery, for people at work on it.
    pub fn development() -> Self {
        Self { name: "dist-dev", profile: "dev", gallery: true, dist: paths::target().join("dist-dev") }
    }

    fn optimised(&self) -> bool {
        self.profile == "browser"
    }
}

/// Builds the bundle if needed, makes it ready to be served and checks its sizes.
pub fn build(bundle: &Bundle) -> Outcome {
    let inputs = INPUTS.map(|input| paths::root().join(input));
    let settings = format!("{} {}", bundle.profile, bundle.gallery);
    let stamp = Stamp::of(&inputs, &settings).map_err(|error| format!("the sources cannot be read: {error}"))?;
    if stamp.is_current(bundle.name) && bundle.dist.join("index.html").is_file() {
        eprintln!("    {} is up to date", bundle.dist.display());
        return Ok(());
    }
    tools::ensure_web()?;
    let smaller = bundle.optimised() && tools::wasm_opt();
    let title =
        if bundle.gallery { "Building the browser's part with the gallery" } else { "Building the browser's part" };
    phase(title, || trunk(bundle))?;
    if bundle.optimised() {
        phase("Splitting off what comes later", || split::split(&bundle.dist, smaller))?;
        worker::trim(&bundle.dist, smaller)?;
        phase("Compressing and measuring it", || dist::finish(&bundle.dist, bundle.gallery))?;
    } else {
        dist::allow_strict_csp(&bundle.dist)?;
    }
    stamp.store(bundle.name).map_err(|error| format!("{}: {error}", paths::target().display()))
}

fn trunk(bundle: &Bundle) -> Outcome {
    fs::create_dir_all(&bundle.dist).map_err(|error| format!("{}: {error}", bundle.dist.display()))?;
    let mut trunk = command(paths::tools().join("bin/trunk"));
    trunk
        .args(["build", "--offline", "--skip-version-check", "--cargo-profile", bundle.profile, "--dist"])
        .arg(&bundle.dist);
    let features = [("gallery", bundle.gallery), ("split", bundle.optimised())];
    for (feature, _) in features.iter().filter(|(_, wanted)| *wanted) {
        trunk.args(["--features", feature]);
    }
    // trunk takes NO_COLOR=1, which many environments set, for a mistake.
    run(trunk.env("PATH", tools::path()).env_remove("NO_COLOR"))
}
