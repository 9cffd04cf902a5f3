//! The operations of the contract as `openapi.json` lists them, each with what it needs and the least that can be sent.

use crate::support::Backend;
use gaip_contract::needs::{NEEDS, Need};
use gaip_domain::permission::Service;
use gaip_domain::portal::StepKind;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// Parts of addresses and bodies that name a thing of somebody.
const THINGS: [&str; 9] =
    ["attempt", "certificate", "employee", "file", "invitation", "login", "offer", "passkey", "reference"];

/// What the parts of an address are filled with, by name.
pub type Parts = BTreeMap<&'static str, String>;

/// An operation.
#[derive(Clone)]
pub struct Operation {
    pub id: String,
    pub need: Need,
    /// Whether it names a thing of somebody.
    pub names: bool,
    /// The service of the portal that it opens.
    pub opens: Option<Service>,
    /// How it refuses what is not there for the caller.
    pub gone: &'static str,
    method: String,
    path: String,
    body: Value,
}

/// Every operation of the contract. Those that end what the others rely on come last.
pub fn operations() -> Vec<Operation> {
    let document: Value = serde_json::from_str(include_str!("../../../../contract/openapi.json")).unwrap();
    let mut operations = Vec::new();
    for (path, methods) in document["paths"].as_object().unwrap() {
        for (method, operation) in methods.as_object().unwrap() {
            operations.push(Operation::read(&document, path, &method.to_uppercase(), operation));
        }
    }
    for (name, _) in NEEDS {
        assert_eq!(operations.iter().filter(|operation| operation.id == *name).count(), 1, "{name} is walked once");
    }
    assert_eq!(operations.len(), NEEDS.len());
    // What a challenge or a financial certificate is for is in the body.
    let sign_up = json!({ "sign_up": { "journey": "none", "step": "none" } });
    for (id, purpose, need) in [
        ("PostChallenge", json!("login"), Need::Anybody),
        ("PostChallenge", json!("register"), Need::Member),
        ("PostChallenge", json!("step_up"), Need::AdminBeforeConsent),
        ("PostChallenge", sign_up.clone(), Need::Draft),
        ("PostFinancial", json!("login"), Need::Anybody),
        ("PostFinancial", sign_up, Need::Draft),
    ] {
        let place = operations.iter().position(|operation| operation.id == id).unwrap();
        let mut again = operations[place].clone();
        again.body["purpose"] = purpose.clone();
        operations.push(Operation { id: format!("{id} {purpose}"), need, names: false, ..again });
    }
    // Which service is opened is in the address.
    let open = operations.iter().find(|operation| operation.id == "OpenService").unwrap().clone();
    for (service, word) in Service::all().filter_map(|service| Some((service, service.opened_as()?))) {
        let (id, path) = (format!("OpenService {word}"), open.path.replace("{service}", word));
        operations.push(Operation { id, path, opens: Some(service), ..open.clone() });
    }
    operations.retain(|operation| !["PostChallenge", "PostFinancial", "OpenService"].contains(&operation.id.as_str()));
    let last = ["LeaveForGood", "DeleteDraft", "PostDraft", "LogOut"];
    operations.sort_by_key(|operation| last.iter().position(|id| operation.id == *id).map_or(0, |place| place + 1));
    operations
}

impl Operation {
    fn read(document: &Value, path: &str, method: &str, operation: &Value) -> Self {
        let id = operation["operationId"].as_str().unwrap().to_owned();
        let need = NEEDS.iter().find(|(name, _)| *name == id).map(|(_, need)| *need);
        let body = &operation["requestBody"]["content"]["application/json"]["schema"];
        let body = if body.is_null() { Value::Null } else { least(document, body) };
        let said = operation["responses"].to_string();
        let gone = ["offer_gone", "financial_gone", "invitation_gone"].into_iter().find(|code| said.contains(code));
        let holds = |thing: &&str| path.contains(&format!("{{{thing}}}"));
        let names = THINGS.iter().any(holds) || body.get("employee").is_some() || body.get("ids").is_some();
        Self {
            need: need.unwrap_or_else(|| panic!("{id} says nowhere what it needs")),
            names,
            opens: None,
            gone: gone.unwrap_or("not_found"),
            method: method.to_owned(),
            path: path.to_owned(),
            body,
            id,
        }
    }

    /// A step of the kind that the operation belongs to, where it is for one kind.
    pub fn step(&self, backend: &Backend) -> Option<Parts> {
        let is: fn(&StepKind) -> bool = match self.path.rsplit_once("{step}/").map(|(_, rest)| rest) {
            Some("email-code") => |kind| matches!(kind, StepKind::EmailCode(_)),
            Some("old-accounts") => |kind| matches!(kind, StepKind::OldAccount(_)),
            Some("social") => |kind| matches!(kind, StepKind::Social(_)),
            Some(rest) if rest.starts_with("identity") => |kind| matches!(kind, StepKind::Identity(_)),
            // Not every step that takes certificates takes financial ones.
            None if self.need == Need::Draft && self.body.get("purpose").is_some() => {
                |kind| matches!(kind, StepKind::Certificate(certificate) if certificate.financial.is_some())
            }
            _ => return None,
        };
        let journeys = backend.app.portals.iter().flat_map(|served| {
            let sign_ups = served.portal.journeys.iter().filter(|journey| !journey.purpose.needs_login());
            sign_ups.map(|journey| (&served.portal.id, journey))
        });
        let steps =
            journeys.flat_map(|(portal, journey)| journey.steps.iter().map(move |step| (portal, journey, step)));
        let (portal, journey, step) = steps.into_iter().find(|(_, _, step)| is(&step.kind)).expect("such a step");
        Some([("portal", portal.clone()), ("journey", journey.id.clone()), ("step", step.id.clone())].into())
    }

    /// The request that asks for it with these parts: method, address, body.
    pub fn request(&self, parts: &Parts) -> (&str, String, Value) {
        let part = |name: &str| parts.get(name).map_or("none", String::as_str).to_owned();
        let filled = self.path.split('/').map(|segment| {
            segment.strip_prefix('{').and_then(|s| s.strip_suffix('}')).map_or(segment.to_owned(), part)
        });
        let path = filled.collect::<Vec<_>>().join("/");
        let mut body = self.body.clone();
        for (name, value) in body.as_object_mut().into_iter().flat_map(Map::iter_mut) {
            match name.as_str() {
                "portal" | "employee" => *value = json!(part(name)),
                "login_id" => *value = json!("walker1"),
                "ids" => *value = json!([part("employee")]),
                "purpose" => {
                    if let Some(place) = value.get_mut("sign_up") {
                        *place = json!({ "journey": part("journey"), "step": part("step") });
                    }
                }
                _ => {}
            }
        }
        (&self.method, path, body)
    }
}

/// The least that a schema takes.
fn least(document: &Value, schema: &Value) -> Value {
    if let Some(name) = schema["$ref"].as_str() {
        return least(document, document.pointer(name.trim_start_matches('#')).expect("a schema"));
    }
    if let Some(value) = schema.get("const").or_else(|| schema["enum"].get(0)) {
        return value.clone();
    }
    if let Some(first) = ["anyOf", "oneOf", "allOf"].into_iter().find_map(|of| schema[of].get(0)) {
        return least(document, first);
    }
    let kind = schema["type"].as_str().or_else(|| schema["type"][0].as_str());
    match kind {
        Some("object") => {
            let required = schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str);
            required.map(|name| (name.to_owned(), least(document, &schema["properties"][name]))).collect()
        }
        Some("array") => json!([]),
        Some("string") => json!("none"),
        Some("integer" | "number") => json!(0),
        Some("boolean") => json!(false),
        _ => Value::Null,
    }
}
