//! What every answer carries, so that no page can be framed, cached, sniffed or made to load from
//! elsewhere. A page may not weaken it; a golden test holds it.

use axum::extract::Request;
use axum::http::{HeaderName, HeaderValue, header};
use axum::middleware::Next;
use axum::response::Response;

/// Nothing but own styles, pictures and sound; forms go home; nobody frames us; no script at all.
pub const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; style-src 'self'; \
     img-src 'self'; media-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// The same with our own script file, for pages of officers that offer a passkey and for devices
/// that others use too.
pub const POLICY_WITH_SCRIPT: &str = "default-src 'none'; script-src 'self'; connect-src 'self'; \
     style-src 'self'; img-src 'self'; media-src 'self'; form-action 'self'; base-uri 'none'; \
     frame-ancestors 'none'";

/// Marks an answer that carries the script.
#[derive(Clone, Copy, Debug)]
pub struct HasScript;

const PERMISSIONS: &str = "accelerometer=(), browsing-topics=(), camera=(), display-capture=(), \
     geolocation=(), gyroscope=(), hid=(), magnetometer=(), microphone=(), midi=(), payment=(), \
     publickey-credentials-create=(self), publickey-credentials-get=(self), screen-wake-lock=(), serial=(), usb=()";

/// Header and value of every answer. `cache-control` stands only where the answer has none.
pub const EVERY_ANSWER: [(HeaderName, &str); 9] = [
    (header::CONTENT_SECURITY_POLICY, CONTENT_SECURITY_POLICY),
    (header::REFERRER_POLICY, "no-referrer"),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::X_FRAME_OPTIONS, "DENY"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    (HeaderName::from_static("permissions-policy"), PERMISSIONS),
    (HeaderName::from_static("x-robots-tag"), "noindex, nofollow"),
    (header::CACHE_CONTROL, "no-store"),
];

/// The layer that sets them.
pub async fn set(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let has_script = response.extensions().get::<HasScript>().is_some();
    let headers = response.headers_mut();
    for (name, value) in EVERY_ANSWER {
        let is_kept = name == header::CACHE_CONTROL && headers.contains_key(&name);
        if !is_kept {
            headers.insert(name, HeaderValue::from_static(value));
        }
    }
    if has_script {
        let policy = HeaderValue::from_static(POLICY_WITH_SCRIPT);
        headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    response
}
