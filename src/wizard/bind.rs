//! Ties an input of the page to its place in the typed input of a step.

use super::answering::Answering;
use gaip_domain::facts::{FieldInput, Fields, StepInput, list, text};
use leptos::prelude::*;

/// The fields of a step, or of one product of it.
#[derive(Clone, Copy)]
pub struct Binder {
    /// The step.
    pub answering: Answering,
    product: Option<StoredValue<String>>,
}

impl Binder {
    /// The fields of a step itself.
    pub fn step(answering: Answering) -> Self {
        Self { answering, product: None }
    }

    /// The fields of a product.
    pub fn product(answering: Answering, id: String) -> Self {
        Self { answering, product: Some(StoredValue::new(id)) }
    }

    /// The id of a field's input on the page; also its name among the problems.
    pub fn key(&self, name: &str) -> String {
        match self.product {
            Some(product) => product.with_value(|id| format!("{id}.{name}")),
            None => name.to_owned(),
        }
    }

    /// A field of one text.
    pub fn text(&self, name: &'static str) -> RwSignal<String> {
        let saved = self.read(|fields| text(fields, name).to_owned());
        self.follow(name, RwSignal::new(saved), FieldInput::Text)
    }

    /// A field of several texts.
    pub fn list(&self, name: &'static str) -> RwSignal<Vec<String>> {
        let saved = self.read(|fields| list(fields, name).to_vec());
        self.follow(name, RwSignal::new(saved), FieldInput::List)
    }

    fn read<T>(&self, take: impl FnOnce(&Fields) -> T) -> T {
        self.answering.input.with_untracked(|input| match self.product {
            Some(product) => match product.with_value(|id| input.products.iter().find(|p| p.id == *id)) {
                Some(product) => take(&product.fields),
                None => take(&Fields::new()),
            },
            None => take(&input.fields),
        })
    }

    /// Writes each change of the signal into the input, which is then saved.
    fn follow<T>(self, name: &'static str, signal: RwSignal<T>, wrap: fn(T) -> FieldInput) -> RwSignal<T>
    where
        T: Clone + Send + Sync + 'static,
    {
        Effect::new(move |before: Option<()>| {
            let value = signal.get();
            if before.is_some() {
                self.write(name, wrap(value));
            }
        });
        signal
    }

    fn write(self, name: &'static str, value: FieldInput) {
        let Answering { input, draft, step, .. } = self.answering;
        input.update(|input| {
            if let Some(fields) = self.fields_mut(input) {
                fields.insert(name.to_owned(), value);
            }
        });
        draft.touch(&step.id);
        self.answering.edited(&self.key(name));
    }

    fn fields_mut<'a>(&self, input: &'a mut StepInput) -> Option<&'a mut Fields> {
        match self.product {
            Some(product) => {
                let position = product.with_value(|id| input.products.iter().position(|p| p.id == *id))?;
                input.products.get_mut(position).map(|product| &mut product.fields)
            }
            None => Some(&mut input.fields),
        }
    }
}
