//! Words of login, my page and session.

use super::{fill, local, word_list, words};
use gaip_domain::portal::Portal;

word_list! {
    /// Login, my page, session.
    AccountWords;
    login_title: "로그인", "Log in";
    login_lead: "가입할 때 정한 방법으로 로그인해 주세요.", "Log in the way you chose when you signed up.";
    login_id: "아이디", "Login ID";
    password: "비밀번호", "Password";
    login: "로그인", "Log in";
    login_missing_id: "아이디를 입력해 주세요.", "Enter your login ID.";
    login_missing_password: "비밀번호를 입력해 주세요.", "Enter your password.";
    session_note: "30분 동안 사용하지 않으면 자동으로 로그아웃됩니다.", "You are logged out after 30 minutes without use.";
    logout: "로그아웃", "Log out";
    logged_out: "로그아웃되었습니다", "You are logged out";
    login_again: "다시 로그인", "Log in again";
    my: "내 정보", "My page";
    my_lead: "가입할 때 입력한 정보입니다.", "What you entered when you signed up.";
    state: "회원 상태", "Membership";
    provisional: "임시회원", "Provisional member";
    full: "정식회원", "Full member";
    provisional_text: "원본 접수완료 시 정식회원으로 승인됩니다.", "You become a full member when the originals have been received.";
    full_text: "원본 서류가 접수되어 정식회원으로 승인되었습니다.", "Your originals were received. You are a full member.";
    joined_at: "가입일시", "Joined at";
    expires_title: "곧 자동으로 로그아웃됩니다", "You will be logged out soon";
    expires_text: "로그아웃까지 남은 시간", "Time left";
    extend: "시간 연장하기", "Extend";
    expired_title: "자동으로 로그아웃되었습니다", "You were logged out";
    expired_text: "오랫동안 사용하지 않아 안전을 위해 로그아웃되었습니다.", "For your security the session ended after a time without use.";
    seconds_left: "{}초", "{} sec";
    minutes_left: "{}분", "{} min";
    login_required: "로그인이 필요합니다", "Log in first";
    login_required_text: "{} 화면은 로그인한 뒤에 볼 수 있습니다.", "Log in to see {}.";
    logged_out_text: "안전하게 로그아웃되었습니다. 이용해 주셔서 감사합니다.", "You have been logged out safely.";
    ended_elsewhere_text: "다른 창에서 로그아웃했습니다.", "You logged out in another window.";
    ended_drafts: "작성하던 회원가입은 로그인과 관계없이 저장되어 있습니다.",
        "A sign-up in progress is saved; it does not depend on the login.";
    expires_help: "시간을 연장하지 않으면 로그아웃됩니다. 연장 횟수에는 제한이 없습니다.",
        "Unless you extend the time, you will be logged out. You can extend it as often as you like.";
    extended: "로그인 시간을 연장했습니다.", "The login was extended.";
    by_account: "간편회원", "Member by account";
    recovery: "아이디나 비밀번호가 생각나지 않으세요?", "Forgot your login ID or password?";
    not_member: "아직 회원이 아니신가요?", "Not a member yet?";
    company: "기업명", "Company";
    applications: "신청할 수 있는 업무", "What you can apply for";
    to_my: "{} 바로가기", "Go to {}";
    not_for_title: "신청할 수 있는 회원이 아닙니다", "This is not for your kind of member";
    not_for_conversion: "기업회원전환은 개인회원만 신청할 수 있습니다. 이미 기업회원이거나 전환을 신청했다면 {}에서 상태를 확인해 주세요.",
        "Only individual members can become corporate members this way. If you are one already or have applied, see {}.";
    not_for_company: "기업정보는 소속기업이 연결되지 않은 일반회원만 등록할 수 있습니다. {}에서 상태를 확인해 주세요.",
        "Only general members without a linked company can register one. See {}.";
}

/// What the member's own page is called at a portal (manual row T108).
pub fn my_page(portal: &Portal) -> String {
    portal.my_page.as_ref().map_or_else(|| words().account.my.to_owned(), local)
}

/// What a link to it says.
pub fn to_my_page(portal: &Portal) -> String {
    fill(words().account.to_my, my_page(portal))
}
