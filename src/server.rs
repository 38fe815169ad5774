//! Where everything is joined.

use crate::config::Config;
use crate::data_dir::DataDir;
use crate::error::Error;
use crate::store::{Size, Store, server};

/// Why the server did not start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    #[error("{0}")]
    Store(Error),
}

pub fn run(config: Config, data_dir: DataDir) -> Result<(), StartError> {
    let size = Size { readers: config.store.readers as usize, write_queue: config.store.write_queue };
    let store = Store::open(data_dir.path(), size, Box::new(drop)).map_err(StartError::Store)?;
    store.write_and_wait(server::ensure).map_err(StartError::Store)
}
