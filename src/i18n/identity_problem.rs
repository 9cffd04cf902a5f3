//! What a refusal of the identity step means and how to mend it; a part of [`super::refusal`].

use gaip_contract::problem::ProblemCode;

/// The words of a code, Korean and English; nothing for those of other steps.
pub(super) fn of_code(code: ProblemCode) -> Option<(&'static str, &'static str)> {
    let words = match code {
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
        ProblemCode::CompanyNotRegistered => (
            "아직 기업정보가 등록되지 않은 기업입니다. 이 단계를 건너뛰고 가입한 뒤, 소속기업 범용인증서로 기업정보를 먼저 등록해 주세요.",
            "This company is not registered yet. Skip this part, complete your sign-up, then register the company with its certificate.",
        ),
        ProblemCode::ApprovalWrong => (
            "승인 비밀번호가 맞지 않습니다. 소속기업에서 받은 숫자 6자리를 확인하고 다시 입력해 주세요.",
            "The approval password is wrong. Check the 6 digits that your company gave you.",
        ),
        ProblemCode::ApprovalTriesOver => (
            "승인 비밀번호를 여러 번 틀려 잠시 입력할 수 없습니다. 소속기업에 확인하고 나중에 다시 하거나, 건너뛰거나 기업 범용인증서로 인증해 주세요.",
            "Too many wrong approval passwords. Ask your company and try later, skip this, or use the company’s certificate.",
        ),
        ProblemCode::SocialGone => (
            "확인된 계정이 없습니다. 가입할 채널을 눌러 다시 로그인해 주세요.",
            "No account was confirmed. Choose a provider and log in there again.",
        ),
        ProblemCode::SocialUnavailable => (
            "지금은 이 채널로 연결할 수 없습니다. 다른 채널을 선택하거나 잠시 후 다시 시도해 주세요.",
            "This provider cannot be reached now. Choose another one or try again shortly.",
        ),
        ProblemCode::ResendTooSoon => (
            "방금 보냈습니다. {}초 뒤에 다시 보낼 수 있습니다.",
            "It was sent a moment ago. You can send it again in {} seconds.",
        ),
        ProblemCode::ResendsOver => (
            "인증번호를 보낼 수 있는 횟수를 모두 썼습니다. 잠시 후 다시 시도하거나 다른 방법으로 인증해 주세요.",
            "The code was sent as often as it may be. Try again later or use another method.",
        ),
        _ => return None,
    };
    Some(words)
}
