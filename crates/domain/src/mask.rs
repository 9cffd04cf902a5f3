//! What others may see of somebody's data: its ends.

/// All but the ends of a telephone number, an e-mail address or a day of birth.
pub fn contact(text: &str) -> String {
    if let Some((local, domain)) = text.split_once('@') {
        let start: String = local.chars().take(2).collect();
        return format!("{start}***@{domain}");
    }
    let parts: Vec<&str> = text.split('-').collect();
    match parts[..] {
        [year, month, day] if year.len() == 4 => {
            format!("{year}-{}-{}", "*".repeat(month.len()), "*".repeat(day.len()))
        }
        [first, middle, last] => format!("{first}-{}-{last}", "*".repeat(middle.len())),
        _ => text.to_owned(),
    }
}

/// A person's name by its ends: `홍*동`, `이*`.
pub fn name(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    match letters[..] {
        [first, .., last] if letters.len() > 2 => format!("{first}{}{last}", "*".repeat(letters.len() - 2)),
        [first, _] => format!("{first}*"),
        _ => "*".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contact_data_shows_its_ends_only() {
        assert_eq!(contact("hong@example.com"), "ho***@example.com");
        assert_eq!(contact("010-1234-5678"), "010-****-5678");
        assert_eq!(contact("1990-03-01"), "1990-**-**");
    }

    #[test]
    fn names_show_their_ends_only() {
        assert_eq!(name("홍길동"), "홍*동");
        assert_eq!(name("남궁민수"), "남**수");
        assert_eq!(name("이산"), "이*");
        assert_eq!(name("솔"), "*");
    }
}
