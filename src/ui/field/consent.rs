//! One document a person agrees to or refuses.

use super::checkbox::Checkbox;
use super::frame::{Notes, described_by};
use crate::ui::words::ui_words;
use leptos::prelude::*;

/// Title, text in a box one can scroll by keyboard, and a checkbox of its own. Children stand
/// beside the version: a link to the printable document.
#[component]
pub fn ConsentBox(
    /// Id of the checkbox; `-title` and `-body` follow.
    #[prop(into)]
    id: String,
    /// Title of the document.
    #[prop(into)]
    title: String,
    /// Whether one has to agree.
    required: bool,
    /// The text as HTML. The caller has made sure that it is harmless: it is shown as it is.
    #[prop(into)]
    html: String,
    /// Agreed or not.
    value: RwSignal<bool>,
    /// Version and date of the document.
    #[prop(optional_no_strip, into)]
    version: Option<String>,
    /// What the refusal of an optional document means, or why this one is asked for.
    #[prop(optional_no_strip, into)]
    hint: Option<String>,
    /// What is wrong.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// Words of the checkbox, unless they are the usual ones.
    #[prop(optional_no_strip, into)]
    agree: Option<String>,
    /// Stands beside the version.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let words = ui_words();
    let tag = if required { words.must_agree } else { words.may_agree };
    let title_id = format!("{id}-title");
    let described = described_by(&id, hint.is_some(), error);
    view! {
        <section class="consent" aria-labelledby=title_id.clone()>
            <h2 class="consent__title" id=title_id.clone()>
                <span class="consent__tag" class:consent__tag--required=required>{tag}</span>
                " "
                // No line begins with the dot.
                {title.replace('·', "\u{2060}·")}
            </h2>
            <div
                class="consent__body"
                id=format!("{id}-body")
                role="region"
                aria-label=title
                tabindex="0"
                inner_html=html
            ></div>
            <div class="consent__foot">
                {version.map(|version| view! { <span>{version}</span> })}
                {children.map(|children| children())}
            </div>
            <Notes id=id.clone() hint error/>
            <Checkbox
                id
                label=agree.unwrap_or_else(|| words.agree.to_owned())
                named_by=title_id.clone()
                checked=value
                on_change=move |on| value.set(on)
                described_by=described
                invalid=Signal::derive(move || error.with(Option::is_some))
                required
            />
        </section>
    }
}

/// States of [`ConsentBox`].
#[cfg(feature = "gallery")]
pub const STORIES: &[crate::ui::story::Story] = {
    use crate::ui::story::Story;
    const TERMS: &str = "<h3>제1조 (목적)</h3><p>이 약관은 수출지원사업 관리시스템이 제공하는 서비스의 이용 조건과 절차, \
        회원과 운영기관의 권리와 의무를 정하는 것을 목적으로 합니다.</p><h3>제2조 (정의)</h3><ol><li>‘회원’이란 이 \
        약관에 동의하고 가입한 기업을 말합니다.</li><li>‘담당자’란 기업을 대신하여 서비스를 이용하는 사람을 \
        말합니다.</li></ol><table><thead><tr><th>항목</th><th>보유 기간</th></tr></thead><tbody><tr><td>이름, 휴대전화\
        번호</td><td>회원 탈퇴까지</td></tr></tbody></table>";
    &[
        Story {
            name: "ui/consent/required",
            view: || {
                view! {
                    <ConsentBox id="terms" title="서비스 이용약관" required=true html=TERMS value=RwSignal::new(false)
                        version="2026년 1월 1일 시행".to_owned()>
                        <a href="#terms">"인쇄용 전문 보기"</a>
                    </ConsentBox>
                }
                .into_any()
            },
        },
        Story {
            name: "ui/consent/optional-agreed",
            view: || {
                view! {
                    <ConsentBox id="marketing" title="홍보 소식 수신 동의" required=false html=TERMS
                        value=RwSignal::new(true)
                        hint="동의하지 않아도 서비스를 그대로 이용할 수 있습니다.".to_owned()/>
                }
                .into_any()
            },
        },
        Story {
            name: "ui/consent/error",
            view: || {
                view! {
                    <ConsentBox id="privacy" title="개인정보 수집·이용 동의" required=true html=TERMS
                        value=RwSignal::new(false) error="가입하려면 개인정보 수집·이용에 동의해 주세요."/>
                }
                .into_any()
            },
        },
    ]
};
