//! `cargo xtask bench hs`: how often the search finds what was meant, and how quickly.

use clap::Args;
use gaip_classify::{Edition, Group, Page};
use gaip_domain::value::CodeList;
use gaip_import::File;
use std::{
    fs,
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

use super::figures::{Figures, machine, verdict};
use crate::{
    paths,
    shell::{Outcome, phase},
};

/// Headings of a page, and rows of each, as the picker shows them at first.
const PAGE: Page = Page { offset: 0, limit: 20 };
const ROWS: usize = 3;
/// How many editions are built to settle, and how many to measure.
const BUILT: u64 = 5;
/// How often each query is timed; the quickest counts, as the others measure the machine.
const TIMES: u32 = 20;
/// Parts of the queries to be found first and among the first five, on the full edition.
const GOALS: [(usize, f64); 2] = [(1, 0.80), (5, 0.93)];
/// Goals of one query at the median and at p99, of the index, and of its memory in kilobytes.
const MEDIAN: Duration = Duration::from_micros(200);
const P99: Duration = Duration::from_millis(1);
const INDEX: Duration = Duration::from_millis(150);
const MEMORY: u64 = 20_000;

/// What is searched, and for what.
#[derive(Args)]
pub struct Options {
    /// Queries: tab-separated `query` and `codes`, acceptable codes separated by `|`; the project's own lists if absent
    #[arg(long)]
    queries: Vec<PathBuf>,
    /// `builtin`, or `official` and the files of an official edition
    #[arg(long, num_args = 1.., default_value = "builtin", value_name = "builtin|official FILE...")]
    edition: Vec<String>,
    /// Print the queries that were not found first
    #[arg(long)]
    misses: bool,
}

/// Measures and prints.
pub fn run(list: CodeList, options: &Options) -> Outcome {
    let edition = edition(list, &options.edition)?;
    let own: &[&str] = match list {
        CodeList::Hs => &["hs.tsv", "hs_held_out.tsv"],
        CodeList::Ksic => &["ksic.tsv"],
    };
    let own = own.iter().map(|name| paths::root().join("crates/classify/tests/queries").join(name));
    let files = if options.queries.is_empty() { own.collect() } else { options.queries.clone() };
    for file in &files {
        measure(&edition, file, options.misses)?;
    }
    Ok(())
}

/// An edition, and whether it is the built-in one, which ends at the headings.
struct Searched {
    edition: Edition,
    builtin: bool,
}

fn edition(list: CodeList, words: &[String]) -> Outcome<Searched> {
    match words {
        [word] if word == "builtin" => {
            let packed = Edition::builtin(list).pack();
            let edition = Edition::unpack(&packed).map_err(|error| error.to_string())?;
            Ok(Searched { edition, builtin: true })
        }
        [word, files @ ..] if word == "official" && !files.is_empty() => {
            let edition = official(list, files)?;
            Ok(Searched { edition, builtin: false })
        }
        _ => Err("--edition is `builtin`, or `official` and its files".to_owned()),
    }
}

/// Reads the files and builds the edition several times: the process keeps memory that it has freed, so that only the
/// later ones show what one takes.
fn official(list: CodeList, files: &[String]) -> Outcome<Edition> {
    let read = |file: &String| fs::read(file).map_err(|error| format!("{file}: {error}"));
    let bytes = files.iter().map(read).collect::<Result<Vec<_>, _>>()?;
    let files: Vec<File> = files.iter().zip(&bytes).map(|(name, bytes)| File { name, bytes }).collect();
    let content = phase("Reading the official files", || {
        let content = gaip_import::read(list, &files);
        content.map_err(|refusals| refusals.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))
    })?;
    let build = |entries| Edition::official(list, "official", entries, Vec::new()).map_err(|error| error.to_string());
    let many = || (0..BUILT).map(|_| content.entries.clone()).collect::<Vec<_>>();
    let mut kept = many().into_iter().map(build).collect::<Result<Vec<_>, _>>()?;
    let copies = many();
    let before = memory();
    let mut times = Vec::new();
    for entries in copies {
        let begun = Instant::now();
        kept.push(build(entries)?);
        times.push(begun.elapsed());
    }
    let took = Figures::of(times).percentile(50);
    println!("\nindex {} ms (goal {}: {})", took.as_millis(), INDEX.as_millis(), verdict(took <= INDEX));
    if let Some((now, before)) = memory().zip(before) {
        let each = now.saturating_sub(before) / BUILT;
        println!("memory {each} kB beside the entries (goal {MEMORY}: {})", verdict(each <= MEMORY));
    }
    let edition = kept.pop().ok_or("no edition was built")?;
    Ok(edition)
}

/// Resident memory of this process in kilobytes, where the system says so.
fn memory() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    line.trim().trim_end_matches("kB").trim().parse().ok()
}

fn measure(searched: &Searched, file: &Path, misses: bool) -> Outcome {
    let text = fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))?;
    let machine = machine();
    let mut found = Vec::new();
    let mut times = Vec::new();
    for line in text.lines().filter(|line| !line.starts_with('#') && !line.is_empty()).skip(1) {
        let (query, codes) = line.split_once('\t').ok_or_else(|| format!("{}: no tab in: {line}", file.display()))?;
        let codes: Vec<&str> = codes.split('|').map(str::trim).collect();
        let groups = searched.edition.search(query, PAGE).groups;
        times.push(quickest(|| drop(searched.edition.search(query, PAGE))));
        let rank = groups.iter().position(|group| searched.satisfies(group, &codes));
        if misses && rank != Some(0) {
            let first: Vec<_> = groups.iter().take(3).map(|group| group.heading.as_str()).collect();
            println!("    {query}: {} at {rank:?}, first {first:?}", codes.join("|"));
        }
        found.push((is_code(query), rank));
    }
    println!("\n{} ({} queries, edition {})", file.display(), found.len(), searched.edition.id());
    for (within, goal) in GOALS {
        let recall = recall(&found, within);
        let goal =
            if searched.builtin { String::new() } else { format!(" (goal {goal}: {})", verdict(recall >= goal)) };
        println!("    recall@{within} {recall:.3}{goal}");
    }
    println!("    MRR      {:.3}", mean(found.iter().map(|(_, rank)| rank.map_or(0.0, reciprocal))));
    let codes: Vec<_> = found.into_iter().filter(|(code, _)| *code).collect();
    if !codes.is_empty() {
        println!("    codes@1  {:.3} of {}", recall(&codes, 1), codes.len());
    }
    let figures = Figures::of(times);
    let [median, p99] = [50, 99].map(|percent| figures.percentile(percent));
    println!("    a query: median {} µs, p99 {} µs; {machine}", median.as_micros(), p99.as_micros());
    println!(
        "    (goals {} and {} µs: {})",
        MEDIAN.as_micros(),
        P99.as_micros(),
        verdict(median <= MEDIAN && p99 <= P99)
    );
    Ok(())
}

impl Searched {
    /// Whether the heading or a row that is shown of it lies at or below an acceptable code; in the built-in edition also
    /// the heading above one.
    fn satisfies(&self, group: &Group, codes: &[&str]) -> bool {
        let rows = group.rows.iter().take(ROWS).map(|row| row.code.as_str());
        let mut shown = std::iter::once(group.heading.as_str()).chain(rows);
        shown
            .any(|code| codes.iter().any(|wanted| code.starts_with(wanted) || self.builtin && wanted.starts_with(code)))
    }
}

/// Whether a query is a code and nothing else.
fn is_code(query: &str) -> bool {
    let query = query.to_lowercase();
    let rest = ["hsk", "hs", "code", "제", "호", "류"].iter().fold(query, |rest, word| rest.replace(word, ""));
    rest.contains(|c: char| c.is_ascii_digit()) && rest.chars().all(|c| c.is_ascii_digit() || " .-:".contains(c))
}

fn quickest(work: impl Fn()) -> Duration {
    let time = || {
        let begun = Instant::now();
        work();
        begun.elapsed()
    };
    (0..TIMES).map(|_| time()).min().unwrap_or_default()
}

fn recall(found: &[(bool, Option<usize>)], within: usize) -> f64 {
    mean(found.iter().map(|(_, rank)| if rank.is_some_and(|rank| rank < within) { 1.0 } else { 0.0 }))
}

#[allow(clippy::cast_precision_loss, reason = "ranks are small")]
fn reciprocal(rank: usize) -> f64 {
    1.0 / (rank + 1) as f64
}

#[allow(clippy::cast_precision_loss, reason = "a list has no more queries than a float can count")]
fn mean(values: impl ExactSizeIterator<Item = f64>) -> f64 {
    let count = values.len().max(1) as f64;
    values.sum::<f64>() / count
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_told_from_words_with_digits() {
        for code in ["8517.13", "제1902호", "HS 3304.99", "190230-1010", "제85류"] {
            assert!(is_code(code), "{code}");
        }
        for words in ["3D 프린터", "KF94 마스크", "라면", "hs"] {
            assert!(!is_code(words), "{words}");
        }
    }

    #[test]
    fn a_row_below_an_acceptable_code_counts_and_the_heading_above_only_where_the_edition_ends_there() {
        let mut searched = Searched {
            edition: Edition::unpack(&Edition::builtin(CodeList::Ksic).pack()).expect("packed"),
            builtin: false,
        };
        let row = |code: &str| gaip_classify::Hit { code: code.to_owned(), because: None };
        let group = Group { heading: "1902".to_owned(), because: None, rows: vec![row("1902301010")] };
        assert!(searched.satisfies(&group, &["190230"]) && searched.satisfies(&group, &["2005", "1902"]));
        assert!(!searched.satisfies(&group, &["190240"]));
        searched.builtin = true;
        assert!(searched.satisfies(&group, &["190240"]));
    }
}
