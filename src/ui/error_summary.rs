//! What is wrong in a form, at its head, with a link to each field.

use leptos::prelude::*;

use super::focus::focus_id;
use super::icon::{Icon, Symbol};
use super::words::ui_words;

/// The list of errors; nothing while there are none. How many there are is announced.
#[component]
pub fn ErrorSummary(
    /// Field id and message, in the order of the fields.
    #[prop(into)]
    errors: Signal<Vec<(String, String)>>,
) -> impl IntoView {
    let words = ui_words();
    let count = move || errors.with(|errors| (!errors.is_empty()).then(|| (words.error_count)(errors.len())));
    let list = move || {
        let errors = errors.get();
        (!errors.is_empty()).then(|| {
            view! {
                <section class="error-summary" aria-labelledby="error-summary-title">
                    <h2 class="error-summary__title" id="error-summary-title">
                        <Icon symbol=Symbol::Danger />
                        {words.error_heading}
                    </h2>
                    <ul class="error-summary__list">
                        {errors.into_iter().map(|(id, message)| link(id, message)).collect_view()}
                    </ul>
                </section>
            }
        })
    };
    view! {
        <p class="visually-hidden" role="alert">
            {count}
        </p>
        {list}
    }
}

fn link(id: String, message: String) -> impl IntoView {
    let href = format!("#{id}");
    let go = move |event: leptos::ev::MouseEvent| {
        // Without this the address, and with it the browser's history, would change.
        event.prevent_default();
        focus_id(&id);
    };
    view! {
        <li>
            <a href=href on:click=go>
                {message}
            </a>
        </li>
    }
}

/// States for the gallery.
#[cfg(feature = "gallery")]
pub const STORIES: &[super::story::Story] = {
    use super::story::Story;
    fn story(errors: &[(&str, &str)]) -> AnyView {
        let errors: Vec<_> = errors.iter().map(|(id, message)| ((*id).to_owned(), (*message).to_owned())).collect();
        view! { <ErrorSummary errors=Signal::stored(errors) /> }.into_any()
    }
    &[
        Story { name: "ui/error-summary/none", view: || story(&[]) },
        Story {
            name: "ui/error-summary/several",
            view: || {
                story(&[
                    ("business-number", "사업자등록번호 10자리를 입력해 주세요."),
                    ("email", "이메일 주소에 '@'를 넣어 주세요. 예: name@example.com"),
                    ("terms", "필수 약관에 모두 동의해야 가입할 수 있습니다."),
                ])
            },
        },
    ]
};
