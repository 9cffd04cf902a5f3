//! What is known of a company, by the fields that its registration asked (manual row T102).

use super::saying::{Saying, SayingNotice};
use crate::api;
use crate::i18n::{company_login_words, invalid, local};
use crate::steps::field::address_search::AddressSearchDialog;
use crate::ui::button::Button;
use crate::ui::field::{AddressField, PhoneField, TextField};
use gaip_contract::bodies::{AddressRow, CompanyInfo, SaveInput};
use gaip_contract::endpoints::PutCompanyInfo;
use gaip_domain::facts::{FieldInput, StepInput, Value};
use gaip_domain::portal::{Field, Input, Portal, Purpose, StepKind};
use gaip_domain::value::Phone;
use leptos::prelude::*;

/// A field, and what is typed in it.
#[derive(Clone, Copy)]
struct Typed {
    field: &'static Field,
    text: RwSignal<String>,
    parts: RwSignal<Vec<String>>,
}

impl Typed {
    fn of(field: &'static Field, value: Option<&Value>) -> Self {
        let (text, parts) = match value {
            Some(Value::Text(text)) => (text.clone(), vec![]),
            Some(Value::Address { postcode, road, detail }) => {
                (String::new(), vec![postcode.clone(), road.clone(), detail.clone()])
            }
            _ => (String::new(), vec![]),
        };
        Self { field, text: RwSignal::new(text), parts: RwSignal::new(parts) }
    }

    fn input(self) -> FieldInput {
        match self.field.input {
            Input::Address => FieldInput::List(self.parts.get_untracked()),
            _ => FieldInput::Text(self.text.get_untracked()),
        }
    }
}

/// The form.
#[component]
pub(super) fn InfoForm(
    /// The portal.
    portal: &'static Portal,
    /// What is known.
    info: CompanyInfo,
    /// Asks for the certificate again, and then does this.
    again: Callback<Callback<()>>,
    /// It was saved.
    on_saved: Callback<CompanyInfo>,
) -> impl IntoView {
    let words = company_login_words();
    let typed: Vec<Typed> = fields(portal).map(|field| Typed::of(field, info.values.get(&field.name))).collect();
    let all = StoredValue::new(typed.clone());
    let saying = Saying::new(again);
    let save = Callback::new(move |()| {
        let fields = all.with_value(|all| all.iter().map(|one| (one.field.name.clone(), one.input())).collect());
        let body = SaveInput { input: StepInput { fields, ..StepInput::default() } };
        saying.send(async move {
            let saved = api::send::<PutCompanyInfo>(&[], &body).await?;
            on_saved.try_run(saved);
            Ok(company_login_words().saved.to_owned())
        });
    });
    saying.repeat(save);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        save.run(());
    };
    view! {
        <section class="my__step" aria-labelledby="company-info">
            <h2 id="company-info">{words.info}</h2>
            <form class="papers" novalidate on:submit=submit>
                {typed.into_iter().map(|typed| view! { <InfoField typed saying/> }).collect_view()}
                <SayingNotice saying/>
                <Button submit=true busy=saying.busy>{words.save}</Button>
            </form>
        </section>
    }
}

/// The fields about the company of the journey that registers one.
fn fields(portal: &'static Portal) -> impl Iterator<Item = &'static Field> {
    let journey = portal.journeys.iter().find(|journey| journey.purpose == Purpose::Company);
    let steps = journey.into_iter().flat_map(|journey| &journey.steps);
    let forms = steps.filter_map(|step| match &step.kind {
        StepKind::Form(form) => Some(form),
        _ => None,
    });
    forms.flat_map(gaip_domain::portal::FormStep::fields).filter(|field| field.company.is_some())
}

#[component]
fn InfoField(typed: Typed, saying: Saying) -> impl IntoView {
    let Typed { field, text: value, parts } = typed;
    let (id, label, hint) = (format!("company-{}", field.name), local(&field.label), field.hint.as_ref().map(local));
    let error = saying.error(&field.name, move |error| invalid(field, error));
    match field.input {
        Input::Phone => {
            let prefixes = Phone::PREFIXES.map(str::to_owned).to_vec();
            view! { <PhoneField id label value prefixes hint error/> }.into_any()
        }
        Input::Address => {
            let open = RwSignal::new(false);
            let choose = move |row: AddressRow| {
                let rest = parts.with_untracked(|parts| parts.get(2).cloned()).unwrap_or_default();
                parts.set(vec![row.postcode, row.road, rest]);
                open.set(false);
            };
            view! {
                <AddressField id=id.clone() label value=parts on_search=Callback::new(move |()| open.set(true)) hint error/>
                <AddressSearchDialog id=format!("{id}-search") open on_choose=choose/>
            }
            .into_any()
        }
        _ => view! { <TextField id label value hint error/> }.into_any(),
    }
}
