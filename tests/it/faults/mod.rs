//! What may break under a server, and how it then behaves.

mod ailing;
mod clock;
mod storage;
mod surroundings;
