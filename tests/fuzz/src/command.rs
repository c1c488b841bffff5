//! What is asked for.

use std::error::Error;
use std::path::PathBuf;
use std::time::Duration;

use fuzz::campaign::Until;
use fuzz::reader::Reader;

/// The words after `fuzz`.
pub struct Command {
    pub readers: Vec<Reader>,
    pub until: Until,
    pub seed: u64,
    /// The page to keep the table in.
    pub page: Option<PathBuf>,
    pub commit: String,
}

impl Command {
    /// Reads the words. Without any: every reader, ten minutes each, the seed 1.
    pub fn read(words: &[String]) -> Result<Self, Box<dyn Error>> {
        let mut command = Self {
            readers: Reader::ALL.to_vec(),
            until: Until::Time(Duration::from_secs(600)),
            seed: 1,
            page: None,
            commit: "unknown".to_owned(),
        };
        let mut words = words.iter();
        while let Some(word) = words.next() {
            let value = words.next().ok_or_else(|| format!("{word} wants a value"))?;
            match word.as_str() {
                "--reader" => command.readers = vec![value.parse()?],
                "--minutes" => command.until = Until::Time(Duration::from_secs_f64(value.parse::<f64>()? * 60.0)),
                "--executions" => command.until = Until::Executions(value.parse()?),
                "--seed" => command.seed = value.parse()?,
                "--write" => command.page = Some(value.into()),
                "--commit" => command.commit.clone_from(value),
                other => return Err(format!("{other} is not known here").into()),
            }
        }
        Ok(command)
    }
}
