//! Words of the frame round every page.

use super::word_list;
use crate::ui::words::UiWords;

word_list! {
    /// Header, footer, settings, home.
    FrameWords;
    skip: "본문 바로가기", "Skip to main content";
    portals_title: "가입할 수 있는 누리집", "Portals";
    portals_lead: "가입하려는 누리집을 선택해 주세요.", "Choose the portal that you want to join.";
    settings: "화면 설정", "Display settings";
    text_size: "글자 크기", "Text size";
    text_size_reset: "글자 크기 초기화", "Reset text size";
    mode: "화면 모드", "Contrast";
    mode_light: "기본", "Light";
    mode_contrast: "선명하게", "High contrast";
    mode_theme: "시스템 설정", "System setting";
    language: "언어", "Language";
    login: "로그인", "Log in";
    join: "회원가입", "Sign up";
    home: "홈", "Home";
    member_services: "회원서비스", "Member services";
    prepare: "가입 전에 준비해 주세요", "Before you start";
    prepare_time: "약 15분 걸립니다. 입력한 내용은 저장되어 나중에 이어서 작성할 수 있습니다.",
        "It takes about 15 minutes. What you enter is saved, so you can continue later.";
    already_member: "이미 가입하셨나요?", "Already a member?";
    join_help: "한 번에 한 가지씩 묻고, 입력하는 대로 저장합니다. 설치할 프로그램은 없습니다.",
        "You are asked one thing at a time, and what you type is saved as you go. There is nothing to install.";
    documents: "이용 안내 문서", "Documents";
    print: "인쇄하기", "Print";
    version: "버전 {}", "Version {}";
    attribution: "이 화면은 행정안전부의 「범정부 UI/UX 디자인시스템(KRDS)」(공공누리 제1유형)을 참고하여 만들었습니다.",
        "Designed after the Korea Design System (KRDS) of the Ministry of the Interior and Safety, KOGL type 1.";
    sandbox_inbox: "보낸 메시지 보기", "See the messages";
    sandbox: "시험 환경입니다. 외부 기관의 응답은 모의로 만든 것입니다.", "Test environment. Answers of outside services are simulated.";
    loading: "불러오는 중입니다.", "Loading.";
    load_failed: "화면을 불러오지 못했습니다", "The page could not be loaded";
    load_failed_text: "인터넷 연결을 확인한 뒤 다시 시도해 주세요. 저장된 내용은 그대로 있습니다.",
        "Check your connection and try again. What was saved is still there.";
    retry: "다시 시도", "Try again";
    not_found: "페이지를 찾을 수 없습니다", "Page not found";
    not_found_text: "주소가 바뀌었거나 잘못 입력되었습니다. 주소를 확인해 주세요.", "The address has changed or was mistyped. Please check it.";
    go_home: "처음으로", "Go to the start page";
}

/// The small words of the design kit in English.
pub const UI_EN: UiWords = UiWords {
    optional: "(optional)",
    required_legend: "Fill in every item that is not marked “(optional)”.",
    error_prefix: "Error:",
    error_heading: "Please check what you entered",
    error_count: |count| format!("{count} items need your attention."),
    close: "Close",
    show: "Show",
    hide: "Hide",
    caps_lock: "Caps Lock is on.",
    remove: "Remove",
    search: "Search",
    select_placeholder: "Select",
    file_drop: "Drop files here or choose them.",
    file_uploading: "Uploading",
    file_done: "Uploaded",
    file_failed: "Upload failed",
    retry: "Try again",
    resume: "Resume",
    new_window: "opens in a new window",
    current_step: "Current step",
    step_done: "Done",
    step_position: |current, total| format!("Step {current} of {total}"),
    loading: "Working.",
    direct_input: "Type it",
    change: "Change",
    not_entered: "Not entered",
    breadcrumb: "You are here",
    pagination: "Pages",
    previous_page: "Previous",
    next_page: "Next",
    page_number: |page| format!("Page {page}"),
    chars_used: |used, limit| format!("{used} / {limit} characters"),
    chars_left: |left| format!("{left} characters left."),
    chars_over: |over| format!("Remove {over} characters."),
    year: "Year",
    month: "Month",
    day: "Day",
    phone_prefix: "First digits",
    phone_rest: "Rest of the number",
    email_local: "Before the @",
    email_domain: "Domain",
    email_domains: "Choose a domain",
    postcode: "Postcode",
    street_address: "Address",
    address_detail: "Details",
    find_address: "Find address",
    chosen: "Chosen",
    found: |found, chosen| format!("{found} found, {chosen} chosen"),
    file_count: |count, limit| format!("{count} of {limit} files"),
    file_paused: "Paused",
    agree: "I agree",
    must_agree: "[Required]",
    may_agree: "[Optional]",
};
