//! The page after leaving for good.

use crate::i18n::{date_time, mine_words, words};
use crate::pages::account::login::SignupLinks;
use crate::pages::account::page::arrive;
use crate::routes;
use crate::ui::button::{ButtonKind, LinkButton};
use crate::ui::page_heading::PageHeading;
use crate::ui::summary_list::{SummaryList, SummaryRow};
use gaip_contract::bodies::LeftView;
use gaip_domain::portal::Portal;
use leptos::prelude::*;

/// The query parameter that says when somebody has left.
const LEFT: &str = "left";
/// The one beside it that says that the company's record was deleted too.
const COMPANY: &str = "company";

/// The page that leaving leads to. Its address says what the page says, for it may be loaded anew, and nobody is logged in
/// any more who could be asked.
pub fn left(portal: &str, view: &LeftView) -> String {
    let company = if view.with_company { format!("&{COMPANY}=1") } else { String::new() };
    format!("{}?{LEFT}={}{company}", routes::login(portal), view.left_at)
}

/// What the parameters of an address say of leaving. Anybody may have written it; what is no time is no leaving.
pub fn left_of(query: impl Fn(&str) -> Option<String>) -> Option<LeftView> {
    let left_at = query(LEFT).filter(|at| is_instant(at))?;
    Some(LeftView { left_at, with_company: query(COMPANY).is_some() })
}

/// `2026-11-21T14:30:00.625Z`; the part of a second may be missing.
fn is_instant(text: &str) -> bool {
    const SHAPE: &[u8] = b"0000-00-00T00:00:00";
    let Some(text) = text.strip_suffix('Z') else { return false };
    let (whole, part) = text.split_once('.').unwrap_or((text, "0"));
    let fits = |(shape, byte): (&u8, u8)| if *shape == b'0' { byte.is_ascii_digit() } else { byte == *shape };
    let digits = (1..=9).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    digits && whole.len() == SHAPE.len() && SHAPE.iter().zip(whole.bytes()).all(fits)
}

/// That the membership ended, what was deleted, what is kept, and the way to join again.
#[component]
pub fn LeftPage(
    /// The portal.
    portal: &'static Portal,
    /// What became of it.
    view: LeftView,
) -> impl IntoView {
    let mine = mine_words();
    arrive(portal, mine.left_title);
    let told = portal.syncs();
    view! {
        <PageHeading title=mine.left_title lead=mine.left_lead/>
        <SummaryList>
            <SummaryRow name=mine.left_at>{date_time(&view.left_at)}</SummaryRow>
            <SummaryRow name=mine.left_deleted>
                {mine.left_deleted_text}
                {view.with_company.then(|| view! { <p class="my__meaning">{mine.left_company}</p> })}
            </SummaryRow>
            <SummaryRow name=mine.leave_kept>{mine.leave_kept_text}</SummaryRow>
            {told.then(|| view! { <SummaryRow name=mine.left_told>{mine.left_told_text}</SummaryRow> })}
        </SummaryList>
        <p class="my__meaning">{mine.leave_again}</p>
        <SignupLinks portal title=mine.left_join/>
        <LinkButton kind=ButtonKind::Tertiary href=routes::portal(&portal.id)>{words().frame.go_home}</LinkButton>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(address: &str) -> Option<LeftView> {
        let query = address.split_once('?').map(|(_, query)| query).unwrap_or_default();
        let pairs = || query.split('&').filter_map(|pair| pair.split_once('='));
        left_of(|name| pairs().find(|(of, _)| *of == name).map(|(_, value)| value.to_owned()))
    }

    #[test]
    fn the_address_says_when_somebody_left_and_what_went() {
        for with_company in [true, false] {
            let view = LeftView { left_at: "2026-11-21T14:30:00.625Z".to_owned(), with_company };
            assert_eq!(read(&left("kotra", &view)), Some(view));
        }
    }

    #[test]
    fn words_that_somebody_put_into_a_link_are_not_shown() {
        for link in ["?left=you+lost+your+money", "?left=", "?left=2026-11-21", "?left=2026-11-21T14:30:0aZ", "?a=b"] {
            assert_eq!(read(link), None, "{link}");
        }
    }
}
