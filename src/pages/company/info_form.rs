//! What is known of a company, by the fields that its registration asked (manual row T102).

use super::saying::{Saying, SayingNotice};
use crate::api;
use crate::i18n::{company_login_words, invalid};
use crate::steps::field::typed::{Typed, TypedField};
use crate::ui::button::Button;
use gaip_contract::bodies::{CompanyInfo, SaveInput};
use gaip_contract::endpoints::PutCompanyInfo;
use gaip_domain::facts::StepInput;
use gaip_domain::portal::{Field, Journey, Portal, Purpose};
use leptos::prelude::*;

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
                {typed.into_iter().map(|typed| {
                    let field = typed.field;
                    let error = saying.error(&field.name, move |error| invalid(field, error));
                    view! { <TypedField id=format!("company-{}", field.name) typed error/> }
                }).collect_view()}
                <SayingNotice saying/>
                <Button submit=true busy=saying.busy>{words.save}</Button>
            </form>
        </section>
    }
}

/// The fields about the company of the journey that registers one.
fn fields(portal: &'static Portal) -> impl Iterator<Item = &'static Field> {
    let form = portal.of_purpose(Purpose::Company).and_then(Journey::company_form);
    form.into_iter().flat_map(|(_, fields)| fields)
}
