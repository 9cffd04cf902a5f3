//! Words that stand for many codes at once, and of which kind they are.

use gaip_contract::bodies::Vague;
use gaip_domain::value::CodeList;

use crate::text;

/// Words and kinds, tab-separated below a header line.
const WORDS: &str = include_str!("../../data/hs/vague.tsv");

/// The kind of a query that says too little; nothing for any other.
pub fn vague(list: CodeList, query: &str) -> Option<Vague> {
    if list != CodeList::Hs {
        return None;
    }
    let query = text::compact(query);
    let rows = WORDS.lines().skip(1).filter_map(|line| line.split_once('\t'));
    rows.filter(|(word, _)| text::compact(word) == query).find_map(|(_, kind)| parse(kind))
}

fn parse(kind: &str) -> Option<Vague> {
    Some(match kind {
        "part" => Vague::Part,
        "set" => Vague::Set,
        "material" => Vague::Material,
        "use" => Vague::Use,
        "thing" => Vague::Thing,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_table_has_a_kind() {
        for line in WORDS.lines().skip(1) {
            let (word, kind) = line.split_once('\t').expect("two columns");
            assert!(parse(kind).is_some(), "{line}");
            assert_eq!(vague(CodeList::Hs, word), parse(kind), "{word} stands in the table twice");
        }
    }

    #[test]
    fn a_word_in_company_is_not_vague() {
        assert_eq!(vague(CodeList::Hs, "부품"), Some(Vague::Part));
        assert_eq!(vague(CodeList::Hs, "Parts"), Some(Vague::Part));
        assert_eq!(vague(CodeList::Hs, "자동차 부품"), None);
    }
}
