//! Countries: codes are ours, names are the browser's (manual row D97).

use super::is_optional;
use crate::i18n::{lang, local};
use crate::ui::field::Choice;
use crate::ui::field::MultiSelect;
use crate::wizard::bind::Binder;
use gaip_domain::portal::Field;
use leptos::prelude::*;
use std::collections::BTreeMap;

/// ISO 3166-1 alpha-2 codes, without Korea and places without trade of their own.
const CODES: &str = "AD AE AF AG AI AL AM AO AR AT AU AW AZ BA BB BD BE BF BG BH BI BJ BM BN BO BR BS BT BW BY BZ CA CD \
CF CG CH CI CL CM CN CO CR CU CV CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FM FR GA GB GD GE GH GL GM GN GQ GR GT \
GW GY HK HN HR HT HU ID IE IL IN IQ IR IS IT JM JO JP KE KG KH KI KM KN KP KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA \
MC MD ME MG MH MK ML MM MN MO MR MT MU MV MW MX MY MZ NA NC NE NG NI NL NO NP NR NZ OM PA PE PF PG PH PK PL PR PS PT PW \
PY QA RO RS RU RW SA SB SC SD SE SG SI SK SL SM SN SO SR SS ST SV SY SZ TD TG TH TJ TL TM TN TO TR TT TV TW TZ UA UG US \
UY UZ VA VC VE VN VU WS YE ZA ZM ZW";

/// The name of a country in the language in force; its code where there is no browser.
pub fn name(code: &str) -> String {
    browser_name(code).unwrap_or_else(|| code.to_owned())
}

#[cfg(target_arch = "wasm32")]
fn browser_name(code: &str) -> Option<String> {
    use wasm_bindgen::{JsCast, JsValue};
    // `new Intl.DisplayNames(lang, { type: "region" }).of(code)`; js-sys has no binding for it.
    let intl = js_sys::Reflect::get(&js_sys::global(), &"Intl".into()).ok()?;
    let class: js_sys::Function = js_sys::Reflect::get(&intl, &"DisplayNames".into()).ok()?.dyn_into().ok()?;
    let options = js_sys::Object::new();
    js_sys::Reflect::set(&options, &"type".into(), &"region".into()).ok()?;
    let names = js_sys::Reflect::construct(&class, &js_sys::Array::of2(&JsValue::from(lang().tag()), &options)).ok()?;
    let of: js_sys::Function = js_sys::Reflect::get(&names, &"of".into()).ok()?.dyn_into().ok()?;
    of.call1(&names, &code.into()).ok()?.as_string()
}

#[cfg(not(target_arch = "wasm32"))]
fn browser_name(_code: &str) -> Option<String> {
    let _ = lang();
    None
}

/// Every country by its name.
pub fn country_choices() -> Vec<Choice> {
    let by_name: BTreeMap<String, &str> = CODES.split_ascii_whitespace().map(|code| (name(code), code)).collect();
    by_name.into_iter().map(|(name, code)| Choice::from((code.to_owned(), name))).collect()
}

/// A search over all countries.
#[component]
pub fn CountriesInput(
    /// The step that the field belongs to.
    binder: Binder,
    /// The field.
    field: &'static Field,
) -> impl IntoView {
    let id = binder.key(&field.name);
    let value = binder.list(&field.name);
    let error = binder.answering.error(id.clone());
    let options = country_choices();
    view! {
        <MultiSelect id label=local(&field.label) value options hint=field.hint.as_ref().map(local) error
            optional=is_optional(field)/>
    }
}
