//! Gaip (가입): the sign-up front end for Korean business portals.
//!
//! Reading order: [`app`] mounts [`pages`]; a page of a sign-up shows a [`steps`] component in the frame of the
//! [`wizard`]; all of them are built from [`ui`] and speak through [`i18n`]; [`api`] is the one door to the network.

pub mod app;
pub mod later;
pub mod routes;
pub mod pages;
pub mod steps;
pub mod wizard;
pub mod ui;
pub mod session;
pub mod preferences;
pub mod api;
pub mod i18n;
#[cfg(feature = "gallery")]
pub mod gallery;
