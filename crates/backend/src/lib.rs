//! The reference backend: one process that serves the portal, keeps the drafts and makes the members.
//!
//! `http` -> use cases (`signup`, `account`) -> `store` (traits) <- `store::sql`; `providers` for outside services.
//! Time, chance and configuration are parameters of everything below [`app`].

pub mod account;
pub mod app;
pub mod certificates;
pub mod clock;
pub mod codes;
pub mod command;
pub mod company;
pub mod config;
pub mod email_codes;
pub mod financial;
pub mod http;
pub mod operators;
pub mod password;
pub mod people;
pub mod portals;
pub mod providers;
pub mod random;
pub mod refusal;
mod sealed;
pub mod signup;
pub mod social;
pub mod store;
pub mod sync;
pub mod terms;
pub mod uploads;
pub mod webauthn;
