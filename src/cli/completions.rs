//! `parlor completions`.

use clap::CommandFactory as _;
use clap_complete::Shell;

use super::{Cli, Result, answer};

#[derive(Debug, clap::Args)]
pub struct Args {
    /// The shell to write for
    shell: Shell,
}

pub fn run(args: &Args) -> Result<()> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Cli::command(), "parlor", &mut script);
    answer(String::from_utf8_lossy(&script).trim_end())
}
