//! The machine under the node: no core dumps, a warning about swap, the log.

use rustix::process::{Resource, Rlimit, setrlimit};
use tracing_subscriber::EnvFilter;

/// What the log shows when MANGROVE_LOG says nothing else.
const LOG_DEFAULT: &str = "warn,mangrove=info,workflow=info,web=info,store=info";

/// Forbids a dump of the memory, where unlocked keys are, when the process fails.
pub fn forbid_core_dumps() {
    let none = Rlimit { current: Some(0), maximum: Some(0) };
    if let Err(why) = setrlimit(Resource::Core, none) {
        tracing::warn!(%why, "core dumps could not be forbidden");
    }
}

/// Whether memory of this machine can reach a disk.
pub fn has_swap() -> bool {
    let swaps = std::fs::read_to_string("/proc/swaps").unwrap_or_default();
    swaps.lines().skip(1).any(|line| !line.trim().is_empty() && !line.contains("/zram"))
}

/// Writes the log to standard error, one JSON object a line. Never logged: bodies, addresses,
/// query strings, names, codes, or any request to the public pages.
pub fn start_log() {
    let filter = std::env::var("MANGROVE_LOG").unwrap_or_else(|_| LOG_DEFAULT.to_owned());
    let filter = EnvFilter::try_new(filter).unwrap_or_else(|_| EnvFilter::new(LOG_DEFAULT));
    // A second call keeps the first log; tests start several nodes in one process.
    let _started = tracing_subscriber::fmt()
        .json()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .with_current_span(false)
        .with_span_list(false)
        .try_init();
}
