//! Logging in as a company: by business number and password, or by its certificate (manual rows T43, T111, T112).

use crate::api::{self, Failure};
use crate::i18n::company_login_words;
use crate::session::{Session, use_session};
use crate::steps::certificate_dialog::ask::sender;
use crate::steps::certificate_dialog::{Ask, CertificateAsking, CertificateDialog};
use crate::steps::refusal_text::{RefusalText, is_wrong_password};
use crate::ui::alert::{Live, Notice, NoticeKind};
use crate::ui::button::{Button, ButtonKind};
use crate::ui::dynamic::dynamic;
use crate::ui::error_summary::ErrorSummary;
use crate::ui::field::{DigitsField, PasswordField};
use crate::ui::focus::focus_id;
use gaip_contract::bodies::{ChallengePurpose, CompanyCertificateLogin, CompanyLogin};
use gaip_contract::endpoints::{LogInCompany, LogInCompanyByCertificate};
use gaip_domain::portal::{Portal, Purpose};
use gaip_domain::value::BusinessNumber;
use leptos::prelude::*;
use leptos::task::spawn_local;

const NUMBER: &str = "company_number";
const PASSWORD: &str = "company_password";
const CERTIFICATE: &str = "company-certificate";

/// Whether companies have accounts of their own at a portal.
pub fn has_companies(portal: &Portal) -> bool {
    portal.of_purpose(Purpose::Company).is_some()
}

/// What is typed, and what is wrong with it.
#[derive(Clone, Copy)]
struct Form {
    portal: &'static Portal,
    session: Session,
    number: RwSignal<String>,
    password: RwSignal<String>,
    /// What was tried: by password, or by certificate.
    checked: RwSignal<Option<bool>>,
    busy: RwSignal<bool>,
    failure: RwSignal<Option<Failure>>,
}

impl Form {
    fn errors(self) -> Vec<(String, String)> {
        let words = company_login_words();
        let checked = self.checked.get();
        let number = checked.is_some() && self.number.with(|typed| BusinessNumber::parse(typed).is_err());
        let password = checked == Some(true) && self.password.with(String::is_empty);
        let number = number.then(|| (NUMBER.to_owned(), words.number_missing.to_owned()));
        number.into_iter().chain(password.then(|| (PASSWORD.to_owned(), words.password_missing.to_owned()))).collect()
    }

    /// Whether everything is there; the focus goes to what is not.
    fn ready(self, by_password: bool) -> bool {
        self.failure.set(None);
        self.checked.set(Some(by_password));
        let first = untrack(|| self.errors()).into_iter().next();
        if let Some((id, _)) = &first {
            focus_id(id);
        }
        first.is_none()
    }

    fn log_in(self) {
        if self.busy.get_untracked() || !self.ready(true) {
            return;
        }
        self.busy.set(true);
        let body = CompanyLogin {
            portal: self.portal.id.clone(),
            business_number: self.number.get_untracked(),
            password: self.password.get_untracked(),
        };
        spawn_local(async move {
            let reply = api::send::<LogInCompany>(&[], &body).await;
            self.busy.try_set(false);
            match reply {
                Ok(view) => self.session.apply(view),
                Err(refused) => {
                    self.checked.try_set(None);
                    if is_wrong_password(&refused) {
                        self.password.try_set(String::new());
                    }
                    self.failure.try_set(Some(refused));
                    focus_id(PASSWORD);
                }
            }
        });
    }

    fn by_certificate(self, asking: CertificateAsking) {
        if !self.ready(false) {
            return;
        }
        let (portal, session, business_number) = (self.portal, self.session, self.number.get_untracked());
        asking.open_for(Ask {
            portal,
            purpose: ChallengePurpose::Login,
            number: None,
            back: CERTIFICATE.to_owned(),
            send: sender(move |proof| {
                let body = CompanyCertificateLogin {
                    portal: portal.id.clone(),
                    business_number: business_number.clone(),
                    proof,
                };
                async move {
                    session.apply(api::send::<LogInCompanyByCertificate>(&[], &body).await?);
                    Ok(())
                }
            }),
        });
    }
}

/// Both ways.
#[component]
pub fn CompanyLoginPart(
    /// The portal.
    portal: &'static Portal,
    /// Shows the form as it is after a refusal, for the gallery.
    #[prop(optional_no_strip)]
    failure: Option<Failure>,
    /// Whether what is missing is named from the start.
    #[prop(optional)]
    checked: bool,
) -> impl IntoView {
    let words = company_login_words();
    let text = || RwSignal::new(String::new());
    let form = Form {
        portal,
        session: use_session(),
        number: text(),
        password: text(),
        checked: RwSignal::new(checked.then_some(true)),
        busy: RwSignal::new(false),
        failure: RwSignal::new(failure),
    };
    let asking = CertificateAsking::default();
    let errors = Signal::derive(move || form.errors());
    let error = move |id: &'static str| {
        Signal::derive(move || errors.get().into_iter().find(|(of, _)| of == id).map(|(_, words)| words))
    };
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        form.log_in();
    };
    view! {
        <p>{words.lead}</p>
        <ErrorSummary errors/>
        {dynamic(move || form.failure.get().map(|failure| view! {
            <Notice kind=NoticeKind::Danger live=Live::Assertive><RefusalText failure/></Notice>
        }))}
        <form class="login" novalidate on:submit=submit>
            <DigitsField id=NUMBER label=words.number value=form.number groups=&[3, 2, 5]
                hint=words.number_hint.to_owned() error=error(NUMBER)/>
            <PasswordField id=PASSWORD label=words.password value=form.password error=error(PASSWORD)/>
            <Button submit=true busy=form.busy>{words.log_in}</Button>
            {portal.certificates.as_ref().map(|_| view! {
                <p class="login__note">{words.by_certificate_text}</p>
                <Button id=CERTIFICATE kind=ButtonKind::Secondary on_click=move |()| form.by_certificate(asking)>
                    {words.by_certificate}
                </Button>
            })}
        </form>
        <CertificateDialog asking/>
    }
}
