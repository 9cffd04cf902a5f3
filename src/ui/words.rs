//! The small words every component shares. The app provides them once per language as context.

use leptos::prelude::use_context;

/// Words that belong to the kit rather than to one use of a component.
#[derive(Clone, Copy)]
pub struct UiWords {
    /// Mark behind the label of a field that may stay empty.
    pub optional: &'static str,
    /// Sentence above a form: everything unmarked is required.
    pub required_legend: &'static str,
    /// Read before each error message.
    pub error_prefix: &'static str,
    /// Heading of the error summary.
    pub error_heading: &'static str,
    /// Announces how many fields are wrong.
    pub error_count: fn(usize) -> String,
    /// Closes a dialog or panel.
    pub close: &'static str,
    /// Shows a hidden password.
    pub show: &'static str,
    /// Hides a shown password.
    pub hide: &'static str,
    /// Caps lock is on.
    pub caps_lock: &'static str,
    /// Takes an entry out of a list.
    pub remove: &'static str,
    /// Starts a search.
    pub search: &'static str,
    /// First, empty choice of a select.
    pub select_placeholder: &'static str,
    /// Says that files may be dropped here.
    pub file_drop: &'static str,
    /// The file is on its way.
    pub file_uploading: &'static str,
    /// The file has arrived.
    pub file_done: &'static str,
    /// The file did not arrive.
    pub file_failed: &'static str,
    /// Tries the failed thing again.
    pub retry: &'static str,
    /// Hidden notice on links that leave the page (KWCAG 7.2.1).
    pub new_window: &'static str,
    /// Hidden mark on the current step.
    pub current_step: &'static str,
    /// Hidden mark on a finished step.
    pub step_done: &'static str,
    /// Position in the steps for small screens, from (step counted from one, number of steps).
    pub step_position: fn(usize, usize) -> String,
    /// Something is on its way.
    pub loading: &'static str,
    /// Choice of a select that opens a free field.
    pub direct_input: &'static str,
    /// Changes an answer on the check page.
    pub change: &'static str,
    /// An optional answer that was left empty.
    pub not_entered: &'static str,
    /// Name of the breadcrumb landmark.
    pub breadcrumb: &'static str,
    /// Name of the pagination landmark.
    pub pagination: &'static str,
    /// Link to the page of results before this one.
    pub previous_page: &'static str,
    /// Link to the page of results after this one.
    pub next_page: &'static str,
    /// Full name of a page link, from its number.
    pub page_number: fn(usize) -> String,
    /// Characters used of those allowed.
    pub chars_used: fn(usize, usize) -> String,
    /// Characters left.
    pub chars_left: fn(usize) -> String,
    /// Characters too many.
    pub chars_over: fn(usize) -> String,
    /// Box of a date's year.
    pub year: &'static str,
    /// Box of a date's month.
    pub month: &'static str,
    /// Box of a date's day.
    pub day: &'static str,
    /// First part of a telephone number.
    pub phone_prefix: &'static str,
    /// Telephone number behind its first part.
    pub phone_rest: &'static str,
    /// E-mail address before the `@`.
    pub email_local: &'static str,
    /// E-mail address behind the `@`.
    pub email_domain: &'static str,
    /// Select of common e-mail domains.
    pub email_domains: &'static str,
    /// Postcode.
    pub postcode: &'static str,
    /// Address of street and building.
    pub street_address: &'static str,
    /// Floor, room and the like.
    pub address_detail: &'static str,
    /// Opens the search for an address.
    pub find_address: &'static str,
    /// Name of the list of choices made.
    pub chosen: &'static str,
    /// Result of narrowing a list, from (entries found, entries chosen).
    pub found: fn(usize, usize) -> String,
    /// Files so far, from (files, most allowed).
    pub file_count: fn(usize, usize) -> String,
    /// Lets a paused file go on.
    pub resume: &'static str,
    /// The file waits to go on.
    pub file_paused: &'static str,
    /// Agrees to a document.
    pub agree: &'static str,
    /// Mark before the title of a document one has to agree to.
    pub must_agree: &'static str,
    /// Mark before the title of a document one may refuse.
    pub may_agree: &'static str,
}

impl UiWords {
    /// Korean, for stories and for a component outside any app.
    pub const KO: Self = Self {
        optional: "(선택)",
        required_legend: "'(선택)' 표시가 없는 항목은 모두 입력해 주세요.",
        error_prefix: "오류:",
        error_heading: "입력한 내용을 확인해 주세요",
        error_count: |count| format!("확인이 필요한 항목이 {count}개 있습니다."),
        close: "닫기",
        show: "표시",
        hide: "숨기기",
        caps_lock: "Caps Lock이 켜져 있습니다.",
        remove: "삭제",
        search: "검색",
        select_placeholder: "선택해 주세요",
        file_drop: "파일을 여기에 끌어다 놓거나 선택해 주세요.",
        file_uploading: "올리는 중",
        file_done: "올리기 완료",
        file_failed: "올리기 실패",
        retry: "다시 시도",
        new_window: "새 창 열림",
        current_step: "현재 단계",
        step_done: "완료",
        step_position: |current, total| format!("{total}단계 중 {current}단계"),
        loading: "처리 중입니다.",
        direct_input: "직접입력",
        change: "변경",
        not_entered: "입력하지 않음",
        breadcrumb: "현재 위치",
        pagination: "페이지 이동",
        previous_page: "이전",
        next_page: "다음",
        page_number: |page| format!("{page} 페이지"),
        chars_used: |used, limit| format!("{used} / {limit}자"),
        chars_left: |left| format!("{left}자 더 쓸 수 있습니다."),
        chars_over: |over| format!("{over}자를 줄여 주세요."),
        year: "년",
        month: "월",
        day: "일",
        phone_prefix: "앞자리",
        phone_rest: "뒷자리",
        email_local: "이메일 아이디",
        email_domain: "이메일 도메인",
        email_domains: "이메일 도메인 선택",
        postcode: "우편번호",
        street_address: "도로명주소",
        address_detail: "상세주소",
        find_address: "주소 찾기",
        chosen: "선택한 항목",
        found: |found, chosen| format!("{found}개 찾음, {chosen}개 선택"),
        file_count: |count, limit| format!("{count}개 / {limit}개"),
        resume: "이어 올리기",
        file_paused: "멈춤",
        agree: "동의합니다",
        must_agree: "[필수]",
        may_agree: "[선택]",
    };
}

/// The words of the language in use.
pub fn ui_words() -> UiWords {
    use_context().unwrap_or(UiWords::KO)
}
