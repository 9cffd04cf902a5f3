//! The built application and the files of the portals.

use crate::app::App;
use crate::refusal::Refusal;
use axum::Router;
use axum::extract::State;
use axum::http::header::{
    ACCEPT, ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_ENCODING, CONTENT_TYPE, ETAG, HeaderName,
    IF_NONE_MATCH, VARY,
};
use axum::http::{HeaderMap, Method, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use gaip_contract::ProblemCode;
use std::fs::Metadata;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

/// What each ending is. A file of another ending is not served; compressed twins go out under the original's name.
const TYPES: [(&str, &str); 14] = [
    ("html", "text/html; charset=utf-8"),
    ("js", "text/javascript; charset=utf-8"),
    ("css", "text/css; charset=utf-8"),
    ("wasm", "application/wasm"),
    ("json", "application/json"),
    ("md", "text/markdown; charset=utf-8"),
    ("txt", "text/plain; charset=utf-8"),
    ("svg", "image/svg+xml"),
    ("png", "image/png"),
    ("jpg", "image/jpeg"),
    ("ico", "image/x-icon"),
    ("webmanifest", "application/manifest+json"),
    ("woff2", "font/woff2"),
    ("pdf", "application/pdf"),
];
/// Endings of the files of a portal that browsers ask for; its other files are for its authors.
const OF_PORTAL: [&str; 5] = ["json", "md", "pdf", "svg", "png"];
/// Where portals lie, in addresses and in a bundle.
const PORTALS: &str = "/portals/";
/// Compressed twins beside a file, best first: name in headers, ending.
const ENCODINGS: [(&str, &str); 2] = [("br", "br"), ("gzip", "gz")];

/// The portals come from the folder that the backend read them from, so that both sides always ask the same.
pub fn routes(_: &App) -> Router<App> {
    Router::new().route("/portals/{*path}", get(portal_file))
}

async fn portal_file(State(app): State<App>, uri: Uri, headers: HeaderMap) -> Response {
    let path = uri.path().strip_prefix(PORTALS).unwrap_or_default();
    if !OF_PORTAL.contains(&ending(path)) {
        return not_found();
    }
    file(&app.config.portals_folder(), path, &headers).await.unwrap_or_else(not_found)
}

/// A file of the application; its page where the browser asks for one at any other address, since the application
/// knows its addresses itself.
pub async fn fallback(State(app): State<App>, method: Method, uri: Uri, headers: HeaderMap) -> Response {
    let path = uri.path().trim_start_matches('/');
    if path == "api" || path.starts_with("api/") || !matches!(method, Method::GET | Method::HEAD) {
        return not_found();
    }
    let name = if path.is_empty() { "index.html" } else { path };
    if let Some(found) = file(&app.config.dist, name, &headers).await {
        return found;
    }
    if !wants_page(path, &headers) {
        return not_found();
    }
    file(&app.config.dist, "index.html", &headers).await.unwrap_or_else(not_found)
}

fn not_found() -> Response {
    Refusal::from(ProblemCode::NotFound).into_response()
}

fn wants_page(path: &str, headers: &HeaderMap) -> bool {
    let file_name = path.rsplit('/').next().unwrap_or_default();
    let accepts = |text: &str| text.contains("text/html");
    !file_name.contains('.') && text(headers, &ACCEPT).is_some_and(accepts)
}

fn text<'a>(headers: &'a HeaderMap, name: &HeaderName) -> Option<&'a str> {
    headers.get(name)?.to_str().ok()
}

fn ending(path: &str) -> &str {
    path.rsplit_once('.').map_or("", |(_, ending)| ending)
}

/// The answer with a file below the folder, or that the browser has it already.
async fn file(folder: &Path, path: &str, headers: &HeaderMap) -> Option<Response> {
    let kind = TYPES.iter().find(|(known, _)| *known == ending(path))?.1;
    let found = find(folder, path, headers).await?;
    let mut response = if is_known(headers, &found.etag) {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        tokio::fs::read(&found.path).await.ok()?.into_response()
    };
    let out = response.headers_mut();
    out.insert(CONTENT_TYPE, kind.parse().ok()?);
    out.insert(CACHE_CONTROL, cache(path).parse().ok()?);
    out.insert(ETAG, found.etag.parse().ok()?);
    out.insert(VARY, "accept-encoding".parse().ok()?);
    if let Some(encoding) = found.encoding {
        out.insert(CONTENT_ENCODING, encoding.parse().ok()?);
    }
    if ending(path) == "pdf" {
        out.insert(CONTENT_DISPOSITION, "attachment".parse().ok()?);
    }
    Some(response)
}

struct Found {
    path: PathBuf,
    encoding: Option<&'static str>,
    etag: String,
}

/// The file, or its twin in the best encoding that the browser takes.
async fn find(folder: &Path, path: &str, headers: &HeaderMap) -> Option<Found> {
    if !is_plain(path) {
        return None;
    }
    let original = folder.join(path);
    let metadata = metadata(&original).await?;
    let accepted = text(headers, &ACCEPT_ENCODING).unwrap_or_default();
    for (encoding, ending) in ENCODINGS {
        let twin = folder.join(format!("{path}.{ending}"));
        if takes(accepted, encoding)
            && let Some(metadata) = self::metadata(&twin).await
        {
            return Some(Found { path: twin, encoding: Some(encoding), etag: etag(&metadata, encoding) });
        }
    }
    Some(Found { path: original, encoding: None, etag: etag(&metadata, "") })
}

async fn metadata(path: &Path) -> Option<Metadata> {
    tokio::fs::metadata(path).await.ok().filter(Metadata::is_file)
}

/// Names of our files are plain, so whatever could climb out of the folder or is hidden in it is no file of ours.
fn is_plain(path: &str) -> bool {
    let part = |part: &str| !part.is_empty() && !part.starts_with('.');
    path.split('/').all(part) && path.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_./".contains(&b))
}

/// Whether a browser takes an encoding; `q=0` says that it does not.
pub(super) fn takes(accepted: &str, encoding: &str) -> bool {
    accepted.split(',').any(|entry| {
        let mut parts = entry.split(';').map(str::trim);
        let named = parts.next().is_some_and(|name| name.eq_ignore_ascii_case(encoding));
        let refused = parts.any(|part| part.strip_prefix("q=").is_some_and(|q| q.trim_matches(['0', '.']).is_empty()));
        named && !refused
    })
}

fn etag(metadata: &Metadata, encoding: &str) -> String {
    let changed = metadata.modified().ok().and_then(|at| at.duration_since(UNIX_EPOCH).ok());
    format!("\"{:x}-{:x}{encoding}\"", metadata.len(), changed.unwrap_or_default().as_nanos())
}

fn is_known(headers: &HeaderMap, etag: &str) -> bool {
    let same = |known: &str| known == "*" || known.strip_prefix("W/").unwrap_or(known) == etag;
    text(headers, &IF_NONE_MATCH).is_some_and(|known| known.split(',').map(str::trim).any(same))
}

/// A name with its content's hash means the same for ever; every other file is asked for again.
fn cache(path: &str) -> &'static str {
    if is_hashed(path) { "public, max-age=31536000, immutable" } else { "no-cache" }
}

/// As the bundler names files: `gaip-0123456789abcdef.js`, `gaip-0123456789abcdef_bg.wasm`.
fn is_hashed(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or_default();
    let stem = name.split('.').next().unwrap_or_default();
    let stem = stem.strip_suffix("_bg").unwrap_or(stem);
    let hex = |b: u8| b.is_ascii_digit() || (b'a'..=b'f').contains(&b);
    stem.rsplit_once('-').is_some_and(|(_, hash)| hash.len() >= 8 && hash.bytes().all(hex))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_plain_paths_name_files() {
        for path in ["index.html", "portals/daejeon/portal.json", "gaip-0123456789abcdef_bg.wasm"] {
            assert!(is_plain(path), "{path}");
        }
        for path in ["", "../Cargo.toml", "a/../b.js", ".env", "a//b.js", "%2e%2e/x.js", "a\\b.js", "/etc/passwd"] {
            assert!(!is_plain(path), "{path}");
        }
    }

    #[test]
    fn hashed_names_are_told_from_plain_ones() {
        for path in [
            "gaip-0123456789abcdef.js",
            "gaip-0123456789abcdef_bg.wasm",
            "boot-1a2b3c4d.js",
            "snippets/x-00112233aabbccdd/inline0-00112233.js",
        ] {
            assert!(is_hashed(path), "{path}");
        }
        for path in
            ["index.html", "portals/daejeon/portal.json", "company-information-consent.pdf", "a-b.js", "x-0123.js"]
        {
            assert!(!is_hashed(path), "{path}");
        }
    }

    #[test]
    fn an_encoding_can_be_refused() {
        assert!(takes("gzip, deflate, br;q=0.9", "br"));
        assert!(!takes("gzip, br;q=0", "br"));
        assert!(!takes("br;q=0.000", "br"));
        assert!(!takes("", "gzip"));
    }
}
