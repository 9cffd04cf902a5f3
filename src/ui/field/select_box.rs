//! The bare native select inside the frames.

use super::Choice;
use super::frame::FieldState;
use super::input_box::keep_text;
use leptos::html;
use leptos::prelude::*;
use web_sys::HtmlSelectElement;

/// A native select that takes `aria-*` from the frame round it. To read only, it is a text box,
/// which can be focused and copied from.
#[component]
pub(super) fn SelectBox(
    /// Id and name.
    #[prop(into)]
    id: String,
    /// Code of the choice made, or nothing.
    #[prop(into)]
    value: Signal<String>,
    /// Another choice was made.
    #[prop(into)]
    on_change: Callback<String>,
    /// The choices.
    options: Vec<Choice>,
    /// Name of the empty choice; none where one is chosen always.
    #[prop(into)]
    empty: Option<String>,
    /// `autocomplete` token.
    #[prop(default = "off")]
    autocomplete: &'static str,
    /// Style class of the width.
    #[prop(default = "input")]
    class: &'static str,
    /// Name, where no label element points here.
    #[prop(optional_no_strip, into)]
    label: Option<String>,
) -> impl IntoView {
    let state = expect_context::<FieldState>();
    if state.readonly {
        let shown = move || {
            value.with(|code| options.iter().find(|choice| &choice.code == code).map(|choice| choice.name.clone()))
        };
        return view! {
            <input
                class=class
                id=id
                readonly
                aria-label=label
                aria-describedby=move || state.described_by.get()
                value=shown
            />
        }
        .into_any();
    }
    let node = NodeRef::<html::Select>::new();
    keep_text(node, value, HtmlSelectElement::value, HtmlSelectElement::set_value);
    let initial = value.get_untracked();
    let rows = options
        .into_iter()
        .map(|choice| {
            let selected = choice.code == initial;
            view! { <option value=choice.code selected=selected>{choice.name}</option> }
        })
        .collect_view();
    view! {
        <select
            class=class
            id=id.clone()
            name=id
            node_ref=node
            autocomplete=autocomplete
            aria-label=label
            aria-describedby=move || state.described_by.get()
            aria-invalid=move || state.invalid.get().then_some("true")
            aria-required=state.required.then_some("true")
            on:change=move |event| on_change.run(event_target_value(&event))
        >
            {empty.map(|empty| view! { <option value="">{empty}</option> })}
            {rows}
        </select>
    }
    .into_any()
}
