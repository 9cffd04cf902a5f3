//! Marks the words that were searched for.

use leptos::prelude::*;

/// A text in which these words, in small letters, are marked.
pub fn marked(text: &str, words: &[String]) -> AnyView {
    let pieces = pieces(text, words);
    if let [(false, _)] | [] = pieces[..] {
        return text.to_owned().into_any();
    }
    let views = pieces.into_iter().map(|(hit, piece)| {
        let piece = piece.to_owned();
        if hit { view! { <mark>{piece}</mark> }.into_any() } else { piece.into_any() }
    });
    views.collect_view().into_any()
}

/// The text in pieces, and whether each is one of the words. Of words that begin at one place the longest counts.
fn pieces<'a>(text: &'a str, words: &[String]) -> Vec<(bool, &'a str)> {
    let small = text.to_ascii_lowercase();
    let mut pieces = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let mut hit: Option<(usize, usize)> = None;
        for word in words.iter().filter(|word| !word.is_empty()) {
            if let Some(found) = small[at..].find(word.as_str()) {
                let (start, end) = (at + found, at + found + word.len());
                if hit.is_none_or(|(first, last)| start < first || (start == first && end > last)) {
                    hit = Some((start, end));
                }
            }
        }
        let Some((start, end)) = hit else { break };
        if start > at {
            pieces.push((false, &text[at..start]));
        }
        pieces.push((true, &text[start..end]));
        at = end;
    }
    if at < text.len() {
        pieces.push((false, &text[at..]));
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(words: &[&str]) -> Vec<String> {
        words.iter().map(|word| (*word).to_owned()).collect()
    }

    #[test]
    fn every_place_of_a_word_is_marked_whatever_its_case() {
        assert_eq!(
            pieces("Car parts, parts of CARS", &words(&["car", "parts"])),
            [
                (true, "Car"),
                (false, " "),
                (true, "parts"),
                (false, ", "),
                (true, "parts"),
                (false, " of "),
                (true, "CAR"),
                (false, "S"),
            ]
        );
    }

    #[test]
    fn of_two_words_at_one_place_the_longer_is_marked() {
        assert_eq!(pieces("자동차부품", &words(&["자동", "자동차"])), [(true, "자동차"), (false, "부품")]);
    }

    #[test]
    fn what_holds_none_of_the_words_stays_whole() {
        assert_eq!(pieces("국수", &words(&["라면", ""])), [(false, "국수")]);
    }
}
