//! What is known of a company, by the fields that its registration asked (manual rows K17, T102).

use super::conflict::Conflict;
use super::saying::{Saying, SayingNotice};
use crate::api::{self, Failure};
use crate::i18n::{company_login_words, invalid, own_words};
use crate::steps::field::typed::{Typed, TypedField};
use crate::ui::button::Button;
use crate::ui::dynamic::dynamic;
use crate::ui::field::PasswordField;
use gaip_contract::ProblemCode;
use gaip_contract::bodies::{ChangeCompany, CompanyInfo};
use gaip_contract::endpoints::PutCompanyInfo;
use gaip_domain::facts::StepInput;
use gaip_domain::portal::Portal;
use leptos::prelude::*;

const PASSWORD: &str = "password";

/// Where the focus goes when the form opens.
pub(super) const FORM: &str = "company-info";

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
    /// What came of it, for the gallery.
    #[prop(optional)]
    failure: Option<Failure>,
) -> impl IntoView {
    let words = company_login_words();
    let fields = portal.company_form().into_iter().flat_map(|(_, fields)| fields);
    let typed: Vec<Typed> = fields.map(|field| Typed::of(field, info.values.get(&field.name))).collect();
    let all = StoredValue::new(typed.clone());
    let (password, asks) = (RwSignal::new(String::new()), info.password);
    // What a change is made from.
    let known = StoredValue::new(info);
    let saying = Saying::new(again);
    saying.said.set(failure.map(Err));
    let inputs = move || all.with_value(|all| all.iter().map(|one| untrack(|| one.input())).collect::<Vec<_>>());
    let saved = StoredValue::new(inputs());
    let save = Callback::new(move |()| {
        let sent = inputs();
        if saved.with_value(|saved| *saved == sent) {
            saying.said.set(Some(Ok(own_words().unchanged.to_owned())));
            return;
        }
        let names = all.with_value(|all| all.iter().map(|one| one.field.name.clone()).collect::<Vec<_>>());
        let fields = names.into_iter().zip(sent.clone()).collect();
        let body = ChangeCompany {
            version: known.with_value(|known| known.version),
            input: StepInput { fields, ..StepInput::default() },
            password: Some(password.get_untracked()).filter(|text| !text.is_empty()),
        };
        saying.send(async move {
            let info = api::send::<PutCompanyInfo>(&[], &body).await?;
            known.try_update_value(|known| known.clone_from(&info));
            saved.try_set_value(sent);
            password.try_set(String::new());
            on_saved.try_run(info);
            Ok(company_login_words().saved.to_owned())
        });
    });
    saying.repeat(save);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        save.run(());
    };
    let stale = Memo::new(move |_| saying.said.with(|said| matches!(said, Some(Err(failure)) if is_stale(failure))));
    view! {
        <section class="my__step" aria-labelledby=FORM>
            <h2 id=FORM tabindex="-1">{words.info}</h2>
            <form class="papers" novalidate on:submit=submit>
                {typed.into_iter().map(|typed| {
                    let field = typed.field;
                    let error = saying.error(&field.name, move |error| invalid(field, error));
                    view! { <TypedField id=format!("company-{}", field.name) typed error/> }
                }).collect_view()}
                {asks.then(|| view! {
                    <PasswordField id="company-own-password" label=own_words().password value=password
                        hint=words.password_hint.to_owned()
                        error=saying.error(PASSWORD, |_| own_words().password_missing.to_owned())/>
                })}
                {dynamic(move || if stale.get() {
                    view! { <Conflict all known saying/> }.into_any()
                } else {
                    view! { <SayingNotice saying/> }.into_any()
                })}
                <Button submit=true busy=saying.busy>{words.save}</Button>
            </form>
        </section>
    }
}

fn is_stale(failure: &Failure) -> bool {
    failure.code() == Some(ProblemCode::InfoChanged)
}
