//! The parts of each entry's labels, to see how much one of them is like a query.

/// Label parts, each between line breaks.
#[derive(Debug, Default)]
pub struct Segments {
    text: String,
    /// Where each entry's text ends.
    ends: Vec<u32>,
    /// Entries that have a text or were ended without one.
    begun: usize,
}

/// How a part of a label holds a query.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Likeness {
    /// Not at all.
    None,
    /// Followed by 용: the thing is for something else.
    Purpose,
    /// Somewhere inside.
    Inside,
    /// At its beginning or its end.
    Edge,
    /// It is the query.
    Whole,
}

impl Segments {
    /// Adds a part of the present entry.
    pub fn push(&mut self, part: &str) {
        if self.ends.len() == self.begun {
            self.begun += 1;
            self.text.push('\n');
        }
        self.text.push_str(part);
        self.text.push('\n');
    }

    /// Ends the present entry.
    pub fn end(&mut self) {
        self.begun = self.ends.len() + 1;
        self.ends.push(super::position(self.text.len()));
    }

    /// How the best part of an entry's labels holds the query.
    pub fn likeness(&self, entry: u32, query: &str) -> Likeness {
        let at = entry as usize;
        let start = at.checked_sub(1).map_or(0, |before| self.ends[before] as usize);
        let text = &self.text[start..self.ends[at] as usize];
        let places = text.match_indices(query).map(|(at, _)| {
            let begins = text[..at].ends_with('\n');
            let behind = &text[at + query.len()..];
            match (begins, behind.starts_with('\n')) {
                (true, true) => Likeness::Whole,
                _ if behind.starts_with('용') => Likeness::Purpose,
                (true, false) | (false, true) => Likeness::Edge,
                (false, false) => Likeness::Inside,
            }
        });
        places.max().unwrap_or(Likeness::None)
    }
}
