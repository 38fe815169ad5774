//! The types a setting may have: how each is read from text and written in TOML.

use std::fmt::Display;
use std::net::SocketAddr;
use std::ops::RangeInclusive;
use std::path::PathBuf;

use super::{LogFilter, Networks, Origin};

/// How a value is written in TOML. Text from a variable or a flag needs no quotes, and the
/// items of a list are separated by commas there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    Text,
    Number,
    Flag,
    List,
}

/// A type of setting.
pub trait Value: Sized + PartialOrd {
    const SHAPE: Shape;

    /// `None` when the text is not such a value.
    fn parse(text: &str) -> Option<Self>;

    /// What is expected of a value, for the end of "…, but expected …".
    fn expected(range: Option<&RangeInclusive<Self>>) -> String;

    /// As it would be written in TOML; `None` for the absence of a value.
    fn shown(&self) -> Option<String>;
}

/// Whole numbers. Underscores may group the digits, as in TOML.
macro_rules! whole_numbers {
    ($($ty:ty),+) => { $(
        impl Value for $ty {
            const SHAPE: Shape = Shape::Number;

            fn parse(text: &str) -> Option<Self> {
                let digits_only = !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit() || b == b'_');
                text.replace('_', "").parse().ok().filter(|_| digits_only)
            }

            fn expected(range: Option<&RangeInclusive<Self>>) -> String {
                match range {
                    Some(range) => format!("a whole number from {} to {}", range.start(), range.end()),
                    None => "a whole number".to_owned(),
                }
            }

            fn shown(&self) -> Option<String> {
                Some(grouped(&self.to_string()))
            }
        }
    )+ };
}

whole_numbers!(u32, usize);

/// `262144` -> `262_144`; four digits stay together.
fn grouped(digits: &str) -> String {
    if digits.len() <= 4 {
        return digits.to_owned();
    }
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push('_');
        }
        out.push(digit);
    }
    out
}

impl Value for bool {
    const SHAPE: Shape = Shape::Flag;

    fn parse(text: &str) -> Option<Self> {
        text.parse().ok()
    }

    fn expected(_: Option<&RangeInclusive<Self>>) -> String {
        "true or false".to_owned()
    }

    fn shown(&self) -> Option<String> {
        Some(self.to_string())
    }
}

/// Types that are a string in TOML and have no range.
macro_rules! texts {
    ($($ty:ty: $expected:literal, $parse:expr, $shown:expr;)+) => { $(
        impl Value for $ty {
            const SHAPE: Shape = Shape::Text;

            fn parse(text: &str) -> Option<Self> {
                let parse: fn(&str) -> Option<Self> = $parse;
                parse(text)
            }

            fn expected(_: Option<&RangeInclusive<Self>>) -> String {
                $expected.to_owned()
            }

            fn shown(&self) -> Option<String> {
                let text: fn(&Self) -> String = $shown;
                Some(quoted(&text(self)))
            }
        }
    )+ };
}

texts! {
    SocketAddr: "an IP address and a port, such as \"127.0.0.1:8080\" or \"[::]:8080\"",
        |text| text.parse().ok(), Self::to_string;
    PathBuf: "the path of a directory",
        |text| Some(text).filter(|text| !text.is_empty() && !text.contains('\0')).map(PathBuf::from),
        |path| path.display().to_string();
    LogFilter: "a filter such as \"info\" or \"warn,parlor::web=debug\"",
        Self::parse, Self::to_string;
    LogFormat: "\"text\" or \"json\"",
        Self::parse, Self::to_string;
}

impl Value for Option<Origin> {
    const SHAPE: Shape = Shape::Text;

    fn parse(text: &str) -> Option<Self> {
        Origin::parse(text).map(Some)
    }

    fn expected(_: Option<&RangeInclusive<Self>>) -> String {
        "an address such as \"https://chat.example.org\", without a path".to_owned()
    }

    fn shown(&self) -> Option<String> {
        self.as_ref().map(|origin| quoted(&origin.to_string()))
    }
}

impl Value for Networks {
    const SHAPE: Shape = Shape::List;

    fn parse(text: &str) -> Option<Self> {
        Networks::parse(text)
    }

    fn expected(_: Option<&RangeInclusive<Self>>) -> String {
        "addresses or networks, such as \"10.0.0.2\" or \"10.0.0.0/8\", \
         with no bit set beyond the length"
            .to_owned()
    }

    fn shown(&self) -> Option<String> {
        let items: Vec<String> = self.iter().map(|network| quoted(&network.to_string())).collect();
        Some(format!("[{}]", items.join(", ")))
    }
}

/// How log lines are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd)]
pub enum LogFormat {
    Text,
    Json,
}

impl LogFormat {
    fn parse(text: &str) -> Option<Self> {
        match text {
            "text" => Some(Self::Text),
            "json" => Some(Self::Json),
            _ => None,
        }
    }
}

impl Display for LogFormat {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Text => "text",
            Self::Json => "json",
        })
    }
}

/// A TOML string.
fn quoted(text: &str) -> String {
    toml::Value::from(text).to_string()
}
