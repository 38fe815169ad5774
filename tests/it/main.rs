//! Parlor as a stranger meets it: the program itself, from outside.

mod chat;
mod cli;
mod demo;
mod harness;
