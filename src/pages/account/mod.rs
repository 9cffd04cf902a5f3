//! Login, my page and the session.

pub mod certificate_login;
mod certificates;
pub mod company_login;
mod financial_login;
mod further;
mod journeys;
pub mod login;
mod login_kinds;
pub mod membership;
pub mod mine;
pub mod my;
pub mod next;
pub mod not_for;
pub mod page;
pub mod papers;
pub mod passkeys;
pub mod services;
pub mod session_bar;
pub mod session_dialog;
pub mod social_login;

#[cfg(feature = "gallery")]
mod stories;
#[cfg(feature = "gallery")]
pub use stories::STORIES;
