//! Parlor as a stranger meets it: the program itself, from outside.

mod abuse;
mod access;
mod bad_input;
mod beside;
mod chat;
mod cli;
mod client_id;
mod conversation;
mod demo;
mod emoji;
mod faults;
mod frames;
mod happenings;
mod harness;
mod kill;
mod layers;
mod mentions;
mod presence;
mod realtime;
mod resume;
mod signed_out;
mod slow_reader;
mod state;
mod worker;
