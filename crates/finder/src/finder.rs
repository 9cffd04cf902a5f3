//! What the worker knows and answers.

use gaip_classify::{Edition, Page};
use gaip_contract::finder::{Answer, What};
use gaip_domain::value::CodeList;

/// An edition by the name under which it was fetched.
struct Loaded {
    name: String,
    edition: Edition,
}

/// The editions that were loaded, one a list, and the answers from them.
#[derive(Default)]
pub struct Finder(Vec<Loaded>);

impl Finder {
    /// Takes a packed edition in the place of the one before; says whether it is one, of that list.
    pub fn load(&mut self, list: CodeList, name: String, packed: &str) -> bool {
        let Some(edition) = Edition::unpack(packed).ok().filter(|edition| edition.list() == list) else { return false };
        self.0.retain(|loaded| loaded.edition.list() != list);
        self.0.push(Loaded { name, edition });
        true
    }

    /// Answers as the backend does, in the name of the edition that was loaded.
    pub fn answer(&self, list: CodeList, what: What) -> Answer {
        let Some(Loaded { name, edition }) = self.0.iter().find(|loaded| loaded.edition.list() == list) else {
            return Answer::Nothing;
        };
        match what {
            What::Search { query, offset, limit } => {
                let mut page = edition.search_page(&query, Page { offset, limit });
                page.edition.clone_from(name);
                Answer::Page(page)
            }
            What::Below(code) => {
                let rows = edition.below(Some(code.as_str()).filter(|code| !code.is_empty()));
                rows.map_or(Answer::Nothing, |mut rows| {
                    rows.edition.clone_from(name);
                    Answer::Rows(rows)
                })
            }
            What::Row(code) => edition.row(&code).map_or(Answer::Nothing, Answer::Row),
            What::Load(_) => Answer::Nothing,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn search(query: &str) -> What {
        What::Search { query: query.to_owned(), offset: 0, limit: 5 }
    }

    #[test]
    fn what_was_loaded_is_searched_under_its_name() {
        let edition = Edition::builtin(CodeList::Hs);
        let mut finder = Finder::default();
        assert_eq!(finder.answer(CodeList::Hs, search("라면")), Answer::Nothing);
        assert!(finder.load(CodeList::Hs, "0123456789abcdef".to_owned(), &edition.pack()));
        let mut page = edition.search_page("라면", Page { offset: 0, limit: 5 });
        page.edition = "0123456789abcdef".to_owned();
        assert_eq!(finder.answer(CodeList::Hs, search("라면")), Answer::Page(page));
        assert_eq!(finder.answer(CodeList::Ksic, search("카페")), Answer::Nothing);
    }

    #[test]
    fn the_tree_is_read_from_the_top_down() {
        let mut finder = Finder::default();
        finder.load(CodeList::Ksic, "x".to_owned(), &Edition::builtin(CodeList::Ksic).pack());
        let Answer::Rows(top) = finder.answer(CodeList::Ksic, What::Below(String::new())) else { panic!("no rows") };
        assert_eq!((top.rows.len(), top.rows[0].code.as_str()), (21, "A"));
        let Answer::Row(row) = finder.answer(CodeList::Ksic, What::Row("011".to_owned())) else { panic!("no row") };
        assert_eq!(row.path.len(), 2);
        assert_eq!(finder.answer(CodeList::Ksic, What::Below("999".to_owned())), Answer::Nothing);
    }

    #[test]
    fn what_is_no_edition_of_the_list_changes_nothing() {
        let mut finder = Finder::default();
        let ksic = Edition::builtin(CodeList::Ksic).pack();
        assert!(finder.load(CodeList::Ksic, "x".to_owned(), &ksic));
        assert!(!finder.load(CodeList::Hs, "y".to_owned(), &ksic));
        assert!(!finder.load(CodeList::Ksic, "z".to_owned(), "<!doctype html>"));
        assert_ne!(finder.answer(CodeList::Ksic, search("카페")), Answer::Nothing);
    }
}
