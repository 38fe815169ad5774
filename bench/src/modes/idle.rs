//! What a connection costs that says nothing: memory, and the server's time.

use std::rc::Rc;
use std::time::{Duration, Instant};

use super::Bench;
use super::fanout::{AT_ONCE, settle};
use super::post::send_message;
use crate::Result;
use crate::audience::{Heard, To, gather};
use crate::floor::sockets::Floor;
use crate::house::{House, Layout, text};
use crate::report::{Case, Report};
use crate::server::{Process, raise_file_limit};
use crate::stats::now_ns;

#[derive(Debug, clap::Args)]
pub struct Args {
    /// Connections, each of another person, all in one group; at most the limit of open files less 100
    #[arg(long, default_value_t = 5_000)]
    connections: usize,
    /// How long the server's idle time is watched
    #[arg(long, default_value_t = 10.0)]
    seconds: f64,
}

/// Messages that everybody is told: more than one, so that buffers have grown to what they need.
const BROADCASTS: u64 = 21;

/// Files that a process has open besides connections.
pub const OTHER_FILES: usize = 100;

/// # Errors
/// When there are too few files for so many connections.
pub fn check_files(connections: usize) -> Result<()> {
    let most = raise_file_limit().saturating_sub(OTHER_FILES);
    if connections <= most {
        return Ok(());
    }
    Err(format!("{connections} connections need more open files than allowed here: at most {most}; see `ulimit -Hn`")
        .into())
}

/// # Errors
/// When a delivery is lost, or a connection ends.
pub async fn run(bench: &Bench, args: &Args) -> Result<Report> {
    let count = args.connections;
    check_files(count)?;
    let house = House::build(&bench.binary, &bench.around, count, Layout::Together).await?;
    let server = house.open()?;
    let process = server.process();
    let heard = Rc::new(Heard::default());
    // One connection first, so that what the first one brings about is not counted as a connection's.
    let (first, _) = gather(To::Parlor(server.address), &house.people[..1], &[], 1, &heard).await?;
    settle(process).await?;
    let (empty, cpu, started) = (process.rss_kib()?, process.cpu_secs()?, Instant::now());
    let (listeners, _) = gather(To::Parlor(server.address), &house.people[1..], &[], AT_ONCE, &heard).await?;
    let (connecting_secs, connecting_cpu) = (started.elapsed().as_secs_f64(), process.cpu_secs()? - cpu);
    settle(process).await?;
    let connected = process.rss_kib()?;
    let idle_cpu = watch(process, args.seconds).await?;
    heard.round.set(count as u64);
    for number in 0..BROADCASTS {
        let frame = send_message(number, house.people[0].group, &text(now_ns(), bench.text_bytes));
        first[0].say(frame.as_bytes())?;
        heard.until("broadcasts", |heard| heard.delivered.get() >= (number + 1) * count as u64).await?;
    }
    let (after, own) = (process.rss_kib()?, process.own_kib()?);
    drop((first, listeners));
    server.stop()?;

    let bare = bare_sockets(heard.payload_bytes.get(), &house, count).await?;
    let each = |rss: f64, empty: f64| (rss - empty) / (count - 1).max(1) as f64;
    let mut report = Report::new(format!("idle: {count} signed-in connections in one group"));
    report.add(
        Case::new("Parlor")
            .figure("KiB per connection", each(connected, empty))
            .figure("KiB per connection, after 21 broadcasts", each(after, empty))
            .figure("RSS with one connection MiB", empty / 1024.0)
            .figure("RSS with all MiB", after / 1024.0)
            .figure("of which its own MiB", own / 1024.0)
            .figure("connecting, CPU ms each", connecting_cpu / count as f64 * 1e3)
            .figure("connecting, all, s", connecting_secs)
            .figure("idle CPU, % of a core", idle_cpu * 100.0)
            .figure("broadcast p50 ms", heard.latencies.borrow().quantile_ms(0.5))
            .figure("broadcast to the last ms", heard.latencies.borrow().max_ms())
            .figure("lost", 0.0),
    );
    report.add(Case::new("floor: bare sockets").figure("KiB per connection", bare));
    Ok(report)
}

/// How much of a core a process takes while nothing is asked of it.
async fn watch(process: Process, secs: f64) -> Result<f64> {
    let before = process.cpu_secs()?;
    tokio::time::sleep(Duration::from_secs_f64(secs)).await;
    Ok((process.cpu_secs()? - before) / secs)
}

/// KiB of memory of a process that only holds sockets.
async fn bare_sockets(payload_bytes: usize, house: &House, count: usize) -> Result<f64> {
    let floor = Floor::start(payload_bytes, 0).await?;
    let empty = floor.process().rss_kib()?;
    let heard = Rc::new(Heard::default());
    let held = gather(To::Floor(floor.address), &house.people, &[], AT_ONCE, &heard).await?;
    tokio::time::sleep(Duration::from_millis(500)).await;
    let with_all = floor.process().rss_kib()?;
    drop(held);
    Ok((with_all - empty) / count as f64)
}
