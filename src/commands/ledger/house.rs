//! A server without a network.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use tempfile::TempDir;

use crate::commands::alarm::Alarm;
use crate::commands::limits::RateLimits;
use crate::commands::passwords::Passwords;
use crate::commands::previews::Previews;
use crate::commands::vitals::Vitals;
use crate::commands::{App, joining};
use crate::config::{Config, Networks};
use crate::domain::{
    DisplayName, GroupKind, Secret, ServerRole, UserId, Username, WorkspaceId, WorkspaceName, WorkspaceRole,
};
use crate::error::Result;
use crate::hub::{self, Bound, Hub};
use crate::store::access::Asker;
use crate::store::groups::NewGroup;
use crate::store::sessions::{self, Device, Lifetime};
use crate::store::users::{self, NewUser};
use crate::store::{self, Size, Store, WriteTx, server, workspaces};
use crate::unfurl::Unfurler;
use crate::vault::Vault;

/// A store in memory (where the system has a place for that), with everything around it but the network.
pub struct House {
    pub app: App,
    pub runtime: tokio::runtime::Runtime,
    pub workspace: WorkspaceId,
    /// How many have been played.
    pub stories: usize,
    /// Steps that were taken, and those that were refused.
    pub taken: usize,
    pub refused: usize,
    directory: TempDir,
}

fn open(directory: &Path) -> App {
    let mut config = Config::default();
    (config.limits.messages_per_second, config.limits.messages_burst) = (1_000_000, 1_000_000);
    config.limits.groups_per_workspace = 1_000_000;
    let limits = hub::Limits { outbox: Bound { frames: 1, bytes: 1 }, per_account: 1, per_address: 1, in_all: 1 };
    App {
        hub: Arc::new(Hub::start(limits).unwrap()),
        store: Store::open(directory, Size { readers: 1, write_queue: 8 }, Box::new(drop)).unwrap(),
        vault: Arc::new(Vault::open(directory, 0).unwrap()),
        previews: Previews::new(Unfurler::new(Networks::default()).unwrap()),
        vitals: Vitals::begin(),
        alarm: Alarm::default(),
        passwords: Passwords::new(1, 1),
        known: Arc::default(),
        rates: RateLimits::new(&config.limits),
        secret_key: [0; 32],
        origins: Vec::new(),
        config,
    }
}

impl House {
    pub fn new() -> Self {
        let memory = Path::new("/dev/shm");
        let directory = if memory.is_dir() { TempDir::new_in(memory) } else { TempDir::new() }.unwrap();
        let app = open(directory.path());
        let made = app.store.write_and_wait(|tx| {
            server::ensure(tx)?;
            let owner = account(tx, "owner")?;
            let workspace = workspaces::insert(tx, &WorkspaceName::parse("Fernhill")?, owner)?;
            let lounge = NewGroup { is_primary: true, ..wanted(workspace, "Lounge")? };
            store::groups::insert(tx, &lounge, owner, 10)?;
            joining::admit(tx, owner, WorkspaceRole::Owner)?;
            Ok(workspace)
        });
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        Self { app, runtime, workspace: made.unwrap(), stories: 0, taken: 0, refused: 0, directory }
    }

    pub fn restart(&mut self) {
        self.app.store.close();
        self.app = open(self.directory.path());
    }
}

pub fn account(tx: &WriteTx<'_>, name: &str) -> Result<UserId> {
    let (name, username) = (DisplayName::parse(name)?, Username::parse(name)?);
    let password = "not one that opens anything".to_owned();
    users::insert(tx, &NewUser { name, username, email: None, password, server_role: ServerRole::User })
}

fn wanted(workspace: WorkspaceId, name: &str) -> Result<NewGroup> {
    use crate::domain::{Description, GroupName, Topic};
    let (name, topic, description) = (GroupName::parse(name)?, Topic::parse("")?, Description::parse("")?);
    Ok(NewGroup { workspace, name, topic, description, kind: GroupKind::Text, is_private: false, is_primary: false })
}

pub fn sign_in(tx: &WriteTx<'_>, user: UserId) -> Result<Asker> {
    let device = Device { user_agent: "test".into(), address: "127.0.0.1".into() };
    let day = Duration::from_secs(24 * 60 * 60);
    let session = sessions::insert(tx, user, &Secret::random(), &device, Lifetime { idle: day, most: day })?;
    Ok(Asker { user, session: session.id })
}
