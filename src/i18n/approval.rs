//! Words around the approval password of a company as it is shown. They come later (`src/later.rs`).

use super::{lang, word_list};
use gaip_domain::text::Lang;

word_list! {
    /// Words of showing the approval password.
    ApprovalWords;
    heading: "승인 비밀번호 확인", "See the approval password";
    lead: "승인 비밀번호는 함께 일하는 직원이 일반회원으로 가입해 소속기업을 연결할 때 입력합니다. 누가 확인했는지 기업 기록에 남습니다.",
        "Colleagues enter the approval password when they join as general members and link to the company. The company’s log says who had it shown.";
    show: "승인 비밀번호 보기", "Show the approval password";
    confirm: "확인하고 보기", "Confirm and show";
    hide: "숨기기", "Hide";
    password_hint: "승인 비밀번호를 보려면 본인인지 확인해야 합니다.", "To see the approval password, show that it is you.";
    title: "승인 비밀번호(6자리)", "Approval password (6 digits)";
    tell: "우리 기업 직원에게만 직접 알려 주세요.", "Tell it to people of your company only, in person.";
    unknown: "승인 비밀번호를 보여 드릴 수 없습니다", "The approval password cannot be shown";
    unknown_text: "이 기능이 생기기 전에 정했거나 보관한 내용을 열 수 없습니다. 기업정보 관리자가 기업정보 수정에서 새로 정하면 다시 볼 수 있습니다. 지금 비밀번호도 계속 쓸 수 있습니다.",
        "It was set before this was possible, or what is kept does not open. Once the company’s administrator sets a new one it can be shown again. The present one still works.";
}

/// The words, in the language in force.
pub fn approval_words() -> &'static ApprovalWords {
    static KO: ApprovalWords = ApprovalWords::KO;
    static EN: ApprovalWords = ApprovalWords::EN;
    match lang() {
        Lang::Ko => &KO,
        Lang::En => &EN,
    }
}
