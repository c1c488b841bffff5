//! The inputs that are broken further: the seeds, and what was kept of a campaign.

use crate::chance::Chance;

/// The most bytes of inputs that are kept; beyond, half of them go.
const MOST_KEPT: usize = 48 * 1024 * 1024;

/// Inputs one behind the other in one room. A vector for each would do the same, and after hundreds of thousands of
/// readings between them stand scattered over ten times their size: the ceiling of memory took that for the reader's.
pub struct Pool {
    room: Vec<u8>,
    /// Where each input ends.
    ends: Vec<usize>,
    seeds: usize,
}

impl Pool {
    /// The seeds, which stay.
    #[must_use]
    pub fn of(seeds: &[Vec<u8>]) -> Self {
        let mut pool = Self { room: Vec::new(), ends: Vec::new(), seeds: seeds.len() };
        pool.room.reserve_exact(seeds.iter().map(Vec::len).sum::<usize>() + MOST_KEPT);
        seeds.iter().for_each(|seed| pool.add(seed));
        pool
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// How many of them were there from the beginning.
    #[must_use]
    pub fn seeds(&self) -> usize {
        self.seeds
    }

    /// The input of a number.
    #[must_use]
    pub fn get(&self, number: usize) -> Option<&[u8]> {
        self.room.get(self.begins(number)..*self.ends.get(number)?)
    }

    /// Keeps an input. Where there is no room for it, every other one that was kept goes first, by chance.
    pub fn keep(&mut self, input: &[u8], chance: &mut Chance) {
        if input.len() > MOST_KEPT {
            return;
        }
        while self.room.len() + input.len() > self.begins(self.seeds) + MOST_KEPT {
            self.halve(chance);
        }
        self.add(input);
    }

    fn add(&mut self, input: &[u8]) {
        self.room.extend_from_slice(input);
        self.ends.push(self.room.len());
    }

    fn begins(&self, number: usize) -> usize {
        number.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0)
    }

    fn halve(&mut self, chance: &mut Chance) {
        let mut to = self.begins(self.seeds);
        let mut ends = self.ends[..self.seeds].to_vec();
        for number in (self.seeds..self.len()).filter(|_| chance.below(2) == 0) {
            let (from, end) = (self.begins(number), self.ends[number]);
            self.room.copy_within(from..end, to);
            to += end - from;
            ends.push(to);
        }
        self.room.truncate(to);
        self.ends = ends;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seeds_stay_and_half_of_the_rest_goes_when_there_is_no_room() {
        let mut chance = Chance::new(7);
        let mut pool = Pool::of(&[b"one".to_vec(), b"two".to_vec()]);
        let quarter = MOST_KEPT / 4;
        for letter in 0..9 {
            pool.keep(&vec![letter; quarter], &mut chance);
        }
        assert_eq!((pool.get(0), pool.get(1), pool.seeds()), (Some(b"one".as_slice()), Some(b"two".as_slice()), 2));
        assert!((3..=6).contains(&pool.len()), "{}", pool.len());
        for kept in (2..pool.len()).filter_map(|number| pool.get(number)) {
            assert!(kept.len() == quarter && kept.iter().all(|byte| *byte == kept[0]));
        }
        assert_eq!(pool.get(pool.len()), None);
    }
}
