//! Every address of the application, built in one place.

use gaip_domain::portal::Journey;

/// What an address shows. Parts of it are read by [`part`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page {
    /// `/`
    Portals,
    /// `/gallery`, where it is built in.
    Gallery,
    /// `/sandbox`, where services are simulated.
    Sandbox,
    /// `/{portal}`
    Home,
    /// `/{portal}/signup/{journey}` and `/{portal}/signup/{journey}/{step}`
    Signup,
    /// `/{portal}/login`
    Login,
    /// `/{portal}/my` and what is below it
    My,
    /// `/{portal}/company` and what is below it
    Company,
    /// `/{portal}/invitation`
    Invitation,
    /// `/{portal}/operator` and what is below it
    Operator,
    /// `/{portal}/terms/{terms}`
    Terms,
    /// Any other.
    Nowhere,
}

/// The page of an address.
pub fn page(address: &str) -> Page {
    let parts = [0, 1, 2, 3, 4].map(|position| part(address, position));
    match parts {
        ["", "", ..] => Page::Portals,
        ["gallery", "", ..] => Page::Gallery,
        ["sandbox", "", ..] => Page::Sandbox,
        [_, "", ..] => Page::Home,
        [_, "signup", journey, _, ""] if !journey.is_empty() => Page::Signup,
        [_, "login", "", ..] => Page::Login,
        [_, "my", _, "", ..] => Page::My,
        [_, "company", _, "", ..] => Page::Company,
        [_, "invitation", "", ..] => Page::Invitation,
        [_, "operator", _, "", ..] => Page::Operator,
        [_, "terms", terms, "", ..] if !terms.is_empty() => Page::Terms,
        _ => Page::Nowhere,
    }
}

/// A part of an address, counted from 0; empty where there is none.
pub fn part(address: &str, position: usize) -> &str {
    address.split('/').nth(position + 1).unwrap_or_default()
}

/// The list of portals.
pub const HOME: &str = "/";

/// What the sandbox "sent".
pub const SANDBOX: &str = "/sandbox";

/// A portal's home page.
pub fn portal(portal: &str) -> String {
    format!("/{portal}")
}

/// Where a sign-up begins or goes on; leads to the furthest step.
pub fn signup(portal: &str, journey: &str) -> String {
    format!("/{portal}/signup/{journey}")
}

/// A step of a sign-up.
pub fn step(portal: &str, journey: &Journey, step: &str) -> String {
    format!("/{portal}/signup/{}/{step}", journey.id)
}

/// A step that leads back to the review once it is answered.
pub fn change(portal: &str, journey: &Journey, step: &str) -> String {
    format!("/{portal}/signup/{}/{step}?from=review", journey.id)
}

/// Logging in.
pub fn login(portal: &str) -> String {
    format!("/{portal}/login")
}

/// The login page that leads back to a path of the portal. Paths are made of ids, so nothing needs escaping.
pub fn login_then(portal: &str, path: &str) -> String {
    format!("{}?next={}", login(portal), path.split(['?', '#', '&']).next().unwrap_or_default())
}

/// A part of the member's own page.
pub fn my_part(portal: &str, name: &str) -> String {
    format!("/{portal}/my/{name}")
}

/// The member's own page.
pub fn my(portal: &str) -> String {
    format!("/{portal}/my")
}

/// The member's own page on the way to another one of the portal, for what it asks first.
pub fn my_then(portal: &str, path: &str) -> String {
    format!("{}?next={}", my(portal), path.split(['?', '#', '&']).next().unwrap_or_default())
}

/// The administration of the member's company.
pub fn company(portal: &str) -> String {
    format!("/{portal}/company")
}

/// A part of the company's own administration: `info` or `services`.
pub fn company_part(portal: &str, part: &str) -> String {
    format!("/{portal}/company/{part}")
}

/// What was done for the member's company.
pub fn company_log(portal: &str) -> String {
    format!("/{portal}/company/log")
}

/// An invitation to a company; its token stands behind `#`.
pub fn invitation(portal: &str) -> String {
    format!("/{portal}/invitation")
}

/// The pages of a portal's operators.
pub fn operator(portal: &str) -> String {
    format!("/{portal}/operator")
}

/// Logging in as an operator.
pub fn operator_login(portal: &str) -> String {
    format!("/{portal}/operator/login")
}

/// A document of a portal, to read and print.
pub fn terms(portal: &str, terms: &str) -> String {
    format!("/{portal}/terms/{terms}")
}

/// A file of a portal's folder.
pub fn portal_file(portal: &str, file: &str) -> String {
    format!("/portals/{portal}/{file}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_address_has_its_page() {
        for (address, expected) in [
            ("/", Page::Portals),
            ("/gallery", Page::Gallery),
            ("/sandbox", Page::Sandbox),
            ("/daejeon", Page::Home),
            ("/daejeon/", Page::Home),
            ("/daejeon/signup/member", Page::Signup),
            ("/daejeon/signup/member/contact", Page::Signup),
            ("/daejeon/signup/member/contact/more", Page::Nowhere),
            ("/daejeon/signup", Page::Nowhere),
            ("/daejeon/login", Page::Login),
            ("/daejeon/my", Page::My),
            ("/kotra/company", Page::Company),
            ("/kotra/company/log", Page::Company),
            ("/kotra/invitation", Page::Invitation),
            ("/kotra/invitation/more", Page::Nowhere),
            ("/daejeon/operator", Page::Operator),
            ("/daejeon/operator/login", Page::Operator),
            ("/daejeon/operator/log/more", Page::Nowhere),
            ("/daejeon/terms/service", Page::Terms),
            ("/daejeon/elsewhere", Page::Nowhere),
        ] {
            assert_eq!(page(address), expected, "{address}");
        }
        assert_eq!(part("/daejeon/signup/member/contact", 3), "contact");
    }

    #[test]
    fn addresses_name_portal_journey_and_step() {
        assert_eq!(super::signup("daejeon", "member"), "/daejeon/signup/member");
        assert_eq!(super::terms("daejeon", "service"), "/daejeon/terms/service");
        assert_eq!(super::login_then("daejeon", "/daejeon/my?x=1"), "/daejeon/login?next=/daejeon/my");
        assert_eq!(super::my_then("kotra", "/kotra/company/log#top"), "/kotra/my?next=/kotra/company/log");
        assert_eq!(super::portal_file("daejeon", "forms/a.pdf"), "/portals/daejeon/forms/a.pdf");
    }
}
