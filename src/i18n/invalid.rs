//! What is wrong with a field and how to mend it, in a sentence that names the field.

use super::{lang, local};
use gaip_domain::portal::{Field, Input};
use gaip_domain::text::Lang;
use gaip_domain::value::{Invalid, PasswordFlaw};

/// The sentence for a field.
pub fn invalid(field: &Field, error: Invalid) -> String {
    invalid_of(&local(&field.label), &field.input, error)
}

/// The sentence for a label and an input.
pub fn invalid_of(label: &str, input: &Input, error: Invalid) -> String {
    if *input == Input::NewPin {
        return pin(label, error);
    }
    match lang() {
        Lang::Ko => korean(label, input, error),
        Lang::En => english(label, input, error),
    }
}

/// A title as the object of a sentence: Korean marks it with a particle.
pub fn as_object(title: &str) -> String {
    match lang() {
        Lang::Ko => format!("{title}{}", object(title)),
        Lang::En => title.to_owned(),
    }
}

/// `을` or `를`, by the last sound of the word before; brackets are read over.
fn object(word: &str) -> &'static str {
    let bare = word.split('(').next().unwrap_or(word).trim_end();
    let last = bare.chars().next_back().unwrap_or(' ');
    let code = u32::from(last);
    match code {
        0xAC00..=0xD7A3 if (code - 0xAC00) % 28 != 0 => "을",
        0xAC00..=0xD7A3 => "를",
        _ => "을(를)",
    }
}

/// The sentence for a secret of six digits.
fn pin(label: &str, error: Invalid) -> String {
    match (error, lang()) {
        (Invalid::Mismatch, Lang::Ko) => format!("{label}와 확인이 다릅니다. 같은 숫자 6자리를 다시 입력해 주세요."),
        (Invalid::Mismatch, Lang::En) => format!("{label}: the two do not match. Type the same 6 digits again."),
        (Invalid::Password(_), Lang::Ko) => {
            "쉽게 추측할 수 있는 숫자입니다. 같은 숫자, 연속된 숫자, 사업자등록번호의 일부가 아닌 숫자를 입력해 주세요."
                .to_owned()
        }
        (Invalid::Password(_), Lang::En) => {
            "Easy to guess. Avoid equal digits, sequences and parts of the business number.".to_owned()
        }
        (_, Lang::Ko) => format!("{label}{} 숫자 6자리로 입력해 주세요.", object(label)),
        (_, Lang::En) => format!("{label}: enter exactly 6 digits."),
    }
}

fn korean(label: &str, input: &Input, error: Invalid) -> String {
    let it = format!("{label}{}", object(label));
    match (error, input) {
        (Invalid::Missing, Input::Choice(_) | Input::Choices(_) | Input::Countries) => format!("{it} 선택해 주세요."),
        (Invalid::Missing, Input::Files { .. }) => format!("{it} 올려 주세요."),
        (Invalid::Missing, Input::HsCode) => format!("{it} 입력하거나 “HS코드 검색”으로 찾아 주세요."),
        (Invalid::Missing, Input::HsCodes { .. }) => format!("{it} “HS코드 검색”으로 하나 이상 골라 주세요."),
        (Invalid::Missing, Input::Industries { .. }) => format!("{it} “업종 검색”으로 하나 이상 골라 주세요."),
        (Invalid::Missing, Input::Industry) => format!("{it} 입력하거나 “업종 검색”으로 찾아 주세요."),
        (Invalid::Missing, Input::Amounts { .. }) => format!("{it} 연도마다 입력해 주세요. 없으면 0을 입력해 주세요."),
        (Invalid::Missing, Input::BusinessNumber) => "사업자등록번호 10자리를 숫자로 입력해 주세요.".to_owned(),
        (Invalid::Missing, _) => format!("{it} 입력해 주세요."),
        (Invalid::Format, Input::LoginId) => {
            "아이디는 영문 소문자로 시작하고 영문 소문자, 숫자, ‘-’, ‘_’만 써 주세요.".to_owned()
        }
        (Invalid::Format, Input::Email) => format!("{it} 아이디@도메인 형식으로 입력해 주세요. 예: hong@example.com"),
        (Invalid::Format, Input::Phone) => {
            format!("{label}의 앞자리를 선택하고 나머지 숫자를 입력해 주세요. 예: 042-123-4567")
        }
        (Invalid::Format, Input::Mobile) => {
            format!("{it} 010으로 시작하는 휴대폰 번호로 입력해 주세요. 예: 010-1234-5678")
        }
        (Invalid::Format, Input::Address) => {
            format!("{label}의 우편번호 5자리와 주소를 모두 입력해 주세요. “주소 찾기”로 찾을 수 있습니다.")
        }
        (Invalid::Format, Input::PastDate) => {
            format!("{label}의 연도 4자리와 월, 일을 모두 숫자로 입력해 주세요. 예: 2015년 3월 2일")
        }
        (Invalid::Format, Input::HsCode) => {
            "H.S.CODE는 숫자 4자리, 6자리 또는 10자리로 입력해 주세요. 예: 3304".to_owned()
        }
        (Invalid::Format, Input::HsCodes { .. }) => {
            format!("{label}에 맞지 않는 코드가 있습니다. 빼고 “HS코드 검색”으로 다시 골라 주세요.")
        }
        (Invalid::Format, Input::Industry) => {
            format!("{it} 숫자 3~5자리 코드로 입력하거나 “업종 검색”으로 찾아 주세요. 예: 20423")
        }
        (Invalid::Format, Input::WebAddress) => {
            format!("{it} http:// 또는 https://로 시작하는 주소로 입력해 주세요. 예: https://www.example.com")
        }
        (Invalid::Format, Input::BusinessNumber) => {
            "사업자등록번호는 숫자와 ‘-’만 쓸 수 있습니다. 숫자 10자리를 입력해 주세요.".to_owned()
        }
        (Invalid::Format, _) => format!("{it} 안내된 형식으로 입력해 주세요."),
        (Invalid::TooShort(min), Input::LoginId) => format!("{it} {min}자 이상 입력해 주세요."),
        (Invalid::TooShort(min), _) => format!("{label}의 숫자가 모자랍니다. 숫자 {min}자리를 모두 입력해 주세요."),
        (Invalid::TooLong(max), Input::BusinessNumber | Input::CorporationNumber | Input::Phone | Input::Mobile) => {
            format!("{label}의 숫자가 너무 많습니다. 숫자 {max}자리만 입력해 주세요.")
        }
        (Invalid::TooLong(max), _) => format!("{it} {max}자 이하로 줄여 주세요."),
        (Invalid::Checksum, _) => {
            "맞지 않는 사업자등록번호입니다. 사업자등록증의 번호와 같은지 확인해 주세요.".to_owned()
        }
        (Invalid::NotHangul, _) => {
            format!("{it} 한글로 입력해 주세요. 자음이나 모음만 남아 있지 않은지 확인해 주세요.")
        }
        (Invalid::NotLatin, _) => format!("{label}에는 영문자, 숫자, 문장부호만 써 주세요."),
        (Invalid::NotNumber, _) => format!("{it} 0 이상의 정수로 입력해 주세요. 소수점과 단위는 빼 주세요."),
        (Invalid::TooLarge(_), _) => format!("{it} 다시 확인해 주세요. 숫자가 너무 큽니다. 단위가 맞는지 봐 주세요."),
        (Invalid::NoSuchDay, _) => format!("달력에 없는 날짜입니다. {label}의 연도, 월, 일을 확인해 주세요."),
        (Invalid::Future, _) => format!("{label}은 오늘이거나 오늘보다 앞선 날짜여야 합니다."),
        (Invalid::UnknownChoice, _) => format!("{it} 목록에서 다시 선택해 주세요."),
        (Invalid::UnknownCode, Input::Industry) => {
            format!("{label}의 코드가 목록에 없습니다. “업종 검색”으로 다시 찾아 주세요.")
        }
        (Invalid::UnknownCode, _) => {
            format!("{label}의 코드가 목록에 없습니다. 숫자를 확인하거나 “HS코드 검색”으로 다시 찾아 주세요.")
        }
        (Invalid::NotDeepest, _) => {
            format!("{it} 더 자세히 골라 주세요. “업종 검색”에서 그 아래의 업종을 고를 수 있습니다.")
        }
        (Invalid::TooMany(max), Input::Files { .. }) => {
            format!("파일은 {max}개까지 올릴 수 있습니다. ZIP으로 묶거나 일부를 삭제해 주세요.")
        }
        (Invalid::TooMany(max), _) => format!("{label}은 {max}개까지입니다. 일부를 빼 주세요."),
        (Invalid::TooFew(_), Input::Amounts { .. }) => {
            format!("{label}에 비어 있는 연도가 있습니다. 없으면 0을 입력해 주세요.")
        }
        (Invalid::TooFew(min), _) => format!("{it} {min}개 이상 등록해 주세요."),
        (Invalid::UnknownFile, _) => {
            format!("{label}에 다 올라가지 않은 파일이 있습니다. 다시 시도하거나 삭제해 주세요.")
        }
        (Invalid::NotAgreed, _) => format!("{it} 읽고 동의해 주세요. 동의해야 회원가입을 계속할 수 있습니다."),
        (Invalid::Unchecked, _) => "“중복확인”을 눌러 아이디를 쓸 수 있는지 확인해 주세요.".to_owned(),
        (Invalid::Taken, _) => "이미 사용 중인 아이디입니다. 다른 아이디를 입력하고 다시 중복확인해 주세요.".to_owned(),
        (Invalid::Mismatch, _) => "두 비밀번호가 다릅니다. 같은 비밀번호를 다시 입력해 주세요.".to_owned(),
        (Invalid::ResidentNumber, _) => {
            "13자리 번호는 입력할 수 없습니다. 주민등록번호가 아니라 사업자등록번호 10자리를 입력해 주세요.".to_owned()
        }
        (Invalid::Password(flaw), _) => match flaw {
            PasswordFlaw::TooShort => "비밀번호를 10자 이상 입력해 주세요.",
            PasswordFlaw::TooLong => "비밀번호를 128자 이하로 줄여 주세요.",
            PasswordFlaw::OnlyDigits => "숫자만으로 된 비밀번호는 쓸 수 없습니다. 글자를 섞어 주세요.",
            PasswordFlaw::Sequence => "같은 글자나 연속된 글자로 된 비밀번호입니다. 다른 비밀번호를 입력해 주세요.",
            PasswordFlaw::Common => "쉽게 추측할 수 있는 비밀번호입니다. 다른 비밀번호를 입력해 주세요.",
            PasswordFlaw::Personal => "아이디나 번호가 들어 있는 비밀번호입니다. 그 부분을 빼고 입력해 주세요.",
        }
        .to_owned(),
    }
}

fn english(label: &str, input: &Input, error: Invalid) -> String {
    match (error, input) {
        (Invalid::Missing, Input::Choice(_) | Input::Choices(_) | Input::Countries) => format!("{label}: choose one."),
        (Invalid::Missing, Input::Files { .. }) => format!("{label}: upload a file."),
        (Invalid::Missing, Input::HsCode) => "HS code: type it or find it with “Find HS code”.".to_owned(),
        (Invalid::Missing, Input::HsCodes { .. }) => format!("{label}: choose at least one with “Find HS code”."),
        (Invalid::Missing, Input::Industries { .. }) => format!("{label}: choose at least one with “Find industry”."),
        (Invalid::Missing, Input::Industry) => format!("{label}: type it or find it with “Find industry”."),
        (Invalid::Missing, Input::Amounts { .. }) => format!("{label}: enter every year, 0 if there was none."),
        (Invalid::Missing, _) => format!("{label}: fill this in."),
        (Invalid::Format, Input::LoginId) => {
            "Login ID: start with a lower-case letter and use lower-case letters, digits, ‘-’ and ‘_’.".to_owned()
        }
        (Invalid::Format, Input::Email) => format!("{label}: enter an address such as hong@example.com."),
        (Invalid::Format, Input::Phone) => {
            format!("{label}: choose the first digits and enter the rest, such as 042-123-4567.")
        }
        (Invalid::Format, Input::Mobile) => format!("{label}: enter a mobile number such as 010-1234-5678."),
        (Invalid::Format, Input::Address) => {
            format!("{label}: enter the 5-digit postcode and the address. “Find address” helps.")
        }
        (Invalid::Format, Input::PastDate) => format!("{label}: enter the year with 4 digits, the month and the day."),
        (Invalid::Format, Input::HsCode) => "HS code: enter 4, 6 or 10 digits, such as 3304.".to_owned(),
        (Invalid::Format, Input::HsCodes { .. }) => {
            format!("{label}: one is not an HS code. Remove it and choose it again with “Find HS code”.")
        }
        (Invalid::Format, Input::Industry) => {
            format!("{label}: enter a code of 3 to 5 digits or use “Find industry”. Example: 20423")
        }
        (Invalid::Format, Input::WebAddress) => {
            format!("{label}: enter an address that starts with http:// or https://.")
        }
        (Invalid::Format, _) => format!("{label}: use the form shown above the field."),
        (Invalid::TooShort(min), Input::LoginId) => format!("{label}: use at least {min} characters."),
        (Invalid::TooShort(min), _) => format!("{label}: enter all {min} digits."),
        (Invalid::TooLong(max), Input::BusinessNumber | Input::CorporationNumber | Input::Phone | Input::Mobile) => {
            format!("{label}: enter only {max} digits.")
        }
        (Invalid::TooLong(max), _) => format!("{label}: shorten this to {max} characters."),
        (Invalid::Checksum, _) => {
            "This is not a valid business registration number. Check it against your certificate.".to_owned()
        }
        (Invalid::NotHangul, _) => format!("{label}: use Korean letters."),
        (Invalid::NotLatin, _) => format!("{label}: use Latin letters, digits and punctuation."),
        (Invalid::NotNumber, _) => format!("{label}: enter a whole number, 0 or more, without decimals or units."),
        (Invalid::TooLarge(_), _) => format!("{label}: the number is too large. Check the unit."),
        (Invalid::NoSuchDay, _) => format!("{label}: this date does not exist. Check year, month and day."),
        (Invalid::Future, _) => format!("{label}: the date must be today or earlier."),
        (Invalid::UnknownChoice, _) => format!("{label}: choose again from the list."),
        (Invalid::UnknownCode, Input::Industry) => {
            format!("{label}: this code is not in the list. Use “Find industry”.")
        }
        (Invalid::UnknownCode, _) => {
            format!("{label}: this code is not in the list. Check the digits or use “Find HS code”.")
        }
        (Invalid::NotDeepest, _) => {
            format!("{label}: choose a more detailed industry. “Find industry” shows those below it.")
        }
        (Invalid::TooMany(max), Input::Files { .. }) => {
            format!("{label}: at most {max} files. Use a ZIP or remove some.")
        }
        (Invalid::TooMany(max), _) => format!("{label}: at most {max}. Remove some."),
        (Invalid::TooFew(_), Input::Amounts { .. }) => format!("{label}: a year is empty. Enter 0 if there was none."),
        (Invalid::TooFew(min), _) => format!("{label}: add at least {min}."),
        (Invalid::UnknownFile, _) => format!("{label}: a file is not fully uploaded. Try again or remove it."),
        (Invalid::NotAgreed, _) => format!("{label}: read this and agree to go on."),
        (Invalid::Unchecked, _) => "Choose “Check availability” to see if you can use this ID.".to_owned(),
        (Invalid::Taken, _) => "This ID is taken. Enter another one and check again.".to_owned(),
        (Invalid::Mismatch, _) => "The passwords differ. Enter the same password again.".to_owned(),
        (Invalid::ResidentNumber, _) => {
            "13 digits are not accepted. Enter the 10-digit business registration number, not a resident number."
                .to_owned()
        }
        (Invalid::Password(flaw), _) => match flaw {
            PasswordFlaw::TooShort => "Password: use at least 10 characters.",
            PasswordFlaw::TooLong => "Password: use at most 128 characters.",
            PasswordFlaw::OnlyDigits => "Password: digits alone cannot be used. Add letters.",
            PasswordFlaw::Sequence => "Password: this is a repeat or a sequence. Enter another one.",
            PasswordFlaw::Common => "Password: this one is easy to guess. Enter another one.",
            PasswordFlaw::Personal => "Password: leave your ID or number out of it.",
        }
        .to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_particle_follows_the_sound() {
        assert_eq!(object("부서"), "를");
        assert_eq!(object("업종"), "을");
        assert_eq!(object("업체명(한글)"), "을");
        assert_eq!(object("대표 E-mail"), "을(를)");
    }

    #[test]
    fn a_sentence_names_the_field_and_the_mend() {
        let words =
            invalid_of("종업원 수", &Input::Amounts { unit: gaip_domain::text::Text::default() }, Invalid::NotNumber);
        assert_eq!(words, "종업원 수를 0 이상의 정수로 입력해 주세요. 소수점과 단위는 빼 주세요.");
    }
}
