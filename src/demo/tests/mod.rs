//! The demo is walked as a browser walks it: by requests alone.

mod administration;
mod filling;
mod journeys;
mod table;
mod walk;
