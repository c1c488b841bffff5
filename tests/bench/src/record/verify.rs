//! Entries verified (hash, signature, link, time) against the bare check of as many signatures on one core.

use std::error::Error;
use std::time::Instant as Clock;

use ed25519_dalek::{Signature, VerifyingKey};
use store::Journal;

use super::world::World;
use crate::table::{Table, shown};

pub fn measure(decisions: usize, table: &mut Table) -> Result<(), Box<dyn Error>> {
    let folder = tempfile::tempdir()?;
    let world = World::make(&folder.path().join("so.kientoan"), decisions)?;
    let mut signed = Vec::new();
    world.store.journal().entries_after(0, &mut |entry| {
        signed.push((entry.author.0, entry.content_id.0, entry.signature.0));
        Ok(())
    })?;
    let (mut ours, mut peer) = (f64::MAX, f64::MAX);
    let mut entries = 0;
    for _ in 0..3 {
        let clock = Clock::now();
        entries = world.store.verify_chain()?;
        ours = ours.min(clock.elapsed().as_secs_f64());
        let clock = Clock::now();
        for (key, message, signature) in &signed {
            VerifyingKey::from_bytes(key)?.verify_strict(message, &Signature::from_bytes(signature))?;
        }
        peer = peer.min(clock.elapsed().as_secs_f64());
    }
    let count = f64::from(u32::try_from(entries)?);
    let cores = std::thread::available_parallelism()?;
    let each = |seconds: f64| format!("{:.0} a second", count / seconds);
    let what = format!("{entries} entries verified, {cores} cores used (the peer: one)");
    table.row(what, each(ours), each(peer), format!("{:.2} ×", peer / ours), "≥ 0.7 ×");
    let clock = Clock::now();
    let verification = world.store.verify()?;
    if !verification.ok() {
        return Err(format!("the register does not verify: {verification:?}").into());
    }
    let whole = clock.elapsed();
    let what = format!("the same with every derived row against a fresh fold ({entries} entries)");
    table.row(what, shown(whole), "—".into(), "—".into(), "in the background");
    Ok(())
}
