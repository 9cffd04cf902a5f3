//! A heading whose level depends on where it stands.

use leptos::prelude::*;

/// `<h1>` to `<h6>` by number.
#[component]
pub fn Heading(
    /// 1 to 6; anything else is 6.
    #[prop(default = 2)]
    level: u8,
    /// The id, where something is labelled by the heading.
    #[prop(into, optional)]
    id: Option<String>,
    /// CSS class.
    #[prop(default = "")]
    class: &'static str,
    /// The words.
    #[prop(into)]
    text: String,
) -> impl IntoView {
    match level {
        1 => view! { <h1 id=id class=class>{text}</h1> }.into_any(),
        2 => view! { <h2 id=id class=class>{text}</h2> }.into_any(),
        3 => view! { <h3 id=id class=class>{text}</h3> }.into_any(),
        4 => view! { <h4 id=id class=class>{text}</h4> }.into_any(),
        5 => view! { <h5 id=id class=class>{text}</h5> }.into_any(),
        _ => view! { <h6 id=id class=class>{text}</h6> }.into_any(),
    }
}
