//! Where tests find the public test data that is not part of this repository.

use crate::root;
use std::io::Write;
use std::path::PathBuf;

/// The path of a file or folder of `../shared/data` (or of the folder that `MANGROVE_SHARED`
/// names). `None` when it is not there: then the test is left out, which is said on the terminal.
///
/// # Panics
/// When it is not there although `REQUIRE_DATA=1`.
pub fn shared_data(test: &str, path: &str) -> Option<PathBuf> {
    let folder = std::env::var_os("MANGROVE_SHARED")
        .map_or_else(|| root().join("../shared/data"), PathBuf::from);
    let found = folder.join(path);
    if found.exists() {
        return Some(found);
    }
    let is_required = std::env::var("REQUIRE_DATA").is_ok_and(|v| v == "1");
    assert!(!is_required, "{test} needs ../shared/data/{path} (REQUIRE_DATA=1)");
    // Not eprintln!, which the test runner keeps to itself while a test passes.
    let said = writeln!(std::io::stderr(), "left out: {test} needs ../shared/data/{path}");
    said.ok().and(None)
}
