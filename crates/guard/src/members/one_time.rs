//! One-time codes of an authenticator app (TOTP, RFC 6238: SHA-1, six digits, 30 seconds).

use crate::seal::SealError;
use lexicon::Dice;
use subtle::ConstantTimeEq;
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

/// Length of a step in seconds.
pub const ONE_TIME_STEP_S: u64 = 30;
const SECRET_BYTES: usize = 20;

/// The secret shared with the authenticator app.
#[derive(Zeroize, ZeroizeOnDrop)]
pub(super) struct Secret([u8; SECRET_BYTES]);

impl Secret {
    pub(super) fn random(dice: &dyn Dice) -> Self {
        let mut bytes = [0_u8; SECRET_BYTES];
        dice.fill(&mut bytes);
        Self(bytes)
    }

    pub(super) fn from_bytes(bytes: &[u8]) -> Option<Self> {
        bytes.try_into().ok().map(Self)
    }

    pub(super) fn bytes(&self) -> &[u8; SECRET_BYTES] {
        &self.0
    }

    /// The step of a code that fits now, one step before or one after; all three are compared,
    /// whichever fits.
    pub(super) fn check(&self, code: &str, now_s: i64) -> Option<u64> {
        let code: String = code.chars().filter(|c| !c.is_whitespace()).take(16).collect();
        let totp = self.totp("mangrove", "officer");
        let now = u64::try_from(now_s).ok()? / ONE_TIME_STEP_S;
        let mut found = None;
        for step in [now.saturating_sub(1), now, now.saturating_add(1)] {
            let expected = totp.generate(step.saturating_mul(ONE_TIME_STEP_S)).to_string();
            if bool::from(expected.as_bytes().ct_eq(code.as_bytes())) {
                found = Some(step);
            }
        }
        found
    }

    /// `otpauth://` address and base-32 secret.
    pub(super) fn address(
        &self,
        issuer: &str,
        name: &str,
    ) -> Result<(Zeroizing<String>, Zeroizing<String>), SealError> {
        let totp = self.totp(issuer, name);
        let address = totp.to_url().map_err(|_| SealError::CannotSeal)?;
        let secret = totp_rs::Secret::from(self.0.to_vec()).to_base32();
        Ok((Zeroizing::new(address), Zeroizing::new(secret)))
    }

    fn totp(&self, issuer: &str, name: &str) -> totp_rs::Totp {
        totp_rs::Builder::new()
            .with_algorithm(totp_rs::Algorithm::SHA1)
            .with_digits(6)
            .with_skew(0)
            .with_step_duration(ONE_TIME_STEP_S)
            .with_secret(self.0.to_vec())
            .with_issuer(Some(issuer.replace(':', " ")))
            .with_account_name(name.replace(':', " "))
            .build_noncompliant()
    }
}
