//! Why files are not an edition: where, and what is wrong. The text is for the operator who imports them.

use gaip_classify::{EditionError, Level};
use gaip_domain::value::CodeList;
use std::fmt;

/// A place in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The file's name as given.
    pub file: String,
    /// The sheet of a workbook.
    pub sheet: Option<String>,
    /// The row as a spreadsheet or an editor counts it, from 1.
    pub row: Option<u32>,
}

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// Where.
    pub place: Place,
    /// What.
    pub reason: Reason,
}

/// What can be wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// More than 64 MiB.
    FileTooLarge,
    /// Nothing is in it.
    Empty,
    /// A web page, as some sites save their tables.
    Html,
    /// An `.xls` of before 2007, or a workbook with a password.
    OldWorkbook,
    /// A zip that holds no workbook.
    OtherZip,
    /// A workbook that cannot be read to its end.
    Broken(String),
    /// A workbook that unpacks to more than any code list.
    Bomb,
    /// More rows, columns or characters than any code list has.
    TooMuch,
    /// Neither UTF-8 nor CP949.
    Encoding,
    /// No header names the columns that are looked for.
    UnknownHeader {
        /// The list that is imported.
        list: CodeList,
        /// The first row that was found.
        found: Vec<String>,
    },
    /// Two columns have this name.
    TwoColumns(String),
    /// The row has more cells than the header.
    MoreCells,
    /// The cell holds an error such as `#REF!`.
    Fault,
    /// The cell of a code is a number: leading zeros are lost.
    NumericCode(String),
    /// The cell of a code is empty in a row that is not.
    NoCode,
    /// Not digits.
    NotACode(String),
    /// Not of a length that this file has.
    Length {
        /// The code.
        code: String,
        /// The lengths that are right here.
        right: Vec<usize>,
    },
    /// No line begins with this code, as happens where a line lost its zero.
    LostZero(String),
    /// No Korean label.
    NoLabel(String),
    /// The code stood before.
    Duplicate {
        /// The code.
        code: String,
        /// Where.
        first: Box<Place>,
    },
    /// The code above it is in no file.
    Orphan {
        /// The code.
        code: String,
        /// The code above it.
        above: String,
    },
    /// The level or the parent that the row names is not that of the code.
    Contradiction(String),
    /// No file has the codes of this level.
    NoCodes(CodeList),
    /// The codes of a level are more than 5 % more or fewer than before.
    SizeChange {
        /// The level.
        level: Level,
        /// Codes before.
        before: usize,
        /// Codes now.
        now: usize,
    },
    /// The rows are no edition.
    Edition(EditionError),
}

impl Refusal {
    /// A refusal of a whole file.
    pub fn of_file(file: &str, reason: Reason) -> Self {
        Self { place: Place { file: file.to_owned(), sheet: None, row: None }, reason }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if let Some(sheet) = &self.sheet {
            write!(f, ", sheet {sheet}")?;
        }
        if let Some(row) = self.row {
            write!(f, ", row {row}")?;
        }
        Ok(())
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.reason)
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::FileTooLarge => f.write_str("larger than 64 MiB, which no code list is"),
            Self::Empty => f.write_str("there is nothing in it"),
            Self::Html => f.write_str("a web page, not a table. Download the file itself"),
            Self::OldWorkbook => {
                f.write_str("an .xls of before 2007 or a workbook with a password. Save it as .xlsx without one")
            }
            Self::OtherZip => f.write_str("an archive without a workbook in it. Unpack it and give the file inside"),
            Self::Broken(what) => write!(f, "the workbook cannot be read ({what}). Download it again"),
            Self::Bomb => f.write_str("unpacks to more than 256 MiB, which no code list does"),
            Self::TooMuch => f.write_str("more rows, columns or text than a code list has"),
            Self::Encoding => f.write_str("neither UTF-8 nor CP949"),
            Self::UnknownHeader { list, found } => {
                write!(f, "no header that belongs to {}. ", list.as_str())?;
                f.write_str(match list {
                    CodeList::Hs => {
                        "Looked for HS부호, 한글품목명, 영문품목명; HS부호, 표준품명_한글; HS4단위 and the like, 한글품목명; \
                         or code, name_ko, name_en"
                    }
                    CodeList::Ksic => "Looked for code, level, parent, name_ko, name_en; or code, description, examples",
                })?;
                write!(f, ". Found: {}", found.join(", "))
            }
            Self::TwoColumns(name) => write!(f, "two columns are called {name}"),
            Self::MoreCells => f.write_str("more cells than the header has. Is a comma not in quotes?"),
            Self::Fault => f.write_str("a cell holds an error of the spreadsheet"),
            Self::NumericCode(code) => write!(
                f,
                "the code {code} is a number, so leading zeros may be lost. Use the file as published, with codes as text"
            ),
            Self::NoCode => f.write_str("the row has no code"),
            Self::NotACode(text) => write!(f, "`{text}` is not a code"),
            Self::Length { code, right } => {
                let right: Vec<String> = right.iter().map(usize::to_string).collect();
                write!(f, "{code} has {} characters; codes here have {}", code.chars().count(), right.join(", "))
            }
            Self::LostZero(code) => write!(
                f,
                "no 10-digit code begins with {code}: it lost its first zero (0{code}?), or the lines below it are missing"
            ),
            Self::NoLabel(code) => write!(f, "{code} has no Korean name"),
            Self::Duplicate { code, first } => write!(f, "{code} stands in the list already: {first}"),
            Self::Orphan { code, above } => write!(f, "{code} has nothing above it: {above} is in no file"),
            Self::Contradiction(code) => write!(f, "the level or the parent of {code} is not what its digits say"),
            Self::NoCodes(CodeList::Hs) => f.write_str("no file with 10-digit codes. Give 관세청_HS부호 (15049722)"),
            Self::NoCodes(CodeList::Ksic) => f.write_str("no file with the codes"),
            Self::SizeChange { level, before, now } => write!(
                f,
                "{now} codes of the level {level:?} where the edition in force has {before}: more than 5 % off. If this is \
                 so, say --accept-size-change"
            ),
            Self::Edition(error) => error.fmt(f),
        }
    }
}
