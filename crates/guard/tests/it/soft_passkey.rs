//! A device with one passkey, in a few lines, for the tests of several crates.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use p256::ecdsa::signature::Signer;
use p256::ecdsa::{DerSignature, SigningKey};
use sha2::{Digest, Sha256};

/// Somebody is there, and the device checked who.
pub const VERIFIED: u8 = 5;
const HAS_CREDENTIAL: u8 = 64;

pub struct SoftPasskey {
    key: SigningKey,
    pub credential: Vec<u8>,
    pub host: String,
    pub origin: String,
    pub counter: u32,
    pub flags: u8,
    /// What the extension `prf` gives.
    pub given: [u8; 32],
}

/// What the device answered.
#[derive(Clone)]
pub struct Said {
    pub credential: Vec<u8>,
    pub client_data: Vec<u8>,
    pub authenticator_data: Vec<u8>,
    pub signature: Vec<u8>,
}

impl SoftPasskey {
    pub fn new(seed: u8, host: &str, origin: &str) -> Self {
        Self {
            key: SigningKey::from_slice(&[seed; 32]).unwrap(),
            credential: vec![seed; 20],
            host: host.to_owned(),
            origin: origin.to_owned(),
            counter: 0,
            flags: VERIFIED,
            given: [seed ^ 0x55; 32],
        }
    }

    pub fn make(&mut self, challenge: &[u8]) -> Said {
        let client_data = self.client_data("webauthn.create", challenge);
        let mut data = self.head(self.flags | HAS_CREDENTIAL);
        data.extend([0; 16]);
        data.extend(u16::try_from(self.credential.len()).unwrap().to_be_bytes());
        data.extend(&self.credential);
        let point = self.key.verifying_key().to_sec1_point(false);
        data.extend([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20]);
        data.extend(point.x().unwrap().as_slice());
        data.extend([0x22, 0x58, 0x20]);
        data.extend(point.y().unwrap().as_slice());
        self.said(client_data, data, Vec::new())
    }

    pub fn sign(&mut self, challenge: &[u8]) -> Said {
        self.counter += 1;
        let client_data = self.client_data("webauthn.get", challenge);
        let data = self.head(self.flags);
        let hash: [u8; 32] = Sha256::digest(&client_data).into();
        let signature: DerSignature = self.key.sign(&[&data[..], &hash].concat());
        let signature = signature.as_bytes().to_vec();
        self.said(client_data, data, signature)
    }

    fn client_data(&self, kind: &str, challenge: &[u8]) -> Vec<u8> {
        let challenge = URL_SAFE_NO_PAD.encode(challenge);
        let origin = &self.origin;
        format!(
            "{{\"type\":\"{kind}\",\"challenge\":\"{challenge}\",\"origin\":\"{origin}\",\
             \"crossOrigin\":false,\"other_keys_can_be_added_here\":\"\"}}"
        )
        .into_bytes()
    }

    fn head(&self, flags: u8) -> Vec<u8> {
        let mut data = Sha256::digest(self.host.as_bytes()).to_vec();
        data.push(flags);
        data.extend(self.counter.to_be_bytes());
        data
    }

    fn said(&self, client_data: Vec<u8>, authenticator_data: Vec<u8>, signature: Vec<u8>) -> Said {
        let credential = self.credential.clone();
        Said { credential, client_data, authenticator_data, signature }
    }
}
