//! Lists of where each token occurs, one behind the other.

/// Where a token occurs, and how strongly.
#[derive(Debug, Clone, Copy)]
pub struct Posting {
    /// Position of the entry or alias.
    pub at: u32,
    /// How strongly it holds the token.
    pub impact: f32,
}

/// The postings of every token.
#[derive(Debug, Default)]
pub struct Postings {
    /// Where the postings of a token begin; one more than there are tokens.
    starts: Vec<u32>,
    postings: Vec<Posting>,
}

impl Postings {
    /// Sorts postings of tokens below `tokens` by their token; each token's stay in their order.
    pub fn new(tokens: usize, found: &[(u32, Posting)]) -> Self {
        let mut starts = vec![0_u32; tokens + 1];
        for (token, _) in found {
            starts[*token as usize + 1] += 1;
        }
        for token in 0..tokens {
            starts[token + 1] += starts[token];
        }
        let mut next = starts.clone();
        let mut postings = vec![Posting { at: 0, impact: 0.0 }; found.len()];
        for (token, posting) in found {
            let place = &mut next[*token as usize];
            postings[*place as usize] = *posting;
            *place += 1;
        }
        Self { starts, postings }
    }

    /// The postings of a token.
    pub fn of(&self, token: u32) -> &[Posting] {
        let at = token as usize;
        &self.postings[self.starts[at] as usize..self.starts[at + 1] as usize]
    }
}
