//! Names of files as people gave them.

use gaip_domain::text::tidy;

/// Most characters of a name.
const MOST: usize = 200;

/// A name without folders, control characters and marks that turn its direction, in NFC (macOS sends decomposed
/// Hangul), shortened before its ending; nothing if there is no name before the ending.
pub(super) fn clean(raw: &str) -> Option<String> {
    let last = raw.rsplit(['/', '\\']).next().unwrap_or_default();
    let name = tidy(last);
    let (stem, ending) = name.rsplit_once('.')?;
    let stem: String = stem.chars().take(MOST.checked_sub(ending.chars().count() + 1)?).collect();
    let stem = stem.trim_matches(['.', ' ']);
    (!stem.is_empty()).then(|| format!("{stem}.{}", ending.trim()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decomposed_hangul_is_composed() {
        let decomposed = "\u{1109}\u{1161}\u{110b}\u{1165}\u{11b8}\u{110c}\u{1161}.pdf";
        assert_eq!(clean(decomposed).as_deref(), Some("사업자.pdf"));
    }

    #[test]
    fn folders_and_invisible_characters_go() {
        assert_eq!(clean("C:\\fakepath\\등록증.PDF").as_deref(), Some("등록증.PDF"));
        assert_eq!(clean("../../etc/pass\u{0}wd\r\n.png").as_deref(), Some("passwd.png"));
        assert_eq!(clean("gnp\u{202e}.pdf").as_deref(), Some("gnp.pdf"));
    }

    #[test]
    fn a_name_of_nothing_but_an_ending_is_none() {
        for raw in ["", ".pdf", "..pdf", "folder/", " .zip", "name"] {
            assert_eq!(clean(raw), None, "{raw}");
        }
    }

    #[test]
    fn a_long_name_keeps_its_ending() {
        let name = clean(&format!("{}.jpeg", "가".repeat(500))).expect("a name");
        assert_eq!(name.chars().count(), 200);
        assert!(name.ends_with("가.jpeg"));
    }
}
