//! What the company step says of a refusal beside its words.

use crate::i18n::{company_login_words, link_words, local, words};
use crate::routes;
use crate::ui::button::{ButtonGroup, ButtonKind, LinkButton};
use crate::wizard::answering::Answering;
use gaip_contract::ProblemCode;
use gaip_domain::portal::{CompanyStep, Purpose};
use leptos::prelude::*;

/// What to do about a refusal that this page can say more about (manual rows W50, W51, W119, W120).
#[component]
pub(super) fn WhatNow(answering: Answering, settings: &'static CompanyStep, code: ProblemCode) -> impl IntoView {
    match code {
        ProblemCode::BusinessMismatch if !settings.mismatch.is_empty() => {
            let lines = settings.mismatch.iter().map(|line| view! { <li>{local(line)}</li> });
            view! { <ul class="notes">{lines.collect_view()}</ul> }.into_any()
        }
        ProblemCode::CompanyIsMember => {
            let portal = answering.draft.portal;
            let certificate = portal.of_purpose(Purpose::Certificate);
            let registers = answering.draft.journey.purpose == Purpose::Company;
            let link = portal.of_purpose(Purpose::Link).filter(|_| registers);
            // Who registers a company that has an account logs in as it (manual row T94).
            let (login, login_name) = if registers {
                let login = routes::login_then(&portal.id, &routes::company(&portal.id));
                (login, [company_login_words().tab, words().frame.login].join(" "))
            } else {
                (routes::login(&portal.id), words().frame.login.to_owned())
            };
            view! {
                <ButtonGroup>
                    {link.map(|journey| view! {
                        <LinkButton href=routes::signup(&portal.id, &journey.id)>{link_words().instead}</LinkButton>
                    })}
                    <LinkButton kind=if link.is_some() { ButtonKind::Secondary } else { ButtonKind::Primary } href=login>
                        {login_name}
                    </LinkButton>
                    {certificate.map(|journey| view! {
                        <LinkButton kind=ButtonKind::Secondary href=routes::signup(&portal.id, &journey.id)>
                            {local(&journey.title)}
                        </LinkButton>
                    })}
                </ButtonGroup>
            }
            .into_any()
        }
        ProblemCode::CompanyNotRegistered if answering.draft.journey.purpose == Purpose::Link => {
            let portal = answering.draft.portal;
            portal
                .of_purpose(Purpose::Company)
                .map(|journey| {
                    view! {
                        <ButtonGroup>
                            <LinkButton kind=ButtonKind::Secondary href=routes::signup(&portal.id, &journey.id)>
                                {link_words().register}
                            </LinkButton>
                        </ButtonGroup>
                    }
                })
                .into_any()
        }
        _ => ().into_any(),
    }
}
