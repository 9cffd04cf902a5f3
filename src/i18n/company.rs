//! Words on what was found of a company, and on what somebody is to it. They come later (`src/later.rs`).

use super::{lang, word_list};
use gaip_contract::bodies::Role;
use gaip_domain::text::Lang;

word_list! {
    /// Words on companies and their members.
    CompanyWords;
    search: "검색", "Search";
    standing: "기업 등록 상태", "Registration";
    name: "기업명", "Company";
    representative: "대표자", "Representative";
    address: "주소", "Address";
    phone: "전화번호", "Telephone";
    representative_name: "대표자 성명", "Representative’s name";
    representative_hint: "국세청 “사업자등록증” 기준 (예: 홍길동)", "As on the business registration certificate of the tax office";
    opened: "개업일", "Opening date";
    opened_hint: "국세청 “사업자등록증” 기준 (예: 2023-11-01)", "As on the business registration certificate (for example 2023-11-01)";
    registered: "이미 등록된 기업", "Registered here";
    listed: "기업정보가 조회된 기업", "Found in the company directory";
    unlisted: "새로 등록할 기업", "Not in the company directory";
    registered_text: "이미 등록된 기업입니다. 준회원이 되고, 기업의 MASTER가 승인하면 정회원이 됩니다.",
        "This company is registered here. You join as an associate and become a regular member once its MASTER approves.";
    listed_text: "기업정보가 조회되었습니다. 기업의 MASTER로 등록되며, 사업자등록증은 내지 않아도 됩니다.",
        "The company was found. You become its MASTER, and its registration certificate is not needed.";
    unlisted_text: "기업정보가 조회되지 않는 기업입니다. 다음 단계에서 기업정보를 입력하고 사업자등록증을 내 주세요. 확인되면 기업의 MASTER가 됩니다.",
        "The company is not in the directory. Next, enter it and hand in its registration certificate. Once it is checked, you become its MASTER.";
    owned_listed_text: "기업정보가 조회되었습니다. 사업자등록증 스캔본은 내지 않아도 됩니다.",
        "The company was found. Its registration certificate is not needed.";
    owned_unlisted_text: "기업정보가 조회되지 않는 기업입니다. 기업 인증을 한 뒤 기업정보를 입력하고 사업자등록증 스캔본을 첨부해 주세요.",
        "The company is not in the directory. Prove it by its certificate first; then enter it and attach its registration certificate.";
    locked: "국세청·기업정보에 등록된 정보입니다.", "As registered with the tax office or the company directory.";
    rejected: "사업자등록증을 승인하지 못했습니다", "The registration certificate was not approved";
    new_company: "신규등록대상", "Register this company";
    converted_associate: "기업회원(준회원) 전환신청이 완료되었습니다", "You are a corporate member (associate) now";
    converted_master: "기업회원(MASTER)으로 전환되었습니다", "You are a corporate member (MASTER) now";
    converted_text: "회원 유형이 개인회원에서 기업회원으로 바뀌었습니다. 아이디와 비밀번호는 그대로 사용합니다.",
        "Your kind of member has changed from personal to corporate. You keep your login ID and password.";
    converted_applicant: "전환 신청을 받았습니다. 사업자등록증을 확인하고 있습니다", "We received your application and are checking the registration certificate";
    entered: "입력하신 정보", "What you entered";
    role: "회원 구분", "Kind of member";
    contact: "기업 담당자", "Company contact";
    personal: "개인회원", "Personal member";
    master: "기업회원 (MASTER)", "Corporate member (MASTER)";
    regular: "기업회원 (정회원)", "Corporate member (regular)";
    associate: "기업회원 (준회원)", "Corporate member (associate)";
    applicant: "기업회원 (서류 확인 중)", "Corporate member (papers being checked)";
    company_title: "기업정보가 등록되었습니다", "The company is registered";
    company_text: "기업정보 관리 로그인 ID는 사업자등록번호 10자리입니다. 직원에게 승인 비밀번호(6자리)를 알려 주면 따로 승인하지 않아도 소속기업에 연결됩니다.",
        "The company’s login ID is its 10-digit business registration number. Colleagues who know the approval password (6 digits) are linked without another approval.";
    general: "일반회원", "General member";
    general_title: "일반회원으로 가입되었습니다", "You are a general member";
    general_text: "모든 서비스를 신청할 수 있습니다. 소속기업 명의로 이용하려면 소속기업을 등록하거나 연결해 주세요.",
        "You can apply for every service. To use them in your company’s name, register or link your company.";
    social: "간편회원", "Member by account";
    social_title: "간편회원으로 가입되었습니다", "You are a member by your account";
    social_text: "온라인 상담과 설명회 신청을 이용할 수 있습니다. 기타 서비스를 신청하려면 일반회원으로 가입해 주세요.",
        "You can use online consulting and briefings. For other services, sign up as a general member.";
    personal_title: "개인회원으로 가입되었습니다", "You are a personal member";
    personal_text: "회사에 소속되면 로그인한 뒤 기업회원으로 전환을 신청할 수 있습니다.",
        "Once you work for a company, you can apply to become its member after logging in.";
    master_title: "기업의 MASTER로 등록되었습니다", "You are the MASTER of your company";
    master_text: "같은 기업으로 가입하는 준회원을 승인하고 기업정보를 수정할 수 있습니다.",
        "You approve associates who join your company, and you may change its information.";
    regular_title: "기업회원으로 가입되었습니다", "You are a corporate member";
    regular_text: "서비스 마일리지를 이용하고 기업정보를 수정할 수 있습니다.",
        "You can use mileage and change the company’s information.";
    associate_title: "기업회원(준회원)으로 가입되었습니다", "You are a corporate member (associate)";
    associate_text: "모든 서비스 이용이 가능하나 마일리지 사용/기업정보 수정은 MASTER의 승인 필요",
        "You can use every service; using mileage and changing the company’s information need the MASTER’s approval.";
    associate_wait: "기업의 MASTER가 승인하면 정회원이 됩니다.", "You become a regular member once the company’s MASTER approves.";
    applicant_title: "가입 신청을 받았습니다. 사업자등록증을 확인하고 있습니다", "We received your sign-up and are checking the registration certificate";
    applicant_text: "안내센터에서 사업자등록증을 확인해 승인하면 기업의 MASTER가 됩니다. 팩스나 메일로 보내신다면 접수번호를 함께 적어 주세요.",
        "Once the certificate is approved, you become the MASTER of your company. If you send it by fax or e-mail, add the reference number.";
}

/// The words, in the language in force.
pub fn company_words() -> &'static CompanyWords {
    static KO: CompanyWords = CompanyWords::KO;
    static EN: CompanyWords = CompanyWords::EN;
    match lang() {
        Lang::Ko => &KO,
        Lang::En => &EN,
    }
}

/// What a role is called.
pub fn role_name(role: Role) -> &'static str {
    let words = company_words();
    match role {
        Role::Contact => words.contact,
        Role::Personal => words.personal,
        Role::Master => words.master,
        Role::Regular => words.regular,
        Role::Associate => words.associate,
        Role::Applicant => words.applicant,
        Role::General => words.general,
        Role::Social => words.social,
    }
}

/// What a role means: title and paragraphs. Of becoming a company's member only a portal where one can speaks. Nothing for a contact, who is told of certificates and originals instead.
pub fn role_meaning(role: Role, converts: bool) -> Option<(&'static str, Vec<&'static str>)> {
    let words = company_words();
    Some(match role {
        Role::Contact => return None,
        Role::Personal if converts => (words.personal_title, vec![words.personal_text]),
        Role::Personal => (words.personal_title, Vec::new()),
        Role::Master => (words.master_title, vec![words.master_text]),
        Role::Regular => (words.regular_title, vec![words.regular_text]),
        Role::Associate => (words.associate_title, vec![words.associate_wait, words.associate_text]),
        Role::Applicant => (words.applicant_title, vec![words.applicant_text]),
        Role::General => (words.general_title, vec![words.general_text]),
        Role::Social => (words.social_title, vec![words.social_text]),
    })
}
