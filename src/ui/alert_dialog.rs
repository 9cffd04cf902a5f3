//! What a browser's own alert box would say, in the page: its text can be marked and copied, and the code quoted.

use super::button::Button;
use super::focus::focus_soon;
use super::modal::{Modal, ModalKind};
use leptos::prelude::*;

/// An alert that is answered by its one button, which has the focus.
#[component]
pub fn AlertDialog(
    /// Id of the dialog, unique in the page.
    id: &'static str,
    /// Whether it is shown.
    open: RwSignal<bool>,
    /// Title.
    title: &'static str,
    /// What it says.
    text: &'static str,
    /// The name of the code, and the code.
    code: (&'static str, &'static str),
    /// The button's word.
    confirm: &'static str,
    /// The button was pressed.
    on_confirm: Callback<()>,
) -> impl IntoView {
    let (button, body) = (format!("{id}-confirm"), format!("{id}-text"));
    let focus = button.clone();
    Effect::new(move || {
        if open.get() {
            focus_soon(focus.clone());
        }
    });
    let press = move |()| {
        open.set(false);
        on_confirm.run(());
    };
    view! {
        <Modal
            id
            open
            title
            kind=ModalKind::Decision
            described_by=body.clone()
            footer=move || {
                view! {
                    <Button id=button.clone() on_click=press>
                        {confirm}
                    </Button>
                }
            }
        >
            <div id=body>
                <p>{text}</p>
                <p>{code.0} ": " <code>{code.1}</code></p>
            </div>
        </Modal>
    }
}

/// States for the gallery.
#[cfg(feature = "gallery")]
pub const STORIES: &[super::story::Story] = &[super::story::Story {
    name: "ui/alert-dialog",
    view: || {
        view! {
            <AlertDialog
                id="story-alert"
                open=RwSignal::new(true)
                title="인증서 확인"
                text="인증서 정보와 입력하신 번호가 일치하지 않습니다."
                code=("오류 코드", "certificate_other_company")
                confirm="확인"
                on_confirm=Callback::new(|()| {})
            />
        }
        .into_any()
    },
}];
