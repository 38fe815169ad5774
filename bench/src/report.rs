//! What was measured, as a table for people and as JSON for programs.

use std::fmt::Write as _;
use std::path::Path;

use serde_json::{Map, Value, json};

use crate::Result;
use crate::stats::Latencies;

/// One column: a thing that was measured, under certain circumstances.
pub struct Case {
    name: String,
    /// Label and unit, and the value, in the order in which they are shown.
    figures: Vec<(&'static str, f64)>,
}

impl Case {
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), figures: Vec::new() }
    }

    /// A figure; its label ends in its unit, if it has one.
    pub fn figure(mut self, label: &'static str, value: f64) -> Self {
        self.figures.push((label, value));
        self
    }

    pub fn latencies(self, of: &Latencies) -> Self {
        self.figure("p50 ms", of.quantile_ms(0.5))
            .figure("p95 ms", of.quantile_ms(0.95))
            .figure("p99 ms", of.quantile_ms(0.99))
            .figure("max ms", of.max_ms())
    }

    pub fn value(&self, label: &str) -> Option<f64> {
        self.figures.iter().find(|(known, _)| *known == label).map(|(_, value)| *value)
    }
}

/// Everything that a run measured.
pub struct Report {
    title: String,
    cases: Vec<Case>,
}

impl Report {
    pub fn new(title: impl Into<String>) -> Self {
        Self { title: title.into(), cases: Vec::new() }
    }

    pub fn add(&mut self, case: Case) {
        self.cases.push(case);
    }

    /// A table with a row for each figure and a column for each case.
    pub fn table(&self) -> String {
        let mut labels: Vec<&str> = Vec::new();
        for (label, _) in self.cases.iter().flat_map(|case| &case.figures) {
            if !labels.contains(label) {
                labels.push(label);
            }
        }
        let first = labels.iter().map(|label| label.len()).max().unwrap_or(0);
        let mut text = format!("{}\n{:first$}", self.title, "");
        for case in &self.cases {
            let _ = write!(text, "  {:>width$}", case.name, width = width(case));
        }
        for label in labels {
            let _ = write!(text, "\n{label:first$}");
            for case in &self.cases {
                let value = case.value(label).map_or_else(String::new, readable);
                let _ = write!(text, "  {value:>width$}", width = width(case));
            }
        }
        text
    }

    /// # Errors
    /// When the file cannot be written.
    pub fn write_json(&self, file: &Path) -> Result<()> {
        let cases: Vec<Value> = self
            .cases
            .iter()
            .map(|case| {
                let figures: Map<String, Value> =
                    case.figures.iter().map(|(label, value)| ((*label).to_owned(), json!(value))).collect();
                json!({ "case": case.name, "figures": figures })
            })
            .collect();
        let cores = std::thread::available_parallelism().map_or(0, usize::from);
        let all = json!({ "title": self.title, "cores": cores, "cases": cases });
        std::fs::write(file, serde_json::to_string_pretty(&all)? + "\n")?;
        Ok(())
    }
}

fn width(case: &Case) -> usize {
    case.name.chars().count().max(11)
}

/// Three or more digits that count, and no more.
fn readable(value: f64) -> String {
    let size = value.abs();
    if size >= 1000.0 {
        let whole = format!("{:.0}", value.round());
        let mut grouped = String::new();
        for (at, digit) in whole.chars().enumerate() {
            if at > 0 && (whole.len() - at).is_multiple_of(3) && !grouped.ends_with('-') {
                grouped.push(',');
            }
            grouped.push(digit);
        }
        grouped
    } else if size >= 100.0 || value.fract() == 0.0 {
        format!("{value:.0}")
    } else if size >= 10.0 {
        format!("{value:.1}")
    } else {
        format!("{value:.3}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_readable() {
        let said = [1_234_567.0, 999.6, 42.42, 0.1234, 3.0].map(readable);
        assert_eq!(said, ["1,234,567", "1000", "42.4", "0.123", "3"]);
    }
}
