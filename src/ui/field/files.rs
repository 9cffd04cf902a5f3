//! Files to send.

use super::file_row::{FileRow, FileRowView};
use super::frame::{FieldFrame, FieldState};
use crate::ui::dynamic::dynamic;
use crate::ui::focus::focus_id;
use crate::ui::words::ui_words;
use leptos::ev::DragEvent;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{File, FileList, HtmlInputElement};

/// A native file input in a zone files can be dropped on, and the list of the files so far. The
/// input stays usable when the files are enough: the caller says what is wrong.
#[component]
pub fn FilesField(
    /// Id and name of the input.
    #[prop(into)]
    id: String,
    /// Always visible name.
    #[prop(into)]
    label: String,
    /// The files so far.
    #[prop(into)]
    rows: Signal<Vec<FileRow>>,
    /// Files were chosen or dropped.
    #[prop(into)]
    on_add: Callback<Vec<File>>,
    /// A file is to go, by its id.
    #[prop(into)]
    on_remove: Callback<String>,
    /// A file is to be tried again or to go on, by its id.
    #[prop(into)]
    on_retry: Callback<String>,
    /// Most files.
    #[prop(default = 1)]
    limit: usize,
    /// `accept`: extensions and media types.
    #[prop(into)]
    accept: String,
    /// Types, size and number that are allowed.
    #[prop(optional_no_strip, into)]
    hint: Option<String>,
    /// What is wrong.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// May stay empty.
    #[prop(optional)]
    optional: bool,
) -> impl IntoView {
    let words = ui_words();
    let ids = Memo::new(move |_| rows.with(|rows| rows.iter().map(|row| row.id.clone()).collect::<Vec<_>>()));
    let input = StoredValue::new(id.clone());
    let remove = Callback::new(move |row: String| {
        on_remove.run(row);
        input.with_value(|id| focus_id(id));
    });
    view! {
        <FieldFrame id=id.clone() label hint error optional>
            <Zone id accept multiple={limit > 1} on_add/>
            <p class="field__count" role="status">
                {dynamic(move || (words.file_count)(ids.with(Vec::len), limit))}
            </p>
            <ul class="files">
                <For each=move || ids.get() key=Clone::clone let(row)>
                    {
                        let row = Memo::new(move |_| {
                            rows.with(|rows| rows.iter().find(|other| other.id == row).cloned())
                        });
                        view! { <FileRowView row on_remove=remove on_retry/> }
                    }
                </For>
            </ul>
        </FieldFrame>
    }
}

#[component]
fn Zone(id: String, accept: String, multiple: bool, on_add: Callback<Vec<File>>) -> impl IntoView {
    let words = ui_words();
    let state = expect_context::<FieldState>();
    let over = RwSignal::new(false);
    let add = move |files: Option<FileList>| {
        let files: Vec<File> =
            files.iter().flat_map(|files| (0..files.length()).filter_map(|at| files.get(at))).collect();
        if !files.is_empty() {
            on_add.run(files);
        }
    };
    let drag = move |event: DragEvent| {
        event.prevent_default();
        over.set(true);
    };
    let drop = move |event: DragEvent| {
        event.prevent_default();
        over.set(false);
        add(event.data_transfer().and_then(|data| data.files()));
    };
    let pick = move |event: leptos::ev::Event| {
        if let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) {
            add(input.files());
            // The list below holds them now, and the same file may be chosen again after a removal.
            input.set_value("");
        }
    };
    let zone_words = format!("{id}-drop");
    let describing = zone_words.clone();
    view! {
        <div
            class="drop"
            class:drop--over=over
            on:dragenter=drag
            on:dragover=drag
            on:dragleave=move |_| over.set(false)
            on:drop=drop
        >
            <p class="drop__words" id=zone_words>{words.file_drop}</p>
            <input
                type="file"
                class="drop__input"
                id=id.clone()
                name=id
                accept=accept
                multiple=multiple
                aria-describedby=move || match state.described_by.get() {
                    Some(ids) => [&ids, " ", &describing].concat(),
                    None => describing.clone(),
                }
                aria-invalid=move || state.invalid.get().then_some("true")
                on:change=pick
            />
        </div>
    }
}

/// States of [`FilesField`].
#[cfg(feature = "gallery")]
pub const STORIES: &[crate::ui::story::Story] = {
    use super::file_row::FileState;
    use crate::ui::story::Story;
    fn row(id: &str, name: &str, state: FileState) -> FileRow {
        FileRow { id: id.to_owned(), name: name.to_owned(), size: "1.2MB".to_owned(), state }
    }
    fn example(id: &'static str, rows: Vec<FileRow>, error: Option<&str>, optional: bool) -> AnyView {
        view! {
            <FilesField id label="사업자등록증 사본" rows accept=".pdf,.jpg,.jpeg,.jpe,.png" limit=10 optional
                hint="PDF, JPG, PNG 파일을 한 개에 10MB까지, 모두 10개까지 올릴 수 있습니다.".to_owned()
                error=error.map(str::to_owned) on_add=|_| {} on_remove=|_| {} on_retry=|_| {}/>
        }
        .into_any()
    }
    &[
        Story { name: "ui/files/empty", view: || example("copy", vec![], None, false) },
        Story {
            name: "ui/files/uploading-optional",
            view: || {
                let rows = vec![
                    row("a", "사업자등록증.pdf", FileState::Done),
                    row(
                        "b",
                        "수출실적증명원_2023년부터_2025년까지_한국무역협회_발급_원본_스캔.pdf",
                        FileState::Uploading(42),
                    ),
                    row("c", "공장등록증.jpg", FileState::Paused(80)),
                ];
                example("copy-2", rows, None, true)
            },
        },
        Story {
            name: "ui/files/error",
            view: || {
                let failed = FileState::Failed("암호가 걸린 파일입니다. 암호를 풀고 다시 올려 주세요.".to_owned());
                example(
                    "copy-3",
                    vec![row("a", "사업자등록증.pdf", failed)],
                    Some("올리지 못한 파일이 있습니다."),
                    false,
                )
            },
        },
    ]
};
