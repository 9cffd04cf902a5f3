//! Papers of a company that were refused, handed in again (manual rows K39, K40).

pub mod sending;

use crate::api::{self, Failure};
use crate::i18n::{field_words, fill, invalid, local, papers_words, refusal};
use crate::steps::field::options;
use crate::steps::upload::check::accept;
use crate::ui::alert::{Live, Notice, NoticeKind};
use crate::ui::button::Button;
use crate::ui::dynamic::dynamic;
use crate::ui::field::{FilesField, RadioGroup};
use crate::ui::focus::focus_soon;
use gaip_contract::bodies::{MemberView, NewPapers};
use gaip_contract::endpoints::PutMyPapers;
use gaip_contract::{Problem, ProblemCode};
use gaip_domain::facts::{Answer, Facts, FieldInput, FieldProblem, Value, Values};
use gaip_domain::form;
use gaip_domain::portal::{Field, Input, Portal};
use gaip_domain::value::Invalid;
use leptos::prelude::*;
use leptos::task::spawn_local;
use sending::Sending;

/// The form: the portal's own fields of the papers, with the way that was taken before. Nothing where the portal has none.
#[component]
pub fn PapersAgain(
    /// The portal.
    portal: &'static Portal,
    /// The member whose papers were refused.
    view: MemberView,
    /// They were handed in; the member as it is now.
    on_done: Callback<MemberView>,
) -> impl IntoView {
    let (step, fields) = portal.journey(view.converted.as_ref().unwrap_or(&view.journey))?.papers()?;
    let words = papers_words();
    let facts = StoredValue::new(view.facts);
    let way = RwSignal::new(facts.with_value(|facts| way_before(facts, &step.id, &fields)));
    let sending = Sending::default();
    let problems = RwSignal::new(Vec::<FieldProblem>::new());
    let (busy, failure) = (RwSignal::new(false), RwSignal::new(None::<Failure>));
    let form = Form { step: &step.id, fields: StoredValue::new(fields.clone()), facts, way, sending };
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        failure.set(None);
        let wrong = form.problems();
        if let Some(first) = wrong.first() {
            focus_soon(id_of(&first.field));
        }
        problems.set(wrong);
        if !problems.with_untracked(Vec::is_empty) {
            return;
        }
        busy.set(true);
        let body = form.body();
        spawn_local(async move {
            let reply = api::send::<PutMyPapers>(&[], &body).await;
            busy.try_set(false);
            match reply {
                Ok(view) => drop(on_done.try_run(view)),
                Err(Failure::Refused(problem)) if problem.code == ProblemCode::Invalid => {
                    let Problem { fields, .. } = *problem;
                    problems.try_set(fields);
                }
                Err(failed) => drop(failure.try_set(Some(failed))),
            }
        });
    };
    Some(view! {
        <section class="my__step" aria-labelledby="papers-again">
            <h2 id="papers-again">{words.title}</h2>
            <p>{words.lead}</p>
            <form class="papers" novalidate on:submit=submit>
                {fields.into_iter().map(|field| view! { <PapersField form field problems/> }).collect_view()}
                {dynamic(move || failure.get().map(|failure| view! {
                    <Notice kind=NoticeKind::Danger live=Live::Assertive><p>{refusal(&failure)}</p></Notice>
                }))}
                <Button submit=true busy>{words.submit}</Button>
            </form>
        </section>
    })
}

/// What was chosen before, which may well stay.
fn way_before(facts: &Facts, step: &str, fields: &[&Field]) -> String {
    let Some(Answer::Form(values)) = facts.answers.get(step) else { return String::new() };
    let way = fields.iter().find(|field| matches!(field.input, Input::Choice(_)));
    match way.and_then(|way| values.get(&way.name)) {
        Some(Value::Text(chosen)) => chosen.clone(),
        _ => String::new(),
    }
}

/// The fields and what is in them.
#[derive(Clone, Copy)]
struct Form {
    step: &'static str,
    fields: StoredValue<Vec<&'static Field>>,
    facts: StoredValue<Facts>,
    way: RwSignal<String>,
    sending: Sending,
}

impl Form {
    /// Whether a field is asked, given the way that is chosen now.
    fn asks(self, field: &Field) -> bool {
        let way = self.way.get();
        let mut values = Values::new();
        self.fields.with_value(|fields| {
            let choices = fields.iter().filter(|field| matches!(field.input, Input::Choice(_)));
            values.extend(choices.map(|field| (field.name.clone(), Value::Text(way.clone()))));
        });
        self.facts.with_value(|facts| form::asked(field, self.step, facts, &values))
    }

    fn body(self) -> NewPapers {
        let inputs = self.fields.with_value(|fields| {
            let asked = fields.iter().filter(|field| untrack(|| self.asks(field)));
            asked.map(|field| (field.name.clone(), self.input(field))).collect::<Vec<_>>()
        });
        NewPapers::of(inputs)
    }

    fn input(self, field: &Field) -> FieldInput {
        match field.input {
            Input::Files { .. } => FieldInput::List(self.sending.ids()),
            _ => FieldInput::Text(self.way.get_untracked()),
        }
    }

    /// What is missing. The backend looks again.
    fn problems(self) -> Vec<FieldProblem> {
        let wrong = |field: &&'static Field| {
            let missing = match field.input {
                Input::Files { .. } => self.sending.ids().is_empty() || self.sending.is_unfinished(),
                _ => self.way.with_untracked(String::is_empty),
            };
            let asked = missing && untrack(|| self.asks(field));
            asked.then(|| FieldProblem { field: field.name.clone(), error: Invalid::Missing })
        };
        self.fields.with_value(|fields| fields.iter().filter_map(wrong).collect())
    }
}

fn id_of(field: &str) -> String {
    format!("papers-{field}")
}

#[component]
fn PapersField(form: Form, field: &'static Field, problems: RwSignal<Vec<FieldProblem>>) -> impl IntoView {
    let (id, label, hint) = (id_of(&field.name), local(&field.label), field.hint.as_ref().map(local));
    let sending = form.sending;
    let error = Signal::derive(move || {
        let error = problems.with(|all| all.iter().find(|problem| problem.field == field.name).map(|p| p.error))?;
        let unfinished = matches!(field.input, Input::Files { .. }) && sending.is_unfinished();
        Some(if unfinished { papers_words().unfinished.to_owned() } else { invalid(field, error) })
    });
    let asked = Memo::new(move |_| form.asks(field));
    dynamic(move || {
        let (id, label, hint) = (id.clone(), label.clone(), hint.clone());
        asked.get().then(|| match &field.input {
            Input::Choice(choices) => {
                view! { <RadioGroup id label value=form.way options=options(choices) hint error/> }.into_any()
            }
            Input::Files { max } => {
                let (max, limits) = (*max as usize, fill(field_words().files_limits, max));
                let hint = hint.map_or(limits.clone(), |hint| format!("{hint} {limits}"));
                view! {
                    <FilesField id label rows=sending.rows() limit=max accept=accept() hint error
                        on_add=move |files| sending.add(files, max)
                        on_remove=move |key: String| sending.remove(&key)
                        on_retry=move |key: String| sending.retry(&key)/>
                }
                .into_any()
            }
            _ => ().into_any(),
        })
    })
}
