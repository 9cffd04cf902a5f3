//! Words of the pages of operators. They come later (`src/later.rs`).

use super::{fill, lang, pick, role_name, word_list};
use gaip_contract::bodies::{ApplicationState, AuditEvent};
use gaip_domain::text::Lang;

word_list! {
    /// Words of the pages of operators.
    OperatorWords;
    title: "운영자", "Operators";
    menu: "운영자 메뉴", "Operator menu";
    login_title: "운영자 로그인", "Operator login";
    login_lead: "기관 운영자만 이용할 수 있습니다. 이용한 내용은 처리 기록에 남습니다.",
        "For the staff of the agency only. What you do is written to the audit log.";
    login_help: "계정은 시스템 관리자가 만들고 없앱니다.", "Accounts are made and taken away by the system’s administrator.";
    login_required: "운영자 로그인이 필요합니다", "Log in as an operator";
    login_required_text: "로그인한 뒤에 볼 수 있습니다.", "This page needs a login.";
    applications: "가입 신청", "Applications";
    applications_lead: "사업자등록증을 확인하고 승인하거나 반려해 주세요. 최근에 들어온 신청이 위에 있습니다.",
        "Check each registration certificate and approve or refuse. The newest stands first.";
    applications_list: "기다리는 신청", "Waiting applications";
    applications_none: "기다리는 신청이 없습니다", "No application waits";
    company: "기업", "Company";
    applicant: "신청인", "Applicant";
    handed_in: "낸 때", "Handed in";
    way: "내는 방법", "Way";
    papers: "서류", "Papers";
    decision: "처리", "Decision";
    no_file: "첨부 없음", "No file";
    approve: "승인", "Approve";
    approve_title: "가입 신청을 승인할까요?", "Approve the application?";
    approve_text: "신청인은 이 기업의 MASTER가 됩니다. 먼저 승인된 MASTER가 있으면 준회원이 됩니다.",
        "The applicant becomes the company’s MASTER, or an associate where the company has a MASTER by now.";
    reject: "반려", "Refuse";
    reject_title: "가입 신청을 반려할까요?", "Refuse the application?";
    reject_text: "신청인은 사유를 읽고 사업자등록증을 다시 낼 수 있습니다.",
        "The applicant reads the reason and can hand the certificate in again.";
    reason: "반려 사유", "Reason";
    reason_hint: "신청인에게 그대로 보입니다. 무엇을 어떻게 고치면 되는지 적어 주세요.",
        "The applicant reads it as it stands. Say what is wrong and how to mend it.";
    reason_missing: "반려 사유를 입력해 주세요.", "Enter the reason.";
    reason_long: "500자 이내로 줄여 주세요.", "Shorten it to 500 characters.";
    cancel: "취소", "Cancel";
    decided: "{}: 처리했습니다.", "{}: done.";
    overtaken: "다른 운영자가 먼저 처리했거나 서류가 새로 들어왔습니다. 아직 처리하지 않았으니 지금 상태를 확인해 주세요.",
        "Another operator was first, or new papers came in. Nothing was done; please look at the present state.";
    now: "{}의 지금 상태", "{} at present";
    waiting: "확인을 기다리는 중", "Waiting";
    approved: "승인됨 - {}", "Approved: {}";
    rejected: "반려됨 - {}", "Refused: {}";
    originals: "원본 접수", "Originals";
    originals_lead: "스캔파일로 가입한 임시회원입니다. 원본이 도착하면 접수해 주세요.",
        "Provisional members who joined with scans. Mark their originals when they arrive.";
    originals_list: "임시회원", "Provisional members";
    originals_none: "원본을 기다리는 회원이 없습니다", "No member’s originals are awaited";
    originals_not_found: "찾는 임시회원이 없습니다", "No provisional member was found";
    originals_help: "기업명, 사업자등록번호 또는 접수번호의 일부로 찾을 수 있습니다.",
        "Search by part of the company’s name, business number or reference.";
    search: "검색어", "Search for";
    search_hint: "기업명, 사업자등록번호 또는 접수번호", "Company, business number or reference";
    contact: "담당자", "Contact";
    joined: "가입한 때", "Joined";
    receive: "원본 접수", "Originals received";
    receive_title: "원본을 접수할까요?", "Are the originals here?";
    receive_text: "이 기업은 바로 정식회원이 됩니다. 되돌릴 수 없습니다.", "The company becomes a full member at once. This cannot be undone.";
    received: "{}: 원본을 접수했습니다. 정식회원이 되었습니다.", "{}: originals received. It is a full member now.";
    received_before: "{}: 다른 운영자가 이미 원본을 접수했습니다.", "{}: another operator received the originals already.";
    syncs: "연계 대기", "Not known elsewhere yet";
    syncs_lead: "가입은 끝났지만 연계 시스템에 아직 등록되지 않은 회원과, 탈퇴를 아직 알리지 못한 회원입니다. 연계 시스템이 받을 때까지 저절로 다시 보냅니다. 오래 걸린 회원이 위에 있습니다.",
        "Members whom the other system does not know yet, and members who left of whom it was not told yet. It is told again by itself until it knows. Who waits longest stands first.";
    syncs_none: "연계를 기다리는 회원이 없습니다", "The other system knows every member";
    member: "회원", "Member";
    since: "가입·탈퇴한 때", "Joined or left";
    attempts: "보낸 횟수", "Attempts";
    times: "{}번", "{}";
    next_at: "다음에 보낼 때", "Next attempt";
    left: "탈퇴한 회원", "A member who left";
    told_left: "{}: 연계 시스템이 탈퇴를 알았습니다.", "{}: the other system knows now that the member left.";
    tell: "지금 다시 보내기", "Send again now";
    told: "{}: 연계 시스템에 등록되었습니다.", "{}: the other system knows the member now.";
    not_told: "{}: 연계 시스템이 아직 받지 않았습니다. 저절로 다시 보냅니다.",
        "{}: the other system did not take it yet. It will be sent again by itself.";
    told_next: "다음에 보낼 때: {}", "Next attempt: {}";
    password: "비밀번호 변경", "Change password";
    password_lead: "바꾸면 다른 곳에서 한 로그인은 모두 끝납니다. 이 화면은 그대로 쓸 수 있습니다.",
        "Your logins elsewhere end when you change it. This one goes on.";
    password_current: "현재 비밀번호", "Present password";
    password_new: "새 비밀번호", "New password";
    password_hint: "10자 이상. 문장처럼 길게 쓰면 안전하고 외우기 쉽습니다.",
        "10 characters or more. A long phrase is safe and easy to remember.";
    password_missing: "현재 비밀번호를 입력해 주세요.", "Enter your present password.";
    password_change: "변경", "Change";
    password_changed: "비밀번호를 바꿨습니다. 다음 로그인부터 새 비밀번호를 써 주세요.",
        "Your password is changed. Use the new one from the next login on.";
    operator_id: "운영자 아이디", "Operator ID";
    log: "처리 기록", "Audit log";
    log_lead: "누가 언제 무엇을 했는지 남은 기록입니다. 고치거나 지울 수 없습니다.",
        "Who did what, when. It can be neither changed nor deleted.";
    log_list: "기록", "Lines";
    log_none: "기록이 없습니다", "There are no lines";
    log_filter: "종류", "Kind";
    log_all: "모든 종류", "Every kind";
    log_show: "조회", "Show";
    at: "일시", "When";
    event: "한 일", "What";
    who: "한 사람", "Who";
    whom: "대상", "Whom";
    by_member: "회원", "Member";
    by_command: "서버 명령", "Command of the server";
    by_nobody: "알 수 없음", "Unknown";
    total: "모두 {}건", "{} in all";
    first_page: "첫 쪽 보기", "First page";
    open_file: "{} 내려받기", "Save {}";
}

/// The words, in the language in force.
pub fn operator_words() -> &'static OperatorWords {
    static KO: OperatorWords = OperatorWords::KO;
    static EN: OperatorWords = OperatorWords::EN;
    match lang() {
        Lang::Ko => &KO,
        Lang::En => &EN,
    }
}

/// How far an application is.
pub fn application_state(state: &ApplicationState) -> String {
    let words = operator_words();
    match state {
        ApplicationState::Waiting => words.waiting.to_owned(),
        ApplicationState::Approved(role) => fill(words.approved, role_name(*role)),
        ApplicationState::Rejected(reason) => fill(words.rejected, reason),
    }
}

/// What a kind of audit line is called.
pub fn audit_event(event: AuditEvent) -> &'static str {
    let (ko, en) = match event {
        AuditEvent::LoggedIn => ("회원 로그인", "Member logged in"),
        AuditEvent::LoginFailed => ("회원 로그인 실패", "Member login failed"),
        AuditEvent::LoggedInByCertificate => ("공동인증서 로그인", "Member logged in by certificate"),
        AuditEvent::LoggedInByAccount => ("간편 로그인", "Member logged in by account"),
        AuditEvent::LoggedInByFinancial => ("금융인증서 로그인", "Member logged in by financial certificate"),
        AuditEvent::OldMemberMoved => ("기존회원 전환", "Old member moved"),
        AuditEvent::LoginIdFound => ("아이디 찾기", "Login ID found"),
        AuditEvent::PasswordReset => ("비밀번호 재설정", "Password reset"),
        AuditEvent::RecoveryFailed => ("비밀번호 재설정 실패", "Password reset failed"),
        AuditEvent::CompanyRegistered => ("기업 등록", "Company registered"),
        AuditEvent::CompanyLoggedIn => ("기업정보 관리자 로그인", "Company logged in"),
        AuditEvent::CompanyLoggedInByCertificate => {
            ("기업정보 관리자 공동인증서 로그인", "Company logged in by certificate")
        }
        AuditEvent::CompanyLoginFailed => ("기업정보 관리자 로그인 실패", "Company login failed"),
        AuditEvent::CompanySteppedUp => ("기업인증", "Company certificate confirmed"),
        AuditEvent::CompanyChanged => ("기업정보 수정", "Company information changed"),
        AuditEvent::ApprovalChanged => ("승인 비밀번호 변경", "Approval password changed"),
        AuditEvent::ApprovalShown => ("승인 비밀번호 확인", "Approval password shown"),
        AuditEvent::ApprovalTold => ("승인 비밀번호 변경 알림", "People told of the approval password"),
        AuditEvent::CompanyPasswordChanged => ("기업정보 관리 로그인 비밀번호 변경", "Company login password changed"),
        AuditEvent::CertificateLoginFailed => ("공동인증서 로그인 실패", "Certificate login failed"),
        AuditEvent::LoggedInByPasskey => ("패스키 로그인", "Member logged in by passkey"),
        AuditEvent::PasskeyLoginFailed => ("패스키 로그인 실패", "Passkey login failed"),
        AuditEvent::PasskeyRegistered => ("패스키 등록", "Passkey registered"),
        AuditEvent::PasskeyRemoved => ("패스키 삭제", "Passkey removed"),
        AuditEvent::SteppedUp => ("공동인증서 추가 확인", "Certificate confirmed"),
        AuditEvent::CertificateRegistered => ("공동인증서 등록", "Certificate registered"),
        AuditEvent::CertificateDeleted => ("공동인증서 삭제", "Certificate taken away"),
        AuditEvent::Submitted => ("회원가입", "Signed up"),
        AuditEvent::ConsentDecided => ("약관 동의 변경", "Consents changed"),
        AuditEvent::LoginsEnded => ("다른 기기 로그아웃", "Logins elsewhere ended"),
        AuditEvent::InfoChanged => ("회원정보 변경", "Own information changed"),
        AuditEvent::PasswordChanged => ("비밀번호 변경", "Password changed"),
        AuditEvent::ConsultationOpened => ("온라인 상담 이용", "Online consulting opened"),
        AuditEvent::BriefingOpened => ("설명회 신청 이용", "Briefings opened"),
        AuditEvent::OtherServicesOpened => ("기타 서비스 신청 이용", "Other services opened"),
        AuditEvent::InsuranceOpened => ("고용보험 업무 이용", "Employment insurance opened"),
        AuditEvent::TrainingOpened => ("직업훈련 업무 이용", "Job training opened"),
        AuditEvent::ForeignersOpened => ("외국인 업무 이용", "Foreign workers opened"),
        AuditEvent::OtherWorkOpened => ("기타 업무 이용", "Other work opened"),
        AuditEvent::MemberLeft => ("회원 탈퇴", "Member left"),
        AuditEvent::OriginalsReceived => ("원본 접수", "Originals received"),
        AuditEvent::ApplicationApproved => ("가입 신청 승인", "Application approved"),
        AuditEvent::ApplicationRejected => ("가입 신청 반려", "Application refused"),
        AuditEvent::PapersHandedIn => ("서류 다시 냄", "Papers handed in again"),
        AuditEvent::AssociateApproved => ("정회원 승인", "Associate approved"),
        AuditEvent::ApprovalUndone => ("정회원 승인 되돌림", "Approval undone"),
        AuditEvent::RelationEnded => ("소속 관계 해지", "Relation to a company ended"),
        AuditEvent::CompanyLeft => ("본인이 소속 종료", "Left the company"),
        AuditEvent::CompanyLinked => ("소속기업 연결", "Linked to the company"),
        AuditEvent::EmployeeInvited => ("직원 초대", "Somebody invited"),
        AuditEvent::InvitationResent => ("초대 다시 보내기", "Invitation sent again"),
        AuditEvent::InvitationWithdrawn => ("초대 취소", "Invitation withdrawn"),
        AuditEvent::InvitationAccepted => ("초대 수락", "Invitation accepted"),
        AuditEvent::MasterOffered => ("MASTER 권한 제안", "MASTER role offered"),
        AuditEvent::MasterHandedOver => ("MASTER 권한 넘겨받음", "MASTER role taken over"),
        AuditEvent::MasterOfferDeclined => ("MASTER 권한 제안 거절", "MASTER role declined"),
        AuditEvent::MasterOfferWithdrawn => ("MASTER 권한 제안 취소", "Offer of the MASTER role withdrawn"),
        AuditEvent::MemberFileOpened => ("회원 서류 내려받음", "Member’s file saved"),
        AuditEvent::Converted => ("기업회원 전환 신청", "Individual member converted"),
        AuditEvent::OperatorLoggedIn => ("운영자 로그인", "Operator logged in"),
        AuditEvent::OperatorLoginFailed => ("운영자 로그인 실패", "Operator login failed"),
        AuditEvent::SyncRetried => ("연계 다시 보냄", "Sent to the other system again"),
        AuditEvent::OperatorPasswordChanged => ("운영자 비밀번호 변경", "Operator’s password changed"),
        AuditEvent::OperatorPasswordWrong => ("운영자 비밀번호 변경 실패", "Change of an operator’s password failed"),
        AuditEvent::OperatorAdded => ("운영자 계정 추가", "Operator added"),
        AuditEvent::OperatorRemoved => ("운영자 계정 삭제", "Operator taken away"),
        AuditEvent::HsEditionInForce => ("HS코드 목록 교체", "HS codes replaced"),
        AuditEvent::KsicEditionInForce => ("업종 목록 교체", "Industries replaced"),
    };
    pick(ko, en)
}

word_list! {
    /// Words of handing refused papers in again.
    PapersWords;
    title: "사업자등록증 다시 내기", "Hand the certificate in again";
    lead: "사유를 확인하고 다시 내 주세요. 내면 다시 확인을 기다립니다.",
        "Read the reason and hand it in again. It will then be checked once more.";
    submit: "다시 내기", "Hand in again";
    done: "사업자등록증을 다시 냈습니다. 확인을 기다려 주세요.", "The certificate was handed in again and will be checked.";
    unfinished: "파일을 모두 올린 뒤 다시 눌러 주세요.", "Wait until every file has been uploaded.";
}

/// The words, in the language in force.
pub fn papers_words() -> &'static PapersWords {
    static KO: PapersWords = PapersWords::KO;
    static EN: PapersWords = PapersWords::EN;
    match lang() {
        Lang::Ko => &KO,
        Lang::En => &EN,
    }
}
