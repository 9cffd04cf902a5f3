//! Agrees to everything of one kind at once.

use super::checkbox::Checkbox;
use leptos::prelude::*;

/// The checkbox above a list of documents, with what it does in plain words.
#[component]
pub fn ConsentAll(
    /// Id of the checkbox.
    #[prop(into)]
    id: String,
    /// Its words: 전체 필수 선택동의.
    #[prop(into)]
    label: String,
    /// What it covers and what it leaves alone.
    #[prop(into)]
    description: String,
    /// How many of the documents it covers are agreed to, and how many it covers.
    #[prop(into)]
    agreed: Signal<(usize, usize)>,
    /// Agree to all it covers, or to none.
    #[prop(into)]
    on_change: Callback<bool>,
) -> impl IntoView {
    let all = Signal::derive(move || {
        let (agreed, of) = agreed.get();
        agreed == of
    });
    let some = Signal::derive(move || {
        let (agreed, of) = agreed.get();
        0 < agreed && agreed < of
    });
    view! {
        <div class="consent-all">
            <Checkbox id label note=description checked=all indeterminate=some on_change/>
        </div>
    }
}

/// States of [`ConsentAll`].
#[cfg(feature = "gallery")]
pub const STORIES: &[crate::ui::story::Story] = {
    use crate::ui::story::Story;
    const WORDS: &str = "필수 약관 3건에 모두 동의합니다. 선택 약관은 아래에서 따로 고를 수 있습니다.";
    fn nothing(_: bool) {}
    &[
        Story {
            name: "ui/consent-all/none",
            view: || {
                view! {
                    <ConsentAll id="all" label="전체 필수 선택동의" description=WORDS agreed=(0, 3) on_change=nothing/>
                }
                .into_any()
            },
        },
        Story {
            name: "ui/consent-all/some",
            view: || {
                view! {
                    <ConsentAll id="all-2" label="전체 필수 선택동의" description=WORDS agreed=(1, 3) on_change=nothing/>
                }
                .into_any()
            },
        },
        Story {
            name: "ui/consent-all/all",
            view: || {
                view! {
                    <ConsentAll id="all-3" label="전체 필수 선택동의" description=WORDS agreed=(3, 3) on_change=nothing/>
                }
                .into_any()
            },
        },
    ]
};
