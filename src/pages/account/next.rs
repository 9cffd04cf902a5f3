//! Where a person goes after logging in, or after agreeing to what my page asks first: the page first asked for, if it is one of the same portal.

use crate::routes;

/// The page to open after logging in. An address of another site or portal is no page to open: somebody else may
/// have put it into the link.
pub fn after_login(portal: &str, next: Option<&str>) -> String {
    let home = routes::portal(portal);
    let inside = |path: &&str| path.strip_prefix(&home).is_some_and(|rest| rest.starts_with('/') && is_path(rest));
    next.filter(inside).filter(|path| *path != routes::login(portal)).map_or_else(|| routes::my(portal), str::to_owned)
}

/// The page to go on to once my page has what it asked first; nothing where my page is what was asked for.
pub fn after_consent(portal: &str, next: Option<&str>) -> Option<String> {
    Some(after_login(portal, next)).filter(|page| *page != routes::my(portal))
}

/// Ids between single slashes; `..`, `//` and `\` have no place in it.
fn is_path(path: &str) -> bool {
    path.split('/')
        .skip(1)
        .all(|id| !id.is_empty() && id.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_".contains(&b)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_of_the_same_portal_is_opened_after_logging_in() {
        assert_eq!(after_login("daejeon", Some("/daejeon/signup/member/form")), "/daejeon/signup/member/form");
    }

    #[test]
    fn an_address_that_leads_elsewhere_opens_my_page() {
        let elsewhere = [
            "https://evil.example/",
            "//evil.example",
            "/\\evil.example",
            "/kotra/my",
            "/daejeonx/my",
            "/daejeon/../kotra",
            "/daejeon//evil.example",
            "/daejeon/my?x",
            "javascript:alert(1)",
            "/daejeon/login",
            "",
        ];
        for next in elsewhere {
            assert_eq!(after_login("daejeon", Some(next)), "/daejeon/my", "{next}");
        }
        assert_eq!(after_login("daejeon", None), "/daejeon/my");
    }

    #[test]
    fn who_agreed_on_the_way_goes_on_to_where_they_were_heading() {
        for heading in ["/kotra/company", "/kotra/company/log", "/kotra/signup/conversion", "/kotra/invitation"] {
            let address = routes::my_then("kotra", heading);
            let next = address.split_once("?next=").map(|(_, next)| next);
            assert_eq!(after_consent("kotra", next), Some(heading.to_owned()));
        }
        for here in [None, Some("/kotra/my"), Some("https://evil.example/"), Some("/daejeon/company")] {
            assert_eq!(after_consent("kotra", here), None, "{here:?}");
        }
    }
}
