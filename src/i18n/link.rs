//! Words on a member's link to a company: how it came about, and its end. They come later (`src/later.rs`).

use super::{lang, word_list};
use gaip_domain::linked_by::LinkedBy;
use gaip_domain::text::Lang;

word_list! {
    /// Words on links to companies.
    LinkWords;
    linked_title: "소속기업과 연결되었습니다", "You are linked to your company";
    linked_text: "승인을 기다리지 않아도 됩니다. 지금부터 소속기업 명의로 서비스를 이용할 수 있습니다.",
        "There is nothing to wait for. From now on you can use services in your company’s name.";
    how: "소속기업 인증", "Link to the company";
    certificate: "기업 범용인증서 (유형 A)", "Company certificate (type A)";
    approval: "승인 비밀번호 (유형 B)", "Approval password (type B)";
    invitation: "초대 (유형 B)", "Invitation (type B)";
    certificate_text: "소속기업 명의로 모든 서비스를 신청하고 마일리지를 조회할 수 있습니다. 기업정보는 기업인증을 거쳐 수정합니다.",
        "You can use every service in your company’s name and see its mileage. You change its information after showing its certificate.";
    approval_text: "소속기업 명의로 모든 서비스를 신청할 수 있습니다. 마일리지 이용과 기업정보 수정은 기업 범용인증서로 인증한 회원만 할 수 있습니다.",
        "You can use every service in your company’s name. Mileage and the company’s information are for members who linked by its certificate.";
    not_for: "소속기업 연결은 소속기업이 없는 일반회원만 할 수 있습니다. 다른 기업으로 옮기려면 내 정보에서 지금의 소속을 먼저 종료해 주세요.",
        "Only general members without a company can link to one. To move to another company, end the present link on my page first.";
    instead: "승인 비밀번호로 소속기업 연결", "Link to it by its approval password";
    register: "소속기업 정보 새로 등록", "Register the company";
    company: "소속기업", "Your company";
    edit: "기업정보 수정", "Change company information";
    services: "서비스 이력·마일리지", "Services and mileage";
    certified_title: "소속기업 정보", "Your company";
    certified_lead: "기업 범용인증서로 연결한 회원이 볼 수 있습니다. 기업정보는 기업인증을 거친 뒤 수정하며, 처리한 내용은 기록에 남습니다.",
        "For members who linked by the company’s certificate. Showing it again opens changes, which are written down.";
    leave: "소속 종료", "End the link";
    leave_text: "회사를 옮기거나 그만두면 소속을 종료할 수 있습니다. 아이디와 계정은 그대로 남고, 다른 기업과 다시 연결할 수 있습니다.",
        "When you leave the company or move to another, end the link. You keep your ID and account and can link to another company.";
    leave_master: "MASTER는 다른 회원이 있는 동안 소속을 종료할 수 없습니다. 먼저 다른 정회원에게 MASTER 권한을 넘겨 주세요. 소속 회원이 나뿐이면 기업정보도 함께 삭제됩니다.",
        "A MASTER cannot leave while the company has other members. Hand the role over to a regular member first. If you are the only one, the company’s information is deleted too.";
    leave_title: "소속을 종료할까요?", "End the link to the company?";
    leave_ask: "{} 소속을 종료합니다. 소속기업 명의로는 더 이상 서비스를 이용할 수 없고, 등록한 기업 인증서가 있으면 함께 지워집니다. 되돌릴 수 없으며, 다시 소속되려면 새로 연결해야 합니다.",
        "Your link to {} ends. You can no longer use services in its name, and certificates that you registered are removed. This cannot be undone; to return you link anew.";
    leave_yes: "종료하기", "End it";
    password: "비밀번호", "Password";
    password_hint: "본인인지 확인합니다.", "So that we know it is you.";
    cancel: "취소", "Cancel";
    left: "소속을 종료했습니다. 이제 다른 기업과 연결할 수 있습니다.", "The link has ended. You can link to another company now.";
}

/// The words, in the language in force.
pub fn link_words() -> &'static LinkWords {
    static KO: LinkWords = LinkWords::KO;
    static EN: LinkWords = LinkWords::EN;
    match lang() {
        Lang::Ko => &KO,
        Lang::En => &EN,
    }
}

/// How somebody was linked, with the grade of the manual (rows T10, T11).
pub fn linked_by_name(by: LinkedBy) -> &'static str {
    let words = link_words();
    match by {
        LinkedBy::Certificate => words.certificate,
        LinkedBy::Approval => words.approval,
        LinkedBy::Invitation => words.invitation,
    }
}

/// What it means for the member.
pub fn linked_by_meaning(by: LinkedBy) -> &'static str {
    match by {
        LinkedBy::Certificate => link_words().certificate_text,
        LinkedBy::Approval | LinkedBy::Invitation => link_words().approval_text,
    }
}
