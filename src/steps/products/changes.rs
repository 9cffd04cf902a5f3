//! Adding, removing, moving: what each does to the input, where the focus goes, and what is said.

use crate::api::tab::random_id;
use crate::i18n::{fill, product_words};
use crate::steps::upload;
use crate::ui::focus::{focus_id, focus_soon};
use crate::wizard::answering::Answering;
use gaip_domain::facts::{FieldInput, ProductInput};
use gaip_domain::portal::{Input, ProductsStep};
use leptos::prelude::*;

/// The list of products.
#[derive(Clone, Copy)]
pub struct Products {
    /// The step.
    pub answering: Answering,
    /// Its settings.
    pub settings: &'static ProductsStep,
    /// The products' ids in order; typing into one does not change them.
    pub ids: Memo<Vec<String>>,
    /// What just happened, for those who cannot see it.
    pub said: RwSignal<String>,
    /// The product removed last, and where it was.
    removed: RwSignal<Option<(usize, ProductInput)>>,
}

/// Id of the heading of a product.
pub fn title_id(id: &str) -> String {
    format!("{id}-title")
}

impl Products {
    /// The products typed so far; an empty one where there is none.
    pub fn new(answering: Answering, settings: &'static ProductsStep) -> Self {
        let input = answering.input;
        let ids = Memo::new(move |_| input.with(|input| input.products.iter().map(|p| p.id.clone()).collect()));
        let products =
            Self { answering, settings, ids, said: RwSignal::new(String::new()), removed: RwSignal::new(None) };
        Effect::new(move |before: Option<()>| {
            if before.is_none() && ids.with_untracked(Vec::is_empty) {
                input.update(|input| input.products.push(empty()));
            }
        });
        on_cleanup(move || products.let_go());
        products
    }

    /// Adds an empty product and goes to its first field.
    pub fn add(self) {
        let product = empty();
        let field = self.settings.fields.first().map(|field| format!("{}.{}", product.id, field.name));
        self.change(|products| products.push(product));
        let words = product_words();
        self.tell(fill(words.added, self.ids.with_untracked(Vec::len)), field);
    }

    /// Removes a product, which can be undone, and goes to the heading that takes its place.
    pub fn remove(self, id: &str) {
        self.let_go();
        let mut taken = None;
        self.change(|products| {
            let Some(at) = products.iter().position(|product| product.id == id) else { return };
            taken = Some((at, products.remove(at)));
            if products.is_empty() {
                products.push(empty());
            }
        });
        let Some((at, product)) = taken else { return };
        let beginning = format!("{id}.");
        self.answering.problems.update(|problems| problems.retain(|problem| !problem.field.starts_with(&beginning)));
        self.removed.set(Some((at, product)));
        let next = self.ids.with_untracked(|ids| ids.get(at).or(ids.last()).map(|id| title_id(id)));
        self.tell(product_words().removed.to_owned(), next);
    }

    /// Brings back the product that was removed last.
    pub fn undo(self) {
        let Some((at, product)) = self.removed.get_untracked() else { return };
        self.removed.set(None);
        let title = title_id(&product.id);
        self.change(|products| {
            // The empty one stood in for it.
            if products.len() == 1 && products.iter().all(is_empty) {
                products.clear();
            }
            products.insert(at.min(products.len()), product);
        });
        self.tell(product_words().restored.to_owned(), Some(title));
    }

    /// Moves a product by one place; the focus stays on the button, or on its fellow at an end of the list.
    pub fn shift(self, id: &str, up: bool) {
        let mut place = None;
        self.change(|products| {
            let at = products.iter().position(|product| product.id == id);
            let to =
                at.and_then(|at| if up { at.checked_sub(1) } else { Some(at + 1).filter(|to| *to < products.len()) });
            if let (Some(at), Some(to)) = (at, to) {
                products.swap(at, to);
                place = Some(to);
            }
        });
        let Some(to) = place else { return };
        let (same, fellow) = if up { ("up", "down") } else { ("down", "up") };
        let (same, fellow) = (format!("{id}-{same}"), format!("{id}-{fellow}"));
        self.said.set(fill(product_words().moved, to + 1));
        request_animation_frame(move || {
            if !focus_id(&same) {
                focus_id(&fellow);
            }
        });
    }

    /// The place in the list where a product was removed.
    pub fn removed_at(self) -> Option<usize> {
        self.removed.with(|removed| removed.as_ref().map(|(at, _)| *at))
    }

    fn change(self, change: impl FnOnce(&mut Vec<ProductInput>)) {
        let Answering { draft, step, input, .. } = self.answering;
        input.update(|input| change(&mut input.products));
        draft.touch(&step.id);
    }

    fn tell(self, words: String, focus: Option<String>) {
        self.said.set(words);
        if let Some(id) = focus {
            focus_soon(id);
        }
    }

    /// The removal can no longer be undone: files of the product go too.
    fn let_go(self) {
        let Some((_, product)) = self.removed.try_get_untracked().flatten() else { return };
        self.removed.set(None);
        let files = self.settings.fields.iter().filter(|field| matches!(field.input, Input::Files { .. }));
        let ids = files.flat_map(|field| gaip_domain::facts::list(&product.fields, &field.name).iter().cloned());
        let place = format!("{}/{}.", self.answering.step.id, product.id);
        upload::discard(self.answering.draft, &place, ids);
    }
}

fn empty() -> ProductInput {
    let id: String = random_id().chars().take(8).collect();
    ProductInput { id: format!("p{id}"), ..ProductInput::default() }
}

fn is_empty(product: &ProductInput) -> bool {
    product.fields.values().all(|input| match input {
        FieldInput::Text(text) => text.is_empty(),
        FieldInput::List(list) => list.iter().all(String::is_empty),
    })
}
