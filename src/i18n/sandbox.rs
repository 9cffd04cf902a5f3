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
    service_opened: "{} 서비스를 열었습니다", "{} was opened";
    service_text: "시험 환경에는 이 서비스의 화면이 없습니다. 실제 포털에서는 여기에 포털의 서비스가 열립니다.",
        "The test environment has no page of this service. At a real portal its own page opens here.";
    reply: "휴대폰에서 문자 보내기", "Send a text from a phone";
    reply_lead: "금융인증의 확인코드 두 자리를 이 휴대폰이 보낸 것처럼 보냅니다. 결과는 아래 메시지에 나타납니다.",
        "Sends the two digits of a financial certificate as if this phone had sent them. The result is among the messages below.";
    reply_from: "보내는 휴대폰번호", "From mobile number";
    reply_text: "문자 내용", "Text";
    reply_send: "문자 보내기", "Send text";
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
