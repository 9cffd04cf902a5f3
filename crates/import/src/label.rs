//! Names as they are shown: one spelling for what the files spell in several.

use unicode_normalization::UnicodeNormalization;

/// NFC, single blanks, one kind of middle dot, no mark ⓚ.
pub fn clean(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.nfc() {
        match c {
            'ⓚ' | '\u{feff}' | '\u{200b}' => {}
            '·' | '∙' | '․' | '‧' | '・' | '･' => out.push('ㆍ'),
            c if c.is_whitespace() || c.is_control() => {
                if !out.is_empty() && !out.ends_with(' ') {
                    out.push(' ');
                }
            }
            c => out.push(c),
        }
    }
    out.truncate(out.trim_end().len());
    out
}

/// The text inside one pair of brackets: `(베이커리류)` is 베이커리류.
pub fn without_brackets(text: &str) -> &str {
    text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')).unwrap_or(text).trim()
}

/// A name of an industry section without the divisions that it spans: `제조업(10~34)` is 제조업.
pub fn without_span(text: &str) -> &str {
    let digits = |c: char| c.is_ascii_digit() || matches!(c, '~' | '-' | '∼' | '～' | ' ');
    match text.strip_suffix(')').and_then(|rest| rest.rsplit_once('(')) {
        Some((name, span)) if !span.is_empty() && span.chars().all(digits) => name.trim_end(),
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_spelling_for_what_the_files_spell_in_several() {
        for (raw, shown) in [
            ("점성어\n", "점성어"),
            ("  밀크ㆍ크림  · 유장∙치즈 ", "밀크ㆍ크림 ㆍ 유장ㆍ치즈"),
            ("ⓚ 인삼", "인삼"),
            ("한 줄\r\n두\u{a0}줄", "한 줄 두 줄"),
            ("\u{1100}\u{1161}", "가"),
            (" \u{3000} ", ""),
        ] {
            assert_eq!(clean(raw), shown, "{raw:?}");
        }
    }

    #[test]
    fn brackets_round_the_whole_and_spans_of_divisions_go() {
        assert_eq!(without_brackets("(베이커리류)"), "베이커리류");
        assert_eq!(without_brackets("말(馬)"), "말(馬)");
        assert_eq!(without_span("농업, 임업 및 어업(01~03)"), "농업, 임업 및 어업");
        assert_eq!(without_span("기타 개인 서비스업 (94 ~ 96)"), "기타 개인 서비스업");
        assert_eq!(without_span("협회 및 단체(노조 포함)"), "협회 및 단체(노조 포함)");
    }
}
