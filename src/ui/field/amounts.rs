//! One amount a year.

use super::frame::GroupFrame;
use super::number::NumberBox;
use super::parts::{put, text};
use leptos::prelude::*;

/// An amount for each of some years, the sales of the last three for instance.
#[component]
pub fn AmountsField(
    /// Id of the first amount; the others follow as `-2`, `-3`.
    #[prop(into)]
    id: String,
    /// Always visible name of the group.
    #[prop(into)]
    label: String,
    /// Names of the amounts: the years.
    years: Vec<String>,
    /// The texts as typed, one a year.
    value: RwSignal<Vec<String>>,
    /// What is counted: 백만원.
    #[prop(into)]
    unit: String,
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
    let first = id.clone();
    let rows = move || {
        years
            .into_iter()
            .enumerate()
            .map(|(at, year)| {
                let id = if at == 0 { first.clone() } else { format!("{first}-{}", at + 1) };
                view! {
                    <div class="field__line">
                        <label class="field__sublabel" for=id.clone()>{year}</label>
                        <NumberBox id value=text(value, at) on_input=move |text| put(value, at, text)
                            unit=unit.clone()/>
                    </div>
                }
            })
            .collect_view()
    };
    view! {
        <GroupFrame id label hint error optional readonly on_blur>
            {rows()}
        </GroupFrame>
    }
}

/// States of [`AmountsField`].
#[cfg(feature = "gallery")]
pub const STORIES: &[crate::ui::story::Story] = {
    use crate::ui::story::Story;
    fn years() -> Vec<String> {
        ["2023년", "2024년", "2025년"].map(str::to_owned).into()
    }
    fn amounts(amounts: &[&str]) -> RwSignal<Vec<String>> {
        RwSignal::new(amounts.iter().map(|&amount| amount.to_owned()).collect())
    }
    &[
        Story {
            name: "ui/amounts/empty",
            view: || {
                view! {
                    <AmountsField id="sales" label="최근 3년 매출액" value=amounts(&[]) years=years() unit="백만원"
                        hint="결산 재무제표를 기준으로 입력해 주세요. 없으면 0을 입력해 주세요.".to_owned()/>
                }
                .into_any()
            },
        },
        Story {
            name: "ui/amounts/filled-optional",
            view: || {
                view! {
                    <AmountsField id="sales-2" label="최근 3년 수출액" value=amounts(&["0", "1250", "13400"])
                        years=years() unit="천달러" optional=true/>
                }
                .into_any()
            },
        },
        Story {
            name: "ui/amounts/error",
            view: || {
                view! {
                    <AmountsField id="sales-3" label="최근 3년 매출액" value=amounts(&["120", "", "90"]) years=years()
                        unit="백만원" error="2024년 매출액을 입력해 주세요."/>
                }
                .into_any()
            },
        },
        Story {
            name: "ui/amounts/readonly",
            view: || {
                view! {
                    <AmountsField id="sales-4" label="최근 3년 매출액" value=amounts(&["120", "150", "90"])
                        years=years() unit="백만원" readonly=true/>
                }
                .into_any()
            },
        },
    ]
};
