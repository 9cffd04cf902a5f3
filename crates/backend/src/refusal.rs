//! How use cases refuse: a problem of the contract, small enough to travel in a `Result`.

use crate::store::Failure;
use gaip_contract::{Problem, ProblemCode};
use gaip_domain::facts::FieldProblem;

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
