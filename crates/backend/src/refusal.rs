//! How use cases refuse: a problem of the contract, small enough to travel in a `Result`.

use crate::clock::{Millis, seconds};
use crate::store::Failure;
use gaip_contract::{Problem, ProblemCode};
use gaip_domain::facts::FieldProblem;
use gaip_domain::value::Invalid;

/// A refusal on its way to the browser.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal(pub Box<Problem>);

/// What a use case answers.
pub type Outcome<T> = Result<T, Refusal>;

impl Refusal {
    /// Wrong fields.
    pub fn invalid(fields: Vec<FieldProblem>) -> Self {
        Problem::invalid(fields).into()
    }

    /// One field is wrong.
    pub fn field(field: &str, error: Invalid) -> Self {
        Self::invalid(vec![FieldProblem { field: field.to_owned(), error }])
    }

    /// Come back after this time.
    pub fn later(code: ProblemCode, time: Millis) -> Self {
        Problem { retry_after: Some(seconds(time).max(1)), ..Problem::new(code) }.into()
    }

    /// Come back after this many seconds.
    pub fn wait(seconds: u32) -> Self {
        Problem { retry_after: Some(seconds), ..Problem::new(ProblemCode::TooMany) }.into()
    }

    /// Its code.
    pub fn code(&self) -> ProblemCode {
        self.0.code
    }
}

impl From<Problem> for Refusal {
    fn from(problem: Problem) -> Self {
        Self(Box::new(problem))
    }
}

impl From<ProblemCode> for Refusal {
    fn from(code: ProblemCode) -> Self {
        Problem::new(code).into()
    }
}

impl From<Failure> for Refusal {
    fn from(failure: Failure) -> Self {
        ProblemCode::from(failure).into()
    }
}
