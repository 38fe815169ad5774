//! How many messages a second are stored for good. Everybody posts to a group of their own and waits for each answer,
//! so that this measures the way to the disk; `fanout` measures the way to the others.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::net::SocketAddr;
use std::rc::Rc;
use std::time::{Duration, Instant};

use tokio::io::AsyncWriteExt as _;
use tokio::task::JoinSet;
use uuid::Uuid;

use super::{Bench, read_back};
use crate::Result;
use crate::floor::commit;
use crate::house::{House, Layout, Person, text};
use crate::http::Http;
use crate::report::{Case, Report};
use crate::server::Process;
use crate::stats::Latencies;
use crate::ws;

#[derive(Debug, clap::Args)]
pub struct Args {
    /// Which way the messages come; both when left out
    #[arg(long, value_enum)]
    over: Option<Over>,
    /// Callers, each with one message under way; 100 over websockets and 16 over HTTP when left out
    #[arg(long)]
    callers: Option<usize>,
    #[arg(long, default_value_t = 10.0)]
    seconds: f64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Over {
    Ws,
    Http,
}

/// What the callers of a run have in common.
struct Run {
    address: SocketAddr,
    until: Instant,
    text_bytes: usize,
    number: Cell<u64>,
    latencies: RefCell<Latencies>,
}

impl Run {
    fn next_number(&self) -> u64 {
        self.number.set(self.number.get() + 1);
        self.number.get()
    }
}

/// The id of each acknowledged message, and the number that its text is made from.
type Acked = Vec<(String, u64)>;

/// # Errors
/// When a message is lost, or the server does not work.
pub async fn run(bench: &Bench, args: &Args) -> Result<Report> {
    let mut report =
        Report::new(format!("post: durable messages, {} s, {} bytes each", args.seconds, bench.text_bytes));
    for over in [Over::Ws, Over::Http] {
        if args.over.is_none_or(|wanted| wanted == over) {
            let callers = args.callers.unwrap_or(if over == Over::Ws { 100 } else { 16 });
            measure(bench, over, callers, Duration::from_secs_f64(args.seconds), &mut report).await?;
        }
    }
    Ok(report)
}

async fn measure(bench: &Bench, over: Over, callers: usize, lasting: Duration, report: &mut Report) -> Result<()> {
    let house = House::build(&bench.binary, &bench.around, callers, Layout::Apart).await?;
    let bare = house.path().join("floor.db");
    std::fs::copy(house.database_file(), &bare)?;

    let server = house.open()?;
    let run = Rc::new(Run {
        address: server.address,
        until: Instant::now() + lasting,
        text_bytes: bench.text_bytes,
        number: Cell::new(0),
        latencies: RefCell::default(),
    });
    let (cpu, started) = (server.process().cpu_secs()?, Instant::now());
    let mut calling = JoinSet::new();
    for (at, person) in house.people.iter().cloned().enumerate() {
        let run = Rc::clone(&run);
        calling.spawn_local(async move {
            let acked = match over {
                Over::Ws => call_over_ws(&run, at, &person).await,
                Over::Http => call_over_http(&run, &person).await,
            };
            acked.map(|acked| (person, acked)).map_err(|error| error.to_string())
        });
    }
    let mut acked = Vec::new();
    while let Some(called) = calling.join_next().await {
        acked.push(called??);
    }
    let (secs, cpu) = (started.elapsed().as_secs_f64(), server.process().cpu_secs()? - cpu);
    // What was acknowledged must be there however the server ends.
    server.kill()?;
    let found = read_all_back(&house, &acked, bench.text_bytes).await?;

    let this = Process(std::process::id());
    let before = this.cpu_secs()?;
    let (rows, floor_secs, commits) = commit::run(&bare, &house.people, callers, bench.text_bytes, lasting)?;
    let floor_cost = (this.cpu_secs()? - before) / rows as f64 * 1e6;
    let (rate, floor, cost) = (found as f64 / secs, rows as f64 / floor_secs, cpu / found as f64 * 1e6);
    let name = if over == Over::Ws { "websocket" } else { "HTTP" };
    report.add(
        Case::new(format!("{name}, {callers} callers"))
            .figure("rate, part of the floor's", rate / floor)
            .figure("CPU, times the floor's", cost / floor_cost)
            .figure("messages/s", rate)
            .latencies(&run.latencies.borrow())
            .figure("CPU s per million", cost)
            .figure("acknowledged and read back", found as f64)
            .figure("lost", 0.0),
    );
    report.add(
        Case::new(format!("floor: bare commits of {callers}"))
            .figure("rate, part of the floor's", 1.0)
            .figure("CPU, times the floor's", 1.0)
            .figure("messages/s", floor)
            .latencies(&commits)
            .figure("CPU s per million", floor_cost),
    );
    Ok(())
}

async fn read_all_back(house: &House, acked: &[(Person, Acked)], text_bytes: usize) -> Result<u64> {
    let server = house.open()?;
    let mut found = 0;
    for (person, acked) in acked {
        let said: HashMap<_, _> = acked.iter().map(|(id, number)| (id.clone(), text(*number, text_bytes))).collect();
        if said.len() != acked.len() {
            return Err("two acknowledgements named the same message".into());
        }
        found += read_back(server.address, &person.token, person.group, said).await?;
    }
    server.stop()?;
    Ok(found)
}

async fn call_over_ws(run: &Run, at: usize, person: &Person) -> Result<Acked> {
    let (stream, mut inbox, _) = ws::open_patiently(run.address, at, &person.token, None).await?;
    let (mut read, mut write) = stream.into_split();
    let (mut acked, mut bytes) = (Vec::new(), Vec::new());
    let (mut heard, mut answer) = (0_u64, None);
    while Instant::now() < run.until || heard < acked.len() as u64 {
        let is_sending = Instant::now() < run.until;
        let number = run.next_number();
        let started = Instant::now();
        if is_sending {
            let json = send_message(number, person.group, &text(number, run.text_bytes));
            bytes.clear();
            ws::frame(ws::TEXT, json.as_bytes(), &mut bytes);
            write.write_all(&bytes).await?;
        }
        // The answer and the event come in either order; at the end the last events are waited for.
        while if is_sending { answer.is_none() } else { heard < acked.len() as u64 } {
            let more = inbox.read(&mut read, |opcode, payload| take(opcode, payload, &mut heard, &mut answer));
            if !more.await? {
                return Err("a connection ended".into());
            }
        }
        if let Some((reply_to, id)) = answer.take() {
            if reply_to != number {
                return Err(format!("{reply_to} was answered where {number} was asked").into());
            }
            run.latencies.borrow_mut().note(u64::try_from(started.elapsed().as_nanos())?);
            acked.push((id, number));
        }
    }
    Ok(acked)
}

/// Notes an answer; counts own messages as they come back as events, in order.
fn take(opcode: u8, payload: &[u8], heard: &mut u64, answer: &mut Option<(u64, String)>) -> Result<()> {
    match opcode {
        ws::CLOSE => return Err(ws::closed(payload).into()),
        ws::TEXT => {}
        _ => return Ok(()),
    }
    if payload.starts_with(b"{\"seq\":") {
        let ordinal = ws::number_after(payload, b"\"ordinal\":").ok_or("an event that is no message")?;
        *heard += 1;
        return if ordinal == *heard {
            Ok(())
        } else {
            Err(format!("message {ordinal} came as number {heard}").into())
        };
    }
    if memchr::memmem::find(payload, b"\"type\":\"ack\"").is_some() {
        let number = ws::number_after(payload, b"\"reply_to\":").ok_or("an answer without a number")?;
        let id = ws::string_after(payload, b"\"id\":\"").ok_or("an answer without a message")?;
        *answer = Some((number, id.to_owned()));
    } else if memchr::memmem::find(payload, b"\"type\":\"ready\"").is_none() {
        return Err(String::from_utf8_lossy(payload).into());
    }
    Ok(())
}

/// The frame that says something in a group.
pub fn send_message(number: u64, group: Uuid, content: &str) -> String {
    let client = Uuid::new_v4();
    format!(
        r#"{{"id":{number},"type":"send_message","data":{{"group_id":"{group}","client_id":"{client}","content":"{content}"}}}}"#
    )
}

async fn call_over_http(run: &Run, person: &Person) -> Result<Acked> {
    let mut http = Http::connect(run.address, Some(&person.token)).await?;
    let path = format!("/groups/{}/messages", person.group);
    let mut acked = Vec::new();
    while Instant::now() < run.until {
        let number = run.next_number();
        let (client, content) = (Uuid::new_v4(), text(number, run.text_bytes));
        let body = format!(r#"{{"client_id":"{client}","content":"{content}"}}"#);
        let answer = http.post(&path, &body).await?;
        if answer.status != 201 {
            return Err(format!("{}: {}", answer.status, String::from_utf8_lossy(answer.body)).into());
        }
        run.latencies.borrow_mut().note(answer.took_ns);
        let id = ws::string_after(answer.body, b"\"id\":\"").ok_or("an answer without a message")?;
        acked.push((id.to_owned(), number));
    }
    Ok(acked)
}
