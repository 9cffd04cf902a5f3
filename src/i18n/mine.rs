//! Words of what members do with their own account: logins, consents, their data, leaving.

use super::{lang, word_list};
use gaip_domain::text::Lang;

word_list! {
    /// My page beside what was entered.
    MineWords;
    menu: "{} 메뉴", "{}";
    info: "회원 정보", "Membership";
    consents: "동의 관리", "Consents";
    consents_lead: "동의한 문서와 그 기록입니다. 선택 동의는 언제든지 철회하거나 다시 동의할 수 있습니다.",
        "What you agreed to, with its history. You can withdraw optional consents or give them again at any time.";
    required: "필수", "Required";
    optional: "선택", "Optional";
    agreed: "동의함", "Agreed";
    refused: "동의하지 않음", "Not agreed";
    withdraw: "동의 철회", "Withdraw";
    give: "동의하기", "Agree";
    read: "문서 보기", "Read";
    version: "버전 {}", "Version {}";
    history: "동의 기록", "History";
    state: "현재 상태", "Now";
    required_note: "회원에게 꼭 필요한 동의입니다. 철회하려면 탈퇴해 주세요.",
        "Members need this consent. To withdraw it, leave.";
    withdraw_title: "동의를 철회할까요?", "Withdraw this consent?";
    withdraw_text: "철회하면 바로 적용됩니다. 나중에 다시 동의할 수 있습니다.",
        "It takes effect at once. You can agree again later.";
    give_title: "이 문서에 동의할까요?", "Agree to this document?";
    cancel: "취소", "Cancel";
    withdrawn: "동의를 철회했습니다.", "The consent is withdrawn.";
    given: "동의했습니다.", "You have agreed.";
    again_title: "바뀐 약관에 동의해 주세요", "Agree to the changed documents";
    again_lead: "동의한 뒤에 문서가 바뀌었거나 새로 생겼습니다. 필수 문서에 모두 동의하면 계속 이용할 수 있습니다.",
        "Documents have changed or are new since you agreed. Agree to the required ones to go on.";
    again_submit: "동의하고 계속하기", "Agree and go on";
    again_missing: "필수 문서에 모두 동의해 주세요.", "Agree to every required document.";
    again_else: "동의하지 않으려면", "If you do not agree";
    again_else_text: "로그아웃하거나 탈퇴할 수 있습니다. 내 정보는 지금도 내려받을 수 있습니다.",
        "You can log out or leave. You can download your data even now.";
    logins: "로그인 기기", "Logins";
    logins_lead: "지금 로그인되어 있는 곳입니다. 모르는 기기가 있으면 로그아웃하고 비밀번호를 바꿔 주세요.",
        "Where you are logged in now. If you do not know one of these, end it and change your password.";
    unknown_device: "알 수 없는 기기", "Unknown device";
    here: "지금 이 기기", "This one";
    since: "로그인 시각", "Logged in";
    active: "마지막 사용", "Last used";
    end: "로그아웃시키기", "End";
    end_others: "다른 기기 모두 로그아웃", "End all others";
    ended: "로그아웃시켰습니다.", "The login is ended.";
    ended_all: "다른 기기에서 모두 로그아웃했습니다.", "All other logins are ended.";
    no_others: "다른 기기에는 로그인되어 있지 않습니다.", "You are logged in nowhere else.";
    data: "내 정보 내려받기", "Download my data";
    data_lead: "보관 중인 내 정보를 모두 JSON 파일로 받을 수 있습니다. 비밀번호는 들어 있지 않습니다.",
        "A file (JSON) with everything that is kept of you. Your password is not in it.";
    leave: "탈퇴", "Leave";
    leave_title: "회원 탈퇴", "Leave for good";
    leave_lead: "탈퇴하면 되돌릴 수 없습니다. 아래 내용을 확인해 주세요.", "This cannot be undone. Please read what happens.";
    leave_deleted: "바로 삭제되는 정보", "Deleted at once";
    leave_deleted_text: "회원 정보, 입력한 내용, 제출한 파일, 동의 기록, 등록한 인증서, 모든 기기의 로그인. 소속 회원이 없는 기업의 정보도 함께 삭제됩니다.",
        "Your membership, what you entered, your files, your consents, registered certificates and every login; also the company’s record if nobody else is linked to it.";
    leave_kept: "보관되는 정보", "Kept";
    leave_kept_text: "접속과 처리 기록은 개인정보의 안전성 확보조치 기준 제8조에 따라 1년 이상 보관합니다. 시각, 종류, 임의의 번호만 남으며 이름이나 연락처는 들어 있지 않습니다.",
        "Records of access and acts (time, kind, a random number) are kept for at least one year, as the Standard of Measures for Securing Personal Information, article 8, demands. They hold no name or contact.";
    leave_again: "아이디와 사업자등록번호는 바로 다시 가입에 쓸 수 있습니다.",
        "The login ID and the business number are free for a new sign-up at once.";
    leave_master: "소속 회원이 있는 기업의 담당자나 MASTER는 먼저 권한을 넘겨야 탈퇴할 수 있습니다.",
        "A master of a company with other members hands the role over first.";
    leave_password: "비밀번호", "Password";
    leave_password_hint: "본인 확인을 위해 입력해 주세요. 비밀번호 없이 가입했다면 비워 두고, 로그인한 지 10분 안에 탈퇴해 주세요.",
        "So that we know it is you. If you have none, leave it empty, within ten minutes of logging in.";
    log_in_again: "다시 로그인하기", "Log in again";
    by_certificate: "기업 인증서로 확인하기", "Show the company’s certificate";
    by_certificate_keeps: "기업 인증서로 확인하면 입력한 내용이 그대로 남습니다.",
        "With the company’s certificate, what you typed stays.";
    soon: "비밀번호 없이 로그인하는 회원은 로그인한 지 10분 안에 할 수 있습니다. 10분이 지나면 다시 로그인해야 합니다.",
        "You log in without a password, so this is open for ten minutes after logging in. Later you log in again first.";
    leave_sure: "위 내용을 확인했으며 탈퇴합니다.", "I have read this and want to leave.";
    leave_unsure: "내용을 확인하고 체크해 주세요.", "Tick this once you have read it.";
    leave_submit: "탈퇴하기", "Leave for good";
    left_title: "탈퇴가 완료되었습니다", "Your membership has ended";
    left_lead: "회원 자격이 끝났고 모든 기기에서 로그아웃되었습니다. 그동안 이용해 주셔서 감사합니다.",
        "You are no longer a member and are logged out everywhere. Thank you for having been with us.";
    left_at: "탈퇴 일시", "Ended";
    left_deleted: "삭제한 정보", "Deleted";
    left_deleted_text: "회원 정보, 입력한 내용, 제출한 파일, 동의 기록, 등록한 인증서와 패스키, 모든 기기의 로그인.",
        "Your membership, what you entered, your files, your consents, registered certificates and passkeys, and every login.";
    left_company: "소속 회원이 더 없어 기업의 정보도 함께 삭제했습니다.",
        "Nobody else was linked to your company, so its record was deleted too.";
    left_told: "연계 시스템", "Linked system";
    left_told_text: "가입 사실을 알린 연계 시스템에도 탈퇴를 알립니다. 가입번호와 탈퇴 시각만 보냅니다.",
        "The system that was told of your sign-up is told that you left: the number of your sign-up and the time, nothing else.";
    left_join: "다시 가입하기", "Join again";
    kind: "회원 유형", "Kind of member";
    channel: "가입 채널", "Joined by";
    channel_own: "직접 가입", "Sign-up here";
    loading_failed: "불러오지 못했습니다.", "This could not be loaded.";
}

/// The words in the language in force.
pub fn mine_words() -> &'static MineWords {
    static KO: MineWords = MineWords::KO;
    static EN: MineWords = MineWords::EN;
    match lang() {
        Lang::Ko => &KO,
        Lang::En => &EN,
    }
}
