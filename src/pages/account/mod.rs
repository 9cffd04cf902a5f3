//! Login, my page and the session.

pub mod certificate_login;
pub mod certificates;
mod financial_login;
pub mod login;
pub mod my;
pub mod next;
pub mod page;
pub mod papers;
pub mod services;
pub mod session_bar;
pub mod session_dialog;
pub mod social_login;

#[cfg(feature = "gallery")]
mod stories;
#[cfg(feature = "gallery")]
pub use stories::STORIES;
