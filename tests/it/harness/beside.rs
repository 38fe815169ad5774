//! The program once more, beside a server or instead of it, and what only the machine can do to a server.

use std::path::Path;
use std::process::{Child, Command, Stdio};

use super::{Person, Process, TestServer};

/// How a run of the program ended.
#[derive(Debug)]
pub struct Done {
    pub code: Option<i32>,
    pub out: String,
    pub err: String,
}

/// The program, in a directory, with these settings and none of the surroundings'.
pub fn program(directory: &Path, settings: &[(&str, &str)]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_parlor"));
    for (name, _) in std::env::vars_os() {
        if name.to_string_lossy().starts_with("PARLOR_") {
            command.env_remove(name);
        }
    }
    command.envs(settings.iter().copied()).env("RUST_BACKTRACE", "0").current_dir(directory).stdin(Stdio::null());
    command
}

impl TestServer {
    /// Runs the program in the server's working directory until it ends by itself.
    pub fn run(&self, args: &[&str]) -> Done {
        let output = program(self.directory.path(), &[]).args(args).output().unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap();
        Done { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
    }

    /// Sends the server a signal, such as `-STOP`.
    pub fn signal(&self, name: &str) {
        self.process.signal(name);
    }

    /// Starts the program on this server's data and kills it after a moment, ready or not.
    pub fn start_and_kill_after(&self, moment: std::time::Duration) {
        let listen = self.process.address.to_string();
        let mut child = program(self.directory.path(), &self.settings)
            .args(["serve", "--listen", &listen, "--data-dir", "data"])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        std::thread::sleep(moment);
        child.kill().unwrap();
        child.wait().unwrap();
    }

    /// Ends the server and starts it again with nobody reading what it prints, each line of which fails.
    pub async fn restart_unheard(&mut self, stranger: &Person) -> Unheard {
        assert_eq!(self.stop(), Some(0));
        let address = self.process.address;
        let mut child = program(self.directory.path(), &self.settings)
            .env("PARLOR_LOG_FILTER", "debug")
            .args(["serve", "--listen", &address.to_string(), "--data-dir", "data"])
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        drop((child.stdout.take(), child.stderr.take()));
        let request = || stranger.request(reqwest::Method::GET, "/server");
        while stranger.try_to_send(request()).await.is_err() {
            assert_eq!(child.try_wait().unwrap(), None, "the server ended");
        }
        Unheard { child }
    }
}

/// A server whose words nobody reads.
pub struct Unheard {
    child: Child,
}

impl Unheard {
    /// Tells it to stop; its exit code.
    pub fn stop(mut self) -> Option<i32> {
        let id = self.child.id().to_string();
        assert!(Command::new("kill").args(["-TERM", &id]).status().unwrap().success());
        self.child.wait().unwrap().code()
    }
}

impl Drop for Unheard {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Process {
    /// Allows the running server no more than so many open files.
    pub(super) fn limit_files(&self, most: u32) {
        let limit = format!("--nofile={most}:{most}");
        let done = Command::new("prlimit").args(["--pid", &self.child.id().to_string(), &limit]).status().unwrap();
        assert!(done.success());
    }

    /// How many files the server has open.
    pub(super) fn open_files(&self) -> usize {
        std::fs::read_dir(format!("/proc/{}/fd", self.child.id())).unwrap().count()
    }
}

impl TestServer {
    /// Leaves the server so many files to open beyond those that it has open.
    pub fn leave_files(&self, more: u32) {
        self.process.limit_files(u32::try_from(self.process.open_files()).unwrap() + more);
    }
}
