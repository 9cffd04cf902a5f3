//! What a refusal means and what to do about it: every code. It comes later (`src/later.rs`); what the first step may meet
//! is in [`super::problem`].

use super::{fill, pick, problem};
use crate::api::Failure;
use gaip_contract::problem::ProblemCode;

/// The words for a failure: what happened and how to go on.
pub fn refusal(failure: &Failure) -> String {
    let Failure::Refused(refused) = failure else { return problem(failure) };
    match of_code(refused.code) {
        None => problem(failure),
        Some((ko, en)) if refused.code == ProblemCode::ResendTooSoon => {
            fill(pick(ko, en), refused.retry_after.unwrap_or(30))
        }
        Some((ko, en)) => pick(ko, en).to_owned(),
    }
}

/// The words of a code; nothing for those that any page may meet.
fn of_code(code: ProblemCode) -> Option<(&'static str, &'static str)> {
    Some(match code {
        ProblemCode::Invalid
        | ProblemCode::BadRequest
        | ProblemCode::CrossSite
        | ProblemCode::LoginRequired
        | ProblemCode::NotFound
        | ProblemCode::DraftGone
        | ProblemCode::HeldElsewhere
        | ProblemCode::StepClosed
        | ProblemCode::WouldForget
        | ProblemCode::TermsChanged
        | ProblemCode::AlreadySubmitted
        | ProblemCode::TooMany
        | ProblemCode::Internal => return None,
        ProblemCode::LoginFailed => (
            "아이디 또는 비밀번호가 맞지 않습니다. 대소문자와 한/영 상태를 확인하고 다시 입력해 주세요.",
            "The login ID or password is wrong. Check capitals and the keyboard language and try again.",
        ),
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
        ProblemCode::DirectoryUnavailable => (
            "지금은 기업정보를 조회할 수 없습니다. 사업자등록번호가 잘못된 것은 아닙니다. 입력한 번호는 저장했으니 잠시 후 다시 시도해 주세요.",
            "The company directory cannot be reached now. Nothing is wrong with your number, and it is saved. Please try again shortly.",
        ),
        ProblemCode::PersonIsMember => {
            ("이미 가입하신 회원입니다. 가입한 아이디로 로그인해 주세요.", "You are a member already. Please log in.")
        }
        ProblemCode::UnderAge => (
            "만 14세 미만은 가입할 수 없습니다. 생년월일을 잘못 입력했다면 고쳐서 다시 인증해 주세요.",
            "People under 14 cannot sign up. If the date of birth is wrong, correct it and verify again.",
        ),
        ProblemCode::IdentityGone => (
            "진행 중인 본인확인이 없거나 시간이 지났습니다. 다시 요청해 주세요.",
            "No verification is under way, or it is too old. Please request it again.",
        ),
        ProblemCode::IdentityCodeWrong => (
            "인증번호가 맞지 않습니다. 가장 최근에 받은 인증번호 6자리를 다시 입력해 주세요.",
            "The code is wrong. Enter the 6 digits that you received last.",
        ),
        ProblemCode::IdentityCodeExpired => (
            "인증번호의 유효시간이 지났습니다. “다시 보내기”를 눌러 새 인증번호를 받아 주세요.",
            "The code has expired. Choose “Send again” to get a new one.",
        ),
        ProblemCode::IdentityTriesOver => (
            "인증번호를 여러 번 틀려 이 인증번호는 더 쓸 수 없습니다. 정보를 확인하고 인증번호를 다시 요청해 주세요.",
            "Too many wrong codes, so this one is void. Check your details and request a new code.",
        ),
        ProblemCode::IdentityPending => (
            "아직 앱에서 승인되지 않았습니다. 앱에서 승인한 뒤 다시 눌러 주세요.",
            "Not approved in the app yet. Approve it there, then press again.",
        ),
        ProblemCode::IdentityMismatch => (
            "입력한 정보가 본인 명의의 정보와 다르거나, 앱에서 인증을 거절했습니다. 이름, 생년월일, 번호를 확인하고 다시 요청해 주세요.",
            "The details do not match those registered in your name, or you refused in the app. Check them and request again.",
        ),
        ProblemCode::IdentityUnavailable => (
            "지금은 이 인증 기관에 연결할 수 없습니다. 본인확인이 된 것은 아닙니다. 잠시 후 다시 요청하거나 다른 방법을 선택해 주세요.",
            "This identity service cannot be reached now, so you are not verified. Try again shortly or choose another method.",
        ),
        ProblemCode::IdentityIncomplete => (
            "이 인증 방법으로는 본인을 구별하는 정보를 받지 못했습니다. 다른 방법으로 인증해 주세요.",
            "This method did not give what tells you from others. Please use another method.",
        ),
        ProblemCode::ResendTooSoon => (
            "방금 보냈습니다. {}초 뒤에 다시 보낼 수 있습니다.",
            "It was sent a moment ago. You can send it again in {} seconds.",
        ),
        ProblemCode::ResendsOver => (
            "인증번호를 보낼 수 있는 횟수를 모두 썼습니다. 잠시 후 다시 시도하거나 다른 방법으로 인증해 주세요.",
            "The code was sent as often as it may be. Try again later or use another method.",
        ),
    })
}

#[cfg(test)]
mod tests {
    use super::super::problem::common;
    use super::*;

    #[test]
    fn every_code_has_words_in_both_languages() {
        for code in ProblemCode::ALL {
            let (ko, en) = of_code(*code).or_else(|| common(*code)).expect("every code has words");
            assert!(ko.chars().any(|c| ('가'..='힣').contains(&c)), "{code:?}");
            assert!(en.is_char_boundary(0) && en.ends_with(['.', '}']), "{code:?}: {en}");
        }
    }
}
