//! Dialogs over the page, on the browser's own `<dialog>`: it traps and returns the focus.

use leptos::html::Dialog;
use leptos::prelude::*;

use super::icon::{Icon, Symbol};
use super::words::ui_words;

/// How a dialog meets the person.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub enum ModalKind {
    /// Can be left with Esc or the cross.
    #[default]
    Dialog,
    /// Can be left likewise; fills the window on phones. For long text.
    Sheet,
    /// Asks for a decision: no cross, no Esc.
    Decision,
}

/// A modal dialog. Opens and closes with `open`, and sets it to false when left.
#[component]
pub fn Modal(
    /// Id of the dialog, unique in the page.
    #[prop(into)]
    id: String,
    /// Whether it is shown.
    open: RwSignal<bool>,
    /// Title.
    #[prop(into)]
    title: String,
    /// How it meets the person.
    #[prop(optional)]
    kind: ModalKind,
    /// Id of the element that is read with the title.
    #[prop(into, optional)]
    described_by: Option<String>,
    /// The buttons, always in sight.
    #[prop(into, optional)]
    footer: Option<ViewFn>,
    /// The body.
    children: Children,
) -> impl IntoView {
    let dialog = NodeRef::<Dialog>::new();
    let decision = kind == ModalKind::Decision;
    Effect::new(move || {
        let Some(dialog) = dialog.get() else { return };
        match (open.get(), dialog.open()) {
            (true, false) => drop(dialog.show_modal()),
            (false, true) => dialog.close(),
            _ => {}
        }
    });
    let cancelled = move |event: leptos::ev::Event| {
        if decision {
            event.prevent_default();
        }
    };
    let closed = move |_| {
        // A browser may close a dialog on a second Esc whatever we say; a decision stays open.
        match dialog.get_untracked() {
            Some(dialog) if decision && open.get_untracked() => drop(dialog.show_modal()),
            _ => open.set(false),
        }
    };
    let title_id = format!("{id}-title");
    let labelled_by = title_id.clone();
    // Long text must scroll by keyboard where the browser does not see to it.
    let sheet = kind == ModalKind::Sheet;
    let body_label = sheet.then(|| title_id.clone());
    let class = match kind {
        ModalKind::Sheet => "modal modal--sheet",
        ModalKind::Dialog | ModalKind::Decision => "modal",
    };
    view! {
        <dialog
            id=id
            class=class
            node_ref=dialog
            role=decision.then_some("alertdialog")
            aria-labelledby=labelled_by
            aria-describedby=described_by
            on:cancel=cancelled
            on:close=closed
        >
            <div class="modal__frame">
                <h2 class="modal__title" id=title_id tabindex="-1" autofocus>
                    {title}
                </h2>
                <div
                    class="modal__body"
                    role=sheet.then_some("region")
                    tabindex=sheet.then_some("0")
                    aria-labelledby=body_label
                >
                    {children()}
                </div>
                {footer.map(|footer| view! { <div class="modal__footer">{footer.run()}</div> })}
                {(!decision)
                    .then(|| {
                        view! {
                            <button type="button" class="modal__close" on:click=move |_| open.set(false)>
                                <Icon symbol=Symbol::Close />
                                <span class="visually-hidden">{ui_words().close}</span>
                            </button>
                        }
                    })}
            </div>
        </dialog>
    }
}

/// States for the gallery.
#[cfg(feature = "gallery")]
pub const STORIES: &[super::story::Story] = {
    use super::button::{Button, ButtonGroup, ButtonKind};
    use super::story::Story;
    &[
        Story {
            name: "ui/modal/dialog",
            view: || {
                let open = RwSignal::new(true);
                view! {
                    <Button on_click=move |()| open.set(true)>"열기"</Button>
                    <Modal
                        id="story-modal"
                        open=open
                        title="이미 가입된 사업자입니다"
                        footer=move || {
                            view! {
                                <ButtonGroup>
                                    <Button kind=ButtonKind::Tertiary on_click=move |()| open.set(false)>"취소"</Button>
                                    <Button on_click=move |()| open.set(false)>"로그인하기"</Button>
                                </ButtonGroup>
                            }
                        }
                    >
                        <p>"이 사업자등록번호로 가입한 기업회원이 있습니다. 로그인하거나 관리자에게 담당자 추가를 요청해 주세요."</p>
                    </Modal>
                }
                .into_any()
            },
        },
        Story {
            name: "ui/modal/sheet",
            view: || {
                let open = RwSignal::new(true);
                view! {
                    <Modal
                        id="story-sheet"
                        open=open
                        title="개인정보 수집 및 이용 동의"
                        kind=ModalKind::Sheet
                        footer=move || view! { <Button on_click=move |()| open.set(false)>"확인"</Button> }
                    >
                        {(1..=12)
                            .map(|article| {
                                view! {
                                    <h3>{format!("제{article}조 (목적)")}</h3>
                                    <p>
                                        "수집한 개인정보는 다음의 목적 이외의 용도로는 이용하지 않으며, 이용 목적이 변경되는 경우에는 별도의 동의를 받습니다."
                                    </p>
                                }
                            })
                            .collect_view()}
                    </Modal>
                }
                .into_any()
            },
        },
        Story {
            name: "ui/modal/decision",
            view: || {
                let open = RwSignal::new(true);
                view! {
                    <Modal
                        id="story-decision"
                        open=open
                        title="2분 뒤 자동으로 로그아웃됩니다"
                        kind=ModalKind::Decision
                        footer=move || {
                            view! {
                                <ButtonGroup>
                                    <Button kind=ButtonKind::Tertiary on_click=move |()| open.set(false)>"로그아웃"</Button>
                                    <Button on_click=move |()| open.set(false)>"시간 연장"</Button>
                                </ButtonGroup>
                            }
                        }
                    >
                        <p>"계속 이용하려면 시간을 연장해 주세요. 연장하지 않아도 입력한 내용은 임시 저장됩니다."</p>
                    </Modal>
                }
                .into_any()
            },
        },
    ]
};
