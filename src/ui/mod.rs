//! The design kit: the frame of a page, feedback and form fields, after KRDS.
//!
//! Words and values come by props; the kit knows neither the domain, the network nor the language.

pub mod story;
pub mod words;
