//! Several people upload large files at once: how fast, and whether the server's memory stays flat meanwhile.

use std::cell::Cell;
use std::io::Write as _;
use std::os::unix::fs::FileExt as _;
use std::path::Path;
use std::rc::Rc;
use std::time::{Duration, Instant};

use serde_json::json;
use uuid::Uuid;

use super::Bench;
use crate::Result;
use crate::house::{House, Layout, Person, text};
use crate::http::Http;
use crate::report::{Case, Report};
use crate::server::Process;
use crate::stats::{Latencies, now_ns};

#[derive(Debug, clap::Args)]
pub struct Args {
    /// People who upload at the same time, one file each
    #[arg(long, default_value_t = 10)]
    people: usize,
    /// MiB of each file
    #[arg(long, default_value_t = 1024)]
    mib: usize,
}

const MIB: usize = 1 << 20;

/// Between two looks at the server's memory.
const BETWEEN_LOOKS: Duration = Duration::from_millis(50);

/// What is seen of the server's memory and of others' messages meanwhile.
#[derive(Default)]
struct Seen {
    over: Cell<bool>,
    most_kib: Cell<f64>,
    /// In the first and in the last third of the looks.
    looks: std::cell::RefCell<Vec<f64>>,
    said: std::cell::RefCell<Latencies>,
}

/// # Errors
/// When an upload is refused, or a file is not as it was sent.
pub async fn run(bench: &Bench, args: &Args) -> Result<Report> {
    let house = House::build(&bench.binary, &bench.around, args.people + 1, Layout::Together).await?;
    let server = house.open()?;
    let (process, address) = (server.process(), server.address);
    let (talker, senders) = house.people.split_first().ok_or("nobody is there")?;
    // One small file first, so that what the first one brings about is not counted.
    send(address, talker, 0, MIB).await?;
    let (before, cpu) = (process.own_kib()?, process.cpu_secs()?);
    let seen = Rc::new(Seen::default());
    let watching = tokio::task::spawn_local(watch(process, Rc::clone(&seen)));
    let talking = tokio::task::spawn_local(talk(address, talker.clone(), Rc::clone(&seen), bench.text_bytes));
    let started = Instant::now();
    let bytes = args.mib * MIB;
    let sending = (1..).zip(senders).map(|(number, person)| {
        let person = person.clone();
        tokio::task::spawn_local(async move {
            send(address, &person, number, bytes).await.map_err(|error| error.to_string())
        })
    });
    let mut finishing = Latencies::default();
    for sent in sending.collect::<Vec<_>>() {
        finishing.note(sent.await??);
    }
    let secs = started.elapsed().as_secs_f64();
    seen.over.set(true);
    watching.await?.map_err(|error| error.to_string())?;
    talking.await?.map_err(|error| error.to_string())?;
    let (after, cpu) = (process.own_kib()?, process.cpu_secs()? - cpu);
    server.stop()?;
    check(&house, args)?;

    let all_mib = (args.people * args.mib) as f64;
    let floor = bare(house.path(), all_mib.min(1024.0) as usize)?;
    let looks = seen.looks.borrow();
    let third = (looks.len() / 3).max(1);
    let mean = |part: &[f64]| part.iter().sum::<f64>() / part.len().max(1) as f64 / 1024.0;
    let mut report = Report::new(format!("upload: {} people send {} MiB each at once", args.people, args.mib));
    report.add(
        Case::new("Parlor")
            .figure("MiB/s, on disk and hashed", all_mib / secs)
            .figure("CPU s per GiB", cpu / all_mib * 1024.0)
            .figure("own memory before MiB", before / 1024.0)
            .figure("most meanwhile MiB", seen.most_kib.get() / 1024.0)
            .figure("mean of the first third MiB", mean(looks.get(..third).unwrap_or(&looks)))
            .figure(
                "mean of the last third MiB",
                mean(looks.get(looks.len().saturating_sub(third)..).unwrap_or(&looks)),
            )
            .figure("afterwards MiB", after / 1024.0)
            .figure("finishing, slowest s", finishing.max_ms() / 1000.0)
            .figure("a message meanwhile, p50 ms", seen.said.borrow().quantile_ms(0.5))
            .figure("a message meanwhile, p99 ms", seen.said.borrow().quantile_ms(0.99)),
    );
    report.add(Case::new("floor: one file, written and hashed").figure("MiB/s, on disk and hashed", floor));
    Ok(report)
}

/// Uploads one file, a piece after the other; nanoseconds that finishing took.
async fn send(address: std::net::SocketAddr, person: &Person, number: usize, bytes: usize) -> Result<u64> {
    let mut http = Http::connect(address, Some(&person.token)).await?;
    let wanted = json!({ "name": format!("{number}.bin"), "size_bytes": bytes });
    let begun = http.post("/uploads", &wanted.to_string()).await?.json(201)?;
    let id = begun["id"].as_str().ok_or("an upload without an id")?.to_owned();
    let most = usize::try_from(begun["chunk_bytes"].as_u64().ok_or("no size of pieces")?)?;
    let mut piece = vec![0; most];
    for at in (0..bytes).step_by(most) {
        let length = most.min(bytes - at);
        fill(&mut piece[..length], number, at);
        let stands = http.put(&format!("/uploads/{id}?offset={at}"), &piece[..length]).await?.json(200)?;
        if stands["received_bytes"].as_u64() != u64::try_from(at + length).ok() {
            return Err(
                format!("{} bytes were sent, and the server has {}", at + length, stands["received_bytes"]).into()
            );
        }
    }
    let finished = http.post(&format!("/uploads/{id}/finish"), "{}").await?;
    finished.json(201)?;
    Ok(finished.took_ns)
}

/// Bytes that are like no others: told from them by who sends them and where they stand.
fn fill(piece: &mut [u8], number: usize, at: usize) {
    for (block, bytes) in piece.chunks_mut(4096).enumerate() {
        let mark = ((number as u64) << 40 | (at / 4096 + block) as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        bytes.chunks_mut(8).for_each(|word| word.copy_from_slice(&mark.to_le_bytes()[..word.len()]));
    }
}

async fn watch(process: Process, seen: Rc<Seen>) -> std::result::Result<(), String> {
    while !seen.over.get() {
        let now = process.own_kib().map_err(|error| error.to_string())?;
        seen.most_kib.set(seen.most_kib.get().max(now));
        seen.looks.borrow_mut().push(now);
        tokio::time::sleep(BETWEEN_LOOKS).await;
    }
    Ok(())
}

/// Somebody goes on talking meanwhile.
async fn talk(
    address: std::net::SocketAddr,
    who: Person,
    seen: Rc<Seen>,
    text_bytes: usize,
) -> std::result::Result<(), String> {
    let say = async || -> Result<u64> {
        let mut http = Http::connect(address, Some(&who.token)).await?;
        let input = json!({ "client_id": Uuid::new_v4(), "content": text(now_ns(), text_bytes) });
        let answer = http.post(&format!("/groups/{}/messages", who.group), &input.to_string()).await?;
        answer.json(201)?;
        Ok(answer.took_ns)
    };
    while !seen.over.get() {
        let took = say().await.map_err(|error| error.to_string())?;
        seen.said.borrow_mut().note(took);
        tokio::time::sleep(BETWEEN_LOOKS).await;
    }
    Ok(())
}

/// Every file is there, as long as it was sent, and nothing else is.
fn check(house: &House, args: &Args) -> Result<()> {
    let database = house.database()?;
    let rows: i64 = database.query_row("SELECT count(*) FROM files", [], |row| row.get(0))?;
    let size = i64::try_from(args.mib * MIB)?;
    let whole: i64 =
        database.query_row("SELECT count(*) FROM blobs WHERE size_bytes = ?1", [size], |row| row.get(0))?;
    let data = house.database_file();
    let data = data.parent().ok_or("no data directory")?;
    let left = std::fs::read_dir(data.join("uploads"))?.count();
    let people = i64::try_from(args.people)?;
    let expected = people + i64::from(args.mib == 1);
    if rows != people + 1 || whole != expected || left != 0 {
        return Err(format!("{rows} files and {whole} whole contents are there, and {left} uploads are left").into());
    }
    Ok(())
}

/// Writes one file as the server does, and reads it again for its hash; MiB a second.
fn bare(directory: &Path, mib: usize) -> Result<f64> {
    use sha2::Digest as _;
    let started = Instant::now();
    let mut file = tempfile::tempfile_in(directory)?;
    let mut piece = vec![0; 8 * MIB];
    for at in (0..mib * MIB).step_by(piece.len()) {
        let length = piece.len().min(mib * MIB - at);
        fill(&mut piece[..length], 0, at);
        file.write_all(&piece[..length])?;
        file.sync_data()?;
    }
    let mut hash = sha2::Sha256::new();
    for at in (0..mib * MIB).step_by(piece.len()) {
        let length = piece.len().min(mib * MIB - at);
        file.read_exact_at(&mut piece[..length], at as u64)?;
        hash.update(&piece[..length]);
    }
    std::hint::black_box(hash.finalize());
    Ok(mib as f64 / started.elapsed().as_secs_f64())
}
