//! The search for an address, in a dialog.

use crate::api::{self, Failure};
use crate::i18n::{field_words, fill, refusal, ui_words};
use crate::ui::alert::{Live, Notice, NoticeKind};
use crate::ui::button::{Button, ButtonKind, ButtonSize};
use crate::ui::empty::Empty;
use crate::ui::field::TextField;
use crate::ui::focus::focus_soon;
use crate::ui::ime::is_composing;
use crate::ui::modal::{Modal, ModalKind};
use gaip_contract::bodies::{AddressPage, AddressRow, AddressSearch};
use gaip_contract::endpoints::SearchAddresses;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// What was searched and found.
#[derive(Clone, Copy)]
struct Search {
    keyword: RwSignal<String>,
    /// The keyword that the rows are for, and how many there are in all.
    found: RwSignal<Option<(String, u32)>>,
    rows: RwSignal<Vec<AddressRow>>,
    failure: RwSignal<Option<Failure>>,
    busy: RwSignal<bool>,
}

impl Search {
    fn new() -> Self {
        Self {
            keyword: RwSignal::new(String::new()),
            found: RwSignal::new(None),
            rows: RwSignal::new(Vec::new()),
            failure: RwSignal::new(None),
            busy: RwSignal::new(false),
        }
    }

    fn begin(self) {
        self.load(self.keyword.get_untracked().trim().to_owned(), 1, |_| {});
    }

    /// The next page, for the keyword of the first.
    fn more(self, then: impl FnOnce(usize) + 'static) {
        let had = self.rows.with_untracked(Vec::len);
        let page = u32::try_from(had.div_ceil(10)).unwrap_or(u32::MAX).saturating_add(1);
        if let Some((keyword, _)) = self.found.get_untracked() {
            self.load(keyword, page, then);
        }
    }

    fn load(self, keyword: String, page: u32, then: impl FnOnce(usize) + 'static) {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        self.failure.set(None);
        spawn_local(async move {
            let body = AddressSearch { keyword: keyword.clone(), page };
            let reply = api::send::<SearchAddresses>(&[], &body).await;
            if self.busy.try_set(false).is_some() {
                return;
            }
            match reply {
                Ok(answer) => {
                    let had = if page == 1 { 0 } else { self.rows.with_untracked(Vec::len) };
                    self.show(keyword, answer, had);
                    then(had);
                }
                Err(failure) => self.failure.set(Some(failure)),
            }
        });
    }

    fn show(self, keyword: String, answer: AddressPage, keep: usize) {
        self.rows.update(|rows| {
            rows.truncate(keep);
            rows.extend(answer.rows);
        });
        self.found.set(Some((keyword, answer.total)));
    }
}

/// The dialog. It begins anew each time it is opened.
#[component]
pub fn AddressSearchDialog(
    /// Id of the dialog.
    id: String,
    /// Whether it is shown.
    open: RwSignal<bool>,
    /// An address was chosen.
    #[prop(into)]
    on_choose: Callback<AddressRow>,
) -> impl IntoView {
    let box_id = format!("{id}-keyword");
    let to_focus = box_id.clone();
    Effect::new(move || {
        if open.get() {
            let id = to_focus.clone();
            focus_soon(id);
        }
    });
    view! {
        <Modal id open title=field_words().address_title kind=ModalKind::Sheet>
            {move || open.get().then(|| {
                let search = Search::new();
                view! { <SearchBody id=box_id.clone() search on_choose/> }
            })}
        </Modal>
    }
}

#[component]
fn SearchBody(id: String, search: Search, on_choose: Callback<AddressRow>) -> impl IntoView {
    let words = field_words();
    // The dialog stands in the form of the step, which this Enter must not submit.
    let key = move |event: KeyboardEvent| {
        if event.key() == "Enter" {
            event.prevent_default();
            if !is_composing(&event) {
                search.begin();
            }
        }
    };
    view! {
        <div role="search" class="search-box" on:keydown=key>
            <TextField id=id.clone() label=words.address_keyword value=search.keyword kind="search" inputmode="search"
                hint=words.address_hint.to_owned()>
                <SearchButton search/>
            </TextField>
        </div>
        {move || search.failure.get().map(|failure| view! {
            <Notice kind=NoticeKind::Danger live=Live::Assertive><p>{refusal(&failure)}</p></Notice>
        })}
        <p class="search-count" role="status">
            {move || search.found.get().map(|(_, total)| fill(words.address_found, total))}
        </p>
        {move || search.found.with(|found| matches!(found, Some((_, 0)))).then(|| view! {
            <Empty title=words.address_none/>
        })}
        <Addresses id search on_choose/>
    }
}

#[component]
fn SearchButton(search: Search) -> impl IntoView {
    view! {
        <Button kind=ButtonKind::Secondary size=ButtonSize::Medium busy=search.busy on_click=move |()| search.begin()>
            {ui_words().search}
        </Button>
    }
}

#[component]
fn Addresses(id: String, search: Search, on_choose: Callback<AddressRow>) -> impl IntoView {
    let words = field_words();
    let row_id = StoredValue::new(id);
    let id_of = move |at: usize| row_id.with_value(|id| format!("{id}-{at}"));
    let more = move |()| {
        search.more(move |first| {
            let first = id_of(first);
            focus_soon(first);
        });
    };
    let rest = move || {
        let total = search.found.with(|found| found.as_ref().map_or(0, |(_, total)| *total));
        search.rows.with(Vec::len) < total as usize
    };
    view! {
        <ul class="addresses">
            {move || search.rows.get().into_iter().enumerate().map(|(at, row)| {
                let chosen = row.clone();
                view! {
                    <li>
                        <button type="button" class="address" id=id_of(at) on:click=move |_| on_choose.run(chosen.clone())>
                            <span class="address__postcode">{row.postcode}</span>
                            <span class="address__road">{row.road}</span>
                            <span class="address__lot">{words.address_lot} " " {row.lot}</span>
                        </button>
                    </li>
                }
            }).collect_view()}
        </ul>
        {move || rest().then(|| view! {
            <Button kind=ButtonKind::Tertiary size=ButtonSize::Medium busy=search.busy on_click=more>
                {words.address_more}
            </Button>
        })}
    }
}
