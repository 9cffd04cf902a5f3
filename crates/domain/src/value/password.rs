//! What a new password must be. One object of the server, shown by "비밀번호 생성규칙 자세히 보기" and enforced by it.

use serde::{Deserialize, Serialize};

/// The rules for a new password: long rather than odd (NIST SP 800-63B-4, ASVS 6.2, KISA 2019).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PasswordPolicy {
    /// Fewest characters.
    pub min_length: u32,
    /// Most characters.
    pub max_length: u32,
    /// Passwords and parts that are refused wherever they stand, in lower case: common ones and names of the service.
    pub refused: Vec<String>,
}

/// Which rule a password breaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum PasswordFlaw {
    /// Fewer characters than the policy asks.
    TooShort,
    /// More characters than the policy takes.
    TooLong,
    /// Digits alone are guessed in no time.
    OnlyDigits,
    /// One character over and over, or a run such as `abcdefghij`.
    Sequence,
    /// Among the passwords that are tried first.
    Common,
    /// Contains the login id or another thing known of the person.
    Personal,
}

impl PasswordPolicy {
    /// The policy that the reference backend starts with: ten or more characters of any kind.
    pub fn standard() -> Self {
        let refused = [
            "password",
            "qwerty",
            "asdf1234",
            "1q2w3e4r",
            "iloveyou",
            "letmein",
            "welcome",
            "admin",
            "gaip",
            "비밀번호",
        ];
        Self { min_length: 10, max_length: 128, refused: refused.map(str::to_owned).to_vec() }
    }

    /// The first rule that the password breaks. `known` is what an attacker would try for this person: login id,
    /// business number, names; entries under four characters are passed over.
    pub fn check(&self, password: &str, known: &[&str]) -> Result<(), PasswordFlaw> {
        let length = u32::try_from(password.chars().count()).unwrap_or(u32::MAX);
        if length < self.min_length {
            return Err(PasswordFlaw::TooShort);
        }
        if length > self.max_length {
            return Err(PasswordFlaw::TooLong);
        }
        if password.bytes().all(|b| b.is_ascii_digit()) {
            return Err(PasswordFlaw::OnlyDigits);
        }
        if is_sequence(password) {
            return Err(PasswordFlaw::Sequence);
        }
        let folded = password.to_ascii_lowercase();
        if known.iter().any(|k| k.chars().count() >= 4 && folded.contains(&k.to_ascii_lowercase())) {
            return Err(PasswordFlaw::Personal);
        }
        // A refused word with little else around it; a long phrase may contain one.
        let mostly = |word: &String| folded.contains(word.as_str()) && folded.len() < word.len() + 6;
        if self.refused.iter().any(mostly) {
            return Err(PasswordFlaw::Common);
        }
        Ok(())
    }
}

/// Whether all steps from one character to the next are the same: `aaaaaaaaaa`, `abcdefghij`, `9876543210`.
fn is_sequence(password: &str) -> bool {
    let codes: Vec<i64> = password.chars().map(|c| i64::from(u32::from(c))).collect();
    let mut steps = codes.windows(2).map(|pair| pair[1] - pair[0]);
    let Some(first) = steps.next() else {
        return true;
    };
    first.abs() <= 1 && steps.all(|step| step == first)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(password: &str) -> Result<(), PasswordFlaw> {
        PasswordPolicy::standard().check(password, &["plankkr", "1248100998", "ab"])
    }

    #[test]
    fn a_long_phrase_of_any_kind_passes() {
        for password in ["correct horse battery", "대전에서 수출하는 우리회사", "tR7-kz.mmQ2", "abstract-9-lemon"]
        {
            assert_eq!(check(password), Ok(()), "{password}");
        }
    }

    #[test]
    fn each_rule_has_its_own_code() {
        for (password, flaw) in [
            ("short1!", PasswordFlaw::TooShort),
            ("8361947205", PasswordFlaw::OnlyDigits),
            ("aaaaaaaaaaaa", PasswordFlaw::Sequence),
            ("abcdefghijkl", PasswordFlaw::Sequence),
            ("password123", PasswordFlaw::Common),
            ("my-PlankKR-pw", PasswordFlaw::Personal),
        ] {
            assert_eq!(check(password), Err(flaw), "{password}");
        }
        assert_eq!(check(&"가나".repeat(65)), Err(PasswordFlaw::TooLong));
    }
}
