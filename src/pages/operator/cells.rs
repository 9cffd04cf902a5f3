//! What stands in the cells of several lists.

use crate::i18n::{date_time, fill, operator_words};
use gaip_contract::bodies::FileView;
use gaip_contract::endpoints::{self, GetMemberFile};
use gaip_domain::portal::Portal;
use gaip_domain::value::BusinessNumber;
use leptos::prelude::*;

/// Who signed up: the company by name and number, else the person; and the reference of the sign-up.
#[component]
pub fn Who(
    /// The name.
    name: String,
    /// Ten digits; none of a person without a company.
    #[prop(into)]
    number: Option<String>,
    /// The reference.
    reference: String,
) -> impl IntoView {
    let number = number.map(|number| BusinessNumber::parse(&number).map_or(number, |number| number.hyphenated()));
    // A company whose name was not asked is called by its number.
    let number = number.filter(|number| *number != name);
    view! {
        <span class="desk__company">{name}</span>
        {number.map(|number| view! { <span class="desk__line">{number}</span> })}
        <span class="desk__line">{reference}</span>
    }
}

/// Whose button it is, for those who hear it without its row.
#[component]
pub fn Of(
    /// The name.
    name: String,
) -> impl IntoView {
    view! { <span class="visually-hidden">{name} " "</span> }
}

/// A moment.
#[component]
pub fn At(
    /// ISO 8601 in UTC.
    time: String,
) -> impl IntoView {
    let shown = date_time(&time);
    view! { <time datetime=time>{shown}</time> }
}

/// The files that were handed in. Each is saved, not shown: a stranger sent it.
#[component]
pub fn Files(
    /// The portal.
    portal: &'static Portal,
    /// The files.
    files: Vec<FileView>,
) -> impl IntoView {
    let words = operator_words();
    if files.is_empty() {
        return view! { <span>{words.no_file}</span> }.into_any();
    }
    let link = |file: FileView| {
        let href = endpoints::path::<GetMemberFile>(&[&portal.id, &file.id]);
        // The words of the link are the name that is seen, so that both can be spoken.
        view! { <li><a href=href download=file.name.clone() rel="external" title=fill(words.open_file, &file.name)>{file.name.clone()}</a></li> }
    };
    view! { <ul class="desk__files">{files.into_iter().map(link).collect_view()}</ul> }.into_any()
}
