//! No endpoint of the contract is forgotten, and no document is missing.

use super::walk::Walk;
use crate::api::stand_in::Asked;
use crate::demo::portals;
use crate::demo::state::Demo;
use crate::demo::table::{NOT_SIMULATED, rows};
use gaip_contract::bodies::Empty;
use gaip_contract::endpoints::{GetTerms, ListSandboxMessages};
use gaip_contract::{Endpoint, ProblemCode};
use gaip_domain::text::Lang;
use serde_json::Value;

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
fn every_document_is_a_file_of_the_site() {
    let site = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("public");
    for portal in portals::all() {
        for (terms, lang) in portal.terms.iter().flat_map(|terms| Lang::ALL.map(|lang| (terms, lang))) {
            let asked = Asked {
                method: GetTerms::METHOD,
                path: GetTerms::PATH,
                parts: vec![portal.id.clone(), terms.id.clone()],
                query: vec![("lang".to_owned(), lang.tag().to_owned())],
                headers: Vec::new(),
                body: String::new(),
                bytes: 0,
            };
            let file = portals::file_of(&asked).expect("documents are fetched");
            assert!(site.join(file.trim_start_matches('/')).is_file(), "{file} is not there");
        }
    }
}

#[test]
fn the_demo_survives_the_loading_of_a_page() {
    let walk = Walk::new();
    let json = serde_json::to_string(&walk.demo).unwrap();
    assert!(json.len() < 2_000_000, "{} bytes are too many for the name of a tab", json.len());
    let back: Demo = serde_json::from_str(&json).unwrap();
    assert_eq!(serde_json::to_string(&back).unwrap(), json);
}
