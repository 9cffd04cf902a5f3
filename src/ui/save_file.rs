//! Saves a file that the page itself made.

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// Saves a content in base64 under a name, where the browser saves files.
pub fn save_file(name: &str, base64: &str) {
    let link = document().create_element("a").ok().and_then(|link| link.dyn_into::<HtmlElement>().ok());
    if let Some(link) = link {
        let href = ["data:application/octet-stream;base64,", base64].concat();
        let set = link.set_attribute("href", &href).and_then(|()| link.set_attribute("download", name));
        if set.is_ok() {
            link.click();
        }
    }
}
