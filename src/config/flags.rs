//! The flags that give a setting, made from the table for clap.

use clap::{Arg, ArgAction, ArgMatches, Args, Command, Error, FromArgMatches};

use super::settings::{self, Flag, Setting};
use super::value::Shape;

/// The settings somebody gave as flags. Put it into a clap command with `#[command(flatten)]`.
#[derive(Debug, Clone, Default)]
pub struct Flags(Vec<(&'static str, String)>);

impl Flags {
    /// As if `--key value` had been given; for tests and for commands that start a server.
    /// A key that is no setting, or has no flag, is passed over.
    pub fn with(mut self, key: &'static str, value: &str) -> Self {
        self.0.push((key, value.to_owned()));
        self
    }

    pub(super) fn given(&self) -> impl Iterator<Item = (&'static Setting, Flag, &str)> {
        self.0.iter().filter_map(|(key, value)| {
            let setting = settings::by_key(key)?;
            Some((setting, setting.flag?, value.as_str()))
        })
    }

    fn update(&mut self, matches: &ArgMatches) {
        for (setting, _) in with_flags() {
            let given = match setting.shape {
                Shape::Flag => matches.get_flag(setting.key).then(|| "true".to_owned()),
                _ => matches.get_one::<String>(setting.key).cloned(),
            };
            self.0.extend(given.map(|value| (setting.key, value)));
        }
    }
}

fn with_flags() -> impl Iterator<Item = (&'static Setting, Flag)> {
    settings::ALL.iter().filter_map(|setting| Some((setting, setting.flag?)))
}

/// The first sentence of the description is the short help, all of it the long one.
fn arg((setting, flag): (&'static Setting, Flag)) -> Arg {
    let help = setting.doc.iter().map(|line| line.trim()).collect::<Vec<_>>().join(" ");
    let short = help.split_once(". ").map_or(help.as_str(), |(first, _)| first);
    let arg =
        Arg::new(setting.key).long(flag.name).help(short.trim_end_matches('.').to_owned()).long_help(help.clone());
    match setting.shape {
        Shape::Flag => arg.action(ArgAction::SetTrue),
        _ => arg.value_name(flag.takes),
    }
}

impl Args for Flags {
    fn augment_args(command: Command) -> Command {
        command.args(with_flags().map(arg))
    }

    fn augment_args_for_update(command: Command) -> Command {
        Self::augment_args(command)
    }
}

impl FromArgMatches for Flags {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, Error> {
        let mut flags = Self::default();
        flags.update(matches);
        Ok(flags)
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), Error> {
        self.update(matches);
        Ok(())
    }
}
