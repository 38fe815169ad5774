//! The TOML file, flattened into settings with the lines they stand on.

use std::fs;
use std::path::Path;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::settings::{self, SECTIONS, Setting};
use super::value::Shape;
use super::{ConfigError, Place};

/// A setting that the file gives.
pub struct Entry {
    pub setting: &'static Setting,
    /// What is parsed: a string without its quotes, the items of a list joined by commas.
    pub text: String,
    /// The value as the file has it.
    pub shown: String,
    pub place: Place,
}

/// All settings in the file, in no particular order; TOML itself refuses a key given twice.
///
/// # Errors
/// When the file cannot be read, is not TOML, names an unknown key, or has a value of
/// another shape (a string for a number). Ranges are not checked here.
pub fn read(path: &Path) -> Result<Vec<Entry>, ConfigError> {
    let text = fs::read_to_string(path).map_err(|source| ConfigError::Unreadable { path: path.to_owned(), source })?;
    let file = File { path, text: &text };
    let table = DeTable::parse(&text).map_err(|error| ConfigError::Syntax {
        place: file.place(error.span().map_or(0, |span| span.start)),
        why: error.message().to_owned(),
    })?;
    let mut entries = Vec::new();
    file.flatten("", table.get_ref(), &mut entries)?;
    Ok(entries)
}

struct File<'a> {
    path: &'a Path,
    text: &'a str,
}

impl File<'_> {
    /// The line on which this byte stands.
    fn place(&self, at: usize) -> Place {
        let before = &self.text.as_bytes()[..at.min(self.text.len())];
        let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
        Place::File(self.path.to_owned(), line)
    }

    /// Goes at most one table deep, since a table is only entered when it is a section.
    fn flatten(&self, prefix: &str, table: &DeTable, into: &mut Vec<Entry>) -> Result<(), ConfigError> {
        for (name, value) in table {
            let key = format!("{prefix}{}", name.get_ref());
            let place = self.place(name.span().start);
            let is_section = SECTIONS.iter().any(|(section, _)| *section == key);
            match (settings::by_key(&key), value.get_ref()) {
                (Some(setting), _) => into.push(self.entry(setting, value, place)?),
                (None, DeValue::Table(inner)) if is_section => self.flatten(&format!("{key}."), inner, into)?,
                (None, _) if is_section => {
                    return Err(ConfigError::Value {
                        place,
                        value: self.shown(value),
                        expected: format!("a section, written [{key}]"),
                        key,
                    });
                }
                (None, _) => return Err(ConfigError::unknown_key(place, &key)),
            }
        }
        Ok(())
    }

    fn entry(&self, setting: &'static Setting, value: &Spanned<DeValue>, place: Place) -> Result<Entry, ConfigError> {
        let shown = self.shown(value);
        let text = match text_of(setting.shape, value.get_ref()) {
            Some(text) => text,
            None => return Err(ConfigError::value(place, setting, &shown)),
        };
        Ok(Entry { setting, text, shown, place })
    }

    fn shown(&self, value: &Spanned<DeValue>) -> String {
        self.text.get(value.span()).unwrap_or_default().to_owned()
    }
}

/// `None` when the value has another shape.
fn text_of(shape: Shape, value: &DeValue) -> Option<String> {
    match (shape, value) {
        (Shape::Text, DeValue::String(text)) => Some(text.to_string()),
        (Shape::Flag, DeValue::Boolean(flag)) => Some(flag.to_string()),
        (Shape::Number, DeValue::Integer(number)) => {
            let number = i128::from_str_radix(number.as_str(), number.radix()).ok()?;
            Some(number.to_string())
        }
        (Shape::List, DeValue::Array(items)) => {
            let items: Option<Vec<&str>> = items.iter().map(|item| item.get_ref().as_str()).collect();
            Some(items?.join(","))
        }
        _ => None,
    }
}
