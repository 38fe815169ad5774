//! Things that must not lie about: session tokens, invite codes, the set-up code.

use std::fmt;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;

/// What is stored of a secret: its SHA-256. A slow hash is not needed, since
/// the secret is 256 random bits.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct SecretHash(pub [u8; 32]);

impl SecretHash {
    /// Compares without telling by time where the two differ.
    pub fn is(&self, other: &Self) -> bool {
        self.0.ct_eq(&other.0).into()
    }
}

impl fmt::Debug for SecretHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SecretHash(***)")
    }
}

/// A secret in clear, as its holder knows it: base64url without padding. It
/// prints as `***`.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    /// Length of a secret in characters: 32 bytes in base64url.
    pub const CHARS: usize = 43;

    /// 256 fresh random bits.
    ///
    /// # Panics
    /// When the operating system has no randomness to give, for then nothing
    /// here is safe to go on.
    pub fn random() -> Self {
        Self(URL_SAFE_NO_PAD.encode(random_bytes()))
    }

    /// Takes what somebody claims to be a secret. `None` when it cannot be one.
    pub fn claimed(text: &str) -> Option<Self> {
        let plausible =
            text.len() == Self::CHARS && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_');
        plausible.then(|| Self(text.to_owned()))
    }

    pub fn hash(&self) -> SecretHash {
        SecretHash(Sha256::digest(self.0.as_bytes()).into())
    }

    /// The secret itself, to hand to its holder and to nobody else.
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

/// 32 bytes from the operating system's generator.
///
/// # Panics
/// See [`Secret::random`].
pub fn random_bytes() -> [u8; 32] {
    let mut bytes = [0; 32];
    getrandom::fill(&mut bytes).expect("the operating system must give random bytes");
    bytes
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("***")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_prints_as_stars() {
        let secret = Secret::random();
        assert_eq!(format!("{secret:?} {:?}", secret.hash()), "*** SecretHash(***)");
    }

    #[test]
    fn what_cannot_be_a_secret_is_not_taken_for_one() {
        let secret = Secret::random();
        assert_eq!(Secret::claimed(secret.reveal()), Some(secret));
        for wrong in ["", "short", &"=".repeat(43), &"a".repeat(44)] {
            assert_eq!(Secret::claimed(wrong), None);
        }
    }
}
