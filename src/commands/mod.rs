//! One function for each thing a person can do.

pub mod joining;
pub mod passwords;
