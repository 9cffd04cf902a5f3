//! The page that the sandbox has for a provider's own: readable without the application, and plainly no provider's.

use crate::providers::social::{PERSONS, Person};
use axum::http::header::CONTENT_TYPE;
use axum::response::IntoResponse;
use gaip_domain::portal::SocialProvider;

/// Where its style is: the policy of every answer allows none inside a page.
pub const STYLE: &str = "/sandbox/oauth.css";

const CSS: &str = include_str!("social_page.css");

/// Its style.
pub async fn style() -> impl IntoResponse {
    ([(CONTENT_TYPE, "text/css; charset=utf-8")], CSS)
}

/// The page, which hands on what the browser was sent with.
pub fn html(provider: SocialProvider, sent: &[(&str, Option<&str>)]) -> String {
    let (name, path) = (name(provider), provider.as_str());
    let hidden = |(name, value): &(&str, Option<&str>)| {
        format!("<input type=\"hidden\" name=\"{name}\" value=\"{}\">", escaped(value.unwrap_or_default()))
    };
    let hidden = sent.iter().map(hidden).collect::<String>();
    let (people, failures): (Vec<_>, Vec<_>) = PERSONS.iter().partition(|person| !goes_wrong(person));
    let (people, failures) = (buttons(&people), buttons(&failures));
    format!(
        "<!doctype html>\n\
         <html lang=\"ko\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <title>{name} 모의 로그인 - 샌드박스(sandbox)</title><link rel=\"stylesheet\" href=\"{STYLE}\"></head>\
         <body><header><p><strong>샌드박스(sandbox)</strong> 시험용 화면입니다. {name}의 화면이 아니며 실제 계정을 쓰지 않습니다.</p></header>\
         <main><h1>{name} 모의 로그인</h1><p>하나를 고르면 가입하던 화면으로 돌아갑니다.</p>\
         <form action=\"/sandbox/oauth/{path}/choice\">{hidden}\
         <section aria-labelledby=\"people\"><h2 id=\"people\">로그인할 사람</h2>{people}</section>\
         <section aria-labelledby=\"failures\"><h2 id=\"failures\">취소와 실패</h2>{failures}</section>\
         </form></main></body></html>"
    )
}

fn name(provider: SocialProvider) -> &'static str {
    match provider {
        SocialProvider::Kakao => "카카오",
        SocialProvider::Naver => "네이버",
        SocialProvider::Google => "구글",
        SocialProvider::Facebook => "페이스북",
    }
}

/// Whether nobody comes back from it.
fn goes_wrong(person: &Person) -> bool {
    matches!(person.word, "cancel" | "error" | "down" | "child")
}

fn buttons(persons: &[&Person]) -> String {
    let button = |person: &&Person| {
        format!("<li><button name=\"person\" value=\"{}\">{}</button></li>", person.word, person.label)
    };
    format!("<ul>{}</ul>", persons.iter().map(button).collect::<String>())
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_says_in_korean_what_it_is_and_offers_every_person_once() {
        let page = html(SocialProvider::Naver, &[("state", Some("abc")), ("nonce", None)]);
        for part in [
            "<html lang=\"ko\">",
            "<title>네이버 모의 로그인 - 샌드박스(sandbox)</title>",
            "<h1>네이버 모의 로그인</h1>",
        ] {
            assert!(page.contains(part), "{part}");
        }
        assert_eq!(page.matches("<h2 ").count(), 2);
        for person in &PERSONS {
            assert_eq!(page.matches(&format!("value=\"{}\">{}", person.word, person.label)).count(), 1);
        }
        assert!(page.contains("name=\"state\" value=\"abc\""));
        assert!(!page.contains(" style="), "the policy of every answer would refuse it");
    }

    #[test]
    fn what_an_address_says_stays_a_value() {
        let page = html(SocialProvider::Kakao, &[("state", Some("\"><script>alert(1)</script>"))]);
        assert!(!page.contains("<script"));
    }
}
