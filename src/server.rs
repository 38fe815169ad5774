//! The only place where everything is joined: store, hub, timers, web.

use std::net::{SocketAddr, TcpListener};
use std::sync::Arc;
use std::time::Duration;

use tokio::signal::unix::{SignalKind, signal};

use crate::commands::App;
use crate::commands::alarm::Alarm;
use crate::commands::demo::{self, Seat};
use crate::commands::known::KnownSessions;
use crate::commands::limits::RateLimits;
use crate::commands::passwords::Passwords;
use crate::commands::previews::Previews;
use crate::commands::vitals::Vitals;
use crate::config::Config;
use crate::data_dir::DataDir;
use crate::domain::{Committed, Secret, clock};
use crate::error::Error;
use crate::hub::{self, Bound, Hub};
use crate::jobs;
use crate::store::{Outlet, Size, Store, events, server, status, users};
use crate::unfurl::Unfurler;
use crate::vault::Vault;
use crate::web::{Shared, front};

/// How long requests that are being answered may take when the server is stopping.
const LAST_WORDS: Duration = Duration::from_secs(3);

/// File descriptors that are kept for everything but connections: the database, logs, requests.
const OTHER_FILES: u64 = 64;

/// Connections that may wait to be accepted, where the system does not allow fewer (net.core.somaxconn). The standard
/// library asks for 128; when everybody comes back at once, the others would be tried again after a second, by TCP.
const WAITING_CONNECTIONS: i32 = 4_096;

/// Why the server did not start, or ended.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    #[error(
        "cannot listen on {address}: {cause}. Is another program listening there? Choose another address with --listen"
    )]
    Listen { address: SocketAddr, cause: std::io::Error },
    #[error("{0}")]
    Store(Error),
    #[error("the server failed: {0}")]
    Run(#[from] std::io::Error),
}

impl From<Error> for StartError {
    fn from(error: Error) -> Self {
        // The person at the terminal is told the cause, which an answer over the network would not.
        match error {
            Error::Internal(cause) => Self::Store(Error::Malformed(cause.to_string())),
            other => Self::Store(other),
        }
    }
}

/// What is told once the server takes requests.
pub struct Started<'a> {
    pub app: &'a App,
    /// The link by which the server is set up; `None` when it is set up already.
    pub setup_link: Option<String>,
    /// The people of a demo; nobody on a real server.
    pub seats: Vec<Seat>,
}

/// Serves until told to stop by SIGINT or SIGTERM.
///
/// # Errors
/// See [`StartError`].
pub fn run(config: Config, data_dir: DataDir, started: impl FnOnce(&Started<'_>)) -> Result<(), StartError> {
    // The port first: when it is taken, nothing has been touched.
    let address = config.listen;
    let listener = TcpListener::bind(address).map_err(|cause| StartError::Listen { address, cause })?;
    rustix::net::listen(&listener, WAITING_CONNECTIONS).map_err(std::io::Error::from)?;
    let app = open(config, &data_dir, listener.local_addr()?)?;
    let seats = if app.config.demo { demo::seed(&app.store, &app.passwords)? } else { Vec::new() };
    let setup_link = new_setup_link(&app)?;
    let started = |app: &App| started(&Started { app, setup_link, seats });
    actix_web::rt::System::new().block_on(serve(app, listener, started))?;
    // The lock goes last, when nothing is written any more.
    drop(data_dir);
    Ok(())
}

async fn serve(app: App, listener: TcpListener, started: impl FnOnce(&App)) -> Result<(), StartError> {
    let workers = app.config.worker_threads();
    let shared = Shared::new(app)?;
    let app = shared.app.clone().into_inner();
    let server =
        actix_server::Server::build().workers(workers).shutdown_timeout(LAST_WORDS.as_secs()).disable_signals();
    let stopping = server.graceful_shutdown_signal();
    let server = server.listen("parlor", listener, move || front::of(&shared, stopping.clone()))?.run();
    jobs::start(&app);
    // Listened to before anybody is told of this server, so that it ends in order from its first moment on.
    let told_to_stop = stop_signals()?;
    started(&app);
    let handle = server.handle();
    let closing = Arc::clone(&app);
    actix_web::rt::spawn(async move {
        told_to_stop.await;
        tracing::info!("stopping");
        // Clients are told first, for the server waits until their connections have ended.
        closing.hub.close();
        handle.stop(true).await;
    });
    server.await?;
    app.store.close();
    tracing::info!("stopped");
    Ok(())
}

/// Opens the store, and joins it to the hub.
fn open(config: Config, data_dir: &DataDir, address: SocketAddr) -> Result<App, StartError> {
    let limits = &config.limits;
    let hub = Hub::start(hub::Limits {
        outbox: Bound { frames: limits.outbox_frames, bytes: limits.outbox_bytes },
        per_account: limits.sockets_per_account,
        per_address: limits.sockets_per_address,
        in_all: most_connections(limits.connections),
    })?;
    let size = Size { readers: config.store.readers as usize, write_queue: config.store.write_queue };
    let known = Arc::<KnownSessions>::default();
    let store = Store::open(data_dir.path(), size, outlet(&known, hub.outlet_of_store()))?;
    if let Some(newest) = store.read_and_wait(events::newest_at)? {
        clock::begin_at(newest);
    }
    let secret_key = store.write_and_wait(|tx| {
        server::ensure(tx)?;
        status::all_offline(tx)?;
        server::secret_key(tx)
    })?;
    let passwords = Passwords::new(limits.password_hashers(), limits.password_hash_waiting);
    let rates = RateLimits::new(limits);
    let origins = config.origins(address).iter().map(ToString::to_string).collect();
    let vault = Arc::new(Vault::open(data_dir.path(), config.files.reserve_bytes as u64)?);
    let previews = Previews::new(Unfurler::new(config.previews.allowed_networks.clone())?);
    let alarm = Alarm::default();
    let (hub, vitals) = (Arc::new(hub), Vitals::begin());
    Ok(App { config, store, hub, known, vault, previews, passwords, rates, vitals, alarm, secret_key, origins })
}

/// Where committed events go: whose session has ended is no longer known before anybody hears of it.
fn outlet(known: &Arc<KnownSessions>, mut to_hub: impl FnMut(Vec<Committed>) + Send + 'static) -> Outlet {
    let known = Arc::clone(known);
    Box::new(move |events| {
        known.follow(&events);
        to_hub(events);
    })
}

/// As many connections as there are file descriptors for, unless fewer are wanted. Raises the soft limit to the hard one.
fn most_connections(wanted: usize) -> usize {
    use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
    let Rlimit { maximum, .. } = getrlimit(Resource::Nofile);
    if let Err(error) = setrlimit(Resource::Nofile, Rlimit { current: maximum, maximum }) {
        tracing::warn!(%error, "the limit of open files could not be raised");
    }
    let files = getrlimit(Resource::Nofile).current.unwrap_or(u64::MAX).saturating_sub(OTHER_FILES);
    let possible = usize::try_from(files).unwrap_or(usize::MAX);
    if wanted == 0 { possible } else { wanted.min(possible) }
}

/// A server that is not set up gets a new code at each start; the one before is void.
fn new_setup_link(app: &App) -> Result<Option<String>, Error> {
    if app.store.read_and_wait(users::anybody)? {
        return Ok(None);
    }
    let code = Secret::random();
    let link = format!("{}/setup#{}", app.origin(), code.reveal());
    app.store.write_and_wait(move |tx| server::set_setup_code(tx, &code))?;
    Ok(Some(link))
}

/// Resolves at the first SIGINT or SIGTERM from now on.
fn stop_signals() -> std::io::Result<impl Future<Output = ()>> {
    let (mut interrupt, mut terminate) = (signal(SignalKind::interrupt())?, signal(SignalKind::terminate())?);
    Ok(async move {
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
        }
    })
}
