//! The server as a process of its own, and what the system says of it.

use std::fs::{self, File};
use std::io::{BufRead as _, BufReader};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use rustix::process::{Pid, Resource, Rlimit, Signal, getrlimit, kill_process, setrlimit};

use crate::Result;

/// Limits meant for people, out of the way of a benchmark. Queues and what bounds memory keep their defaults.
const ROOMY: &[(&str, &str)] = &[
    ("PARLOR_LIMITS_MESSAGES_PER_SECOND", "100000"),
    ("PARLOR_LIMITS_MESSAGES_BURST", "100000"),
    ("PARLOR_LIMITS_FRAMES_PER_SECOND", "100000"),
    ("PARLOR_LIMITS_FRAMES_BURST", "100000"),
    ("PARLOR_LIMITS_SOCKETS_PER_ADDRESS", "100000"),
    ("PARLOR_LIMITS_SOCKETS_PER_ACCOUNT", "100"),
    ("PARLOR_LIMITS_SIGN_IN_TRIES_PER_ACCOUNT", "10000"),
    ("PARLOR_LIMITS_SIGN_IN_TRIES_PER_ADDRESS", "10000"),
];

/// Where the server's files are, below the run's directory.
pub const DATA_DIR: &str = "data";

/// A running server. It is killed when dropped.
pub struct Server {
    child: Child,
    pub address: SocketAddr,
    /// Given by a server that is not set up yet.
    pub setup_code: Option<String>,
    /// From exec until it said that it is listening.
    pub listening_after: Duration,
    log: PathBuf,
}

impl Server {
    /// Starts it on a free port and waits until it listens.
    ///
    /// # Errors
    /// When it does not start, with what it said.
    pub fn start(binary: &Path, directory: &Path) -> Result<Self> {
        let log = directory.join("server.log");
        let mut command = Command::new(binary);
        for (name, _) in std::env::vars_os().filter(|(name, _)| name.to_string_lossy().starts_with("PARLOR_")) {
            command.env_remove(name);
        }
        let started = Instant::now();
        let mut child = command
            .args(["serve", "--listen", "127.0.0.1:0", "--data-dir", DATA_DIR])
            .envs(ROOMY.iter().copied())
            .current_dir(directory)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(File::options().create(true).append(true).open(&log)?)
            .spawn()?;
        let mut lines = BufReader::new(child.stdout.take().ok_or("no standard output")?).lines();
        let mut said = || lines.next().and_then(std::result::Result::ok).unwrap_or_default();
        let Some(origin) = said().strip_prefix("Parlor is listening on http://").map(ToOwned::to_owned) else {
            return Err(format!("the server did not start: {}", fs::read_to_string(&log)?).into());
        };
        let listening_after = started.elapsed();
        let is_new = !directory.join("set-up").exists();
        let setup_code = is_new.then(|| said().split_once('#').map(|(_, code)| code.to_owned())).flatten();
        Ok(Self { child, address: origin.parse()?, setup_code, listening_after, log })
    }

    pub fn process(&self) -> Process {
        Process(self.child.id())
    }

    /// Ends it in order, and looks through its log.
    ///
    /// # Errors
    /// When it logged an error or ended badly.
    pub fn stop(mut self) -> Result<()> {
        kill_process(Pid::from_child(&self.child), Signal::TERM)?;
        let status = self.child.wait()?;
        self.check_log()?;
        if status.success() { Ok(()) } else { Err(format!("the server ended with {status}").into()) }
    }

    /// Ends it as a power cut would.
    ///
    /// # Errors
    /// When it logged an error before.
    pub fn kill(mut self) -> Result<()> {
        self.child.kill()?;
        self.child.wait()?;
        self.check_log()
    }

    fn check_log(&self) -> Result<()> {
        let log = fs::read_to_string(&self.log)?;
        match log.lines().find(|line| line.contains("ERROR") || line.contains("panicked")) {
            Some(line) => Err(format!("the server logged: {line}").into()),
            None => Ok(()),
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A process, as /proc shows it.
#[derive(Clone, Copy)]
pub struct Process(pub u32);

impl Process {
    /// User and system time so far, in seconds; the kernel counts in steps of 10 ms (proc(5), USER_HZ = 100).
    ///
    /// # Errors
    /// When the process is gone.
    pub fn cpu_secs(self) -> Result<f64> {
        let stat = fs::read_to_string(format!("/proc/{}/stat", self.0))?;
        // The second field, a name in parentheses, may hold anything; utime and stime are fields 14 and 15.
        let after = stat.rsplit_once(')').ok_or("an odd /proc/…/stat")?.1;
        let ticks: u64 = after.split_whitespace().skip(11).take(2).filter_map(|n| n.parse::<u64>().ok()).sum();
        Ok(ticks as f64 / 100.0)
    }

    /// Memory that is in use and resident, in KiB.
    ///
    /// # Errors
    /// When the process is gone.
    pub fn rss_kib(self) -> Result<f64> {
        self.status_kib("VmRSS:")
    }

    /// The part of it that is the process's own, in KiB: without the executable and other files that the kernel can
    /// drop at any time (proc(5), RssAnon).
    ///
    /// # Errors
    /// When the process is gone.
    pub fn own_kib(self) -> Result<f64> {
        self.status_kib("RssAnon:")
    }

    fn status_kib(self, name: &str) -> Result<f64> {
        let status = fs::read_to_string(format!("/proc/{}/status", self.0))?;
        let line = status.lines().find_map(|line| line.strip_prefix(name)).ok_or("an odd /proc/…/status")?;
        Ok(line.trim().trim_end_matches(" kB").parse()?)
    }
}

/// Lets this process, and those that it starts, open as many files as the system allows; how many.
pub fn raise_file_limit() -> usize {
    let maximum = getrlimit(Resource::Nofile).maximum;
    let _ = setrlimit(Resource::Nofile, Rlimit { current: maximum, maximum });
    getrlimit(Resource::Nofile).current.and_then(|most| usize::try_from(most).ok()).unwrap_or(usize::MAX)
}
