//! The design kit: the frame of a page, feedback and form fields, after KRDS.
//!
//! Words and values come by props; the kit knows neither the domain, the network nor the language.

pub mod alert;
pub mod alert_dialog;
pub mod badge;
pub mod breadcrumb;
pub mod button;
pub mod card;
pub mod copy_line;
pub mod disclosure;
pub mod dynamic;
pub mod empty;
pub mod error_summary;
pub mod field;
pub mod file_walk;
pub mod focus;
pub mod footer;
pub mod header;
pub mod heading;
pub mod icon;
pub mod identifier;
pub mod ime;
pub mod link;
pub mod link_tabs;
pub mod masthead;
pub mod modal;
pub mod page_heading;
pub mod pagination;
pub mod progress;
pub mod provider_button;
pub mod save_file;
pub mod settings;
pub mod skip_link;
pub mod spinner;
pub mod step_indicator;
#[cfg(feature = "gallery")]
pub mod stories;
pub mod story;
pub mod summary_list;
pub mod table;
pub mod tabs;
pub mod toast;
pub mod words;
