//! To be filled.

use crate::wizard::bind::Binder;
use gaip_domain::portal::Field;
use leptos::prelude::*;

/// To be filled.
#[component]
pub fn HsCodeInput(binder: Binder, field: &'static Field) -> impl IntoView {
    let _ = (binder, field);
}
