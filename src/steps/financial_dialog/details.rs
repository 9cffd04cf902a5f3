//! What the service asks first: the company, the phone, and how to verify (manual rows W36 to W41).

use super::flow::{Flow, MOBILE, NUMBER};
use crate::i18n::financial_words;
use crate::ui::disclosure::Disclosure;
use crate::ui::field::{Checkbox, Choice, DigitsField, PhoneField, RadioGroup};
use crate::ui::link::NewWindowLink;
use gaip_domain::value::Phone;
use leptos::prelude::*;

/// The guide of the service.
const GUIDE: &str = "https://www.yeskey.or.kr/";

/// The inputs and the links.
#[component]
pub fn DetailsPart(
    /// The use.
    flow: Flow,
) -> impl IntoView {
    let words = financial_words();
    flow.drop_residents();
    let prefixes = Phone::MOBILE_PREFIXES.map(str::to_owned).to_vec();
    let ways = [("sms", words.way_sms), ("otp", words.way_otp), ("ars", words.way_ars)];
    let ways = ways.map(|(code, name)| Choice::new(code, name)).to_vec();
    view! {
        <p><strong>{words.lead}</strong></p>
        <DigitsField id=NUMBER label=words.number value=flow.number groups=&[3, 2, 5] hint=words.number_hint.to_owned()
            error=flow.error(NUMBER)/>
        <PhoneField id=MOBILE label=words.mobile hint=words.mobile_hint.to_owned() value=flow.mobile prefixes
            error=flow.error(MOBILE)/>
        <Checkbox id="financial-remember" label=words.remember note=words.remember_note.to_owned() checked=flow.remember
            on_change=move |on| flow.remember.set(on)/>
        <RadioGroup id="financial-way" label=words.way hint=words.way_hint.to_owned() value=flow.way options=ways/>
        <Disclosure summary=words.first>
            <p>{words.first_text}</p>
            <ul>
                <li><NewWindowLink href=GUIDE text=words.guide/></li>
                <li><a href="tel:1577-5500">{words.help}</a></li>
            </ul>
        </Disclosure>
    }
}
