//! Tables as text: CSV by RFC 4180, made safe for spreadsheets.

/// One line: each cell in quotes, and one that a spreadsheet would take for a formula behind an apostrophe.
pub fn line(cells: &[String]) -> String {
    let mut line = cells.iter().map(|text| cell(text)).collect::<Vec<_>>().join(",");
    line.push_str("\r\n");
    line
}

fn cell(text: &str) -> String {
    let guard = if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { "'" } else { "" };
    format!("\"{guard}{}\"", text.replace('"', "\"\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_looks_like_a_formula_is_text_and_a_quote_stays_in_its_cell() {
        let cells = ["=HYPERLINK(\"x\")", "+1", "-1", "@a", "Ann, \"Bo\"", "plain"].map(str::to_owned);
        let expected = "\"'=HYPERLINK(\"\"x\"\")\",\"'+1\",\"'-1\",\"'@a\",\"Ann, \"\"Bo\"\"\",\"plain\"\r\n";
        assert_eq!(line(&cells), expected);
    }
}
