//! One of the company's people, and what can be done with them.

use super::acts::{Acting, Asked};
use crate::i18n::{admin_words, company_login_words, date_time, linked_by_name};
use crate::ui::badge::{Badge, BadgeKind};
use crate::ui::button::{Button, ButtonKind, ButtonSize};
use crate::ui::dynamic::dynamic;
use crate::ui::field::Checkbox;
use crate::ui::table::Cell;
use gaip_contract::bodies::{EmployeeView, Role};
use leptos::prelude::*;

/// A row; on a phone a card. Who can be approved can be selected.
#[component]
pub(super) fn EmployeeRow(employee: EmployeeView, acting: Acting) -> impl IntoView {
    let words = admin_words();
    let EmployeeView { id, name, login_id, role, linked_by, joined_at } = employee.clone();
    let (kind, word) = match role {
        Role::Master => (BadgeKind::Primary, words.master),
        Role::Regular => (BadgeKind::Success, words.regular),
        Role::General => (BadgeKind::Success, company_login_words().general),
        _ => (BadgeKind::Warning, words.associate),
    };
    let name = if role == Role::Associate {
        view! { <Pick id name acting/> }.into_any()
    } else {
        view! { <span class="company__name">{name}</span> }.into_any()
    };
    view! {
        <tr>
            <th scope="row">{name}</th>
            <Cell name=words.login_id><span class="company__id">{login_id}</span></Cell>
            <Cell name=words.role>
                <Badge kind text=word/>
                {linked_by.map(|by| view! { <span class="company__grade">{linked_by_name(by)}</span> })}
            </Cell>
            <Cell name=words.joined><time datetime=joined_at.clone()>{date_time(&joined_at)}</time></Cell>
            <Cell name=words.act><Acts employee acting/></Cell>
        </tr>
    }
}

#[component]
fn Pick(id: String, name: String, acting: Acting) -> impl IntoView {
    let selected = acting.selected;
    let own = id.clone();
    let checked = Signal::derive(move || selected.with(|ids| ids.contains(&own)));
    let field = ["select-", &id].concat();
    let pick = move |on: bool| {
        selected.update(|ids| {
            if on {
                ids.insert(id.clone());
            } else {
                ids.remove(&id);
            }
        });
    };
    view! { <Checkbox id=field label=name checked on_change=pick/> }
}

#[component]
fn Acts(employee: EmployeeView, acting: Acting) -> impl IntoView {
    let words = admin_words();
    let (role, id) = (employee.role, employee.id.clone());
    let name = StoredValue::new(employee.name.clone());
    let asked = StoredValue::new(employee);
    let end = move |()| acting.ask(Asked::End(asked.get_value()));
    let hand_over = move |()| acting.ask(Asked::HandOver(asked.get_value()));
    match role {
        Role::Associate => view! {
            <div class="row">
                <Button size=ButtonSize::Small kind=ButtonKind::Secondary on_click=move |()| acting.approve(vec![id.clone()])>
                    <Of name/>{words.approve}
                </Button>
                <Button size=ButtonSize::Small kind=ButtonKind::Tertiary on_click=end><Of name/>{words.refuse}</Button>
            </div>
        }
        .into_any(),
        Role::Regular => view! {
                <div class="row">
                    {dynamic(move || (!acting.is_offered()).then(|| view! {
                        <Button size=ButtonSize::Small kind=ButtonKind::Tertiary on_click=hand_over>
                            <Of name/>{words.hand_over}
                        </Button>
                    }))}
                    <Button size=ButtonSize::Small kind=ButtonKind::Tertiary on_click=end><Of name/>{words.end}</Button>
                </div>
            }
            .into_any(),
        Role::General => view! {
            <div class="row">
                <Button size=ButtonSize::Small kind=ButtonKind::Tertiary on_click=end><Of name/>{words.end}</Button>
            </div>
        }
        .into_any(),
        _ => "-".into_any(),
    }
}

/// Whose button it is, for those who hear it without its row.
#[component]
fn Of(name: StoredValue<String>) -> impl IntoView {
    view! { <span class="visually-hidden">{name.get_value()} " "</span> }
}
