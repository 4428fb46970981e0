//! A form with files, read part by part. What is too large is not kept in memory; what was typed
//! before it is.

use crate::Failure;
use axum::extract::multipart::{Field, Multipart};
use axum::extract::{FromRequest, Request};
use axum::http::{StatusCode, header};
use protection::attachment::{FILE_BYTES_MAX, FILES_MAX};
use std::collections::BTreeMap;
use std::time::Duration;
use tokio::sync::Semaphore;
use workflow::receive_hint::SentFile;

/// Bytes of a form with five files of 8 MiB and the longest texts.
pub const UPLOAD_BYTES_MAX: usize = 44 * 1024 * 1024;
/// Parts of one form; more are refused.
const PARTS_MAX: usize = 80;
/// Bytes of one typed field: 20,000 signs of up to four bytes, with room to say that it is long.
const FIELD_BYTES_MAX: usize = 128 * 1024;
/// A form that says it is no larger is read at once.
const SMALL_BYTES_MAX: u64 = 256 * 1024;
/// Large forms in memory at once: six of 44 MiB. Others wait; a form without files does not.
static LARGE: Semaphore = Semaphore::const_new(6);
/// How long a large form waits for its place.
const LARGE_WAIT: Duration = Duration::from_secs(60);

/// The typed fields and the files of one form.
#[derive(Default)]
pub struct Upload {
    fields: BTreeMap<String, Vec<String>>,
    pub files: Vec<SentFile>,
    /// Something was cut off: the whole form was larger than it may be.
    pub is_cut: bool,
}

impl<S: Send + Sync> FromRequest<S> for Upload {
    type Rejection = Failure;

    async fn from_request(request: Request, state: &S) -> Result<Self, Failure> {
        let length = request
            .headers()
            .get(header::CONTENT_LENGTH)
            .and_then(|value| value.to_str().ok()?.parse::<u64>().ok());
        let busy = || Failure::of_status(StatusCode::SERVICE_UNAVAILABLE);
        let _place = match length {
            Some(length) if length <= SMALL_BYTES_MAX => None,
            _ => match tokio::time::timeout(LARGE_WAIT, LARGE.acquire()).await {
                Ok(Ok(place)) => Some(place),
                _ => return Err(busy()),
            },
        };
        let parts = Multipart::from_request(request, state)
            .await
            .map_err(|rejection| Failure::of_status(rejection.status()))?;
        Ok(Self::read(parts).await)
    }
}

impl Upload {
    /// Total: whatever comes, what was typed before it is kept.
    async fn read(mut parts: Multipart) -> Self {
        let mut upload = Self::default();
        for _ in 0..PARTS_MAX {
            match parts.next_field().await {
                Ok(Some(part)) => upload.take(part).await,
                Ok(None) => return upload,
                Err(_) => break,
            }
            if upload.is_cut {
                break;
            }
        }
        upload.is_cut = true;
        upload
    }

    async fn take(&mut self, mut part: Field<'_>) {
        let name = part.name().unwrap_or_default().to_owned();
        let file_name = part.file_name().map(str::to_owned);
        let limit = if file_name.is_some() { FILE_BYTES_MAX + 1 } else { FIELD_BYTES_MAX };
        let mut bytes = Vec::new();
        loop {
            match part.chunk().await {
                Ok(Some(chunk)) => {
                    // One byte above the limit is enough to say that it is too large.
                    let room = limit.saturating_sub(bytes.len()).min(chunk.len());
                    bytes.extend_from_slice(chunk.get(..room).unwrap_or_default());
                }
                Ok(None) => break,
                Err(_) => {
                    self.is_cut = true;
                    break;
                }
            }
        }
        match file_name {
            // A browser sends one nameless empty file when none was chosen.
            Some(file) if file.is_empty() && bytes.is_empty() => {}
            Some(file) if self.files.len() <= FILES_MAX => {
                self.files.push(SentFile { name: file, bytes });
            }
            Some(_) => {}
            None => {
                let text = String::from_utf8_lossy(&bytes).into_owned();
                self.fields.entry(name).or_default().push(text);
            }
        }
    }

    /// The first value of a field; empty when it was not sent.
    pub fn get(&self, name: &str) -> &str {
        self.fields.get(name).and_then(|all| all.first()).map_or("", String::as_str)
    }

    /// Every value of a field.
    pub fn all(&self, name: &str) -> Vec<String> {
        self.fields.get(name).cloned().unwrap_or_default()
    }
}
