//! What a refusal means and what to do about it.

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
    let (ko, en) = of_code(problem.code);
    let words = pick(ko, en);
    match problem.code {
        ProblemCode::TooMany => fill(words, problem.retry_after.unwrap_or(60)),
        ProblemCode::Internal => fill(words, problem.request_id.as_deref().unwrap_or("-")),
        _ => words.to_owned(),
    }
}

fn of_code(code: ProblemCode) -> (&'static str, &'static str) {
    match code {
        ProblemCode::Invalid => ("입력한 내용을 확인해 주세요.", "Please check what you entered."),
        ProblemCode::BadRequest | ProblemCode::CrossSite => (
            "요청을 처리하지 못했습니다. 화면을 새로 고친 뒤 다시 시도해 주세요.",
            "The request could not be processed. Reload the page and try again.",
        ),
        ProblemCode::LoginRequired => ("로그인이 필요합니다. 다시 로그인해 주세요.", "Please log in again."),
        ProblemCode::LoginFailed => (
            "아이디 또는 비밀번호가 맞지 않습니다. 대소문자와 한/영 상태를 확인하고 다시 입력해 주세요.",
            "The login ID or password is wrong. Check capitals and the keyboard language and try again.",
        ),
        ProblemCode::NotFound => ("찾을 수 없습니다. 주소를 확인해 주세요.", "Not found. Please check the address."),
        ProblemCode::DraftGone => (
            "작성하던 회원가입을 찾을 수 없습니다. 보관 기간이 지났거나 취소되었습니다.",
            "This sign-up is no longer there. It was cancelled or kept for too long.",
        ),
        ProblemCode::HeldElsewhere => ("다른 창에서 작성하고 있습니다.", "This sign-up is open in another window."),
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
        ProblemCode::AlreadySubmitted => ("이미 가입을 마쳤습니다.", "You have signed up already."),
        ProblemCode::KeyReused => (
            "가입을 처리하지 못했습니다. 화면을 새로 고친 뒤 다시 시도해 주세요.",
            "The sign-up could not be processed. Reload the page and try again.",
        ),
        ProblemCode::CompanyIsMember => (
            "이미 가입된 사업자등록번호입니다. 기업마다 담당자 계정은 하나입니다. 가입한 아이디로 로그인해 주세요.",
            "This company is already a member. Each company has one contact account. Please log in with it.",
        ),
        ProblemCode::BusinessSuspended => (
            "국세청에 휴업으로 등록된 사업자입니다. 휴업 중에는 가입할 수 없습니다. 영업을 다시 시작했다면 관할 세무서에 신고한 뒤 다시 시도해 주세요.",
            "The tax office lists this business as suspended, so it cannot sign up. If it has reopened, report that to your tax office and try again.",
        ),
        ProblemCode::BusinessClosed => (
            "국세청에 폐업으로 등록된 사업자입니다. 가입할 수 없습니다. 번호를 다시 확인하거나 관할 세무서에 문의해 주세요.",
            "The tax office lists this business as closed, so it cannot sign up. Check the number or ask your tax office.",
        ),
        ProblemCode::BusinessUnregistered => (
            "국세청에 등록되지 않은 사업자등록번호입니다. 번호를 다시 확인해 주세요. 새로 등록한 사업자는 조회되기까지 1~2일 걸릴 수 있습니다.",
            "This number is not registered with the National Tax Service. Check it. A new business can take 1–2 days to appear.",
        ),
        ProblemCode::RegistryUnavailable => (
            "지금은 국세청 사업자 상태를 조회할 수 없습니다. 사업자등록번호가 잘못된 것은 아닙니다. 입력한 번호는 저장했으니 잠시 후 다시 시도해 주세요.",
            "The National Tax Service cannot be reached now. Nothing is wrong with your number, and it is saved. Please try again shortly.",
        ),
        ProblemCode::AddressesUnavailable => (
            "지금은 주소를 검색할 수 없습니다. 잠시 후 다시 시도하거나 창을 닫고 직접 입력해 주세요.",
            "Address search is unavailable. Try later, or close this window and type the address yourself.",
        ),
        ProblemCode::KeywordTooBroad => (
            "결과가 너무 많거나 검색어가 너무 짧습니다. 두 글자 이상으로, 건물번호나 동 이름을 더 입력해 주세요.",
            "The keyword is too short or finds too much. Type at least 2 characters; add a building number or district.",
        ),
        // What exactly is wrong with a certificate is said where certificates are (certificate_problem.rs).
        ProblemCode::ChallengeGone
        | ProblemCode::ChallengeUsed
        | ProblemCode::SignatureWrong
        | ProblemCode::CertificateBroken
        | ProblemCode::CertificateExpired
        | ProblemCode::CertificateNotYetValid
        | ProblemCode::CertificateRevoked
        | ProblemCode::CertificateOnHold
        | ProblemCode::CertificateAuthority
        | ProblemCode::CertificateAuthorityEnded
        | ProblemCode::CertificateKind
        | ProblemCode::CertificatePersonal
        | ProblemCode::CertificateOtherCompany
        | ProblemCode::CertificateOwnerUnproved
        | ProblemCode::RevocationUnavailable
        | ProblemCode::CertificateUnregistered
        | ProblemCode::CertificateRegistered
        | ProblemCode::StepUpRequired => (
            "인증서로 확인하지 못했습니다. 인증서로 다시 인증해 주세요.",
            "Verification by certificate failed. Please verify again.",
        ),
        ProblemCode::LoginIdTaken => (
            "이미 사용 중인 아이디입니다. 다른 아이디를 입력하고 다시 중복확인해 주세요.",
            "This ID is taken. Enter another one and check again.",
        ),
        ProblemCode::FileTooLarge => (
            "파일이 20MB보다 큽니다. 용량을 줄이거나 나누어 올려 주세요.",
            "The file is larger than 20 MB. Make it smaller or split it.",
        ),
        ProblemCode::FileEmpty => {
            ("내용이 없는 파일입니다. 파일을 확인하고 다시 올려 주세요.", "The file is empty. Check it and try again.")
        }
        ProblemCode::FileType => (
            "올릴 수 없는 형식이거나 파일 이름과 내용의 형식이 다릅니다. PDF, JPG, PNG, ZIP 파일을 올려 주세요.",
            "This type cannot be uploaded, or the content does not match the name. Use PDF, JPG, PNG or ZIP.",
        ),
        ProblemCode::FileArchive => (
            "ZIP 파일을 받을 수 없습니다. 암호, 또 다른 압축파일, PDF·JPG·PNG가 아닌 파일이 있거나 너무 큽니다. 풀어서 다시 압축해 주세요.",
            "This ZIP cannot be taken: it is locked, too large, or holds another archive or files other than PDF, JPG and PNG. Compress it again.",
        ),
        ProblemCode::TooManyFiles => {
            ("파일이 너무 많습니다. ZIP으로 묶거나 일부를 삭제해 주세요.", "Too many files. Use a ZIP or remove some.")
        }
        ProblemCode::WrongOffset => {
            ("올리다가 끊겼습니다. 다시 시도해 주세요.", "The upload was interrupted. Please try again.")
        }
        ProblemCode::TooMany => {
            ("요청이 너무 많습니다. {}초 뒤에 다시 시도해 주세요.", "Too many requests. Try again in {} seconds.")
        }
        ProblemCode::Internal => (
            "문제가 생겨 처리하지 못했습니다. 입력한 내용은 그대로 있습니다. 잠시 후 다시 시도해 주세요. 계속되면 이 번호를 알려 주세요: {}",
            "Something went wrong. Your entries are still here. Try again shortly. If it continues, quote this number: {}",
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_has_words_in_both_languages() {
        for code in ProblemCode::ALL {
            let (ko, en) = of_code(*code);
            assert!(ko.chars().any(|c| ('가'..='힣').contains(&c)), "{code:?}");
            assert!(en.is_char_boundary(0) && en.ends_with(['.', '}']), "{code:?}: {en}");
        }
    }
}
