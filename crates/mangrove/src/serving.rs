//! Serving pages: listeners, TLS, and an orderly stop.

use crate::listen::Protection;
use axum::Router;
use axum_server::tls_rustls::RustlsConfig;
use axum_server::{Control, Handle};
use lexicon::Phrase;
use std::net::TcpListener;
use std::time::Duration;
use tokio::signal::unix::{SignalKind, signal};

/// How long requests under way may take to finish when the node is stopped.
const STOP_WAIT: Duration = Duration::from_secs(10);
/// A browser that sends its request more slowly than this is let go, so that a few slow
/// connections cannot hold the door shut.
const HEADER_WAIT: Duration = Duration::from_secs(15);

/// One set of pages and where they are served.
pub struct Door {
    pub pages: Router,
    pub listeners: Vec<TcpListener>,
    pub tls: Option<RustlsConfig>,
}

/// Serves until the process is told to stop (Ctrl+C or SIGTERM), then lets requests finish.
///
/// # Errors
/// A listener fails.
pub async fn serve(doors: Vec<Door>) -> Result<(), Phrase> {
    let control = Control::new();
    let mut serving = tokio::task::JoinSet::new();
    for door in doors {
        for listener in door.listeners {
            serving.spawn(listen(listener, door.pages.clone(), door.tls.clone(), control.clone()));
        }
    }
    let stop = control.clone();
    let stopping = tokio::spawn(async move {
        told_to_stop().await;
        stop.graceful_shutdown(Some(STOP_WAIT));
    });
    let mut result = Ok(());
    while let Some(ended) = serving.join_next().await {
        let ended = ended.map_err(std::io::Error::other).and_then(|inner| inner);
        if let Err(why) = ended {
            result = Err(Phrase::new("command-refuse-node").with("why", why.to_string()));
            control.graceful_shutdown(Some(STOP_WAIT));
        }
    }
    stopping.abort();
    result
}

async fn listen(
    listener: TcpListener,
    pages: Router,
    tls: Option<RustlsConfig>,
    control: Control,
) -> std::io::Result<()> {
    let handle = Handle::with_control(control);
    let pages = pages.into_make_service();
    match tls {
        Some(tls) => {
            let mut server = axum_server::from_tcp_rustls(listener, tls)?.handle(handle);
            server.http_builder().http1().header_read_timeout(HEADER_WAIT);
            server.serve(pages).await
        }
        None => {
            let mut server = axum_server::from_tcp(listener)?.handle(handle);
            server.http_builder().http1().header_read_timeout(HEADER_WAIT);
            server.serve(pages).await
        }
    }
}

/// Reads certificate and key, before anything is opened.
///
/// # Errors
/// One of them cannot be read, is not what it should be, or the two do not belong together.
pub async fn tls(protection: &Protection) -> Result<Option<RustlsConfig>, Phrase> {
    let Protection::Tls { certificate, key } = protection else { return Ok(None) };
    let refused = |why: String| Phrase::new("command-refuse-tls-file").with("why", why);
    for file in [certificate, key] {
        // Named here: the reader of both does not say which of them it means.
        let opened = std::fs::File::open(file);
        opened.map_err(|why| refused(format!("{}: {why}", file.display())))?;
    }
    // A second provider in the tree would make the choice ambiguous; an earlier choice stands.
    let _already = rustls::crypto::ring::default_provider().install_default();
    let config = RustlsConfig::from_pem_file(certificate, key).await;
    let named = |why| format!("{}, {}: {why}", certificate.display(), key.display());
    config.map(Some).map_err(|why| refused(named(why)))
}

async fn told_to_stop() {
    let terminate = async {
        match signal(SignalKind::terminate()) {
            Ok(mut told) => drop(told.recv().await),
            Err(_) => std::future::pending().await,
        }
    };
    tokio::select! {
        _ = tokio::signal::ctrl_c() => {}
        () = terminate => {}
    }
}
