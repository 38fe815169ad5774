//! What this machine does with nothing in between: the database alone, and sockets alone.

pub mod commit;
pub mod lookup;
pub mod page;
pub mod sockets;
