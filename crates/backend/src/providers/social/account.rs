//! What the providers answer, each in its own shape, as an account.

use super::{Fault, Shown};
use gaip_domain::facts::{Given, SocialAccount};
use gaip_domain::portal::SocialProvider;
use gaip_domain::text::tidy;
use gaip_domain::value::{self, Email};
use serde_json::Value;

/// Most characters of a name that is taken.
const LONGEST: usize = 100;
/// Kakao's code for people under 14 who lack a guardian's consent.
const KAKAO_UNDER_AGE: i64 = -406;

/// Reads what the provider says of the person. Nothing but name, mobile number and e-mail address is taken (manual row T9).
pub(super) fn read(provider: SocialProvider, user: &Value) -> Result<Shown, Fault> {
    let (subject, name, mobile, email) = match provider {
        SocialProvider::Kakao => {
            if user["code"] == KAKAO_UNDER_AGE {
                return Err(Fault::UnderAge);
            }
            let account = &user["kakao_account"];
            // An address can be valid and somebody else's: both must hold.
            let own = account["is_email_valid"] == true && account["is_email_verified"] == true;
            // Name and number are those with which Kakao identified the person.
            (
                number(&user["id"]),
                given(&account["name"], true),
                given(&account["phone_number"], true),
                given(&account["email"], own),
            )
        }
        SocialProvider::Naver => {
            if user["resultcode"] != "00" {
                return Err(Fault::Unavailable);
            }
            let person = &user["response"];
            (
                text(&person["id"]),
                given(&person["name"], false),
                given(&person["mobile"], false),
                given(&person["email"], false),
            )
        }
        SocialProvider::Google => {
            let own = user["email_verified"] == true;
            (text(&user["sub"]), given(&user["name"], false), None, given(&user["email"], own))
        }
        SocialProvider::Facebook => {
            (text(&user["id"]), given(&user["name"], false), None, given(&user["email"], false))
        }
    };
    let kept = |part: Option<Given>, read: fn(&str) -> Option<String>| {
        let Given { value, verified } = part?;
        Some(Given { value: read(&value)?, verified })
    };
    let account = SocialAccount {
        provider,
        name: kept(name, self::name),
        mobile: kept(mobile, self::mobile),
        email: kept(email, |raw| Email::parse(raw).ok().map(|email| email.to_string())),
    };
    Ok(Shown { account, subject: subject.ok_or(Fault::Unavailable)? })
}

fn text(value: &Value) -> Option<String> {
    value.as_str().filter(|text| !text.is_empty() && text.len() <= 255).map(str::to_owned)
}

/// Kakao's ids are 64-bit numbers.
fn number(value: &Value) -> Option<String> {
    value.as_i64().map(|id| id.to_string())
}

fn given(value: &Value, verified: bool) -> Option<Given> {
    text(value).map(|value| Given { value, verified })
}

fn name(raw: &str) -> Option<String> {
    Some(tidy(raw)).filter(|name| !name.is_empty() && name.chars().count() <= LONGEST)
}

/// `+82 10-1234-5678`, and what some write instead: `+82 010-1234-5678`.
fn mobile(raw: &str) -> Option<String> {
    let local = raw.trim().strip_prefix("+82").map(|rest| format!("0{}", rest.trim().trim_start_matches('0')));
    value::mobile(local.as_deref().unwrap_or(raw)).ok().map(|number| number.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn part(part: Option<&Given>) -> Option<(&str, bool)> {
        part.map(|given| (given.value.as_str(), given.verified))
    }

    #[test]
    fn kakao_vouches_for_name_and_number_and_for_an_address_that_is_valid_and_verified() {
        let user = |verified: bool| {
            json!({ "id": 9_007_199_254_740_993_i64, "kakao_account": { "name": "홍길동", "phone_number": "+82 010-1234-5678",
                "email": "hong@example.com", "is_email_valid": true, "is_email_verified": verified } })
        };
        let shown = read(SocialProvider::Kakao, &user(true)).unwrap_or_else(|fault| panic!("{fault:?}"));
        assert_eq!(shown.subject, "9007199254740993");
        assert_eq!(part(shown.account.name.as_ref()), Some(("홍길동", true)));
        assert_eq!(part(shown.account.mobile.as_ref()), Some(("010-1234-5678", true)));
        assert_eq!(part(shown.account.email.as_ref()), Some(("hong@example.com", true)));
        let shown = read(SocialProvider::Kakao, &user(false)).unwrap_or_else(|fault| panic!("{fault:?}"));
        assert_eq!(part(shown.account.email.as_ref()), Some(("hong@example.com", false)));
    }

    #[test]
    fn whoever_kakao_calls_too_young_is_refused_as_that() {
        let said = json!({ "msg": "under age", "code": -406 });
        assert_eq!(read(SocialProvider::Kakao, &said).err(), Some(Fault::UnderAge));
    }

    #[test]
    fn naver_fails_with_a_code_of_its_own_and_vouches_for_nothing() {
        let failed = json!({ "resultcode": "024", "message": "Authentication failed" });
        assert_eq!(read(SocialProvider::Naver, &failed).err(), Some(Fault::Unavailable));
        let user = json!({ "resultcode": "00", "message": "success",
            "response": { "id": "abc", "name": "김새벽", "mobile": "010-2345-6789" } });
        let shown = read(SocialProvider::Naver, &user).unwrap_or_else(|fault| panic!("{fault:?}"));
        assert_eq!(part(shown.account.name.as_ref()), Some(("김새벽", false)));
        assert_eq!(part(shown.account.mobile.as_ref()), Some(("010-2345-6789", false)));
        assert_eq!(shown.account.email, None);
    }

    #[test]
    fn google_vouches_for_a_verified_address_alone_and_facebook_for_nothing() {
        let google = json!({ "sub": "1", "name": "Hong", "email": "hong@gmail.com", "email_verified": true });
        let shown = read(SocialProvider::Google, &google).unwrap_or_else(|fault| panic!("{fault:?}"));
        assert_eq!(part(shown.account.email.as_ref()), Some(("hong@gmail.com", true)));
        assert_eq!(part(shown.account.name.as_ref()), Some(("Hong", false)));
        let facebook = json!({ "id": "2", "name": "Hong", "email": "hong@example.com" });
        let shown = read(SocialProvider::Facebook, &facebook).unwrap_or_else(|fault| panic!("{fault:?}"));
        assert_eq!(part(shown.account.email.as_ref()), Some(("hong@example.com", false)));
    }

    #[test]
    fn an_account_without_a_subject_is_none() {
        for provider in SocialProvider::ALL {
            assert_eq!(
                read(provider, &json!({ "name": "홍길동", "resultcode": "00" })).err(),
                Some(Fault::Unavailable)
            );
        }
    }
}
