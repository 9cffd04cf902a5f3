//! What the report says beside the changes.

use std::fmt;

/// Something a person should know of files that were read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Note {
    /// Sheets without a header that is known.
    IgnoredSheets {
        /// The file.
        file: String,
        /// Its sheets.
        sheets: Vec<String>,
    },
    /// No file has the 2- and 4-digit names, so they are the program's own.
    OwnUpperNames {
        /// How many 2-digit codes.
        chapters: usize,
        /// How many 4-digit codes.
        headings: usize,
    },
    /// 6-digit codes that are parted further and have no name in the files: their lines stand under the heading.
    NoSubheadings(usize),
    /// Codes that have no English name and take the Korean one.
    NoEnglish(usize),
    /// 2424 (household removals) is a code of the customs procedure, no product.
    Household(usize),
    /// Codes of a file of upper levels with no line below: it is of another year.
    EmptyAbove(usize),
    /// Lines of a file of all levels that `관세청_HS부호` does not have, or the other way round.
    OtherYear(usize),
    /// Standard names of codes that are not in the list.
    NamesOfOthers(usize),
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::IgnoredSheets { file, sheets } => {
                write!(f, "{file}: sheets without a known header were left out: {}", sheets.join(", "))
            }
            Self::OwnUpperNames { chapters, headings } => write!(
                f,
                "no file with the names of chapters and headings (15130660): {chapters} chapters and {headings} headings \
                 keep the names that come with the program"
            ),
            Self::NoSubheadings(count) => write!(
                f,
                "{count} 6-digit codes have no name in the files (15130660 has them); their lines stand under the heading"
            ),
            Self::NoEnglish(count) => write!(f, "{count} codes have no English name and take the Korean one"),
            Self::Household(count) => {
                write!(f, "{count} codes of 2424 (household removals) were left out: no products")
            }
            Self::EmptyAbove(count) => {
                write!(f, "{count} upper codes without lines were left out: is that file of another year?")
            }
            Self::OtherYear(count) => write!(
                f,
                "{count} lines are in only one of the files; 관세청_HS부호 decides. Is the other file of another year?"
            ),
            Self::NamesOfOthers(count) => {
                write!(f, "{count} codes of the standard names are not in the list; their names were left out")
            }
        }
    }
}
