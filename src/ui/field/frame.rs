//! What stands round every control: label, hint, error.

use crate::ui::dynamic::dynamic;
use crate::ui::words::ui_words;
use leptos::context::Provider;
use leptos::ev::FocusEvent;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Node;

/// What a control has to know of the frame it stands in.
#[derive(Clone, Copy)]
pub(super) struct FieldState {
    /// Ids of hint and error; nothing inside a group, where the fieldset names them.
    pub described_by: Signal<Option<String>>,
    /// Whether an error is shown.
    pub invalid: Signal<bool>,
    /// Whether an answer is needed.
    pub required: bool,
    /// Whether the answer is only shown.
    pub readonly: bool,
}

/// Frame of a single control. The control carries `id`.
#[component]
pub fn FieldFrame(
    /// Id of the control.
    #[prop(into)]
    id: String,
    /// Always visible name.
    #[prop(into)]
    label: String,
    /// What to enter, above the control.
    #[prop(optional_no_strip, into)]
    hint: Option<String>,
    /// What is wrong and how to mend it.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// May stay empty; the label says so.
    #[prop(optional)]
    optional: bool,
    /// Shown, not changed.
    #[prop(optional)]
    readonly: bool,
    /// The focus left the field.
    #[prop(optional_no_strip, into)]
    on_blur: Option<Callback<()>>,
    /// The control.
    children: Children,
) -> impl IntoView {
    let state = FieldState {
        described_by: described_by(&id, hint.is_some(), error),
        invalid: Signal::derive(move || error.with(Option::is_some)),
        required: !optional,
        readonly,
    };
    view! {
        <div class="field" on:focusout=move |event| leave(&event, on_blur)>
            <label class="field__label" for=id.clone()>
                {label}
                <OptionalMark optional/>
            </label>
            <Notes id hint error/>
            <Provider value=state>{children()}</Provider>
        </div>
    }
}

/// Frame of several controls that make one answer. The first control carries `id`.
#[component]
pub fn GroupFrame(
    /// Id of the first control.
    #[prop(into)]
    id: String,
    /// Always visible name of the group.
    #[prop(into)]
    label: String,
    /// What to enter, above the controls.
    #[prop(optional_no_strip, into)]
    hint: Option<String>,
    /// What is wrong and how to mend it.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// May stay empty; the legend says so.
    #[prop(optional)]
    optional: bool,
    /// Shown, not changed.
    #[prop(optional)]
    readonly: bool,
    /// The focus left the whole group.
    #[prop(optional_no_strip, into)]
    on_blur: Option<Callback<()>>,
    /// `radiogroup` where the controls are radios.
    #[prop(optional)]
    role: Option<&'static str>,
    /// The controls.
    children: Children,
) -> impl IntoView {
    let described = described_by(&id, hint.is_some(), error);
    let state = FieldState {
        described_by: Signal::stored(None),
        invalid: Signal::derive(move || error.with(Option::is_some)),
        required: !optional,
        readonly,
    };
    view! {
        <fieldset
            class="field"
            role=role
            aria-describedby=move || described.get()
            aria-required=(role.is_some() && !optional).then_some("true")
            on:focusout=move |event| leave(&event, on_blur)
        >
            <legend class="field__label">
                {label}
                <OptionalMark optional/>
            </legend>
            <Notes id hint error/>
            <Provider value=state>{children()}</Provider>
        </fieldset>
    }
}

/// The mark of an answer that may stay empty. Required ones carry none: they are the rule.
#[component]
fn OptionalMark(optional: bool) -> impl IntoView {
    optional.then(|| view! { <span class="field__optional">" "{ui_words().optional}</span> })
}

/// Hint and error, in this order.
#[component]
pub(super) fn Notes(id: String, hint: Option<String>, error: Signal<Option<String>>) -> impl IntoView {
    let error_id = format!("{id}-error");
    view! {
        {hint.map(|hint| view! { <p class="field__hint" id=format!("{id}-hint")>{hint}</p> })}
        {dynamic(move || {
            error.get().map(|error| {
                view! {
                    <p class="field__error" id=error_id.clone()>
                        <span class="visually-hidden">{ui_words().error_prefix}" "</span>
                        {error}
                    </p>
                }
            })
        })}
    }
}

/// The ids of hint and error, as far as they are shown.
pub(super) fn described_by(id: &str, hint: bool, error: Signal<Option<String>>) -> Signal<Option<String>> {
    let hint = hint.then(|| format!("{id}-hint"));
    let wrong = format!("{id}-error");
    Signal::derive(move || match (&hint, error.with(Option::is_some)) {
        (Some(hint), true) => Some(format!("{hint} {wrong}")),
        (Some(hint), false) => Some(hint.clone()),
        (None, true) => Some(wrong.clone()),
        (None, false) => None,
    })
}

/// Tells that the focus left, unless it only moved on inside.
fn leave(event: &FocusEvent, on_blur: Option<Callback<()>>) {
    let Some(on_blur) = on_blur else { return };
    let frame = event.current_target().and_then(|target| target.dyn_into::<Node>().ok());
    let next = event.related_target().and_then(|target| target.dyn_into::<Node>().ok());
    if !frame.is_some_and(|frame| next.is_some() && frame.contains(next.as_ref())) {
        on_blur.run(());
    }
}
