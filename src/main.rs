#![allow(dead_code, unused_imports)]
mod commands;
mod config;
mod domain;
mod error;
mod hub;
mod store;

fn main() {}
