//! What one guess of a passphrase costs here.

use std::error::Error;
use std::time::Instant as Clock;

use store::{Cost, Opening, Sealed, Signer};

use crate::table::{Table, median, shown};

pub fn measure(table: &mut Table) -> Result<(), Box<dyn Error>> {
    let signer = Signer::from_secret(&[7; 32]);
    let sealed = Sealed::seal(&signer, Opening::Passphrase, "mưa thuận gió hòa", Cost::STANDARD)?;
    let mut times = Vec::new();
    for _ in 0..5 {
        let clock = Clock::now();
        if sealed.open("mưa thuận gió")?.is_some() {
            return Err("a wrong passphrase opened the key".into());
        }
        times.push(clock.elapsed());
    }
    let cost = format!("Argon2id, {} MiB, {} passes", Cost::STANDARD.memory_kib / 1024, Cost::STANDARD.passes);
    table.row("one passphrase tried".into(), shown(median(times)), cost, "—".into(), "about half a second");
    Ok(())
}
