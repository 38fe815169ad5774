//! The table of settings. A row gives key, type, default, range, flag and description once;
//! the structs, the parsing and the documentation are made from it.

use std::net::{Ipv4Addr, SocketAddr};
use std::ops::RangeInclusive;
use std::path::PathBuf;

use super::value::{Shape, Value};
use super::{LogFilter, LogFormat, Networks, Origin, PREFIX};

/// One row of the table.
pub struct Setting {
    /// Dotted, as in TOML: `limits.message_chars`.
    pub key: &'static str,
    /// The description, one string per line, each with the blank that follows `///`.
    pub doc: &'static [&'static str],
    pub shape: Shape,
    pub flag: Option<Flag>,
    /// What is expected of a value, for errors: "a whole number from 1 to 16000".
    pub expected: fn() -> String,
    /// The value in this configuration, written in TOML; `None` where there is none.
    pub shown: fn(&Config) -> Option<String>,
    /// Parses the text and puts it into the configuration; `None` when it is not as expected.
    pub set: fn(&mut Config, &str) -> Option<()>,
}

/// The flag of a setting that has one.
#[derive(Clone, Copy)]
pub struct Flag {
    /// Without the dashes.
    pub name: &'static str,
    /// What it takes, as `--help` names it; empty for a switch.
    pub takes: &'static str,
}

impl Setting {
    /// `limits.message_chars` -> `PARLOR_LIMITS_MESSAGE_CHARS`.
    pub fn variable(&self) -> String {
        format!("{PREFIX}{}", self.key.replace('.', "_").to_uppercase())
    }
}

/// The row with this key.
pub fn by_key(key: &str) -> Option<&'static Setting> {
    ALL.iter().find(|setting| setting.key == key)
}

/// Parses a value and holds it to its range.
fn parse<T: Value>(text: &str, range: Option<&RangeInclusive<T>>) -> Option<T> {
    T::parse(text).filter(|value| range.is_none_or(|range| range.contains(value)))
}

macro_rules! optional {
    () => {
        None
    };
    ($given:expr) => {
        Some($given)
    };
}

macro_rules! row {
    ([$($path:ident).+], $key:expr, [$($doc:literal)+], $ty:ty, [$($range:expr)?], [$($flag:literal $takes:literal)?]) => {
        Setting {
            key: $key,
            doc: &[$($doc),+],
            shape: <$ty as Value>::SHAPE,
            flag: optional!($(Flag { name: $flag, takes: $takes })?),
            expected: || <$ty as Value>::expected(optional!($(&($range))?)),
            shown: |config| config.$($path).+.shown(),
            set: |config, text| {
                config.$($path).+ = parse::<$ty>(text, optional!($(&($range))?))?;
                Some(())
            },
        }
    };
}

macro_rules! settings {
    (
        { $( $(#[doc = $doc:literal])+ $key:ident : $ty:ty = $default:expr
             $(, in $range:expr)? $(, flag $flag:literal $takes:literal)? ; )+ }
        $( $(#[doc = $section_doc:literal])+ $section:ident : $Section:ident
           { $( $(#[doc = $inner_doc:literal])+ $inner:ident : $inner_ty:ty = $inner_default:expr
                $(, in $inner_range:expr)? $(, flag $inner_flag:literal $inner_takes:literal)? ; )+ } )+
    ) => {
        /// Everything this server was asked for, checked.
        #[derive(Debug, Clone, PartialEq)]
        pub struct Config {
            /// A throw-away server that fills itself with an example team. Only `--demo`
            /// sets it: no file or variable can turn a real server into one.
            pub demo: bool,
            $( $(#[doc = $doc])+ pub $key: $ty, )+
            $( $(#[doc = $section_doc])+ pub $section: $Section, )+
        }

        impl Default for Config {
            fn default() -> Self {
                Self {
                    demo: false,
                    $( $key: $default, )+
                    $( $section: $Section { $( $inner: $inner_default, )+ }, )+
                }
            }
        }

        $(
            $(#[doc = $section_doc])+
            #[derive(Debug, Clone, PartialEq)]
            pub struct $Section {
                $( $(#[doc = $inner_doc])+ pub $inner: $inner_ty, )+
            }
        )+

        /// Every setting, those without a section first, then section by section.
        pub static ALL: &[Setting] = &[
            $( row!([$key], stringify!($key), [$($doc)+], $ty, [$($range)?], [$($flag $takes)?]), )+
            $( $( row!(
                [$section.$inner], concat!(stringify!($section), ".", stringify!($inner)),
                [$($inner_doc)+], $inner_ty, [$($inner_range)?], [$($inner_flag $inner_takes)?]
            ), )+ )+
        ];

        /// The sections and their descriptions, in the order of the table.
        pub static SECTIONS: &[(&str, &[&str])] =
            &[ $( (stringify!($section), &[$($section_doc),+]), )+ ];
    };
}

settings! {
    {
        /// The address and port to listen on. Keep the loopback address when a proxy on this
        /// machine speaks HTTPS to the outside; "0.0.0.0:8080" or "[::]:8080" listens everywhere.
        listen: SocketAddr = SocketAddr::new(Ipv4Addr::LOCALHOST.into(), 8080), flag "listen" "HOST:PORT";

        /// The directory that holds the database, its backups and its lock. A relative path
        /// starts in the working directory. It is made at the first start, for this user alone.
        data_dir: PathBuf = PathBuf::from("data"), flag "data-dir" "DIRECTORY";

        /// The address people open, such as "https://chat.example.org": scheme, host and port,
        /// no path. Other sites' requests are told apart by it. Without it only this machine
        /// can be served.
        origin: Option<Origin> = None, flag "origin" "URL";

        /// Serve people beyond this machine without HTTPS. Whoever can see the network can then
        /// read passwords and messages; meant for a trusted network.
        allow_plain_http: bool = false, flag "allow-plain-http" "";

        /// The proxies in front of Parlor, as addresses or networks: ["10.0.0.2", "fd00::/8"].
        /// Only their X-Forwarded-For is believed; in the environment, separate with commas.
        proxies: Networks = Networks::default();

        /// Threads that serve requests; 0 means one per core.
        workers: usize = 0, in 0..=1024;
    }

    /// What is written to standard error.
    log: Log {
        /// How much to log: error, warn, info, debug or trace, also for parts of the program:
        /// "info,parlor::web=debug".
        filter: LogFilter = LogFilter::default(), flag "log-filter" "FILTER";

        /// "text" for people, "json" for collectors: one object per line.
        format: LogFormat = LogFormat::Text, flag "log-format" "FORMAT";
    }

    /// The database.
    store: Store {
        /// Connections for reading. Writing has one of its own and waits for none of them.
        readers: u32 = 4, in 1..=256;

        /// Writes that may wait for the disk; beyond it people are asked to try again (503).
        write_queue: usize = 4096, in 16..=1_048_576;
    }

    /// The log of changes that windows are brought up to date from.
    events: Events {
        /// Days a change is kept. Who was away for longer loads everything afresh.
        keep_days: u32 = 30, in 1..=3650;

        /// Changes that are read through at most when a window comes back; who missed more
        /// loads everything afresh, which is then the quicker way.
        replay_window: u32 = 50_000, in 100..=10_000_000;
    }

    /// How long a browser stays signed in.
    sessions: Sessions {
        /// Days without use after which a browser is signed out.
        idle_days: u32 = 30, in 1..=3650;

        /// Days after which a browser is signed out however much it was used; at least idle_days.
        max_days: u32 = 180, in 1..=3650;
    }

    /// Files in messages.
    files: Files {
        /// Bytes of the largest file.
        max_bytes: usize = 1_073_741_824, in 1..=1_099_511_627_776;

        /// Bytes of all files of one person.
        per_person_bytes: usize = 5_368_709_120, in 1..=1_125_899_906_842_624;

        /// Bytes of all files of this server; 0 means as many as the disk holds.
        server_bytes: usize = 0, in 0..=1_125_899_906_842_624;

        /// Bytes of the disk that are left free for the database, whatever is uploaded; 0 means
        /// 5 % of the disk, at least 512 MiB and at most 8 GiB.
        reserve_bytes: usize = 0, in 0..=1_125_899_906_842_624;

        /// Files of one message.
        per_message: usize = 50, in 1..=50;

        /// Hours after which an upload of which nothing more has come is thrown away.
        upload_hours: u32 = 24, in 1..=720;

        /// Days after which a file that was uploaded but never posted is thrown away.
        unposted_days: u32 = 7, in 1..=365;

        /// Days for which the bytes of a file stay on the disk after its last message was deleted.
        /// Nobody can open them; a copy of the database from before finds them.
        deleted_days: u32 = 30, in 0..=3650;

        /// Whether links may be made that open a file to everybody who has them.
        public_links: bool = true;
    }

    /// Previews of links. An admin turns them on in the server's settings.
    previews: Previews {
        /// Networks that are not on the Internet and may be looked at all the same, such as that
        /// of a wiki: ["10.1.0.0/16"]. Whoever can post a link can then learn the titles of all
        /// pages there. Everything else that is not on the Internet is never asked.
        allowed_networks: Networks = Networks::default();
    }

    /// What one person, one address and one message may take. Raise them for a benchmark or an
    /// import; an address is an IPv4 address or the first 64 bits of an IPv6 address.
    limits: Limits {
        /// Characters (Unicode scalar values) of a message. The database holds at most 16,000.
        message_chars: usize = 16_000, in 1..=16_000;

        /// Messages one account may send a second, in the long run.
        messages_per_second: u32 = 10, in 1..=100_000;

        /// Messages one account may send at once, after a pause; at least messages_per_second.
        messages_burst: u32 = 30, in 1..=1_000_000;

        /// Failed sign-ins for one account in 15 minutes.
        sign_in_tries_per_account: u32 = 10, in 1..=100_000;

        /// Failed sign-ins from one address in 15 minutes.
        sign_in_tries_per_address: u32 = 50, in 1..=1_000_000;

        /// Invite codes and sign-ups tried from one address in 15 minutes.
        code_tries_per_address: u32 = 50, in 1..=1_000_000;

        /// Passwords hashed at the same time, 19 MiB each; 0 means one per core, at most 4.
        password_hash_parallel: usize = 0, in 0..=64;

        /// Sign-ins that may wait for their turn to be hashed; beyond it they are asked to try again.
        password_hash_waiting: usize = 64, in 0..=10_000;

        /// Open sockets of one account. One more closes the oldest.
        sockets_per_account: usize = 20, in 1..=100_000;

        /// Open sockets from one address. One more is refused.
        sockets_per_address: usize = 200, in 1..=1_000_000;

        /// Open sockets in all; 0 means as many as the system's limit of open files allows.
        connections: usize = 0, in 0..=1_000_000;

        /// Frames one socket may send a second, in the long run.
        frames_per_second: u32 = 50, in 1..=100_000;

        /// Frames one socket may send at once, after a pause; at least frames_per_second.
        frames_burst: u32 = 200, in 1..=1_000_000;

        /// Bytes of one frame from a browser.
        frame_bytes: usize = 64 * 1024, in 1024..=16_777_216;

        /// Bytes of one message made of several frames; at least frame_bytes.
        message_bytes: usize = 256 * 1024, in 1024..=16_777_216;

        /// Bytes of a request's JSON body.
        json_body_bytes: usize = 256 * 1024, in 1024..=16_777_216;

        /// Frames that may wait for a slow reader; beyond it the socket is closed, and the
        /// window comes back for what it missed.
        outbox_frames: usize = 512, in 16..=65_536;

        /// Bytes that may wait for a slow reader, likewise. The longest message must fit.
        outbox_bytes: usize = 256 * 1024, in 131_072..=67_108_864;

        /// Open invites one person may have made.
        invites_per_inviter: u32 = 50, in 1..=100_000;

        /// Groups in one workspace, archived ones included.
        groups_per_workspace: u32 = 10_000, in 1..=1_000_000;
    }
}
