//! Words of signing up and logging in by an account at a provider.

use super::{fill, lang, pick, word_list};
use gaip_contract::bodies::SocialOutcome;
use gaip_domain::portal::SocialProvider;
use gaip_domain::text::Lang;

word_list! {
    /// Words of accounts at providers.
    SocialWords;
    channel: "가입할 SNS 채널", "Account to sign up with";
    missing: "가입에 쓸 SNS 채널을 하나 눌러 주세요.", "Choose one of the accounts.";
    start: "{}로 시작하기", "Continue with {}";
    start_facebook: "페이스북으로 시작하기", "Continue with Facebook";
    leaving: "선택한 채널의 로그인 화면으로 이동합니다. 비밀번호는 그 화면에만 입력하며 이 사이트는 알 수 없습니다.",
        "You are taken to the provider’s own login page. Your password is entered there only; this site never learns it.";
    looking: "확인한 계정으로 계속합니다.", "Going on with your account.";
    shown: "본인 계정을 확인했습니다.", "Your account was confirmed.";
    provider: "가입 채널", "Provider";
    name: "이름", "Name";
    mobile: "휴대폰 번호", "Mobile phone";
    email: "이메일", "E-mail";
    not_given: "채널에서 받지 않음", "Not given by the provider";
    other: "다른 계정으로 하기", "Use another account";
    locked: "가입 채널에서 확인된 정보입니다.", "Verified by the provider.";
    begun: "가입 채널에서 받은 값입니다. 맞는지 확인해 주세요.", "Given by the provider. Please check it.";
    in_app: "지금은 앱 안의 브라우저입니다. 이 화면에서는 로그인이 막히거나 입력한 내용이 사라질 수 있습니다. 화면 메뉴(⋮ 또는 공유)에서 “다른 브라우저로 열기”를 눌러 Chrome, Safari, 삼성 인터넷에서 계속해 주세요.",
        "You are in a browser inside an app, where login may be blocked. Open its menu (⋮ or share) and choose “Open in browser” to continue in Chrome, Safari or Samsung Internet.";
    login_title: "간편회원 로그인", "Log in with an account";
    login_text: "가입할 때 쓴 채널을 눌러 주세요.", "Choose the provider you signed up with.";
    login_general: "일반회원", "ID and password";
    login_social: "간편회원", "Kakao, Naver, Google, Facebook";
    login_kind: "회원 유형", "How you joined";
    login: "{}로 로그인", "Log in with {}";
    login_facebook: "페이스북으로 로그인", "Log in with Facebook";
    cancelled: "로그인을 취소했습니다. 다시 하거나 다른 채널을 선택해 주세요.", "You cancelled the login. Try again or choose another provider.";
    unavailable: "선택한 채널에서 계정을 확인하지 못했습니다. 가입이나 로그인이 된 것은 아닙니다. 잠시 후 다시 하거나 다른 채널을 선택해 주세요.",
        "The provider could not confirm your account, so nothing was done. Try again shortly or choose another provider.";
    expired: "시간이 지났거나 다른 창에서 시작한 로그인입니다. 이 화면에서 다시 시작해 주세요.", "The login took too long or began elsewhere. Please start again here.";
    under_age: "만 14세 미만은 가입할 수 없습니다.", "People under 14 cannot sign up.";
    member: "이 계정으로 이미 가입하셨습니다. 로그인해 주세요.", "You have signed up with this account already. Please log in.";
    unknown: "이 계정으로 가입한 회원이 없습니다. 가입한 채널인지 확인하거나 간편회원으로 가입해 주세요.",
        "Nobody has signed up with this account. Check the provider or sign up first.";
}

/// The words, in the language in force.
pub fn social_words() -> &'static SocialWords {
    static KO: SocialWords = SocialWords::KO;
    static EN: SocialWords = SocialWords::EN;
    match lang() {
        Lang::Ko => &KO,
        Lang::En => &EN,
    }
}

/// What a provider is called.
pub fn provider_name(provider: SocialProvider) -> &'static str {
    match provider {
        SocialProvider::Kakao => pick("카카오", "Kakao"),
        SocialProvider::Naver => pick("네이버", "Naver"),
        SocialProvider::Google => pick("구글", "Google"),
        SocialProvider::Facebook => pick("페이스북", "Facebook"),
    }
}

/// The label of a provider's button, of the sign-up or of the login.
pub fn provider_act(provider: SocialProvider, login: bool) -> String {
    let words = social_words();
    match (provider, login) {
        (SocialProvider::Facebook, false) => words.start_facebook.to_owned(),
        (SocialProvider::Facebook, true) => words.login_facebook.to_owned(),
        (provider, false) => fill(words.start, provider_name(provider)),
        (provider, true) => fill(words.login, provider_name(provider)),
    }
}

/// How one came back, where something is to be said.
pub fn social_outcome(outcome: SocialOutcome) -> Option<&'static str> {
    let words = social_words();
    Some(match outcome {
        SocialOutcome::Done => return None,
        SocialOutcome::Cancelled => words.cancelled,
        SocialOutcome::Unavailable => words.unavailable,
        SocialOutcome::Expired => words.expired,
        SocialOutcome::UnderAge => words.under_age,
        SocialOutcome::Member => words.member,
        SocialOutcome::Unknown => words.unknown,
    })
}
