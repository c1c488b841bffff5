//! The watchdog. What never ends cannot be timed: then the process ends itself, and the input that it was
//! reading lies on the disk.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;
use std::time::{Duration, Instant};

/// After so long an input counts as hanging: longer than a slow one on a busy machine, which is timed.
const HANGS: Duration = Duration::from_secs(20);

/// Knows since when the present input is read.
#[derive(Clone)]
pub struct Watch {
    born: Instant,
    /// Milliseconds from the birth of the watch to the start of the present input.
    since: Arc<AtomicU64>,
}

impl Watch {
    /// Starts the thread that looks on. `input` is the file in which the present input lies.
    #[must_use]
    pub fn start(input: PathBuf) -> Self {
        let watch = Self { born: Instant::now(), since: Arc::new(AtomicU64::new(0)) };
        let seen = watch.clone();
        thread::spawn(move || {
            loop {
                thread::sleep(Duration::from_millis(500));
                let read_for = seen.now().saturating_sub(seen.since.load(Ordering::Relaxed));
                if Duration::from_millis(read_for) > HANGS {
                    eprintln!("HANGS: {} is read for {read_for} ms", input.display());
                    std::process::abort();
                }
            }
        });
        watch
    }

    /// Says that a new input begins.
    pub fn begin(&self) {
        self.since.store(self.now(), Ordering::Relaxed);
    }

    fn now(&self) -> u64 {
        u64::try_from(self.born.elapsed().as_millis()).unwrap_or(u64::MAX)
    }
}
