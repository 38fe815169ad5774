//! Who is in the example team.

use crate::domain::{ServerRole, WorkspaceRole};

/// Somebody of the team.
pub struct Resident {
    pub username: &'static str,
    pub name: &'static str,
    pub bio: &'static str,
    pub server_role: ServerRole,
    pub role: WorkspaceRole,
    /// Emoji, text, and the minutes after which it ends.
    pub status: Option<(&'static str, &'static str, Option<u64>)>,
    pub is_busy: bool,
    /// What was said since then is unread.
    pub was_here_mins_ago: u64,
}

const MEMBER: Resident = Resident {
    username: "",
    name: "",
    bio: "",
    server_role: ServerRole::User,
    role: WorkspaceRole::Member,
    status: None,
    is_busy: false,
    was_here_mins_ago: 0,
};

/// The first of them is who most people will want to be.
pub const RESIDENTS: &[Resident] = &[
    Resident {
        username: "ines",
        name: "Ines Duarte",
        bio: "Keeps the roof on and the keys sorted. Ask me about ladders.",
        server_role: ServerRole::Admin,
        role: WorkspaceRole::Owner,
        status: Some(("🪜", "On a ladder, back for tea", Some(150))),
        was_here_mins_ago: 75,
        ..MEMBER
    },
    Resident {
        username: "ruth",
        name: "Ruth Okafor",
        bio: "Seedlings, soup, second opinions.",
        role: WorkspaceRole::Moderator,
        status: Some(("🌧️", "Feeding seedlings", None)),
        was_here_mins_ago: 4,
        ..MEMBER
    },
    Resident {
        username: "tomasz",
        name: "Tomasz Wilk",
        bio: "If it has a relay, it was probably me.",
        status: Some(("🎧", "Heads down, wave if it smokes", Some(200))),
        is_busy: true,
        was_here_mins_ago: 20,
        ..MEMBER
    },
    Resident {
        username: "noor",
        name: "Noor Haddad",
        bio: "Treasurer by accident, potter on purpose.",
        server_role: ServerRole::Manager,
        role: WorkspaceRole::Admin,
        was_here_mins_ago: 2,
        ..MEMBER
    },
    Resident {
        username: "mateo",
        name: "Mateo Ruiz",
        bio: "Learning to solder. Sorry about the table.",
        was_here_mins_ago: 10,
        ..MEMBER
    },
    Resident {
        username: "aiko",
        name: "Aiko Tanaka",
        bio: "Joinery, glazes, long walks.",
        status: Some(("🏺", "Glazing, hands full", Some(90))),
        was_here_mins_ago: 15,
        ..MEMBER
    },
    Resident {
        username: "lena",
        name: "Lena Brandt",
        bio: "Bread on Wednesdays, bikes on Saturdays.",
        status: Some(("🍞", "Back when the bread is out", None)),
        was_here_mins_ago: 60 * 5,
        ..MEMBER
    },
    Resident {
        username: "samuel",
        name: "Samuel Adeyemi",
        bio: "Tool library on Tuesdays and Fridays. Everything comes back, eventually.",
        was_here_mins_ago: 60 * 20,
        ..MEMBER
    },
];
