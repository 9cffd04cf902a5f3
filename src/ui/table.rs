//! Tables that scroll sideways on small screens while their first column stays.

use leptos::prelude::*;

/// One column.
pub struct Column {
    /// Heading.
    pub name: String,
    /// Numbers stand to the right.
    pub numeric: bool,
}

impl Column {
    /// A column of text.
    pub fn text(name: impl Into<String>) -> Self {
        Self { name: name.into(), numeric: false }
    }

    /// A column of numbers; its cells have the class `table__number`.
    pub fn number(name: impl Into<String>) -> Self {
        Self { name: name.into(), numeric: true }
    }
}

/// A table. Its rows are `<tr>`s that begin with `<th scope="row">`; an empty cell says "-".
#[component]
pub fn Table(
    /// Id of the caption, unique in the page.
    #[prop(into)]
    id: String,
    /// What the table is about.
    #[prop(into)]
    caption: String,
    /// Set when a heading right above says the same.
    #[prop(optional)]
    hide_caption: bool,
    /// On phones each row is a card: its cells are [`Cell`]s, which name themselves there.
    #[prop(optional)]
    cards: bool,
    /// The columns.
    columns: Vec<Column>,
    /// The rows.
    children: Children,
) -> impl IntoView {
    let columns = columns.into_iter().map(|column| {
        view! {
            <th scope="col" class:table__number=column.numeric>
                {column.name}
            </th>
        }
    });
    let caption_id = id.clone();
    view! {
        <div class="table-scroll" role="region" tabindex="0" aria-labelledby=id>
            <table class="table" class:table--cards=cards>
                <caption class="table__caption" class:visually-hidden=hide_caption id=caption_id>
                    {caption}
                </caption>
                <thead>
                    <tr>{columns.collect_view()}</tr>
                </thead>
                <tbody>{children()}</tbody>
            </table>
        </div>
    }
}

/// A cell of a table whose rows are cards on phones.
#[component]
pub fn Cell(
    /// The name of its column, which stands before the value on phones.
    #[prop(into)]
    name: String,
    /// The value.
    children: Children,
) -> impl IntoView {
    view! {
        <td>
            <span class="table__name" aria-hidden="true">{name}</span>
            <div>{children()}</div>
        </td>
    }
}

/// States for the gallery.
#[cfg(feature = "gallery")]
pub const STORIES: &[super::story::Story] = &[
    CARDS,
    super::story::Story {
        name: "ui/table/products",
        view: || {
            let columns = vec![
                Column::text("HS 부호"),
                Column::text("품명"),
                Column::text("원산지"),
                Column::number("수출액(천 달러)"),
            ];
            view! {
                <Table id="story-table" caption="등록한 품목" columns=columns>
                    <tr>
                        <th scope="row">"8471.30"</th>
                        <td>"휴대용 자동자료처리기계 (중량 10kg 이하)"</td>
                        <td>"대한민국"</td>
                        <td class="table__number">"1,204"</td>
                    </tr>
                    <tr>
                        <th scope="row">"9031.49"</th>
                        <td>"광학식 측정기기"</td>
                        <td>"-"</td>
                        <td class="table__number">"86"</td>
                    </tr>
                </Table>
            }
            .into_any()
        },
    },
];

/// Rows that are cards on phones.
#[cfg(feature = "gallery")]
const CARDS: super::story::Story = super::story::Story {
    name: "ui/table/cards",
    view: || {
        let columns = ["기업", "신청인", "신청일"].map(Column::text).into();
        view! {
            <Table id="story-table-cards" caption="가입 신청" cards=true columns=columns>
                <tr>
                    <th scope="row">"주식회사 새별"</th>
                    <Cell name="신청인">"홍길동"</Cell>
                    <Cell name="신청일">"2026년 11월 21일"</Cell>
                </tr>
            </Table>
        }
        .into_any()
    },
};
