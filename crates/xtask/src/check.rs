//! Portals and generated files: what `cargo xtask check`, `generate` and the test stages of the same name do.

use std::{fs, path::Path};

use gaip_domain::portal::{self, CertificateTable, Portal, TABLE_FILE};

use crate::{paths, shell::Outcome};

/// Checks every portal in `folder`, one folder each; every mistake names its file, path and mend.
pub fn portals(folder: &Path) -> Outcome {
    let folder = paths::root().join(folder);
    let failed = |error| format!("{}: {error}", folder.display());
    let mut mistakes = Vec::new();
    let table = table(&folder.join(TABLE_FILE), &mut mistakes);
    let mut checked = 0;
    for entry in fs::read_dir(&folder).map_err(failed)? {
        let portal = entry.map_err(failed)?.path();
        if portal.is_dir() {
            checked += 1;
            mistakes.extend(portal_mistakes(&portal, table.as_ref()));
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

/// The table of certificates, if there is one that reads; its mistakes go to the others.
fn table(file: &Path, mistakes: &mut Vec<String>) -> Option<CertificateTable> {
    let json = fs::read_to_string(file).ok()?;
    let (found, table) = match portal::parse_table(&json) {
        Ok(table) => (portal::check_table(&table), Some(table)),
        Err(mistake) => (vec![mistake], None),
    };
    mistakes.extend(found.iter().map(|mistake| format!("{}: {mistake}", file.display())));
    table
}

/// The mistakes in one portal's folder.
fn portal_mistakes(folder: &Path, table: Option<&CertificateTable>) -> Vec<String> {
    let file = folder.join("portal.json");
    let json = match fs::read_to_string(&file) {
        Ok(json) => json,
        Err(error) => return vec![format!("{}: {error}. Every portal has this file", file.display())],
    };
    let name = folder.file_name().unwrap_or_default().to_string_lossy();
    let mistakes = match portal::parse(&json) {
        Ok(portal) => {
            let own = portal::check(&portal, &name, &|inner| folder.join(inner).is_file());
            own.into_iter().chain(portal::check_taken(&portal, table)).collect()
        }
        Err(mistake) => vec![mistake],
    };
    mistakes.iter().map(|mistake| format!("{}: {mistake}", file.display())).collect()
}

/// Every generated file: its path in the checkout and its text from the Rust types.
fn files() -> [(&'static str, String); 3] {
    [
        ("crates/contract/openapi.json", pretty(&gaip_contract::openapi::document())),
        ("public/portals/portal.schema.json", pretty(&schemars::schema_for!(Portal))),
        ("public/portals/certificates.schema.json", pretty(&schemars::schema_for!(CertificateTable))),
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
        .filter(|(name, text)| {
            // As JSON: the order of members is no difference.
            let published = fs::read_to_string(paths::root().join(name)).unwrap_or_default();
            let parsed = |json: &str| serde_json::from_str::<serde_json::Value>(json).ok();
            parsed(&published).is_none() || parsed(&published) != parsed(text)
        })
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
        let mistakes = portal_mistakes(&folder.join("empty"), None);
        assert_eq!(mistakes.len(), 1, "{mistakes:?}");
        assert!(mistakes[0].contains("portal.json"), "{mistakes:?}");
        assert_eq!(portals(&folder), Err(format!("1 mistakes in {}", folder.display())));
        fs::remove_dir_all(folder).expect("the temporary folder goes");
    }

    #[test]
    fn the_published_contract_is_that_of_the_types() {
        assert_eq!(generated(), Ok(()));
    }

    /// Fails with every name that a document does not have between backquotes.
    fn documented(document: &str, names: impl IntoIterator<Item = String>) {
        let text = fs::read_to_string(paths::root().join(document)).expect("the document is there");
        let missing: Vec<_> = names.into_iter().filter(|name| !text.contains(&format!("`{name}`"))).collect();
        assert!(missing.is_empty(), "{document} says nothing about {}", missing.join(", "));
    }

    #[test]
    fn the_contract_document_names_every_endpoint_and_problem() {
        let contract = gaip_contract::openapi::document();
        let operations = contract["paths"].as_object().into_iter().flatten().filter_map(|(_, path)| path.as_object());
        let endpoints = operations.flatten().filter_map(|(_, operation)| operation["operationId"].as_str());
        let problems = gaip_contract::ProblemCode::ALL.iter().map(|code| code.name());
        let names: Vec<_> = endpoints.chain(problems).map(str::to_owned).collect();
        assert!(names.len() > 40, "{names:?}");
        documented("docs/backend-contract.md", names);
    }

    #[test]
    fn the_portal_document_names_every_setting() {
        let mut names = Vec::new();
        for schema in [schemars::schema_for!(Portal), schemars::schema_for!(CertificateTable)] {
            settings(&serde_json::to_value(schema).expect("a schema is JSON"), &mut names);
        }
        assert!(names.len() > 60, "{names:?}");
        let text = fs::read_to_string(paths::root().join("docs/portals.md")).expect("the document is there");
        let missing: Vec<_> = names
            .iter()
            .filter(|name| !text.contains(&format!("`{name}`")) && !text.contains(&format!("\"{name}\"")))
            .collect();
        assert!(missing.is_empty(), "docs/portals.md says nothing about {missing:?}");
    }

    /// The names of all properties and words of a schema.
    fn settings(schema: &serde_json::Value, names: &mut Vec<String>) {
        match schema {
            serde_json::Value::Object(map) => {
                for (key, value) in map {
                    match (key.as_str(), value) {
                        ("properties", serde_json::Value::Object(properties)) => {
                            names.extend(properties.keys().cloned());
                        }
                        ("const", serde_json::Value::String(word)) => names.push(word.clone()),
                        _ => {}
                    }
                    settings(value, names);
                }
            }
            serde_json::Value::Array(list) => list.iter().for_each(|value| settings(value, names)),
            _ => {}
        }
    }

    #[test]
    fn the_readme_names_every_variable_of_the_backend() {
        let config = fs::read_to_string(paths::root().join("crates/backend/src/config.rs")).expect("it is there");
        let variables: Vec<_> =
            config.split("env = \"").skip(1).filter_map(|rest| rest.split('"').next()).map(str::to_owned).collect();
        assert!(variables.len() > 10, "{variables:?}");
        documented("README.md", variables);
    }
}
