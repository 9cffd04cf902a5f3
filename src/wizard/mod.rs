//! The frame round any journey: what is typed and saved, what is answered, where a person may be.
//!
//! [`draft`] holds the sign-up of this tab; [`answering`] is one step being answered; [`frame`] is what a step looks
//! like; [`judge`] calls the domain's rules before the backend does.

pub mod answering;
pub mod autosave;
pub mod bind;
pub mod cancel;
pub mod draft;
pub mod forget;
pub mod frame;
pub mod judge;
pub mod trouble;
