//! Login, my page and the session.

pub mod login;
pub mod my;
pub mod session_bar;
