//! A refusal, small enough to be passed about.

use gaip_contract::{Problem, ProblemCode};
use gaip_domain::facts::FieldProblem;

/// What an endpoint of the demo comes to.
pub type Outcome<T> = Result<T, Refusal>;

/// Why a request was refused.
#[derive(Clone, Debug, PartialEq)]
pub struct Refusal(pub Box<Problem>);

impl Refusal {
    /// Fields are wrong.
    pub fn invalid(fields: Vec<FieldProblem>) -> Self {
        Self(Box::new(Problem::invalid(fields)))
    }

    /// One field is wrong.
    pub fn field(field: &str, error: gaip_domain::value::Invalid) -> Self {
        Self::invalid(vec![FieldProblem { field: field.to_owned(), error }])
    }
}

impl From<ProblemCode> for Refusal {
    fn from(code: ProblemCode) -> Self {
        Self(Box::new(code.into()))
    }
}
