//! All SQL and nothing else.

pub mod backup;
