//! What a refusal means and what to do about it: those that any page can meet. The others come later ([`super::refusal`]).

use super::{fill, pick};
use crate::api::Failure;
use gaip_contract::problem::{Problem, ProblemCode};

/// The words for a failure: what happened and how to go on.
pub fn problem(failure: &Failure) -> String {
    let (ko, en) = match failure {
        Failure::Unreachable => (
            "서버에 연결하지 못했습니다. 입력한 내용은 그대로 있습니다. 잠시 후 다시 시도해 주세요.",
            "The server could not be reached. Your entries are still here. Please try again shortly.",
        ),
        Failure::Refused(problem) => return refused(problem),
    };
    pick(ko, en).to_owned()
}

fn refused(problem: &Problem) -> String {
    // What only later pages meet is said by them.
    let (ko, en) = of_code(problem.code).unwrap_or(UNTOLD);
    let words = pick(ko, en);
    match problem.code {
        ProblemCode::TooMany => fill(words, problem.retry_after.unwrap_or(60)),
        ProblemCode::Internal => fill(words, problem.request_id.as_deref().unwrap_or("-")),
        _ => words.to_owned(),
    }
}

/// A refusal without words of its own.
const UNTOLD: (&str, &str) = (
    "요청을 처리하지 못했습니다. 화면을 새로 고친 뒤 다시 시도해 주세요.",
    "The request could not be processed. Reload the page and try again.",
);

/// The words of a code, Korean and English.
pub(super) fn of_code(code: ProblemCode) -> Option<(&'static str, &'static str)> {
    let words = match code {
        ProblemCode::Invalid => ("입력한 내용을 확인해 주세요.", "Please check what you entered."),
        ProblemCode::BadRequest | ProblemCode::CrossSite => UNTOLD,
        ProblemCode::LoginRequired => ("로그인이 필요합니다. 다시 로그인해 주세요.", "Please log in again."),
        ProblemCode::AlreadySubmitted => ("이미 제출했습니다.", "It was submitted already."),
        ProblemCode::NotFound => ("찾을 수 없습니다. 주소를 확인해 주세요.", "Not found. Please check the address."),
        ProblemCode::DraftGone => (
            "작성하던 내용을 찾을 수 없습니다. 보관 기간이 지났거나 취소되었습니다.",
            "What you were filling in is no longer there. It was cancelled or kept for too long.",
        ),
        ProblemCode::HeldElsewhere => ("다른 창에서 작성하고 있습니다.", "This is open in another window."),
        ProblemCode::StepClosed => (
            "앞 단계를 먼저 마쳐야 합니다. 마치지 않은 단계로 이동해 주세요.",
            "An earlier step is not finished. Please go to that step first.",
        ),
        ProblemCode::WouldForget => {
            ("이 값을 바꾸면 다시 확인할 단계가 있습니다.", "Changing this voids other answers.")
        }
        ProblemCode::TermsChanged => (
            "약관이 바뀌었습니다. 바뀐 내용을 읽고 다시 동의해 주세요.",
            "The documents have changed. Please read them and agree again.",
        ),
        ProblemCode::TooMany => {
            ("요청이 너무 많습니다. {}초 뒤에 다시 시도해 주세요.", "Too many requests. Try again in {} seconds.")
        }
        ProblemCode::Internal => (
            "문제가 생겨 처리하지 못했습니다. 입력한 내용은 그대로 있습니다. 잠시 후 다시 시도해 주세요. 계속되면 이 번호를 알려 주세요: {}",
            "Something went wrong. Your entries are still here. Try again shortly. If it continues, quote this number: {}",
        ),
        _ => return None,
    };
    Some(words)
}
