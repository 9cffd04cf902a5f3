//! One style sheet for all: forty small files would be forty requests and compress worse than one.

use crate::html::Tag;

/// The style sheets of a page, in their order, as trunk links them.
pub fn linked<'a>(tags: impl Iterator<Item = Tag<'a>>) -> Vec<Tag<'a>> {
    tags.filter(|tag| tag.name == "link" && tag.attribute("rel") == Some("stylesheet")).collect()
}

/// The page with one link to `address` in place of the first of `sheets` and none in place of the others.
pub fn relink(page: &str, sheets: &[Tag], address: &str) -> String {
    let mut out = String::with_capacity(page.len());
    let mut end = 0;
    for (i, sheet) in sheets.iter().enumerate() {
        let before = &page[end..sheet.place.start];
        out.push_str(if i == 0 { before } else { before.trim_end() });
        if i == 0 {
            // No integrity: it is of this origin, and its name is its hash.
            out.push_str("<link rel=\"stylesheet\" href=\"");
            out.push_str(address);
            out.push_str("\">");
        }
        end = sheet.place.end;
    }
    out + &page[end..]
}

/// A style sheet without comments, indentation and empty lines. Strings stay as they are.
pub fn shorten(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    for line in without_comments(css).lines().map(str::trim).filter(|line| !line.is_empty()) {
        out.push_str(line);
        out.push('\n');
    }
    out
}

fn without_comments(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    while let Some(at) = rest.find(['"', '\'', '/']) {
        let (before, here) = rest.split_at(at);
        out.push_str(before);
        let taken = if let Some(comment) = here.strip_prefix("/*") {
            comment.find("*/").map_or(here.len(), |end| end + 4)
        } else if here.starts_with('/') {
            out.push('/');
            1
        } else {
            let end = string_end(here);
            out.push_str(&here[..end]);
            end
        };
        rest = &here[taken..];
    }
    out + rest
}

/// The length of the string that begins here, with its quotes.
fn string_end(text: &str) -> usize {
    let mut characters = text.char_indices();
    let quote = characters.next().map(|(_, quote)| quote);
    while let Some((at, character)) = characters.next() {
        if Some(character) == quote {
            return at + 1;
        }
        if character == '\\' {
            characters.next();
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::html;

    const PAGE: &str = "<head>\n  <link rel=\"icon\" href=\"/i.svg\"/>\n  <link rel=\"stylesheet\" href=\"/a.css\" integrity=\"sha384-x\"/>\n  \
        <!-- order -->\n  <link rel=\"stylesheet\" href=\"/b.css\"/>\n  <script src=\"/s.js\"></script>\n</head>";

    #[test]
    fn one_link_stands_where_the_first_was_and_everything_else_stays() {
        let sheets = linked(html::tags(PAGE));
        let names: Vec<_> = sheets.iter().filter_map(|tag| tag.attribute("href")).collect();
        assert_eq!(names, ["/a.css", "/b.css"]);
        assert_eq!(
            relink(PAGE, &sheets, "/style.css"),
            "<head>\n  <link rel=\"icon\" href=\"/i.svg\"/>\n  <link rel=\"stylesheet\" href=\"/style.css\">\n  \
             <!-- order -->\n  <script src=\"/s.js\"></script>\n</head>"
        );
    }

    #[test]
    fn comments_and_indentation_go_and_rules_stay() {
        let css = "/* head\n   on two lines */\n@layer a, b;\n\n@layer a {\n  p {\n    /* why */\n    margin: 0 /* none */ auto;\n  }\n}\n";
        assert_eq!(shorten(css), "@layer a, b;\n@layer a {\np {\nmargin: 0  auto;\n}\n}\n");
    }

    #[test]
    fn a_string_that_looks_like_a_comment_stays() {
        let css = "a::after { content: \"/* \\\" no */\"; background: url('data:image/svg+xml,/*x*/'); width: calc(1px / 2) }\n";
        assert_eq!(shorten(css), css);
    }

    #[test]
    fn a_comment_that_never_ends_takes_the_rest_as_in_browsers() {
        assert_eq!(shorten("a{}\n/* b{}"), "a{}\n");
    }
}
