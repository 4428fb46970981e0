//! What must not compile: each file under `compile_fail/` is given to the compiler with the guard
//! as built for this test. Lines between `// fails:` and `// end` are the mistake; without them
//! the file must compile, so that it fails for the reason it says.

use std::path::{Path, PathBuf};
use std::process::Command;

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/compile_fail");

/// The newest `lib<name>-*.rlib` beside this test.
fn library(deps: &Path, name: &str) -> PathBuf {
    let prefix = format!("lib{name}-");
    std::fs::read_dir(deps)
        .unwrap()
        .filter_map(|entry| {
            let path = entry.ok()?.path();
            let file = path.file_name()?.to_str()?;
            let is_ours = file.starts_with(&prefix) && file.ends_with(".rlib");
            let written = path.metadata().ok()?.modified().ok()?;
            is_ours.then_some((written, path))
        })
        .max()
        .unwrap()
        .1
}

/// Error codes the compiler gives for `source`; empty when it compiles.
fn compile(name: &str, source: &str) -> (bool, String) {
    let exe = std::env::current_exe().unwrap();
    let deps = exe.parent().unwrap();
    let folder = std::env::temp_dir().join(format!("guard-{}-{name}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let file = folder.join("main.rs");
    std::fs::write(&file, source).unwrap();
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let output = Command::new(rustc)
        .args(["--edition", "2024", "--crate-type", "lib", "--emit", "metadata"])
        .args(["--cap-lints", "allow"])
        .arg("--out-dir")
        .arg(&folder)
        .arg("-L")
        .arg(format!("dependency={}", deps.display()))
        .arg("--extern")
        .arg(format!("guard={}", library(deps, "guard").display()))
        .arg(&file)
        .output()
        .unwrap();
    std::fs::remove_dir_all(&folder).unwrap();
    (output.status.success(), String::from_utf8_lossy(&output.stderr).into_owned())
}

fn without_mistake(source: &str) -> String {
    let mut is_kept = true;
    let mut kept = String::new();
    for line in source.lines() {
        match line.trim() {
            l if l.starts_with("// fails:") => is_kept = false,
            "// end" => is_kept = true,
            _ if is_kept => {
                kept.push_str(line);
                kept.push('\n');
            }
            _ => {}
        }
    }
    kept
}

/// Every file whose name begins with `prefix`: compiles without its mistake and, with it, fails
/// with the error named after `// fails:`.
fn check(prefix: &str) {
    let mut checked = 0;
    for entry in std::fs::read_dir(FOLDER).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
        if !name.starts_with(prefix) {
            continue;
        }
        let source = std::fs::read_to_string(&path).unwrap();
        let code = source.split("// fails:").nth(1).unwrap().lines().next().unwrap().trim();
        let (compiles, said) = compile(&name, &without_mistake(&source));
        assert!(compiles, "{name} without its mistake:\n{said}");
        let (compiles, said) = compile(&name, &source);
        assert!(!compiles, "{name} compiles");
        assert!(said.contains(&format!("error[{code}]")), "{name} should fail by {code}:\n{said}");
        checked += 1;
    }
    assert!(checked > 0, "no file begins with {prefix}");
}

// proves: P-05
#[test]
fn p05_what_was_opened_cannot_be_printed_copied_or_sent() {
    check("opened_");
}

// proves: P-05
#[test]
fn p05_what_is_sealed_cannot_be_opened_without_a_warrant() {
    check("sealed_");
}

// proves: P-06
#[test]
fn p06_no_warrant_is_made_or_used_twice_outside_the_gate() {
    check("warrant_");
}

// proves: P-06
#[test]
fn p06_no_proof_of_a_passkey_is_made_outside_the_guard() {
    check("passkey_");
}

// proves: P-02
#[test]
fn p02_no_proof_of_consent_is_made_outside_the_guard() {
    check("consent_");
}

// proves: P-04
#[test]
fn p04_no_disclosure_from_help_or_labour_to_enforcement_compiles() {
    check("disclosure_");
}

// proves: P-05, P-22
#[test]
fn p05_nothing_that_holds_a_secret_has_a_text_form() {
    /// Does not compile when `$kind` implements one of the traits: the call is then ambiguous.
    macro_rules! implements_none {
        ($kind:ty: $($bound:path),+) => {{
            trait Ambiguous<A> { fn here() {} }
            impl<T: ?Sized> Ambiguous<()> for T {}
            $({ struct Mark; impl<T: ?Sized + $bound> Ambiguous<Mark> for T {} })+
            <$kind as Ambiguous<_>>::here();
        }};
    }
    macro_rules! check_all {
        ($($kind:ty),+ $(,)?) => {$(implements_none!($kind:
            std::fmt::Debug, std::fmt::Display, Clone, serde::Serialize, std::ops::Deref,
            AsRef<[u8]>, AsRef<str>, Into<String>, Into<Vec<u8>>);)+};
    }
    check_all!(
        guard::Opened,
        guard::Opening,
        guard::Warrant,
        guard::ConsentProof,
        guard::Unlocked,
        guard::AfterCommit<String>,
        guard::seal::Sealed,
        guard::seal::DataKey,
        guard::seal::SecretKey,
        guard::members::MemberSecret,
        guard::members::PasskeyProof,
        guard::members::Challenges,
        guard::members::NewRecovery,
        guard::members::Recovered,
        guard::receipts::Receipt,
        guard::receipts::ReceiptKeys,
        guard::ledger::SigningKey,
    );
}
