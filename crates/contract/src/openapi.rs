//! `openapi.json`, generated from the endpoints: OpenAPI 3.1 for engineers who write another backend.

use crate::endpoints::{self, EVERYWHERE, Endpoint};
use crate::needs::Needs;
use crate::problem::{Problem, ProblemCode};
use schemars::{JsonSchema, SchemaGenerator, generate::SchemaSettings};
use serde_json::{Map, Value, json};

/// The document while it is written.
pub struct Document {
    schemas: SchemaGenerator,
    paths: Map<String, Value>,
}

/// The whole document.
pub fn document() -> Value {
    let settings = SchemaSettings::draft2020_12().with(|s| s.definitions_path = "/components/schemas".into());
    let mut document = Document { schemas: settings.into_generator(), paths: Map::new() };
    let problem = document.schemas.subschema_for::<Problem>();
    endpoints::visit(&mut document);
    let Document { mut schemas, paths } = document;
    json!({
        "openapi": "3.1.0",
        "info": { "title": "Gaip backend contract", "version": env!("CARGO_PKG_VERSION"), "license": { "name": "Apache-2.0", "identifier": "Apache-2.0" } },
        "paths": paths,
        "components": {
            "schemas": schemas.take_definitions(true),
            "responses": { "Problem": { "description": "A refusal (RFC 9457)", "content": { "application/problem+json": { "schema": problem } } } },
        },
    })
}

impl Document {
    /// Adds an endpoint.
    pub(crate) fn add<E: Needs>(&mut self, name: &str, summary: &str)
    where
        E::Request: JsonSchema,
        E::Answer: JsonSchema,
    {
        let in_path = E::PATH.split('/').filter_map(|s| s.strip_prefix('{')?.strip_suffix('}'));
        let parameter = |place: &str, name: &str, required: bool| json!({ "name": name, "in": place, "required": required, "schema": { "type": "string" } });
        let mut parameters: Vec<Value> = in_path.map(|name| parameter("path", name, true)).collect();
        parameters.extend(E::QUERY.iter().map(|name| parameter("query", name, false)));
        let mut responses = Map::new();
        if is_empty::<E::Answer>() {
            responses.insert("204".to_owned(), json!({ "description": "Done" }));
        } else {
            let schema = self.schemas.subschema_for::<E::Answer>();
            responses.insert(
                "200".to_owned(),
                json!({ "description": "Done", "content": { "application/json": { "schema": schema } } }),
            );
        }
        for code in E::PROBLEMS.iter().chain(EVERYWHERE) {
            let codes = responses
                .entry(code.status().to_string())
                .or_insert_with(|| json!({ "$ref": "#/components/responses/Problem", "description": "" }));
            describe(codes, *code);
        }
        let mut operation = json!({ "operationId": name, "summary": summary, "x-needs": format!("{:?}", E::NEED), "parameters": parameters, "responses": responses });
        if E::PATH == endpoints::PatchFile::PATH && E::METHOD == endpoints::PatchFile::METHOD {
            operation["requestBody"] =
                json!({ "required": true, "content": { "application/octet-stream": { "schema": {} } } });
        } else if !is_empty::<E::Request>() {
            let schema = self.schemas.subschema_for::<E::Request>();
            operation["requestBody"] =
                json!({ "required": true, "content": { "application/json": { "schema": schema } } });
        }
        let path = self.paths.entry(E::PATH).or_insert_with(|| json!({}));
        path[E::METHOD.as_str().to_ascii_lowercase()] = operation;
    }
}

fn is_empty<T: JsonSchema>() -> bool {
    T::schema_name() == "Empty"
}

fn describe(response: &mut Value, code: ProblemCode) {
    let before = response["description"].as_str().unwrap_or_default();
    let separator = if before.is_empty() { "" } else { " | " };
    response["description"] = format!("{before}{separator}{}: {}", code.name(), code.title()).into();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_endpoint_names_its_problems() {
        let document = document();
        let answer = &document["paths"]["/api/portals/{portal}/journeys/{journey}/draft/steps/{step}/answer"]["put"];
        let conflicts = answer["responses"]["409"]["description"].as_str().unwrap_or_default();
        assert!(conflicts.contains("would_forget") && conflicts.contains("held_elsewhere"), "{conflicts}");
    }

    #[test]
    fn every_code_has_its_own_name() {
        let mut names: Vec<&str> = ProblemCode::ALL.iter().map(|code| code.name()).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), ProblemCode::ALL.len());
    }
}
