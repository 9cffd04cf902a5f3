//! Makes a bundle ready to be served: no inline script, compressed beside the original, within the budgets.

use std::{
    cmp::Reverse,
    fs,
    io::Write,
    path::{Path, PathBuf},
};

use crate::{css, html, shell::Outcome, stamp::short_hash};

/// All that the browser loads until the first step is usable, in bytes of brotli: the page, its styles, scripts and
/// WebAssembly, and the portal. On a slow 4G connection that is a little over a second.
const FIRST_STEP_BR: usize = 250_000;
/// The browser's own search, fetched when a picker first opens, in bytes of brotli; an edition comes on top of it.
const SEARCH_BR: usize = 110_000;
/// The hand with certificates, fetched when a certificate dialog first opens, in bytes of brotli.
const SIGNER_BR: usize = 150_000;
/// The project's own CSS in bytes of gzip.
const OWN_CSS_GZ: usize = 15_000;
/// What the first step fetches beside the files that `index.html` names.
const FIRST_STEP_ALSO: [&str; 1] = ["portals/daejeon/portal.json"];
/// The gallery keeps this text in its code, so that one can see whether it is in a bundle.
const GALLERY_MARKER: &[u8] = b"gaip-gallery-marker";
/// What is worth compressing; images are compressed already.
const COMPRESSED: [&str; 9] = ["html", "css", "js", "wasm", "json", "md", "svg", "txt", "webmanifest"];
/// System fonts only: a Korean web font costs more than the whole application.
const FONTS: [&str; 5] = ["woff", "woff2", "ttf", "otf", "eot"];

/// Sizes of one file in bytes.
struct Asset {
    /// Its path below the bundle's folder, with `/`.
    name: String,
    raw: usize,
    gz: usize,
    br: usize,
}

impl Asset {
    fn has_extension(&self, extensions: &[&str]) -> bool {
        has_extension(Path::new(&self.name), extensions)
    }
}

/// Does all of it, prints the sizes, and refuses a bundle past a budget.
pub fn finish(dist: &Path, gallery: bool) -> Outcome {
    allow_strict_csp(dist)?;
    merge_styles(dist)?;
    let assets = compress(dist)?;
    let page = read(&dist.join("index.html"))?;
    let first: Vec<&Asset> = assets.iter().filter(|asset| is_first(&asset.name, &page)).collect();
    print_table(&first, &assets);
    let mut faults = faults_of(dist, &page, &assets)?;
    faults.extend(gallery_fault(dist, gallery)?);
    if !gallery {
        faults.extend(budget_faults(&first));
        faults.extend(worker_fault(&assets, "finder", "the search in a worker", SEARCH_BR));
        faults.extend(worker_fault(&assets, "signer", "the hand with certificates", SIGNER_BR));
    }
    if faults.is_empty() {
        Ok(())
    } else {
        Err(format!("The bundle in {} is not fit to serve:\n- {}", dist.display(), faults.join("\n- ")))
    }
}

/// The Content-Security-Policy allows no inline script: trunk's becomes a file named by its hash.
pub fn allow_strict_csp(dist: &Path) -> Outcome {
    let index = dist.join("index.html");
    let name = |script: &str| format!("boot-{}.js", short_hash(script.as_bytes()));
    let tag = |script: &str| format!("<script type=\"module\" src=\"/{}\"></script>", name(script));
    let (page, script) =
        html::cut_module_script(&read(&index)?, tag).ok_or("trunk put no module script into index.html")?;
    write(&dist.join(name(&script)), script.as_bytes())?;
    write(&index, page.as_bytes())
}

/// Makes one style sheet of all that the page links, in their order, so that the layers keep theirs.
fn merge_styles(dist: &Path) -> Outcome {
    let index = dist.join("index.html");
    let page = read(&index)?;
    let sheets = css::linked(html::tags(&page));
    let mut merged = String::new();
    let mut parts = Vec::new();
    for sheet in &sheets {
        if sheet.attribute("media").is_some() {
            return Err("a style sheet has `media`, which a merged one cannot have; use @media in it".to_owned());
        }
        let part = dist.join(sheet.attribute("href").unwrap_or_default().trim_start_matches('/'));
        merged.push_str(&css::shorten(&read(&part)?));
        parts.push(part);
    }
    let name = format!("style-{}.css", short_hash(merged.as_bytes()));
    for part in parts {
        fs::remove_file(&part).map_err(|error| format!("{}: {error}", part.display()))?;
    }
    write(&dist.join(&name), merged.as_bytes())?;
    write(&index, css::relink(&page, &sheets, &format!("/{name}")).as_bytes())
}

/// Writes `.br` and `.gz` beside every file that gains by it; the sizes of all files.
fn compress(dist: &Path) -> Outcome<Vec<Asset>> {
    let mut assets = Vec::new();
    for file in files(dist)? {
        let content = fs::read(&file).map_err(|error| format!("{}: {error}", file.display()))?;
        let raw = content.len();
        let (gz, br) = if has_extension(&file, &COMPRESSED) {
            let (gz, br) = (gzip(&content)?, brotli(&content)?);
            write(&beside(&file, "gz"), &gz)?;
            write(&beside(&file, "br"), &br)?;
            (gz.len(), br.len())
        } else {
            (raw, raw)
        };
        let name = file.strip_prefix(dist).unwrap_or(&file).to_string_lossy().replace('\\', "/");
        assets.push(Asset { name, raw, gz, br });
    }
    assets.sort_by_key(|asset| Reverse(asset.br));
    Ok(assets)
}

/// Whether the browser loads a file before the first step is usable.
fn is_first(name: &str, page: &str) -> bool {
    name == "index.html"
        || FIRST_STEP_ALSO.contains(&name)
        || html::tags(page).filter_map(|tag| tag.loads()).any(|address| address.trim_start_matches('/') == name)
}

fn budget_faults(first: &[&Asset]) -> Vec<String> {
    let mut faults = Vec::new();
    let br: usize = first.iter().map(|asset| asset.br).sum();
    if br > FIRST_STEP_BR {
        faults.push(format!("the browser loads {br} bytes of brotli until the first step is usable, {} more than the {FIRST_STEP_BR} allowed", br - FIRST_STEP_BR));
    }
    let css: usize = first.iter().filter(|asset| asset.has_extension(&["css"])).map(|asset| asset.gz).sum();
    if css > OWN_CSS_GZ {
        faults
            .push(format!("the CSS has {css} bytes of gzip, {} more than the {OWN_CSS_GZ} allowed", css - OWN_CSS_GZ));
    }
    faults
}

/// Each worker has a budget of its own.
fn worker_fault(assets: &[Asset], name: &str, what: &str, budget: usize) -> Option<String> {
    let br: usize = assets.iter().filter(|asset| asset.name.starts_with(name)).map(|asset| asset.br).sum();
    (br > budget).then(|| format!("{what} has {br} bytes of brotli, more than the {budget} allowed"))
}

/// What may not be in a bundle however small: fonts, outside hosts, what the Content-Security-Policy would block.
fn faults_of(dist: &Path, page: &str, assets: &[Asset]) -> Outcome<Vec<String>> {
    let mut faults = page_faults(page);
    for asset in assets {
        if asset.has_extension(&FONTS) {
            faults.push(format!("{} is a font; the system's fonts are used", asset.name));
        }
        if asset.has_extension(&["css"]) {
            let css = read(&dist.join(&asset.name))?;
            faults.extend(
                css_loads(&css)
                    .filter(|address| is_outside(address))
                    .map(|address| format!("{} loads {address} from an outside host", asset.name)),
            );
        }
    }
    Ok(faults)
}

fn page_faults(page: &str) -> Vec<String> {
    let mut faults = Vec::new();
    for tag in html::tags(page) {
        if let Some(address) = tag.loads().filter(|address| is_outside(address)) {
            faults.push(format!("index.html loads {address} from an outside host"));
        }
        if tag.name == "script" && tag.attribute("src").is_none() {
            faults.push(
                "index.html has an inline script, which the Content-Security-Policy blocks; move it to a file"
                    .to_owned(),
            );
        }
        if tag.name == "style" || tag.attribute("style").is_some() {
            faults.push(format!(
                "index.html has an inline style at <{}>, which the Content-Security-Policy blocks; move it to style/",
                tag.name
            ));
        }
    }
    faults
}

/// The addresses that a style sheet loads: `url(...)` and `@import "..."`.
fn css_loads(css: &str) -> impl Iterator<Item = &str> {
    css.split("url(").skip(1).chain(css.split("@import").skip(1)).map(|rest| {
        let rest = rest.trim_start().trim_start_matches(['"', '\'']);
        rest.split(['"', '\'', ')', ';']).next().unwrap_or(rest)
    })
}

fn is_outside(address: &str) -> bool {
    let address = address.to_ascii_lowercase();
    address.starts_with("http://") || address.starts_with("https://") || address.starts_with("//")
}

fn gallery_fault(dist: &Path, wanted: bool) -> Outcome<Option<String>> {
    let mut found = false;
    for file in files(dist)? {
        if has_extension(&file, &["wasm"]) {
            let content = fs::read(&file).map_err(|error| format!("{}: {error}", file.display()))?;
            found |= content.windows(GALLERY_MARKER.len()).any(|part| part == GALLERY_MARKER);
        }
    }
    Ok(match (found, wanted) {
        (true, false) => Some("the gallery is in the production bundle".to_owned()),
        (false, true) => Some("the bundle with the gallery lacks the gallery's marker text, so nobody could see it in the production bundle either".to_owned()),
        _ => None,
    })
}

fn print_table(first: &[&Asset], all: &[Asset]) {
    eprintln!("    {:<44} {:>10} {:>10} {:>10}", "loaded until the first step is usable", "raw", "gzip", "brotli");
    let row = |name: &str, assets: &[&Asset]| {
        let sum = |size: fn(&Asset) -> usize| assets.iter().map(|asset| size(asset)).sum::<usize>();
        eprintln!(
            "    {name:<44} {:>10} {:>10} {:>10}",
            sum(|asset| asset.raw),
            sum(|asset| asset.gz),
            sum(|asset| asset.br)
        );
    };
    for asset in first {
        row(&asset.name, &[asset]);
    }
    row("together", first);
    eprintln!("    {:<44} {:>10} {:>10} {:>10}", "budget", "", "", FIRST_STEP_BR);
    let css: Vec<&Asset> = first.iter().copied().filter(|asset| asset.has_extension(&["css"])).collect();
    row("of it CSS", &css);
    eprintln!("    {:<44} {:>10} {:>10}", "budget", "", OWN_CSS_GZ);
    for asset in
        all.iter().filter(|asset| asset.has_extension(&["wasm"]) && !first.iter().any(|a| a.name == asset.name))
    {
        row(&format!("later: {}", asset.name), &[asset]);
    }
    row("the whole folder", &all.iter().collect::<Vec<_>>());
}

fn gzip(content: &[u8]) -> Outcome<Vec<u8>> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(content).and_then(|()| encoder.finish()).map_err(|error| format!("gzip: {error}"))
}

fn brotli(mut content: &[u8]) -> Outcome<Vec<u8>> {
    let settings =
        brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, size_hint: content.len(), ..Default::default() };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut content, &mut compressed, &settings).map_err(|error| format!("brotli: {error}"))?;
    Ok(compressed)
}

/// Every file in and below a folder.
fn files(dir: &Path) -> Outcome<Vec<PathBuf>> {
    let failed = |error| format!("{}: {error}", dir.display());
    let mut found = Vec::new();
    for entry in fs::read_dir(dir).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        if path.is_dir() {
            found.extend(files(&path)?);
        } else {
            found.push(path);
        }
    }
    Ok(found)
}

fn has_extension(file: &Path, extensions: &[&str]) -> bool {
    file.extension().and_then(|extension| extension.to_str()).is_some_and(|extension| extensions.contains(&extension))
}

fn beside(file: &Path, extension: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".");
    name.push(extension);
    name.into()
}

fn read(file: &Path) -> Outcome<String> {
    fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))
}

fn write(file: &Path, content: &[u8]) -> Outcome {
    fs::write(file, content).map_err(|error| format!("{}: {error}", file.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asset(name: &str, gz: usize, br: usize) -> Asset {
        Asset { name: name.to_owned(), raw: 0, gz, br }
    }

    #[test]
    fn a_bundle_at_the_budget_passes_and_one_byte_more_does_not() {
        let (wasm, css) = (asset("a.wasm", 0, FIRST_STEP_BR), asset("a.css", OWN_CSS_GZ, 0));
        assert!(budget_faults(&[&wasm, &css]).is_empty());
        let more = asset("b.css", 1, 1);
        let faults = budget_faults(&[&wasm, &css, &more]);
        assert_eq!(faults.len(), 2, "{faults:?}");
        assert!(faults[0].contains("250001") && faults[1].contains("15001"), "{faults:?}");
    }

    #[test]
    fn all_files_of_a_worker_count_and_those_of_others_do_not() {
        let assets = [asset("signer_bg.wasm", 0, 90), asset("signer.js", 0, 10), asset("finder_bg.wasm", 0, 500)];
        assert_eq!(worker_fault(&assets, "signer", "it", 100), None);
        assert!(worker_fault(&assets, "signer", "it", 99).is_some_and(|fault| fault.contains("100")));
    }

    #[test]
    fn the_first_step_loads_what_the_page_names_and_the_portal() {
        let page = "<link rel=\"preload\" href=\"/a.wasm\"><script src=\"/boot.js\"></script>";
        for name in ["index.html", "a.wasm", "boot.js", "portals/daejeon/portal.json"] {
            assert!(is_first(name, page), "{name}");
        }
        assert!(!is_first("portals/kotra/portal.json", page));
    }

    #[test]
    fn outside_hosts_inline_scripts_and_inline_styles_are_found() {
        let page = "<script>1</script><p style=\"color:red\"><img src=\"//cdn.example/x.png\"><a href=\"https://ok.example\"></a>";
        assert_eq!(page_faults(page).len(), 3, "{:?}", page_faults(page));
        assert!(page_faults("<script type=\"module\" src=\"/boot.js\"></script>").is_empty());
    }

    #[test]
    fn a_style_sheet_says_what_it_loads() {
        let css = "@import \"https://a.example/x.css\"; a { background: url('https://b.example/y.png') } b { background: url(data:image/svg+xml,http://www.w3.org) }";
        let outside: Vec<_> = css_loads(css).filter(|address| is_outside(address)).collect();
        assert_eq!(outside, ["https://b.example/y.png", "https://a.example/x.css"]);
    }

    #[test]
    fn the_styles_of_a_page_become_one_file_in_their_order() {
        let dist = std::env::temp_dir().join(format!("styles-{}", std::process::id()));
        fs::create_dir_all(&dist).expect("a temporary folder");
        let put = |name: &str, text: &str| write(&dist.join(name), text.as_bytes()).expect("a temporary file");
        put("a-1.css", "/* first */\n@layer one, two;\n");
        put("b-2.css", "@layer two {\n  p { margin: 0 }\n}\n");
        put(
            "index.html",
            "<link rel=\"stylesheet\" href=\"/a-1.css\"/>\n<link rel=\"stylesheet\" href=\"/b-2.css\"/>\n",
        );
        merge_styles(&dist).expect("both are there");
        let page = read(&dist.join("index.html")).expect("the page");
        let left = files(&dist).expect("the folder");
        assert_eq!(left.len(), 2, "{left:?}");
        let name = html::tags(&page).find_map(|tag| tag.attribute("href")).expect("a link").trim_start_matches('/');
        assert_eq!(read(&dist.join(name)).as_deref(), Ok("@layer one, two;\n@layer two {\np { margin: 0 }\n}\n"));
        fs::remove_dir_all(dist).expect("the temporary folder goes");
    }

    #[test]
    fn what_is_compressed_can_be_read_again() {
        let text = "가입 ".repeat(200);
        let mut plain = Vec::new();
        brotli::BrotliDecompress(&mut brotli(text.as_bytes()).expect("compresses").as_slice(), &mut plain)
            .expect("decompresses");
        assert_eq!(plain, text.as_bytes());
        assert!(gzip(text.as_bytes()).expect("compresses").len() < text.len() / 10);
    }
}
