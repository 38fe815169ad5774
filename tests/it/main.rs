//! Parlor as a stranger meets it: the program itself, from outside.

mod beside;
mod chat;
mod cli;
mod demo;
mod harness;
mod kill;
mod realtime;
