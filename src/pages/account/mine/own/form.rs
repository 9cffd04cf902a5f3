//! The form: what stays, what can be changed, and what a change of it wants.

use super::code::NewEmail;
use super::editing::{Editing, PASSWORD};
use super::fields::OwnFields;
use super::kept::Kept;
use crate::i18n::own_words;
use crate::pages::account::mine::{LogInAgain, Section};
use crate::steps::code_picker::CodePickerDialog;
use crate::steps::code_picker::ask::CodePicker;
use crate::ui::alert::{Live, Notice, NoticeKind};
use crate::ui::button::{Button, ButtonKind};
use crate::ui::dynamic::dynamic;
use crate::ui::error_summary::ErrorSummary;
use crate::ui::field::PasswordField;
use crate::ui::focus::focus_soon;
use gaip_contract::ProblemCode;
use gaip_domain::own::OwnForm;
use leptos::prelude::*;

/// Everything that the member sees of what was entered.
#[component]
pub fn InfoForm(
    /// What is typed.
    editing: Editing,
) -> impl IntoView {
    let words = own_words();
    let errors = Signal::derive(move || editing.errors());
    let forms: Vec<(OwnForm<'static>, _)> = editing.forms.get_value();
    let some = forms.iter().any(|(_, typed)| !typed.is_empty());
    let password = editing.info.with_value(|info| info.password);
    let sensitive = Memo::new(move |_| editing.is_sensitive());
    // One dialog for all the codes that the forms ask for.
    let picker = CodePicker::default();
    provide_context(picker);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        editing.save();
    };
    view! {
        <p class="field__status field__status--good" role="status">{editing.said}</p>
        <ErrorSummary errors/>
        {dynamic(move || editing.reason().map(|(code, text)| view! { <Refused editing code text/> }))}
        {(some && !password).then(|| view! { <Fresh editing/> })}
        <Kept editing/>
        {(!some).then_some(view! { <p>{words.nothing}</p> })}
        {some.then(|| view! {
            <form class="papers" novalidate on:submit=submit>
                {forms.into_iter().map(|(form, typed)| view! { <OwnFields editing form typed/> }).collect_view()}
                <NewEmail editing/>
                {dynamic(move || (sensitive.get() && password).then(|| view! {
                    <PasswordField id=PASSWORD label=words.password value=editing.password
                        hint=words.password_hint.to_owned() error=editing.error(PASSWORD.to_owned())/>
                }))}
                <Button submit=true busy=editing.busy>{words.save}</Button>
            </form>
        })}
        <CodePickerDialog picker/>
    }
}

/// What stands in for a password, before anything is typed: a login of minutes ago, or the company's certificate.
#[component]
fn Fresh(editing: Editing) -> impl IntoView {
    let words = own_words();
    let proven = Callback::new(move |()| {
        editing.fresh.set(true);
        editing.failure.set(None);
        // The button that was pressed is gone.
        focus_soon("page-title");
    });
    dynamic(move || {
        if editing.fresh.get() {
            return view! { <Notice><p>{words.fresh_now}</p></Notice> }.into_any();
        }
        let leave = Callback::new(move |failed| editing.log_in_again(failed));
        view! {
            <Notice kind=NoticeKind::Warning title=words.fresh_title>
                <p>{words.fresh_text}</p>
                <p>{words.fresh_cost}</p>
                <LogInAgain portal=editing.portal back=Section::Change on_proven=proven on_leave=leave/>
            </Notice>
        }
        .into_any()
    })
}

/// Why it was not saved, and the way on where another window was first.
#[component]
fn Refused(editing: Editing, code: Option<ProblemCode>, text: String) -> impl IntoView {
    let words = own_words();
    if code != Some(ProblemCode::InfoChanged) {
        return view! { <Notice kind=NoticeKind::Danger live=Live::Assertive><p>{text}</p></Notice> }.into_any();
    }
    view! {
        <Notice kind=NoticeKind::Warning title=words.conflict live=Live::Assertive>
            <p>{words.conflict_text}</p>
            <Button kind=ButtonKind::Secondary on_click=move |()| editing.adopt()>{words.conflict_look}</Button>
        </Notice>
    }
    .into_any()
}
