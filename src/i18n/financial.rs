//! Words of financial certificates. They come later (`src/later.rs`), so they stand apart from [`super::words`].

use super::{lang, word_list};
use gaip_contract::problem::ProblemCode;
use gaip_domain::text::Lang;

word_list! {
    /// Words of financial certificates.
    FinancialWords;
    title: "금융인증서비스", "Financial certificate service";
    lead: "사업자용 금융인증서를 이용합니다", "Uses the financial certificate of your business";
    kind: "금융인증서", "Financial certificate";
    proved: "금융인증서로 기업을 확인했습니다.", "Your company was verified by financial certificate.";
    by_financial: "금융인증서로 인증", "By financial certificate";
    again: "다른 금융인증서로 다시 인증", "Verify with another financial certificate";
    number: "사업자번호", "Business number";
    number_hint: "국세청 사업자등록번호 10자리를 입력해 주세요. 주민등록번호는 입력하지 마세요.",
        "The 10 digits registered with the tax office. Never enter a resident registration number.";
    mobile: "휴대폰번호", "Mobile number";
    mobile_hint: "금융인증서비스에 등록할 휴대폰번호를 입력해 주세요.", "The number registered with the service.";
    mobile_wrong: "휴대폰번호를 확인해 주세요. 예: 010-1234-5678", "Check the mobile number, for example 010-1234-5678.";
    remember: "자동로그인", "Log in automatically next time";
    remember_note: "금융인증서비스에만 전달하며 이 누리집은 보관하지 않습니다.", "Told to the service only; this site does not keep it.";
    way: "인증 방법", "How to verify";
    way_hint: "문자인증 이외의 방식으로 인증하는 경우 선택해 주세요.", "Choose another way than by text message if you like.";
    way_sms: "문자로 인증", "By text message";
    way_otp: "등록된 OTP로 인증", "By your registered OTP device";
    way_ars: "전화거는 ARS로 인증", "By a call (ARS)";
    first: "사업자용 금융인증서비스를 처음 이용하시나요?", "New to financial certificates for businesses?";
    first_text: "은행 인증센터에서 사업자등록번호로 “금융인증서 발급”을 선택해 발급받을 수 있습니다.",
        "Choose “issue a financial certificate” at your bank’s certificate centre with your business number.";
    guide: "이용안내", "How it works";
    help: "금융결제원 고객센터 1577-5500", "KFTC customer centre 1577-5500";
    confirm: "확인", "Confirm";
    cancel: "취소", "Cancel";
    retry: "다시 요청", "Request again";
    check: "보냈습니다", "I have sent it";
    check_call: "눌렀습니다", "I have keyed it in";
    back: "정보 다시 입력", "Change what I entered";
    working: "금융인증서비스에 확인하고 있습니다.", "Asking the service.";
    finishing: "인증했습니다. 다음 화면으로 이동합니다.", "Verified. Moving on.";
    account_title: "금융인증서비스 가입정보 확인", "Confirm what to register";
    account_text: "클라우드 계정이 없습니다. 금융인증서비스에 가입하고 클라우드 계정을 생성합니다.",
        "There is no cloud account yet. You join the service and an account is made.";
    account_terms: "금융인증서비스 최초 가입 시 약관 및 개인정보 수집이용동의를 받고 있습니다.",
        "On first use the service asks you to agree to its terms and to the use of personal data.";
    account_next: "가입정보를 확인하고 약관에 동의한 뒤 확인을 눌러 주세요.", "Check the details, agree to the terms, then confirm.";
    agree: "금융인증서비스 이용약관에 동의합니다.", "I agree to the terms of the service.";
    agree_note: "금융결제원 전자인증서비스 이용약관, 개인정보 수집·이용", "KFTC terms of electronic certification, and use of personal data";
    agree_missing: "이용약관에 동의해 주세요. 동의해야 계정을 만들 수 있습니다.", "Agree to the terms so that the account can be made.";
    reply_title: "문자메시지로 확인코드를 보내 주세요", "Send the code by text message";
    reply_text: "입력한 휴대폰에서, 받은 문자메시지에 아래 확인코드를 입력해 답장으로 보내 주세요. 확인되면 저절로 다음으로 넘어갑니다.",
        "On that phone, answer the text message that you received with the code below. You go on by itself once it arrives.";
    call_title: "전화에서 확인코드를 눌러 주세요", "Key the code in on the phone";
    call_text: "입력한 휴대폰으로 전화를 겁니다. 전화를 받고 아래 확인코드를 눌러 주세요. 확인되면 스스로 다음으로 넘어갑니다.",
        "That phone is being called. Answer and key in the code below. You go on by itself once it arrives.";
    digits: "확인코드", "Code";
    waiting: "응답을 기다리고 있습니다.", "Waiting for it.";
    not_yet: "아직 확인되지 않았습니다. 확인코드를 다시 살펴봐 주세요.", "Not received yet. Please check the code.";
    over: "시간이 지났습니다. 다시 요청해 주세요.", "Time is up. Please request again.";
    otp_title: "OTP 번호를 입력해 주세요", "Enter the number of your OTP device";
    otp: "OTP 번호", "OTP number";
    otp_hint: "등록된 OTP에 표시된 숫자 6자리입니다.", "The 6 digits on your registered device.";
    otp_wrong: "OTP 번호가 맞지 않습니다. 남은 횟수: {}회", "Wrong number. Tries left: {}";
    otp_missing: "OTP 번호 6자리를 입력해 주세요.", "Enter the 6 digits of your OTP device.";
    login: "금융인증서로 로그인", "Log in by financial certificate";
    login_text: "회원가입 때 등록한 금융인증서로 로그인합니다.", "Use the financial certificate that you signed up with.";
    issue: "인증서 발급 받기", "How to get a certificate";
    choose: "인증서로 회사를 확인해 주세요.", "Verify your company by certificate.";
    // The owner of a certificate (manual rows W34, W48, W52).
    owner_title: "신원확인용 사업자등록번호", "Business number of the owner";
    owner_hint: "등록하려는 인증서 소유자의 사업자등록번호 10자리를 공백이나 ‘-’ 없이 숫자만 입력해 주세요.",
        "The 10 digits of the owner’s business number, digits only.";
    owner_mismatch: "인증서 정보와 입력하신 주민등록번호(사업자번호)가 일치하지 않습니다. 확인 후 다시 입력해 주시기 바랍니다.",
        "The certificate does not match the business number you entered. Please check it and enter it again.";
    owner_alert: "인증서 확인", "Certificate";
    code: "오류 코드", "Error code";
}

/// The words, in the language in force.
pub fn financial_words() -> &'static FinancialWords {
    static KO: FinancialWords = FinancialWords::KO;
    static EN: FinancialWords = FinancialWords::EN;
    match lang() {
        Lang::Ko => &KO,
        Lang::En => &EN,
    }
}

/// A refusal, Korean and English.
pub(super) fn of_code(code: ProblemCode) -> Option<(&'static str, &'static str)> {
    let words = match code {
        ProblemCode::FinancialGone => (
            "진행 중인 금융인증이 없거나 이미 사용했습니다. 다시 요청해 주세요.",
            "No verification is under way, or it was used already. Please request it again.",
        ),
        ProblemCode::FinancialTimeout => (
            "시간 안에 응답이 없었습니다. 휴대폰을 확인하고 다시 요청해 주세요.",
            "There was no answer in time. Check your phone and request it again.",
        ),
        ProblemCode::FinancialRefused => (
            "금융인증이 거절되었습니다. 사업자번호와 휴대폰번호를 확인하고 다시 요청해 주세요.",
            "The verification was refused. Check business number and mobile number and request it again.",
        ),
        ProblemCode::FinancialOtpWrong => (
            "OTP 번호가 맞지 않습니다. 기기에 지금 표시된 6자리를 다시 입력해 주세요.",
            "The number is wrong. Enter the 6 digits that the device shows now.",
        ),
        ProblemCode::FinancialTriesOver => (
            "OTP 번호를 여러 번 틀려 이 요청은 더 쓸 수 없습니다. 처음부터 다시 요청해 주세요.",
            "Too many wrong numbers, so this request is void. Please begin again.",
        ),
        ProblemCode::FinancialUnavailable => (
            "지금은 금융인증서비스에 연결할 수 없습니다. 인증이 된 것은 아닙니다. 잠시 후 다시 시도하거나 다른 방법을 선택해 주세요.",
            "The service cannot be reached now, so nothing is verified. Try again shortly or use another way.",
        ),
        ProblemCode::FinancialTooOften => (
            "금융인증을 너무 자주 요청했습니다. 잠시 후 다시 시도하거나 다른 방법을 선택해 주세요.",
            "It was requested too often. Try again later or use another way.",
        ),
        _ => return None,
    };
    Some(words)
}
