//! Splits an optimised bundle in two: what the first step needs, and what comes later (`src/later.rs`).
//!
//! trunk has built the page with one WebAssembly file. This takes that file as cargo linked it, splits it at the
//! functions marked `wasm_split`, has wasm-bindgen and wasm-opt treat the pieces, and puts them in the place of trunk's.

use std::{
    fs,
    path::{Path, PathBuf},
};

use wasm_split_cli_support::{Options, transform};

use crate::{
    paths,
    shell::{Outcome, command, run},
    stamp::short_hash,
    tools,
};

/// The script of wasm-bindgen and the one that fetches the pieces; each imports the other.
const SCRIPT: &str = "./gaip.js";
const FETCHER: &str = "./split.js";

/// Replaces the application in the folder of a bundle.
pub fn split(dist: &Path, wasm_opt: bool) -> Outcome {
    let work = paths::target().join("split");
    if work.exists() {
        fs::remove_dir_all(&work).map_err(failed(&work))?;
    }
    let pieces = cut(&work)?;
    bind(&work)?;
    if wasm_opt {
        shrink(&work.join("gaip_bg.wasm"))?;
        pieces.iter().try_for_each(|piece| shrink(piece))?;
    }
    install(dist, &work, &pieces)
}

/// Cuts cargo's file into `main.wasm` and the pieces, which are returned.
fn cut(work: &Path) -> Outcome<Vec<PathBuf>> {
    let linked = paths::target().join(tools::WASM).join("browser/gaip.wasm");
    let wasm = fs::read(&linked).map_err(failed(&linked))?;
    let main = work.join("main.wasm");
    let mut options = Options::new(&wasm);
    options.output_dir = work;
    options.main_out_path = &main;
    options.main_module = SCRIPT;
    options.link_name = FETCHER;
    let pieces = transform(options).map_err(|error| format!("{} cannot be split: {error:#}", linked.display()))?;
    if pieces.split_modules.is_empty() {
        return Err(format!("{} has nothing to split off; is the feature `split` on?", linked.display()));
    }
    Ok(pieces.split_modules)
}

/// Writes `gaip.js` and `gaip_bg.wasm`. The pieces need what the linker exports: memory, table, stack pointer.
fn bind(work: &Path) -> Outcome {
    run(command(paths::tools().join("bin/wasm-bindgen"))
        .args(["--target", "web", "--no-typescript", "--keep-lld-exports", "--out-name", "gaip", "--out-dir"])
        .arg(work)
        .arg(work.join("main.wasm")))
}

/// Like functions side by side compress best: after brotli this is 2 % smaller than `-Oz` alone, which is for the tools
/// of before 2023 that cannot sort.
pub fn shrink(wasm: &Path) -> Outcome {
    // It warns of a part of the name section that it does not know, and drops that section anyway.
    let opt = |passes: &[&str]| {
        run(command("wasm-opt").args(passes).arg("--quiet").arg(wasm).arg("-o").arg(wasm).env("PATH", tools::path()))
    };
    opt(&["-O1", "--duplicate-function-elimination", "--reorder-functions-by-name"]).or_else(|_| opt(&["-Oz"]))
}

/// Copies all of it under names that change with the content, and makes the page and the scripts use those.
/// The files only fit each other, so they share one hash.
fn install(dist: &Path, work: &Path, pieces: &[PathBuf]) -> Outcome {
    let wasm = work.join("gaip_bg.wasm");
    let (script, fetcher) = (read(&work.join(SCRIPT))?, read(&work.join(FETCHER))?);
    let mut all = [script.as_bytes(), fetcher.as_bytes()].concat();
    for file in pieces.iter().chain([&wasm]) {
        all.extend(fs::read(file).map_err(failed(file))?);
    }
    let hash = short_hash(&all);

    let mut fetcher = renamed(&fetcher, SCRIPT, &format!("./gaip-{hash}.js"))?;
    for piece in pieces {
        let old = piece.file_name().unwrap_or_default().to_string_lossy();
        let new = format!("{}-{hash}.wasm", old.trim_start_matches("split_").trim_end_matches(".wasm"));
        fetcher = renamed(&fetcher, &format!("./{old}"), &format!("./{new}"))?;
        copy(piece, &dist.join(new))?;
    }
    // The name stands twice in the script; only the import is an address.
    let script = renamed(&script, &format!("from \"{FETCHER}"), &format!("from \"./split-{hash}.js"))?;
    write(&dist.join(format!("gaip-{hash}.js")), &script)?;
    write(&dist.join(format!("split-{hash}.js")), &fetcher)?;
    copy(&wasm, &dist.join(format!("gaip-{hash}_bg.wasm")))?;

    let index = dist.join("index.html");
    let page = read(&index)?;
    let old = bundle_name(&page).ok_or("index.html imports no /gaip-….js")?;
    for file in [format!("{old}.js"), format!("{old}_bg.wasm")] {
        fs::remove_file(dist.join(&file)).map_err(failed(&dist.join(file)))?;
    }
    write(&index, &with_names(&page, old, &hash)?)
}

/// `gaip-0123456789abcdef`, as trunk named it.
fn bundle_name(page: &str) -> Option<&str> {
    let name = &page[page.find("/gaip-")? + 1..];
    name.split_once(".js").map(|(name, _)| name).filter(|name| !name.contains('/'))
}

/// The page with the new names; the browser fetches the second script along with the first.
fn with_names(page: &str, old: &str, hash: &str) -> Outcome<String> {
    let page = renamed(page, old, &format!("gaip-{hash}"))?;
    let link = format!("<link rel=\"modulepreload\" href=\"/split-{hash}.js\">");
    renamed(&page, "</head>", &format!("{link}</head>"))
}

/// The text with every `old` replaced, of which there must be one.
fn renamed(text: &str, old: &str, new: &str) -> Outcome<String> {
    if text.contains(old) { Ok(text.replace(old, new)) } else { Err(format!("the tools wrote no {old} to rename")) }
}

fn read(file: &Path) -> Outcome<String> {
    fs::read_to_string(file).map_err(failed(file))
}

fn write(file: &Path, text: &str) -> Outcome {
    fs::write(file, text).map_err(failed(file))
}

fn copy(from: &Path, to: &Path) -> Outcome {
    fs::copy(from, to).map(drop).map_err(failed(from))
}

fn failed(file: &Path) -> impl Fn(std::io::Error) -> String {
    let file = file.display().to_string();
    move |error| format!("{file}: {error}")
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<head><script type=\"module\">import init from '/gaip-12ab.js';init('/gaip-12ab_bg.wasm')</script>\
                        <link rel=\"preload\" href=\"/gaip-12ab_bg.wasm\"></head>";

    #[test]
    fn the_page_names_the_new_files_alone() {
        let old = bundle_name(PAGE).expect("the page imports one");
        assert_eq!(old, "gaip-12ab");
        let page = with_names(PAGE, old, "77").expect("all is there");
        assert!(!page.contains("12ab"));
        assert_eq!(page.matches("/gaip-77_bg.wasm").count(), 2);
        assert!(page.contains("href=\"/split-77.js\"></head>"));
    }

    #[test]
    fn a_script_that_the_tools_wrote_otherwise_is_an_error() {
        assert!(renamed("import a from \"./other.js\"", SCRIPT, "./gaip-1.js").is_err());
    }
}
