//! Journeys of people through the built application and the real backend, in a real browser.
//!
//! `cargo xtask test --only browser` builds what they need and says where it is.
#![cfg(not(target_arch = "wasm32"))]

mod again;
mod certificates;
mod codes;
mod company;
mod company_login;
mod demo;
mod errors;
mod files;
mod financial;
mod gallery;
mod ime;
mod invitation;
mod keyboard;
mod kotra;
mod links;
mod lost;
mod my_info;
mod my_page;
mod old_member;
mod operator;
mod passkey;
mod recovery;
mod support;
mod tradeinvest;
mod tradeinvest_general;
mod whole;
mod work24;
