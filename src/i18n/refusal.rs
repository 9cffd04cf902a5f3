//! What a refusal means that only pages meet which come later (`src/later.rs`).

use super::{
    certificate_problem, company_admin, entrance, fill, financial, identity_problem, invitation, passkey, pick,
    problem, recovery, time_left, wait_words,
};
use crate::api::Failure;
use gaip_contract::problem::ProblemCode;

/// The words for any failure: what happened and how to go on.
pub fn refusal(failure: &Failure) -> String {
    let Failure::Refused(refused) = failure else { return problem(failure) };
    match any(refused.code) {
        None if refused.code == ProblemCode::TooMany => {
            fill(wait_words().wait, time_left(refused.retry_after.unwrap_or(60)))
        }
        None => problem(failure),
        Some((ko, en)) if refused.code == ProblemCode::ResendTooSoon => {
            fill(pick(ko, en), refused.retry_after.unwrap_or(30))
        }
        Some((ko, en)) => pick(ko, en).to_owned(),
    }
}

fn any(code: ProblemCode) -> Option<(&'static str, &'static str)> {
    let stated = of_code(code).or_else(|| identity_problem::of_code(code));
    stated
        .or_else(|| entrance::of_code(code))
        .or_else(|| recovery::of_code(code))
        .or_else(|| certificate_problem::of_code(code))
        .or_else(|| financial::of_code(code))
        .or_else(|| company_admin::of_code(code))
        .or_else(|| invitation::of_code(code))
        .or_else(|| passkey::of_code(code))
}

fn of_code(code: ProblemCode) -> Option<(&'static str, &'static str)> {
    let words = match code {
        ProblemCode::LoginFailed => (
            "아이디 또는 비밀번호가 맞지 않습니다. 대소문자와 한/영 상태를 확인하고 다시 입력해 주세요.",
            "The login ID or password is wrong. Check capitals and the keyboard language and try again.",
        ),
        ProblemCode::PasswordWrong => {
            ("현재 비밀번호가 맞지 않습니다. 다시 입력해 주세요.", "The present password is wrong. Enter it again.")
        }
        ProblemCode::ConsentRequired => (
            "바뀐 약관이 있습니다. 동의한 뒤 이용해 주세요.",
            "Documents have changed. Agree to them on your page first.",
        ),
        ProblemCode::ConsentStays => (
            "필수 동의는 철회할 수 없습니다. 더 이상 동의하지 않는다면 탈퇴해 주세요.",
            "A required consent cannot be withdrawn. If you no longer agree, you can leave.",
        ),
        ProblemCode::LoginAgain => (
            "본인임을 확인할 수 있게 로그아웃한 뒤 다시 로그인하고 10분 안에 시도해 주세요.",
            "Log out, log in again and try within ten minutes, so that we know it is you.",
        ),
        ProblemCode::NotForMember => (
            "지금 로그인한 회원은 이 신청을 할 수 없습니다. 회원 상태를 확인해 주세요.",
            "This is not for members of your kind. See your membership on your page.",
        ),
        ProblemCode::AlreadyDecided => (
            "그 사이에 상태가 바뀌었습니다. 지금 상태를 확인해 주세요.",
            "Its state has changed meanwhile. Please look at how it stands now.",
        ),
        ProblemCode::KeyReused => (
            "가입을 처리하지 못했습니다. 화면을 새로 고친 뒤 다시 시도해 주세요.",
            "The sign-up could not be processed. Reload the page and try again.",
        ),
        ProblemCode::CompanyIsMember => (
            "이미 가입된 사업자등록번호입니다. 기업마다 담당자 계정은 하나입니다. 가입한 아이디나 인증서로 로그인해 주세요.",
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
        ProblemCode::BusinessMismatch => (
            "국세청에 등록된 사업자등록정보와 일치하지 않습니다. 대표자성명과 개업일을 재확인해주시기 바랍니다. 정보변경이 필요한 경우 국세청으로 문의하십시오.",
            "This does not match what the National Tax Service has. Please check the representative’s name and the opening date again. To change what is registered, ask the National Tax Service.",
        ),
        ProblemCode::RegistryUnavailable => (
            "지금은 국세청 사업자 상태를 조회할 수 없습니다. 사업자등록번호가 잘못된 것은 아닙니다. 입력한 번호는 저장했으니 잠시 후 다시 시도해 주세요.",
            "The National Tax Service cannot be reached now. Nothing is wrong with your number, and it is saved. Please try again shortly.",
        ),
        ProblemCode::ServicesUnavailable => (
            "서비스 이력과 마일리지를 지금 불러올 수 없습니다. 잠시 후 다시 시도해 주세요.",
            "Services and mileage cannot be shown now. Please try again in a moment.",
        ),
        ProblemCode::DirectoryUnavailable => (
            "지금은 기업정보를 조회할 수 없습니다. 사업자등록번호가 잘못된 것은 아닙니다. 입력한 번호는 저장했으니 잠시 후 다시 시도해 주세요.",
            "The company directory cannot be reached now. Nothing is wrong with your number, and it is saved. Please try again shortly.",
        ),
        ProblemCode::AddressesUnavailable => (
            "지금은 주소를 검색할 수 없습니다. 잠시 후 다시 시도하거나 창을 닫고 직접 입력해 주세요.",
            "Address search is unavailable. Try later, or close this window and type the address yourself.",
        ),
        ProblemCode::KeywordTooBroad => (
            "결과가 너무 많거나 검색어가 너무 짧습니다. 두 글자 이상으로, 건물번호나 동 이름을 더 입력해 주세요.",
            "The keyword is too short or finds too much. Type at least 2 characters; add a building number or district.",
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
        _ => return None,
    };
    Some(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_has_words_in_both_languages() {
        for code in ProblemCode::ALL {
            let early = super::super::problem::of_code(*code);
            let (ko, en) = early.or(any(*code)).expect("it has words");
            assert!(ko.chars().any(|c| ('가'..='힣').contains(&c)), "{code:?}");
            assert!(en.is_char_boundary(0) && en.ends_with(['.', '}']), "{code:?}: {en}");
        }
    }
}
