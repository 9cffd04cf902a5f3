//! The gallery's own style. It is no file of `index.html`, which the portals' members load.

use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};

/// Adds the style to the page, as a constructed sheet: the Content-Security-Policy allows no inline style.
pub fn adopt() {
    Effect::new(|| {
        // A browser without constructed sheets shows the gallery plainly.
        let _ = try_adopt();
    });
}

fn try_adopt() -> Result<(), JsValue> {
    let constructor: js_sys::Function = js_sys::Reflect::get(&window(), &"CSSStyleSheet".into())?.dyn_into()?;
    let sheet = js_sys::Reflect::construct(&constructor, &js_sys::Array::new())?;
    let replace: js_sys::Function = js_sys::Reflect::get(&sheet, &"replaceSync".into())?.dyn_into()?;
    replace.call1(&sheet, &include_str!("../../style/gallery.css").into())?;
    js_sys::Reflect::set(&document(), &"adoptedStyleSheets".into(), &js_sys::Array::of1(&sheet))?;
    Ok(())
}
