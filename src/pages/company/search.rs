//! Whom to look for, and in which order. What is searched for stays out of the address: it may be a name.

use crate::i18n::{admin_words, ui_words};
use crate::ui::button::{Button, ButtonKind, ButtonSize};
use crate::ui::field::{Choice, SelectField, TextField};
use gaip_contract::bodies::{EmployeeSort, Role};
use leptos::prelude::*;

/// Stands for every kind of member in the list.
const ALL: &str = "all";

/// Role, order and page, as the address has them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Asked {
    pub role: Option<Role>,
    pub sort: EmployeeSort,
    pub page: u32,
}

impl Asked {
    /// What the address asks for; whatever is no such thing counts for nothing.
    pub fn of(role: Option<&str>, sort: Option<&str>, page: Option<&str>) -> Self {
        let role = [Role::Master, Role::Regular, Role::Associate].into_iter().find(|one| Some(role_code(*one)) == role);
        let sorts = [EmployeeSort::Name, EmployeeSort::Newest, EmployeeSort::Oldest];
        let sort = sorts.into_iter().find(|one| Some(sort_code(*one)) == sort).unwrap_or_default();
        let page = page.and_then(|page| page.parse().ok()).unwrap_or(1).clamp(1, 100_000);
        Self { role, sort, page }
    }

    /// The query of the address, without a page.
    pub fn query(self) -> String {
        let role = self.role.map(|role| ["role=", role_code(role)].concat());
        let sort = (self.sort != EmployeeSort::Name).then(|| ["sort=", sort_code(self.sort)].concat());
        role.into_iter().chain(sort).collect::<Vec<_>>().join("&")
    }
}

fn role_code(role: Role) -> &'static str {
    match role {
        Role::Master => "master",
        Role::Regular => "regular",
        Role::Associate => "associate",
        _ => ALL,
    }
}

fn sort_code(sort: EmployeeSort) -> &'static str {
    match sort {
        EmployeeSort::Name => "name",
        EmployeeSort::Newest => "newest",
        EmployeeSort::Oldest => "oldest",
    }
}

/// The form. Nothing is looked for before it is sent.
#[component]
pub(super) fn SearchForm(
    /// As typed.
    query: RwSignal<String>,
    /// What the address asks for.
    asked: Asked,
    /// Looks for it.
    on_search: Callback<Asked>,
    /// The company's people are of one kind, as at portals without masters.
    #[prop(optional)]
    one_kind: bool,
) -> impl IntoView {
    let words = admin_words();
    let role = RwSignal::new(asked.role.map_or(ALL, role_code).to_owned());
    let sort = RwSignal::new(sort_code(asked.sort).to_owned());
    let roles =
        [(ALL, words.every_role), ("associate", words.associate), ("regular", words.regular), ("master", words.master)];
    let sorts = [("name", words.by_name), ("newest", words.newest), ("oldest", words.oldest)];
    let choices = |of: &[(&str, &str)]| of.iter().map(|(code, name)| Choice::new(*code, *name)).collect::<Vec<_>>();
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        on_search.run(Asked::of(Some(&role.get_untracked()), Some(&sort.get_untracked()), None));
    };
    view! {
        <form class="company__search" role="search" novalidate on:submit=submit>
            <TextField id="company-query" label=words.search value=query kind="search" optional=true/>
            {(!one_kind).then(|| view! {
                <SelectField id="company-role" label=words.role value=role options=choices(&roles) always=true/>
            })}
            <SelectField id="company-sort" label=words.sort value=sort options=choices(&sorts) always=true/>
            <Button submit=true kind=ButtonKind::Secondary size=ButtonSize::Medium>{ui_words().search}</Button>
        </form>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_keeps_role_and_order_and_nothing_else() {
        let asked = Asked::of(Some("associate"), Some("newest"), Some("3"));
        assert_eq!(asked, Asked { role: Some(Role::Associate), sort: EmployeeSort::Newest, page: 3 });
        assert_eq!(asked.query(), "role=associate&sort=newest");
        let plain = Asked::of(Some("personal"), Some("nonsense"), Some("-1"));
        assert_eq!(plain, Asked { role: None, sort: EmployeeSort::Name, page: 1 });
        assert_eq!(plain.query(), "");
    }
}
