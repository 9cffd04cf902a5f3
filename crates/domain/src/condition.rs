//! Conditions over facts: a small closed set instead of an expression language.

use serde::{Deserialize, Serialize};

/// What must hold for a step or field to be asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[cfg_attr(not(target_arch = "wasm32"), serde(deny_unknown_fields))]
pub enum Condition {
    /// A fact, named `step.field`, has a value; a fact of several values has it among them.
    Equals {
        /// `step.field`.
        fact: String,
        /// The value as text.
        value: String,
    },
    /// A fact, named `step.field`, is known at all: the field was filled in.
    Answered(String),
    /// One of these holds.
    Any(Vec<Condition>),
    /// All of these hold.
    All(Vec<Condition>),
    /// This does not hold.
    Not(Box<Condition>),
}

impl Condition {
    /// Whether it holds, `known` giving the values of a fact (none for one that is not known yet).
    pub fn holds(&self, known: &dyn Fn(&str) -> Vec<String>) -> bool {
        match self {
            Condition::Equals { fact, value } => known(fact).iter().any(|v| v == value),
            Condition::Answered(fact) => known(fact).iter().any(|value| !value.is_empty()),
            Condition::Any(conditions) => conditions.iter().any(|c| c.holds(known)),
            Condition::All(conditions) => conditions.iter().all(|c| c.holds(known)),
            Condition::Not(condition) => !condition.holds(known),
        }
    }

    /// Every fact that it asks about, with the value where it asks for one.
    pub fn facts(&self) -> Vec<(&str, Option<&str>)> {
        match self {
            Condition::Equals { fact, value } => vec![(fact, Some(value))],
            Condition::Answered(fact) => vec![(fact, None)],
            Condition::Any(conditions) | Condition::All(conditions) => {
                conditions.iter().flat_map(Condition::facts).collect()
            }
            Condition::Not(condition) => condition.facts(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn equals(fact: &str, value: &str) -> Condition {
        Condition::Equals { fact: fact.to_owned(), value: value.to_owned() }
    }

    #[test]
    fn conditions_combine() {
        let known = |fact: &str| {
            if fact == "a.b" { vec!["1".to_owned(), "2".to_owned()] } else { vec![] }
        };
        assert!(equals("a.b", "2").holds(&known));
        assert!(!equals("a.c", "2").holds(&known));
        assert!(Condition::Not(Box::new(equals("a.c", "2"))).holds(&known));
        assert!(Condition::Any(vec![equals("a.c", "1"), equals("a.b", "1")]).holds(&known));
        assert!(!Condition::All(vec![equals("a.c", "1"), equals("a.b", "1")]).holds(&known));
    }
}
