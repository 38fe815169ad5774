//! What the command line does to a store, and what a server beside it hears of it.

use std::sync::{Arc, Mutex};

use tempfile::TempDir;

use super::*;
use crate::commands::passwords;
use crate::domain::{Committed, GroupKind, Topic, WorkspaceName};
use crate::store::groups::NewGroup;
use crate::store::sessions::{Device, Lifetime};
use crate::store::{Size, server};

/// A server of one person, its owner, with the events that were committed since.
struct Office {
    store: Store,
    passwords: Passwords,
    heard: Arc<Mutex<Vec<Committed>>>,
    _directory: TempDir,
}

fn empty_office() -> Office {
    let directory = TempDir::new().unwrap();
    let heard = Arc::new(Mutex::new(Vec::new()));
    let outlet = {
        let heard = Arc::clone(&heard);
        Box::new(move |events| heard.lock().unwrap().extend::<Vec<_>>(events))
    };
    let store = Store::open(directory.path(), Size { readers: 1, write_queue: 16 }, outlet).unwrap();
    store.write_and_wait(server::ensure).unwrap();
    Office { store, passwords: Passwords::new(1, 0), heard, _directory: directory }
}

fn office() -> Office {
    let office = empty_office();
    let password = office.passwords.hash_and_wait(&passwords::generated()).unwrap();
    let made = office.store.write_and_wait(move |tx| {
        let NewAccount { name, username, email, server_role } = newcomer("ines", ServerRole::Admin);
        let owner = users::insert(tx, &NewUser { name, username, email, password, server_role })?;
        let workspace = workspaces::insert(tx, &WorkspaceName::parse("Fernhill")?, owner)?;
        for (name, is_primary) in [("Lounge", true), ("Greenhouse", false)] {
            let (name, topic, description) =
                (GroupName::parse(name)?, Topic::parse("")?, crate::domain::Description::parse("")?);
            let new = NewGroup {
                workspace,
                name,
                topic,
                description,
                kind: GroupKind::Text,
                is_private: !is_primary,
                is_primary,
            };
            groups::insert(tx, &new, owner, 10)?;
        }
        joining::admit(tx, owner, WorkspaceRole::Owner)
    });
    made.unwrap();
    office.heard.lock().unwrap().clear();
    office
}

fn newcomer(username: &str, server_role: ServerRole) -> NewAccount {
    let name = DisplayName::parse(&format!("{username} of the office")).unwrap();
    let email = Some(Email::parse(&format!("{username}@example.org")).unwrap());
    NewAccount { name, username: Username::parse(username).unwrap(), email, server_role }
}

impl Office {
    fn create(&self, username: &str) -> Result<Account> {
        let password = passwords::generated();
        create_user(&self.store, &self.passwords, newcomer(username, ServerRole::User), &password)
    }

    fn sign_in(&self, user: UserId) {
        let device = Device { user_agent: "test".into(), address: "127.0.0.1".into() };
        let day = Duration::from_secs(86_400);
        let lifetime = Lifetime { idle: day, most: day };
        self.store.write_and_wait(move |tx| sessions::insert(tx, user, &Secret::random(), &device, lifetime)).unwrap();
    }

    fn heard(&self) -> Vec<&'static str> {
        self.heard.lock().unwrap().iter().map(|committed| committed.event.kind()).collect()
    }
}

#[test]
fn a_new_account_is_in_the_primary_group_and_everybody_hears_of_it() {
    let office = office();

    let ruth = office.create("ruth").unwrap();

    assert_eq!((ruth.username.as_str(), ruth.server_role, ruth.is_active), ("ruth", ServerRole::User, true));
    assert_eq!(office.heard(), ["user_updated", "group_joined", "member_added", "message_created"]);
    let in_groups = office.store.read_and_wait(|tx| groups::ids_of(tx, ruth.id)).unwrap();
    assert_eq!(in_groups, [office.store.read_and_wait(groups::primary).unwrap()]);
}

#[test]
fn a_taken_name_or_address_is_refused_and_says_which() {
    let office = office();
    office.create("ruth").unwrap();

    let again = office.create("ruth");
    assert!(matches!(again, Err(Error::Taken { field: Some("username"), .. })));

    let other = NewAccount { username: Username::parse("other").unwrap(), ..newcomer("ruth", ServerRole::User) };
    let refused = create_user(&office.store, &office.passwords, other, &passwords::generated());
    assert!(matches!(refused, Err(Error::Taken { field: Some("email"), .. })));
    assert_eq!(list(&office.store).unwrap().len(), 2);
}

#[test]
fn nobody_comes_in_before_the_server_is_set_up() {
    let office = empty_office();
    assert!(matches!(office.create("ruth"), Err(Error::Conflict(_))));
    let invite = create_invite(&office.store, None, Duration::from_secs(60), None);
    assert!(matches!(invite, Err(Error::Conflict(_))));
    assert!(list(&office.store).unwrap().is_empty());
}

#[test]
fn a_new_password_signs_every_device_out() {
    let office = office();
    let ruth = office.create("ruth").unwrap();
    office.sign_in(ruth.id);
    office.sign_in(ruth.id);
    office.heard.lock().unwrap().clear();

    let password = passwords::generated();
    set_password(&office.store, &office.passwords, "Ruth@Example.org", &password).unwrap();

    assert_eq!(office.heard(), ["sessions_ended", "sessions_ended"]);
    let stored = office.store.read_and_wait(|tx| users::credentials_of(tx, ruth.id)).unwrap().password;
    assert!(office.passwords.verify_and_wait(&password, &stored).unwrap());
    let nobody = set_password(&office.store, &office.passwords, "nobody", &password);
    assert!(matches!(nobody, Err(Error::NotFound("account"))));
}

#[test]
fn a_closed_account_is_signed_out_and_can_be_opened_again() {
    let office = office();
    let ruth = office.create("ruth").unwrap();
    office.sign_in(ruth.id);
    office.heard.lock().unwrap().clear();

    let (closed, has_changed) = set_active(&office.store, "ruth", false).unwrap();
    assert!(!closed.is_active && has_changed);
    assert_eq!(office.heard(), ["sessions_ended", "user_updated"]);

    assert!(!set_active(&office.store, "ruth", false).unwrap().1);
    assert!(set_active(&office.store, "ruth", true).unwrap().0.is_active);
    assert!(matches!(set_active(&office.store, "ines", false), Err(Error::Conflict(_))));
}

#[test]
fn an_invite_of_the_command_line_lets_somebody_in() {
    let office = office();
    let day = Duration::from_secs(86_400);

    let open = create_invite(&office.store, None, day, None).unwrap();
    let named = create_invite(&office.store, Some(GroupName::parse(" GREENHOUSE").unwrap()), day, Some(1)).unwrap();
    let nowhere = create_invite(&office.store, Some(GroupName::parse("Cellar").unwrap()), day, None);

    assert_eq!((open.group.name.as_str(), named.group.name.as_str()), ("Lounge", "Greenhouse"));
    let alive = office.store.read_and_wait(|tx| invites::alive(tx, &named.code)).unwrap();
    assert_eq!((alive.invite.max_uses, alive.invitation.inviter_name.as_str()), (Some(1), "ines of the office"));
    assert!(matches!(nowhere, Err(Error::NotFound("group"))));
}
