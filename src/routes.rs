//! Every address of the application, built in one place.

use gaip_domain::portal::Journey;

/// The list of portals.
pub const HOME: &str = "/";

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

/// The member's own page.
pub fn my(portal: &str) -> String {
    format!("/{portal}/my")
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
    #[test]
    fn addresses_name_portal_journey_and_step() {
        assert_eq!(super::signup("daejeon", "member"), "/daejeon/signup/member");
        assert_eq!(super::terms("daejeon", "service"), "/daejeon/terms/service");
        assert_eq!(super::portal_file("daejeon", "forms/a.pdf"), "/portals/daejeon/forms/a.pdf");
    }
}
