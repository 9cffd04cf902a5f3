//! What a page and the browser's own search in code lists (a web worker) say to each other, as JSON.
//!
//! The page makes the worker load an edition, and asks it like a backend from then on. What the worker cannot answer, the
//! backend can.

use crate::bodies::{CodePage, CodeRow, CodeRows};
use gaip_domain::value::CodeList;
use serde::{Deserialize, Serialize};

/// Address of the script that starts the worker.
pub const SCRIPT: &str = "/finder_loader.js";

/// A question of the page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Ask {
    /// Comes back with the answer.
    pub id: u32,
    /// The list that it is about.
    pub list: CodeList,
    /// What is asked.
    pub what: What,
}

/// What can be asked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum What {
    /// Fetch this edition and search in it from now on.
    Load(String),
    /// As [`crate::endpoints::SearchCodes`].
    Search {
        /// The words.
        query: String,
        /// Headings to leave out at the start.
        offset: usize,
        /// Headings wanted.
        limit: usize,
    },
    /// As [`crate::endpoints::BrowseCodes`]; empty for the top.
    Below(String),
    /// As [`crate::endpoints::GetCode`].
    Row(String),
}

/// An answer of the worker, or its first word.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Told {
    /// The question's.
    pub id: u32,
    /// The answer.
    pub answer: Answer,
}

/// What can be answered.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// Said once and unasked, with the id 0: the worker hears from now on. What was said to it before is lost.
    Ready,
    /// The edition is there.
    Loaded,
    /// To a search.
    Page(CodePage),
    /// To what is below.
    Rows(CodeRows),
    /// To one code.
    Row(CodeRow),
    /// There is no answer: nothing is loaded, or the code is unknown.
    Nothing,
}
