//! People, browsers and a backend for the journeys.

pub mod account;
pub mod axe;
pub mod backend;
pub mod certificates;
pub mod colleagues;
pub mod driver;
pub mod files;
pub mod identity;
pub mod keys;
pub mod person;
pub mod privacy;
pub mod signup;
pub mod site;

use backend::{Backend, named};
use driver::Driver;
pub use person::Person;
use site::Site;

/// A backend of the test's own, and a driver for the people who use it.
pub struct World {
    /// The backend.
    pub backend: Backend,
    driver: Driver,
}

impl World {
    /// Serves the bundle that people get.
    pub fn open() -> Self {
        Self { backend: Backend::start(named("GAIP_DIST")), driver: Driver::start() }
    }

    /// Serves the bundle that people get with the test portal of financial certificates.
    pub fn of_banks() -> Self {
        Self::of("banks")
    }

    /// Serves the bundle that people get with the test portal whose companies have employees.
    pub fn of_people() -> Self {
        Self::of("portals")
    }

    fn of(folder: &str) -> Self {
        let portals = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("crates/backend/tests").join(folder);
        Self { backend: Backend::start_with(named("GAIP_DIST"), Some(portals)), driver: Driver::start() }
    }

    /// Serves the bundle with the gallery.
    pub fn gallery() -> Self {
        Self { backend: Backend::start(named("GAIP_DIST_GALLERY")), driver: Driver::start() }
    }

    /// Somebody who has never been here.
    pub async fn person(&self) -> Person {
        let profile = tempfile::tempdir().expect("a temporary folder");
        Person::new(self.driver.browser(&profile).await, self.backend.url(""), profile)
    }

    /// The same by the host's name: passkeys belong to names, not to numbers.
    pub async fn person_by_name(&self) -> Person {
        let profile = tempfile::tempdir().expect("a temporary folder");
        let home = self.backend.url("").replace("127.0.0.1", "localhost");
        Person::new(self.driver.browser(&profile).await, home, profile)
    }
}

/// A site of static files with the gallery and no backend, and a driver for the people who look at it.
pub struct Showroom {
    site: Site,
    driver: Driver,
}

impl Showroom {
    /// Serves the bundle with the gallery.
    pub fn open() -> Self {
        Self { site: Site::start(named("GAIP_DIST_GALLERY")), driver: Driver::start() }
    }

    /// Somebody who has never been here.
    pub async fn person(&self) -> Person {
        let profile = tempfile::tempdir().expect("a temporary folder");
        Person::new(self.driver.browser(&profile).await, self.site.url(""), profile)
    }
}
