//! Words of logging in that come later (`src/later.rs`): waiting, types of logins, the last used channel.

use super::{lang, pick, service_name, word_list};
use gaip_contract::ProblemCode;
use gaip_domain::permission::{LoginType, Service};
use gaip_domain::text::Lang;

word_list! {
    /// What to know when it was tried too often.
    WaitWords;
    wait: "여러 번 시도하여 잠시 멈췄습니다. {} 뒤에 다시 시도해 주세요.", "Too many tries. Try again in {}.";
    over: "이제 다시 시도할 수 있습니다.", "You can try again now.";
    kept: "입력한 내용은 그대로 있습니다.", "What you entered is still here.";
}

word_list! {
    /// Types of logins (manual rows W109 to W111), and the last used channel (row T106).
    EntranceWords;
    login_type: "로그인 유형", "Type of login";
    login_type_hint: "가입할 때 선택한 유형을 고르고 인증서로 로그인해 주세요. 유형에 따라 이용할 수 있는 업무가 다릅니다.",
        "Choose the type that you signed up as, then log in by your certificate. What you can do depends on it.";
    last: "최근 로그인", "Last login";
    last_forget: "이 기기에서 지우기", "Forget on this device";
}

/// The words of waiting, in the language in force.
pub fn wait_words() -> &'static WaitWords {
    static KO: WaitWords = WaitWords::KO;
    static EN: WaitWords = WaitWords::EN;
    match lang() {
        Lang::Ko => &KO,
        Lang::En => &EN,
    }
}

/// The words, in the language in force.
pub fn entrance_words() -> &'static EntranceWords {
    static KO: EntranceWords = EntranceWords::KO;
    static EN: EntranceWords = EntranceWords::EN;
    match lang() {
        Lang::Ko => &KO,
        Lang::En => &EN,
    }
}

/// What a type is called.
pub fn login_type_name(kind: LoginType) -> &'static str {
    match kind {
        LoginType::Business => pick("일반사업자", "Business"),
        LoginType::Agency => pick("사무대행기관", "Agency"),
        LoginType::Proxy => pick("대리인", "Authorised agent"),
    }
}

/// The work that a type may do, as the manual writes it.
pub fn login_type_work(kind: LoginType) -> String {
    let standing = kind.standing();
    if standing.may(Service::OtherWork) {
        return pick("모든 업무", "all services").to_owned();
    }
    let areas: Vec<&str> = standing.services().filter(|area| standing.may(*area)).map(service_name).collect();
    match lang() {
        Lang::Ko => format!("{} 업무", areas.join("/")),
        Lang::En => areas.join(", "),
    }
}

/// The words of a code, Korean and English; a part of [`super::refusal`].
pub(super) fn of_code(code: ProblemCode) -> Option<(&'static str, &'static str)> {
    let words = match code {
        ProblemCode::LoginTypeWrong => (
            "선택한 로그인 유형으로 가입한 회원이 아닙니다. 로그인 유형을 확인하고 다시 로그인해 주세요.",
            "You did not sign up as this type. Check the type of login and log in again.",
        ),
        ProblemCode::InfoChanged => (
            "다른 창에서 회원정보가 바뀌었습니다. 입력한 내용은 그대로 있습니다.",
            "Your information was changed in another window. What you typed is still here.",
        ),
        _ => return None,
    };
    Some(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_are_named_with_their_work_as_the_manual_names_them() {
        let lines: Vec<String> =
            LoginType::ALL.map(|kind| format!("{} : {}", login_type_name(kind), login_type_work(kind))).into();
        let manual =
            ["일반사업자 : 모든 업무", "사무대행기관 : 고용보험 업무", "대리인 : 고용보험/직업훈련/외국인 업무"];
        assert_eq!(lines, manual);
    }
}
