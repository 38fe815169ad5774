//! How long it takes until somebody can come in.

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::json;

use super::Bench;
use super::history::load;
use crate::Result;
use crate::house::{House, Layout, OWNER, PASSWORD};
use crate::http::Http;
use crate::report::{Case, Report};
use crate::stats::Latencies;

#[derive(Debug, clap::Args)]
pub struct Args {
    /// Messages in the database
    #[arg(long, value_delimiter = ',', default_values_t = [0, 1_000_000])]
    messages: Vec<u64>,
    #[arg(long, default_value_t = 20)]
    starts: u32,
    /// How long nobody signs in before memory at rest is read; the buffer in which a password was hashed goes back after at most 30
    #[arg(long, default_value_t = 32.0)]
    rest_seconds: f64,
}

/// # Errors
/// When the server does not start or nobody can sign in.
pub async fn run(bench: &Bench, args: &Args) -> Result<Report> {
    let mut report = Report::new(format!("coldstart: {} starts each, the file in the page cache", args.starts));
    let house = House::build(&bench.binary, &bench.around, 50, Layout::Together).await?;
    let bare = exec_alone(bench, args.starts)?;
    let mut there = 0;
    for count in &args.messages {
        load(&mut house.database()?, &house.people, there..*count, bench.text_bytes)?;
        there = *count;
        report.add(measure(bench, args, &house, there, &bare).await?);
    }
    Ok(report)
}

async fn measure(bench: &Bench, args: &Args, house: &House, there: u64, bare: &Latencies) -> Result<Case> {
    let (mut listening, mut signed_in) = (Latencies::default(), Latencies::default());
    let (mut after_sign_in, mut at_rest, mut own, mut cpu) = (0.0, 0.0, 0.0, 0.0);
    for start in 0..=args.starts {
        let begun = Instant::now();
        let server = house.open()?;
        let input = json!({ "login": OWNER, "password": PASSWORD, "token": true }).to_string();
        Http::connect(server.address, None).await?.post("/sessions", &input).await?.json(201)?;
        let took = begun.elapsed();
        // The first start is not like the others: it makes the log and fills the page cache.
        if start > 0 {
            listening.note(u64::try_from(server.listening_after.as_nanos())?);
            signed_in.note(u64::try_from(took.as_nanos())?);
            cpu += server.process().cpu_secs()?;
        }
        if start == args.starts {
            after_sign_in = server.process().rss_kib()?;
            tokio::time::sleep(Duration::from_secs_f64(args.rest_seconds)).await;
            at_rest = server.process().rss_kib()?;
            own = server.process().own_kib()?;
        }
        server.stop()?;
    }
    Ok(Case::new(format!("{there} messages"))
        .figure("listening, times bare exec", listening.quantile_ms(0.5) / bare.quantile_ms(0.5))
        .figure("exec to listening, p50 ms", listening.quantile_ms(0.5))
        .figure("exec to first sign-in, p50 ms", signed_in.quantile_ms(0.5))
        .figure("exec to first sign-in, max ms", signed_in.max_ms())
        .figure("CPU until then, ms", cpu / f64::from(args.starts) * 1e3)
        .figure("floor: exec of --version, p50 ms", bare.quantile_ms(0.5))
        .figure("RSS after a sign-in MiB", after_sign_in / 1024.0)
        .figure("RSS at rest MiB", at_rest / 1024.0)
        .figure("of which its own MiB", own / 1024.0)
        .figure("database MiB", mib(house.database_file())?)
        .figure("executable MB", mib(&bench.binary)? * 1.048_576))
}

/// How long a file is.
fn mib(file: impl AsRef<Path>) -> Result<f64> {
    Ok(std::fs::metadata(file)?.len() as f64 / 1_048_576.0)
}

/// How long it takes to start the same binary for nothing.
fn exec_alone(bench: &Bench, starts: u32) -> Result<Latencies> {
    let mut latencies = Latencies::default();
    for _ in 0..starts {
        let begun = Instant::now();
        Command::new(&bench.binary).arg("--version").stdout(Stdio::null()).status()?;
        latencies.note(u64::try_from(begun.elapsed().as_nanos())?);
    }
    Ok(latencies)
}
