//! The company, how many people it has, and the offer that waits for an answer.

use super::acts::Acting;
use crate::i18n::{admin_words, company_login_words, date_time, fill, role_name};
use crate::ui::alert::{Notice, NoticeKind};
use crate::ui::button::{Button, ButtonKind, ButtonSize};
use crate::ui::summary_list::{SummaryList, SummaryRow};
use gaip_contract::bodies::{CompanyView, MasterOffer};
use gaip_domain::value::BusinessNumber;
use leptos::prelude::*;

/// The overview.
#[component]
pub(super) fn Overview(company: CompanyView, acting: Acting) -> impl IntoView {
    let words = admin_words();
    let CompanyView { name, business_number, role, counts, offer } = company;
    let number = BusinessNumber::parse(&business_number).map_or(business_number, |number| number.hyphenated());
    let counts = counts.map(|counts| match role {
        Some(_) => [
            fill(words.masters, counts.master),
            fill(words.regulars, counts.regular),
            fill(words.associates, counts.associate),
        ]
        .join(", "),
        None => fill(company_login_words().generals, counts.general),
    });
    view! {
        <section aria-labelledby="company-overview">
            <h2 id="company-overview" class="visually-hidden">{words.overview}</h2>
            <SummaryList>
                <SummaryRow name=words.company>{name}</SummaryRow>
                <SummaryRow name=words.number>{number}</SummaryRow>
                {role.map(|role| view! { <SummaryRow name=words.my_role>{role_name(role)}</SummaryRow> })}
                {counts.map(|counts| view! { <SummaryRow name=words.counts>{counts}</SummaryRow> })}
            </SummaryList>
            {offer.map(|offer| view! { <Pending offer acting/> })}
        </section>
    }
}

#[component]
fn Pending(offer: MasterOffer, acting: Acting) -> impl IntoView {
    let words = admin_words();
    view! {
        <div class="company__offer">
            <Notice kind=NoticeKind::Info level=3 title=fill(words.pending, offer.to)>
                <p>{fill(words.until, date_time(&offer.expires_at))}</p>
                <Button kind=ButtonKind::Secondary size=ButtonSize::Small busy=acting.busy on_click=move |()| acting.withdraw()>
                    {words.withdraw}
                </Button>
            </Notice>
        </div>
    }
}
