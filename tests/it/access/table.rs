//! The table, read from the document.

/// One row: what is tried, about what, and what comes of it for each actor.
#[derive(Clone)]
pub struct Row {
    /// `GET /api/v1/groups`, or `ws ping`.
    pub operation: String,
    pub about: String,
    cells: Vec<(String, String)>,
}

impl Row {
    /// Actors and what they should get.
    pub fn cells(&self) -> impl Iterator<Item = (&str, &str)> {
        self.cells.iter().map(|(actor, cell)| (actor.as_str(), cell.as_str()))
    }

    /// The websocket action, if it is one.
    pub fn action(&self) -> Option<&str> {
        self.operation.strip_prefix("ws ")
    }

    /// Whether each actor needs something of their own to try it on.
    pub fn is_about_the_actor(&self) -> bool {
        ["own", "oneself", "closed account"].iter().any(|word| self.about.contains(word))
    }
}

pub fn rows() -> Vec<Row> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/access.md");
    let document = std::fs::read_to_string(path).unwrap();
    let (_, table) = document.split_once("## The table").expect("the document has its table");
    let mut lines = table.lines().filter(|line| line.starts_with('|')).map(fields);
    let head = lines.next().unwrap();
    let rows = lines.skip(1).map(|fields| {
        assert_eq!(fields.len(), head.len(), "{fields:?}");
        let cells = head.iter().zip(&fields).skip(2).map(|(actor, cell)| (actor.clone(), cell.clone()));
        Row { operation: fields[0].trim_matches('`').to_owned(), about: fields[1].clone(), cells: cells.collect() }
    });
    rows.collect()
}

fn fields(line: &str) -> Vec<String> {
    line.trim_matches('|').split('|').map(|field| field.trim().to_owned()).collect()
}

/// The websocket's actions, as the server's source lists them.
pub fn actions() -> impl Iterator<Item = &'static str> {
    let source = include_str!("../../../src/web/gateway/frame.rs");
    let (_, list) = source.split_once("pub const ACTIONS").expect("the source lists its actions");
    let (list, _) = list.split_once("];").unwrap();
    let (_, list) = list.rsplit_once('[').unwrap();
    list.split('"').skip(1).step_by(2)
}
