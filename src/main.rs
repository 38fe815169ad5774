#![allow(dead_code, unused_imports)]

mod config;
mod store;

fn main() {}
