//! Portals and generated files: what `cargo xtask check`, `generate` and the test stages of the same name do.

use std::{fs, path::Path};

use gaip_domain::portal::{self, Portal};

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
fn portal_mistakes(folder: &Path) -> Vec<String> {
    let file = folder.join("portal.json");
    let json = match fs::read_to_string(&file) {
        Ok(json) => json,
        Err(error) => return vec![format!("{}: {error}. Every portal has this file", file.display())],
    };
    let name = folder.file_name().unwrap_or_default().to_string_lossy();
    let mistakes = match portal::parse(&json) {
        Ok(portal) => portal::check(&portal, &name, &|inner| folder.join(inner).is_file()),
        Err(mistake) => vec![mistake],
    };
    mistakes.iter().map(|mistake| format!("{}: {mistake}", file.display())).collect()
}

/// Every generated file: its path in the checkout and its text from the Rust types.
fn files() -> [(&'static str, String); 2] {
    [
        ("crates/contract/openapi.json", pretty(&gaip_contract::openapi::document())),
        ("public/portals/portal.schema.json", pretty(&schemars::schema_for!(Portal))),
    ]
}

fn pretty(document: &impl serde::Serialize) -> String {
    serde_json::to_string_pretty(document).expect("a schema is JSON")
        + "
"
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
        .filter(|(name, text)| fs::read_to_string(paths::root().join(name)).ok().as_ref() != Some(text))
        .map(|(name, _)| name)
        .collect();
    if stale.is_empty() {
        Ok(())
    } else {
        Err(format!("{} differ from the Rust types; run `cargo xtask generate`", stale.join(", ")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_without_a_portal_is_told_which_file_is_missing() {
        let folder = std::env::temp_dir().join(format!("portals-{}", std::process::id()));
        fs::create_dir_all(folder.join("empty")).expect("a temporary folder");
        let mistakes = portal_mistakes(&folder.join("empty"));
        assert_eq!(mistakes.len(), 1, "{mistakes:?}");
        assert!(mistakes[0].contains("portal.json"), "{mistakes:?}");
        assert_eq!(portals(&folder), Err(format!("1 mistakes in {}", folder.display())));
        fs::remove_dir_all(folder).expect("the temporary folder goes");
    }

    #[test]
    fn the_published_contract_is_that_of_the_types() {
        assert_eq!(generated(), Ok(()));
    }
}
