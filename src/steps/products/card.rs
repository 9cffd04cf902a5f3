//! One product of the list.

use super::changes::Products;
use crate::i18n::{fill, product_words};
use crate::steps::field::FieldView;
use crate::ui::button::{Button, ButtonKind, ButtonSize};
use crate::wizard::bind::Binder;
use leptos::prelude::*;

/// Its number, its fields, and what can be done with it.
#[component]
pub fn ProductCard(
    /// The list.
    products: Products,
    /// The product's id.
    id: String,
) -> impl IntoView {
    let binder = Binder::product(products.answering, id.clone());
    let own = StoredValue::new(id.clone());
    let at = Memo::new(move |_| products.ids.with(|ids| own.with_value(|own| ids.iter().position(|id| id == own))));
    let at = Signal::derive(move || at.get().unwrap_or_default());
    let title = move || fill(product_words().product, at.get() + 1);
    view! {
        <UndoRemoval products at/>
        <fieldset class="product">
            <legend class="product__legend">
                <h2 class="product__title" id=super::changes::title_id(&id) tabindex="-1">{title}</h2>
            </legend>
            <Acts products id at/>
            {products.settings.fields.iter().map(|field| view! { <FieldView binder field/> }).collect_view()}
        </fieldset>
    }
}

/// Up, down, remove. A product at an end has no further to go.
#[component]
fn Acts(products: Products, id: String, at: Signal<usize>) -> impl IntoView {
    let words = product_words();
    let own = StoredValue::new(id);
    let act = move |name: &'static str, label: &'static str, press: fn(Products, String)| {
        view! {
            <Button id=own.with_value(|id| format!("{id}-{name}")) kind=ButtonKind::Tertiary size=ButtonSize::Small
                on_click=move |()| press(products, own.get_value())>
                <span class="visually-hidden">{move || fill(words.product, at.get() + 1)} " "</span>
                {label}
            </Button>
        }
    };
    let first = Memo::new(move |_| at.get() == 0);
    let last = Memo::new(move |_| at.get() + 1 >= products.ids.with(Vec::len));
    view! {
        <div class="product__acts">
            {move || (!first.get()).then(|| act("up", words.up, |products, id| products.shift(&id, true)))}
            {move || (!last.get()).then(|| act("down", words.down, |products, id| products.shift(&id, false)))}
            {act("remove", words.remove, |products, id| products.remove(&id))}
        </div>
    }
}

/// Where a product was removed: brings it back.
#[component]
pub fn UndoRemoval(
    /// The list.
    products: Products,
    /// The place in the list that this stands before.
    at: Signal<usize>,
) -> impl IntoView {
    let words = product_words();
    let here = Memo::new(move |_| products.removed_at() == Some(at.get()));
    move || {
        here.get().then(|| {
            view! {
                <p class="product__undo">
                    {words.removed}
                    <Button kind=ButtonKind::Text size=ButtonSize::Small on_click=move |()| products.undo()>
                        {words.undo}
                    </Button>
                </p>
            }
        })
    }
}
