//! The real server, on a free port with a directory of its own, spoken to as a stranger would.

mod ailing;
mod beside;
mod database;
pub mod document;
pub mod files;
mod person;
mod random;
pub mod raw_socket;
pub mod site;
mod socket;
mod wire;

use std::collections::HashMap;
use std::io::{BufRead, BufReader, Read};
use std::net::SocketAddr;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;

pub use ailing::Ailing;
pub use beside::program;
pub use database::Database;
pub use person::{Answer, Person};
pub use random::Random;
pub use reqwest::Method;
pub use serde_json::{Value, json};
pub use socket::{Ended, Socket};
use tempfile::TempDir;
pub use wire::{answer_over, wire};

/// The password of everybody in the tests.
pub const PASSWORD: &str = "a rather long sentence";

/// A picture of one pixel, in Base64.
pub const PNG: &str =
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mOQj/X5DwADLwHIv8GJ0QAAAABJRU5ErkJggg==";

/// Limits that would only be in the way, where a test is about something else.
const ROOMY: &[(&str, &str)] = &[
    ("PARLOR_LIMITS_SIGN_IN_TRIES_PER_ACCOUNT", "1000"),
    ("PARLOR_LIMITS_SIGN_IN_TRIES_PER_ADDRESS", "1000"),
    ("PARLOR_LIMITS_CODE_TRIES_PER_ADDRESS", "1000"),
    ("PARLOR_LIMITS_MESSAGES_PER_SECOND", "1000"),
    ("PARLOR_LIMITS_MESSAGES_BURST", "10000"),
    ("PARLOR_FILES_RESERVE_BYTES", "1"),
];

/// A server process.
struct Process {
    child: Child,
    address: SocketAddr,
    setup_code: Option<String>,
    log: Arc<Mutex<String>>,
    readers: Vec<JoinHandle<()>>,
}

impl Process {
    /// Starts it and waits for the line in which it says that it is listening.
    fn start(directory: &Path, listen: &str, settings: &[(&str, &str)]) -> Self {
        let mut child = program(directory, settings)
            .args(["serve", "--listen", listen, "--data-dir", "data"])
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the server starts");
        let log = Arc::new(Mutex::new(String::new()));
        let mut stderr = child.stderr.take().unwrap();
        let kept = Arc::clone(&log);
        let errors = std::thread::spawn(move || {
            let mut buffer = [0; 4096];
            while let Ok(read @ 1..) = stderr.read(&mut buffer) {
                kept.lock().unwrap().push_str(&String::from_utf8_lossy(&buffer[..read]));
            }
        });
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let mut said = || lines.next().and_then(Result::ok);
        let Some(first) = said() else { panic!("the server did not start: {}", log.lock().unwrap()) };
        let origin = first.strip_prefix("Parlor is listening on http://").expect("it says where it listens").to_owned();
        let address = origin.parse().expect("an address");
        let setup_code = directory_is_new(directory).then(|| said().unwrap().split_once('#').unwrap().1.to_owned());
        std::fs::write(directory.join("was-started"), "").unwrap();
        let rest = std::thread::spawn(move || while let Some(Ok(_)) = lines.next() {});
        Self { child, address, setup_code, log, readers: vec![errors, rest] }
    }

    fn signal(&self, name: &str) {
        let done = Command::new("kill").args([name, &self.child.id().to_string()]).status().unwrap();
        assert!(done.success());
    }

    /// Waits for its end; the exit code.
    fn wait(&mut self) -> Option<i32> {
        let code = self.child.wait().unwrap().code();
        for reader in self.readers.drain(..) {
            reader.join().unwrap();
        }
        code
    }
}

fn directory_is_new(directory: &Path) -> bool {
    !directory.join("was-started").exists()
}

impl Drop for Process {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A server that is set up, with `olive` as its owner, `Lounge` as its primary group, and whoever is called for.
pub struct TestServer {
    process: Process,
    directory: TempDir,
    settings: Vec<(&'static str, &'static str)>,
    http: reqwest::Client,
    people: HashMap<String, Person>,
    pub workspace: String,
    pub lounge: String,
    may_log_errors: bool,
}

impl TestServer {
    pub async fn start() -> Self {
        Self::with(&[]).await
    }

    /// With settings as environment variables, over the roomy ones.
    pub async fn with(settings: &[(&'static str, &'static str)]) -> Self {
        Self::not_set_up(settings).set_up().await
    }

    /// Olive sets it up.
    pub async fn set_up(self) -> Self {
        let mut server = self;
        let code = server.setup_code();
        let input = json!({ "code": code, "workspace_name": "Fernhill", "name": "Olive", "username": "olive",
                            "password": PASSWORD, "token": true });
        let answer = server.stranger().post("/setup", input).await;
        let olive = server.person_from("olive", answer.expect(201));
        let state = olive.get("/bootstrap").await.expect(200);
        server.workspace = text(&state["workspaces"][0]["id"]);
        server.lounge = text(&state["groups"][0]["id"]);
        server.people.insert("olive".into(), olive);
        server
    }

    /// A server on which nobody has an account yet.
    pub fn not_set_up(settings: &[(&'static str, &'static str)]) -> Self {
        Self::not_set_up_in(tempfile::tempdir().unwrap(), settings)
    }

    /// Likewise, in a working directory that the test has prepared.
    pub fn not_set_up_in(directory: TempDir, settings: &[(&'static str, &'static str)]) -> Self {
        let settings: Vec<_> = ROOMY.iter().chain(settings).copied().collect();
        let process = Process::start(directory.path(), "127.0.0.1:0", &settings);
        let http = client()
            .redirect(reqwest::redirect::Policy::none())
            // A connection that is kept would be to the server before its restart.
            .pool_max_idle_per_host(0)
            .build()
            .unwrap();
        let (workspace, lounge) = (String::new(), String::new());
        Self { process, directory, settings, http, people: HashMap::new(), workspace, lounge, may_log_errors: false }
    }

    pub fn setup_code(&self) -> String {
        self.process.setup_code.clone().expect("the server prints a set-up link when it is new")
    }

    pub fn origin(&self) -> String {
        format!("http://{}", self.process.address)
    }

    pub fn address(&self) -> SocketAddr {
        self.process.address
    }

    pub fn data_dir(&self) -> std::path::PathBuf {
        self.directory.path().join("data")
    }

    /// The database, past the server.
    pub fn database(&self) -> Database {
        Database::open(&self.data_dir())
    }

    /// What the server has logged so far.
    pub fn log(&self) -> String {
        self.process.log.lock().unwrap().clone()
    }

    /// For tests that bring the server to log an error.
    pub fn may_log_errors(&mut self) {
        self.may_log_errors = true;
    }

    /// Somebody who is not signed in.
    pub fn stranger(&self) -> Person {
        Person::stranger(self.http.clone(), &self.origin())
    }

    /// Somebody signed in with this token.
    pub fn holder(&self, token: &str) -> Person {
        self.stranger().with_token(token)
    }

    fn person_from(&self, name: &str, signed_in: Value) -> Person {
        let mut person = self.holder(&text(&signed_in["token"]));
        person.name = name.to_owned();
        person.id = text(&signed_in["me"]["id"]);
        person.session = text(&signed_in["session"]["id"]);
        person
    }

    /// Who has this name; they come in by an invite to the lounge when they are first called for.
    pub async fn person(&mut self, name: &str) -> Person {
        if let Some(known) = self.people.get(name) {
            return known.clone();
        }
        let person = self.invited(name, "member").await;
        self.people.insert(name.to_owned(), person.clone());
        person
    }

    /// A guest of this name, in the lounge.
    pub async fn guest(&mut self, name: &str) -> Person {
        let person = self.invited(name, "guest").await;
        self.people.insert(name.to_owned(), person.clone());
        person
    }

    async fn invited(&self, name: &str, role: &str) -> Person {
        let olive = &self.people["olive"];
        let path = format!("/groups/{}/invites", self.lounge);
        let invite = olive.post(&path, json!({ "max_uses": 1, "role": role })).await.expect(201);
        let capital = name[..1].to_uppercase() + &name[1..];
        let input = json!({ "invite_code": invite["code"], "name": capital, "username": name,
                            "password": PASSWORD, "token": true });
        self.person_from(name, self.stranger().post("/sign_up", input).await.expect(201))
    }

    /// A new device of somebody.
    pub async fn sign_in(&mut self, name: &str) -> Person {
        self.person(name).await;
        let input = json!({ "login": name, "password": PASSWORD, "token": true });
        self.person_from(name, self.stranger().post("/sessions", input).await.expect(201))
    }

    /// A public group of this name, made by the first of its members.
    pub async fn group(&mut self, name: &str, members: &[&str]) -> String {
        self.make_group(name, members, false).await
    }

    /// A private group.
    pub async fn private_group(&mut self, name: &str, members: &[&str]) -> String {
        self.make_group(name, members, true).await
    }

    async fn make_group(&mut self, name: &str, members: &[&str], is_private: bool) -> String {
        let maker = self.person(members[0]).await;
        let mut others = Vec::new();
        for member in &members[1..] {
            others.push(self.person(member).await.id);
        }
        let path = format!("/workspaces/{}/groups", self.workspace);
        let input = json!({ "name": name, "is_private": is_private, "member_ids": others });
        text(&maker.post(&path, input).await.expect(201)["id"])
    }

    /// The direct conversation of two people, opened by the first.
    pub async fn direct(&mut self, one: &str, other: &str) -> String {
        let other = self.person(other).await;
        text(&self.person(one).await.post("/directs", json!({ "user_id": other.id })).await.expect(200)["id"])
    }

    /// A connection for each of these people, at the present.
    pub async fn connect<const N: usize>(&mut self, names: [&str; N]) -> [Socket; N] {
        // Everybody is in before the first one listens: nobody hears of the others' coming.
        for name in names {
            self.person(name).await;
        }
        let mut sockets = Vec::new();
        for name in names {
            sockets.push(self.person(name).await.connect(None).await);
        }
        sockets.try_into().unwrap_or_else(|_| unreachable!("one socket for each name"))
    }

    /// Ends the server as Ctrl-C would, and starts it again on the same data and the same port.
    pub fn restart(&mut self) {
        self.process.signal("-TERM");
        assert_eq!(self.process.wait(), Some(0), "{}", self.log());
        self.start_again();
    }

    /// Ends the server as a power cut would, and starts it again.
    pub fn kill_and_restart(&mut self) {
        self.kill();
        self.start_again();
    }

    /// Ends the server as a power cut would.
    pub fn kill(&mut self) {
        self.process.signal("-KILL");
        self.process.wait();
    }

    /// Starts the server again after it has ended, on the same data and the same port.
    pub fn start_again(&mut self) {
        self.check_log();
        let listen = self.process.address.to_string();
        self.process = Process::start(self.directory.path(), &listen, &self.settings);
    }

    /// Tells the server to stop; its exit code.
    pub fn stop(&mut self) -> Option<i32> {
        self.process.signal("-TERM");
        self.process.wait()
    }

    /// Runs the command line on this server's data; what it printed.
    pub fn cli(&self, args: &[&str]) -> String {
        let done = Command::new(env!("CARGO_BIN_EXE_parlor"))
            .args(args)
            .args(["--data-dir", "data"])
            .current_dir(self.directory.path())
            .output()
            .unwrap();
        assert!(done.status.success(), "{args:?}: {}", String::from_utf8_lossy(&done.stderr));
        String::from_utf8(done.stdout).unwrap()
    }

    /// Runs the command line on this server's data, which may fail; its exit code, and what it printed.
    pub fn try_cli(&self, args: &[&str]) -> (Option<i32>, String) {
        let done = Command::new(env!("CARGO_BIN_EXE_parlor"))
            .args(args)
            .args(["--data-dir", "data"])
            .current_dir(self.directory.path())
            .output()
            .unwrap();
        (done.status.code(), String::from_utf8_lossy(&done.stdout).into_owned())
    }

    fn check_log(&self) {
        let log = self.log();
        let errors: Vec<&str> =
            log.lines().filter(|line| line.contains("ERROR") || line.contains("panicked")).collect();
        if !self.may_log_errors && !std::thread::panicking() {
            assert!(errors.is_empty(), "the server logged errors: {errors:#?}");
        }
    }
}

impl Drop for TestServer {
    fn drop(&mut self) {
        self.check_log();
    }
}

/// What speaks HTTP. No test needs TLS, which has to be named all the same.
pub fn client() -> reqwest::ClientBuilder {
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let tls = rustls::ClientConfig::builder_with_provider(provider).with_safe_default_protocol_versions().unwrap();
    let tls = tls.with_root_certificates(rustls::RootCertStore::empty()).with_no_client_auth();
    reqwest::Client::builder().tls_backend_preconfigured(tls)
}

/// A JSON string as a string.
pub fn text(value: &Value) -> String {
    value.as_str().unwrap_or_else(|| panic!("{value} is not a string")).to_owned()
}

/// An instant so many seconds from now, as the API writes it.
pub fn ahead(secs: i64) -> String {
    format!("{:.3}", jiff::Timestamp::now() + jiff::SignedDuration::from_secs(secs))
}

/// A fresh id, as a client makes them.
pub fn new_id() -> String {
    uuid::Uuid::new_v4().to_string()
}
