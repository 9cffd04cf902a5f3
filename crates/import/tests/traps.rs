//! What is wrong with files of code lists in practice, and that nothing is guessed.
#![allow(clippy::unwrap_used, reason = "a test may say what it relies on and stop")]

mod support;

use gaip_classify::Level;
use gaip_domain::value::CodeList;
use gaip_import::{Content, File, Note, Reason, Refusal, read};
use support::{LINES, book, cp949, csv, hs, refused, sheet};

const HEADER: &str = "HS부호,한글품목명,영문품목명,성질통합분류코드명";

fn entry<'a>(content: &'a Content, code: &str) -> &'a gaip_classify::Entry {
    content.entries.iter().find(|entry| entry.code == code).unwrap_or_else(|| panic!("{code} is not there"))
}

fn reasons(refusals: &[Refusal]) -> Vec<&Reason> {
    refusals.iter().map(|refusal| &refusal.reason).collect()
}

#[test]
fn a_line_becomes_an_entry_with_the_levels_above_it() {
    let hs = hs(&csv(
        HEADER,
        &["1902301010,라면,Ramen,(면류)", "19023010,국수,Noodles,", "1902400000,쿠스쿠스,Couscous,(기타)"],
    ));
    let ramen = entry(&hs, "1902301010");
    assert_eq!((ramen.ko.as_str(), ramen.en.as_str(), ramen.level), ("라면", "Ramen", Level::Line));
    assert_eq!((ramen.parent.as_deref(), ramen.names.as_slice()), (Some("19023010"), &["면류".to_owned()][..]));
    assert_eq!(entry(&hs, "19023010").parent.as_deref(), Some("1902"), "190230 has no name in the file");
    assert_eq!(entry(&hs, "190240").ko, "쿠스쿠스", "one line at six digits gives its name");
    assert_eq!(entry(&hs, "1902400000").names, [""; 0], "기타 says nothing");
    assert_eq!(entry(&hs, "1902").parent.as_deref(), Some("19"));
    assert_eq!(entry(&hs, "19").parent.as_deref(), Some("S04"));
    assert!(
        hs.notes.contains(&Note::NoSubheadings(1))
            && hs.notes.iter().any(|note| matches!(note, Note::OwnUpperNames { .. }))
    );
}

#[test]
fn columns_are_found_by_name_wherever_they_stand() {
    let turned = "\u{feff} 영문품목명 ,비고,HS 부호,한글품목명\nRamen,,1902301010,라면\n";
    assert_eq!(entry(&hs(turned.as_bytes()), "1902301010").en, "Ramen");
    let titled = format!("관세청 HS부호,,,\n2026년,,,\n\n{HEADER}\n{LINES}");
    assert_eq!(entry(&hs(titled.as_bytes()), "1902301010").ko, "라면");
    let twice = refused(b"HS\xeb\xb6\x80\xed\x98\xb8,HS\xeb\xb6\x80\xed\x98\xb8,\xed\x95\x9c\xea\xb8\x80\xed\x92\x88\xeb\xaa\xa9\xeb\xaa\x85\n1902301010,1,a\n");
    assert_eq!(reasons(&twice), [&Reason::TwoColumns("hs부호".to_owned())]);
    let none = refused("코드,이름\n1902301010,라면\n".as_bytes());
    assert!(none[0].to_string().contains("Found: 코드, 이름"), "{}", none[0]);
}

#[test]
fn utf8_with_and_without_a_mark_utf16_and_cp949_read_the_same() {
    let text = format!("{HEADER}\n{LINES}");
    let plain = hs(text.as_bytes());
    let utf16: Vec<u8> = [0xff, 0xfe].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    for bytes in [
        format!("\u{feff}{text}").into_bytes(),
        cp949(&text),
        utf16,
        text.replace('\n', "\r\n").into_bytes(),
        text.replace(',', "\t").into_bytes(),
    ] {
        assert_eq!(hs(&bytes), plain);
    }
    let broken = [text.as_bytes(), b"1902400000,\xff\xff,x,\n"].concat();
    assert_eq!(reasons(&refused(&broken)), [&Reason::Encoding]);
}

#[test]
fn names_are_cleaned_and_cells_of_several_lines_stay_one() {
    let hs =
        hs(&csv(HEADER, &["1902301010,\"라면\n(봉지·컵)  ⓚ\",\"Ramen, in \"\"bags\"\"\",", "1902400000,쿠스쿠스,,"]));
    assert_eq!(entry(&hs, "1902301010").ko, "라면 (봉지ㆍ컵)");
    assert_eq!(entry(&hs, "1902301010").en, "Ramen, in \"bags\"");
    assert_eq!(entry(&hs, "1902400000").en, "쿠스쿠스", "the Korean name where there is no English one");
    assert!(hs.notes.contains(&Note::NoEnglish(1)));
    assert_eq!(hs.entries.iter().filter(|entry| entry.code.len() == 10).count(), 2);
}

#[test]
fn rows_are_counted_as_an_editor_counts_them() {
    let file = csv(HEADER, &["1902301010,\"라면\n두 줄\",Ramen,", "", "라면,라면,Ramen,"]);
    assert_eq!(refused(&file)[0].to_string(), "codes.csv, row 5: `라면` is not a code");
}

#[test]
fn codes_that_are_not_the_text_of_a_code_are_refused() {
    for (row, reason) in [
        ("1.90E+09,라면,Ramen,", Reason::NotACode("1.90E+09".to_owned())),
        ("101211000.0,말,Horse,", Reason::NotACode("101211000.0".to_owned())),
        ("190240100,라면,Ramen,", Reason::LostZero("190240100".to_owned())),
        ("19023,라면,Ramen,", Reason::Length { code: "19023".to_owned(), right: vec![7, 8, 9, 10] }),
        (",라면,Ramen,", Reason::NoCode),
        ("1902999000,,Ramen,", Reason::NoLabel("1902999000".to_owned())),
        ("9999999999,없음,None,", Reason::Orphan { code: "9999999999".to_owned(), above: "9999".to_owned() }),
        ("1902999000,국수,Noodles,,면", Reason::MoreCells),
    ] {
        let refusals = refused(format!("{HEADER}\n{LINES}{row}\n").as_bytes());
        assert_eq!(refusals[0].reason, reason, "{row}");
        assert_eq!((refusals.len(), refusals[0].place.row), (1, Some(4)), "{row}");
    }
}

#[test]
fn a_code_that_lost_its_zero_is_refused_wherever_it_stands() {
    // A whole file that a spreadsheet saved: 0210110000 became 210110000, and 2101 is a heading too.
    let refusals = refused(format!("{HEADER}\n{LINES}210110000,뼈째,With bone in,\n101211000,말,Horse,\n").as_bytes());
    let codes: Vec<String> = refusals.iter().map(ToString::to_string).collect();
    assert_eq!(refusals.len(), 2, "{codes:?}");
    assert!(codes[0].starts_with("codes.csv, row 5: no 10-digit code begins with 101211000: it lost"), "{codes:?}");
    // In the upper levels: 01012 became 1012.
    let levels = b"code\tname_ko\tname_en\n1012\t\xeb\xa7\x90\tHorses\n0101\t\xeb\xa7\x90\tHorses\n01\t\xeb\x8f\x99\xeb\xac\xbc\tAnimals\n";
    let lines = format!("{HEADER}\n0101211000,말,Horse,\n");
    let files = [File { name: "lines.csv", bytes: lines.as_bytes() }, File { name: "levels.tsv", bytes: levels }];
    let refusals = read(CodeList::Hs, &files).unwrap_err();
    assert_eq!(reasons(&refusals), [&Reason::LostZero("1012".to_owned())]);
}

#[test]
fn a_code_that_stands_twice_is_refused_with_both_places() {
    let refusals = refused(format!("{HEADER}\n{LINES}1902301010,라면,Ramen,\n").as_bytes());
    assert_eq!(refusals[0].to_string(), "codes.csv, row 4: 1902301010 stands in the list already: codes.csv, row 2");
}

#[test]
fn numbers_in_the_column_of_codes_are_refused_with_sheet_and_row() {
    let mut codes = sheet("HS10단위", &["HS부호", "한글품목명", "영문품목명"], &[&["1902301010", "라면", "Ramen"]]);
    codes.write_number(2, 0, 102_291_000).unwrap();
    codes.write_string(2, 1, "젖소").unwrap();
    let refusals = refused(&book(vec![codes]));
    assert!(
        refusals[0].to_string().starts_with("codes.csv, sheet HS10단위, row 3: the code 102291000 is a number"),
        "{}",
        refusals[0]
    );
}

#[test]
fn the_workbook_of_all_levels_gives_the_upper_names() {
    let header = |unit: &'static str| [unit, "한글품목명", "영문품목명"];
    // Some copies say HS부호 in every sheet; then the sheet's name says which codes are in it.
    let levels = book(vec![
        sheet("설명", &["이 파일은"], &[]),
        sheet(
            "HS2단위",
            &header("HS2단위"),
            &[&["19", "곡물의 조제품", "Preparations of cereals"], &["24", "담배", "Tobacco"]],
        ),
        sheet(
            "HS4단위",
            &header("HS부호"),
            &[&["1902", "파스타", "Pasta"], &["1999", "지난해의 호", "Of another year"]],
        ),
        sheet(
            "HS6단위",
            &header("HS6단위(5단위포함)"),
            &[&["19023", "그 밖의 파스타", "Other pasta"], &["190230", "그 밖의 파스타", "Other pasta"]],
        ),
        sheet("HS8단위", &header("HS8단위(7, 9단위포함)"), &[&["19023010", "국수", "Noodles"]]),
        sheet(
            "HS10단위",
            &header("HS10단위"),
            &[&["1902301010", "라면", "Ramen"], &["2424000000", "이사화물", "Household goods"]],
        ),
    ]);
    let lines = format!("{HEADER}\n{LINES}");
    let both = [File { name: "lines.csv", bytes: lines.as_bytes() }, File { name: "levels.xlsx", bytes: &levels }];
    let content = read(CodeList::Hs, &both).unwrap();
    let path =
        ["1902301010", "190230", "19023", "1902", "19"].map(|code| entry(&content, code).parent.clone().unwrap());
    assert_eq!(path, ["190230", "19023", "1902", "19", "S04"], "19023010 is not in the lines' own file, which decides");
    assert_eq!(entry(&content, "1902").ko, "파스타");
    assert!(
        content
            .notes
            .contains(&Note::IgnoredSheets { file: "levels.xlsx".to_owned(), sheets: vec!["설명".to_owned()] })
    );
    assert!(content.notes.contains(&Note::EmptyAbove(2)), "24 and 1999: {:?}", content.notes);

    let alone = read(CodeList::Hs, &both[1..]).unwrap();
    assert_eq!(entry(&alone, "1902301010").parent.as_deref(), Some("19023010"));
    assert!(
        alone.notes.contains(&Note::Household(1)) && !alone.entries.iter().any(|entry| entry.code.starts_with("2424"))
    );
}

#[test]
fn a_heading_that_no_file_has_is_an_orphan() {
    let levels = "code\tname_ko\tname_en\n19\t곡물\tCereals\n1901\t맥아\tMalt\n";
    let lines = format!("{HEADER}\n1901100000,조제분유,Infant food,\n1902301010,라면,Ramen,\n");
    let files =
        [File { name: "lines.csv", bytes: lines.as_bytes() }, File { name: "levels.tsv", bytes: levels.as_bytes() }];
    let refusals = read(CodeList::Hs, &files).unwrap_err();
    assert_eq!(refusals[0].to_string(), "lines.csv, row 3: 1902301010 has nothing above it: 1902 is in no file");
}

#[test]
fn standard_names_are_names_of_their_line() {
    let lines = format!("{HEADER}\n{LINES}");
    let names = "연번,품명,HS부호,표준품명_한글,표준품명_영문\n\
        1,라면,1902301010,봉지라면,Instant noodles\n1,라면,1902301010,봉지라면,Instant noodles\n1,라면,1902301010,기타,Other\n\
        2,말,0101900000,노새,Mule\n";
    let files =
        [File { name: "lines.csv", bytes: lines.as_bytes() }, File { name: "names.csv", bytes: names.as_bytes() }];
    let content = read(CodeList::Hs, &files).unwrap();
    assert_eq!(entry(&content, "1902301010").names, ["면류", "봉지라면", "Instant noodles"]);
    assert!(content.notes.contains(&Note::NamesOfOthers(1)));
    assert_eq!(reasons(&read(CodeList::Hs, &files[1..]).unwrap_err()), [&Reason::NoCodes(CodeList::Hs)]);
}

#[test]
fn an_entry_has_no_more_than_64_names() {
    let rows: Vec<String> = (0..100).map(|n| format!("1902301010,이름 {n},")).collect();
    let names = format!("HS부호,표준품명_한글,표준품명_영문\n{}\n1902301010,{},\n", rows.join("\n"), "가".repeat(300));
    let lines = format!("{HEADER}\n1902301010,라면,Ramen,\n");
    let files =
        [File { name: "lines.csv", bytes: lines.as_bytes() }, File { name: "names.csv", bytes: names.as_bytes() }];
    assert_eq!(entry(&read(CodeList::Hs, &files).unwrap(), "1902301010").names.len(), 64);
}

#[test]
fn ksic_is_read_with_its_examples() {
    let codes = "code\tlevel\tparent\tname_ko\tname_en\nC\t1\t\t제조업(10~34)\tManufacturing\n10\t2\tC\t식료품\tFood\n\
        107\t3\t10\t기타 식품\tOther food\n1073\t4\t107\t면류\tNoodles\n10730\t5\t1073\t면류\t\n";
    let notes = "code\tdescription\texamples(|)\n10730\t면을 만든다\t라면 제조|국수 제조|라면 제조\n1073\t\t\n";
    let files =
        [File { name: "ksic.tsv", bytes: codes.as_bytes() }, File { name: "notes.tsv", bytes: notes.as_bytes() }];
    let ksic = read(CodeList::Ksic, &files).unwrap();
    let levels: Vec<Level> = ksic.entries.iter().map(|entry| entry.level).collect();
    assert_eq!(levels, [Level::Chapter, Level::Heading, Level::Subheading, Level::Line, Level::Section]);
    assert_eq!(entry(&ksic, "10730").names, ["라면 제조", "국수 제조"]);
    assert_eq!((entry(&ksic, "10730").en.as_str(), entry(&ksic, "C").ko.as_str()), ("면류", "제조업"));
    assert_eq!(entry(&ksic, "10").parent.as_deref(), Some("C"));

    for (row, reason) in [
        ("11\t3\tA\t작물\tCrops\n", Reason::Contradiction("11".to_owned())),
        ("111\t3\t11\t작물\tCrops\n", Reason::Orphan { code: "111".to_owned(), above: "11".to_owned() }),
        ("1\t1\t\t농업\tFarming\n", Reason::NotACode("1".to_owned())),
        (
            "10730\t5\t1073\t면\tNoodles\n",
            Reason::Duplicate {
                code: "10730".to_owned(),
                first: Box::new(gaip_import::Place { file: "ksic.tsv".to_owned(), sheet: None, row: Some(6) }),
            },
        ),
    ] {
        let text = format!("{codes}{row}");
        let refusals = read(CodeList::Ksic, &[File { name: "ksic.tsv", bytes: text.as_bytes() }]).unwrap_err();
        assert_eq!(reasons(&refusals), [&reason], "{row}");
    }
}
