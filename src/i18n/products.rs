//! Words of products and the HS picker.

use super::word_list;

word_list! {
    /// Products and the HS picker.
    ProductWords;
    product: "제품 {}", "Product {}";
    add: "제품추가하기", "Add product";
    remove: "삭제", "Remove";
    up: "위로", "Move up";
    down: "아래로", "Move down";
    removed: "제품을 삭제했습니다.", "Product removed.";
    undo: "되돌리기", "Undo";
    count: "제품 {}개", "{} products";
    find_hs: "HS코드 검색", "Find HS code";
    hs_title: "HS CODE 검색", "Find HS code";
    hs_lead: "신청품목에 대한 HS CODE를 선택하여 주십시오.", "Choose the HS code of your product.";
    hs_query: "상세설명 또는 HS CODE", "Description or HS code";
    hs_hint: "상세설명 또는 HS_CODE를 입력하세요. 검색어 없이 검색버튼을 클릭하면 전체 검색이 됩니다.",
        "Enter a description or an HS code. Search with an empty field lists everything.";
    hs_results: "HS CODE 검색 결과", "HS code results";
    hs_count: "검색 결과 {}건", "{} results";
    hs_browse: "류별로 찾아보기", "Browse by chapter";
    hs_back: "상위 분류로", "Up one level";
    hs_search_instead: "검색으로 찾기", "Search instead";
    hs_because: "‘{}’(으)로 찾았습니다", "Found by “{}”";
    hs_none: "맞는 HS CODE가 없습니다", "No HS code matches";
    hs_none_help: "제품 이름 대신 재질이나 용도로 찾아 보거나, 띄어쓰기를 바꾸거나, 류별로 찾아보세요.",
        "Try the material or use instead of the product name, change the spacing, or browse by chapter.";
    hs_more: "더 보기", "Show more";
    hs_note: "검색 결과는 참고용입니다. 정확한 품목분류는 관세청 품목분류 사전심사로 확인할 수 있습니다.",
        "Results are for reference. Korea Customs can give a binding advance ruling.";
    hs_failed: "HS CODE를 불러오지 못했습니다. 다시 시도하거나 코드를 직접 입력해 주세요.", "HS codes could not be loaded. Try again or type the code.";
    hs_open: "하위 분류 보기", "Open";
    hs_chosen: "H.S.CODE를 넣었습니다.", "HS code entered.";
    full: "제품은 {}개까지 등록할 수 있습니다.", "You can register up to {} products.";
    added: "제품 {}을(를) 추가했습니다.", "Product {} added.";
    moved: "제품을 {}번째로 옮겼습니다.", "Product moved to position {}.";
    restored: "제품을 되돌렸습니다.", "Product restored.";
    hs_code: "HS_CODE", "HS code";
    hs_label: "상세설명", "Description";
    hs_root: "전체 부(部)", "All sections";
    hs_unknown: "이 코드는 목록에 없습니다. 세관에 신고된 코드라면 그대로 쓸 수 있습니다.",
        "This code is not in the list. If it was declared to customs you can use it.";
}
