//! Looking for what was said: how a text is taken apart into words, how a question is read, and where a text answers it.
//!
//! The index (`store/search.rs`) and the marks in a hit both come from [`words`], so they cannot disagree.

mod excerpt;
mod glance;
mod query;
mod tokens;
mod words;

pub use excerpt::Excerpt;
pub use query::{Having, Query};
pub use tokens::{Ask, Asks, Beside, Document, has_link, of_word};
pub use words::{Word, words};

/// How far from the beginning of a word a question may match.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// A word that begins with what was typed.
    Beginnings,
    /// Also a word that has it further inside.
    Insides,
}
