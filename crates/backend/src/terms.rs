//! The documents that people agree to: Markdown on disk, HTML in answers.

use crate::random::hex;
use gaip_contract::bodies::TermsView;
use gaip_domain::portal::{Portal, TermsDocument};
use gaip_domain::text::Lang;
use pulldown_cmark::{CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd, html};
use sha2::{Digest, Sha256};
use std::path::Path;

/// The documents in force of one portal.
#[derive(Debug, Default)]
pub struct Terms(Vec<(Lang, TermsView)>);

impl Terms {
    /// Reads every document that the portal names, in every language. A mistake names its file.
    pub fn load(folder: &Path, portal: &Portal) -> Result<Self, String> {
        let mut all = Vec::new();
        for document in &portal.terms {
            for lang in Lang::ALL {
                all.push((lang, load_one(folder, document, lang)?));
            }
        }
        Ok(Self(all))
    }

    /// A document in one language.
    pub fn view(&self, id: &str, lang: Lang) -> Option<&TermsView> {
        self.0.iter().find(|(of, view)| *of == lang && view.id == id).map(|(_, view)| view)
    }

    /// The hashes of a document in every language; empty for one that does not exist.
    pub fn hashes(&self, id: &str) -> Vec<String> {
        self.0.iter().filter(|(_, view)| view.id == id).map(|(_, view)| view.hash.clone()).collect()
    }
}

fn load_one(folder: &Path, document: &TermsDocument, lang: Lang) -> Result<TermsView, String> {
    let name = document.file(lang);
    let markdown = std::fs::read_to_string(folder.join(&name)).map_err(|error| format!("{name}: {error}"))?;
    Ok(TermsView {
        id: document.id.clone(),
        version: document.version.clone(),
        hash: hex(&Sha256::digest(markdown.as_bytes())),
        html: render(&markdown),
    })
}

/// HTML whose highest heading is an h3, since the page and the document's title stand above. Nothing of it can
/// run or reach outside: raw HTML and images go, links are to http, https, tel and mailto alone, and there are no
/// inline styles, which the Content-Security-Policy would refuse.
fn render(markdown: &str) -> String {
    let events: Vec<Event> =
        Parser::new_ext(markdown, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH).collect();
    let highest = events.iter().filter_map(level).min().unwrap_or(1);
    let mut links = Vec::new();
    let mut in_head = false;
    let safe = events.into_iter().filter_map(|event| {
        match event {
            Event::Start(Tag::TableHead) => in_head = true,
            Event::End(TagEnd::TableHead) => in_head = false,
            _ => {}
        }
        tame(event, highest, in_head, &mut links)
    });
    let mut out = String::new();
    html::push_html(&mut out, safe);
    out
}

fn level(event: &Event) -> Option<usize> {
    match event {
        Event::Start(Tag::Heading { level, .. }) => Some(*level as usize),
        _ => None,
    }
}

/// One event made safe; nothing where it has no place. `links` remembers which open links are kept.
fn tame<'a>(event: Event<'a>, highest: usize, in_head: bool, links: &mut Vec<bool>) -> Option<Event<'a>> {
    let shifted =
        |level: HeadingLevel| HeadingLevel::try_from((level as usize + 3 - highest).min(6)).unwrap_or(HeadingLevel::H6);
    Some(match event {
        Event::Html(_)
        | Event::InlineHtml(_)
        | Event::Start(Tag::HtmlBlock | Tag::Image { .. })
        | Event::End(TagEnd::HtmlBlock | TagEnd::Image) => return None,
        Event::Start(Tag::Heading { level, .. }) => {
            Event::Start(Tag::Heading { level: shifted(level), id: None, classes: Vec::new(), attrs: Vec::new() })
        }
        Event::End(TagEnd::Heading(level)) => Event::End(TagEnd::Heading(shifted(level))),
        Event::Start(Tag::Table(columns)) => {
            Event::Start(Tag::Table(columns.iter().map(|_| pulldown_cmark::Alignment::None).collect()))
        }
        Event::Start(Tag::TableCell) if in_head => markup("<th scope=\"col\">"),
        Event::End(TagEnd::TableCell) if in_head => markup("</th>"),
        Event::Start(Tag::Link { dest_url, .. }) => {
            let kept = opening(&dest_url);
            links.push(kept.is_some());
            return kept.map(|tag| Event::InlineHtml(tag.into()));
        }
        Event::End(TagEnd::Link) => return links.pop()?.then(|| markup("</a>")),
        other => other,
    })
}

fn markup(tag: &'static str) -> Event<'static> {
    Event::InlineHtml(CowStr::Borrowed(tag))
}

/// The opening tag of a link that may be followed.
fn opening(address: &str) -> Option<String> {
    let (scheme, _) = address.split_once(':')?;
    let allowed = ["http", "https", "tel", "mailto"].into_iter().any(|taken| scheme.eq_ignore_ascii_case(taken));
    let escaped = address.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;").replace('>', "&gt;");
    allowed.then(|| format!("<a href=\"{escaped}\" rel=\"noopener noreferrer\">"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_highest_heading_becomes_an_h3() {
        assert_eq!(render("## 장\n\n### 조\n"), "<h3>장</h3>\n<h4>조</h4>\n");
        assert_eq!(render("# 장\n\n###### 조\n"), "<h3>장</h3>\n<h6>조</h6>\n");
    }

    #[test]
    fn raw_html_and_images_are_dropped() {
        let html = render(
            "글 <img src=x onerror=alert(1)> <b>굵게</b>\n\n<script>alert(1)</script>\n\n![그림](https://a.kr/x.png)\n",
        );
        for bad in ["<script", "<img", "<b>", "onerror"] {
            assert!(!html.contains(bad), "{html}");
        }
        assert!(html.contains("굵게") && html.contains("그림"), "{html}");
    }

    #[test]
    fn only_harmless_links_stay_links() {
        let html = render(
            "[누리집](https://www.daejeon.go.kr/a?b=1&c=\"2\") [전화](tel:042-000-0000) [나쁨](javascript:alert(1)) [곁](/x)",
        );
        assert_eq!(html.matches("<a ").count(), 2, "{html}");
        assert_eq!(html.matches("</a>").count(), 2, "{html}");
        assert_eq!(html.matches("rel=\"noopener noreferrer\"").count(), 2, "{html}");
        assert!(html.contains("나쁨") && !html.contains("javascript"), "{html}");
    }

    #[test]
    fn tables_say_what_their_headings_head_and_have_no_inline_style() {
        let html = render("| 항목 | 기간 |\n|:---:|---:|\n| 이름 | 5년 |\n");
        assert!(html.contains("<th scope=\"col\">항목</th>"), "{html}");
        assert!(html.contains("<td>이름</td>"), "{html}");
        assert!(!html.contains("style="), "{html}");
    }
}
