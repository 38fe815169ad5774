//! All SQL and nothing else.

pub mod backup;
pub mod migrate;
#[cfg(test)]
mod structure;
