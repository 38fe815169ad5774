mod cli;
mod commands;
mod config;
mod data_dir;
mod domain;
mod error;
mod hub;
mod jobs;
mod server;
mod store;
mod unfurl;
mod vault;
mod web;

fn main() -> std::process::ExitCode {
    cli::run()
}
