//! The bare one-line control inside the frames.

use super::frame::FieldState;
use leptos::ev::CompositionEvent;
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement, InputEvent};

/// How wide a control is: as long as the answer it expects.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub enum Width {
    /// Up to four characters: a year.
    Tiny,
    /// Up to ten: a postcode, an amount.
    Short,
    /// Up to twenty: a telephone number, a login id.
    Medium,
    /// The whole column.
    #[default]
    Full,
}

impl Width {
    /// The style class.
    pub(super) fn class(self) -> &'static str {
        match self {
            Self::Tiny => "input input--tiny",
            Self::Short => "input input--short",
            Self::Medium => "input input--medium",
            Self::Full => "input",
        }
    }
}

/// A change of the text, with the means to look at how it came about.
pub(super) struct Typed {
    /// The element typed into.
    pub input: HtmlInputElement,
    /// The browser's `inputType`; empty when a password manager or autofill wrote.
    pub how: String,
    /// An input method is in the middle of a syllable: hands off the text.
    pub composing: bool,
}

impl Typed {
    fn new(event: &Event, composing: bool) -> Option<Self> {
        let input = event.target()?.dyn_into().ok()?;
        let typing = event.dyn_ref::<InputEvent>();
        Some(Self {
            input,
            how: typing.map(InputEvent::input_type).unwrap_or_default(),
            composing: composing && typing.is_some_and(InputEvent::is_composing),
        })
    }

    /// The text now in the box.
    pub fn text(&self) -> String {
        self.input.value()
    }

    /// Whether the text arrived at once (paste, drop, autofill) rather than key by key.
    pub fn whole(&self) -> bool {
        matches!(self.how.as_str(), "" | "insertFromPaste" | "insertFromDrop" | "insertReplacementText")
    }
}

/// A text input that takes `aria-*` from the frame round it.
#[component]
pub(super) fn InputBox(
    /// Id and name.
    #[prop(into)]
    id: String,
    /// The text as typed.
    #[prop(into)]
    value: Signal<String>,
    /// Every change of the text.
    #[prop(into)]
    on_input: Callback<Typed>,
    /// `type`.
    #[prop(into, default = Signal::stored("text"))]
    kind: Signal<&'static str>,
    /// `autocomplete` token (WCAG 1.3.5).
    #[prop(default = "off")]
    autocomplete: &'static str,
    /// On-screen keyboard.
    #[prop(optional_no_strip, into)]
    inputmode: Option<&'static str>,
    /// Length of the expected answer.
    #[prop(optional)]
    width: Width,
    /// Name, where no label element points here.
    #[prop(optional_no_strip, into)]
    label: Option<String>,
    /// Needed although the frame's answer is optional, or the reverse.
    #[prop(optional_no_strip, into)]
    required: Option<bool>,
    /// The focus left this box.
    #[prop(optional, into)]
    on_blur: Option<Callback<()>>,
    /// The element, for the caller.
    #[prop(optional)]
    node: NodeRef<html::Input>,
) -> impl IntoView {
    let state = expect_context::<FieldState>();
    keep_text(node, value, HtmlInputElement::value, HtmlInputElement::set_value);
    let words = matches!(inputmode, None | Some("search"));
    let typed = move |typed: Option<Typed>| {
        if let Some(typed) = typed {
            on_input.run(typed);
        }
    };
    view! {
        <input
            class=width.class()
            id=id.clone()
            name=id
            type=move || kind.get()
            value=(kind.get_untracked() != "password").then(|| value.get_untracked())
            node_ref=node
            autocomplete=autocomplete
            inputmode=inputmode
            autocapitalize="none"
            spellcheck=(kind.get_untracked() == "password" || !words).then_some("false")
            readonly=state.readonly
            aria-label=label
            aria-describedby=move || state.described_by.get()
            aria-invalid=move || state.invalid.get().then_some("true")
            aria-required=required.unwrap_or(state.required).then_some("true")
            on:input=move |event| typed(Typed::new(&event, true))
            on:compositionend=move |event: CompositionEvent| typed(Typed::new(&event, false))
            on:blur=move |_| {
                if let Some(on_blur) = on_blur {
                    on_blur.run(());
                }
            }
        />
    }
}

/// Keeps an element's text in step with a signal, touching it only where the two differ, so that
/// a composing input method and the caret are left alone.
pub(super) fn keep_text<E>(
    node: NodeRef<E>,
    value: Signal<String>,
    read: fn(&E::Output) -> String,
    write: fn(&E::Output, &str),
) where
    E: html::ElementType + 'static,
    E::Output: JsCast + Clone + 'static,
{
    Effect::new(move || {
        let text = value.get();
        if let Some(element) = node.get()
            && read(&element) != text
        {
            write(&element, &text);
        }
    });
}
