//! The rows of a code list.

/// One code with its labels.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Digits only, such as `"1902"`; sections have a letter, such as `"S04"`.
    pub code: String,
    /// How deep in the tree the code stands.
    pub level: Level,
    /// Korean label, never empty.
    pub ko: String,
    /// English label, never empty.
    pub en: String,
    /// Code of the entry above; `None` at the top.
    pub parent: Option<String>,
    /// Other names that the publisher gives: standard names of goods, the nature of the line, examples of an industry.
    /// [`crate::Edition::official`] adds our own words for a heading, Korean and English, as the last two.
    pub names: Vec<String>,
}

/// A code that an earlier edition had. It is no longer found, but what was saved under it keeps its meaning.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gone {
    /// The code.
    pub code: String,
    /// Its last Korean label.
    pub ko: String,
    /// Its last English label.
    pub en: String,
}

/// How deep a code stands, from the top. Levels may be left out, and within one level a longer code may stand below a
/// shorter one, as the 6-digit subheadings below the 5-digit ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// HS section (부); KSIC section (대분류), a letter.
    Section,
    /// HS chapter (류); KSIC division (중분류): 2 digits.
    Chapter,
    /// HS heading (호), 4 digits; KSIC group (소분류), 3 digits. The highest level that a search finds.
    Heading,
    /// HS subheading (소호), 5 or 6 digits; KSIC class (세분류), 4 digits.
    Subheading,
    /// National tariff line (세번), 7 to 10 digits; KSIC subclass (세세분류), 5 digits.
    Line,
}

/// An everyday word that stands for a code, such as 라면 for 1902. One word may stand for several codes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alias {
    /// What people type.
    pub term: String,
    /// A code of the same edition, a heading or deeper.
    pub code: String,
}
