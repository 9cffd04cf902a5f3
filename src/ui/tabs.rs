//! Tabs over one panel (KRDS tab). Arrow keys go from tab to tab and choose.

use super::field::Choice;
use super::focus::focus_id;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

/// Tabs, and the panel of the one that is chosen: its children, which follow `value` themselves.
#[component]
pub fn Tabs(
    /// Id, unique in the page.
    #[prop(into)]
    id: String,
    /// What the tabs choose.
    #[prop(into)]
    label: String,
    /// The tabs in order.
    tabs: Vec<Choice>,
    /// Code of the chosen one.
    value: RwSignal<String>,
    /// The panel.
    children: Children,
) -> impl IntoView {
    let panel = format!("{id}-panel");
    let codes: Vec<String> = tabs.iter().map(|tab| tab.code.clone()).collect();
    let ids = id.clone();
    let key = move |event: KeyboardEvent| {
        if let Some(code) = value.with_untracked(|now| neighbour(&codes, now, &event.key())) {
            event.prevent_default();
            focus_id(&tab_id(&ids, &code));
            value.set(code);
        }
    };
    let labelled = {
        let id = id.clone();
        move || value.with(|code| tab_id(&id, code))
    };
    let buttons = tabs.into_iter().map(|tab| view! { <Tab id=id.clone() panel=panel.clone() tab value/> });
    view! {
        <div class="tabs" role="tablist" aria-label=label on:keydown=key>{buttons.collect_view()}</div>
        <div class="tabs__panel" role="tabpanel" id=panel.clone() aria-labelledby=labelled>{children()}</div>
    }
}

#[component]
fn Tab(id: String, panel: String, tab: Choice, value: RwSignal<String>) -> impl IntoView {
    let code = tab.code.clone();
    let chosen = Memo::new(move |_| value.with(|value| *value == code));
    view! {
        <button type="button" class="tabs__tab" role="tab" id=tab_id(&id, &tab.code) aria-controls=panel
            aria-selected=move || if chosen.get() { "true" } else { "false" }
            tabindex=move || if chosen.get() { "0" } else { "-1" }
            on:click=move |_| value.set(tab.code.clone())>
            {tab.name}
        </button>
    }
}

fn tab_id(id: &str, code: &str) -> String {
    format!("{id}-{code}")
}

/// The code that a key leads to.
fn neighbour(codes: &[String], now: &str, key: &str) -> Option<String> {
    let at = codes.iter().position(|code| code == now).unwrap_or_default();
    let last = codes.len().checked_sub(1)?;
    let to = match key {
        "ArrowRight" | "ArrowDown" => {
            if at == last {
                0
            } else {
                at + 1
            }
        }
        "ArrowLeft" | "ArrowUp" => at.checked_sub(1).unwrap_or(last),
        "Home" => 0,
        "End" => last,
        _ => return None,
    };
    codes.get(to).cloned()
}

/// States for the gallery.
#[cfg(feature = "gallery")]
pub const STORIES: &[super::story::Story] = &[super::story::Story {
    name: "ui/tabs/media",
    view: || {
        let tabs = [("disk", "하드디스크"), ("stick", "이동식디스크"), ("file", "인증서 찾기"), ("phone", "휴대폰")];
        let tabs = tabs.map(|(code, name)| Choice::new(code, name)).to_vec();
        view! {
            <Tabs id="story-tabs" label="저장 위치" tabs value=RwSignal::new("stick".to_owned())>
                <p>"USB를 연결한 뒤 NPKI 폴더를 선택해 주세요."</p>
            </Tabs>
        }
        .into_any()
    },
}];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arrows_go_round_and_other_keys_go_nowhere() {
        let codes = ["a", "b", "c"].map(str::to_owned);
        let to = |now, key| neighbour(&codes, now, key);
        assert_eq!(to("a", "ArrowRight").as_deref(), Some("b"));
        assert_eq!(to("c", "ArrowRight").as_deref(), Some("a"));
        assert_eq!(to("a", "ArrowLeft").as_deref(), Some("c"));
        assert_eq!(to("b", "End").as_deref(), Some("c"));
        assert_eq!(to("b", "Enter"), None);
        assert_eq!(neighbour(&[], "a", "Home"), None);
    }
}
