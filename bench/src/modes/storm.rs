//! Everybody is cut off at once and comes back at once, as after a router's restart; meanwhile people have talked.

use std::cell::Cell;
use std::rc::Rc;
use std::time::{Duration, Instant};

use serde_json::json;
use tokio::task::spawn_local;
use uuid::Uuid;

use super::Bench;
use super::fanout::{AT_ONCE, settle};
use super::idle::check_files;
use crate::Result;
use crate::audience::{Heard, Listener, To, gather};
use crate::floor::sockets::Floor;
use crate::house::{House, Layout, Person, text};
use crate::http::Http;
use crate::report::{Case, Report};
use crate::server::Process;
use crate::stats::{Latencies, now_ns};

#[derive(Debug, clap::Args)]
pub struct Args {
    /// Connections, each of another person, all in one group
    #[arg(long, default_value_t = 5_000)]
    connections: usize,
    /// Messages that are posted while nobody is connected
    #[arg(long, default_value_t = 20)]
    missed: u64,
    /// Storms, one after the other; what is told is the last one's
    #[arg(long, default_value_t = 1)]
    rounds: u64,
    /// Connections that come back at a time; all of them when left out
    #[arg(long)]
    at_once: Option<usize>,
}

/// How a storm went.
struct Weather {
    secs: f64,
    cpu_secs: f64,
    peak_kib: f64,
    refusals: u64,
    back: Latencies,
}

/// # Errors
/// When somebody does not come back, or misses something.
pub async fn run(bench: &Bench, args: &Args) -> Result<Report> {
    let count = args.connections;
    check_files(count)?;
    let house = House::build(&bench.binary, &bench.around, count, Layout::Together).await?;
    let server = house.open()?;
    let process = server.process();
    let heard = Rc::new(Heard::default());
    heard.round.set(count as u64);
    let (listeners, _) = gather(To::Parlor(server.address), &house.people, &[], AT_ONCE, &heard).await?;
    settle(process).await?;
    post(&server.address, &house.people[0], 1, bench.text_bytes).await?;
    heard.until("the first message", |heard| heard.delivered.get() >= count as u64).await?;
    let payload_bytes = heard.payload_bytes.get();
    let rss_before = process.rss_kib()?;
    let at_once = args.at_once.unwrap_or(count);
    let (mut listeners, mut last) = (listeners, None);
    for round in 1..=args.rounds.max(1) {
        let before: Vec<(u64, u64)> = listeners.iter().map(|l| (l.ear.seq.get(), l.ear.ordinal.get())).collect();
        drop(listeners);
        post(&server.address, &house.people[0], args.missed, bench.text_bytes).await?;
        let to = To::Parlor(server.address);
        let (back, weather) = come_back(to, process, &house.people, &before, at_once, args.missed).await?;
        let expected = 1 + round * args.missed;
        if let Some(short) = back.iter().find(|l| l.ear.ordinal.get() != expected) {
            return Err(format!("somebody got as far as message {} of {expected}", short.ear.ordinal.get()).into());
        }
        settle(process).await?;
        (listeners, last) = (back, Some(weather));
    }
    let weather = last.ok_or("no storm")?;
    let rss_after = process.rss_kib()?;
    drop(listeners);
    server.stop()?;

    let floor = Floor::start(payload_bytes, args.missed).await?;
    let new = vec![(0, 0); count];
    let to = To::Floor(floor.address);
    let (_held, calm) = come_back(to, floor.process(), &house.people, &new, at_once, args.missed).await?;

    let mut report =
        Report::new(format!("storm: {count} connections dropped and back at once, {} messages missed", args.missed));
    report.add(
        Case::new("Parlor")
            .figure("time, times the floor's", weather.secs / calm.secs)
            .figure("all back after s", weather.secs)
            .figure("CPU ms per connection", weather.cpu_secs / count as f64 * 1e3)
            .latencies(&weather.back)
            .figure("asked to come again later", weather.refusals as f64)
            .figure("RSS before MiB", rss_before / 1024.0)
            .figure("RSS at most MiB", weather.peak_kib / 1024.0)
            .figure("RSS after MiB", rss_after / 1024.0)
            .figure("lost", 0.0),
    );
    report.add(
        Case::new("floor: accept and write")
            .figure("time, times the floor's", 1.0)
            .figure("all back after s", calm.secs)
            .figure("CPU ms per connection", calm.cpu_secs / count as f64 * 1e3),
    );
    Ok(report)
}

/// Opens all connections again and waits until each has what it missed.
async fn come_back(
    to: To,
    process: Process,
    people: &[Person],
    before: &[(u64, u64)],
    at_once: usize,
    missed: u64,
) -> Result<(Vec<Listener>, Weather)> {
    let heard = Rc::new(Heard::default());
    let all = people.len() as u64 * missed;
    heard.round.set(all);
    let peak_kib = Rc::new(Cell::new(0.0));
    let peak = Rc::clone(&peak_kib);
    let watching = spawn_local(async move {
        while let Ok(kib) = process.rss_kib() {
            peak.set(f64::max(peak.get(), kib));
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    });
    let (cpu, started) = (process.cpu_secs()?, Instant::now());
    let (listeners, refusals) = gather(to, people, before, at_once, &heard).await?;
    heard.until("what was missed", |heard| heard.delivered.get() >= all).await?;
    let (secs, cpu_secs) = (started.elapsed().as_secs_f64(), process.cpu_secs()? - cpu);
    watching.abort();
    let mut back = Latencies::default();
    for listener in &listeners {
        back.note(u64::try_from(listener.ear.ready_after.get().as_nanos())?);
    }
    Ok((listeners, Weather { secs, cpu_secs, peak_kib: peak_kib.get(), refusals, back }))
}

async fn post(address: &std::net::SocketAddr, person: &Person, count: u64, text_bytes: usize) -> Result<()> {
    let mut http = Http::connect(*address, Some(&person.token)).await?;
    for _ in 0..count {
        let body = json!({ "client_id": Uuid::new_v4(), "content": text(now_ns(), text_bytes) });
        http.post(&format!("/groups/{}/messages", person.group), &body.to_string()).await?.json(201)?;
    }
    Ok(())
}
