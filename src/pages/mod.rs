//! One folder or file for each address.

pub mod account;
pub mod company;
pub mod display;
pub mod home;
pub mod invitation;
pub mod load;
pub mod not_found;
pub mod operator;
pub mod password;
pub mod portals;
pub mod sandbox;
pub mod sandbox_reply;
pub mod signup;
pub mod site;
pub mod terms;

use leptos::prelude::*;
use leptos_router::hooks::use_location;

/// A part of the present address, such as the portal's id at 0.
pub fn part_of_address(position: usize) -> String {
    use_location().pathname.with_untracked(|address| crate::routes::part(address, position).to_owned())
}
