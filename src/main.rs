#![allow(dead_code, unused_imports)]
mod cli;
mod commands;
mod config;
mod data_dir;
mod domain;
mod error;
mod hub;
mod server;
mod store;

fn main() -> std::process::ExitCode {
    cli::run()
}
