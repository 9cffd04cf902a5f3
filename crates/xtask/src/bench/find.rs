//! `cargo xtask bench find`: from a key in the code picker to the results of it on the screen.

use clap::Args;
use serde_json::{Value, json};
use std::{path::PathBuf, thread, time::Duration};

use super::{
    draft::{Draft, products},
    driver::Driver,
    figures::{Figures, headline, machine, milliseconds, verdict},
    http::Client,
    paint,
    server::Server,
};
use crate::{
    browser, paths,
    shell::{Outcome, phase},
    spa,
};

/// What the goal allows 95 of 100 keys once the index is there.
const P95: Duration = Duration::from_millis(50);
/// How much slower the processor is made.
const SLOWER: u32 = 4;
/// A quick typist's pause between two keys.
const PAUSE: Duration = Duration::from_millis(120);
/// What is typed, letter by letter.
const QUERIES: [&str; 12] = [
    "라면",
    "마스크팩",
    "텀블러",
    "이차전지",
    "자동차 부품",
    "protein bar",
    "8517.13",
    "ㅎㅈㅍ",
    "fkaus",
    "유기농 면 티셔츠",
    "stainless steel bottle",
    "고추정",
];

/// How it is measured.
#[derive(Args)]
pub struct Options {
    /// Files of an official HS edition; the built-in one without
    #[arg(long, num_args = 1.., value_name = "FILE")]
    official: Vec<PathBuf>,
    /// Ask the backend at each key, as without a search of the browser's own
    #[arg(long)]
    backend: bool,
    /// Milliseconds that each answer of the network takes longer
    #[arg(long, default_value_t = 0)]
    latency: u32,
    /// A bundle that is there, instead of one built from the sources
    #[arg(long)]
    dist: Option<PathBuf>,
}

/// Measures and prints.
pub fn run(options: &Options) -> Outcome {
    let chromedriver = browser::ensure_driver()?;
    let dist = if let Some(dist) = &options.dist {
        paths::root().join(dist)
    } else {
        let bundle = spa::Bundle::production();
        spa::build(&bundle)?;
        bundle.dist
    };
    let server = Server::start(&dist)?;
    if !options.official.is_empty() {
        server.import(&options.official)?;
    }
    let mut client = Client::connect(server.port)?;
    let mut draft = Draft::fill(&mut client, 1)?;
    draft.input(&mut client, "products", &products(1))?;
    let mut driver = phase("Starting the browser", || Driver::start(&chromedriver))?;
    paint::open(&mut driver, server.port, &draft)?;
    if options.backend {
        // A page without workers asks the backend.
        driver.run("window.Worker = undefined")?;
    }
    let network =
        json!({ "offline": false, "latency": options.latency, "downloadThroughput": -1, "uploadThroughput": -1 });
    driver.cdp("Network.emulateNetworkConditions", &network)?;
    driver.cdp("Emulation.setCPUThrottlingRate", &json!({ "rate": SLOWER }))?;
    driver.run("[...document.querySelectorAll('.products button')].find((b) => /HS/i.test(b.textContent)).click()")?;
    driver.wait_for("the picker", "return !!document.querySelector('.code-groups li')")?;
    if !options.backend {
        phase("Waiting for the browser's own search", || wait_for_own_search(&mut driver))?;
    }
    driver.run(include_str!("find.js"))?;
    let machine = machine();
    let keys: usize = QUERIES.iter().map(|query| query.chars().count()).sum();
    let figures = Figures::of(phase("Typing", || type_queries(&mut driver))?);
    let p95 = figures.percentile(95);
    println!("\n{}\n{}", headline(), figures.row("key"));
    println!(
        "\np95 {} ms for {} of {keys} keys, the processor slowed {SLOWER} times; {machine} (goal at most {}: {})",
        milliseconds(p95),
        figures.count(),
        P95.as_millis(),
        verdict(p95 <= P95 && figures.count() >= keys * 9 / 10)
    );
    Ok(())
}

/// Types until a key makes no request any more.
fn wait_for_own_search(driver: &mut Driver) -> Outcome {
    const ASKED: &str =
        "return performance.getEntriesByType('resource').filter((e) => /api.codes.hs.q=[^&]/.test(e.name)).length";
    for _ in 0..120 {
        let before = driver.run(ASKED)?;
        press(driver, 'a', true)?;
        thread::sleep(Duration::from_millis(700));
        if driver.run(ASKED)? == before {
            return Ok(());
        }
    }
    Err("the browser's own search was not there within a minute and a half".to_owned())
}

/// Types every query in place of the one before; how long each key took.
fn type_queries(driver: &mut Driver) -> Outcome<Vec<Duration>> {
    for query in QUERIES {
        for (at, letter) in query.chars().enumerate() {
            press(driver, letter, at == 0)?;
            thread::sleep(PAUSE);
        }
        thread::sleep(PAUSE);
    }
    thread::sleep(Duration::from_secs(1));
    let Value::Array(paints) = driver.run("return window.benchPaints.map((ms) => Math.round(ms * 1000))")? else {
        return Err("the page did not measure".to_owned());
    };
    Ok(paints.iter().filter_map(Value::as_u64).map(Duration::from_micros).collect())
}

/// Presses a key in the search box, in place of all that stands there or behind it.
fn press(driver: &mut Driver, letter: char, anew: bool) -> Outcome {
    if anew {
        driver.run("const box = document.querySelector('#code-picker-query'); box.focus(); box.select()")?;
    }
    driver.cdp("Input.dispatchKeyEvent", &json!({ "type": "keyDown", "key": letter, "text": letter }))?;
    driver.cdp("Input.dispatchKeyEvent", &json!({ "type": "keyUp", "key": letter }))
}
