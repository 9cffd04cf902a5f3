//! Codes as an official edition has them, for the stories.

use gaip_contract::bodies::{CodeGroup, CodePage, CodeRow};
use gaip_domain::text::Text;

fn text((ko, en): (&str, &str)) -> Text {
    Text { ko: ko.to_owned(), en: en.to_owned() }
}

fn row(code: &str, label: (&str, &str), path: &[(&str, &str)]) -> CodeRow {
    CodeRow {
        code: code.to_owned(),
        label: text(label),
        plain: None,
        path: path.iter().copied().map(text).collect(),
        except: Vec::new(),
        because: None,
        children: false,
        gone: false,
    }
}

fn parent(row: CodeRow) -> CodeRow {
    CodeRow { children: true, ..row }
}

/// A row whose label is the text of the law.
fn plain(row: CodeRow, words: (&str, &str)) -> CodeRow {
    CodeRow { plain: Some(text(words)), ..row }
}

fn because(row: CodeRow, word: &str) -> CodeRow {
    CodeRow { because: Some(word.to_owned()), ..row }
}

fn page(edition: &str, groups: Vec<CodeGroup>) -> CodePage {
    let total = u32::try_from(groups.len()).unwrap_or_default();
    CodePage { edition: edition.to_owned(), total, groups, read_as: None, vague: None }
}

// Labels of the built-in edition, so that the way from a result to the tree can be gone in the gallery.
const FOOD: (&str, &str) = ("가공식품·음료·담배", "Prepared foods, drinks, tobacco");
const CEREALS: (&str, &str) = ("곡물 가공식품: 면·빵·과자", "Cereal foods: noodles, bread, biscuits");
const OTHER: (&str, &str) = ("기타", "Other");
const PASTA: (&str, &str) =
    ("파스타(스파게티·마카로니·국수), 쿠스쿠스", "Pasta, such as spaghetti, macaroni, noodles; couscous");

const NOODLES: (&str, &str) = ("국수·라면·파스타", "Noodles, instant noodles, pasta");

/// Headings with what was found in them.
pub fn hs_page() -> CodePage {
    let other = ("기타 파스타", "Other pasta");
    let rest = CodeRow {
        except: vec![text(("라면", "Ramyon")), text(("당면", "Chinese vermicelli"))],
        ..row("1902309000", OTHER, &[other])
    };
    let noodles = CodeGroup {
        heading: parent(because(row("1902", NOODLES, &[FOOD, CEREALS]), "라면")),
        rows: vec![row("1902301010", ("라면", "Ramyon"), &[other, ("국수", "Noodles")]), rest],
        more: 9,
    };
    let bread = ("빵·파이·케이크·비스킷", "Bread, pastry, cakes, biscuits");
    let bread = CodeGroup { heading: parent(row("1905", bread, &[FOOD, CEREALS])), rows: Vec::new(), more: 0 };
    page("hs-2026-01-01", vec![noodles, bread])
}

/// Headings of the edition that comes with the product, which has nothing below them.
pub fn hs_rows() -> Vec<CodeRow> {
    vec![
        row("1902", PASTA, &[FOOD, CEREALS]),
        row("3304", ("미용·화장용 제품류", "Beauty, make-up and skin-care preparations"), &[]),
        row("850760", ("리튬이온 축전지", "Lithium-ion accumulators"), &[]),
    ]
}

/// A code that an earlier edition had.
pub fn gone() -> CodeRow {
    CodeRow {
        gone: true,
        ..row("8548", ("전기기기의 부분품과 전지 웨이스트", "Electrical parts; waste of cells"), &[])
    }
}

/// 부, 류, 호, 소호, 세번 of goods, each the rows below the first of those before.
pub fn hs_levels() -> Vec<Vec<CodeRow>> {
    let chapters = [("19", CEREALS), ("20", ("채소·과실의 조제품", "Preparations of vegetables or fruit"))];
    let headings = [("1902", PASTA), ("1905", ("빵·파이·케이크·비스킷", "Bread, pastry, cakes, biscuits"))];
    let subheadings = [("190230", ("기타 파스타", "Other pasta")), ("190240", ("쿠스쿠스", "Couscous"))];
    let of = |rows: [(&str, (&str, &str)); 2]| rows.map(|(code, label)| parent(row(code, label, &[]))).to_vec();
    let lines = vec![row("1902301010", ("라면", "Ramyon"), &[]), row("1902301020", ("당면", "Vermicelli"), &[])];
    vec![
        of([("S04", FOOD), ("S06", ("화학공업 생산품", "Products of the chemical industries"))]),
        of(chapters),
        of(headings).into_iter().map(|row| if row.code == "1902" { plain(row, NOODLES) } else { row }).collect(),
        of(subheadings),
        lines,
    ]
}

const MAKING: (&str, &str) = ("제조업", "Manufacturing");
const CHEMICALS: (&str, &str) =
    ("화학 물질 및 화학제품 제조업; 의약품 제외", "Chemicals and chemical products; except pharmaceuticals");
const OTHER_CHEMICALS: (&str, &str) = ("기타 화학제품 제조업", "Other chemical products");

/// Groups of industries with what was found in them.
pub fn ksic_page() -> CodePage {
    let soap = ("세제, 화장품 및 광택제 제조업", "Cleaning products, cosmetics and polishes");
    let group = CodeGroup {
        heading: parent(row("204", OTHER_CHEMICALS, &[MAKING, CHEMICALS])),
        rows: vec![because(row("20423", ("화장품 제조업", "Cosmetics"), &[soap]), "마스크팩")],
        more: 3,
    };
    page("ksic-11", vec![group])
}

/// Industries that have no others below them.
pub fn ksic_rows() -> Vec<CodeRow> {
    vec![row("20423", ("화장품 제조업", "Cosmetics"), &[])]
}

/// 대, 중, 소, 세, 세세분류 of industries, each the rows below the first of those before.
pub fn ksic_levels() -> Vec<Vec<CodeRow>> {
    let above = |code, label| parent(row(code, label, &[]));
    vec![
        vec![above("C", MAKING), above("G", ("도매 및 소매업", "Wholesale and retail trade"))],
        vec![above("20", CHEMICALS)],
        vec![above("204", OTHER_CHEMICALS)],
        vec![above("2042", ("세제, 화장품 및 광택제 제조업", "Cleaning products, cosmetics and polishes"))],
        vec![
            row("20423", ("화장품 제조업", "Cosmetics"), &[]),
            row("20424", ("표면광택제 및 실내가향제 제조업", "Polishes and room fragrances"), &[]),
        ],
    ]
}
