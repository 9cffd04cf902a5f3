//! The portals and their documents: those that are served, as they are.

use super::refusal::Outcome;
use super::state::Demo;
use super::table::Ask;
use crate::api::stand_in::Asked;
use crate::routes;
use gaip_contract::bodies::{Empty, PortalBrief, TermsView};
use gaip_contract::endpoints::GetTerms;
use gaip_contract::{Endpoint, ProblemCode};
use gaip_domain::portal::{CertificateTable, Portal, TermsDocument};
use gaip_domain::text::Lang;
use gaip_domain::value::PasswordPolicy;
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd, html};
use std::sync::OnceLock;

/// Headings of a document begin below the page's and the document's own title.
const BELOW: usize = 2;

/// Every portal of the demo.
///
/// # Panics
///
/// Only if a portal's file were none, which `cargo xtask check` holds.
pub fn all() -> &'static [Portal] {
    static PORTALS: OnceLock<Vec<Portal>> = OnceLock::new();
    PORTALS.get_or_init(|| {
        [
            include_str!("../../public/portals/kotra/portal.json"),
            include_str!("../../public/portals/tradeinvest/portal.json"),
            include_str!("../../public/portals/daejeon/portal.json"),
            include_str!("../../public/portals/work24/portal.json"),
        ]
        .map(|json| serde_json::from_str(json).expect("the file is checked before it is served"))
        .into()
    })
}

/// The table of certificates.
///
/// # Panics
///
/// Only if its file were none, which `cargo xtask check` holds.
pub fn table() -> &'static CertificateTable {
    static TABLE: OnceLock<CertificateTable> = OnceLock::new();
    TABLE.get_or_init(|| {
        let json = include_str!("../../public/portals/certificates.json");
        serde_json::from_str(json).expect("the file is checked before it is served")
    })
}

/// A portal.
pub fn find(id: &str) -> Outcome<&'static Portal> {
    all().iter().find(|portal| portal.id == id).ok_or_else(|| ProblemCode::NotFound.into())
}

/// The portals in a line each.
pub fn list(_: &mut Demo, _: &Ask, _: Empty) -> Outcome<Vec<PortalBrief>> {
    let brief = |portal: &Portal| PortalBrief {
        id: portal.id.clone(),
        name: portal.name.clone(),
        operator: portal.operator.clone(),
        intro: portal.intro.clone(),
    };
    Ok(all().iter().map(brief).collect())
}

/// The rules for new passwords.
pub fn policy(_: &mut Demo, _: &Ask, _: Empty) -> Outcome<PasswordPolicy> {
    Ok(PasswordPolicy::standard())
}

/// The file of the site that is to be fetched before a request can be answered.
pub fn file_of(asked: &Asked) -> Option<String> {
    if asked.path != GetTerms::PATH {
        return None;
    }
    let portal = all().iter().find(|portal| Some(&portal.id) == asked.parts.first())?;
    let document = portal.terms_document(asked.parts.get(1)?)?;
    let lang = asked.query.iter().find(|(name, _)| name == "lang").and_then(|(_, tag)| Lang::from_tag(tag));
    Some(routes::portal_file(&portal.id, &document.file(lang.unwrap_or(Lang::Ko))))
}

/// A document in force.
pub fn terms(_: &mut Demo, ask: &Ask, _: Empty) -> Outcome<TermsView> {
    let document = find(ask.part(0))?.terms_document(ask.part(1)).ok_or(ProblemCode::NotFound)?;
    let lang = Lang::from_tag(ask.query("lang")).unwrap_or(Lang::Ko);
    Ok(TermsView {
        id: document.id.clone(),
        version: document.version.clone(),
        hash: hash(document, lang),
        html: render(ask.file.ok_or(ProblemCode::Internal)?),
    })
}

/// Names a document in a language; a consent names it in turn. It is no SHA-256: nothing is proved by it here.
pub fn hash(document: &TermsDocument, lang: Lang) -> String {
    format!("demo-{}-{}-{}", document.id, document.version, lang.tag())
}

/// The document as HTML, without raw HTML.
fn render(markdown: &str) -> String {
    let lower = |level: HeadingLevel| HeadingLevel::try_from((level as usize + BELOW).min(6)).unwrap_or(level);
    let events = Parser::new_ext(markdown, Options::ENABLE_TABLES).filter_map(|event| match event {
        Event::Html(_) | Event::InlineHtml(_) => None,
        Event::Start(Tag::Heading { level, .. }) => {
            let (id, classes, attrs) = (None, Vec::new(), Vec::new());
            Some(Event::Start(Tag::Heading { level: lower(level), id, classes, attrs }))
        }
        Event::End(TagEnd::Heading(level)) => Some(Event::End(TagEnd::Heading(lower(level)))),
        other => Some(other),
    });
    let mut out = String::new();
    html::push_html(&mut out, events);
    out
}
