//! What the configuration promises, asked through [`Config::load`] as a user would meet it.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::fs;

use clap::{Args as _, Command, FromArgMatches as _};
use proptest::prelude::*;
use tempfile::TempDir;

use super::example::example;
use super::*;

/// A working directory of its own, perhaps with a `parlor.toml`, and no variables.
struct Given {
    directory: TempDir,
    sources: Sources,
}

fn nothing() -> Given {
    let directory = TempDir::new().unwrap();
    let sources = Sources { directory: directory.path().to_owned(), ..Sources::default() };
    Given { directory, sources }
}

fn file(text: &str) -> Given {
    let given = nothing();
    fs::write(given.directory.path().join(DEFAULT_FILE), text).unwrap();
    given
}

impl Given {
    fn variable(mut self, name: &str, value: &str) -> Self {
        self.sources.env.push((name.into(), value.into()));
        self
    }

    fn flag(mut self, key: &'static str, value: &str) -> Self {
        self.sources.flags = self.sources.flags.with(key, value);
        self
    }

    fn load(&self) -> Config {
        Config::load(&self.sources).unwrap()
    }

    /// The error as it is printed, the temporary directory left out.
    fn error(&self) -> String {
        let error = Config::load(&self.sources).unwrap_err().to_string();
        error.replace(&format!("{}/", self.directory.path().display()), "")
    }
}

#[test]
fn without_any_source_every_value_is_its_default() {
    assert_eq!(nothing().load(), Config::default());
}

#[test]
fn a_flag_wins_over_a_variable_which_wins_over_the_file() {
    let file = || file("data_dir = 'from-file'");
    let variable = || file().variable("PARLOR_DATA_DIR", "from-variable");

    assert_eq!(file().load().data_dir, PathBuf::from("from-file"));
    assert_eq!(variable().load().data_dir, PathBuf::from("from-variable"));
    assert_eq!(variable().flag("data_dir", "from-flag").load().data_dir, PathBuf::from("from-flag"));
}

#[test]
fn a_section_may_be_written_in_any_way_toml_allows() {
    for text in ["[limits]\nmessages_burst = 0x40", "limits.messages_burst = 64", "limits = { messages_burst = 6_4 }"] {
        assert_eq!(file(text).load().limits.messages_burst, 64, "{text}");
    }
}

#[test]
fn a_named_file_must_be_there_and_the_flag_names_it_before_the_variable() {
    let mut given = nothing().variable("PARLOR_CONFIG", "/nowhere/of-variable.toml");
    assert!(given.error().starts_with("/nowhere/of-variable.toml: cannot be read: "));

    given.sources.file = Some("/nowhere/of-flag.toml".into());
    assert!(given.error().starts_with("/nowhere/of-flag.toml: cannot be read: "));
}

#[test]
fn an_unknown_key_is_refused_and_the_nearest_one_named() {
    for (text, error) in [
        (
            "\n[limits]\nmesage_chars = 5",
            "parlor.toml:3: there is no setting `limits.mesage_chars`; did you mean `limits.message_chars`?",
        ),
        (
            "message_chars = 5",
            "parlor.toml:1: there is no setting `message_chars`; did you mean `limits.message_chars`?",
        ),
        ("data-dir = 'x'", "parlor.toml:1: there is no setting `data-dir`; did you mean `data_dir`?"),
        ("colour = 'blue'", "parlor.toml:1: there is no setting `colour`"),
        ("[mail]\nhost = 'x'", "parlor.toml:1: there is no setting `mail`"),
        ("demo = true", "parlor.toml:1: there is no setting `demo`"),
    ] {
        assert_eq!(file(text).error(), error);
    }
    assert_eq!(
        nothing().variable("PARLOR_LISTN", "[::1]:80").error(),
        "PARLOR_LISTN: there is no setting `PARLOR_LISTN`; did you mean `PARLOR_LISTEN`?"
    );
}

#[test]
fn an_error_names_the_place_the_key_the_value_and_what_was_expected() {
    for (text, error) in [
        (
            "[limits]\n\nmessage_chars = 99_999",
            "parlor.toml:3: `limits.message_chars` = 99_999, but expected a whole number from 1 to 16000",
        ),
        ("store.readers = \"4\"", "parlor.toml:1: `store.readers` = \"4\", but expected a whole number from 1 to 256"),
        ("store.readers = -1", "parlor.toml:1: `store.readers` = -1, but expected a whole number from 1 to 256"),
        ("store = 4", "parlor.toml:1: `store` = 4, but expected a section, written [store]"),
        ("log.format = \"xml\"", "parlor.toml:1: `log.format` = \"xml\", but expected \"text\" or \"json\""),
        (
            "listen = 8080",
            "parlor.toml:1: `listen` = 8080, but expected an IP address and a port, such as \"127.0.0.1:8080\" or \"[::]:8080\"",
        ),
    ] {
        assert_eq!(file(text).error(), error);
    }
    assert_eq!(
        nothing().variable("PARLOR_ALLOW_PLAIN_HTTP", "yes").error(),
        "PARLOR_ALLOW_PLAIN_HTTP: `allow_plain_http` = yes, but expected true or false"
    );
    assert_eq!(
        nothing().flag("origin", "chat.example.org").error(),
        "--origin: `origin` = chat.example.org, but expected an address such as \
         \"https://chat.example.org\", without a path"
    );
}

#[test]
fn what_is_not_toml_is_refused_with_its_line() {
    assert!(file("workers = 1\nlisten = ").error().starts_with("parlor.toml:2: this is not TOML: "));
    assert!(file("workers = 1\nworkers = 2").error().starts_with("parlor.toml:2: this is not TOML: "));
}

#[test]
fn variables_of_others_are_let_pass() {
    let given = nothing().variable("PARLOR_SERVICE_HOST", "10.0.0.1").variable("PARLOUR_LISTEN", "x");
    assert_eq!(given.variable("PARLOR_PORT_8080_TCP", "tcp://10.0.0.1:8080").load(), Config::default());
}

#[test]
fn no_setting_hides_behind_a_variable_that_is_let_pass() {
    assert!(settings::ALL.iter().all(|setting| is_ours(&setting.variable())));
}

#[test]
fn no_two_settings_share_a_key_a_variable_or_a_flag() {
    let count = settings::ALL.len();
    let keys: BTreeSet<&str> = settings::ALL.iter().map(|setting| setting.key).collect();
    let variables: BTreeSet<String> = settings::ALL.iter().map(|setting| setting.variable()).collect();
    assert_eq!((keys.len(), variables.len()), (count, count));

    Flags::augment_args(Command::new("parlor")).debug_assert();
}

#[test]
fn each_default_is_a_value_the_setting_would_take() {
    for setting in settings::ALL {
        let Some(shown) = (setting.shown)(&Config::default()) else {
            continue;
        };
        let text = format!("{} = {shown}", setting.key);
        assert_eq!(file(&text).load(), Config::default(), "{text}");
    }
}

#[test]
fn flags_are_read_from_the_command_line() {
    let line = ["parlor", "--listen", "[::1]:9", "--allow-plain-http"];
    let matches = Flags::augment_args(Command::new("parlor")).get_matches_from(line);
    let mut given = nothing();
    given.sources.flags = Flags::from_arg_matches(&matches).unwrap();

    let config = given.load();

    assert_eq!(config.listen.to_string(), "[::1]:9");
    assert!(config.allow_plain_http);
}

#[test]
fn listening_beyond_this_machine_needs_an_origin() {
    assert_eq!(
        nothing().variable("PARLOR_LISTEN", "0.0.0.0:8080").error(),
        "`listen` = \"0.0.0.0:8080\" (PARLOR_LISTEN) must come with `origin`, the address people \
         open, such as \"https://chat.example.org\""
    );
    let given = nothing().variable("PARLOR_LISTEN", "0.0.0.0:8080");
    given.flag("origin", "https://chat.example.org").load();
}

#[test]
fn plain_http_beyond_this_machine_must_be_allowed_on_purpose() {
    let plain = || file("origin = \"http://10.0.0.5:8080\"");
    assert!(
        plain().error().starts_with("`origin` = \"http://10.0.0.5:8080\" (parlor.toml:1) must begin with https://")
    );
    plain().flag("allow_plain_http", "true").load();
    for this_machine in ["http://localhost:8080", "http://127.0.0.2", "http://[::1]:1"] {
        nothing().flag("origin", this_machine).load();
    }
}

#[test]
fn limits_that_contradict_each_other_are_refused() {
    assert_eq!(
        file("sessions.idle_days = 400").error(),
        "`sessions.idle_days` = 400 (parlor.toml:1) must be at most `sessions.max_days` = 180 (the default)"
    );
}

#[test]
fn the_origins_are_the_one_set_or_those_of_the_bound_address() {
    let bound = "127.0.0.1:41000".parse().unwrap();
    let texts = |config: Config| config.origins(bound).iter().map(Origin::to_string).collect::<Vec<_>>();

    assert_eq!(texts(Config::default()), ["http://127.0.0.1:41000", "http://localhost:41000"]);
    let set = nothing().flag("origin", "HTTPS://Chat.Example.org:443/").load();
    assert_eq!(texts(set), ["https://chat.example.org"]);
}

#[test]
fn the_example_file_shows_every_setting_as_it_is() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("config.example.toml");
    let written = example();
    if std::env::var_os("REGENERATE").is_some() {
        fs::write(&path, &written).unwrap();
    }
    let hint = "config.example.toml is not what the table says; run REGENERATE=1 cargo test the_example_file";
    assert!(fs::read_to_string(&path).unwrap_or_default() == written, "{hint}");
}

#[test]
fn the_example_file_is_valid_with_every_comment_taken_away() {
    let text: String = example()
        .lines()
        .map(|line| match line.strip_prefix("# ") {
            Some(setting) if setting.contains(" = ") => format!("{setting}\n"),
            _ => format!("{line}\n"),
        })
        .collect();
    let config = file(&text).load();
    assert_eq!(Config { origin: None, ..config }, Config::default());
}

proptest! {
    #[test]
    fn any_text_as_a_value_is_taken_or_refused_but_never_panics(value in "\\PC{0,40}", at in 0..settings::ALL.len()) {
        let setting = &settings::ALL[at];
        let env: Vec<(OsString, OsString)> = vec![(setting.variable().into(), value.into())];
        let sources = Sources { env, directory: "/nowhere".into(), ..Sources::default() };
        if let Err(error) = Config::load(&sources) {
            prop_assert!(error.to_string().contains(setting.key));
        }
    }

    #[test]
    fn any_file_is_read_or_refused_but_never_panics(text in "([a-z._=\\[\\]\"0-9 \\n]|\\PC){0,80}") {
        let _ = Config::load(&file(&text).sources);
    }

    #[test]
    fn a_number_in_its_range_is_taken_as_it_is_and_one_beyond_refused(chars in 0usize..40_000) {
        let loaded = Config::load(&nothing().variable("PARLOR_LIMITS_MESSAGE_CHARS", &chars.to_string()).sources);
        match loaded {
            Ok(config) => prop_assert_eq!(config.limits.message_chars, chars),
            Err(_) => prop_assert!(!(1..=16_000).contains(&chars)),
        }
    }
}
