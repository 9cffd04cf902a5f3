//! A code of a list: typed, or found by the picker (manual rows D92, D108 to D110, W60).

use super::code_name::name_typed;
use super::is_optional;
use crate::i18n::{list_words, local};
use crate::steps::code_picker::ask::{Ask, CodePicker};
use crate::steps::code_picker::spelling::{named, spelled};
use crate::ui::button::{Button, ButtonKind, ButtonSize};
use crate::ui::field::{TextField, Width};
use crate::wizard::bind::Binder;
use gaip_contract::bodies::CodeRow;
use gaip_domain::portal::Field;
use gaip_domain::value::{CodeList, HsCode, IndustryCode};
use leptos::prelude::*;

/// What the box shows and what stands under it.
#[derive(Clone, Copy)]
pub struct Typed {
    /// The list.
    pub list: CodeList,
    /// The text.
    pub value: RwSignal<String>,
    /// The line under it, and whether it is good.
    pub status: RwSignal<Option<(bool, String)>>,
    /// The text that the picker put in, which says so itself.
    pub chosen: StoredValue<String>,
}

impl Typed {
    /// The code that was typed, without dots; nothing where it is none.
    pub fn code(list: CodeList, typed: &str) -> Option<String> {
        match list {
            CodeList::Hs => HsCode::parse(typed).ok().map(|code| code.to_string()),
            CodeList::Ksic => IndustryCode::parse(typed).ok().map(|code| code.to_string()),
        }
    }

    fn take(self, row: &CodeRow) {
        let text = spelled(self.list, &row.code);
        self.chosen.set_value(text.clone());
        self.status.set(Some((true, format!("{} {}", list_words(self.list).chosen, named(self.list, row)))));
        self.value.set(text);
    }
}

/// The box, its picker, and the name of the code in it.
#[component]
pub fn CodeInput(
    /// The step or product that the field belongs to.
    binder: Binder,
    /// The field.
    field: &'static Field,
    /// The list that the code is of.
    list: CodeList,
) -> impl IntoView {
    let id = binder.key(&field.name);
    let error = binder.answering.error(id.clone());
    view! { <CodeField id field list value=binder.text(&field.name) error/> }
}

/// The same, wherever it is typed; a [`CodePicker`] is in the context.
#[component]
pub fn CodeField(
    /// Id of the box on the page.
    id: String,
    /// The field.
    field: &'static Field,
    /// The list that the code is of.
    list: CodeList,
    /// What is typed.
    value: RwSignal<String>,
    /// What is wrong.
    error: Signal<Option<String>>,
) -> impl IntoView {
    let typed = Typed { list, value, status: RwSignal::new(None), chosen: StoredValue::new(String::new()) };
    name_typed(typed);
    let picker = expect_context::<CodePicker>();
    let back = id.clone();
    let find = move |()| {
        let text = value.get_untracked();
        let code = Typed::code(list, &text);
        picker.open_for(Ask {
            list,
            back: back.clone(),
            // What was typed is a search where it is no code.
            query: if code.is_none() { text } else { String::new() },
            codes: Signal::stored(code.into_iter().collect()),
            max: None,
            on_choose: Callback::new(move |row: CodeRow| typed.take(&row)),
        });
    };
    let hint = field.hint.as_ref().map(local);
    view! { <CodeBox id label=local(&field.label) hint typed error optional=is_optional(field) on_find=find/> }
}

/// The box and the button beside it.
#[component]
fn CodeBox(
    id: String,
    label: String,
    hint: Option<String>,
    typed: Typed,
    error: Signal<Option<String>>,
    optional: bool,
    #[prop(into)] on_find: Callback<()>,
) -> impl IntoView {
    let Typed { list, value, status, .. } = typed;
    view! {
        <TextField id label value hint error status optional inputmode="decimal" width=Width::Medium>
            <Button kind=ButtonKind::Secondary size=ButtonSize::Medium on_click=on_find>{list_words(list).find}</Button>
        </TextField>
    }
}

/// States for the gallery.
#[cfg(feature = "gallery")]
pub const STORIES: &[crate::ui::story::Story] = {
    use super::code_name::told;
    use crate::steps::code_picker::{sample_gone, sample_hs, sample_ksic};
    use crate::ui::story::Story;
    fn shown(list: CodeList, label: &str, row: Option<CodeRow>, error: Option<&str>) -> AnyView {
        let text = row.as_ref().map(|row| spelled(list, &row.code)).unwrap_or_default();
        let status = RwSignal::new(row.map(|row| told(list, &row.code, &row)));
        let typed = Typed { list, value: RwSignal::new(text), status, chosen: StoredValue::new(String::new()) };
        let error = Signal::stored(error.map(str::to_owned));
        view! { <CodeBox id="code".to_owned() label=label.to_owned() hint=None typed error optional=false on_find=|()| {}/> }
            .into_any()
    }
    &[
        Story { name: "steps/field/hs-code-empty", view: || shown(CodeList::Hs, "H.S.CODE", None, None) },
        Story { name: "steps/field/hs-code-named", view: || shown(CodeList::Hs, "H.S.CODE", sample_hs().pop(), None) },
        Story { name: "steps/field/hs-code-gone", view: || shown(CodeList::Hs, "H.S.CODE", Some(sample_gone()), None) },
        Story { name: "steps/field/industry-empty", view: || shown(CodeList::Ksic, "업종", None, None) },
        Story {
            name: "steps/field/industry-named", view: || shown(CodeList::Ksic, "업종", sample_ksic().pop(), None)
        },
        Story {
            name: "steps/field/industry-error",
            view: || {
                let error = "업종을 입력하거나 “업종 검색”으로 찾아 주세요.";
                shown(CodeList::Ksic, "업종", None, Some(error))
            },
        },
    ]
};
