//! Codes and labels as people read them.

use crate::i18n::{code_words, fill, lang, local};
use gaip_contract::bodies::CodeRow;
use gaip_domain::text::{Lang, Text};
use gaip_domain::value::{CodeList, HsCode};

/// A code as it is written: `1902.30-1010`, 제19류 for a chapter, 제4부 for a section of goods. Industries are written as
/// they stand in the list.
pub fn spelled(list: CodeList, code: &str) -> String {
    if list == CodeList::Ksic || !code.is_ascii() {
        return code.to_owned();
    }
    if let Some(section) = code.strip_prefix('S') {
        let number = section.trim_start_matches('0');
        return match lang() {
            Lang::Ko => format!("제{number}부"),
            Lang::En => format!("Section {number}"),
        };
    }
    match (code.len(), lang()) {
        (2, Lang::Ko) => format!("제{code}류"),
        (2, Lang::En) => format!("Chapter {code}"),
        (5 | 6, _) => format!("{}.{}", &code[..4], &code[4..]),
        (7.., _) => format!("{}.{}-{}", &code[..4], &code[4..6], &code[6..]),
        _ => code.to_owned(),
    }
}

/// Whether a field can hold this code: goods of 4, 6 or 10 digits, industries that have no others below them.
pub fn can_choose(list: CodeList, row: &CodeRow) -> bool {
    match list {
        CodeList::Hs => HsCode::parse(&row.code).is_ok(),
        CodeList::Ksic => !row.children,
    }
}

/// The label in everyday words where there are some, with what it leaves out where it says 기타.
pub fn label(row: &CodeRow) -> String {
    local(row.plain.as_ref().unwrap_or(&row.label)) + except(row).as_str()
}

/// What a label such as 기타 leaves out, in brackets; nothing for others.
fn except(row: &CodeRow) -> String {
    if row.except.is_empty() {
        return String::new();
    }
    let except = row.except.iter().map(local).collect::<Vec<_>>().join(", ");
    format!(" ({})", fill(code_words().except, except))
}

/// The label in the other language, and that language's tag.
pub fn other_label(row: &CodeRow) -> (String, &'static str) {
    let lang = other(lang());
    (row.plain.as_ref().unwrap_or(&row.label).get(lang).to_owned(), lang.tag())
}

/// The text of the law where the label is in everyday words, else the label in the other language; with its tag.
pub fn full_label(row: &CodeRow) -> (String, &'static str) {
    if row.plain.is_none() { other_label(row) } else { (local(&row.label), lang().tag()) }
}

fn other(lang: Lang) -> Lang {
    match lang {
        Lang::Ko => Lang::En,
        Lang::En => Lang::Ko,
    }
}

/// The labels above a row, from the top down.
pub fn path(row: &CodeRow) -> String {
    row.path.iter().map(|label: &Text| local(label)).collect::<Vec<_>>().join(" › ")
}

/// The code with its label in one line; of one that is gone, that it is gone and what it was.
pub fn named(list: CodeList, row: &CodeRow) -> String {
    let code = spelled(list, &row.code);
    if row.gone {
        return format!("{code} {}", fill(code_words().gone, local(&row.label)));
    }
    format!("{code} {}", label(row))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(code: &str, ko: &str, except: &[&str]) -> CodeRow {
        let text = |ko: &str| Text { ko: ko.to_owned(), en: String::new() };
        CodeRow {
            code: code.to_owned(),
            label: text(ko),
            plain: None,
            path: vec![],
            except: except.iter().map(|ko| text(ko)).collect(),
            because: None,
            children: false,
            gone: false,
        }
    }

    #[test]
    fn goods_are_written_with_dots_at_every_depth() {
        for (code, spelling) in [
            ("S04", "제4부"),
            ("19", "제19류"),
            ("1902", "1902"),
            ("19021", "1902.1"),
            ("190230", "1902.30"),
            ("19023010", "1902.30-10"),
            ("1902301010", "1902.30-1010"),
        ] {
            assert_eq!(spelled(CodeList::Hs, code), spelling);
        }
        assert_eq!(spelled(CodeList::Ksic, "10730"), "10730");
    }

    #[test]
    fn a_rest_says_what_it_leaves_out() {
        assert_eq!(label(&row("190190", "기타", &["라면", "국수"])), "기타 (라면, 국수 제외)");
    }

    #[test]
    fn everyday_words_stand_before_the_text_of_the_law() {
        let text = |ko: &str| Text { ko: ko.to_owned(), en: String::new() };
        let heading = CodeRow {
            plain: Some(text("국수·라면·파스타")),
            ..row("1902", "파스타[조리한 것인지에 상관없다]", &[])
        };
        assert_eq!(named(CodeList::Hs, &heading), "1902 국수·라면·파스타");
        assert_eq!(full_label(&heading), ("파스타[조리한 것인지에 상관없다]".to_owned(), "ko"));
    }

    #[test]
    fn a_code_that_is_gone_says_so_and_keeps_its_name() {
        let gone = CodeRow { gone: true, ..row("8542", "전자집적회로", &[]) };
        assert_eq!(named(CodeList::Hs, &gone), "8542 지금은 쓰지 않는 코드입니다 (전자집적회로).");
    }

    #[test]
    fn goods_are_chosen_by_4_6_or_10_digits_and_industries_at_the_deepest() {
        for (code, can) in [("S04", false), ("19", false), ("1902", true), ("19021", false), ("190230", true)] {
            assert_eq!(can_choose(CodeList::Hs, &row(code, "", &[])), can, "{code}");
        }
        let group = CodeRow { children: true, ..row("107", "", &[]) };
        assert!(!can_choose(CodeList::Ksic, &group) && can_choose(CodeList::Ksic, &row("10730", "", &[])));
    }
}
