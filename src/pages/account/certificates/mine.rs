//! The part of my page: the list, and a way to register another one.

use super::listed::CertificateRows;
use super::remove::Removing;
use crate::api;
use crate::i18n::certificate_words;
use crate::steps::certificate::use_rules;
use crate::steps::certificate_dialog::ask::sender;
use crate::steps::certificate_dialog::{Ask, CertificateAsking, CertificateDialog, StepUp, StepUpDialog};
use crate::ui::alert::{Live, Notice, NoticeKind};
use crate::ui::button::{Button, ButtonKind, ButtonSize};
use crate::ui::dynamic::dynamic;
use gaip_contract::bodies::{ChallengePurpose, Empty, Proving, RegisteredCertificate};
use gaip_contract::endpoints::{ListCertificates, RegisterCertificate};
use gaip_domain::portal::Portal;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Id of the button that registers; the focus comes here when a row has gone.
pub const REGISTER: &str = "certificate-register";

/// The list of registered certificates.
#[component]
pub fn MyCertificates(
    /// The portal.
    portal: &'static Portal,
    /// The company's number, ten digits.
    number: String,
) -> impl IntoView {
    let words = certificate_words();
    let rules = use_rules(&portal.id);
    let all = RwSignal::new(None::<Vec<RegisteredCertificate>>);
    let failed = RwSignal::new(false);
    let said = RwSignal::new(String::new());
    let load = Callback::new(move |()| {
        failed.set(false);
        spawn_local(async move {
            match api::send::<ListCertificates>(&[], &Empty {}).await {
                Ok(list) => drop(all.try_set(Some(list))),
                Err(_) => drop(failed.try_set(true)),
            }
        });
    });
    Effect::new(move || load.run(()));
    let asking = CertificateAsking::default();
    let register = move |()| {
        asking.open_for(Ask {
            portal,
            purpose: ChallengePurpose::Register,
            number: Some(number.clone()),
            back: REGISTER.to_owned(),
            send: sender(move |proof| async move {
                let list = api::send::<RegisterCertificate>(&[], &Proving { proof }).await?;
                all.try_set(Some(list));
                said.try_set(words.registered.to_owned());
                Ok(())
            }),
        });
    };
    let step_up = StepUp::new(portal);
    let removing = Removing::new(all, said, step_up);
    view! {
        <section class="my__step" aria-labelledby="my-certificates">
            <h2 id="my-certificates">{words.mine}</h2>
            <p>{words.mine_lead}</p>
            <p class="field__status field__status--good" role="status">{dynamic(move || said.get())}</p>
            {dynamic(move || failed.get().then(|| view! {
                <Notice kind=NoticeKind::Danger live=Live::Assertive>
                    <p>{words.mine_failed}</p>
                    <Button kind=ButtonKind::Tertiary size=ButtonSize::Small on_click=load>{crate::i18n::ui_words().retry}</Button>
                </Notice>
            }))}
            {dynamic(move || all.get().map(|list| view! { <CertificateRows list rules removing/> }))}
            {portal.certificates.as_ref().map(|_| view! {
                <div class="row">
                    <Button id=REGISTER kind=ButtonKind::Secondary size=ButtonSize::Medium on_click=register>{words.register}</Button>
                </div>
            })}
        </section>
        <super::remove::RemoveDialog removing/>
        <CertificateDialog asking/>
        <StepUpDialog step_up/>
    }
}
