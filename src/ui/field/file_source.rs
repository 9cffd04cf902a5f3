//! Files and folders that a page looks through itself; nothing of them is sent.

use super::frame::{FieldFrame, FieldState};
use crate::ui::button::{Button, ButtonKind, ButtonSize};
use crate::ui::dynamic::dynamic;
use crate::ui::file_walk::{self, Picked};
use leptos::attr::custom::custom_attribute;
use leptos::ev::DragEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

/// A zone on which files and folders can be dropped, with an input for files and a way to choose a folder.
#[component]
pub fn FileSource(
    /// Id and name of the input for files.
    #[prop(into)]
    id: String,
    /// Name of the input for files.
    #[prop(into)]
    label: String,
    /// Which files.
    #[prop(into)]
    hint: String,
    /// Says that files and folders may be dropped here.
    #[prop(into)]
    drop_words: String,
    /// The button or input for folders; none where the browser has no way.
    #[prop(into)]
    folder: Signal<Option<String>>,
    /// Most files that are handed over.
    limit: usize,
    /// Files were chosen or dropped.
    #[prop(into)]
    on_pick: Callback<Vec<Picked>>,
) -> impl IntoView {
    view! {
        <FieldFrame id=id.clone() label hint>
            <Zone id drop_words folder limit on_pick/>
        </FieldFrame>
    }
}

#[component]
fn Zone(
    id: String,
    drop_words: String,
    folder: Signal<Option<String>>,
    limit: usize,
    on_pick: Callback<Vec<Picked>>,
) -> impl IntoView {
    let over = RwSignal::new(false);
    let drag = move |event: DragEvent| {
        event.prevent_default();
        over.set(true);
    };
    let drop = move |event: DragEvent| {
        event.prevent_default();
        over.set(false);
        // The entries must be asked for before the event is over; walking them takes longer.
        let entries = file_walk::dropped(&event);
        spawn_local(async move {
            let picked = file_walk::walk(entries, limit).await;
            on_pick.try_run(picked);
        });
    };
    view! {
        <div class="drop" class:drop--over=over on:dragenter=drag on:dragover=drag
            on:dragleave=move |_| over.set(false) on:drop=drop>
            <div class="drop__ways">
                {dynamic({
                    let id = id.clone();
                    move || folder.get().map(|words| view! { <FolderWay id=id.clone() words limit on_pick/> })
                })}
                <FilesWay id limit on_pick/>
            </div>
            <p class="drop__words">{drop_words}</p>
        </div>
    }
}

#[component]
fn FilesWay(id: String, limit: usize, on_pick: Callback<Vec<Picked>>) -> impl IntoView {
    let state = expect_context::<FieldState>();
    view! {
        <input type="file" class="drop__input" id=id.clone() name=id multiple
            aria-describedby=move || state.described_by.get()
            on:change=move |event| take(&event, limit, on_pick)/>
    }
}

/// A button where the browser hands whole folders over, else an input that lists their files.
#[component]
fn FolderWay(id: String, words: String, limit: usize, on_pick: Callback<Vec<Picked>>) -> impl IntoView {
    let id = format!("{id}-folder");
    if file_walk::has_folder_picker() {
        let press = Callback::new(move |()| {
            spawn_local(async move {
                if let Some(folder) = file_walk::pick_folder().await {
                    on_pick.try_run(vec![folder]);
                }
            });
        });
        return view! { <Button id kind=ButtonKind::Secondary size=ButtonSize::Medium on_click=press>{words}</Button> }
            .into_any();
    }
    let input = view! {
        <input type="file" class="drop__input" id=id.clone() name=id multiple aria-label=words
            on:change=move |event| take(&event, limit, on_pick)/>
    };
    // Leptos has no name for this one.
    input.add_any_attr(custom_attribute("webkitdirectory", "")).into_any()
}

fn take(event: &leptos::ev::Event, limit: usize, on_pick: Callback<Vec<Picked>>) {
    if let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) {
        let picked = file_walk::listed(input.files(), limit);
        if !picked.is_empty() {
            on_pick.run(picked);
        }
        // The same files may be chosen again.
        input.set_value("");
    }
}

/// States of [`FileSource`].
#[cfg(feature = "gallery")]
pub const STORIES: &[crate::ui::story::Story] = {
    use crate::ui::story::Story;
    fn story(folder: Option<String>) -> AnyView {
        view! {
            <FileSource id="source" label="인증서 파일" hint="signCert.der와 signPri.key를 함께 선택해 주세요."
                drop_words="폴더나 파일을 여기에 끌어다 놓을 수 있습니다." folder=Signal::stored(folder) limit=2_000 on_pick=|_| {}/>
        }
        .into_any()
    }
    &[
        Story { name: "ui/file-source/with-folders", view: || story(Some("폴더 선택".to_owned())) },
        Story { name: "ui/file-source/files-only", view: || story(None) },
    ]
};
