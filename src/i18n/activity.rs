//! Words of what happened to a member's account, as its member reads them.

use super::{audit_event, lang, pick, word_list};
use gaip_contract::bodies::{ActivityBy, AuditEvent};
use gaip_domain::text::Lang;

word_list! {
    /// My page: what happened to the account.
    ActivityWords;
    title: "계정 활동", "Activity";
    lead: "로그인과 정보 변경처럼 내 계정에서 일어난 일입니다. 모르는 활동이 있으면 비밀번호를 바꾸고 로그인 기기를 확인해 주세요.",
        "What happened to your account, such as logins and changes. If you do not know one of these, change your password and look at your logins.";
    list: "계정 활동 목록", "What happened";
    event: "활동", "What";
    by: "누가", "By";
    at: "시각", "When";
    none: "계정 활동이 없습니다.", "Nothing has happened yet.";
    by_member: "본인", "You";
    by_company: "소속 기업", "Your company";
    by_operator: "운영기관", "The agency";
    by_unknown: "확인되지 않음", "Not known";
}

/// The words in the language in force.
pub fn activity_words() -> &'static ActivityWords {
    static KO: ActivityWords = ActivityWords::KO;
    static EN: ActivityWords = ActivityWords::EN;
    match lang() {
        Lang::Ko => &KO,
        Lang::En => &EN,
    }
}

/// Who did it.
pub fn activity_by(by: ActivityBy) -> &'static str {
    let words = activity_words();
    match by {
        ActivityBy::Member => words.by_member,
        ActivityBy::Company => words.by_company,
        ActivityBy::Operator => words.by_operator,
        ActivityBy::Unknown => words.by_unknown,
    }
}

/// What happened. Operators read the same of many members, and so in other words where the member is spoken to.
pub fn activity_event(event: AuditEvent) -> &'static str {
    let (ko, en) = match event {
        AuditEvent::LoggedIn => ("아이디와 비밀번호로 로그인", "Logged in by login ID and password"),
        AuditEvent::LoginFailed => ("비밀번호가 틀려 로그인하지 못함", "Not let in: the password was wrong"),
        AuditEvent::LoggedInByCertificate => ("공동인증서로 로그인", "Logged in by certificate"),
        AuditEvent::CertificateLoginFailed => ("공동인증서로 로그인하지 못함", "Not let in by certificate"),
        AuditEvent::LoggedInByAccount => ("간편 로그인", "Logged in by an account at a provider"),
        AuditEvent::LoggedInByFinancial => ("금융인증서로 로그인", "Logged in by financial certificate"),
        AuditEvent::LoggedInByPasskey => ("패스키로 로그인", "Logged in by passkey"),
        AuditEvent::PasskeyLoginFailed => ("패스키로 로그인하지 못함", "Not let in by passkey"),
        AuditEvent::SteppedUp => ("기업 인증서로 본인 확인", "Shown to be you by the company’s certificate"),
        AuditEvent::LoginIdFound => ("아이디 찾기", "Login ID asked for"),
        AuditEvent::PasswordReset => ("비밀번호 재설정", "Password reset"),
        AuditEvent::RecoveryFailed => ("비밀번호를 재설정하지 못함", "The password was not reset"),
        AuditEvent::Converted => ("기업회원 전환 신청", "Applied to a company"),
        AuditEvent::InfoChanged => ("회원정보 변경", "Information changed"),
        AuditEvent::ConsentDecided => ("동의 변경", "Consents changed"),
        AuditEvent::MemberFileOpened => ("제출한 서류 확인", "A file of yours was opened"),
        AuditEvent::AssociateApproved => ("정회원으로 승인", "Approved as a regular member"),
        AuditEvent::ApprovalUndone => ("정회원 승인 취소", "The approval was taken back"),
        other => return audit_event(other),
    };
    pick(ko, en)
}
