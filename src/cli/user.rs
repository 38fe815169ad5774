//! `parlor user`.

use std::io::{self, IsTerminal as _, Read as _};

use clap::Subcommand;
use clap::builder::{PossibleValuesParser, TypedValueParser as _};

use super::{Failure, Result, Whereabouts, answer, explain};
use crate::commands::operator::{self, NewAccount};
use crate::commands::passwords::{self, Passwords};
use crate::domain::{Account, DisplayName, Email, Password, ServerRole, Username};
use crate::error::Error;

#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(subcommand)]
    command: Command,
    #[command(flatten)]
    at: Whereabouts,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Make an account; prints the password unless it was given
    Create(Create),
    /// Give somebody a new password and sign all their devices out; prints it unless it was given
    ResetPassword {
        #[command(flatten)]
        login: Login,
        #[command(flatten)]
        password: GivenPassword,
    },
    /// Close an account and sign all its devices out; what the person wrote stays
    Deactivate(Login),
    /// Open a closed account again
    Activate(Login),
    /// List all accounts by name
    List {
        /// Print a JSON array
        #[arg(long)]
        json: bool,
    },
}

#[derive(Debug, clap::Args)]
struct Create {
    /// 3 to 32 of a-z, 0-9, '.', '_' and '-'
    username: String,
    /// The name that others read; without it the username
    #[arg(long)]
    name: Option<String>,
    #[arg(long, value_name = "ADDRESS")]
    email: Option<String>,
    /// What the person may do on the server: a manager looks after people and invites, an admin after the server too
    #[arg(long, default_value = "user", value_parser = PossibleValuesParser::new(["user", "manager", "admin"]).try_map(role))]
    role: ServerRole,
    #[command(flatten)]
    password: GivenPassword,
}

#[derive(Debug, clap::Args)]
struct Login {
    /// Username or e-mail address
    #[arg(value_name = "USERNAME")]
    login: String,
}

#[derive(Debug, clap::Args)]
struct GivenPassword {
    /// Read the password from standard input instead of making one up
    #[arg(long)]
    password_stdin: bool,
}

pub fn run(args: Args) -> Result<()> {
    let Args { command, at } = args;
    match command {
        Command::Create(create) => self::create(create, &at),
        Command::ResetPassword { login, password } => reset_password(&login, &password, &at),
        Command::Deactivate(login) => set_active(&login, false, &at),
        Command::Activate(login) => set_active(&login, true, &at),
        Command::List { json } => list(json, &at),
    }
}

fn create(args: Create, at: &Whereabouts) -> Result<()> {
    let new = NewAccount {
        name: DisplayName::parse(args.name.as_deref().unwrap_or(&args.username))?,
        username: Username::parse(&args.username)?,
        email: args.email.as_deref().map(Email::parse).transpose()?,
        server_role: args.role,
    };
    let (_, store) = at.store_in_use()?;
    let given = args.password.read()?;
    let password = given.clone().unwrap_or_else(passwords::generated);
    let made = operator::create_user(&store, &Passwords::new(1, 0), new, &password)?;
    explain(&format!("made the account of {} ({})", made.name, made.username));
    hand_over(given, &password)
}

fn reset_password(login: &Login, password: &GivenPassword, at: &Whereabouts) -> Result<()> {
    let (_, store) = at.store()?;
    let given = password.read()?;
    let password = given.clone().unwrap_or_else(passwords::generated);
    let account = operator::set_password(&store, &Passwords::new(1, 0), &login.login, &password)
        .map_err(|error| login.failure(error))?;
    let still_closed = if account.is_active { "" } else { "; the account is still closed: parlor user activate" };
    explain(&format!("{} has a new password and is signed out everywhere{still_closed}", named(&account)));
    hand_over(given, &password)
}

fn set_active(login: &Login, is_active: bool, at: &Whereabouts) -> Result<()> {
    let (_, store) = at.store()?;
    let (account, has_changed) =
        operator::set_active(&store, &login.login, is_active).map_err(|error| login.failure(error))?;
    let state = match (is_active, has_changed) {
        (true, true) => "can sign in again",
        (true, false) => "could sign in already; nothing was changed",
        (false, true) => "is signed out everywhere and can no longer sign in",
        (false, false) => "was closed already; nothing was changed",
    };
    explain(&format!("{} {state}", named(&account)));
    Ok(())
}

fn list(json: bool, at: &Whereabouts) -> Result<()> {
    let (_, store) = at.store()?;
    let accounts = operator::list(&store)?;
    if json {
        return answer(serde_json::to_string_pretty(&accounts).map_err(Failure::refused)?);
    }
    let mut rows = vec![["USERNAME", "NAME", "E-MAIL", "ROLE", "STATE", "LAST SIGN-IN"].map(str::to_owned)];
    rows.extend(accounts.iter().map(|account| {
        [
            account.username.clone(),
            account.name.clone(),
            account.email.clone().unwrap_or_else(|| "-".to_owned()),
            account.server_role.as_str().to_owned(),
            if account.is_active { "open" } else { "closed" }.to_owned(),
            account.last_login_at.map_or_else(|| "never".to_owned(), |at| at.to_string()),
        ]
    }));
    answer(table(&rows))
}

/// Columns as wide as their widest cell, two spaces apart.
fn table<const N: usize>(rows: &[[String; N]]) -> String {
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0);
    let widths: [usize; N] = std::array::from_fn(width);
    let line = |row: &[String; N]| {
        let cells = row.iter().zip(widths).map(|(cell, width)| format!("{cell:width$}"));
        cells.collect::<Vec<_>>().join("  ").trim_end().to_owned()
    };
    rows.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// Prints a password that was made up here; one that was given is known already.
fn hand_over(given: Option<Password>, password: &Password) -> Result<()> {
    match given {
        Some(_) => Ok(()),
        None => {
            explain("this password is shown only now; hand it over in private:");
            answer(password.reveal())
        }
    }
}

fn named(account: &Account) -> String {
    format!("{} ({})", account.name, account.username)
}

impl Login {
    fn failure(&self, error: Error) -> Failure {
        match error {
            Error::NotFound("account") => Failure::refused(format!(
                "there is no account `{}`; `parlor user list` shows them all",
                self.login.escape_debug()
            )),
            other => other.into(),
        }
    }
}

impl GivenPassword {
    /// The first line of standard input, if the password is to come from there.
    fn read(&self) -> Result<Option<Password>> {
        if !self.password_stdin {
            return Ok(None);
        }
        if io::stdin().is_terminal() {
            explain("type the password and press Enter, then Ctrl-D; it will be seen on the screen");
        }
        let mut text = String::new();
        // A little more than the longest password, so that a longer one is refused and not cut.
        let most = Password::MAX_BYTES as u64 + 16;
        io::stdin()
            .take(most)
            .read_to_string(&mut text)
            .map_err(|error| Failure::refused(format!("the password cannot be read from standard input: {error}")))?;
        let line = text.split(['\r', '\n']).next().unwrap_or_default();
        Ok(Some(Password::parse("password", line)?))
    }
}

fn role(word: String) -> std::result::Result<ServerRole, &'static str> {
    ServerRole::from_word(&word).ok_or("expected user, manager or admin")
}
