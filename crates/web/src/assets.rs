//! The files the pages need: one stylesheet, the icon, the map, one script for officers. Each is served under a name that
//! holds the hash of its bytes, so that it may be kept for ever and a new one is fetched at once.

use axum::extract::Path;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use sha2::{Digest, Sha256};
use std::borrow::Cow;
use std::sync::OnceLock;

#[derive(rust_embed::RustEmbed)]
#[folder = "assets"]
struct Files;

/// The parts of the one stylesheet, in order.
const STYLE_PARTS: [&str; 2] = ["tokens.css", "mangrove.css"];
const STYLE: &str = "mangrove.css";

struct Asset {
    /// The name in `assets/`, by which pages ask for it.
    name: String,
    /// The name it is served under: `world-0f3a….svg`.
    hashed_name: String,
    media: &'static str,
    bytes: Cow<'static, [u8]>,
}

fn all() -> &'static [Asset] {
    static ALL: OnceLock<Vec<Asset>> = OnceLock::new();
    ALL.get_or_init(|| {
        let alone = Files::iter().filter(|name| !STYLE_PARTS.contains(&name.as_ref()));
        let mut assets: Vec<Asset> = alone
            .filter_map(|name| Some(asset(name.to_string(), Files::get(&name)?.data)))
            .collect();
        let mut style = Vec::new();
        for part in STYLE_PARTS.iter().filter_map(|part| Files::get(part)) {
            style.extend_from_slice(&part.data);
        }
        assets.push(asset(STYLE.to_owned(), Cow::Owned(style)));
        assets
    })
}

fn asset(name: String, bytes: Cow<'static, [u8]>) -> Asset {
    let hash: String =
        Sha256::digest(&bytes).iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name.as_str(), ""));
    let media = match ending {
        "css" => "text/css; charset=utf-8",
        "svg" => "image/svg+xml",
        "js" => "text/javascript; charset=utf-8",
        "png" => "image/png",
        _ => "application/octet-stream",
    };
    Asset { hashed_name: format!("{stem}-{hash}.{ending}"), media, bytes, name }
}

/// What stands in a stylesheet, for a document that is kept as a file.
pub fn text(name: &str) -> String {
    let found = all().iter().find(|asset| asset.name == name);
    found.map(|asset| String::from_utf8_lossy(&asset.bytes).into_owned()).unwrap_or_default()
}

/// The address of a file of `assets/`; empty when there is none, which a test forbids.
pub fn address(name: &str) -> String {
    let found = all().iter().find(|asset| asset.name == name);
    found.map(|asset| format!("/assets/{}", asset.hashed_name)).unwrap_or_default()
}

/// The address of the stylesheet.
pub fn style() -> String {
    address(STYLE)
}

/// Answers `/assets/{name}`.
pub async fn serve(Path(name): Path<String>, headers: HeaderMap) -> Response {
    let Some(asset) = all().iter().find(|asset| asset.hashed_name == name) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let tag = format!("\"{}\"", asset.hashed_name);
    let kept = [
        (header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=31536000, immutable")),
        (header::ETAG, HeaderValue::from_str(&tag).unwrap_or(HeaderValue::from_static("\"\""))),
    ];
    let known = headers.get(header::IF_NONE_MATCH).and_then(|known| known.to_str().ok());
    if known.is_some_and(|known| known.contains(&tag)) {
        return (StatusCode::NOT_MODIFIED, kept).into_response();
    }
    (kept, [(header::CONTENT_TYPE, asset.media)], asset.bytes.clone()).into_response()
}

#[cfg(test)]
mod tests {
    use super::{address, style};

    #[test]
    fn files_are_addressed_by_their_bytes() {
        assert!(style().starts_with("/assets/mangrove-") && style().ends_with(".css"));
        assert!(address("icon.svg").starts_with("/assets/icon-"));
        assert_eq!(address("tokens.css"), "");
        assert_eq!(address("no-such-file.svg"), "");
    }
}
