//! Addresses: made-up house numbers on one road, whatever is searched for.

use super::refusal::Outcome;
use super::state::Demo;
use super::table::Ask;
use gaip_contract::ProblemCode;
use gaip_contract::bodies::{AddressPage, AddressRow, AddressSearch};

/// Rows of a page.
const ROWS: u32 = 10;
/// How many there are.
const TOTAL: u32 = 23;

/// Searches; `장애` is out of order and `없음` is nowhere.
pub fn search(_: &mut Demo, _: &Ask, body: AddressSearch) -> Outcome<AddressPage> {
    let keyword = body.keyword.trim();
    if keyword.chars().count() < 2 {
        return Err(ProblemCode::KeywordTooBroad.into());
    }
    if keyword.contains("장애") {
        return Err(ProblemCode::AddressesUnavailable.into());
    }
    if keyword.contains("없음") {
        return Ok(AddressPage { total: 0, rows: Vec::new() });
    }
    let first = body.page.saturating_sub(1).saturating_mul(ROWS);
    let row = |house: u32| AddressRow {
        postcode: format!("{:05}", 35_200 + house),
        road: format!("대전광역시 서구 둔산로 {}", house * 2),
        lot: format!("대전광역시 서구 둔산동 {house}-1"),
    };
    Ok(AddressPage { total: TOTAL, rows: (first + 1..=TOTAL.min(first + ROWS)).map(row).collect() })
}
