//! No endpoint of the contract is forgotten, and every portal is there.

use super::walk::Walk;
use crate::demo::portals;
use crate::demo::state::Demo;
use crate::demo::table::{NOT_SIMULATED, rows};
use gaip_contract::ProblemCode;
use gaip_contract::bodies::Empty;
use gaip_contract::endpoints::ListSandboxMessages;
use serde_json::Value;
use std::collections::BTreeSet;

#[test]
fn every_endpoint_is_answered_or_it_is_said_why_not() {
    let document: Value = serde_json::from_str(include_str!("../../../crates/contract/openapi.json")).unwrap();
    let mut faults = Vec::new();
    let rows = rows();
    let paths = document["paths"].as_object().expect("the document lists paths");
    for (path, methods) in paths {
        for method in methods.as_object().expect("a path lists methods").keys().map(|method| method.to_uppercase()) {
            let answered = rows.iter().filter(|row| row.is_of(&method, path)).count();
            let said = NOT_SIMULATED.iter().filter(|(m, p, why)| *m == method && p == path && !why.is_empty()).count();
            if answered + said != 1 {
                faults.push(format!("{method} {path} is answered {answered} times and excused {said} times"));
            }
        }
    }
    assert!(paths.len() > 50 && faults.is_empty(), "{}", faults.join("\n"));
    for (method, path, _) in NOT_SIMULATED {
        let known = paths.get(*path).and_then(|methods| methods.get(method.to_lowercase()));
        assert!(known.is_some(), "{method} {path} is no endpoint any more");
    }
}

#[test]
fn what_is_not_simulated_is_refused() {
    assert_eq!(Walk::new().ask::<ListSandboxMessages>(&[], &Empty {}).unwrap_err(), ProblemCode::NotFound);
}

#[test]
fn every_portal_of_the_product_is_in_the_demo() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("public/portals");
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let folders = entries.filter(|path| path.join("portal.json").is_file());
    let there: BTreeSet<String> =
        folders.map(|path| path.file_name().unwrap().to_string_lossy().into_owned()).collect();
    let known: BTreeSet<String> = portals::all().iter().map(|portal| portal.id.clone()).collect();
    assert_eq!(known, there);
}

#[test]
fn the_demo_survives_the_loading_of_a_page() {
    let walk = Walk::new();
    let json = serde_json::to_string(&walk.demo).unwrap();
    assert!(json.len() < 2_000_000, "{} bytes are too many for the name of a tab", json.len());
    let back: Demo = serde_json::from_str(&json).unwrap();
    assert_eq!(serde_json::to_string(&back).unwrap(), json);
}
