//! Parlor as a stranger meets it: the program itself, from outside.

mod abuse;
mod access;
mod bad_input;
mod beside;
mod chat;
mod cli;
mod demo;
mod harness;
