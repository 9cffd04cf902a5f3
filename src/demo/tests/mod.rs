//! The demo is walked as a browser walks it: by requests alone.

mod administration;
mod filling;
mod inviting;
mod journeys;
mod links;
mod login_types;
mod old_member;
mod own_account;
mod papers;
mod passkeys;
mod reconsent;
mod services;
mod table;
mod walk;
