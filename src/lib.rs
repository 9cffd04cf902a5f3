//! Gaip (가입): the sign-up front end for Korean business portals.
//!
//! Reading order: [`app`] mounts [`pages`]; a page of a sign-up shows a [`steps`] component in the frame of the
//! [`wizard`]; all of them are built from [`ui`] and speak through [`i18n`]; [`api`] is the one door to the network.

pub mod api;
pub mod app;
#[cfg(feature = "gallery")]
pub mod demo;
#[cfg(feature = "gallery")]
pub mod gallery;
pub mod i18n;
pub mod later;
pub mod pages;
pub mod preferences;
pub mod routes;
pub mod session;
pub mod steps;
pub mod ui;
pub mod wizard;
