//! What a table is, by the names of its columns.

use crate::refusal::{Place, Reason, Refusal};
use crate::table::{Cell, Row, Sheet};
use crate::{label, limits};
use gaip_domain::value::CodeList;

/// The kinds of table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `관세청_HS부호`: lines and the levels between them and the subheadings.
    HsCodes,
    /// Codes of these lengths with their names.
    HsLevels(Vec<usize>),
    /// `관세청_표준품명`.
    HsNames,
    /// Codes of KSIC.
    Ksic,
    /// What industries comprise.
    KsicNotes,
}

/// A table whose header was found.
#[derive(Clone, Debug)]
pub struct Known {
    pub kind: Kind,
    sheet: Sheet,
    /// Position of the header among the rows.
    top: usize,
    columns: Columns,
}

/// Where the columns stand.
#[derive(Clone, Debug, Default)]
pub struct Columns {
    pub code: usize,
    pub ko: Option<usize>,
    pub en: Option<usize>,
    /// Nature of goods, examples of an industry.
    pub more: Option<usize>,
    pub level: Option<usize>,
    pub parent: Option<usize>,
}

impl Known {
    pub fn columns(&self) -> &Columns {
        &self.columns
    }

    /// The rows below the header.
    pub fn rows(&self) -> impl Iterator<Item = &Row> {
        self.sheet.rows.iter().skip(self.top + 1)
    }

    pub fn place(&self, row: u32) -> Place {
        self.sheet.place(Some(row))
    }

    pub fn file(&self) -> &str {
        &self.sheet.file
    }

    pub fn refuse(&self, row: u32, reason: Reason) -> Refusal {
        Refusal { place: self.place(row), reason }
    }

    /// A cell as cleaned text; empty where the table has no such column.
    pub fn text(&self, row: &Row, column: Option<usize>) -> Result<String, Refusal> {
        match column.and_then(|at| row.cells.get(at)) {
            None | Some(Cell::Empty) => Ok(String::new()),
            Some(Cell::Text(text) | Cell::Number(text)) => {
                let text = label::clean(text);
                if text.chars().count() > limits::LABEL {
                    return Err(self.refuse(row.number, Reason::TooMuch));
                }
                Ok(text)
            }
            Some(Cell::Fault) => Err(self.refuse(row.number, Reason::Fault)),
        }
    }

    /// The code of a row: letters and digits. A number is none; a row that is wider than the header is broken.
    pub fn code(&self, row: &Row) -> Result<String, Refusal> {
        let refuse = |reason| Err(self.refuse(row.number, reason));
        let width = self.sheet.rows[self.top].cells.len();
        if row.cells.iter().skip(width).any(|cell| !cell.is_empty()) {
            return refuse(Reason::MoreCells);
        }
        match row.cells.get(self.columns.code) {
            Some(Cell::Number(number)) => refuse(Reason::NumericCode(number.clone())),
            Some(Cell::Fault) => refuse(Reason::Fault),
            // Not even dots are forgiven: `101211000.0` is a number that lost a zero and gained one.
            Some(Cell::Text(text)) => match label::clean(text) {
                code if code.is_empty() => refuse(Reason::NoCode),
                code if code.len() <= 20 && code.bytes().all(|b| b.is_ascii_alphanumeric()) => Ok(code),
                other => refuse(Reason::NotACode(other.chars().take(40).collect())),
            },
            _ => refuse(Reason::NoCode),
        }
    }
}

/// Finds the header of a sheet; the sheet itself where it has none.
pub fn recognise(list: CodeList, sheet: Sheet) -> Result<Result<Known, Sheet>, Refusal> {
    for top in 0..sheet.rows.len().min(limits::HEADER_ROWS) {
        let header: Vec<String> = sheet.rows[top].cells.iter().map(name).collect();
        let found = match list {
            CodeList::Hs => hs(&header, sheet.name.as_deref().unwrap_or_default()),
            CodeList::Ksic => ksic(&header),
        };
        match found {
            None => {}
            Some(Ok((kind, columns))) => return Ok(Ok(Known { kind, sheet, top, columns })),
            Some(Err(twice)) => {
                let place = sheet.place(Some(sheet.rows[top].number));
                return Err(Refusal { place, reason: Reason::TwoColumns(twice) });
            }
        }
    }
    Ok(Err(sheet))
}

type Found = Option<Result<(Kind, Columns), String>>;

/// Sheets of the levels name them in the header of the codes, or by their own name.
fn hs(header: &[String], sheet: &str) -> Found {
    let ko = find(header, &["한글품목명", "name_ko"]);
    let en = find(header, &["영문품목명", "name_en"]);
    let nature = find(header, &["성질통합분류코드명", "nature_name"]);
    let standard = find(header, &["표준품명_한글", "표준품명(한글)", "한글표준품명"]);
    let by_length = header.iter().position(|name| !lengths(name).is_empty());
    if let (Some(code), Some(ko)) = (find(header, &["hs부호"]), standard) {
        let en = find(header, &["표준품명_영문", "표준품명(영문)", "영문표준품명"]);
        return Some(columns(Kind::HsNames, code, Some(ko), en, None));
    }
    let ko = ko?;
    if let Some(code) = find(header, &["hs부호"]) {
        let lengths = lengths(&name(&Cell::Text(sheet.to_owned())));
        let kind = if lengths.is_empty() { Kind::HsCodes } else { Kind::HsLevels(lengths) };
        return Some(columns(kind, code, Some(ko), en, nature));
    }
    if let Some(code) = by_length {
        return Some(columns(Kind::HsLevels(lengths(&header[code])), Ok(code), Some(ko), en, nature));
    }
    let code = find(header, &["code"])?;
    Some(columns(Kind::HsLevels(vec![2, 4, 5, 6, 7, 8, 9, 10]), code, Some(ko), en, nature))
}

fn ksic(header: &[String]) -> Found {
    let code = find(header, &["code", "코드", "분류코드"])?;
    if let Some(ko) = find(header, &["name_ko", "한글항목명", "항목명", "분류명"]) {
        let en = find(header, &["name_en", "영문항목명", "영문명"]);
        let found = columns(Kind::Ksic, code, Some(ko), en, None);
        return Some(found.and_then(|(kind, found)| {
            let level = find(header, &["level", "수준"]).transpose()?;
            let parent = find(header, &["parent", "상위코드"]).transpose()?;
            Ok((kind, Columns { level, parent, ..found }))
        }));
    }
    let examples = header.iter().position(|name| name.starts_with("examples") || name == "예시" || name == "색인어")?;
    Some(columns(Kind::KsicNotes, code, None, None, Some(Ok(examples))))
}

type Position = Result<usize, String>;

fn columns(
    kind: Kind,
    code: Position,
    ko: Option<Position>,
    en: Option<Position>,
    more: Option<Position>,
) -> Result<(Kind, Columns), String> {
    let found = Columns {
        code: code?,
        ko: ko.transpose()?,
        en: en.transpose()?,
        more: more.transpose()?,
        ..Columns::default()
    };
    Ok((kind, found))
}

/// Where a column of one of these names stands; an error where there are two.
fn find(header: &[String], names: &[&str]) -> Option<Position> {
    let mut found = header.iter().enumerate().filter(|(_, name)| names.contains(&name.as_str()));
    let (at, name) = found.next()?;
    Some(if found.next().is_some() { Err(name.clone()) } else { Ok(at) })
}

/// A name of a column without blanks, in small letters.
fn name(cell: &Cell) -> String {
    let Cell::Text(text) = cell else { return String::new() };
    label::clean(text).chars().filter(|c| !c.is_whitespace()).map(|c| c.to_ascii_lowercase()).collect()
}

/// The lengths that a column such as `HS8단위(7,9단위포함)` announces.
fn lengths(name: &str) -> Vec<usize> {
    let Some(rest) = name.strip_prefix("hs").filter(|rest| rest.contains("단위")) else { return Vec::new() };
    let mut lengths: Vec<usize> =
        rest.split(|c: char| !c.is_ascii_digit()).filter_map(|digits| digits.parse().ok()).collect();
    lengths.retain(|length| (2..=10).contains(length));
    lengths.sort_unstable();
    lengths
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_announces_the_lengths_of_its_codes() {
        assert_eq!(lengths("hs2단위"), [2]);
        assert_eq!(lengths("hs6단위(5단위포함)"), [5, 6]);
        assert_eq!(lengths("hs8단위(7,9단위포함)"), [7, 8, 9]);
        assert_eq!(lengths("hs부호"), [0; 0]);
    }
}
