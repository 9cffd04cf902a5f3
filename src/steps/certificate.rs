//! Proof that the person may act for the company: by certificate, or by documents (manual rows D37 to D52).

use super::field::FieldView;
use crate::i18n::{local, words};
use crate::routes;
use crate::ui::alert::{Notice, NoticeKind};
use crate::ui::button::{Button, ButtonKind, LinkButton};
use crate::ui::card::Card;
use crate::ui::dynamic::dynamic;
use crate::ui::focus::focus_id;
use crate::wizard::answering::Answering;
use crate::wizard::bind::Binder;
use gaip_domain::portal::{CertificateMethod, CertificateStep, DocumentsRoute, JointRoute};
use gaip_domain::text::Text;
use gaip_domain::value::BusinessNumber;
use leptos::prelude::*;

/// A card for each route that the portal has.
#[component]
pub fn CertificateStepView(
    /// The step.
    answering: Answering,
    /// Its settings.
    settings: &'static CertificateStep,
) -> impl IntoView {
    view! {
        {settings.joint.as_ref().map(|route| view! { <JointCard answering route/> })}
        {settings.documents.as_ref().map(|route| view! { <DocumentsCard answering route/> })}
    }
}

#[component]
fn JointCard(answering: Answering, route: &'static JointRoute) -> impl IntoView {
    let number =
        answering.draft.view.with_untracked(|view| view.facts.business_number().map(BusinessNumber::hyphenated));
    view! {
        <Card title=local(&route.title)>
            {paragraphs(&route.text)}
            <p>{words().signup.business_number} ": " <strong>{number}</strong></p>
            <Notice kind=NoticeKind::Info><p>{local(&route.closed)}</p></Notice>
        </Card>
    }
}

#[component]
fn DocumentsCard(answering: Answering, route: &'static DocumentsRoute) -> impl IntoView {
    let binder = Binder::step(answering);
    let method = binder.text("method");
    let chosen = move || method.with(|method| method == CertificateMethod::Documents.as_str());
    let choose = move |()| {
        method.set(CertificateMethod::Documents.as_str().to_owned());
        let field = route.scans.name.clone();
        request_animation_frame(move || {
            focus_id(&field);
        });
    };
    view! {
        <Card title=local(&route.title)>
            {paragraphs(&route.text)}
            <h3>{words().signup.documents_list}</h3>
            <ul>
                {route.documents.iter().enumerate().map(|(i, document)| view! {
                    <li>{local(document)} " " {(i == 0).then(|| view! { <FormDownload answering route/> })}</li>
                }).collect_view()}
            </ul>
            <p>{local(&route.desk)}</p>
            <Notice kind=NoticeKind::Warning><p>{local(&route.notice)}</p></Notice>
            {dynamic(move || if chosen() {
                view! { <FieldView binder field=&route.scans/> }.into_any()
            } else {
                view! { <Button id="method" kind=ButtonKind::Secondary on_click=choose>{local(&route.action)}</Button> }.into_any()
            })}
        </Card>
    }
}

/// The form to stamp and scan (manual row D44).
#[component]
fn FormDownload(answering: Answering, route: &'static DocumentsRoute) -> impl IntoView {
    let href = routes::portal_file(&answering.draft.portal.id, &route.form);
    let name = route.form.rsplit('/').next().unwrap_or_default().to_owned();
    let title = route.documents.first().map(local).unwrap_or_default();
    view! {
        <LinkButton kind=ButtonKind::Text href download=name>
            <span class="visually-hidden">{title} " "</span>
            {words().signup.download} " [PDF]"
        </LinkButton>
    }
}

fn paragraphs(texts: &'static [Text]) -> impl IntoView {
    texts.iter().map(|text| view! { <p>{local(text)}</p> }).collect_view()
}
