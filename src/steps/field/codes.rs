//! Codes of things that one is interested in (manual rows T61, T62): chosen in the picker, which stays open for several.

use super::is_optional;
use crate::api::codes as api;
use crate::i18n::{code_words, fill, list_words, local};
use crate::steps::code_picker::ask::{Ask, CodePicker};
use crate::steps::code_picker::spelling::{named, spelled};
use crate::ui::button::{Button, ButtonKind, ButtonSize};
use crate::ui::field::{Chips, Choice, GroupFrame};
use crate::wizard::bind::Binder;
use gaip_contract::bodies::CodeRow;
use gaip_domain::portal::Field;
use gaip_domain::value::CodeList;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The chosen codes, each with a way back, and the picker.
#[component]
pub fn CodesInput(
    /// The step or product that the field belongs to.
    binder: Binder,
    /// The field.
    field: &'static Field,
    /// The list that they are of.
    list: CodeList,
    /// Most codes.
    max: u32,
) -> impl IntoView {
    let id = binder.key(&field.name);
    let value = binder.list(&field.name);
    let error = binder.answering.error(id.clone());
    let rows = RwSignal::new(Vec::new());
    name_saved(list, value, rows);
    let picker = expect_context::<CodePicker>();
    let back = id.clone();
    let find = move |()| {
        picker.open_for(Ask {
            list,
            back: back.clone(),
            query: String::new(),
            codes: value.into(),
            max: Some(max),
            on_choose: Callback::new(move |row: CodeRow| change(value, rows, row)),
        });
    };
    let hint = field.hint.as_ref().map(local);
    view! {
        <CodesBox id list label=local(&field.label) hint value rows max error optional=is_optional(field) on_find=find/>
    }
}

/// Puts a code in, or takes it out again.
fn change(value: RwSignal<Vec<String>>, rows: RwSignal<Vec<CodeRow>>, row: CodeRow) {
    let had = value.with_untracked(|codes| codes.contains(&row.code));
    rows.update(|rows| {
        rows.retain(|known| known.code != row.code);
        rows.push(row.clone());
    });
    value.update(|codes| if had { codes.retain(|code| *code != row.code) } else { codes.push(row.code) });
}

/// Looks up the names of the codes that were chosen earlier.
fn name_saved(list: CodeList, value: RwSignal<Vec<String>>, rows: RwSignal<Vec<CodeRow>>) {
    Effect::new(move |before: Option<()>| {
        if before.is_none() {
            spawn_local(async move {
                for code in value.get_untracked() {
                    if let Ok(row) = api::row(list, &code).await
                        && rows.try_update(|rows| rows.push(row)).is_none()
                    {
                        return;
                    }
                }
            });
        }
    });
}

#[component]
fn CodesBox(
    id: String,
    list: CodeList,
    label: String,
    hint: Option<String>,
    value: RwSignal<Vec<String>>,
    rows: RwSignal<Vec<CodeRow>>,
    max: u32,
    error: Signal<Option<String>>,
    optional: bool,
    #[prop(into)] on_find: Callback<()>,
) -> impl IntoView {
    let words = code_words();
    let chosen = Signal::derive(move || {
        let name = |code: &String| {
            let row = rows.with(|rows| rows.iter().find(|row| row.code == *code).map(|row| named(list, row)));
            Choice::new(code.clone(), row.unwrap_or_else(|| spelled(list, code)))
        };
        value.with(|codes| codes.iter().map(name).collect::<Vec<_>>())
    });
    let count = move || fill(&fill(words.picked_count, value.with(Vec::len)), max);
    view! {
        <GroupFrame id=id.clone() label hint error optional>
            <Chips id=id.clone() chosen value readonly=false/>
            <p class="field__count">{count}</p>
            <Button id kind=ButtonKind::Secondary size=ButtonSize::Medium on_click=on_find>{list_words(list).find}</Button>
        </GroupFrame>
    }
}

/// States for the gallery.
#[cfg(feature = "gallery")]
pub const STORIES: &[crate::ui::story::Story] = {
    use crate::steps::code_picker::sample_hs;
    use crate::ui::story::Story;
    fn shown(count: usize, error: Option<&str>) -> AnyView {
        let rows: Vec<CodeRow> = sample_hs().into_iter().take(count).collect();
        let value = RwSignal::new(rows.iter().map(|row| row.code.clone()).collect());
        let error = Signal::stored(error.map(str::to_owned));
        let (id, label) = ("codes".to_owned(), "관심 품목".to_owned());
        let hint = Some("관심 있는 품목의 HS CODE를 3개까지 골라 주세요.".to_owned());
        let rows = RwSignal::new(rows);
        let list = CodeList::Hs;
        view! { <CodesBox id list label hint value rows max=3 error optional=false on_find=|()| {}/> }.into_any()
    }
    &[
        Story { name: "steps/field/hs-codes-empty", view: || shown(0, None) },
        Story { name: "steps/field/hs-codes-filled", view: || shown(2, None) },
        Story { name: "steps/field/hs-codes-full", view: || shown(3, None) },
        Story {
            name: "steps/field/hs-codes-error",
            view: || shown(0, Some("관심 품목을 “HS코드 검색”으로 하나 이상 골라 주세요.")),
        },
    ]
};
