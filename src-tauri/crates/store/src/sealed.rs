//! An administrator's key at rest: sealed under a passphrase, and once more under a recovery code that is
//! written down on paper.

use argon2::{Algorithm, Argon2, Params, Version};
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{ChaCha20Poly1305, Key, Nonce};
use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

use crate::error::Error;
use crate::keys::{PublicKey, Signer};

/// What opens a seal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opening {
    /// The administrator's passphrase.
    Passphrase,
    /// The code that was written down when the key was made.
    Recovery,
}

impl Opening {
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Passphrase => "passphrase",
            Self::Recovery => "recovery",
        }
    }
}

/// What guessing a passphrase costs: the parameters of Argon2id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cost {
    /// Memory in KiB.
    pub memory_kib: u32,
    /// Passes over it.
    pub passes: u32,
}

impl Cost {
    /// About half a second on the machine that this was measured on (docs/benchmarks.md).
    pub const STANDARD: Self = Self { memory_kib: 128 * 1024, passes: 4 };
    /// For a recovery code: 125 bits that nobody guesses need no slow function.
    pub const CODE: Self = Self { memory_kib: 8 * 1024, passes: 1 };
}

/// A sealed key, as the register keeps it: outside of the record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sealed {
    /// The public half.
    pub public: PublicKey,
    /// What opens it.
    pub opening: Opening,
    /// The salt of Argon2id.
    pub salt: [u8; 16],
    /// Its cost.
    pub cost: Cost,
    /// The nonce of ChaCha20-Poly1305.
    pub nonce: [u8; 12],
    /// The secret half and its tag, bound to the public half.
    pub sealed: Vec<u8>,
}

impl Sealed {
    /// Seals a key.
    ///
    /// # Errors
    /// [`Error::EmptyPassphrase`], [`Error::NoRandomness`].
    pub fn seal(signer: &Signer, opening: Opening, words: &str, cost: Cost) -> Result<Self, Error> {
        if plain(words).trim().is_empty() {
            return Err(Error::EmptyPassphrase);
        }
        let (mut salt, mut nonce) = ([0; 16], [0; 12]);
        getrandom::fill(&mut salt).map_err(|_| Error::NoRandomness)?;
        getrandom::fill(&mut nonce).map_err(|_| Error::NoRandomness)?;
        let public = signer.public();
        let secret = signer.secret();
        let payload = Payload { msg: &*secret, aad: &public.0 };
        let sealed =
            cipher(words, &salt, cost)?.encrypt(&Nonce::from(nonce), payload).map_err(|_| Error::NoRandomness)?;
        Ok(Self { public, opening, salt, cost, nonce, sealed })
    }

    /// Opens it. `None` where the words are not the ones that it was sealed with.
    ///
    /// # Errors
    /// [`Error::DamagedKey`] where what is stored cannot be a seal.
    pub fn open(&self, words: &str) -> Result<Option<Signer>, Error> {
        let payload = Payload { msg: &self.sealed[..], aad: &self.public.0 };
        let Ok(secret) = cipher(words, &self.salt, self.cost)?.decrypt(&Nonce::from(self.nonce), payload) else {
            return Ok(None);
        };
        let secret = Zeroizing::new(secret);
        let secret: &[u8; 32] = secret.as_slice().try_into().map_err(|_| Error::DamagedKey)?;
        Ok(Some(Signer::from_secret(secret)))
    }
}

fn cipher(words: &str, salt: &[u8], cost: Cost) -> Result<ChaCha20Poly1305, Error> {
    // What the register says of the cost is data: nothing above what this program ever writes is tried.
    if cost.memory_kib > 1024 * 1024 || cost.passes > 64 {
        return Err(Error::DamagedKey);
    }
    let params = Params::new(cost.memory_kib, cost.passes, 1, Some(32)).map_err(|_| Error::DamagedKey)?;
    let mut key = Zeroizing::new([0; 32]);
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into(plain(words).as_bytes(), salt, &mut *key)
        .map_err(|_| Error::DamagedKey)?;
    Ok(ChaCha20Poly1305::new(&Key::from(*key)))
}

/// Two keyboards write one Vietnamese letter in two ways: the passphrase is the same.
fn plain(words: &str) -> Zeroizing<String> {
    Zeroizing::new(words.nfc().collect())
}

/// Letters and digits that are not taken for each other.
const CODE_LETTERS: &[u8; 32] = b"23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

/// A new recovery code: five groups of five, 125 bits.
///
/// # Errors
/// [`Error::NoRandomness`].
pub fn recovery_code() -> Result<String, Error> {
    let mut random = Zeroizing::new([0_u8; 25]);
    getrandom::fill(&mut *random).map_err(|_| Error::NoRandomness)?;
    let letters: Vec<char> = random.iter().map(|byte| char::from(CODE_LETTERS[usize::from(byte % 32)])).collect();
    Ok(letters.chunks(5).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join("-"))
}

/// A code as somebody typed it from paper: case, spaces and dashes do not count.
#[must_use]
pub fn code_as_typed(text: &str) -> String {
    let letters: Vec<char> = text.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_uppercase()).collect();
    letters.chunks(5).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join("-")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    const QUICK: Cost = Cost { memory_kib: 64, passes: 1 };

    #[test]
    fn only_the_passphrase_opens_the_key_however_it_was_typed() {
        let signer = Signer::from_secret(&[3; 32]);
        let sealed = Sealed::seal(&signer, Opening::Passphrase, "mưa thuận gió hòa", QUICK).unwrap();
        let typed_apart: String = "mưa thuận gió hòa".nfd().collect();
        assert_eq!(sealed.open(&typed_apart).unwrap().unwrap().public(), signer.public());
        assert!(sealed.open("mưa thuận gió").unwrap().is_none());
        assert!(matches!(Sealed::seal(&signer, Opening::Passphrase, "  ", QUICK), Err(Error::EmptyPassphrase)));
    }

    #[test]
    fn every_flipped_bit_of_a_seal_keeps_it_shut() {
        let sealed = Sealed::seal(&Signer::from_secret(&[3; 32]), Opening::Recovery, "ABC", QUICK).unwrap();
        for bit in 0..sealed.sealed.len() * 8 {
            let mut other = sealed.clone();
            other.sealed[bit / 8] ^= 1 << (bit % 8);
            assert!(other.open("ABC").unwrap().is_none(), "bit {bit}");
        }
        let mut other = sealed.clone();
        other.public.0[0] ^= 1;
        assert!(other.open("ABC").unwrap().is_none(), "a seal is bound to its public key");
        let greedy = Sealed { cost: Cost { memory_kib: u32::MAX, passes: 1 }, ..sealed };
        assert!(matches!(greedy.open("ABC"), Err(Error::DamagedKey)));
    }

    #[test]
    fn a_recovery_code_is_read_from_paper() {
        let code = recovery_code().unwrap();
        assert_eq!(code.len(), 29);
        assert_eq!(code_as_typed(&code.to_lowercase().replace('-', " ")), code);
    }
}
