//! Words of the administration of a company, and of the services of members. They come later (`src/later.rs`).

use super::{lang, pick, word_list};
use gaip_contract::problem::ProblemCode;
use gaip_domain::permission::Service;
use gaip_domain::text::Lang;

word_list! {
    /// Words of the administration of a company.
    AdminWords;
    title: "소속 기업 관리", "Your company";
    lead: "함께 가입한 직원을 승인하고 관리합니다. 처리한 내용은 기록에 남습니다.",
        "Approve and manage the people of your company. What you do is written down.";
    menu: "소속 기업 관리 메뉴", "Company menu";
    go: "소속 기업 관리하기", "Manage your company";
    people: "직원", "People";
    log: "처리 기록", "Log";
    lead_member: "기업 정보를 수정하고 서비스 이력과 마일리지를 봅니다. 처리한 내용은 기록에 남습니다.",
        "Change the company’s information, and see services and mileage. What you do is written down.";
    not_allowed: "지금 회원 구분으로는 이용할 수 없습니다", "Not for your kind of member";
    not_allowed_text: "소속 기업의 관리는 그 권한이 있는 회원이 합니다. 이용할 수 있는 서비스는 내 정보에서 확인해 주세요.",
        "A company is managed by members who may do so. Your page says what you may use.";
    back: "내 정보로", "To my page";
    login_text: "소속 기업은 로그인한 뒤에 관리할 수 있습니다.", "Log in to manage your company.";
    overview: "기업 현황", "Overview";
    company: "기업명", "Company";
    number: "사업자등록번호", "Business number";
    my_role: "내 회원 구분", "Your kind of member";
    counts: "소속 회원", "Members";
    masters: "MASTER {}명", "{} MASTER";
    regulars: "정회원 {}명", "{} regular";
    associates: "준회원 {}명 (승인 대기)", "{} associates (to be approved)";
    search: "이름 또는 아이디", "Name or login ID";
    role: "회원 구분", "Kind of member";
    every_role: "모두", "All";
    master: "MASTER", "MASTER";
    regular: "정회원", "Regular";
    associate: "준회원", "Associate";
    sort: "순서", "Order";
    by_name: "이름순", "By name";
    newest: "최근 가입순", "Newest first";
    oldest: "먼저 가입한 순", "Oldest first";
    total: "모두 {}명", "{} in all";
    list: "직원 목록", "People";
    none: "찾는 직원이 없습니다", "Nobody was found";
    none_help: "이름이나 아이디의 일부로 찾거나 회원 구분을 “모두”로 바꾸어 보세요.",
        "Search by part of a name or login ID, or set the kind of member to “All”.";
    first_page: "첫 쪽 보기", "First page";
    name: "이름", "Name";
    login_id: "아이디", "Login ID";
    joined: "가입일시", "Joined";
    act: "처리", "Act";
    all_of_page: "이 페이지의 준회원 {}명 모두 선택", "Select all {} associates of this page";
    chosen: "선택한 {}명 승인", "Approve {} selected";
    choose_first: "승인할 준회원을 선택해 주세요", "Select the associates to approve";
    approve: "승인", "Approve";
    refuse: "가입 거절", "Refuse";
    end: "관계 해지", "End relation";
    hand_over: "MASTER 넘기기", "Hand over MASTER";
    cancel: "취소", "Cancel";
    undo: "승인 되돌리기", "Undo the approval";
    approved: "{}명을 정회원으로 승인했습니다. 10분 안에 되돌릴 수 있습니다.", "{} approved as regular members. You can undo it for 10 minutes.";
    undone: "{}명의 승인을 되돌렸습니다.", "The approval of {} was undone.";
    end_title: "소속 관계를 해지할까요?", "End the relation?";
    refuse_title: "가입을 거절할까요?", "Refuse the associate?";
    end_text: "{} 님은 개인회원이 됩니다. 아이디와 계정은 그대로 남습니다. 되돌릴 수 없으며, 다시 소속되려면 본인이 기업회원 전환을 신청해야 합니다.",
        "{} becomes a personal member and keeps the account. This cannot be undone; to return they apply anew.";
    ended: "{} 님의 소속 관계를 해지했습니다.", "{} no longer belongs to the company.";
    hand_over_title: "MASTER 권한을 넘길까요?", "Hand the MASTER role over?";
    hand_over_text: "{} 님에게 제안합니다. 7일 안에 수락하면 MASTER가 바뀌고, 나는 정회원이 됩니다. 수락하기 전에는 취소할 수 있습니다.",
        "The role is offered to {}. Once they accept, within 7 days, they are the MASTER and you are a regular member. Until then you can withdraw it.";
    propose: "제안하기", "Offer";
    proposed: "{} 님에게 MASTER 권한을 제안했습니다.", "The MASTER role was offered to {}.";
    pending: "{} 님의 수락을 기다리고 있습니다", "Waiting for {} to accept";
    until: "{}까지 수락하지 않으면 제안이 사라집니다.", "The offer is over at {}.";
    withdraw: "제안 취소", "Withdraw the offer";
    withdrawn: "MASTER 권한 제안을 취소했습니다.", "The offer was withdrawn.";
    offered: "MASTER 권한을 제안받았습니다", "The MASTER role is offered to you";
    offered_text: "{} 님이 기업의 MASTER 권한을 넘기려고 합니다. 수락하면 내가 MASTER가 되어 직원을 승인하고 관리합니다.",
        "{} wants to hand the role over. If you accept, you are the MASTER: you approve and manage the people of the company.";
    accept: "수락하기", "Accept";
    decline: "거절하기", "Decline";
    declined: "제안을 거절했습니다.", "You declined the offer.";
    log_list: "처리 기록", "Log";
    log_none: "기록이 없습니다", "There are no lines";
    event: "한 일", "What";
    by: "처리자", "Who";
    whom: "대상", "Whom";
    device: "기기", "Device";
    at: "일시", "When";
    services: "이용할 수 있는 서비스", "Services";
    may: "이용 가능", "Available";
    may_not: "이용 불가", "Not available";
    open: "이용하기", "Open";
    services_note: "마일리지 사용과 기업 정보 수정은 MASTER가 정회원으로 승인한 뒤에 할 수 있습니다.",
        "Using mileage and changing the company’s information need the MASTER’s approval.";
}

/// The words, in the language in force.
pub fn admin_words() -> &'static AdminWords {
    static KO: AdminWords = AdminWords::KO;
    static EN: AdminWords = AdminWords::EN;
    match lang() {
        Lang::Ko => &KO,
        Lang::En => &EN,
    }
}

/// What a service is called (manual rows K13 to K20, W109 to W111).
pub fn service_name(service: Service) -> &'static str {
    let (ko, en) = match service {
        Service::Consultation => ("온라인 상담", "Online consulting"),
        Service::Briefing => ("설명회 신청", "Briefings"),
        Service::OtherServices => ("기타 서비스 신청", "Other services"),
        Service::Mileage => ("서비스 마일리지 이용", "Using mileage"),
        Service::EditCompany => ("기업 정보 수정", "Changing the company’s information"),
        Service::HandOverMaster => ("MASTER 권한 넘기기", "Handing the MASTER role over"),
        Service::ApproveAssociates => ("정회원 승인", "Approving regular members"),
        Service::EndRelations => ("관계 해지", "Ending relations"),
        Service::TellApproval => {
            ("소속 직원 승인 (승인 비밀번호 6자리)", "Approving colleagues (approval password, 6 digits)")
        }
        Service::InviteEmployees => ("직원 초대", "Inviting people"),
        Service::Insurance => ("고용보험", "Employment insurance"),
        Service::Training => ("직업훈련", "Job training"),
        Service::Foreigners => ("외국인", "Foreign workers"),
        Service::OtherWork => ("기타 업무", "Other work"),
    };
    pick(ko, en)
}

/// The words of refusals of the administration.
pub(super) fn of_code(code: ProblemCode) -> Option<(&'static str, &'static str)> {
    let words = match code {
        ProblemCode::NotAllowed => (
            "지금 회원 구분으로는 할 수 없습니다. 그 사이에 회원 구분이 바뀌었을 수 있으니 화면을 새로 고쳐 주세요.",
            "Your kind of member may not do this. It may have changed meanwhile; please reload the page.",
        ),
        ProblemCode::UndoOver => (
            "되돌릴 수 있는 10분이 지났거나 이미 되돌렸습니다.",
            "The 10 minutes in which it could be undone are over, or it was undone already.",
        ),
        ProblemCode::MasterStays => (
            "MASTER의 관계는 해지할 수 없습니다. 먼저 MASTER 권한을 넘겨 주세요.",
            "The relation of the MASTER cannot be ended. Hand the role over first.",
        ),
        ProblemCode::OfferPending => (
            "이미 다른 분에게 제안하고 수락을 기다리고 있습니다. 먼저 그 제안을 취소해 주세요.",
            "The role is offered to somebody already. Withdraw that offer first.",
        ),
        ProblemCode::OfferGone => (
            "제안이 취소되었거나 기한이 지났거나 이미 처리되었습니다.",
            "The offer was withdrawn, is over, or was answered already.",
        ),
        _ => return None,
    };
    Some(words)
}
