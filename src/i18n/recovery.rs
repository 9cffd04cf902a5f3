//! Words of what gives members back what they forgot. They come later (`src/later.rs`).

use super::{lang, word_list};
use gaip_contract::problem::ProblemCode;
use gaip_domain::text::Lang;

word_list! {
    /// The step that sends a code by e-mail.
    EmailCodeWords;
    request: "인증번호 받기", "Send me a code";
    sent: "입력하신 정보가 회원정보와 같으면 가입할 때 입력한 이메일로 인증번호를 보냅니다.",
        "If what you entered is what you signed up with, a code is sent to that e-mail address.";
    sent_again: "같은 방법으로 인증번호를 다시 보냈습니다.", "The code was sent again in the same way.";
    code_hint: "메일로 받은 숫자 6자리를 입력해 주세요.", "Enter the 6 digits from the mail.";
    not_come: "메일이 오지 않나요? 스팸메일함을 확인하고, 입력한 정보가 가입할 때와 같은지 확인해 주세요.",
        "No mail? Look into your spam folder, and check that what you entered is what you signed up with.";
    back: "입력한 정보 고치기", "Change what you entered";
    known: "인증번호가 확인되었습니다.", "The code was confirmed.";
}

word_list! {
    /// What a recovery came to.
    RecoveryWords;
    found: "가입하신 아이디를 찾았습니다", "Here is your login ID";
    joined_on: "가입일자", "Joined on";
    none: "가입된 아이디를 찾지 못했습니다", "No login ID was found";
    none_text: "확인하신 정보로 가입된 아이디가 없습니다. 다른 방법으로 찾아보거나 회원가입을 해 주세요.",
        "Nobody signed up with what you confirmed. Try another way, or sign up.";
    none_social: "SNS 계정으로 가입한 간편회원은 아이디 없이 그 계정으로 로그인합니다.",
        "Members who joined by a social account have no login ID and log in by that account.";
    again: "다시 하기", "Start again";
    join: "회원가입", "Sign up";
    saved: "새 비밀번호를 저장했습니다", "The new password is saved";
    saved_text: "다른 기기와 브라우저의 로그인은 모두 끝났습니다. 새 비밀번호로 로그인해 주세요.",
        "All logins on other devices and browsers have ended. Log in with the new password.";
    help: "도움이 필요하시면", "If you need help";
}

/// The words of the step that sends a code by e-mail, in the language in force.
pub fn email_code_words() -> &'static EmailCodeWords {
    static KO: EmailCodeWords = EmailCodeWords::KO;
    static EN: EmailCodeWords = EmailCodeWords::EN;
    match lang() {
        Lang::Ko => &KO,
        Lang::En => &EN,
    }
}

/// The words of what a recovery came to, in the language in force.
pub fn recovery_words() -> &'static RecoveryWords {
    static KO: RecoveryWords = RecoveryWords::KO;
    static EN: RecoveryWords = RecoveryWords::EN;
    match lang() {
        Lang::Ko => &KO,
        Lang::En => &EN,
    }
}

/// The words of a code, Korean and English; a part of [`super::refusal`].
pub(super) fn of_code(code: ProblemCode) -> Option<(&'static str, &'static str)> {
    let words = match code {
        ProblemCode::EmailCodeGone => (
            "입력한 정보로 요청한 인증번호가 없습니다. 인증번호를 다시 받아 주세요.",
            "No code was asked for with what you entered. Please ask for one again.",
        ),
        ProblemCode::EmailCodeWrong => (
            "인증번호가 맞지 않습니다. 가장 최근에 받은 인증번호 6자리를 다시 입력해 주세요.",
            "The code is wrong. Enter the 6 digits that you received last.",
        ),
        ProblemCode::EmailCodeExpired => (
            "인증번호의 유효시간이 지났습니다. “다시 보내기”를 눌러 새 인증번호를 받아 주세요.",
            "The code has expired. Choose “Send again” to get a new one.",
        ),
        ProblemCode::EmailCodeTriesOver => (
            "인증번호를 여러 번 틀려 이 인증번호는 더 쓸 수 없습니다. “다시 보내기”를 눌러 새 인증번호를 받아 주세요.",
            "Too many wrong codes, so this one is void. Choose “Send again” to get a new one.",
        ),
        ProblemCode::MailUnavailable => (
            "지금은 메일을 보낼 수 없습니다. 입력한 정보가 잘못된 것은 아니며 그대로 있습니다. 잠시 후 다시 요청하거나 다른 방법을 선택해 주세요.",
            "Mails cannot be sent now. Nothing is wrong with what you entered, and it is still here. Try again shortly or choose another way.",
        ),
        ProblemCode::AccountMismatch => (
            "입력하신 정보와 본인확인하신 분이 모두 일치하는 회원을 찾지 못했습니다. “이전으로”를 눌러 앞에서 입력한 정보를 확인하고 본인확인을 다시 해 주세요.",
            "No member has what you entered and is the person who was verified. Choose “Back”, check what you entered, and verify again.",
        ),
        _ => return None,
    };
    Some(words)
}
