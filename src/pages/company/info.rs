//! What is changed of a company: by itself once its certificate was shown (manual rows T102 to T105), by its members once
//! they showed to be themselves (row K17).

use super::approval_form::ApprovalForm;
use super::info_form::{FORM, InfoForm};
use super::login_password::LoginPasswordForm;
use super::{Heading, Part, Tabs, standing};
use crate::api;
use crate::i18n::company_login_words;
use crate::pages::account::page::arrive;
use crate::pages::load::{Load, Loaded};
use crate::steps::certificate_dialog::{StepUp, StepUpDialog};
use crate::ui::alert::{Notice, NoticeKind};
use crate::ui::button::Button;
use crate::ui::dynamic::dynamic;
use crate::ui::focus::focus_soon;
use gaip_contract::bodies::{CompanyInfo, Empty};
use gaip_contract::endpoints::GetCompanyInfo;
use gaip_domain::permission::Standing;
use gaip_domain::portal::Portal;
use leptos::prelude::*;
use leptos::task::spawn_local;

const PROVE: &str = "company-prove";

/// The page.
#[component]
pub(super) fn InfoPart(portal: &'static Portal) -> impl IntoView {
    arrive(portal, company_login_words().edit);
    let open = RwSignal::new(false);
    let state = RwSignal::new(Load::Waiting);
    let load = Callback::new(move |()| {
        spawn_local(async move {
            let reply = api::send::<GetCompanyInfo>(&[], &Empty {}).await;
            // Whether the certificate was shown of late: the backend says it.
            open.try_set(reply.as_ref().is_ok_and(|info| info.fresh));
            state.try_set(reply.map_or_else(Load::Failed, Load::Ready));
        });
    });
    load.run(());
    view! {
        <Heading portal/>
        <Tabs portal at=Part::Info/>
        <Loaded state on_retry=load children={move |info: CompanyInfo| view! { <Changes portal info open/> }}/>
    }
}

/// The forms, or what opens them.
#[component]
pub(super) fn Changes(
    /// The portal.
    portal: &'static Portal,
    /// What is known of the company.
    info: CompanyInfo,
    /// Whether the certificate was shown.
    open: RwSignal<bool>,
) -> impl IntoView {
    let words = company_login_words();
    let company = standing(portal) == Some(Standing::Company);
    // Members of a portal that takes no certificates show a password instead, in the form.
    let locked = Memo::new(move |_| (company || portal.certificates.is_some()) && !open.get());
    let step_up = StepUp::new(portal);
    let opened = Callback::new(move |()| {
        open.set(true);
        // The button that was pressed is gone.
        focus_soon(FORM);
    });
    let prove = move |()| step_up.begin(PROVE, opened);
    let info = StoredValue::new(info);
    // What was typed stays when the ten minutes are over: only the proof is asked again.
    let again = Callback::new(move |again: Callback<()>| step_up.ask(PROVE, again));
    view! {
        {dynamic(move || locked.get().then(|| view! {
            <Notice kind=NoticeKind::Info title=words.locked>
                <p>{words.locked_text}</p>
                <Button id=PROVE on_click=prove>{words.prove}</Button>
            </Notice>
        }))}
        {dynamic(move || (!locked.get()).then(|| view! {
            <InfoForm portal info=info.get_value() again on_saved=Callback::new(move |saved| info.set_value(saved))/>
            // What lets people in is the company's own to change.
            {company.then(|| view! {
                <ApprovalForm again/>
                <LoginPasswordForm portal again/>
            })}
        }))}
        <StepUpDialog step_up/>
    }
}
