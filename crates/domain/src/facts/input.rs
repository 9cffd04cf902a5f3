//! What a person typed, as it was typed.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Typed input of one field: a text, or several for fields of several parts. As typed, never a domain value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum FieldInput {
    /// One text.
    Text(String),
    /// Several texts: parts of an address, amounts by year, chosen values, file ids.
    List(Vec<String>),
}

/// Typed input by field name.
pub type Fields = BTreeMap<String, FieldInput>;

/// Typed input of one product.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ProductInput {
    /// Keeps a product itself while its neighbours move or go.
    pub id: String,
    /// By field name.
    pub fields: Fields,
}

/// Typed input of one step, as it is saved while a person types.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct StepInput {
    /// By field name. A consent step has a field for each document (`yes` or `no`).
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub fields: Fields,
    /// Of a products step.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub products: Vec<ProductInput>,
}

impl StepInput {
    /// The text of a field; empty where nothing or a list was typed.
    pub fn text(&self, name: &str) -> &str {
        text(&self.fields, name)
    }

    /// The entries of a field; empty where nothing or a text was typed.
    pub fn list(&self, name: &str) -> &[String] {
        list(&self.fields, name)
    }
}

/// The text of a field; empty where nothing or a list was typed.
pub fn text<'a>(fields: &'a Fields, name: &str) -> &'a str {
    match fields.get(name) {
        Some(FieldInput::Text(text)) => text,
        _ => "",
    }
}

/// The entries of a field; empty where nothing or a text was typed.
pub fn list<'a>(fields: &'a Fields, name: &str) -> &'a [String] {
    match fields.get(name) {
        Some(FieldInput::List(list)) => list,
        _ => &[],
    }
}
