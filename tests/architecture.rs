//! The arrows between the parts: `pages -> steps -> wizard -> ui`, one door to the network, the domain alone at the
//! bottom. docs/architecture.md draws them.

use std::fs;
use std::path::{Path, PathBuf};

/// Most lines of a file that a person wrote.
const LINES: usize = 400;

/// A folder or file of `src/`, words that its code may not contain, and why.
const FORBIDDEN: [(&str, &[&str], &str); 11] = [
    (
        "ui",
        &[
            "crate::api",
            "crate::i18n",
            "crate::wizard",
            "crate::steps",
            "crate::pages",
            "crate::session",
            "crate::routes",
            "crate::preferences",
            "gaip_domain",
            "gaip_contract",
            "leptos_router",
        ],
        "the design kit takes words and values as props and knows neither the domain, the network nor the language",
    ),
    (
        "wizard",
        &["crate::pages", "crate::steps", "crate::gallery"],
        "steps stand on the wizard, not the other way round",
    ),
    ("steps", &["crate::pages", "crate::gallery"], "pages stand on steps, not the other way round"),
    (
        "i18n",
        &["crate::pages", "crate::steps", "crate::wizard", "leptos_router"],
        "words know no screen; screens ask for words",
    ),
    (
        "api",
        &["crate::pages", "crate::steps", "crate::wizard", "crate::ui", "crate::i18n"],
        "the door to the network knows the contract and nothing of the screens",
    ),
    ("session.rs", &["crate::pages", "crate::steps", "crate::wizard"], "pages ask who is signed in"),
    ("routes.rs", &["crate::"], "an address is made of ids alone"),
    ("pages", &["crate::app", "crate::gallery"], "the application shows pages"),
    (
        "demo",
        &[
            "crate::pages",
            "crate::wizard",
            "crate::ui",
            "crate::i18n",
            "crate::gallery",
            "crate::session",
            "crate::later",
        ],
        "the demo answers requests and knows no screen; of the steps it knows the samples",
    ),
    ("", &["gaip_backend"], "the browser reaches the backend through the contract only"),
    ("", &["serde_path_to_error", "schemars"], "tools that only servers and checks need stay out of the bundle"),
];

/// Our own crates that each crate may depend on in the product; tests may use what they need.
const CRATES: [(&str, &[&str]); 8] = [
    ("crates/domain", &[]),
    ("crates/classify", &["gaip-contract", "gaip-domain"]),
    ("crates/import", &["gaip-classify", "gaip-domain"]),
    ("crates/finder", &["gaip-classify", "gaip-contract", "gaip-domain"]),
    ("crates/contract", &["gaip-domain"]),
    ("crates/npki", &[]),
    ("crates/signer", &["gaip-contract", "gaip-npki"]),
    // The demo of the gallery alone searches codes in the page.
    (".", &["gaip-classify", "gaip-contract", "gaip-domain"]),
];

#[test]
fn every_part_uses_only_what_lies_below_it() {
    let mut faults = Vec::new();
    for (part, words, why) in FORBIDDEN {
        for file in files(&root().join("src").join(part), "rs") {
            let text = code(&read(&file));
            let found = words.iter().filter(|word| text.contains(*word));
            faults.extend(found.map(|word| format!("{} uses `{word}`: {why}", name(&file))));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn only_the_gallery_has_the_demo_and_what_it_alone_needs() {
    let mut faults = Vec::new();
    for file in files(&root().join("src"), "rs").into_iter().filter(|file| !name(file).starts_with("src/demo/")) {
        let text = code(&read(&file));
        let ways = ["crate::demo", "gaip_classify", "pulldown_cmark"].iter().filter(|way| text.contains(*way));
        let ways = ways.filter(|way| !(name(&file).starts_with("src/gallery/") && **way == "crate::demo"));
        faults.extend(ways.map(|way| format!("{} uses `{way}`: it is no part of the production bundle", name(&file))));
    }
    let manifest = read(&root().join("Cargo.toml"));
    for dependency in ["gaip-classify", "pulldown-cmark"] {
        let optional = format!("{dependency} = {{ workspace = true, optional = true");
        if !manifest.contains(&optional) {
            faults.push(format!("Cargo.toml does not say that {dependency} is optional"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn only_the_api_opens_connections() {
    let ways = ["gloo_net", "fetch_with", "XmlHttpRequest", "WebSocket", "send_beacon"];
    let mut faults = Vec::new();
    for file in files(&root().join("src"), "rs").into_iter().filter(|file| !name(file).starts_with("src/api/")) {
        let text = code(&read(&file));
        let found = ways.iter().filter(|way| text.contains(*way));
        faults.extend(found.map(|way| format!("{} uses `{way}`: src/api is the one door to the network", name(&file))));
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn only_preferences_the_names_of_tab_and_provider_and_codes_of_public_lists_are_kept_in_the_browser() {
    // The provider of the last login is a word out of four, and says nothing of who it was (decision 0024).
    let last = "src/pages/account/last_channel.rs";
    let keeping = ["src/preferences.rs", "src/api/tab.rs", "src/steps/code_picker/recent.rs", last];
    // A certificate is kept by the person's own act, its key closed as it was; by no other file.
    let by_own_act = "crates/signer/src/store.rs";
    let mut faults = Vec::new();
    for file in
        ["src", "crates/finder/src", "crates/signer/src"].into_iter().flat_map(|at| files(&root().join(at), "rs"))
    {
        let text = code(&read(&file));
        let name = name(&file);
        let plain =
            ["local_storage", "session_storage", "cookie("].iter().filter(|_| !keeping.contains(&name.as_str()));
        let database = ["IdbFactory", "indexedDB\".into", "CacheStorage"].iter().filter(|_| name != by_own_act);
        let found = plain.chain(database).filter(|way| text.contains(*way));
        faults.extend(found.map(|way| format!("{name} uses `{way}`: nothing personal is kept in the browser")));
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_crate_depends_on_what_lies_below_it() {
    let mut faults = Vec::new();
    for (folder, allowed) in CRATES {
        let manifest = root().join(folder).join("Cargo.toml");
        let own = dependencies(&read(&manifest)).into_iter().filter(|name| name.starts_with("gaip-"));
        let wrong = own.filter(|name| !allowed.contains(&name.as_str()));
        faults.extend(wrong.map(|dependency| {
            format!("{} depends on {dependency}; it may depend on {allowed:?} of ours", name(&manifest))
        }));
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn no_file_is_longer_than_a_person_reads_in_one_go() {
    let mut faults = Vec::new();
    for folder in ["src", "tests", "crates"] {
        for file in files(&root().join(folder), "rs") {
            let lines = read(&file).lines().count();
            if lines > LINES {
                faults.push(format!("{} has {lines} lines, more than {LINES}: part it", name(&file)));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_module_says_what_it_is() {
    let bare = files(&root().join("src"), "rs").into_iter().filter(|file| !read(file).starts_with("//! "));
    let faults: Vec<_> = bare.map(|file| format!("{} begins without a `//!` line", name(&file))).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_style_sheet_is_in_the_page_in_the_order_of_the_layers() {
    let page = read(&root().join("index.html"));
    let linked: Vec<&str> =
        page.split("rel=\"css\" href=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    for file in files(&root().join("style"), "css") {
        let name = name(&file);
        let own = name == "style/gallery.css";
        assert_eq!(linked.contains(&name.as_str()), !own, "index.html and {name}: portals link all but the gallery's");
    }
    let layer = |sheet: &str| {
        let starts =
            ["style/tokens", "style/base", "style/shell", "style/ui/", "style/wizard", "style/steps/", "style/pages/"];
        starts.iter().position(|start| sheet.starts_with(start))
    };
    for pair in linked.windows(2) {
        assert!(layer(pair[0]).is_some() && layer(pair[0]) <= layer(pair[1]), "{} stands before {}", pair[0], pair[1]);
    }
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn name(file: &Path) -> String {
    file.strip_prefix(root()).unwrap_or(file).to_string_lossy().replace('\\', "/")
}

fn read(file: &Path) -> String {
    fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", name(file)))
}

/// The text without its comments: they may speak of anything.
fn code(text: &str) -> String {
    let lines = text.lines().filter(|line| !line.trim_start().starts_with("//"));
    lines.collect::<Vec<_>>().join("\n")
}

/// Names under `[dependencies]` and its like; those of tests and builds are none of the product.
fn dependencies(manifest: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut inside = false;
    for line in manifest.lines() {
        if line.starts_with('[') {
            inside = line.ends_with("dependencies]")
                && !["workspace.", "dev-", "build-"].iter().any(|other| line.contains(other));
        } else if inside {
            found.extend(line.split(['.', ' ', '=']).next().filter(|name| !name.is_empty()).map(str::to_owned));
        }
    }
    found
}

fn files(place: &Path, extension: &str) -> Vec<PathBuf> {
    if place.is_file() {
        return vec![place.to_owned()];
    }
    let mut found = Vec::new();
    for entry in fs::read_dir(place).unwrap_or_else(|error| panic!("{}: {error}", name(place))) {
        let path = entry.expect("the folder can be listed").path();
        if path.is_dir() && path.file_name().is_some_and(|name| name != "target") {
            found.extend(files(&path, extension));
        } else if path.extension().is_some_and(|ending| ending == extension) {
            found.push(path);
        }
    }
    found.sort();
    found
}

#[test]
fn dependencies_of_the_product_are_read_from_a_manifest() {
    let manifest = "[workspace.dependencies]\na = \"1\"\n[dependencies]\nb.workspace = true\nc = { path = \"c\" }\n[dev-dependencies]\nd = \"1\"\n";
    assert_eq!(dependencies(manifest), ["b", "c"]);
}
