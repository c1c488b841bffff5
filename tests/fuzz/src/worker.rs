//! The process under the ceiling: it reads inputs until its run is over, and says what it found.

use std::error::Error;
use std::path::{Path, PathBuf};
use std::time::Duration;

use fuzz::campaign::{Campaign, Until, save};
use fuzz::reader::Reader;
use fuzz::trial::trial;

/// The words that start a worker.
pub fn words(reader: Reader, seed: u64, until: Until, folder: &Path) -> Vec<String> {
    let (unit, amount) = match until {
        Until::Executions(most) => ("executions", most),
        Until::Time(longest) => ("milliseconds", u64::try_from(longest.as_millis()).unwrap_or(u64::MAX)),
    };
    let folder = folder.to_string_lossy().into_owned();
    vec!["--worker".into(), reader.name().into(), seed.to_string(), unit.into(), amount.to_string(), folder]
}

/// The file in which the present input of a reader lies.
pub fn present(folder: &Path, reader: Reader) -> PathBuf {
    folder.join(format!("present.{}", reader.name()))
}

/// Works, and answers with the number of findings. The last line of its output is for the overseer.
pub fn work(words: &[String]) -> Result<usize, Box<dyn Error>> {
    let [_, reader, seed, unit, amount, folder] = words else { return Err("a worker wants five words".into()) };
    let (reader, seed, amount): (Reader, u64, u64) = (reader.parse()?, seed.parse()?, amount.parse()?);
    let folder = Path::new(folder);
    let until = match unit.as_str() {
        "executions" => Until::Executions(amount),
        _ => Until::Time(Duration::from_millis(amount)),
    };
    let campaign = Campaign::new(reader, seed)?.watched(present(folder, reader));
    let outcome = campaign.run(until, |executions, kinds| {
        println!("{}: {executions} inputs, {kinds} kinds of answer", reader.name());
    })?;
    for (n, (fault, input)) in outcome.findings.iter().enumerate() {
        let path = save(folder, reader, &format!("{}-{seed}-{n}", reader.name()), input)?;
        println!("FOUND {fault:?}: {}", path.display());
    }
    let (slowest, input) = &outcome.slowest;
    let path = save(folder, reader, "slowest", input)?;
    println!("slowest: {}", path.display());
    println!("done {} {} {} {}", outcome.executions, outcome.kinds, outcome.findings.len(), slowest.as_millis());
    Ok(0)
}

/// `--try FILE`: one input again, named as its reader wants it.
pub fn once(words: &[String]) -> Result<usize, Box<dyn Error>> {
    let path = Path::new(words.get(1).ok_or("--try wants a file")?);
    let reader: Reader = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default().parse()?;
    let clock = std::time::Instant::now();
    let answer = trial(reader, &std::fs::read(path)?);
    println!("{answer:?} after {:?}", clock.elapsed());
    Ok(usize::from(answer.is_err()))
}
