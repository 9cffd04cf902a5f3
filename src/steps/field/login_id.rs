//! A login id with its duplicate check (manual rows D60 to D62).

use crate::api::{self, Reply};
use crate::i18n::{field_words, local, refusal};
use crate::ui::button::{Button, ButtonKind, ButtonSize};
use crate::ui::field::TextField;
use crate::ui::field::Width;
use crate::wizard::bind::Binder;
use gaip_contract::bodies::LoginIdCheck;
use gaip_contract::endpoints::CheckLoginId;
use gaip_domain::facts::FieldProblem;
use gaip_domain::portal::Field;
use gaip_domain::value::{Invalid, LoginId};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The input and its button.
#[component]
pub fn LoginIdInput(
    /// The step that the field belongs to.
    binder: Binder,
    /// The field.
    field: &'static Field,
) -> impl IntoView {
    let answering = binder.answering;
    let draft = answering.draft;
    let id = binder.key(&field.name);
    let value = binder.text(&field.name);
    let busy = RwSignal::new(false);
    let trouble = RwSignal::new(None);
    let blame = move |error: Invalid| {
        answering.problems.update(|problems| {
            problems.retain(|problem| problem.field != field.name);
            problems.insert(0, FieldProblem { field: field.name.clone(), error });
        });
    };
    let check = move |()| {
        trouble.set(None);
        if let Err(error) = LoginId::parse(&value.get_untracked()) {
            return blame(error);
        }
        busy.set(true);
        spawn_local(async move {
            let body = LoginIdCheck { login_id: value.get_untracked() };
            let reply: Reply<CheckLoginId> = api::send::<CheckLoginId>(&draft.parts(), &body).await;
            if busy.try_set(false).is_some() {
                return;
            }
            match reply {
                Ok(answer) if answer.available => {
                    answering.problems.update(|problems| problems.retain(|p| p.field != field.name));
                    draft.view.update(|view| view.checked_login_id = Some(answer.login_id));
                }
                Ok(_) => blame(Invalid::Taken),
                Err(failure) => trouble.set(draft.absorb(failure).map(|failure| refusal(&failure))),
            }
        });
    };
    // What was found counts for the id that was checked, not for what is typed after it.
    let status = Signal::derive(move || {
        if let Some(words) = trouble.get() {
            return Some((false, words));
        }
        let typed = LoginId::parse(&value.get()).ok()?;
        let free = draft.view.with(|view| view.checked_login_id.as_deref() == Some(typed.as_str()));
        free.then(|| (true, field_words().login_id_free.to_owned()))
    });
    let error = answering.error(id.clone());
    view! {
        <TextField id label=local(&field.label) value hint=field.hint.as_ref().map(local) error status
            autocomplete="username" width=Width::Medium>
            <Button kind=ButtonKind::Secondary size=ButtonSize::Medium busy on_click=check>
                {field_words().check_login_id}
            </Button>
        </TextField>
    }
}
