//! The simulated address service: made-up house numbers on well-known roads, matched by words.

use serde_json::{Value, json};

/// City, district, neighbourhood, road, house number, lot number, postcode and building, with tabs between them.
const TABLE: &str = include_str!("sandbox.tsv");

/// Cities and provinces, by themselves too broad for the real service.
const REGIONS: [&str; 4] = ["대전광역시", "서울특별시", "부산광역시", "세종특별자치시"];

/// The service's answer; nothing if it is out of order.
pub(super) fn answer(keyword: &str, page: u32, per_page: u32) -> Option<Vec<u8>> {
    let lower = keyword.to_lowercase();
    if lower.contains("장애") || lower.contains("outage") {
        return None;
    }
    let answer = match refusal(keyword) {
        Some((code, message)) => results(page, per_page, 0, code, message, &Value::Null),
        None => found(&lower, page, per_page),
    };
    serde_json::to_vec(&answer).ok()
}

fn refusal(keyword: &str) -> Option<(&'static str, &'static str)> {
    if keyword.chars().all(|c| c.is_ascii_digit()) {
        return Some(("E0009", "검색어는 문자와 숫자 같이 입력되어야 합니다."));
    }
    let region = |name: &&str| name.starts_with(keyword);
    REGIONS.iter().any(region).then_some(("E0006", "주소를 상세히 입력해 주시기 바랍니다."))
}

fn found(keyword: &str, page: u32, per_page: u32) -> Value {
    let words: Vec<&str> = keyword.split(' ').collect();
    let matches = |line: &&str| {
        let line = line.to_lowercase().replace('\t', " ");
        words.iter().all(|word| line.contains(word))
    };
    let all: Vec<&str> = TABLE.lines().filter(matches).collect();
    let skip = (page as usize - 1).saturating_mul(per_page as usize);
    let rows: Vec<Value> = all.iter().skip(skip).take(per_page as usize).filter_map(|line| address(line)).collect();
    results(page, per_page, all.len(), "0", "정상", &json!(rows))
}

fn results(page: u32, per_page: u32, total: usize, code: &str, message: &str, juso: &Value) -> Value {
    json!({ "results": {
        "common": {
            "totalCount": total.to_string(), "currentPage": page.to_string(), "countPerPage": per_page.to_string(),
            "errorCode": code, "errorMessage": message,
        },
        "juso": juso,
    }})
}

fn address(line: &str) -> Option<Value> {
    let mut parts = line.split('\t');
    let mut next = || parts.next();
    let (city, district, area, road, house, lot, postcode) =
        (next()?, next()?, next()?, next()?, next()?, next()?, next()?);
    let building = next().unwrap_or_default();
    let place = if district.is_empty() { city.to_owned() } else { format!("{city} {district}") };
    let in_brackets = if building.is_empty() { area.to_owned() } else { format!("{area}, {building}") };
    let street = format!("{place} {road} {house}");
    Some(json!({
        "roadAddr": format!("{street} ({in_brackets})"), "roadAddrPart1": street, "roadAddrPart2": format!(" ({in_brackets})"),
        "jibunAddr": format!("{place} {area} {lot} {building}"), "zipNo": postcode, "siNm": city, "sggNm": district,
        "emdNm": area, "rn": road, "bdNm": building, "udrtYn": "0", "mtYn": "0",
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_table_is_an_address() {
        for line in TABLE.lines() {
            let address = address(line).expect(line);
            let postcode = address["zipNo"].as_str().expect(line);
            assert!(postcode.len() == 5 && postcode.bytes().all(|b| b.is_ascii_digit()), "{line}");
        }
        assert!(TABLE.lines().count() >= 60);
    }
}
