//! Turning passwords into what is stored of them, and comparing.
//!
//! Argon2id is costly on purpose: 10 ms of one core and 19 MiB each time. So few are worked on at
//! once, in buffers that are used again and again (fresh ones of this size leave glibc with
//! several times their sum) and given back when nobody signs in, and few may wait; beyond that
//! people are asked to try again.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use argon2::password_hash::phc::{Output, ParamsString, PasswordHash, Salt};
use argon2::{Algorithm, Argon2, Block, Params, Version};
use tokio::sync::Semaphore;

use crate::domain::Password;
use crate::domain::secret::random_bytes;
use crate::error::{Error, Result};

/// 19 MiB, 2 passes, 1 lane: the first choice of OWASP's list for Argon2id.
const COST: Params = Params::DEFAULT;

/// The dearest stored hash that is computed at all: 256 MiB, 16 passes. A row that asks for more is damaged.
const MOST_MEMORY_KIB: u32 = 256 * 1024;
const MOST_PASSES: u32 = 16;

/// What a generated password is made of: 32 letters and digits, without those that look alike.
const LETTERS: &[u8; 32] = b"abcdefghjkmnpqrstuvwxyz023456789";

/// The one place where passwords are hashed.
pub struct Passwords {
    buffers: Arc<Buffers>,
    turns: Arc<Semaphore>,
    waiting: AtomicUsize,
    most_waiting: usize,
}

impl Passwords {
    /// `parallel` are hashed at the same time, and `waiting` more may wait for their turn.
    pub fn new(parallel: usize, waiting: usize) -> Self {
        Self {
            buffers: Arc::default(),
            turns: Arc::new(Semaphore::new(parallel.max(1))),
            waiting: AtomicUsize::new(0),
            most_waiting: waiting,
        }
    }

    /// What is stored of a password: a PHC string with a salt of its own.
    ///
    /// # Errors
    /// `Busy` when too many are waiting already.
    pub async fn hash(&self, password: Password) -> Result<String> {
        self.in_turn(move |buffers| hash(buffers, &password)).await
    }

    /// Whether the password is the one that `phc` was made of.
    ///
    /// Without a stored hash, or without a password that could be anybody's, the answer is no and
    /// takes just as long, so that time does not tell who exists.
    ///
    /// # Errors
    /// `Busy` when too many are waiting already; `Internal` when `phc` is damaged.
    pub async fn verify(&self, password: Option<Password>, phc: Option<String>) -> Result<bool> {
        self.in_turn(move |buffers| verify(buffers, password.as_ref(), phc.as_deref())).await
    }

    /// [`Passwords::hash`] for a thread that may wait and is alone, as the command line is.
    pub fn hash_and_wait(&self, password: &Password) -> Result<String> {
        hash(&self.buffers, password)
    }

    /// [`Passwords::verify`] for a thread that may wait and is alone.
    #[cfg(test)]
    pub fn verify_and_wait(&self, password: &Password, phc: &str) -> Result<bool> {
        verify(&self.buffers, Some(password), Some(phc))
    }

    /// Gives memory back when nobody has signed in since the last call.
    pub fn let_go_if_idle(&self) {
        self.buffers.let_go_if_idle();
    }

    async fn in_turn<T: Send + 'static>(&self, work: impl FnOnce(&Buffers) -> Result<T> + Send + 'static) -> Result<T> {
        let turn = match Arc::clone(&self.turns).try_acquire_owned() {
            Ok(turn) => turn,
            Err(_) => {
                let _waiting = Waiting::join(&self.waiting, self.most_waiting)?;
                Arc::clone(&self.turns).acquire_owned().await.map_err(|_| Error::Busy)?
            }
        };
        let buffers = Arc::clone(&self.buffers);
        // The turn goes along: it is over when the work is, even if nobody waits for it any more.
        let working = tokio::task::spawn_blocking(move || {
            let _turn = turn;
            work(&buffers)
        });
        working.await.map_err(|_| Error::internal("hashing a password panicked"))?
    }
}

/// Whether a stored hash was cheaper to make than one made today, so that the next sign-in should store a new one.
pub fn needs_rehash(phc: &str) -> bool {
    Stored::parse(phc).is_ok_and(|stored| {
        stored.algorithm != Algorithm::Argon2id
            || stored.version != Version::default()
            || stored.params.m_cost() < COST.m_cost()
            || stored.params.t_cost() < COST.t_cost()
    })
}

/// A password for somebody to be given: 100 random bits in five groups of four, easy to read out and to type.
pub fn generated() -> Password {
    let letters = random_bytes().map(|byte| char::from(LETTERS[usize::from(byte % 32)]));
    let text = letters[..20].chunks(4).map(String::from_iter).collect::<Vec<_>>().join("-");
    Password::parse("password", &text).expect("20 random characters are neither too few nor common")
}

fn hash(buffers: &Buffers, password: &Password) -> Result<String> {
    let salt = Salt::new(&random_bytes()[..Salt::RECOMMENDED_LENGTH]).map_err(damaged)?;
    let output = digest(buffers, &argon2_of(&COST), password.reveal(), &salt, Params::DEFAULT_OUTPUT_LEN)?;
    let stored = PasswordHash {
        algorithm: Algorithm::Argon2id.ident(),
        version: Some(Version::default().into()),
        params: ParamsString::try_from(&COST).map_err(Error::internal)?,
        salt: Some(salt),
        hash: Some(output),
    };
    Ok(stored.to_string())
}

fn verify(buffers: &Buffers, password: Option<&Password>, phc: Option<&str>) -> Result<bool> {
    let typed = password.map_or("", Password::reveal);
    let Some(phc) = phc else {
        let salt = Salt::new(&[0; Salt::RECOMMENDED_LENGTH]).map_err(damaged)?;
        digest(buffers, &argon2_of(&COST), typed, &salt, Params::DEFAULT_OUTPUT_LEN)?;
        return Ok(false);
    };
    let stored = Stored::parse(phc)?;
    let argon2 = Argon2::new(stored.algorithm, stored.version, stored.params);
    let output = digest(buffers, &argon2, typed, &stored.salt, stored.output.len())?;
    // Compares in constant time.
    Ok(output == stored.output && password.is_some())
}

fn argon2_of(params: &Params) -> Argon2<'static> {
    Argon2::new(Algorithm::Argon2id, Version::default(), params.clone())
}

fn digest(buffers: &Buffers, argon2: &Argon2<'_>, typed: &str, salt: &Salt, length: usize) -> Result<Output> {
    let mut out = [0; Output::MAX_LENGTH];
    let out = out.get_mut(..length).ok_or_else(|| damaged("its length is wrong"))?;
    buffers
        .with(argon2.params().block_count(), |blocks| {
            argon2.hash_password_into_with_memory(typed.as_bytes(), salt, out, blocks)
        })
        .map_err(Error::internal)?;
    Output::new(out).map_err(damaged)
}

/// A PHC string taken apart.
struct Stored {
    algorithm: Algorithm,
    version: Version,
    params: Params,
    salt: Salt,
    output: Output,
}

impl Stored {
    fn parse(phc: &str) -> Result<Self> {
        let parts = PasswordHash::new(phc).map_err(damaged)?;
        let params = Params::try_from(&parts).map_err(damaged)?;
        if params.m_cost() > MOST_MEMORY_KIB || params.t_cost() > MOST_PASSES {
            return Err(damaged("it would take too long to compute"));
        }
        let (Some(salt), Some(output)) = (parts.salt, parts.hash) else { return Err(damaged("a part is missing")) };
        let version = parts.version.map_or(Ok(Version::default()), Version::try_from).map_err(damaged)?;
        let algorithm = Algorithm::try_from(parts.algorithm.as_str()).map_err(damaged)?;
        Ok(Self { algorithm, version, params, salt, output })
    }
}

fn damaged(why: impl std::fmt::Display) -> Error {
    Error::internal(format!("a stored password hash cannot be used: {why}"))
}

/// Room that is asked for, in blocks of 1 KiB, though only what is used becomes memory: glibc gives what is freed back to
/// the system for certain from 32 MiB on (`DEFAULT_MMAP_THRESHOLD_MAX`, mallopt(3)), and may keep what is smaller.
const ROOM: usize = 33 * 1024;

/// Memory to hash in. Made when it is first needed, and kept while people sign in; there are as many as were in use at
/// once.
#[derive(Default)]
struct Buffers {
    free: Mutex<Vec<Vec<Block>>>,
    /// Whether one was needed since the last look.
    are_used: AtomicBool,
}

impl Buffers {
    fn free(&self) -> MutexGuard<'_, Vec<Vec<Block>>> {
        self.free.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn with<T>(&self, blocks: usize, work: impl FnOnce(&mut [Block]) -> T) -> T {
        self.are_used.store(true, Ordering::Relaxed);
        let kept = self.free().pop();
        let mut buffer = kept.unwrap_or_else(|| Vec::with_capacity(ROOM));
        if buffer.len() < blocks {
            buffer.resize(blocks, Block::default());
        }
        let done = work(&mut buffer);
        // One that was grown for a dearer hash of another time is not kept.
        if buffer.capacity() <= ROOM {
            self.free().push(buffer);
        }
        done
    }

    /// Lets all go that are free, if none was needed since the last time.
    fn let_go_if_idle(&self) {
        if !self.are_used.swap(false, Ordering::Relaxed) {
            self.free().clear();
        }
    }
}

/// A place in the line of those who wait for their turn.
struct Waiting<'a>(&'a AtomicUsize);

impl<'a> Waiting<'a> {
    fn join(line: &'a AtomicUsize, most: usize) -> Result<Self> {
        let waiting = Self(line);
        if line.fetch_add(1, Ordering::Relaxed) < most { Ok(waiting) } else { Err(Error::Busy) }
    }
}

impl Drop for Waiting<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What was made when 8 MiB and one pass were thought to be enough.
    const OLD: &str = "$argon2id$v=19$m=8192,t=1,p=1$c29tZSBzYWx0IG9mIDE2$";

    fn password(typed: &str) -> Password {
        Password::claimed(typed).unwrap()
    }

    #[actix_web::test]
    async fn a_password_is_recognised_and_no_other_is() {
        let passwords = Passwords::new(2, 8);
        let stored = passwords.hash(password("a quiet morning")).await.unwrap();

        assert!(stored.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{stored}");
        assert!(passwords.verify(Some(password("a quiet morning")), Some(stored.clone())).await.unwrap());
        assert!(!passwords.verify(Some(password("a quiet evening")), Some(stored.clone())).await.unwrap());
        assert!(!passwords.verify(None, Some(stored)).await.unwrap());
    }

    #[test]
    fn the_same_password_is_stored_differently_each_time() {
        let passwords = Passwords::new(1, 0);
        let twice = [(); 2].map(|()| passwords.hash_and_wait(&password("a quiet morning")).unwrap());
        assert_ne!(twice[0], twice[1]);
    }

    #[actix_web::test]
    async fn without_an_account_the_answer_is_no() {
        let passwords = Passwords::new(1, 0);
        assert!(!passwords.verify(Some(password("a quiet morning")), None).await.unwrap());
        assert!(!passwords.verify(None, None).await.unwrap());
    }

    #[actix_web::test]
    async fn who_finds_the_line_full_is_told_so_and_the_others_are_served() {
        let passwords = Passwords::new(1, 2);
        let sign_in = || passwords.verify(Some(password("a quiet morning")), None);

        let (a, b, c, d) = tokio::join!(sign_in(), sign_in(), sign_in(), sign_in());

        assert!(a.is_ok() && b.is_ok() && c.is_ok());
        assert!(matches!(d, Err(Error::Busy)));
        assert!(sign_in().await.is_ok());
    }

    #[actix_web::test]
    async fn there_are_never_more_buffers_than_are_hashed_at_once() {
        let passwords = Passwords::new(2, 8);
        let sign_in = || passwords.verify(Some(password("a quiet morning")), None);
        let _ = tokio::join!(sign_in(), sign_in(), sign_in(), sign_in(), sign_in());
        assert!(passwords.buffers.free().len() <= 2);
    }

    #[test]
    fn memory_to_hash_in_is_kept_while_people_sign_in_and_given_back_afterwards() {
        let passwords = Passwords::new(1, 0);
        passwords.hash_and_wait(&password("a quiet morning")).unwrap();
        passwords.let_go_if_idle();
        assert_eq!(passwords.buffers.free().len(), 1);
        passwords.let_go_if_idle();
        assert_eq!(passwords.buffers.free().len(), 0);
        assert!(passwords.hash_and_wait(&password("a quiet morning")).is_ok());
    }

    #[test]
    fn a_hash_of_weaker_parameters_still_counts_and_asks_to_be_made_anew() {
        let salt = Salt::from_b64("c29tZSBzYWx0IG9mIDE2").unwrap();
        let weaker = Params::new(8192, 1, 1, None).unwrap();
        let output = digest(&Buffers::default(), &argon2_of(&weaker), "a quiet morning", &salt, 32).unwrap();
        let old = format!("{OLD}{output}");

        assert!(needs_rehash(&old));
        let passwords = Passwords::new(1, 0);
        assert!(passwords.verify_and_wait(&password("a quiet morning"), &old).unwrap());
        assert!(!needs_rehash(&passwords.hash_and_wait(&password("a quiet morning")).unwrap()));
    }

    #[test]
    fn a_damaged_hash_is_an_error_and_is_never_computed() {
        let passwords = Passwords::new(1, 0);
        let dear = OLD.replace("m=8192", "m=4000000") + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
        for phc in ["", "plain", OLD, &dear] {
            let answer = passwords.verify_and_wait(&password("a quiet morning"), phc);
            assert!(matches!(answer, Err(Error::Internal(_))), "{phc}");
        }
    }

    #[test]
    fn a_generated_password_is_long_readable_and_never_the_same() {
        let (one, other) = (generated(), generated());
        assert_ne!(one, other);
        let groups: Vec<_> = one.reveal().split('-').collect();
        assert_eq!(groups.len(), 5);
        assert!(groups.iter().all(|group| group.len() == 4 && group.bytes().all(|b| LETTERS.contains(&b))));
    }
}
