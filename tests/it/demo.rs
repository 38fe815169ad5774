//! `parlor --demo`, run as a curious person would run it.

use std::io::{BufRead as _, BufReader, Lines};
use std::process::{Child, ChildStdout, Command, Stdio};

use rustix::process::{Pid, Signal, kill_process};
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::cli::names;

struct Demo {
    child: Child,
    origin: String,
    links: Vec<String>,
    out: Lines<BufReader<ChildStdout>>,
}

/// Starts one whose directory is made in `around`, and reads what it prints.
fn start(around: &TempDir) -> Demo {
    let mut child = Command::new(env!("CARGO_BIN_EXE_parlor"))
        .args(["--demo", "--listen", "127.0.0.1:0"])
        .env_clear()
        .env("TMPDIR", around.path())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut out = BufReader::new(child.stdout.take().unwrap()).lines();
    let first = out.next().unwrap().unwrap();
    let origin = first.strip_prefix("Parlor is listening on ").unwrap().to_owned();
    let told = out.by_ref().map(Result::unwrap).take_while(|line| !line.starts_with("or by name"));
    let links = told.filter_map(|line| Some(line.split_once("http")?.1.to_owned())).map(|rest| format!("http{rest}"));
    let links = links.collect();
    Demo { child, origin, links, out }
}

impl Demo {
    /// Sends a signal, and waits for the end; the exit code.
    fn end(mut self, signal: Signal) -> Option<i32> {
        kill_process(Pid::from_child(&self.child), signal).unwrap();
        drop(self.out);
        self.child.wait().unwrap().code()
    }
}

#[actix_web::test]
async fn each_link_of_a_demo_lets_any_number_of_browsers_in_as_that_person() {
    let around = TempDir::new().unwrap();
    let demo = start(&around);
    assert_eq!(demo.links.len(), 8);

    let client = crate::harness::client().no_proxy().build().unwrap();
    let mut names = Vec::new();
    for link in demo.links.iter().chain(&demo.links[..1]) {
        let token = link.strip_prefix(&format!("{}/demo#", demo.origin)).unwrap();
        let request = client.post(format!("{}/api/v1/demo/sign_in", demo.origin)).header("Origin", &demo.origin);
        let answer = request.json(&json!({ "token": token })).send().await.unwrap();
        assert_eq!(answer.status(), 201);
        let body: Value = answer.json().await.unwrap();
        names.push(body["me"]["name"].as_str().unwrap().to_owned());
    }

    assert_eq!((names[0].as_str(), names[1].as_str()), ("Ines Duarte", "Ruth Okafor"));
    assert_eq!(names[8], names[0]);
    assert_eq!(demo.end(Signal::TERM), Some(0));
}

#[test]
fn a_demo_leaves_nothing_behind_when_it_is_stopped() {
    let around = TempDir::new().unwrap();
    let demo = start(&around);
    assert_eq!(names(around.path()).len(), 1);

    assert_eq!(demo.end(Signal::INT), Some(0));

    assert!(names(around.path()).is_empty());
}

#[test]
fn what_a_killed_demo_leaves_is_taken_away_by_the_next_and_a_running_one_is_left_alone() {
    let around = TempDir::new().unwrap();
    let running = start(&around);
    let others = names(around.path());
    assert_eq!(start(&around).end(Signal::KILL), None);
    assert_eq!(names(around.path()).len(), 2);

    let next = start(&around);

    let now = names(around.path());
    assert!(now.len() == 2 && now.contains(&others[0]), "{now:?}");
    assert_eq!((next.end(Signal::INT), running.end(Signal::INT)), (Some(0), Some(0)));
    assert!(names(around.path()).is_empty());
}
