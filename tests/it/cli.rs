//! The command line, run as a person would run it, without a server beside it.

mod house;

use std::fs;
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};

use house::House;
pub use house::names;

#[test]
fn the_program_says_its_version_and_what_it_can_do() {
    let house = House::empty();
    assert_eq!(house.run(&["--version"]).out, concat!("parlor ", env!("CARGO_PKG_VERSION"), "\n"));

    let help = house.run(&["--help"]).out;
    for command in ["serve", "user", "invite", "backup", "doctor", "completions", "--demo", "--data-dir"] {
        assert!(help.contains(command), "{command} is missing:\n{help}");
    }
}

#[test]
fn a_command_line_that_cannot_be_understood_ends_with_2_and_a_hint() {
    let house = House::set_up();
    for (args, hint) in [
        (&["--data-dri", "x"][..], "--data-dir"),
        (&["usr"], "user"),
        (&["user", "create"], "<USERNAME>"),
        (&["user", "create", "ruth", "--role", "king"], "user, manager, admin"),
        (&["invite", "--expires", "soon"], "12h or 7d"),
        (&["invite", "--uses", "0"], "--uses"),
    ] {
        let done = house.run(args);
        assert_eq!(done.code, 2, "{args:?}");
        assert!(done.err.contains(hint), "{args:?}: {}", done.err);
    }
}

#[test]
fn a_configuration_that_is_wrong_ends_with_2_one_line_and_nothing_made() {
    for (text, line) in [
        (
            "[limits]\nmesage_chars = 5\n",
            "parlor: parlor.toml:2: there is no setting `limits.mesage_chars`; did you mean `limits.message_chars`?\n",
        ),
        ("listen = 'here'\n", "parlor: parlor.toml:1: `listen` = 'here', but expected "),
        ("listen = ", "parlor: parlor.toml:1: this is not TOML: "),
    ] {
        let house = House::empty();
        fs::write(house.path("parlor.toml"), text).unwrap();
        for args in [&["serve"][..], &["user", "list"], &["backup"]] {
            let done = house.run(args);
            assert_eq!(done.code, 2, "{args:?}: {}", done.err);
            assert!(done.err.starts_with(line), "{}", done.err);
            assert_eq!(done.err.lines().count(), 1, "{}", done.err);
        }
        assert_eq!(names(house.root()), ["parlor.toml"]);
    }
}

#[test]
fn a_data_directory_that_cannot_be_used_ends_with_1_one_line_and_nothing_made() {
    let house = House::empty();
    fs::write(house.path("file"), "").unwrap();
    fs::create_dir(house.path("open")).unwrap();
    fs::set_permissions(house.path("open"), fs::Permissions::from_mode(0o750)).unwrap();

    for (args, line) in [
        (&["serve", "--data-dir", "a/b"][..], "parlor: a/b: there is no directory a to make it in; "),
        (&["serve", "--data-dir", "file"], "parlor: file: this is not a directory; "),
        (&["serve", "--data-dir", "open"], "parlor: open: other users of this machine can get in (its mode is 750); "),
        (&["user", "list", "--data-dir", "open"], "parlor: open: other users of this machine can get in"),
        (&["user", "list"], "parlor: data: there is no such directory; "),
        (&["backup"], "parlor: data: there is no such directory; "),
        (&["invite"], "parlor: data: there is no such directory; "),
    ] {
        let done = house.run(args);
        assert_eq!((done.code, done.out.as_str()), (1, ""), "{args:?}");
        assert!(done.err.starts_with(line), "{args:?}: {}", done.err);
        assert_eq!(done.err.lines().count(), 1, "{}", done.err);
    }
    assert_eq!(names(house.root()), ["file", "open"]);
    assert!(names(&house.path("open")).is_empty());
}

#[test]
fn a_server_finds_the_directory_of_another_locked() {
    let house = House::set_up();
    let _lock = house.lock("4711\n");

    let done = house.run(&["serve"]);

    assert_eq!(done.code, 1);
    assert!(done.err.starts_with("parlor: data: already in use by another Parlor (process 4711); "), "{}", done.err);
    assert_eq!(house.run(&["user", "list"]).code, 0);
}

#[test]
fn a_database_of_another_version_or_program_is_refused_and_left_as_it_is() {
    for (pragma, line) in [
        ("PRAGMA user_version = 4711", "this database has version 4711, and this program knows versions up to "),
        ("PRAGMA application_id = 1", "this is not a database of Parlor"),
    ] {
        let house = House::set_up();
        house.database().execute_batch(pragma).unwrap();
        let before = fs::read(house.path("data/parlor.db")).unwrap();

        for args in [&["user", "list"][..], &["user", "create", "ruth"], &["invite"], &["backup"]] {
            let done = house.run(args);
            assert_eq!(done.code, 1, "{args:?}");
            assert!(done.err.contains(line), "{args:?}: {}", done.err);
        }
        assert_eq!(fs::read(house.path("data/parlor.db")).unwrap(), before);
    }
}

#[test]
fn before_the_server_is_set_up_nobody_is_let_in() {
    let house = House::never_set_up();
    for args in [&["user", "create", "ruth"][..], &["invite"]] {
        let done = house.run(args);
        assert_eq!((done.code, done.out.as_str()), (1, ""));
        assert!(done.err.contains("not set up yet; start `parlor serve`"), "{}", done.err);
    }
}

#[test]
fn a_new_account_gets_a_password_that_is_printed_alone() {
    let house = House::set_up();

    let made = house.run(&["user", "create", "Ruth", "--name", "Ruth Okafor", "--email", "ruth@example.org"]);

    assert_eq!((made.code, made.out.trim_end().len()), (0, 24), "{}", made.err);
    assert!(made.err.contains("made the account of Ruth Okafor (ruth)"), "{}", made.err);
    let stored: String = house.one("SELECT password FROM users WHERE username = 'ruth'");
    assert!(stored.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
    let groups: i64 = house.one("SELECT member_count FROM groups WHERE is_primary = 1");
    assert_eq!(groups, 2);

    let again = house.run(&["user", "create", "ruth"]);
    assert_eq!((again.code, again.out.as_str()), (1, ""));
    assert_eq!(again.err, "parlor: There is an account of this username already.\n");
}

#[test]
fn a_password_from_standard_input_is_taken_and_never_printed() {
    let house = House::set_up();
    let create = &["user", "create", "ruth", "--password-stdin"];

    for weak in ["", "short\n", "password123\n", &"x1".repeat(500)] {
        let refused = house.run_with(create, weak);
        assert_eq!((refused.code, refused.out.as_str()), (1, ""), "{weak:?}");
        assert!(refused.err.starts_with("parlor: 'password' "), "{}", refused.err);
    }
    assert_eq!(house.one::<i64>("SELECT count(*) FROM users"), 1);

    let made = house.run_with(create, "a quiet morning\n");
    assert_eq!((made.code, made.out.as_str()), (0, ""));
    assert!(!made.err.contains("quiet"));
    let reset = house.run_with(&["user", "reset-password", "ruth", "--password-stdin"], "a quiet evening\r\n");
    assert_eq!((reset.code, reset.out.as_str()), (0, ""));
}

#[test]
fn a_reset_password_signs_out_and_a_closed_account_can_be_opened_again() {
    let house = House::set_up();
    house.run(&["user", "create", "ruth"]);
    house.sign_in("ruth");

    let reset = house.run(&["user", "reset-password", "ruth"]);
    assert_eq!((reset.code, reset.out.trim_end().len()), (0, 24), "{}", reset.err);
    assert_eq!(house.one::<i64>("SELECT count(*) FROM sessions"), 0);

    house.sign_in("ruth");
    assert_eq!(house.run(&["user", "deactivate", "ruth"]).code, 0);
    assert_eq!(house.one::<i64>("SELECT count(*) FROM sessions"), 0);
    assert!(house.run(&["user", "list"]).out.contains("closed"));
    assert_eq!(house.run(&["user", "activate", "ruth"]).code, 0);
    assert!(!house.run(&["user", "list"]).out.contains("closed"));

    let last = house.run(&["user", "deactivate", "ines"]);
    assert_eq!(last.code, 1);
    assert!(last.err.contains("last admin"), "{}", last.err);
    let nobody = house.run(&["user", "deactivate", "nobody"]);
    assert_eq!(nobody.err, "parlor: there is no account `nobody`; `parlor user list` shows them all\n");
}

#[test]
fn accounts_are_listed_for_people_and_for_programs() {
    let house = House::set_up();
    house.run(&["user", "create", "ruth", "--name", "Ruth Okafor", "--role", "manager"]);

    let table = house.run(&["user", "list"]).out;
    let rows: Vec<Vec<&str>> = table.lines().map(|line| line.split("  ").map(str::trim).collect()).collect();
    assert!(rows[0].starts_with(&["USERNAME", "NAME"]), "{table}");
    assert!(table.contains("Ruth Okafor") && table.contains("manager"), "{table}");

    let json: serde_json::Value = serde_json::from_str(&house.run(&["user", "list", "--json"]).out).unwrap();
    assert_eq!(json[1]["username"], "ruth");
    assert!(!json.to_string().contains("argon2"));
}

#[test]
fn an_invite_is_a_link_with_the_code_where_no_log_sees_it() {
    let house = House::set_up();
    fs::write(house.path("parlor.toml"), "origin = 'https://chat.example.org'").unwrap();

    let made = house.run(&["invite", "--expires", "12h", "--uses", "1", "--group", "greenhouse"]);

    assert_eq!(made.code, 0, "{}", made.err);
    let code = made.out.trim_end().strip_prefix("https://chat.example.org/invite#").unwrap();
    assert_eq!(code.len(), 43);
    assert!(made.err.contains("for one person, to Greenhouse, until 20"), "{}", made.err);
    let (uses, span): (i64, i64) = (
        house.one("SELECT max_uses FROM group_invites"),
        house.one("SELECT expires_at - created_at FROM group_invites"),
    );
    assert_eq!((uses, span), (1, 12 * 3_600_000));

    let nowhere = house.run(&["invite", "--group", "Cellar"]);
    assert_eq!((nowhere.code, nowhere.err.as_str()), (1, "parlor: there is no group called `Cellar`\n"));
}

#[test]
fn a_backup_is_one_file_for_its_owner_and_never_replaces_another() {
    let house = House::set_up();

    let named = house.run(&["backup", "friday.db"]);
    assert_eq!((named.code, named.out.as_str()), (0, "friday.db\n"), "{}", named.err);
    assert_eq!(fs::metadata(house.path("friday.db")).unwrap().mode() & 0o777, 0o600);
    let again = house.run(&["backup", "friday.db"]);
    assert_eq!((again.code, again.out.as_str()), (1, ""));

    let unnamed = house.run(&["backup"]);
    let path = house.path(unnamed.out.trim_end());
    assert!(unnamed.out.starts_with("data/backups/parlor-20") && path.is_file(), "{}", unnamed.out);
    assert_eq!(fs::metadata(path.parent().unwrap()).unwrap().mode() & 0o777, 0o700);
    assert_eq!(house.run(&["backup", "nowhere/friday.db"]).code, 1);
}

#[test]
fn a_healthy_server_is_found_healthy_without_being_changed() {
    let house = House::set_up();
    let before = fs::read(house.path("data/parlor.db")).unwrap();

    let done = house.run(&["doctor"]);

    assert_eq!(done.code, 0, "{}{}", done.out, done.err);
    for check in ["configuration", "data directory", "disk", "database", "references", "log", "set up", "clock"] {
        assert!(done.out.contains(&format!(" {check} ")), "{check} is missing:\n{}", done.out);
    }
    assert!(!done.out.contains("BAD"));
    assert_eq!(fs::read(house.path("data/parlor.db")).unwrap(), before);
    let json: serde_json::Value = serde_json::from_str(&house.run(&["doctor", "--json"]).out).unwrap();
    assert_eq!(json[0]["verdict"], "good");
}

#[test]
fn what_is_wrong_is_found_and_named_with_the_remedy() {
    type Harm = fn(&House);
    let harms: [(Harm, &str); 5] = [
        (|house| fs::write(house.path("parlor.toml"), "colour = 1").unwrap(), "there is no setting `colour`"),
        (House::damage, "keep this file aside"),
        (House::orphan_a_row, "rows of group_members refer to others that are not there"),
        (|house| house.database().execute_batch("PRAGMA journal_mode = DELETE").unwrap(), "kept as `delete`"),
        (|house| house.open_to_others("data/parlor.db"), "chmod go= data/parlor.db"),
    ];
    for (harm, remedy) in harms {
        let house = House::set_up();
        harm(&house);
        let done = house.run(&["doctor"]);
        assert_eq!(done.code, 1, "{}", done.out);
        let bad: Vec<&str> = done.out.lines().filter(|line| line.starts_with("BAD")).collect();
        assert!(bad.len() == 1 && bad[0].contains(remedy), "{remedy}:\n{}", done.out);
    }
}

#[test]
fn a_shell_learns_the_commands() {
    let house = House::empty();
    for shell in ["bash", "zsh", "fish"] {
        let done = house.run(&["completions", shell]);
        assert_eq!(done.code, 0);
        assert!(done.out.contains("reset-password"), "{shell}");
    }
}
