//! The schema that editors use is the one of the Rust types, and the portals are valid by it.

use gaip_domain::portal::{CertificateTable, Portal};

#[test]
fn the_published_schema_is_up_to_date() {
    let published: serde_json::Value =
        serde_json::from_str(include_str!("../../../public/portals/portal.schema.json")).expect("it is JSON");
    let made = serde_json::to_value(schemars::schema_for!(Portal)).expect("a schema is JSON");
    assert!(published == made, "public/portals/portal.schema.json is out of date: run `cargo xtask generate`");
}

#[test]
fn the_portal_is_valid_by_its_own_schema() {
    let schema = serde_json::to_value(schemars::schema_for!(Portal)).expect("a schema is JSON");
    let portal = serde_json::from_str(include_str!("../../../public/portals/daejeon/portal.json")).expect("it is JSON");
    let errors: Vec<String> =
        jsonschema::validator_for(&schema).expect("a schema").iter_errors(&portal).map(|e| e.to_string()).collect();
    assert_eq!(errors, Vec::<String>::new());
}

#[test]
fn the_published_schema_of_the_table_is_up_to_date_and_the_table_valid_by_it() {
    let published: serde_json::Value =
        serde_json::from_str(include_str!("../../../public/portals/certificates.schema.json")).expect("it is JSON");
    let made = serde_json::to_value(schemars::schema_for!(CertificateTable)).expect("a schema is JSON");
    assert!(published == made, "public/portals/certificates.schema.json is out of date: run `cargo xtask generate`");
    let table = serde_json::from_str(include_str!("../../../public/portals/certificates.json")).expect("it is JSON");
    let errors: Vec<String> =
        jsonschema::validator_for(&made).expect("a schema").iter_errors(&table).map(|e| e.to_string()).collect();
    assert_eq!(errors, Vec::<String>::new());
}
