//! Login, my page and the session.

pub mod certificate_login;
mod certificates;
pub mod company_login;
pub mod credentials;
mod financial_login;
mod further;
mod journeys;
mod last_channel;
pub mod leave_company;
pub mod login;
mod login_kinds;
mod login_type;
pub mod membership;
pub mod mine;
pub mod my;
pub mod next;
pub mod not_for;
pub mod old_member;
pub mod page;
pub mod papers;
pub mod passkeys;
pub mod recovery_links;
pub mod services;
pub mod session_bar;
pub mod session_dialog;
mod social_login;

#[cfg(feature = "gallery")]
mod stories;
#[cfg(feature = "gallery")]
pub use stories::STORIES;
