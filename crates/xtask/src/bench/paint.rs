//! `cargo xtask bench paint`: from a key to the next paint on the page of products.

use clap::Args;
use serde_json::{Value, json};
use std::{path::PathBuf, thread, time::Duration};

use super::{
    draft::{Draft, TAB, products},
    driver::Driver,
    figures::{Figures, headline, machine, milliseconds, verdict},
    http::Client,
    server::Server,
};
use crate::{
    browser, paths,
    shell::{Outcome, phase},
    spa,
};

/// What the goal allows 95 of 100 keys.
const P95: Duration = Duration::from_millis(50);
/// How much slower the processor is made.
const SLOWER: u32 = 4;
/// A quick typist's pause between two keys.
const PAUSE: Duration = Duration::from_millis(60);

/// How it is measured.
#[derive(Args)]
pub struct Options {
    /// Products on the page
    #[arg(long, default_value_t = 50)]
    products: u32,
    /// Keys to press
    #[arg(long, default_value_t = 300)]
    keys: u32,
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
    let mut client = Client::connect(server.port)?;
    let mut draft = Draft::fill(&mut client, 1)?;
    draft.input(&mut client, "products", &products(options.products))?;
    let mut driver = phase("Starting the browser", || Driver::start(&chromedriver))?;
    open(&mut driver, server.port, &draft)?;
    driver.run(include_str!("paint.js"))?;
    driver.cdp("Emulation.setCPUThrottlingRate", &json!({ "rate": SLOWER }))?;
    let machine = machine();
    let paints = phase("Typing", || type_keys(&mut driver, options.keys))?;
    let figures = Figures::of(paints);
    let p95 = figures.percentile(95);
    println!("\n{}\n{}", headline(), figures.row("key"));
    println!(
        "\np95 {} ms with {} products and the processor slowed {SLOWER} times; {machine} (goal at most {}: {})",
        milliseconds(p95),
        options.products,
        P95.as_millis(),
        verdict(p95 <= P95 && figures.count() == options.keys as usize)
    );
    Ok(())
}

/// Opens the draft in the browser, as the tab that holds it.
pub fn open(driver: &mut Driver, port: u16, draft: &Draft) -> Outcome {
    let here = format!("http://127.0.0.1:{port}");
    let (name, value) = draft.cookie.split_once('=').ok_or("the backend set no cookie")?;
    driver.cdp("Network.setCookie", &json!({ "url": here, "name": name, "value": value, "httpOnly": true }))?;
    // Any address of the same origin opens its storage.
    driver.go(&format!("{here}/healthz"))?;
    driver.run(&format!("sessionStorage.setItem('gaip-tab', '{TAB}')"))?;
    driver.go(&format!("{here}/daejeon/signup/member/products"))?;
    driver.wait_for("the page of products", "return !!document.querySelector('.products input')")
}

/// Presses keys in one text field after another; how long each took.
fn type_keys(driver: &mut Driver, keys: u32) -> Outcome<Vec<Duration>> {
    /// Letters typed into a field before the next one.
    const RUN: u32 = 10;
    for key in 0..keys {
        if key % RUN == 0 {
            let field = key / RUN;
            driver.run(&format!(
                "const all = document.querySelectorAll('.products input[type=text], .products textarea'); \
                 all[{field} * 7 % all.length].focus()"
            ))?;
        }
        let letter = char::from(b'a' + (key % 26).to_le_bytes()[0]);
        let stroke = json!({ "type": "keyDown", "key": letter, "text": letter });
        driver.cdp("Input.dispatchKeyEvent", &stroke)?;
        driver.cdp("Input.dispatchKeyEvent", &json!({ "type": "keyUp", "key": letter }))?;
        thread::sleep(PAUSE);
    }
    thread::sleep(Duration::from_millis(500));
    let Value::Array(paints) = driver.run("return window.benchPaints.map((ms) => Math.round(ms * 1000))")? else {
        return Err("the page did not measure".to_owned());
    };
    Ok(paints.iter().filter_map(Value::as_u64).map(Duration::from_micros).collect())
}
