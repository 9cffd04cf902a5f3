//! Words of the identity step. They come later (`src/later.rs`), so they stand apart from [`super::words`].

use super::{as_object, fill, invalid_of, lang, pick, word_list};
use gaip_domain::portal::Input;
use gaip_domain::text::Lang;
use gaip_domain::value::Invalid;

word_list! {
    /// Words of the identity step.
    IdentityWords;
    method: "본인확인 방법", "How to verify";
    method_hint: "한 가지 방법을 선택해 주세요.", "Choose one.";
    method_missing: "본인확인 방법을 선택해 주세요.", "Choose how to verify.";
    details: "본인 정보", "Your details";
    carrier: "통신사", "Carrier";
    issuer: "카드사", "Card issuer";
    app: "인증 앱", "App";
    app_hint: "본인 명의로 쓰고 있는 앱을 선택해 주세요.", "Choose an app that you use in your own name.";
    name: "이름", "Name";
    name_hint: "휴대폰이나 카드에 등록된 이름을 띄어쓰기 없이 입력해 주세요.", "As registered with your phone or card.";
    birth_date: "생년월일", "Date of birth";
    mobile: "휴대폰 번호", "Mobile phone";
    mobile_hint: "본인 명의의 번호여야 합니다.", "It must be registered in your own name.";
    terms: "약관 동의", "Terms";
    agree: "본인확인에 필요한 약관에 모두 동의합니다.", "I agree to the terms of the identity service.";
    agree_note: "본인확인서비스 이용약관, 개인정보 수집·이용과 제공, 고유식별정보 처리. 입력한 정보는 본인확인에만 쓰고, 확인된 정보만 보관합니다.",
        "Terms of use, and the collection, use and transfer of personal data. What you enter is used for the verification only; what is verified is kept.";
    agree_missing: "약관에 동의해 주세요. 동의해야 본인확인을 요청할 수 있습니다.", "Agree to the terms to request the verification.";
    request_code: "인증번호 요청", "Request a code";
    request_app: "인증 요청", "Request approval";
    code: "인증번호", "Code";
    code_hint: "문자로 받은 숫자 6자리를 입력해 주세요.", "Enter the 6 digits from the text message.";
    code_hint_card: "카드사에서 보낸 숫자 6자리를 입력해 주세요.", "Enter the 6 digits that the card issuer sent.";
    code_missing: "인증번호 6자리를 숫자로 입력해 주세요.", "Enter the 6 digits of the code.";
    code_wrong: "인증번호가 맞지 않습니다. 가장 최근에 받은 숫자 6자리를 다시 입력해 주세요.", "The code is wrong. Enter the 6 digits that you received last.";
    confirm: "인증번호 확인", "Confirm the code";
    sent: "인증번호를 보냈습니다.", "The code was sent.";
    left: "남은 시간", "Time left";
    left_announced: "인증번호 유효시간이 {} 남았습니다.", "{} left for the code.";
    minutes: "{}분", "{} min";
    seconds: "{}초", "{} sec";
    over: "유효시간이 지났습니다. “다시 보내기”를 눌러 주세요.", "The time is up. Choose “Send again”.";
    extend: "시간 연장", "Extend the time";
    extended: "시간을 연장했습니다.", "The time was extended.";
    not_received: "인증번호를 받지 못하셨나요?", "No code?";
    resend: "다시 보내기", "Send again";
    resend_wait: "{}초 뒤에 다시 보낼 수 있습니다.", "You can send it again in {} seconds.";
    resends_left: "{}번 더 보낼 수 있습니다.", "It can be sent {} more times.";
    resends_none: "더 보낼 수 없습니다. 다른 방법으로 인증해 주세요.", "It cannot be sent again. Please use another method.";
    tries_left: "앞으로 {}번 더 입력할 수 있습니다.", "{} more tries.";
    back: "정보 고치기 또는 다른 방법", "Change details or method";
    waiting: "앱에서 승인을 기다리고 있습니다.", "Waiting for your approval in the app.";
    waiting_how: "앱으로 보낸 인증 요청을 열고 본인 명의의 인증서로 승인해 주세요. 승인하면 이 화면은 저절로 다음으로 넘어갑니다.",
        "Open the request in the app and approve it with your own certificate. This page then goes on by itself.";
    approved: "승인했습니다", "I have approved";
    not_yet: "아직 승인되지 않았습니다. 앱에서 승인한 뒤 다시 눌러 주세요.", "Not approved yet. Approve it in the app, then press again.";
    not_come: "앱에 인증 요청이 오지 않았나요?", "No request in the app?";
    again: "다시 요청", "Request again";
    requested: "인증을 다시 요청했습니다.", "The request was sent again.";
    waiting_over: "승인할 수 있는 시간이 지났습니다. “다시 요청”을 눌러 주세요.", "The time to approve is up. Choose “Request again”.";
    verified: "본인확인이 되었습니다.", "You are verified.";
    verified_method: "인증 방법", "Method";
    verify_again: "다시 인증하기", "Verify again";
    looking: "본인확인 상태를 확인하고 있습니다.", "Looking how the verification stands.";
    locked: "본인확인으로 확인된 정보입니다.", "Verified with your identity.";
}

/// The words of the identity step, in the language in force.
pub fn identity_words() -> &'static IdentityWords {
    static KO: IdentityWords = IdentityWords::KO;
    static EN: IdentityWords = IdentityWords::EN;
    match lang() {
        Lang::Ko => &KO,
        Lang::En => &EN,
    }
}

/// What is wrong with an input of the step, by its name in the contract.
pub fn identity_invalid(field: &str, error: Invalid) -> String {
    let words = identity_words();
    match (field, error) {
        ("method", _) => words.method_missing.to_owned(),
        ("agreed", _) => words.agree_missing.to_owned(),
        ("code", Invalid::Mismatch) => words.code_wrong.to_owned(),
        ("code", _) => words.code_missing.to_owned(),
        ("carrier", _) => chosen(words.carrier),
        ("agency", _) => match lang() {
            Lang::Ko => "인증 앱이나 카드사를 선택해 주세요.".to_owned(),
            Lang::En => "Choose the app or the card issuer.".to_owned(),
        },
        ("birth_date", error) => invalid_of(words.birth_date, &Input::PastDate, error),
        ("mobile", error) => invalid_of(words.mobile, &Input::Mobile, error),
        (_, error) => invalid_of(words.name, &Input::LoginId, error),
    }
}

fn chosen(label: &str) -> String {
    match lang() {
        Lang::Ko => format!("{} 선택해 주세요.", as_object(label)),
        Lang::En => format!("Choose: {label}."),
    }
}

/// A time left in words: `2분 5초`.
pub fn time_left(seconds: u32) -> String {
    let words = identity_words();
    let (minutes, rest) = (seconds / 60, seconds % 60);
    match (minutes, rest) {
        (0, rest) => fill(words.seconds, rest),
        (minutes, 0) => fill(words.minutes, minutes),
        (minutes, rest) => [fill(words.minutes, minutes), fill(words.seconds, rest)].join(" "),
    }
}

/// Carriers by their word in the contract.
pub fn carriers() -> Vec<(&'static str, &'static str)> {
    vec![
        ("SKT", "SKT"),
        ("KT", "KT"),
        ("LGU", "LG U+"),
        ("SKT_MVNO", pick("SKT 알뜰폰", "SKT budget phone (MVNO)")),
        ("KT_MVNO", pick("KT 알뜰폰", "KT budget phone (MVNO)")),
        ("LGU_MVNO", pick("LG U+ 알뜰폰", "LG U+ budget phone (MVNO)")),
    ]
}

/// Apps of simple authentication by their word in the contract.
pub fn apps() -> Vec<(&'static str, &'static str)> {
    vec![
        ("KAKAO", pick("카카오", "Kakao")),
        ("NAVER", pick("네이버", "Naver")),
        ("TOSS", pick("토스", "Toss")),
        ("PASS", pick("PASS(통신사)", "PASS (carriers)")),
        ("KFTC", pick("금융인증서", "Financial certificate")),
    ]
}

/// Card issuers by their word in the contract.
pub fn issuers() -> Vec<(&'static str, &'static str)> {
    vec![
        ("KOOKMIN", pick("KB국민카드", "KB Kookmin Card")),
        ("SHINHAN", pick("신한카드", "Shinhan Card")),
        ("SAMSUNG", pick("삼성카드", "Samsung Card")),
        ("HYUNDAI", pick("현대카드", "Hyundai Card")),
        ("LOTTE", pick("롯데카드", "Lotte Card")),
        ("HANA", pick("하나카드", "Hana Card")),
        ("NH", pick("NH농협카드", "NH Card")),
        ("WOORI", pick("우리카드", "Woori Card")),
        ("BC", pick("BC카드", "BC Card")),
    ]
}
