//! Parlor as a stranger meets it: the program itself, from outside.

mod cli;
mod demo;
