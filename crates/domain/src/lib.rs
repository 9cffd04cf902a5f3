//! The rules of signing up, without clock, chance or I/O: the same code runs in the browser, where it guides,
//! and in the backend, where it is the gate.
//!
//! Reading order: [`text`] and [`value`] are what people type and what it means; [`portal`] is what a portal asks;
//! [`facts`] is what is known of one sign-up; [`form`] turns typed input into values; [`journey`] says where a
//! person may be; [`own`] says what members may change of what they entered, [`permission`] what else they may do.

pub mod condition;
pub mod facts;
pub mod form;
pub mod invitation;
pub mod journey;
pub mod linked_by;
pub mod mask;
pub mod own;
pub mod permission;
pub mod portal;
pub mod text;
pub mod value;
