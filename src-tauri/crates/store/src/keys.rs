//! Keys and signatures: Ed25519.

use ed25519_dalek::{Signer as _, SigningKey, VerifyingKey};
use register::record::Author;

use crate::error::Error;
use crate::hash::{hex, unhex};

/// A public key, 32 bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PublicKey(pub [u8; 32]);

/// A signature, 64 bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Signature(pub [u8; 64]);

/// Who can sign: a secret key, open in memory. It is wiped when it goes.
pub struct Signer(SigningKey);

impl Signer {
    /// A new key.
    ///
    /// # Errors
    /// [`Error::NoRandomness`] where the system gives none.
    pub fn generate() -> Result<Self, Error> {
        let mut secret = zeroize::Zeroizing::new([0; 32]);
        getrandom::fill(&mut *secret).map_err(|_| Error::NoRandomness)?;
        Ok(Self::from_secret(&secret))
    }

    /// The key of a secret.
    #[must_use]
    pub fn from_secret(secret: &[u8; 32]) -> Self {
        Self(SigningKey::from_bytes(secret))
    }

    /// Its public half.
    #[must_use]
    pub fn public(&self) -> PublicKey {
        PublicKey(self.0.verifying_key().to_bytes())
    }

    /// Signs bytes.
    #[must_use]
    pub fn sign(&self, bytes: &[u8]) -> Signature {
        Signature(self.0.sign(bytes).to_bytes())
    }

    pub(crate) fn secret(&self) -> zeroize::Zeroizing<[u8; 32]> {
        zeroize::Zeroizing::new(self.0.to_bytes())
    }
}

impl PublicKey {
    /// Whether the holder of the key signed these bytes. A key that is no point of the curve signed nothing.
    #[must_use]
    pub fn signed(&self, bytes: &[u8], signature: &Signature) -> bool {
        let signature = ed25519_dalek::Signature::from_bytes(&signature.0);
        VerifyingKey::from_bytes(&self.0).is_ok_and(|key| key.verify_strict(bytes, &signature).is_ok())
    }

    /// The key as the record names it.
    #[must_use]
    pub fn author(&self) -> Author {
        Author(hex(&self.0))
    }

    /// The key that the record names.
    #[must_use]
    pub fn of_author(author: &Author) -> Option<Self> {
        unhex(&author.0).map(Self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_holder_of_the_key_signs() {
        let signer = Signer::from_secret(&[7; 32]);
        let signature = signer.sign(b"what is said");
        assert!(signer.public().signed(b"what is said", &signature));
        assert!(!signer.public().signed(b"what is not", &signature));
        assert!(!Signer::from_secret(&[8; 32]).public().signed(b"what is said", &signature));
        assert_eq!(PublicKey::of_author(&signer.public().author()), Some(signer.public()));
    }
}
