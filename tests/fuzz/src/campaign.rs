//! A run of many inputs against one reader.

use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use crate::chance::Chance;
use crate::mutate;
use crate::pool::Pool;
use crate::reader::Reader;
use crate::seeds;
use crate::trial::{Fault, trial};
use crate::watch::Watch;

/// When a run is over.
#[derive(Clone, Copy, Debug)]
pub enum Until {
    /// After so many inputs.
    Executions(u64),
    /// After so long.
    Time(Duration),
}

/// What came of a run.
#[derive(Debug, Default)]
pub struct Outcome {
    /// How many inputs were read.
    pub executions: u64,
    /// How many kinds of answer they got.
    pub kinds: usize,
    /// The longest that one of them took, and which.
    pub slowest: (Duration, Vec<u8>),
    /// What was found: the fault, and the input.
    pub findings: Vec<(Fault, Vec<u8>)>,
}

/// The inputs that a run has to break, and where it puts the present one.
pub struct Campaign {
    reader: Reader,
    chance: Chance,
    pool: Pool,
    /// The kinds of answer, by a hash of each: their words would take more room than the inputs.
    kinds: HashSet<u64>,
    /// Found once is enough: panics are told apart by their words.
    faults: HashSet<String>,
    present: Option<(PathBuf, Watch)>,
}

impl Campaign {
    /// A run against a reader. The seed decides everything that follows.
    ///
    /// # Errors
    /// When the fixtures of the reading crate cannot be read.
    pub fn new(reader: Reader, seed: u64) -> io::Result<Self> {
        Ok(Self {
            reader,
            chance: Chance::new(seed),
            pool: Pool::of(&seeds::of(reader)?),
            kinds: HashSet::new(),
            faults: HashSet::new(),
            present: None,
        })
    }

    /// Lets each input lie in this file while it is read, and the watchdog look on.
    #[must_use]
    pub fn watched(mut self, input: PathBuf) -> Self {
        self.present = Some((input.clone(), Watch::start(input)));
        self
    }

    /// Reads inputs until the run is over: first the seeds as they are, then broken ones. `told` hears the counts
    /// now and then.
    ///
    /// # Errors
    /// When the present input cannot be written down.
    pub fn run(mut self, until: Until, mut told: impl FnMut(u64, usize)) -> io::Result<Outcome> {
        let clock = Instant::now();
        let mut outcome = Outcome::default();
        let mut next_word = Duration::from_secs(10);
        loop {
            let over = match until {
                Until::Executions(most) => outcome.executions >= most,
                Until::Time(longest) => clock.elapsed() >= longest,
            };
            if over {
                outcome.kinds = self.kinds.len();
                return Ok(outcome);
            }
            let whole = usize::try_from(outcome.executions).ok().filter(|n| *n < self.pool.seeds());
            let input = match whole.and_then(|n| self.pool.get(n)) {
                Some(seed) => seed.to_vec(),
                None => mutate::broken(self.reader, &self.pool, &mut self.chance),
            };
            self.lay_down(&input)?;
            outcome.executions += 1;
            match trial(self.reader, &input) {
                Ok((kind, time)) => {
                    if time > outcome.slowest.0 {
                        outcome.slowest = (time, input.clone());
                    }
                    self.keep(&kind, &input);
                }
                Err(fault) => {
                    if self.faults.insert(name_of(&fault)) {
                        outcome.findings.push((fault, input));
                    }
                }
            }
            if clock.elapsed() > next_word {
                next_word += Duration::from_secs(10);
                told(outcome.executions, self.kinds.len());
            }
        }
    }

    fn lay_down(&self, input: &[u8]) -> io::Result<()> {
        let Some((path, watch)) = &self.present else { return Ok(()) };
        std::fs::write(path, input)?;
        watch.begin();
        Ok(())
    }

    fn keep(&mut self, kind: &str, input: &[u8]) {
        let mut hash = DefaultHasher::new();
        kind.hash(&mut hash);
        if self.kinds.insert(hash.finish()) {
            self.pool.keep(input, &mut self.chance);
        }
    }
}

fn name_of(fault: &Fault) -> String {
    match fault {
        Fault::Panic(words) | Fault::Wrong(words) => words.chars().filter(|c| !c.is_ascii_digit()).take(60).collect(),
        Fault::Slow(_) => "slow".to_owned(),
    }
}

/// Writes a finding into a folder and says where.
///
/// # Errors
/// When it cannot be written.
pub fn save(folder: &Path, reader: Reader, name: &str, input: &[u8]) -> io::Result<PathBuf> {
    std::fs::create_dir_all(folder)?;
    let path = folder.join(format!("{name}.{}", reader.name()));
    std::fs::write(&path, input)?;
    Ok(path)
}
