//! As much HTML as `index.html` needs: its tags and their attributes.

use std::ops::Range;

/// One opening tag.
pub struct Tag<'a> {
    /// Its name as written.
    pub name: &'a str,
    /// Where it stands in the page, from `<` to behind `>`.
    pub place: Range<usize>,
    attributes: &'a str,
}

impl<'a> Tag<'a> {
    /// The value of an attribute in double quotes; empty if it has none.
    pub fn attribute(&self, name: &str) -> Option<&'a str> {
        let mut rest = self.attributes;
        loop {
            let at = rest.find(name)?;
            let before = rest[..at].chars().next_back();
            rest = &rest[at + name.len()..];
            if !before.is_none_or(char::is_whitespace) {
                continue;
            }
            if let Some(value) = rest.strip_prefix("=\"") {
                return value.split('"').next();
            }
            if rest.is_empty() || rest.starts_with([' ', '/', '\n']) {
                return Some("");
            }
        }
    }

    /// What the browser fetches for this tag by itself: a link that is only followed is none of it.
    pub fn loads(&self) -> Option<&'a str> {
        match self.name {
            "a" | "base" | "form" | "meta" => None,
            "link" => self.attribute("href").filter(|_| self.attribute("rel").is_some_and(is_fetched)),
            _ => self.attribute("src"),
        }
    }
}

/// Kinds of `<link>` that name a page for people or machines to know of, and fetch nothing.
fn is_fetched(rel: &str) -> bool {
    !matches!(rel, "canonical" | "alternate" | "license" | "author" | "help")
}

/// Every opening tag, in order. Comments are skipped.
pub fn tags(html: &str) -> impl Iterator<Item = Tag<'_>> {
    let mut rest = html;
    std::iter::from_fn(move || {
        loop {
            rest = &rest[rest.find('<')? + 1..];
            if let Some(comment) = rest.strip_prefix("!--") {
                rest = comment.split_once("-->").map_or("", |(_, after)| after);
            } else if rest.starts_with(|first: char| first.is_ascii_alphabetic()) {
                let tag = rest.split('>').next().unwrap_or(rest);
                let start = html.len() - rest.len() - 1;
                let place = start..html.len().min(start + tag.len() + 2);
                rest = &rest[tag.len()..];
                let (name, attributes) = tag.split_once(char::is_whitespace).unwrap_or((tag, ""));
                return Some(Tag { name: name.trim_end_matches('/'), place, attributes });
            }
        }
    })
}

/// Cuts the first inline module script out and puts `replacement` there: the page and the script's text.
pub fn cut_module_script(html: &str, replacement: impl FnOnce(&str) -> String) -> Option<(String, String)> {
    const OPEN: &str = "<script type=\"module\">";
    let (before, rest) = html.split_once(OPEN)?;
    let (script, after) = rest.split_once("</script>")?;
    let script = script
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .fold(String::new(), |text, line| text + line + "\n");
    let page = format!("{before}{}{after}", replacement(&script));
    Some((page, script))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_inline_module_script_moves_out_and_the_rest_stays() {
        let html = "<head>\n<script type=\"module\">\nimport init from '/a.js';\n\n  await init();\n</script>\n<link rel=\"preload\"></head>";
        let (page, script) = cut_module_script(html, |script| format!("[{}]", script.len())).expect("there is one");
        assert_eq!(script, "import init from '/a.js';\nawait init();\n");
        assert_eq!(page, "<head>\n[40]\n<link rel=\"preload\"></head>");
        assert!(cut_module_script("<script type=\"module\" src=\"/a.js\"></script>", |_| { String::new() }).is_none());
    }

    #[test]
    fn a_stylesheet_is_loaded_and_a_link_to_follow_is_not() {
        let html = "<!-- <img src=\"/no.png\"> --><link rel=\"stylesheet\" href=\"/a.css\" integrity=\"x\"/>\
                    <a href=\"https://example.org\">x</a><link rel=\"canonical\" href=\"https://example.org/\">\
                    <script type=\"module\" src=\"/b.js\"></script><img alt=\"\" data-src=\"/lazy.png\">";
        let loads: Vec<_> = tags(html).filter_map(|tag| tag.loads()).collect();
        assert_eq!(loads, ["/a.css", "/b.js"]);
    }

    #[test]
    fn an_attribute_without_a_value_is_there_and_a_longer_name_is_another() {
        let tag = tags("<input data-required hidden>").next().expect("one tag");
        assert_eq!(tag.attribute("hidden"), Some(""));
        assert_eq!(tag.attribute("required"), None);
    }
}
