//! Words of inputs.

use super::{lang, word_list};
use gaip_domain::text::Lang;

word_list! {
    /// Inputs of forms.
    FieldWords;
    check_login_id: "중복확인", "Check availability";
    login_id_free: "사용할 수 있는 아이디입니다.", "This ID is available.";
    password_confirm: "비밀번호 확인", "Confirm password";
    password_ok: "사용가능한 비밀번호입니다", "This password can be used";
    password_rules: "비밀번호 생성규칙 자세히 보기", "See password rules";
    password_rule_length: "{}자 이상", "At least {} characters";
    password_rule_digits: "숫자만으로 만들 수 없음", "Not digits only";
    password_rule_common: "흔히 쓰는 비밀번호, 같거나 연속된 글자는 쓸 수 없음", "Not a common password, nor a repeat or a sequence";
    password_rule_personal: "아이디와 사업자등록번호를 담을 수 없음", "Not containing your ID or business number";
    password_rule_any: "특수문자나 대문자를 꼭 넣지 않아도 됨", "Special or capital characters are not required";
    password_retype: "비밀번호는 안전을 위해 저장하지 않습니다. 이 화면을 새로 열면 다시 입력해 주세요.",
        "For your security passwords are not saved. Type it again if you open this page anew.";
    password_kept: "비밀번호를 이미 정했습니다. 바꾸려는 경우에만 다시 입력해 주세요.", "You have set a password. Type one only to change it.";
    corporation_check: "번호가 맞는지 다시 확인해 주세요. 등기부의 번호와 같다면 그대로 진행할 수 있습니다.",
        "Please check this number. If it matches the register you can go on.";
    amount_year: "{}년", "{}";
    files_limits: "형식: PDF, JPG, PNG, ZIP · 파일당 최대 20MB · 최대 {}개", "Types: PDF, JPG, PNG, ZIP · up to 20 MB each · up to {} files";
    files_choose_again: "멈춘 파일은 같은 파일을 다시 선택하면 이어서 올라갑니다. 필요 없으면 삭제해 주세요.",
        "Choose the same file again to resume a paused one, or remove it.";
    approval_given: "승인 비밀번호를 확인했습니다.", "The approval password was right.";
    pin_confirm: "{} 확인", "Confirm: {}";
    pin_retype: "안전을 위해 저장하지 않습니다. 이 화면을 새로 열면 다시 입력해 주세요.", "It is not saved. Type it again if you open this page anew.";
    pin_kept: "이미 정했습니다. 바꾸려는 경우에만 다시 입력해 주세요.", "You have set it. Type one only to change it.";
    tag_add: "추가", "Add";
    same_empty: "가져올 내용이 아직 없습니다.", "There is nothing to copy yet.";
    same_head_office: "본사와 같음", "Same as head office";
    same_contact: "담당자와 같음", "Same as contact person";
    address_title: "주소 찾기", "Find address";
    address_keyword: "도로명, 건물명 또는 지번", "Road, building or lot number";
    address_hint: "예: 둔산로 100", "Example: 둔산로 100";
    address_none: "검색 결과가 없습니다. 도로명과 건물번호를 확인하거나 창을 닫고 직접 입력해 주세요.",
        "No results. Check the road and number, or close this window and type the address.";
    address_found: "{}건을 찾았습니다.", "{} found.";
    address_more: "더 보기", "Show more";
    address_lot: "지번", "Lot";
}

/// The words of inputs, in the language in force.
pub fn field_words() -> &'static FieldWords {
    static KO: FieldWords = FieldWords::KO;
    static EN: FieldWords = FieldWords::EN;
    match lang() {
        Lang::Ko => &KO,
        Lang::En => &EN,
    }
}
