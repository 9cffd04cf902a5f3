//! `cargo xtask bench save`: how many steps a second the backend saves on SQLite, and how long one takes.

use clap::Args;
use std::{
    thread,
    time::{Duration, Instant},
};

use super::{
    draft::{Draft, company, products},
    figures::{Figures, headline, machine, milliseconds, verdict},
    http::Client,
    server::Server,
};
use crate::{
    paths,
    shell::{Outcome, phase},
};

/// What the goal asks on two cores.
const SAVES_A_SECOND: u128 = 300;
/// The same for the slowest save of a hundred.
const P99: Duration = Duration::from_millis(100);
/// Every so many saves one is an answer; the others are input as typed.
const ANSWER_EVERY: u32 = 4;

/// How it is measured.
#[derive(Args)]
pub struct Options {
    /// How long to save
    #[arg(long, default_value_t = 10)]
    seconds: u64,
    /// Browsers that save at the same time, each waiting for its answer
    #[arg(long, default_value_t = 16)]
    browsers: u32,
    /// Sign-ups of each browser
    #[arg(long, default_value_t = 4)]
    drafts: u32,
}

/// Durations of one browser.
#[derive(Default)]
struct Saves {
    inputs: Vec<Duration>,
    answers: Vec<Duration>,
}

/// Measures and prints.
pub fn run(options: &Options) -> Outcome {
    let server = Server::start(&paths::root().join("dist"))?;
    let ready = phase("Opening the sign-ups", || {
        each(0..options.browsers, |browser| open(server.port, browser * options.drafts, options.drafts))
    })?;
    let machine = machine();
    let time = Duration::from_secs(options.seconds);
    let begun = Instant::now();
    let saved = phase("Saving", || each(ready, |(client, drafts)| save(client, drafts, time)))?;
    let elapsed = begun.elapsed();
    let (mut inputs, mut answers) = (Vec::new(), Vec::new());
    for mut browser in saved {
        inputs.append(&mut browser.inputs);
        answers.append(&mut browser.answers);
    }
    let all = Figures::of([&inputs[..], &answers].concat());
    println!("\n{}", headline());
    println!("{}", Figures::of(inputs).row("inputs"));
    println!("{}", Figures::of(answers).row("answers"));
    println!("{}", all.row("saves"));
    let rate = all.count() as u128 * 1000 / elapsed.as_millis().max(1);
    let p99 = all.percentile(99);
    println!(
        "\n{rate} saves/s by {} browsers on {machine} (goal {SAVES_A_SECOND}: {})",
        options.browsers,
        verdict(rate >= SAVES_A_SECOND)
    );
    println!("p99 {} ms (goal below {}: {})", milliseconds(p99), P99.as_millis(), verdict(p99 < P99));
    Ok(())
}

/// One connection with its drafts.
fn open(port: u16, first: u32, count: u32) -> Outcome<(Client, Vec<Draft>)> {
    let mut client = Client::connect(port)?;
    let drafts = (first..first + count).map(|number| Draft::fill(&mut client, number)).collect::<Outcome<_>>()?;
    Ok((client, drafts))
}

/// Saves one after another until the time is over.
fn save(mut client: Client, mut drafts: Vec<Draft>, time: Duration) -> Outcome<Saves> {
    let mut saves = Saves::default();
    let begun = Instant::now();
    for number in 0.. {
        let turn = (number / ANSWER_EVERY) as usize % drafts.len().max(1);
        let Some(draft) = drafts.get_mut(turn).filter(|_| begun.elapsed() < time) else { break };
        let here = Instant::now();
        if number % ANSWER_EVERY == 0 {
            draft.answer(&mut client, "company-info", &company(number))?;
            saves.answers.push(here.elapsed());
        } else {
            draft.input(&mut client, "products", &products(1 + number % 3))?;
            saves.inputs.push(here.elapsed());
        }
    }
    Ok(saves)
}

/// Does `work` for each in a thread of its own, and waits for all.
fn each<T: Send, R: Send>(
    parts: impl IntoIterator<Item = T>,
    work: impl Fn(T) -> Outcome<R> + Sync,
) -> Outcome<Vec<R>> {
    let work = &work;
    thread::scope(|scope| {
        let threads: Vec<_> = parts.into_iter().map(|part| scope.spawn(move || work(part))).collect();
        threads
            .into_iter()
            .map(|thread| thread.join().unwrap_or_else(|_| Err("a thread panicked".to_owned())))
            .collect()
    })
}
