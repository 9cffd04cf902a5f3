//! Words of the sandbox's inbox. They come later (`src/later.rs`).

use super::{lang, word_list};
use gaip_domain::text::Lang;

word_list! {
    /// Words of the inbox.
    SandboxWords;
    title: "시험 환경의 보낸 메시지", "Messages of the test environment";
    lead: "실제로 보내지 않은 문자와 메일입니다. 인증번호는 여기서 확인해 주세요.",
        "Texts and e-mails that were not really sent. Codes are found here.";
    refresh: "새로 고침", "Refresh";
    list: "보낸 메시지", "Messages";
    none: "보낸 메시지가 없습니다", "No messages yet";
    to: "받는 곳", "To";
    at: "보낸 시각", "Sent at";
}

/// The words, in the language in force.
pub fn sandbox_words() -> &'static SandboxWords {
    static KO: SandboxWords = SandboxWords::KO;
    static EN: SandboxWords = SandboxWords::EN;
    match lang() {
        Lang::Ko => &KO,
        Lang::En => &EN,
    }
}
