//! The paper that is being printed in a process of its own: how far it is, and how it is stopped.

use std::path::{Path, PathBuf};
use std::process::Child;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use crate::types::PrintingAnswer;

/// Where long papers are printed. It is shared: whoever asks how far it is does not wait for the one who prints.
#[derive(Clone, Default)]
pub(crate) struct Printing {
    program: Option<PathBuf>,
    now: Arc<Mutex<Option<Running>>>,
}

/// What is being printed.
pub(super) struct Running {
    pub child: Child,
    pub rows: usize,
    pub pages: Option<usize>,
    pub step: &'static str,
    pub since: Instant,
    pub stopped: bool,
}

impl Printing {
    /// With the program that sets long papers when it is called with `press FILE`.
    pub fn by(program: &Path) -> Self {
        Self { program: Some(program.to_path_buf()), now: Arc::default() }
    }

    /// That program.
    #[cfg_attr(not(feature = "press"), allow(dead_code, reason = "only the press prints long papers"))]
    pub fn program(&self) -> Option<PathBuf> {
        self.program.clone()
    }

    /// What is being printed now.
    pub(super) fn now(&self) -> MutexGuard<'_, Option<Running>> {
        // Whoever panicked while holding it left it as it was.
        self.now.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// How far it is.
    pub fn answer(&self) -> PrintingAnswer {
        let now = self.now();
        let count = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        PrintingAnswer {
            step: now.as_ref().map(|running| running.step.to_owned()),
            rows: now.as_ref().map_or(0, |running| count(running.rows)),
            pages: now.as_ref().and_then(|running| running.pages).map(count),
            milliseconds: now
                .as_ref()
                .map_or(0, |running| u32::try_from(running.since.elapsed().as_millis()).unwrap_or(u32::MAX)),
        }
    }

    /// Stops it.
    pub fn stop(&self) {
        if let Some(running) = self.now().as_mut() {
            running.stopped = true;
            // One that has just ended by itself needs no stopping.
            let _ = running.child.kill();
        }
    }
}
