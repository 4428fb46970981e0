//! The attacks that the tests make: which, what is tried, and how the last run went.
//! `./test --attacks` runs them and prints the table.

use crate::{files, read, root, short};
use std::collections::BTreeMap;
use std::fmt::Write;

const NAME: &str = "attack_";

/// A test that plays an attacker. It passes when the attack fails.
#[derive(Debug, PartialEq, Eq)]
pub struct Attack {
    pub name: String,
    pub path: String,
    /// The comment above the test.
    pub tries: String,
}

/// How one went: whether it was kept out, and its own figure.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    pub is_kept_out: bool,
    /// Behind `FIGURE` in what the test prints.
    pub figure: String,
}

/// Every attack of the workspace, by name.
pub fn attacks() -> Vec<Attack> {
    let mut found = Vec::new();
    for path in files(&root(), &[".rs"]) {
        if path.ends_with("xtask/src/attacks.rs") {
            continue;
        }
        found.extend(attacks_in(&short(&path), &read(&path)));
    }
    found.sort_by(|a: &Attack, b| a.name.cmp(&b.name));
    found
}

fn attacks_in(path: &str, source: &str) -> Vec<Attack> {
    let mut found = Vec::new();
    let mut comment: Vec<&str> = Vec::new();
    let mut is_test = false;
    for line in source.lines().map(str::trim) {
        if let Some(words) = line.strip_prefix("///") {
            comment.push(words.trim());
        } else if line.starts_with("//") {
        } else if line.starts_with("#[") {
            is_test |= line.contains("test");
        } else {
            let name = crate::sizes::function_name(line).filter(|name| name.starts_with(NAME));
            if let (Some(name), true) = (name, is_test) {
                found.push(Attack { name, path: path.to_owned(), tries: comment.join(" ") });
            }
            comment.clear();
            is_test = false;
        }
    }
    found
}

/// Reads what nextest kept of a run: outcome by name of the test.
pub fn outcomes(junit: &str) -> BTreeMap<String, Outcome> {
    let mut all = BTreeMap::new();
    for case in junit.split("<testcase ").skip(1) {
        let case = case.split("</testcase>").next().unwrap_or_default();
        let Some(name) = case.split("name=\"").nth(1).and_then(|n| n.split('"').next()) else {
            continue;
        };
        let name = name.rsplit("::").next().unwrap_or(name);
        let figure = case.lines().filter_map(|line| line.split("FIGURE ").nth(1)).next_back();
        let figure = figure.unwrap_or_default().split('<').next().unwrap_or_default().trim();
        let is_kept_out = !case.contains("<failure") && !case.contains("<error");
        all.insert(name.to_owned(), Outcome { is_kept_out, figure: figure.to_owned() });
    }
    all
}

/// The table that `./test --attacks` prints; `false` when one got through or was not tried.
pub fn report(attacks: &[Attack], outcomes: &BTreeMap<String, Outcome>) -> (String, bool) {
    let mut text = String::new();
    let mut is_kept_out = true;
    for attack in attacks {
        let outcome = outcomes.get(&attack.name);
        let said = match outcome {
            Some(outcome) if outcome.is_kept_out => "kept out",
            Some(_) => "GOT THROUGH",
            None => "NOT TRIED",
        };
        is_kept_out &= outcome.is_some_and(|outcome| outcome.is_kept_out);
        let figure = outcome.map(|o| o.figure.as_str()).filter(|f| !f.is_empty());
        let figure = figure.map(|f| format!(" ({f})")).unwrap_or_default();
        let name = attack.name.trim_start_matches(NAME).replace('_', " ");
        let _ = write!(text, "{said:<11} {name}{figure}\n            {}\n", attack.tries);
    }
    let _ = writeln!(text, "{} attacks", attacks.len());
    (text, is_kept_out)
}

#[cfg(test)]
mod tests {
    use super::{Attack, Outcome, attacks_in, outcomes, report};

    #[test]
    fn an_attack_is_a_test_with_the_comment_above_it() {
        let source = "/// A thief reads\n/// the disk.\n// proves: P-11\n#[tokio::test]\n\
            async fn attack_thief() {}\n/// No test.\nfn attack_plan() {}\n";
        let thief = Attack {
            name: "attack_thief".to_owned(),
            path: "a.rs".to_owned(),
            tries: "A thief reads the disk.".to_owned(),
        };
        assert_eq!(attacks_in("a.rs", source), [thief]);
    }

    #[test]
    fn what_got_through_or_was_not_tried_is_told() {
        let junit = "<testcase name=\"it::attack_a\" x=\"1\"><system-out>\nFIGURE tried 7, got \
            through 0\n</system-out></testcase><testcase name=\"attack_b\"><failure \
            message=\"x\"/></testcase>";
        let found = outcomes(junit);
        let a = Outcome { is_kept_out: true, figure: "tried 7, got through 0".to_owned() };
        assert_eq!(found.get("attack_a"), Some(&a));
        let attack = |name: &str| Attack {
            name: name.to_owned(),
            path: "a.rs".to_owned(),
            tries: "Tries.".to_owned(),
        };
        let (text, is_kept_out) = report(&[attack("attack_a")], &found);
        assert!(is_kept_out && text.contains("kept out    a (tried 7, got through 0)"), "{text}");
        for (name, said) in [("attack_b", "GOT THROUGH b"), ("attack_c", "NOT TRIED   c")] {
            let (text, is_kept_out) = report(&[attack("attack_a"), attack(name)], &found);
            assert!(!is_kept_out && text.contains(said), "{text}");
        }
    }
}
