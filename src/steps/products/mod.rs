//! Any number of products, each with the same fields (manual rows D104 to D116).

mod card;
mod changes;

use crate::i18n::{fill, product_words};
use crate::ui::button::{Button, ButtonKind};
use crate::ui::icon::{Icon, Symbol};
use crate::wizard::answering::Answering;
use card::{ProductCard, UndoRemoval};
use changes::Products;
use gaip_domain::portal::ProductsStep;
use leptos::prelude::*;

/// The products, one after another.
#[component]
pub fn ProductsStepView(
    /// The step.
    answering: Answering,
    /// Its settings.
    settings: &'static ProductsStep,
) -> impl IntoView {
    let words = product_words();
    let products = Products::new(answering, settings);
    let error = move || answering.summary().into_iter().find(|(field, _)| field == ID).map(|(_, words)| words);
    let end = Signal::derive(move || products.ids.with(Vec::len));
    let full = move || end.get() >= settings.max as usize;
    view! {
        <div class="products" id=ID>
            <p class="field__error">{error}</p>
            <p class="visually-hidden" role="status">{move || products.said.get()}</p>
            <For each=move || products.ids.get() key=Clone::clone let(id)>
                <ProductCard products id/>
            </For>
            <UndoRemoval products at=end/>
            <p class="products__count">{move || fill(words.count, end.get())}</p>
            {move || if full() {
                view! { <p>{fill(words.full, settings.max)}</p> }.into_any()
            } else {
                view! {
                    <Button kind=ButtonKind::Secondary on_click=move |()| products.add()>
                        {words.add} <Icon symbol=Symbol::Plus/>
                    </Button>
                }
                .into_any()
            }}
        </div>
    }
}

/// Name of the whole among the problems, and the id of the list.
const ID: &str = "products";

/// States for the gallery.
#[cfg(feature = "gallery")]
pub const STORIES: &[crate::ui::story::Story] = {
    use crate::steps::later as step;
    use crate::steps::samples;
    use crate::ui::story::Story;
    &[
        Story { name: "steps/products/empty", view: || step(samples::empty(ID)) },
        Story { name: "steps/products/filled", view: || step(samples::answering(ID)) },
        Story { name: "steps/products/errors", view: || step(samples::errors(ID)) },
    ]
};
