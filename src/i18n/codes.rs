//! Words of the code picker: those of any list, and those of goods (HS) and industries (KSIC).
//!
//! They stand apart from [`super::words`], which every page needs, because the picker comes later (`src/later.rs`).

use super::{lang, word_list};
use gaip_contract::bodies::Vague;
use gaip_domain::text::Lang;
use gaip_domain::value::CodeList;

word_list! {
    /// Words of a picker of any list.
    CodeWords;
    because: "‘{}’(으)로 찾았습니다", "Found by “{}”";
    read_as: "‘{}’ 대신 ‘{}’(으)로 찾았습니다.", "Found “{}” instead of “{}”.";
    except: "{} 제외", "excluding {}";
    more: "더 보기", "Show more";
    open: "하위 분류 보기", "See what is below";
    search_instead: "검색으로 찾기", "Search instead";
    pick: "선택", "Choose";
    picked: "선택함", "Chosen";
    picked_count: "{}/{}개 선택", "{} of {} chosen";
    full: "{}개까지 선택할 수 있습니다. 다른 코드를 넣으려면 하나를 빼 주세요.",
        "You can choose up to {}. Take one out to add another.";
    done: "선택 완료", "Done";
    recent: "최근에 고른 코드", "Recently chosen";
    forget_recent: "지우기", "Clear";
    loading: "불러오는 중입니다.", "Loading.";
    tree_failed: "하위 분류를 불러오지 못했습니다.", "What is below could not be loaded.";
    gone: "지금은 쓰지 않는 코드입니다 ({}).", "This code is no longer in use ({}).";
    vague_part: "어느 기계의 부품인지 함께 적어 주세요. 예: 자동차 부품, 펌프 부품",
        "Say what it is a part of. Examples: car parts, pump parts";
    vague_set: "세트에서 중심이 되는 물건으로 찾아 주세요. 예: 주방칼, 화장품",
        "Search for the main thing in the set. Examples: kitchen knife, cosmetics";
    vague_material: "재질과 물건을 함께 적어 주세요. 예: 플라스틱 용기, 가죽 가방",
        "Name the material and the thing. Examples: plastic container, leather bag";
    vague_use: "무엇에 쓰는 것인지 함께 적어 주세요. 예: 포장 기계, 낚시용품",
        "Say what it is used for. Examples: packing machine, fishing tackle";
    vague_thing: "물건의 이름으로 찾아 주세요. 예: 머그컵, 볼펜", "Search for the thing itself. Examples: mug, ballpoint pen";
}

/// Declares words of each list: `name: "goods, Korean", "goods, English"; "industries, Korean", "industries, English";`.
macro_rules! words_by_list {
    ($($key:ident: $hs_ko:literal, $hs_en:literal; $ksic_ko:literal, $ksic_en:literal;)*) => {
        /// Words that differ from list to list.
        #[allow(missing_docs, reason = "the words document themselves")]
        pub struct ListWords { $(pub $key: &'static str,)* }
        static HS_KO: ListWords = ListWords { $($key: $hs_ko,)* };
        static HS_EN: ListWords = ListWords { $($key: $hs_en,)* };
        static KSIC_KO: ListWords = ListWords { $($key: $ksic_ko,)* };
        static KSIC_EN: ListWords = ListWords { $($key: $ksic_en,)* };
    };
}

words_by_list! {
    find: "HS코드 검색", "Find HS code"; "업종 검색", "Find industry";
    title: "HS CODE 검색", "Find HS code"; "업종 검색", "Find industry";
    lead: "신청품목에 대한 HS CODE를 선택하여 주십시오.", "Choose the HS code of your product.";
        "하고 있는 일에 가장 가까운 업종을 선택하여 주십시오.", "Choose the industry that is closest to what you do.";
    query: "상세설명 또는 HS CODE", "Description or HS code"; "하는 일 또는 업종코드", "What you do or an industry code";
    hint: "상세설명 또는 HS_CODE를 입력하세요. 검색어 없이 검색버튼을 클릭하면 전체 검색이 됩니다.",
        "Enter a description or an HS code. Search with an empty field lists everything.";
        "하는 일이나 업종코드를 입력하세요. 예: 화장품 제조, 소프트웨어 개발. 비워 두면 전체가 나옵니다.",
        "Enter what you do or a code. Examples: cosmetics, software development. An empty field lists everything.";
    results: "HS CODE 검색 결과", "HS code results"; "업종 검색 결과", "Industry results";
    count: "검색 결과 {}건", "{} results"; "검색 결과 {}건", "{} results";
    browse: "류별로 찾아보기", "Browse by chapter"; "분류별로 찾아보기", "Browse by section";
    tree: "HS CODE 분류", "HS code chapters"; "한국표준산업분류", "Korean Standard Industrial Classification";
    others: "이 호의 다른 코드 {}개 보기", "See {} other codes of this heading";
        "이 분류의 다른 업종 {}개 보기", "See {} other industries of this group";
    none: "맞는 HS CODE가 없습니다", "No HS code matches"; "맞는 업종이 없습니다", "No industry matches";
    try_plain: "상표나 모델명 대신 물건의 이름으로 찾아 보세요. 예: 텀블러 → 보온병",
        "Use the name of the thing, not a brand or model. Example: tumbler → vacuum flask";
        "회사나 제품 이름 대신 하는 일로 찾아 보세요. 예: 화장품 제조, 기계 도매",
        "Use what you do, not the name of a company or product. Examples: making cosmetics, machinery wholesale";
    try_use: "재질이나 용도로 찾아 보세요. 예: 강철 볼트, 운동용 매트",
        "Try the material or the use. Examples: steel bolt, exercise mat";
        "만들기, 팔기, 서비스 가운데 무엇인지 바꾸어 보세요. 예: 제조, 도매, 소매",
        "Try whether you make, sell or serve. Examples: manufacture, wholesale, retail";
    try_short: "낱말을 줄이거나 띄어쓰기를 바꾸어 보세요.", "Use fewer words or change the spacing.";
        "낱말을 줄이거나 띄어쓰기를 바꾸어 보세요.", "Use fewer words or change the spacing.";
    note: "검색 결과는 참고용입니다. 확정은 관세청 품목분류 사전심사로 받으세요. 실제 수출한 적이 있으면 세관에 신고한 코드를 쓰면 됩니다.",
        "Results are for reference. Korea Customs gives a binding advance ruling. If you have exported already, use the code that was declared.";
        "업종은 통계청 한국표준산업분류(KSIC)를 따릅니다. 사업자등록증의 종목과 가장 가까운 업종을 골라 주세요.",
        "Industries follow the Korean Standard Industrial Classification (KSIC). Choose the one closest to your registration.";
    source: "자료: 관세청 HS부호, 공공누리 제1유형", "Source: Korea Customs Service, HS codes, KOGL Type 1";
        "자료: 통계청 한국표준산업분류, 공공누리 제1유형", "Source: Statistics Korea, KSIC, KOGL Type 1";
    failed: "HS CODE를 불러오지 못했습니다. 다시 시도하거나 코드를 직접 입력해 주세요.",
        "HS codes could not be loaded. Try again or type the code.";
        "업종을 불러오지 못했습니다. 다시 시도하거나 업종코드를 직접 입력해 주세요.",
        "Industries could not be loaded. Try again or type the code.";
    chosen: "H.S.CODE를 넣었습니다.", "HS code entered."; "업종을 넣었습니다.", "Industry entered.";
    unknown: "이 코드는 목록에 없습니다. 세관에 신고된 코드라면 그대로 쓸 수 있습니다.",
        "This code is not in the list. If it was declared to customs you can use it.";
        "이 업종코드는 목록에 없습니다. “업종 검색”으로 찾아 주세요.",
        "This code is not in the list. Use “Find industry”.";
    deeper: "더 자세한 코드가 있습니다.", "There are more detailed codes.";
        "더 자세한 업종을 골라 주세요.", "Choose a more detailed industry.";
}

/// The words of any picker, in the language in force.
pub fn code_words() -> &'static CodeWords {
    static KO: CodeWords = CodeWords::KO;
    static EN: CodeWords = CodeWords::EN;
    match lang() {
        Lang::Ko => &KO,
        Lang::En => &EN,
    }
}

/// The words of one list, in the language in force.
pub fn list_words(list: CodeList) -> &'static ListWords {
    match (list, lang()) {
        (CodeList::Hs, Lang::Ko) => &HS_KO,
        (CodeList::Hs, Lang::En) => &HS_EN,
        (CodeList::Ksic, Lang::Ko) => &KSIC_KO,
        (CodeList::Ksic, Lang::En) => &KSIC_EN,
    }
}

/// What to add to words that say too little.
pub fn advice(vague: Vague) -> &'static str {
    let words = code_words();
    match vague {
        Vague::Part => words.vague_part,
        Vague::Set => words.vague_set,
        Vague::Material => words.vague_material,
        Vague::Use => words.vague_use,
        Vague::Thing => words.vague_thing,
    }
}

/// The words and the reading that was searched instead, in the order of the language.
pub fn read_as(typed: &str, reading: &str) -> String {
    let (first, second) = match lang() {
        Lang::Ko => (typed, reading),
        Lang::En => (reading, typed),
    };
    super::fill(&super::fill(code_words().read_as, first), second)
}
