//! Every story of the gallery meets no barrier, at each width and contrast, and fits 320 pixels.

use crate::support::{Person, World};

/// Shows a story without loading the page anew.
const SHOW: &str = "const link = document.createElement('a'); link.href = arguments[0];
    document.body.append(link); link.click(); link.remove()";
/// Rules about whole pages; a story may be a part of one, and stands in the gallery's own `main`.
const OF_PAGES: [&str; 6] = [
    "landmark-banner-is-top-level",
    "landmark-contentinfo-is-top-level",
    "landmark-one-main",
    "page-has-heading-one",
    "region",
    "skip-link",
];

async fn stories(who: &Person) -> Vec<String> {
    who.opens("/gallery").await;
    let links = "return [...document.querySelectorAll('a[href*=\"story=\"]')].map(link => new URL(link.href)).map(url => url.pathname + '?story=' + url.searchParams.get('story'))";
    let begun = std::time::Instant::now();
    loop {
        let found: Vec<String> = who.runs(links, vec![]).await.convert().expect("addresses");
        if found.len() > 50 {
            return found;
        }
        assert!(begun.elapsed().as_secs() < 20, "the gallery lists {found:?}");
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
}

async fn visit(who: &Person, story: &str) {
    who.runs(SHOW, vec![story.into()]).await;
    // Effects and the frame after them.
    let settled =
        "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 30)))";
    who.browser.execute_async(settled, vec![]).await.expect("the page settles");
}

async fn no_story_has_a_barrier(width: u32, mode: &str) {
    let world = World::gallery();
    let who = world.person().await;
    let mut found = String::new();
    let stories = stories(&who).await;
    who.opens(&stories[0]).await;
    who.looks_at_width(width).await;
    for story in &stories {
        visit(&who, &format!("{story}&mode={mode}")).await;
        let barriers = who.barriers(&OF_PAGES).await;
        if !barriers.is_empty() {
            found.extend([story.as_str(), "\n", &barriers]);
        }
    }
    assert!(found.is_empty(), "barriers at {width} px, {mode}:\n{found}");
    who.leaves().await;
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn no_story_has_a_barrier_on_a_phone() {
    no_story_has_a_barrier(360, "light").await;
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn no_story_has_a_barrier_on_a_phone_in_high_contrast() {
    no_story_has_a_barrier(360, "high-contrast").await;
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn no_story_has_a_barrier_on_a_desk() {
    no_story_has_a_barrier(1280, "light").await;
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn no_story_has_a_barrier_on_a_desk_in_high_contrast() {
    no_story_has_a_barrier(1280, "high-contrast").await;
}

#[tokio::test]
#[ignore = "needs a browser: cargo xtask test"]
async fn every_story_fits_320_pixels() {
    let world = World::gallery();
    let who = world.person().await;
    let stories = stories(&who).await;
    who.opens(&stories[0]).await;
    who.looks_at_width(320).await;
    let mut wide = Vec::new();
    for story in &stories {
        visit(&who, story).await;
        let overhang = who.overhang().await;
        if overhang > 0 {
            wide.push(format!("{story}: {overhang} px"));
        }
    }
    assert!(wide.is_empty(), "stories that must be scrolled sideways: {wide:#?}");
    who.leaves().await;
}
