//! Words of the login of a company and of what it does there. They come later (`src/later.rs`).

use super::{lang, word_list};
use gaip_domain::text::Lang;

word_list! {
    /// Words of the login of a company.
    CompanyLoginWords;
    tab: "기업정보 관리자", "Company";
    lead: "소속기업의 사업자등록번호와 기업정보 관리 로그인 비밀번호로 로그인합니다. 기업정보 수정, 소속 직원 관리, 서비스 이력과 마일리지 조회를 할 수 있습니다.",
        "Log in as the company to change its information, manage its people, and see services and mileage.";
    number: "로그인 ID (사업자등록번호)", "Login ID (business number)";
    number_hint: "사업자등록번호 10자리를 입력해 주세요.", "The 10 digits of the business number.";
    password: "로그인 비밀번호", "Login password";
    number_missing: "사업자등록번호 10자리를 입력해 주세요.", "Enter the 10 digits of the business number.";
    password_missing: "로그인 비밀번호를 입력해 주세요.", "Enter the login password.";
    log_in: "로그인", "Log in";
    by_certificate: "공동인증서 로그인", "Log in by joint certificate";
    by_certificate_text: "사업자등록번호를 입력하고 소속기업 범용인증서로 로그인할 수도 있습니다. 로그인 비밀번호를 잊었다면 인증서로 로그인한 뒤 기업정보 수정에서 바꿔 주세요.",
        "You can also enter the business number and log in by the company’s certificate. If you forgot the login password, log in this way and set a new one.";
    manager: "기업정보 관리자", "Company";
    manage: "기업 관리", "Manage";
    title: "소속기업 관리", "Your company";
    lead_admin: "기업정보와 소속 직원을 관리합니다. 처리한 내용은 기록에 남습니다.",
        "Manage the company’s information and people. What you do is written down.";
    areas: "할 수 있는 일", "What you can do";
    edit: "기업정보 수정", "Change company information";
    // The other name of the manuals stands in the text, where a search of the page finds it (row X10).
    edit_text: "기업정보 변경, 승인 비밀번호 변경, 로그인 비밀번호 변경도 여기에서 합니다. 기업인증이 필요합니다.",
        "Edit company information, the approval password and the login password. Needs the company’s certificate.";
    edit_text_member: "기업명, 대표자, 소재지 같은 기업정보를 바꿉니다. 저장할 때 본인인지 확인합니다.",
        "Name, representative, address and the like. You show that it is you when you save.";
    people_area: "소속기업 직원 승인 및 관리", "Approve and manage people";
    people_text: "소속 직원을 찾고 소속 관계를 해지합니다. 승인은 승인 비밀번호로 합니다.",
        "Search people and end links. They are approved by the approval password.";
    services_area: "KOTRA 서비스 참여 이력", "KOTRA service history";
    services_text: "소속기업 이름으로 참여한 서비스를 봅니다.", "Services in which the company took part.";
    mileage_area: "서비스 마일리지 조회", "Service mileage";
    mileage_text: "사용할 수 있는 마일리지를 봅니다.", "Mileage that can be used.";
    approval_help: "승인 비밀번호(6자리)란?", "What is the approval password (6 digits)?";
    approval_help_text: "소속 직원이 일반회원으로 가입한 뒤 승인 비밀번호를 입력하면 별도 승인절차 없이 자동으로 소속기업 일반회원으로 전환이 완료됩니다.",
        "Colleagues who joined as general members and enter the approval password belong to the company at once, without another approval.";
    generals: "소속 일반회원 {}명", "{} linked general members";
    general: "일반회원", "General";
    end_text: "{} 님은 소속기업이 없는 일반회원이 됩니다. 아이디와 계정은 그대로 남습니다. 다시 소속되려면 본인이 기업을 다시 연결해야 합니다.",
        "{} becomes a general member without a company and keeps the account. To return they link to the company again.";
    tab_services: "서비스 이력·마일리지", "Services and mileage";
    locked: "기업인증이 필요합니다", "The company’s certificate is needed";
    locked_text: "반드시 기업인증절차를 거친 후 기업정보를 수정할 수 있습니다. 인증한 뒤 10분 동안 수정할 수 있습니다.",
        "Changes are open for 10 minutes after the company’s certificate was shown.";
    prove: "기업인증", "Show the certificate";
    info: "기업정보", "Information";
    save: "저장", "Save";
    saved: "기업정보를 저장했습니다.", "The information was saved.";
    password_hint: "기업정보를 바꾸려면 본인인지 확인해야 합니다.", "To change the company’s information, show that it is you.";
    conflict: "그 사이에 기업정보가 바뀌었습니다", "The company’s information was changed meanwhile";
    conflict_text: "다른 사람이나 다른 창에서 먼저 저장했습니다. 아직 저장하지 않았습니다. 입력한 내용은 그대로 두고, 고치지 않은 항목만 바뀐 정보로 채웁니다.",
        "Somebody else or another window saved first, and nothing of yours was saved yet. What you typed stays; only what you did not touch is filled in anew.";
    approval: "승인 비밀번호(6자리) 변경", "Change the approval password (6 digits)";
    approval_new: "새 승인 비밀번호(6자리)", "New approval password (6 digits)";
    approval_again: "새 승인 비밀번호 확인", "New approval password again";
    approval_change: "승인 비밀번호 변경", "Change";
    approval_changed: "승인 비밀번호를 변경했습니다", "The approval password was changed";
    approval_share: "승인비밀번호 변경 시, 반드시 기존 기업소속 일반회원들에게도 변경된 승인비밀번호를 공유해 주세요. 이미 연결된 회원의 소속 관계는 그대로 유지됩니다.",
        "Tell the new approval password to the people of your company. Whoever is linked stays linked.";
    notify: "직원에게 알림", "Tell people";
    notify_text: "변경된 사실만 이메일로 알립니다. 비밀번호는 보내지 않습니다.",
        "An e-mail says that it changed. The password is never sent.";
    notified: "직원 {}명에게 이메일을 보냈습니다.", "E-mails are on their way to {}.";
    login_password: "기업정보 관리 로그인 비밀번호 변경", "Change the login password";
    login_password_new: "새 로그인 비밀번호", "New login password";
    login_password_hint: "바꾸면 다른 기기의 로그인은 끝납니다.", "Other logins of the company end.";
    login_password_change: "로그인 비밀번호 변경", "Change";
    login_password_changed: "로그인 비밀번호를 변경했습니다.", "The login password was changed.";
    mileage: "사용 가능 마일리지", "Mileage";
    points: "{}점", "{} points";
    history: "서비스 참여 이력", "Service history";
    no_history: "참여한 서비스가 없습니다", "No services yet";
    no_history_text: "소속기업 이름으로 서비스에 참여하면 여기에 보입니다.", "Services in which the company takes part appear here.";
    date: "일자", "Date";
    service: "서비스", "Service";
    state: "상태", "State";
    service_mileage: "마일리지", "Mileage";
}

/// The words, in the language in force.
pub fn company_login_words() -> &'static CompanyLoginWords {
    static KO: CompanyLoginWords = CompanyLoginWords::KO;
    static EN: CompanyLoginWords = CompanyLoginWords::EN;
    match lang() {
        Lang::Ko => &KO,
        Lang::En => &EN,
    }
}
