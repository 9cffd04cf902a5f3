//! Words of old members who take their accounts over. They come later (`src/later.rs`).

use super::{lang, pick, word_list};
use gaip_contract::bodies::OldKind;
use gaip_domain::text::Lang;

word_list! {
    /// Words of taking an account of before over.
    OldMemberWords;
    looking: "기존 회원정보를 찾고 있습니다.", "Looking for your old accounts.";
    choose: "이어서 사용할 계정을 선택해 주세요.", "Choose the account to go on with.";
    none: "기존 회원정보가 없습니다", "No old account was found";
    sign_up: "새로 가입하기", "Sign up";
    joined_on: "{} 가입", "Joined on {}";
    account: "기존 아이디", "Old login ID";
    question: "예전 홈페이지의 회원이셨나요?", "Were you a member of the old site?";
    login_failed: "예전 홈페이지에서 가입한 회원은 예전 비밀번호로 로그인할 수 없습니다. 아래 “{}”에서 비밀번호를 다시 정해 주세요.",
        "Members of the old site cannot log in with their old password. Set a new one at “{}” below.";
    moved: "기존 회원정보가 옮겨졌습니다", "Your old account has moved";
    moved_text: "예전 비밀번호는 더 이상 쓸 수 없습니다. 새 비밀번호로 로그인해 주세요.",
        "Your old password is not valid any more. Log in with the new one.";
    register: "로그인하고 소속기업 등록", "Log in and register your company";
    registered_text: "이미 등록된 기업입니다. 다음 단계에서 소속기업을 인증해 주세요.",
        "The company is registered. In the next step, prove that you work for it.";
    unregistered: "새로 등록할 기업", "Not registered yet";
    unregistered_text: "계속사업자이며 아직 등록되지 않은 기업입니다. 전환을 마치고 로그인한 뒤 기업 범용인증서로 등록합니다.",
        "The business is active and not registered here yet. Finish first; then log in and register it by its certificate.";
}

/// The words, in the language in force.
pub fn old_member_words() -> &'static OldMemberWords {
    static KO: OldMemberWords = OldMemberWords::KO;
    static EN: OldMemberWords = OldMemberWords::EN;
    match lang() {
        Lang::Ko => &KO,
        Lang::En => &EN,
    }
}

/// What an account of before was.
pub fn old_kind(kind: OldKind) -> &'static str {
    match kind {
        OldKind::Personal => pick("개인회원", "Personal member"),
        OldKind::Corporate => pick("기업회원", "Corporate member"),
    }
}
