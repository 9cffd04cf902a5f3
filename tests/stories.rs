//! Every story renders without a browser, in both languages, into HTML that assistive technology can follow.

use gaip::gallery::stories;
use gaip::i18n;
use gaip::ui::story::Story;
use gaip_domain::text::Lang;
use leptos::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

const LANGS: [Lang; 2] = [Lang::Ko, Lang::En];

fn html(story: &Story, lang: Lang) -> String {
    i18n::set_lang(lang);
    Owner::new().with(|| {
        provide_context(i18n::ui_words());
        (story.view)().to_html()
    })
}

/// Calls `fault` with every story in every language, and fails with all that it finds.
fn no_story(fault: impl Fn(&str) -> Vec<String>) {
    let mut faults = Vec::new();
    for story in stories() {
        for lang in LANGS {
            let found = fault(&html(&story, lang));
            faults.extend(found.into_iter().map(|fault| format!("{} ({}): {fault}", story.name, lang.tag())));
        }
    }
    assert!(faults.is_empty(), "{} faults in the stories:\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn every_story_shows_something() {
    no_story(|html| if html.contains('<') { vec![] } else { vec!["it shows nothing".to_owned()] });
}

#[test]
fn every_story_has_a_name_of_its_own_below_its_area() {
    let mut names = BTreeSet::new();
    for story in stories() {
        assert!(names.insert(story.name), "two stories are called {}", story.name);
        let area = story.name.split('/').next().unwrap_or_default();
        assert!(["ui", "wizard", "steps", "pages"].contains(&area), "{} is in no area of the gallery", story.name);
    }
}

fn html_of(name: &str, lang: Lang) -> String {
    let found = stories().into_iter().find(|story| story.name == name);
    html(&found.unwrap_or_else(|| panic!("there is no story {name}")), lang)
}

/// Manual row T108.
#[test]
fn a_portal_has_its_own_name_for_the_members_page() {
    for lang in LANGS {
        for story in
            ["pages/session/bar-named", "pages/session/bar-company", "pages/my/personal", "pages/home/personal"]
        {
            let html = html_of(story, lang);
            assert!(html.contains("myKOTRA"), "{story}");
            assert!(!html.contains(">내 정보<") && !html.contains(">My page<"), "{story}");
        }
        assert!(!html_of("pages/session/bar", lang).contains("myKOTRA"));
    }
    assert!(html_of("pages/session/bar", Lang::Ko).contains(">내 정보<"));
}

/// Manual row T102, row X10.
#[test]
fn both_names_of_changing_company_information_are_found_on_the_page() {
    let html = html_of("pages/company/own", Lang::Ko);
    assert!(html.contains(">기업정보 수정<") && html.contains("기업정보 변경"));
    assert_eq!(html.matches(">기업정보 변경<").count(), 0, "one label, not two");
}

/// Manual rows K41 to K46.
#[test]
fn a_conversion_is_offered_with_the_words_for_whom_it_is() {
    for story in ["pages/home/kotra", "pages/home/personal"] {
        let html = html_of(story, Lang::Ko);
        assert!(html.contains("기업회원전환신청") && html.contains("개인회원이 취업, 이직 등에 따라"), "{story}");
    }
}

#[test]
fn whoever_left_reads_what_became_of_it_and_can_join_again() {
    let html = html_of("pages/my/left", Lang::Ko);
    for said in [
        "탈퇴가 완료되었습니다",
        "2026-11-21T05:05:00Z",
        "기업의 정보도 함께 삭제",
        "제8조",
        "다시 가입하기",
        "/signup/",
    ] {
        assert!(html.contains(said), "{said}");
    }
    let told = html_of("pages/my/left-told", Lang::Ko);
    assert!(told.contains("연계 시스템에도 탈퇴를 알립니다") && !told.contains("기업의 정보도 함께"));
}

#[test]
fn no_id_is_used_twice() {
    no_story(|html| {
        let mut seen = BTreeSet::new();
        let ids = tags(html).into_iter().filter_map(|tag| tag.get("id"));
        ids.filter(|id| !seen.insert(id.clone())).map(|id| format!("two elements have the id {id}")).collect()
    });
}

#[test]
fn nothing_has_a_style_or_a_handler_that_the_content_security_policy_blocks() {
    no_story(|html| {
        let blocked = |name: &String| *name == "style" || name.starts_with("on");
        let found = tags(html).into_iter().flat_map(|tag| {
            let names: Vec<String> = tag.attributes.keys().filter(|name| blocked(name)).cloned().collect();
            names.into_iter().map(move |name| format!("<{}> has the attribute {name}", tag.name))
        });
        found.collect()
    });
}

#[test]
fn every_control_has_a_label() {
    no_story(|html| {
        let tags = tags(html);
        let labelled: BTreeSet<String> =
            tags.iter().filter(|tag| tag.name == "label").filter_map(|tag| tag.get("for")).collect();
        let controls = tags.iter().filter(|tag| ["input", "select", "textarea"].contains(&tag.name.as_str()));
        let bare = controls.filter(|tag| {
            tag.get("type").as_deref() != Some("hidden")
                && !tag.in_label
                && !tag.has("aria-label")
                && !tag.has("aria-labelledby")
                && !tag.get("id").is_some_and(|id| labelled.contains(&id))
        });
        bare.map(|tag| format!("<{}> {:?} has no label", tag.name, tag.get("id"))).collect()
    });
}

#[test]
fn whatever_is_named_by_its_id_is_there() {
    no_story(|html| {
        let tags = tags(html);
        let ids: BTreeSet<String> = tags.iter().filter_map(|tag| tag.get("id")).collect();
        let mut faults = Vec::new();
        for tag in &tags {
            for attribute in ["for", "aria-describedby", "aria-labelledby"] {
                let named = tag.get(attribute).unwrap_or_default();
                let missing = named.split_whitespace().filter(|id| !ids.contains(*id));
                faults
                    .extend(missing.map(|id| format!("<{}> names {id} in {attribute}, which is not there", tag.name)));
            }
        }
        faults
    });
}

/// Components that no story shows, and why.
const WITHOUT: [(&str, &str); 20] = [
    ("WithPortal", "waits for a portal of the network"),
    ("Loaded", "waits for the network"),
    ("AccountPage", "reads the address"),
    ("LoginPage", "reads the address"),
    ("MyPage", "reads the address"),
    ("CompanyPage", "reads the address"),
    ("HomePage", "reads the address"),
    ("InvitationPage", "reads the address"),
    ("OperatorPage", "reads the address"),
    ("Applications", "asks the backend for the applications"),
    ("Originals", "asks the backend for the members"),
    ("AuditLog", "asks the backend for the lines"),
    ("Syncs", "asks the backend for the members"),
    ("Password", "asks the backend for the rules"),
    ("Listed", "waits for the network"),
    ("PortalsPage", "asks the backend for the portals"),
    ("SandboxPage", "asks the backend for the messages"),
    ("SignupPage", "reads the address"),
    ("StepOfAddress", "reads the address"),
    ("TermsPage", "reads the address"),
];

#[test]
fn every_public_component_is_in_a_story_or_part_of_one_that_is() {
    let sources = Sources::read();
    // What a file shows covers what its own components are made of.
    let mut covered: BTreeSet<&str> = BTreeSet::new();
    for source in &sources.0 {
        covered.extend(used(&source.stories));
    }
    loop {
        let shown = sources.0.iter().filter(|source| source.components().any(|name| covered.contains(name)));
        let more: BTreeSet<&str> = shown.flat_map(|source| used(&source.code)).collect();
        let before = covered.len();
        covered.extend(more);
        if covered.len() == before {
            break;
        }
    }
    let mut faults = Vec::new();
    for source in &sources.0 {
        let bare = source.public_components().filter(|name| !covered.contains(name));
        let bare = bare.filter(|name| !WITHOUT.iter().any(|(allowed, _)| allowed == name));
        faults.extend(bare.map(|name| {
            format!(
                "{}: <{name}>",
                source.file.strip_prefix(env!("CARGO_MANIFEST_DIR")).unwrap_or(&source.file).display()
            )
        }));
    }
    assert!(faults.is_empty(), "no story shows these; list their states in STORIES:\n{}", faults.join("\n"));
}

/// The names of the components that some code uses: `<Name ...>` and `<module::Name ...>`.
fn used(code: &str) -> impl Iterator<Item = &str> {
    let paths = code.split('<').skip(1).filter_map(|rest| rest.split(|c| !is_of_path(c)).next());
    let names = paths.filter_map(|path| path.rsplit(':').next());
    names.filter(|name| name.starts_with(|first: char| first.is_ascii_uppercase()))
}

fn is_of_path(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_' || c == ':'
}

/// The files that have components.
struct Sources(Vec<Source>);

struct Source {
    file: PathBuf,
    code: String,
    stories: String,
}

impl Sources {
    fn read() -> Self {
        let mut sources = Vec::new();
        for area in ["ui", "wizard", "steps", "pages", "gallery/signup.rs"] {
            read_sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(area), &mut sources);
        }
        Self(sources)
    }
}

impl Source {
    fn components(&self) -> impl Iterator<Item = &str> {
        let parts = self.code.split("#[component]").skip(1);
        parts.filter_map(|rest| rest.split_once("fn ")?.1.split(['(', '<']).next())
    }

    fn public_components(&self) -> impl Iterator<Item = &str> {
        let parts = self.code.split("#[component]\npub fn ").skip(1);
        parts.filter_map(|rest| rest.split(['(', '<']).next())
    }
}

fn read_sources(place: &Path, sources: &mut Vec<Source>) {
    if place.is_dir() {
        for entry in fs::read_dir(place).expect("the sources are there") {
            read_sources(&entry.expect("the sources can be listed").path(), sources);
        }
        return;
    }
    let text = fs::read_to_string(place).expect("sources are text");
    // A file of stories has helpers below its list; in other files the list is the end.
    let begin = text.find("STORIES: &[").unwrap_or(text.len());
    let (code, stories) = text.split_at(begin);
    sources.push(Source { file: place.to_owned(), code: code.to_owned(), stories: stories.to_owned() });
}

/// An opening tag.
struct Tag {
    name: String,
    attributes: BTreeMap<String, String>,
    /// Whether it stands in a `<label>`.
    in_label: bool,
}

impl Tag {
    fn get(&self, attribute: &str) -> Option<String> {
        self.attributes.get(attribute).cloned()
    }

    fn has(&self, attribute: &str) -> bool {
        self.attributes.get(attribute).is_some_and(|value| !value.is_empty())
    }
}

/// Every opening tag in order, as Leptos writes them: attributes in double quotes, comments for its own use.
fn tags(html: &str) -> Vec<Tag> {
    let mut found = Vec::new();
    let mut rest = html;
    let mut labels = 0_u32;
    while let Some(at) = rest.find('<') {
        rest = &rest[at + 1..];
        if let Some(comment) = rest.strip_prefix("!--") {
            rest = comment.split_once("-->").map_or("", |(_, after)| after);
        } else if let Some(closing) = rest.strip_prefix('/') {
            labels -= u32::from(closing.starts_with("label>"));
        } else if rest.starts_with(|first: char| first.is_ascii_alphabetic()) {
            let (tag, after) = tag(rest, labels > 0);
            labels += u32::from(tag.name == "label");
            found.push(tag);
            rest = after;
        }
    }
    found
}

fn tag(text: &str, in_label: bool) -> (Tag, &str) {
    let end = text.find(|c: char| c.is_whitespace() || c == '>' || c == '/').unwrap_or(text.len());
    let (name, mut rest) = text.split_at(end);
    let mut attributes = BTreeMap::new();
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
        if let Some(after) = rest.strip_prefix('>') {
            return (Tag { name: name.to_owned(), attributes, in_label }, after);
        }
        let end = rest.find(|c: char| c.is_whitespace() || "=>/".contains(c)).unwrap_or(rest.len());
        if end == 0 || rest.is_empty() {
            return (Tag { name: name.to_owned(), attributes, in_label }, rest);
        }
        let (attribute, after) = rest.split_at(end);
        let quoted = after.strip_prefix("=\"").and_then(|value| value.split_once('"'));
        let (value, after) = quoted.unwrap_or(("", after));
        attributes.insert(attribute.to_owned(), value.to_owned());
        rest = after;
    }
}

#[test]
fn tags_are_read_with_their_attributes() {
    let tags =
        tags("<!--<p>--><label for=\"a\">x <input id=\"a\" data-x=\"1>2\" hidden></label><br/><input type=\"text\">");
    let names: Vec<_> = tags.iter().map(|tag| (tag.name.as_str(), tag.in_label)).collect();
    assert_eq!(names, [("label", false), ("input", true), ("br", false), ("input", false)]);
    assert_eq!(tags[1].get("data-x").as_deref(), Some("1>2"));
    assert!(tags[1].attributes.contains_key("hidden"));
}
