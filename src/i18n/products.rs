//! Words of products.

use super::{lang, word_list};
use gaip_domain::text::Lang;

word_list! {
    /// Products.
    ProductWords;
    product: "제품 {}", "Product {}";
    add: "제품추가하기", "Add product";
    remove: "삭제", "Remove";
    up: "위로", "Move up";
    down: "아래로", "Move down";
    removed: "제품을 삭제했습니다.", "Product removed.";
    undo: "되돌리기", "Undo";
    count: "제품 {}개", "{} products";
    full: "제품은 {}개까지 등록할 수 있습니다.", "You can register up to {} products.";
    added: "제품 {}을(를) 추가했습니다.", "Product {} added.";
    moved: "제품을 {}번째로 옮겼습니다.", "Product moved to position {}.";
    restored: "제품을 되돌렸습니다.", "Product restored.";
}

/// The words of products, in the language in force.
pub fn product_words() -> &'static ProductWords {
    static KO: ProductWords = ProductWords::KO;
    static EN: ProductWords = ProductWords::EN;
    match lang() {
        Lang::Ko => &KO,
        Lang::En => &EN,
    }
}
