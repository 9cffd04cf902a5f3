//! An e-mail address in two parts.

use super::Choice;
use super::frame::GroupFrame;
use super::input_box::{InputBox, Typed, Width};
use super::parts::Parts;
use super::select_box::SelectBox;
use crate::ui::words::ui_words;
use leptos::prelude::*;

/// Local part and domain, the domain typed or chosen. The value is `local@domain`; a whole
/// address in the first box spreads over both.
#[component]
pub fn EmailField(
    /// Id of the local part; `-domain` and `-domains` follow.
    #[prop(into)]
    id: String,
    /// Always visible name; says whose address.
    #[prop(into)]
    label: String,
    /// Local part, `@`, domain; without `@` while no domain is given.
    value: RwSignal<String>,
    /// Domains to choose from.
    domains: Vec<String>,
    /// What to enter.
    #[prop(optional_no_strip, into)]
    hint: Option<String>,
    /// What is wrong.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// May stay empty.
    #[prop(optional)]
    optional: bool,
    /// Shown, not changed.
    #[prop(optional)]
    readonly: bool,
    /// The focus left the field.
    #[prop(optional_no_strip, into)]
    on_blur: Option<Callback<()>>,
) -> impl IntoView {
    let words = ui_words();
    let parts = Parts::new(value, split, join);
    let spread = move || {
        let local = parts.now(0);
        if local.contains('@') {
            parts.spread(split(local.trim()));
        }
    };
    let typed = move |typed: Typed| {
        parts.put(0, typed.text());
        if typed.whole() {
            spread();
        }
    };
    let known = domains.clone();
    let chosen = Signal::derive(move || {
        let domain = parts.text(1).get();
        if known.contains(&domain) { domain } else { String::new() }
    });
    let options = domains.into_iter().map(|domain| Choice::new(domain.clone(), domain)).collect();
    let (domain_id, select_id) = (format!("{id}-domain"), format!("{id}-domains"));
    view! {
        <GroupFrame id=id.clone() label hint error optional readonly on_blur>
            <div class="field__row">
                <InputBox
                    id
                    value=parts.text(0)
                    on_input=typed
                    on_blur=move |()| spread()
                    inputmode="email"
                    autocomplete="email"
                    label=words.email_local.to_owned()
                    width=Width::Medium
                />
                <span class="field__at" aria-hidden="true">"@"</span>
                <InputBox
                    id=domain_id
                    value=parts.text(1)
                    on_input=move |typed: Typed| parts.put(1, typed.text())
                    inputmode="url"
                    label=words.email_domain.to_owned()
                    width=Width::Medium
                />
                {(!readonly)
                    .then(|| {
                        view! {
                            <SelectBox
                                id=select_id
                                value=chosen
                                on_change=move |domain| parts.put(1, domain)
                                options
                                empty=words.direct_input.to_owned()
                                label=words.email_domains.to_owned()
                                class="input input--medium"
                            />
                        }
                    })}
            </div>
        </GroupFrame>
    }
}

fn split(address: &str) -> [String; 2] {
    let (local, domain) = address.split_once('@').unwrap_or((address, ""));
    [local.to_owned(), domain.to_owned()]
}

fn join([local, domain]: &[String; 2]) -> String {
    if domain.is_empty() { local.clone() } else { [local, "@", domain].concat() }
}

/// States of [`EmailField`].
#[cfg(feature = "gallery")]
pub const STORIES: &[crate::ui::story::Story] = {
    use crate::ui::story::Story;
    fn domains() -> Vec<String> {
        ["naver.com", "gmail.com", "daum.net", "korea.kr"].map(str::to_owned).into()
    }
    fn address(address: &str) -> RwSignal<String> {
        RwSignal::new(address.to_owned())
    }
    &[
        Story {
            name: "ui/email/empty",
            view: || {
                view! { <EmailField id="email" label="담당자 이메일" value=address("") domains=domains()/> }.into_any()
            },
        },
        Story {
            name: "ui/email/filled-optional",
            view: || {
                view! {
                    <EmailField id="email-2" label="회사 이메일" value=address("export@naver.com") domains=domains()
                        optional=true/>
                }
                .into_any()
            },
        },
        Story {
            name: "ui/email/error",
            view: || {
                view! {
                    <EmailField id="email-3" label="담당자 이메일" value=address("kim@example") domains=domains()
                        hint="가입 결과를 보내 드릴 주소입니다.".to_owned()
                        error="example.co.kr처럼 점이 있는 도메인을 입력해 주세요."/>
                }
                .into_any()
            },
        },
        Story {
            name: "ui/email/readonly",
            view: || {
                view! {
                    <EmailField id="email-4" label="담당자 이메일" value=address("kim@daejeon-precision.co.kr")
                        domains=domains() readonly=true/>
                }
                .into_any()
            },
        },
    ]
};

#[cfg(test)]
mod tests {
    use super::{join, split};

    #[test]
    fn an_address_keeps_what_was_typed() {
        for address in ["", "kim", "kim@example.kr", "@example.kr", "kim@a@b"] {
            assert_eq!(join(&split(address)), address);
        }
    }
}
