//! Portals and generated files: what `cargo xtask check`, `generate` and the test stages of the same name do.

use std::{fs, path::Path};

use crate::{paths, shell::Outcome};

/// Checks every portal in `folder`, one folder each; every mistake names its file, path and mend.
pub fn portals(folder: &Path) -> Outcome {
    let folder = paths::root().join(folder);
    let failed = |error| format!("{}: {error}", folder.display());
    let mut mistakes = Vec::new();
    let mut checked = 0;
    for entry in fs::read_dir(&folder).map_err(failed)? {
        let portal = entry.map_err(failed)?.path();
        if portal.is_dir() {
            checked += 1;
            mistakes.extend(portal_mistakes(&portal));
        }
    }
    for mistake in &mistakes {
        eprintln!("{mistake}");
    }
    match mistakes.len() {
        0 => {
            eprintln!("    {checked} checked, no mistake");
            Ok(())
        }
        many => Err(format!("{many} mistakes in {}", folder.display())),
    }
}

/// The mistakes in one portal's folder.
fn portal_mistakes(portal: &Path) -> Vec<String> {
    let file = portal.join("portal.json");
    let parsed = fs::read_to_string(&file)
        .map_err(|error| error.to_string())
        .and_then(|text| {
            serde_json::from_str::<serde_json::Value>(&text).map_err(|error| error.to_string())
        });
    parsed
        .err()
        .map(|error| format!("{}: {error}", file.display()))
        .into_iter()
        .collect()
}

/// Every generated file: its path in the checkout and its text from the Rust types.
fn files() -> Vec<(&'static str, String)> {
    Vec::new()
}

/// Writes the generated files.
pub fn generate() -> Outcome {
    for (name, text) in files() {
        fs::write(paths::root().join(name), text).map_err(|error| format!("{name}: {error}"))?;
        eprintln!("    {name} written");
    }
    Ok(())
}

/// Fails if a generated file is not what the types say.
pub fn generated() -> Outcome {
    let stale: Vec<_> = files()
        .into_iter()
        .filter(|(name, text)| {
            fs::read_to_string(paths::root().join(name)).ok().as_ref() != Some(text)
        })
        .map(|(name, _)| name)
        .collect();
    if stale.is_empty() {
        Ok(())
    } else {
        Err(format!(
            "{} differ from the Rust types; run `cargo xtask generate`",
            stale.join(", ")
        ))
    }
}
