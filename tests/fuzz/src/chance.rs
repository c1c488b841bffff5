//! Numbers by chance that a seed repeats: xorshift*, in a few lines of its own, so that a seed noted today
//! makes the same inputs with the dependencies of another year.

/// A source of numbers.
#[derive(Clone, Debug)]
pub struct Chance(u64);

impl Chance {
    /// The source that the seed names.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        // Small seeds are spread, and zero, in which xorshift would stay, is none.
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ 0x5DEE_CE66_D1CE_4E5B)
    }

    /// The next number.
    pub fn number(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_F491_4F6C_DD1D)
    }

    /// A number below this one; 0 where there is none.
    pub fn below(&mut self, end: usize) -> usize {
        usize::try_from((self.number() >> 11) % u64::try_from(end.max(1)).unwrap_or(1)).unwrap_or(0)
    }

    /// True once in so many times.
    pub fn once_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }

    /// One of them, or nothing of nothing.
    pub fn one<'a, T>(&mut self, of: &'a [T]) -> Option<&'a T> {
        of.get(self.below(of.len()))
    }

    /// A byte.
    pub fn byte(&mut self) -> u8 {
        u8::try_from(self.number() >> 56).unwrap_or(0)
    }

    /// A stretch of something so long: most are short.
    pub fn stretch(&mut self, length: usize) -> std::ops::Range<usize> {
        let longest = if self.once_in(4) { length } else { length.min(64) };
        let start = self.below(length);
        start..(start + 1 + self.below(longest)).min(length)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_repeats_its_numbers_and_another_does_not() {
        let of = |seed| (0..8).scan(Chance::new(seed), |chance, _| Some(chance.number())).collect::<Vec<_>>();
        assert_eq!(of(0), of(0));
        assert_ne!(of(0), of(1));
        let mut chance = Chance::new(3);
        assert!((0..1000).all(|_| chance.below(7) < 7));
        assert_eq!(chance.below(0), 0);
        assert_eq!(chance.stretch(0), 0..0);
    }
}
