#![allow(dead_code, unused_imports)]
mod commands;
mod config;
mod data_dir;
mod domain;
mod error;
mod hub;
mod store;

fn main() {}
