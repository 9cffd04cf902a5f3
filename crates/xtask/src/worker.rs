//! Makes the web worker of an optimised bundle small: trunk leaves in it what only the linker needs.

use std::{fs, path::Path};

use crate::{shell::Outcome, split};

/// The worker's WebAssembly in the folder of a bundle.
const FILE: &str = "finder_bg.wasm";
/// The script that starts it, as trunk writes it in an older way of wasm-bindgen's, which that warns of.
const LOADER: &str = "finder_loader.js";
const OLD: &str = "wasm_bindgen(\"./finder_bg.wasm\")";
const NEW: &str = "wasm_bindgen({module_or_path:\"./finder_bg.wasm\"})";
/// Magic number and version of a WebAssembly file.
const HEAD: usize = 8;

/// Has wasm-opt treat it where that is there, and takes names and relocations off.
pub fn trim(dist: &Path, wasm_opt: bool) -> Outcome {
    let file = dist.join(FILE);
    if wasm_opt {
        split::shrink(&file)?;
    }
    let failed = |error: std::io::Error| format!("{}: {error}", file.display());
    let wasm = fs::read(&file).map_err(failed)?;
    let trimmed = without_custom_sections(&wasm).ok_or_else(|| format!("{} is not WebAssembly", file.display()))?;
    fs::write(&file, trimmed).map_err(failed)?;
    let loader = dist.join(LOADER);
    let failed = |error: std::io::Error| format!("{}: {error}", loader.display());
    let script = fs::read_to_string(&loader).map_err(failed)?;
    fs::write(&loader, script.replace(OLD, NEW)).map_err(failed)
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
    fn a_file_that_is_cut_off_is_none() {
        assert_eq!(without_custom_sections(b"\0asm\x01\0\0\0\x0a\x05\x01"), None);
        assert_eq!(without_custom_sections(b"<!doc"), None);
    }
}
