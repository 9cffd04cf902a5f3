//! A Korean address.

use super::frame::GroupFrame;
use super::input_box::{InputBox, Typed, Width};
use super::parts::{put, text};
use crate::ui::button::{Button, ButtonKind, ButtonSize};
use crate::ui::words::ui_words;
use leptos::prelude::*;

/// Postcode, street address and detail. The search fills the first two; they can always be typed,
/// for a new street, or when the search is out of reach.
#[component]
pub fn AddressField(
    /// Id of the postcode; `-street` and `-detail` follow.
    #[prop(into)]
    id: String,
    /// Always visible name of the group.
    #[prop(into)]
    label: String,
    /// Postcode, street address, detail.
    value: RwSignal<Vec<String>>,
    /// The search for an address was asked for.
    on_search: Callback<()>,
    /// What to enter.
    #[prop(optional_no_strip, into)]
    hint: Option<String>,
    /// What is wrong.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// May stay empty.
    #[prop(optional)]
    optional: bool,
    /// Shown, not changed.
    #[prop(optional)]
    readonly: bool,
    /// The focus left the group.
    #[prop(optional_no_strip, into)]
    on_blur: Option<Callback<()>>,
) -> impl IntoView {
    let words = ui_words();
    let (street, detail) = (format!("{id}-street"), format!("{id}-detail"));
    let write = move |at| move |typed: Typed| put(value, at, typed.text());
    view! {
        <GroupFrame id=id.clone() label hint error optional readonly on_blur>
            <div class="field__line">
                <label class="field__sublabel" for=id.clone()>{words.postcode}</label>
                <div class="field__row">
                    <InputBox id value=text(value, 0) on_input=write(0) inputmode="numeric"
                        autocomplete="postal-code" width=Width::Short/>
                    {(!readonly)
                        .then(|| {
                            view! {
                                <Button kind=ButtonKind::Secondary size=ButtonSize::Medium on_click=on_search>
                                    {words.find_address}
                                </Button>
                            }
                        })}
                </div>
            </div>
            <div class="field__line">
                <label class="field__sublabel" for=street.clone()>{words.street_address}</label>
                <InputBox id=street value=text(value, 1) on_input=write(1) autocomplete="address-line1"/>
            </div>
            <div class="field__line">
                <label class="field__sublabel" for=detail.clone()>{words.address_detail}</label>
                <InputBox id=detail value=text(value, 2) on_input=write(2) autocomplete="address-line2"
                    required=false/>
            </div>
        </GroupFrame>
    }
}

/// States of [`AddressField`].
#[cfg(feature = "gallery")]
pub const STORIES: &[crate::ui::story::Story] = {
    use crate::ui::story::Story;
    fn nothing() -> Callback<()> {
        Callback::new(|()| {})
    }
    fn address(parts: &[&str]) -> RwSignal<Vec<String>> {
        RwSignal::new(parts.iter().map(|&part| part.to_owned()).collect())
    }
    &[
        Story {
            name: "ui/address/empty",
            view: || {
                view! { <AddressField id="address" label="본사 주소" value=address(&[]) on_search=nothing()/> }
                    .into_any()
            },
        },
        Story {
            name: "ui/address/filled-optional",
            view: || {
                view! {
                    <AddressField id="address-2" label="공장 주소" on_search=nothing() optional=true
                        value=address(&["34103", "대전광역시 유성구 테크노2로 199", "미건테크노월드 1차 305호"])/>
                }
                .into_any()
            },
        },
        Story {
            name: "ui/address/error",
            view: || {
                view! {
                    <AddressField id="address-3" label="본사 주소" value=address(&["34103", "", ""]) on_search=nothing()
                        hint="사업자등록증에 적힌 주소입니다.".to_owned() error="도로명주소를 입력해 주세요."/>
                }
                .into_any()
            },
        },
        Story {
            name: "ui/address/readonly",
            view: || {
                view! {
                    <AddressField id="address-4" label="본사 주소" on_search=nothing() readonly=true
                        value=address(&["34103", "대전광역시 유성구 테크노2로 199", ""])/>
                }
                .into_any()
            },
        },
    ]
};
