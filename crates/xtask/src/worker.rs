//! Makes the web workers of an optimised bundle small: trunk leaves in them what only the linker needs.

use std::{fs, path::Path};

use crate::{shell::Outcome, split};

/// The workers by name: of `finder`, `finder_bg.wasm` is the WebAssembly in the folder of a bundle, and `finder_loader.js`
/// the script that starts it.
const WORKERS: [&str; 2] = ["finder", "signer"];
/// Magic number and version of a WebAssembly file.
const HEAD: usize = 8;

/// Has wasm-opt treat them where that is there, and takes names and relocations off.
pub fn trim(dist: &Path, wasm_opt: bool) -> Outcome {
    WORKERS.iter().try_for_each(|name| trim_one(dist, name, wasm_opt))
}

fn trim_one(dist: &Path, name: &str, wasm_opt: bool) -> Outcome {
    let file = dist.join(format!("{name}_bg.wasm"));
    if wasm_opt {
        split::shrink(&file)?;
    }
    let failed = |error: std::io::Error| format!("{}: {error}", file.display());
    let wasm = fs::read(&file).map_err(failed)?;
    let trimmed = without_custom_sections(&wasm).ok_or_else(|| format!("{} is not WebAssembly", file.display()))?;
    fs::write(&file, trimmed).map_err(failed)?;
    let loader = dist.join(format!("{name}_loader.js"));
    let failed = |error: std::io::Error| format!("{}: {error}", loader.display());
    let script = fs::read_to_string(&loader).map_err(failed)?;
    fs::write(&loader, as_of_now(&script, name)).map_err(failed)
}

/// The script as wasm-bindgen wants it now: trunk writes it in an older way, which that warns of.
fn as_of_now(script: &str, name: &str) -> String {
    let (old, new) = (
        format!("wasm_bindgen(\"./{name}_bg.wasm\")"),
        format!("wasm_bindgen({{module_or_path:\"./{name}_bg.wasm\"}})"),
    );
    script.replace(&old, &new)
}

/// The file without its custom sections, which no browser needs (WebAssembly core specification, 5.5).
fn without_custom_sections(wasm: &[u8]) -> Option<Vec<u8>> {
    let mut kept = wasm.get(..HEAD)?.to_vec();
    let mut rest = &wasm[HEAD..];
    while let Some(id) = rest.first() {
        let (size, length) = leb128(&rest[1..])?;
        let section = rest.get(..1 + length + size)?;
        if *id != 0 {
            kept.extend_from_slice(section);
        }
        rest = &rest[section.len()..];
    }
    Some(kept)
}

/// An unsigned number, and how many bytes it takes.
fn leb128(bytes: &[u8]) -> Option<(usize, usize)> {
    let mut value = 0;
    for (at, byte) in bytes.iter().take(5).enumerate() {
        value |= usize::from(byte & 0x7f) << (7 * at);
        if byte & 0x80 == 0 {
            return Some((value, at + 1));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn custom_sections_go_and_the_others_stay() {
        let head = *b"\0asm\x01\0\0\0";
        let code = [10, 2, 7, 7];
        let custom = [0, 3, 1, b'x', 9];
        let long: Vec<u8> = [vec![0, 0x80, 0x01], vec![5; 128]].concat();
        let wasm = [&head[..], &custom, &code, &long].concat();
        assert_eq!(without_custom_sections(&wasm), Some([&head[..], &code].concat()));
    }

    #[test]
    fn a_worker_is_started_in_the_way_of_today() {
        let script = "importScripts(\"./signer.js\");wasm_bindgen(\"./signer_bg.wasm\");";
        assert!(as_of_now(script, "signer").ends_with("wasm_bindgen({module_or_path:\"./signer_bg.wasm\"});"));
        assert_eq!(as_of_now(script, "finder"), script);
    }

    #[test]
    fn a_file_that_is_cut_off_is_none() {
        assert_eq!(without_custom_sections(b"\0asm\x01\0\0\0\x0a\x05\x01"), None);
        assert_eq!(without_custom_sections(b"<!doc"), None);
    }
}
