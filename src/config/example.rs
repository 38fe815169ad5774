//! `config.example.toml`, written from the table.

use super::settings::{self, SECTIONS, Setting};
use super::{Config, DEFAULT_FILE};

/// What stands beside a setting without a default.
const NO_DEFAULT: &str = "\"https://chat.example.org\"";

/// Every setting with its description and its default, commented out: the whole text of
/// `config.example.toml`.
pub fn example() -> String {
    let mut out = format!(
        "# Every setting of Parlor with its default. Copy this file to `{DEFAULT_FILE}` in the working\n\
         # directory, or name it with `--config`, and take the # away where you want another value.\n\
         #\n\
         # A variable wins over the file: `limits.message_chars` is PARLOR_LIMITS_MESSAGE_CHARS there.\n\
         # A flag wins over both: --listen, --data-dir and a few more; see `parlor serve --help`.\n"
    );
    for setting in settings::ALL.iter().filter(|setting| !setting.key.contains('.')) {
        write(&mut out, setting, setting.key);
    }
    for (section, doc) in SECTIONS {
        out.push_str("\n\n");
        comment(&mut out, doc);
        out.push_str(&format!("[{section}]\n"));
        for setting in settings::ALL {
            if let Some(name) = setting.key.strip_prefix(section).and_then(|key| key.strip_prefix('.')) {
                write(&mut out, setting, name);
            }
        }
    }
    out
}

fn write(out: &mut String, setting: &Setting, name: &str) {
    out.push('\n');
    comment(out, setting.doc);
    match (setting.shown)(&Config::default()) {
        Some(value) => out.push_str(&format!("# {name} = {value}\n")),
        None => out.push_str(&format!("# {name} = {NO_DEFAULT}  # no default\n")),
    }
}

fn comment(out: &mut String, lines: &[&str]) {
    for line in lines {
        out.push_str(&format!("#{}\n", line.trim_end()));
    }
}
