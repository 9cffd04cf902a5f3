//! One folder or file for each address.

pub mod account;
pub mod home;
pub mod load;
pub mod not_found;
pub mod portals;
pub mod signup;
pub mod site;
pub mod terms;
