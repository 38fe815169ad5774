//! `users`: accounts.

use super::access::ActiveUser;
use super::db::{Param, Row, Tx, WriteTx, statements};
use super::status;
use crate::domain::people::Profile;
use crate::domain::text::fold;
use crate::domain::{
    Account, Bio, DisplayName, Email, Me, Notifications, ServerRole, Timestamp, User, UserId, Username,
};
use crate::error::{Error, Result};

/// The columns of a [`User`], read by [`user`].
macro_rules! user_columns {
    () => {
        "u.id, u.username, u.name, u.bio, u.is_active, u.created_at"
    };
}
pub(super) use user_columns;

/// How many columns those are.
pub(super) const USER_COLUMNS: usize = 6;

statements! {
    BY_ID = concat!("SELECT ", user_columns!(), " FROM users u WHERE u.id = $1");

    PROFILE = concat!("SELECT ", user_columns!(), ", ", status::chosen_columns!(),
        " FROM users u JOIN user_status st ON st.user_id = u.id WHERE u.id = $1");

    ME = concat!("SELECT u.id, u.username, u.name, u.email, u.bio, u.server_role, u.created_at, ", status::chosen_columns!(),
        ", u.keywords, st.quiet_hours FROM users u JOIN user_status st ON st.user_id = u.id WHERE u.id = $1");

    /// The directory, by name: who shares a workspace with the asker (a guest: a group). Rides on users_by_name.
    DIRECTORY = concat!("SELECT ", user_columns!(), ", ", status::chosen_columns!(), ", u.name_key
           FROM users u JOIN user_status st ON st.user_id = u.id
          WHERE (u.name_key, u.id) > ($1, $2)
            AND (u.name_key LIKE $3 ESCAPE '\\' OR u.username LIKE $3 ESCAPE '\\')
            AND (EXISTS (SELECT 1 FROM workspace_members mine JOIN workspace_members theirs
                             ON theirs.workspace_id = mine.workspace_id AND theirs.user_id = u.id
                          WHERE mine.user_id = $4 AND mine.role <> 'guest')
                 OR EXISTS (SELECT 1 FROM group_members mine JOIN group_members theirs
                             ON theirs.group_id = mine.group_id AND theirs.user_id = u.id
                          WHERE mine.user_id = $4))
          ORDER BY u.name_key, u.id
          LIMIT $5");

    /// All accounts, by name. Rides on users_by_name.
    ACCOUNTS = "SELECT u.id, u.username, u.name, u.email, u.server_role, u.is_active, u.created_at, u.last_login_at, u.name_key
                  FROM users u
                 WHERE (u.name_key, u.id) > ($1, $2)
                   AND (u.name_key LIKE $3 ESCAPE '\\' OR u.username LIKE $3 ESCAPE '\\' OR u.email LIKE $3 ESCAPE '\\')
                 ORDER BY u.name_key, u.id
                 LIMIT $4";

    ACCOUNT = "SELECT u.id, u.username, u.name, u.email, u.server_role, u.is_active, u.created_at, u.last_login_at, u.name_key
                 FROM users u WHERE u.id = $1";

    CREDENTIALS = "SELECT id, password, is_active AND NOT is_banned FROM users WHERE username = $1";
    CREDENTIALS_BY_EMAIL = "SELECT id, password, is_active AND NOT is_banned FROM users WHERE email = $1";
    CREDENTIALS_BY_ID = "SELECT id, password, is_active AND NOT is_banned FROM users WHERE id = $1";

    USERNAME_EXISTS = "SELECT id FROM users WHERE username = $1";
    EMAIL_EXISTS = "SELECT id FROM users WHERE email = $1";
    EMAIL_OF = "SELECT email FROM users WHERE id = $1";
    IS_ACTIVE = "SELECT is_active AND NOT is_banned FROM users WHERE id = $1";
    ANYBODY = "SELECT 1 FROM users LIMIT 1";
    FIRST_ADMIN = "SELECT id FROM users WHERE server_role = 'admin' AND is_active AND NOT is_banned ORDER BY id LIMIT 1";
    OTHER_ADMIN = "SELECT 1 FROM users WHERE server_role = 'admin' AND is_active AND id <> $1 LIMIT 1";

    INSERT = "INSERT INTO users (id, name, name_key, username, email, password, server_role, created_at, updated_at)
              VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $8)";
    INSERT_STATUS = "INSERT INTO user_status (user_id, updated_at) VALUES ($1, $2)";

    SET_PROFILE = "UPDATE users SET name = $1, name_key = $2, username = $3, email = $4, bio = $5, updated_at = $6 WHERE id = $7";
    SET_KEYWORDS = "UPDATE users SET keywords = $1, updated_at = $2 WHERE id = $3";
    SET_PASSWORD = "UPDATE users SET password = $1, updated_at = $2 WHERE id = $3";
    SET_LAST_LOGIN = "UPDATE users SET last_login_at = $1 WHERE id = $2";
    SET_ACTIVE = "UPDATE users SET is_active = $1, updated_at = $2 WHERE id = $3";
    SET_SERVER_ROLE = "UPDATE users SET server_role = $1, updated_at = $2 WHERE id = $3";
}

/// Reads the columns of `user_columns!` from `row`, the first of them being `at`.
pub(super) fn user_at(row: &Row<'_>, at: usize) -> Result<User> {
    Ok(User {
        id: row.get(at)?,
        username: row.get(at + 1)?,
        name: row.get(at + 2)?,
        bio: row.get(at + 3)?,
        is_active: row.get(at + 4)?,
        created_at: row.get(at + 5)?,
    })
}

pub(super) fn user(row: &Row<'_>) -> Result<User> {
    user_at(row, 0)
}

fn profile(row: &Row<'_>) -> Result<Profile> {
    let user = user(row)?;
    let chosen = status::chosen_at(row, user.id, USER_COLUMNS)?;
    Ok(Profile { user, chosen })
}

/// Somebody, for those who were found to know them.
pub fn by_id(tx: &Tx<'_>, id: UserId) -> Result<User> {
    tx.query_opt(BY_ID, &[&id], user)?.ok_or(Error::NotFound("person"))
}

/// For who was proved to know the person.
pub fn profile_of(tx: &Tx<'_>, known: &super::access::Acquaintance) -> Result<Profile> {
    tx.query_opt(PROFILE, &[&known.other()], profile)?.ok_or(Error::NotFound("person"))
}

pub fn is_active(tx: &Tx<'_>, id: UserId) -> Result<bool> {
    Ok(tx.query_opt(IS_ACTIVE, &[&id], |row| row.get(0))?.unwrap_or(false))
}

/// The asker.
pub fn me(tx: &Tx<'_>, who: &ActiveUser) -> Result<Me> {
    me_by_id(tx, who.user())
}

pub fn me_by_id(tx: &Tx<'_>, id: UserId) -> Result<Me> {
    tx.query_opt(ME, &[&id], |row| {
        let chosen = status::chosen_at(row, row.get(0)?, 7)?;
        Ok(Me {
            id: row.get(0)?,
            username: row.get(1)?,
            name: row.get(2)?,
            email: row.get(3)?,
            bio: row.get(4)?,
            server_role: row.get(5)?,
            created_at: row.get(6)?,
            status: chosen.seen_by_self(tx.settled()),
            notifications: notifications(row, 7 + status::CHOSEN_COLUMNS)?,
        })
    })?
    .ok_or(Error::Unauthenticated)
}

/// Reads `keywords` and `quiet_hours`, the first of them being `at`.
fn notifications(row: &Row<'_>, at: usize) -> Result<Notifications> {
    let keywords = serde_json::from_str(&row.get::<String>(at)?).map_err(Error::internal)?;
    let quiet_hours = row.get::<Option<String>>(at + 1)?.as_deref().map(status::quiet_hours).transpose()?;
    Ok(Notifications { keywords, quiet_hours })
}

/// Sets the words that call the asker.
pub fn set_keywords(tx: &WriteTx<'_>, who: &ActiveUser, words: &[String]) -> Result<()> {
    let json = serde_json::to_string(words).map_err(Error::internal)?;
    tx.execute(SET_KEYWORDS, &[&json, &tx.now(), &who.user()]).map(|_| ())
}

/// Where to go on in a list by name: after this name and id.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NameCursor {
    pub name_key: String,
    pub id: Option<uuid::Uuid>,
}

impl NameCursor {
    /// The id to compare with; before the first of all when there is none.
    pub(super) fn any_id(&self) -> super::db::AnyId {
        super::db::AnyId(self.id.unwrap_or(uuid::Uuid::nil()))
    }
}

/// `%text%` with what LIKE would read as a pattern made plain.
pub(super) fn containing(text: &str) -> String {
    let plain = fold(text).replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
    format!("%{plain}%")
}

/// People whom the asker may know, by name, from `after` on; each with the cursor that leads on from it.
pub fn directory(
    tx: &Tx<'_>,
    who: &ActiveUser,
    text: &str,
    after: &NameCursor,
    limit: u32,
) -> Result<Vec<(Profile, NameCursor)>> {
    let params: &[&dyn Param] = &[&after.name_key, &after.any_id(), &containing(text), &who.user(), &limit];
    tx.query(DIRECTORY, params, |row| {
        let found = profile(row)?;
        let cursor =
            NameCursor { name_key: row.get(USER_COLUMNS + status::CHOSEN_COLUMNS)?, id: Some(found.user.id.uuid()) };
        Ok((found, cursor))
    })
}

pub(super) fn account(row: &Row<'_>) -> Result<Account> {
    Ok(Account {
        id: row.get(0)?,
        username: row.get(1)?,
        name: row.get(2)?,
        email: row.get(3)?,
        server_role: row.get(4)?,
        is_active: row.get(5)?,
        created_at: row.get(6)?,
        last_login_at: row.get(7)?,
    })
}

/// All accounts by name, for the command line, whose user owns the file.
pub fn accounts_by_name(tx: &Tx<'_>, text: &str, after: &NameCursor, limit: u32) -> Result<Vec<(Account, NameCursor)>> {
    tx.query(ACCOUNTS, &[&after.name_key, &after.any_id(), &containing(text), &limit], |row| {
        let found = account(row)?;
        let cursor = NameCursor { name_key: row.get(8)?, id: Some(found.id.uuid()) };
        Ok((found, cursor))
    })
}

/// One account.
pub fn account_of(tx: &Tx<'_>, id: UserId) -> Result<Account> {
    tx.query_opt(ACCOUNT, &[&id], account)?.ok_or(Error::NotFound("account"))
}

/// What a sign-in is compared with.
pub struct Credentials {
    pub user: UserId,
    /// Argon2id, as a PHC string.
    pub password: String,
    pub may_sign_in: bool,
}

fn credentials(row: &Row<'_>) -> Result<Credentials> {
    Ok(Credentials { user: row.get(0)?, password: row.get(1)?, may_sign_in: row.get(2)? })
}

/// The account that a login names, by username or e-mail address in their one form.
pub fn credentials_of_login(tx: &Tx<'_>, login: &str) -> Result<Option<Credentials>> {
    if login.contains('@') {
        return tx.query_opt(CREDENTIALS_BY_EMAIL, &[&fold(login)], credentials);
    }
    match Username::parse(login) {
        Ok(name) => tx.query_opt(CREDENTIALS, &[&name.as_str()], credentials),
        Err(_) => Ok(None),
    }
}

pub fn credentials_of(tx: &Tx<'_>, id: UserId) -> Result<Credentials> {
    tx.query_opt(CREDENTIALS_BY_ID, &[&id], credentials)?.ok_or(Error::Unauthenticated)
}

/// Whether there is any account: whether the server is set up.
pub fn anybody(tx: &Tx<'_>) -> Result<bool> {
    Ok(tx.query_opt(ANYBODY, &[], |_| Ok(()))?.is_some())
}

/// The longest-standing admin whose account is open.
pub fn first_admin(tx: &Tx<'_>) -> Result<Option<UserId>> {
    tx.query_opt(FIRST_ADMIN, &[], |row| row.get(0))
}

/// An account to be made. `password` is a PHC string.
pub struct NewUser {
    pub name: DisplayName,
    pub username: Username,
    pub email: Option<Email>,
    pub password: String,
    pub server_role: ServerRole,
}

/// # Errors
/// `Taken` when the username or the address is not to be had; it does not say which.
pub fn insert(tx: &WriteTx<'_>, new: &NewUser) -> Result<UserId> {
    let username_taken = tx.query_opt(USERNAME_EXISTS, &[&new.username.as_str()], |_| Ok(()))?.is_some();
    let email = new.email.as_ref().map(Email::as_str);
    if username_taken || email_owner(tx, email)?.is_some() {
        return Err(Error::Taken { field: None, why: "That username or e-mail address is not available." });
    }
    let id = UserId::from_uuid(tx.new_id());
    let (name, name_key) = (new.name.as_str(), fold(new.name.as_str()));
    let params: &[&dyn Param] =
        &[&id, &name, &name_key, &new.username.as_str(), &email, &new.password, &new.server_role, &tx.now()];
    tx.execute(INSERT, params)?;
    tx.execute(INSERT_STATUS, &[&id, &tx.now()])?;
    Ok(id)
}

fn email_owner(tx: &Tx<'_>, email: Option<&str>) -> Result<Option<UserId>> {
    match email {
        Some(email) => tx.query_opt(EMAIL_EXISTS, &[&email], |row| row.get(0)),
        None => Ok(None),
    }
}

/// Changes to one's own profile; what is `None` stays.
pub struct ProfileChange {
    pub name: Option<DisplayName>,
    pub username: Option<Username>,
    /// `Some(None)` takes the address away.
    pub email: Option<Option<Email>>,
    pub bio: Option<Bio>,
}

/// # Errors
/// `Taken`, as [`insert`].
pub fn change_profile(tx: &WriteTx<'_>, who: &ActiveUser, change: &ProfileChange) -> Result<()> {
    let now = by_id(tx, who.user())?;
    let name = change.name.as_ref().map_or(now.name.as_str(), DisplayName::as_str);
    let username = change.username.as_ref().map_or(now.username.as_str(), Username::as_str);
    let bio = change.bio.as_ref().map_or(now.bio.as_str(), Bio::as_str);
    let email: Option<String> = match &change.email {
        Some(email) => email.as_ref().map(|e| e.as_str().to_owned()),
        None => tx.query_one(EMAIL_OF, &[&who.user()], |row| row.get(0))?,
    };
    let owner: Option<UserId> = tx.query_opt(USERNAME_EXISTS, &[&username], |row| row.get(0))?;
    let is_mine = |owner: Option<UserId>| owner.is_none_or(|id| id == who.user());
    if !is_mine(owner) || !is_mine(email_owner(tx, email.as_deref())?) {
        return Err(Error::Taken { field: None, why: "That username or e-mail address is not available." });
    }
    tx.execute(SET_PROFILE, &[&name, &fold(name), &username, &email, &bio, &tx.now(), &who.user()])?;
    Ok(())
}

/// Stores a new password hash. A link to another one is void then.
pub fn set_password(tx: &WriteTx<'_>, id: UserId, phc: &str) -> Result<()> {
    super::resets::remove(tx, id)?;
    tx.execute(SET_PASSWORD, &[&phc, &tx.now(), &id]).map(|_| ())
}

pub fn note_login(tx: &WriteTx<'_>, id: UserId, at: Timestamp) -> Result<()> {
    tx.execute(SET_LAST_LOGIN, &[&at, &id]).map(|_| ())
}

/// Opens or closes an account.
///
/// # Errors
/// `Conflict` when it is the last active admin's.
pub fn set_active(tx: &WriteTx<'_>, id: UserId, is_active: bool) -> Result<()> {
    if !is_active {
        keep_an_admin(tx, id)?;
        super::resets::remove(tx, id)?;
    }
    tx.execute(SET_ACTIVE, &[&is_active, &tx.now(), &id]).map(|_| ())
}

/// # Errors
/// `Conflict` when it is the last active admin's.
pub fn set_server_role(tx: &WriteTx<'_>, id: UserId, role: ServerRole) -> Result<()> {
    if role != ServerRole::Admin {
        keep_an_admin(tx, id)?;
    }
    tx.execute(SET_SERVER_ROLE, &[&role, &tx.now(), &id]).map(|_| ())
}

fn keep_an_admin(tx: &Tx<'_>, id: UserId) -> Result<()> {
    let is_admin = account_of(tx, id)?.server_role == ServerRole::Admin;
    if is_admin && tx.query_opt(OTHER_ADMIN, &[&id], |_| Ok(()))?.is_none() {
        return Err(Error::Conflict("This is the server's last admin; make somebody else one first."));
    }
    Ok(())
}
