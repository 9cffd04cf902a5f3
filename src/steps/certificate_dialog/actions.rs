//! What can be done with the chosen certificate besides using it (manual row W28).

use super::choosing::{Choosing, Trouble};
use super::environment::Part;
use crate::api::signer;
use crate::i18n::certificate_words;
use crate::ui::button::{Button, ButtonKind, ButtonSize};
use crate::ui::dynamic::dynamic;
use crate::ui::save_file::save_file;
use gaip_contract::signer::{Answer, Entry, What};
use gaip_domain::portal::Medium;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The buttons that fit the chosen certificate.
#[component]
pub fn Actions(choosing: Choosing) -> impl IntoView {
    let entry = Memo::new(move |_| choosing.entry());
    view! {
        {dynamic(move || entry.get().map(|entry| view! { <Buttons choosing entry/> }))}
        <p class="field__status field__status--good" role="status">{dynamic(move || choosing.done.get())}</p>
    }
}

#[component]
fn Buttons(choosing: Choosing, entry: Entry) -> impl IntoView {
    let words = certificate_words();
    let can_keep = !entry.kept
        && entry.certificate.is_some()
        && entry.state.usable()
        && choosing.environment.with_untracked(|environment| environment.store == Part::There)
        && super::finding::media(choosing.portal).contains(&Medium::Browser);
    let button = |words: &'static str, act: Callback<()>| {
        view! { <Button kind=ButtonKind::Tertiary size=ButtonSize::Small on_click=act>{words}</Button> }
    };
    let id = StoredValue::new(entry.id.clone());
    let keep = Callback::new(move |()| choosing.keep(id.get_value()));
    let copy = Callback::new(move |()| choosing.copy_out(id.get_value()));
    view! {
        <div class="certificates__actions">
            {entry.certificate.is_some().then(|| button(words.view, Callback::new(move |()| choosing.viewing.set(true))))}
            {entry.kept.then(|| button(words.copy_out, copy))}
            {entry.kept.then(|| button(words.delete, Callback::new(move |()| choosing.deleting.set(true))))}
            {can_keep.then(|| button(words.keep, keep))}
        </div>
        {can_keep.then(|| view! { <p class="certificates__note">{words.keep_note}</p> })}
    }
}

impl Choosing {
    /// Keeps an entry in this browser.
    fn keep(self, id: String) {
        self.act(What::Keep(id), certificate_words().kept);
    }

    /// Deletes the chosen entry from this browser.
    pub(super) fn delete(self) {
        let id = self.chosen.get_untracked();
        self.choose("");
        self.act(What::Delete(id), certificate_words().deleted);
    }

    fn act(self, what: What, said: &'static str) {
        self.done.set(String::new());
        spawn_local(async move {
            match signer::ask(what).await {
                Answer::Failed(fault) => drop(self.trouble.try_set(Some(Trouble::Fault(fault)))),
                _ => drop(self.done.try_set(said.to_owned())),
            }
            self.read_kept().await;
        });
    }

    /// Saves the files of an entry where the browser saves files.
    fn copy_out(self, id: String) {
        self.done.set(String::new());
        spawn_local(async move {
            match signer::ask(What::CopyOut(id)).await {
                Answer::Copied(files) => {
                    for (name, content) in &files {
                        save_file(name, content);
                    }
                    self.done.try_set(certificate_words().copied_out.to_owned());
                }
                Answer::Failed(fault) => drop(self.trouble.try_set(Some(Trouble::Fault(fault)))),
                _ => {}
            }
        });
    }
}
