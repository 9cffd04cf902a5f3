//! Codes of goods as people look for them: by words, from the top down, and among those they chose before.

use crate::support::{Person, World};
use serde_json::json;
use thirtyfour::prelude::*;

/// The step of the products as it is met.
const PRODUCTS: &str = "/gallery?story=steps/products/page-empty";
const BOX: &str = "상세설명 또는 HS CODE";
const FIND: &str = "HS코드 검색";
const FIELD: &str = "H.S.CODE";
const FIRST: &str = "return document.querySelector('.code-entry__code')?.innerText";

/// Waits until a script says yes.
async fn until(who: &Person, script: &str, what: &str) {
    let begun = std::time::Instant::now();
    loop {
        if who.runs(script, vec![]).await.convert::<bool>().unwrap_or_default() {
            return;
        }
        if begun.elapsed().as_secs() > 15 {
            who.fails(&format!("waited until {what}")).await;
        }
        tokio::time::sleep(std::time::Duration::from_millis(40)).await;
    }
}

/// Waits until what has the focus reads like this.
async fn is_at(who: &Person, words: &str) {
    let at =
        "const at = document.activeElement; const by = document.getElementById(at.getAttribute('aria-labelledby'));
        const label = at.labels?.[0]?.innerText ?? by?.innerText ?? at.innerText; return label.replace(/\\s+/g, ' ')";
    until(who, &format!("{}.includes({words:?})", at.replace("return label", "return !!label && label")), words).await;
}

async fn opens_the_picker(world: &World) -> Person {
    let who = world.person().await.with_keyboard_only();
    who.opens(PRODUCTS).await;
    who.presses(FIND).await;
    is_at(&who, BOX).await;
    who
}

async fn strikes(who: &Person, key: Key) {
    who.strikes(key + "").await;
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn a_word_leads_to_a_code_by_keyboard_alone() {
    let world = World::gallery();
    let who = opens_the_picker(&world).await;
    // The list of everything stands there before a word does.
    until(&who, &format!("{FIRST} === '0101'"), "everything is listed in code order").await;
    who.strikes("라면").await;
    until(&who, &format!("{FIRST} === '1902'"), "the word is found while it is typed").await;
    who.sees("라면").await;
    strikes(&who, Key::Enter).await;
    is_at(&who, "1902").await;
    strikes(&who, Key::Up).await;
    is_at(&who, BOX).await;
    strikes(&who, Key::Down).await;
    is_at(&who, "1902").await;
    strikes(&who, Key::Enter).await;
    is_at(&who, FIELD).await;
    who.finds_in(FIELD, "1902").await;
    who.sees("H.S.CODE를 넣었습니다. 1902").await;
    who.leaves().await;
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn enter_takes_a_code_that_stands_there_and_never_a_guess() {
    let world = World::gallery();
    let who = opens_the_picker(&world).await;
    who.strikes("330").await;
    strikes(&who, Key::Enter).await;
    until(&who, "return document.activeElement.matches('.code-entry')", "the focus is on the first row").await;
    strikes(&who, Key::Up).await;
    is_at(&who, BOX).await;
    // Faster than the answer comes.
    who.strikes(Key::End + "4" + Key::Enter).await;
    is_at(&who, FIELD).await;
    who.finds_in(FIELD, "3304").await;
    who.leaves().await;
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn escape_leaves_everything_as_it_was() {
    let world = World::gallery();
    let who = opens_the_picker(&world).await;
    who.strikes("라면").await;
    strikes(&who, Key::Escape).await;
    is_at(&who, FIND).await;
    who.finds_in(FIELD, "").await;
    who.leaves().await;
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn the_tree_is_walked_by_keyboard() {
    let world = World::gallery();
    let who = opens_the_picker(&world).await;
    who.strikes("라면").await;
    who.presses("류별로 찾아보기").await;
    is_at(&who, "제1부").await;
    who.meets_no_barrier().await;
    strikes(&who, Key::End).await;
    is_at(&who, "제21부").await;
    strikes(&who, Key::Home).await;
    who.strikes("17").await;
    is_at(&who, "제17부").await;
    strikes(&who, Key::Right).await;
    until(
        &who,
        "return !!document.activeElement.parentElement.querySelector('[role=group] [role=treeitem]')",
        "it opens",
    )
    .await;
    strikes(&who, Key::Right).await;
    is_at(&who, "제86류").await;
    strikes(&who, Key::Down).await;
    is_at(&who, "제87류").await;
    // A chapter cannot be chosen: Enter opens it, the arrow to the left closes it and goes up.
    strikes(&who, Key::Enter).await;
    until(&who, "return document.activeElement.getAttribute('aria-expanded') === 'true'", "it is open").await;
    strikes(&who, Key::Left).await;
    until(&who, "return document.activeElement.getAttribute('aria-expanded') === 'false'", "it is closed").await;
    strikes(&who, Key::Left).await;
    is_at(&who, "제17부").await;
    // What was typed is kept for those who come back, and the tree is as it was.
    who.presses("검색으로 찾기").await;
    who.finds_in(BOX, "라면").await;
    who.presses("류별로 찾아보기").await;
    is_at(&who, "제17부").await;
    who.opens_item("제87류").await;
    who.opens_item("8708").await;
    is_at(&who, FIELD).await;
    who.finds_in(FIELD, "8708").await;
    who.leaves().await;
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn codes_chosen_before_are_offered_until_they_are_cleared() {
    let world = World::gallery();
    let who = opens_the_picker(&world).await;
    who.sees_no("최근에 고른 코드").await;
    for code in ["1902", "3304"] {
        who.fills(BOX, code).await;
        strikes(&who, Key::Enter).await;
        who.finds_in(FIELD, code).await;
        who.presses(FIND).await;
        is_at(&who, BOX).await;
    }
    who.sees("최근에 고른 코드").await;
    until(&who, &format!("{FIRST} === '3304'"), "the last one comes first").await;
    let kept: String = who.runs("return JSON.stringify(sessionStorage)", vec![]).await.convert().expect("a text");
    assert!(kept.contains(r#""gaip-recent-hs":"3304 1902""#), "codes and nothing else: {kept}");
    who.presses("최근에 고른 코드 지우기").await;
    is_at(&who, BOX).await;
    who.sees_no("최근에 고른 코드").await;
    until(&who, "return sessionStorage.getItem('gaip-recent-hs') === null", "nothing is kept").await;
    who.leaves().await;
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn on_a_phone_the_box_stays_in_sight_and_covers_no_focus() {
    let world = World::gallery();
    let who = world.person().await;
    who.opens(PRODUCTS).await;
    who.devtools(
        "Emulation.setDeviceMetricsOverride",
        json!({ "width": 360, "height": 640, "deviceScaleFactor": 1, "mobile": true }),
    )
    .await;
    who.presses(FIND).await;
    until(&who, &format!("{FIRST} === '0101'"), "everything is listed").await;
    who.meets_no_barrier().await;
    let sheet = "const sheet = document.querySelector('dialog[open]').getBoundingClientRect();
        return sheet.width === innerWidth && sheet.height === innerHeight";
    until(&who, sheet, "the sheet fills the screen").await;
    strikes(&who, Key::Down).await;
    let clear = "const box = document.querySelector('.code-picker .field__row').getBoundingClientRect();
        const at = document.activeElement.getBoundingClientRect();
        return box.top >= 0 && box.bottom <= innerHeight / 2 && at.top >= box.bottom - 1 && at.bottom <= innerHeight";
    for key in [Key::End, Key::Up, Key::Up, Key::Up, Key::Up, Key::Up, Key::Up, Key::Up, Key::Home, Key::Down] {
        strikes(&who, key).await;
        until(&who, clear, "the focus is between the box and the end of the screen").await;
    }
    assert_eq!(who.overhang().await, 0);
    who.leaves().await;
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn a_syllable_under_way_is_searched_for_and_its_enter_chooses_nothing() {
    let world = World::gallery();
    let who = opens_the_picker(&world).await;
    for part in ["ㄹ", "라", "람", "라며", "라면"] {
        let end = part.chars().count();
        let composition = json!({ "text": part, "selectionStart": end, "selectionEnd": end });
        who.devtools("Input.imeSetComposition", composition).await;
    }
    until(&who, &format!("{FIRST} === '1902'"), "the word is found before it is committed").await;
    for kind in ["rawKeyDown", "keyUp"] {
        let key = json!({ "type": kind, "key": "Enter", "code": "Enter", "windowsVirtualKeyCode": 229 });
        who.devtools("Input.dispatchKeyEvent", key).await;
    }
    tokio::time::sleep(std::time::Duration::from_millis(300)).await;
    is_at(&who, BOX).await;
    who.devtools("Input.insertText", json!({ "text": "라면" })).await;
    strikes(&who, Key::Enter).await;
    is_at(&who, "1902").await;
    who.leaves().await;
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn a_heading_that_was_found_is_shown_at_its_place_in_the_tree() {
    let world = World::gallery();
    let who = world.person().await;
    who.opens("/gallery?story=steps/code-picker/hs-found").await;
    who.presses("이 호의 다른 코드 9개 보기").await;
    is_at(&who, "1902").await;
    until(&who, "return document.activeElement.getAttribute('aria-level') === '3'", "it is a heading").await;
    who.opens_item("제19류").await;
    who.sees_no("1905").await;
    who.presses("검색으로 찾기").await;
    who.finds_in(BOX, "라면").await;
    who.leaves().await;
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn once_the_list_is_there_the_search_needs_no_network() {
    const ASKED: &str =
        "return performance.getEntriesByType('resource').filter((e) => /api.codes.*q=[^&]/.test(e.name)).length";
    let world = World::gallery();
    let who = opens_the_picker(&world).await;
    until(&who, &format!("{FIRST} === '0101'"), "everything is listed").await;
    let mut ready = false;
    for attempt in 0..30 {
        let before = who.runs(ASKED, vec![]).await.convert::<u64>().unwrap_or_default();
        who.fills(BOX, if attempt % 2 == 0 { "라면" } else { "김치" }).await;
        tokio::time::sleep(std::time::Duration::from_millis(500)).await;
        ready = who.runs(ASKED, vec![]).await.convert::<u64>().unwrap_or_default() == before;
        if ready {
            break;
        }
    }
    assert!(ready, "the browser never searched by itself");
    let offline = json!({ "offline": true, "latency": 0, "downloadThroughput": 0, "uploadThroughput": 0 });
    who.devtools("Network.emulateNetworkConditions", offline).await;
    for (query, code) in [("보조배터리", "8507"), ("fkaus", "1902"), ("8517.13", "8517")] {
        who.fills(BOX, query).await;
        until(&who, &format!("{FIRST} === '{code}'"), &format!("{query} is found without a network")).await;
    }
    who.leaves().await;
}
