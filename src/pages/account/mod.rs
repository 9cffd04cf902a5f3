//! Login, my page and the session.

pub mod certificate_login;
pub mod certificates;
mod financial_login;
mod further;
pub mod login;
pub mod my;
pub mod next;
pub mod not_for;
pub mod page;
pub mod papers;
mod services;
pub mod session_bar;
pub mod session_dialog;
pub mod social_login;

#[cfg(feature = "gallery")]
mod stories;
#[cfg(feature = "gallery")]
pub use stories::STORIES;
