//! What may break under a server, and how it then behaves.

mod storage;
mod surroundings;
