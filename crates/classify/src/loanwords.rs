//! Loanwords have many spellings; each is folded to one, in labels, aliases and queries alike.

use crate::table::Table;
use std::borrow::Cow;
use std::sync::LazyLock;

/// A spelling that people use, and the one that it is folded to (the orthography of the National Institute of Korean
/// Language, or the commoner one): whole syllables, anywhere in a word, the longest first.
const SPELLINGS: &str = include_str!("../data/spellings.tsv");

/// Syllables that foreign words are not written with (orthography, chapter 3, section 1, item 3), and their usual form.
const SYLLABLES: [(char, char); 20] = [
    ('쟈', '자'),
    ('져', '저'),
    ('죠', '조'),
    ('쥬', '주'),
    ('쟝', '장'),
    ('젼', '전'),
    ('죤', '존'),
    ('쥴', '줄'),
    ('쥰', '준'),
    ('챠', '차'),
    ('쳐', '처'),
    ('쵸', '초'),
    ('츄', '추'),
    ('쉬', '시'),
    ('쉐', '셰'),
    ('쉘', '셸'),
    ('쎄', '세'),
    ('쎈', '센'),
    ('쏘', '소'),
    ('겔', '젤'),
];

/// A run of syllables in the spelling that the index knows.
pub fn fold(run: &str) -> Cow<'_, str> {
    static TABLE: LazyLock<Table> = LazyLock::new(|| Table::new(SPELLINGS));
    let mut out = String::new();
    let (mut done, mut at) = (0, 0);
    while let Some(first) = run[at..].chars().next() {
        let syllable = SYLLABLES.iter().find(|(written, _)| *written == first);
        if let Some((spelling, folded)) = TABLE.at(&run[at..]) {
            out.push_str(&run[done..at]);
            out.push_str(folded);
            at += spelling.len();
            done = at;
        } else if let Some((_, folded)) = syllable {
            out.push_str(&run[done..at]);
            out.push(*folded);
            at += first.len_utf8();
            done = at;
        } else {
            at += first.len_utf8();
        }
    }
    if done == 0 {
        return run.into();
    }
    out.push_str(&run[done..]);
    out.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_word_become_one() {
        for (written, other) in [
            ("쥬스", "주스"),
            ("소세지", "소시지"),
            ("쏘세지", "소시지"),
            ("케잌", "케이크"),
            ("초코렛", "초콜릿"),
            ("밧데리", "배터리"),
            ("스텐텀블러", "스테인리스텀블러"),
            ("후라이팬", "프라이팬"),
            ("썬크림", "선크림"),
        ] {
            assert_eq!(fold(written), fold(other), "{written}");
        }
    }

    #[test]
    fn what_is_folded_stays_when_folded_again() {
        for line in SPELLINGS.lines().skip(1) {
            let (spelling, folded) = line.split_once('\t').expect("two columns");
            assert_ne!(spelling, folded);
            assert_eq!(fold(folded), *folded, "{spelling}");
        }
    }
}
