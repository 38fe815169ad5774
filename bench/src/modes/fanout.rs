//! What it costs to bring a message to everybody in a group, and how long it takes. Each message is stored before it
//! is sent.

use std::collections::HashMap;
use std::rc::Rc;
use std::time::{Duration, Instant};

use tokio::io::AsyncWriteExt as _;
use tokio::net::TcpStream;

use super::post::send_message;
use super::{Bench, read_back};
use crate::Result;
use crate::audience::{Heard, Listener, To, gather};
use crate::floor::sockets::Floor;
use crate::house::{House, Layout, text};
use crate::report::{Case, Report};
use crate::server::Process;
use crate::stats::now_ns;

#[derive(Debug, clap::Args)]
pub struct Args {
    /// Connections, each of another member of the group; 500 when left out, 200 with --saturate
    #[arg(long)]
    members: Option<usize>,
    /// Messages a second
    #[arg(long, default_value_t = 50.0)]
    rate: f64,
    #[arg(long, default_value_t = 10.0)]
    seconds: f64,
    /// As many messages as can be, instead of a rate
    #[arg(long)]
    saturate: bool,
    /// With --saturate: messages that are under way, fewer than an outbox holds (512); half as many are sent anew when everybody has the first half
    #[arg(long, default_value_t = 384)]
    under_way: u64,
}

/// Connections that are opened at a time.
pub const AT_ONCE: usize = 100;

/// Who sends.
enum Source<'a> {
    Parlor { house: &'a House, listeners: &'a [Listener] },
    Floor(&'a mut TcpStream),
}

impl Source<'_> {
    /// Sends message `number`, with the present as its text.
    async fn send(&mut self, number: u64, said: &mut Vec<String>, text_bytes: usize) -> Result<()> {
        let now = now_ns();
        match self {
            Self::Parlor { house, listeners } => {
                let content = text(now, text_bytes);
                let frame = send_message(number, house.people[0].group, &content);
                said.push(content);
                listeners[usize::try_from(number)? % listeners.len()].say(frame.as_bytes())
            }
            Self::Floor(control) => Ok(control.write_all(&now.to_le_bytes()).await?),
        }
    }
}

/// What a run took.
struct Took {
    messages: u64,
    secs: f64,
    cpu_secs: f64,
}

/// # Errors
/// When a message or a delivery is lost, doubled or out of order.
pub async fn run(bench: &Bench, args: &Args) -> Result<Report> {
    let members = args.members.unwrap_or(if args.saturate { 200 } else { 500 });
    let pace = if args.saturate {
        format!("as many as can be, {} under way", args.under_way)
    } else {
        format!("{} messages/s", args.rate)
    };
    let mut report = Report::new(format!("fanout: {members} members, {pace}, {} bytes each", bench.text_bytes));

    let house = House::build(&bench.binary, &bench.around, members, Layout::Together).await?;
    let server = house.open()?;
    let heard = Rc::new(Heard::default());
    let (listeners, _) = gather(To::Parlor(server.address), &house.people, &[], AT_ONCE, &heard).await?;
    settle(server.process()).await?;
    let mut said = Vec::new();
    let source = Source::Parlor { house: &house, listeners: &listeners };
    let took = drive(bench, args, members, source, &heard, server.process(), &mut said).await?;
    let acked: HashMap<String, String> =
        heard.acked.borrow().iter().map(|(number, id)| (id.clone(), said[*number as usize].clone())).collect();
    let (token, group) = (&house.people[0].token, house.people[0].group);
    let found = read_back(server.address, token, group, acked).await?;
    if found != took.messages {
        return Err(format!("{found} of {} messages were acknowledged and read back", took.messages).into());
    }
    drop(listeners);
    server.stop()?;

    let floor_heard = Rc::new(Heard::default());
    let mut floor = Floor::start(heard.payload_bytes.get(), 0).await?;
    let (floor_listeners, _) = gather(To::Floor(floor.address), &house.people, &[], AT_ONCE, &floor_heard).await?;
    // Nobody says that the last connection was accepted.
    tokio::time::sleep(Duration::from_millis(200)).await;
    let (process, source) = (floor.process(), Source::Floor(&mut floor.control));
    let floor_took = drive(bench, args, members, source, &floor_heard, process, &mut said).await?;
    drop(floor_listeners);

    let floor_cost = cost(&floor_took, members);
    for (name, took, heard) in [("Parlor", &took, &heard), ("floor: bare writes", &floor_took, &floor_heard)] {
        let cost = cost(took, members);
        report.add(
            Case::new(name)
                .figure("CPU, times the floor's", cost / floor_cost)
                .figure("CPU s per million deliveries", cost)
                .figure("CPU s per million messages", took.cpu_secs / took.messages as f64 * 1e6)
                .figure("deliveries/s", heard.delivered.get() as f64 / took.secs)
                .figure("messages/s", took.messages as f64 / took.secs)
                .latencies(&heard.latencies.borrow())
                .figure("deliveries", heard.delivered.get() as f64)
                .figure("lost", 0.0),
        );
    }
    Ok(report)
}

fn cost(took: &Took, members: usize) -> f64 {
    took.cpu_secs / (took.messages as f64 * members as f64) * 1e6
}

/// What connecting has set going (presence is noted once a second) is not what is measured.
pub async fn settle(process: Process) -> Result<()> {
    for _ in 0..20 {
        let before = process.cpu_secs()?;
        tokio::time::sleep(Duration::from_millis(1_100)).await;
        if process.cpu_secs()? - before <= 0.03 {
            break;
        }
    }
    Ok(())
}

async fn drive(
    bench: &Bench,
    args: &Args,
    members: usize,
    mut source: Source<'_>,
    heard: &Rc<Heard>,
    process: Process,
    said: &mut Vec<String>,
) -> Result<Took> {
    let members = members as u64;
    heard.round.set(members);
    let is_parlor = matches!(source, Source::Parlor { .. });
    let (cpu, started, mut messages) = (process.cpu_secs()?, Instant::now(), 0_u64);
    let lasting = Duration::from_secs_f64(args.seconds);
    while started.elapsed() < lasting {
        let together = if args.saturate { args.under_way.div_ceil(2) } else { 1 };
        for _ in 0..together {
            source.send(messages, said, bench.text_bytes).await?;
            messages += 1;
        }
        if args.saturate {
            everything(heard, messages - together, members, is_parlor).await?;
        } else {
            tokio::time::sleep_until((started + Duration::from_secs_f64(messages as f64 / args.rate)).into()).await;
        }
    }
    everything(heard, messages, members, is_parlor).await?;
    Ok(Took { messages, secs: started.elapsed().as_secs_f64(), cpu_secs: process.cpu_secs()? - cpu })
}

/// Waits until everybody has everything, and each message is acknowledged.
async fn everything(heard: &Heard, messages: u64, members: u64, is_parlor: bool) -> Result<()> {
    let all = |heard: &Heard| {
        heard.delivered.get() >= messages * members && (!is_parlor || heard.acked.borrow().len() as u64 >= messages)
    };
    heard.until("waiting for deliveries", all).await
}
