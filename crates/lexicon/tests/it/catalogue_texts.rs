//! Every entry of the catalogue that a page can show has its text in four languages.

use crate::texts::{LANGUAGES, read, root};
use std::collections::BTreeSet;
use std::fs;
use toml::{Table, Value};

fn volume(name: &str) -> Table {
    let path = root().join("catalogue").join(format!("{name}.toml"));
    fs::read_to_string(path).unwrap().parse().unwrap()
}

/// The values of `field` in the entries of a table.
fn fields<'a>(volume: &'a Table, table: &str, field: &str) -> Vec<&'a str> {
    let entries = volume[table].as_array().unwrap();
    entries.iter().filter_map(|entry| entry.get(field).and_then(Value::as_str)).collect()
}

fn keys() -> BTreeSet<String> {
    let screening = volume("screening_indicators");
    let forms = volume("forms_of_exploitation");
    let mut keys = BTreeSet::new();
    let simple = [
        ("indicator", "indicator"),
        ("short_question", "question"),
        ("action", "action"),
        ("result", "result"),
        ("decision", "decision"),
        ("dimension", "dimension"),
        ("dimension_rule", "rule"),
        ("always_action", "always"),
    ];
    for (table, prefix) in simple {
        keys.extend(fields(&screening, table, "id").iter().map(|id| format!("{prefix}-{id}")));
    }
    keys.extend(fields(&screening, "also_rule", "id").iter().map(|id| (*id).to_owned()));
    keys.extend(fields(&screening, "result", "id").iter().map(|id| format!("result-{id}-meaning")));
    keys.extend(
        fields(&screening, "short_form", "profession").iter().map(|p| format!("profession-{p}")),
    );
    keys.extend(fields(&screening, "input_rule", "basis").iter().map(|b| format!("age-basis-{b}")));
    for entry in screening["decision_input"].as_array().unwrap() {
        let input = entry["input"].as_str().unwrap().replace('_', "-");
        let values = entry["values"].as_array().unwrap().iter().filter_map(Value::as_str);
        keys.extend(values.map(|value| format!("input-{input}-{value}")));
        keys.insert(format!("input-{input}"));
    }
    for id in fields(&forms, "form", "id") {
        keys.extend([format!("form-{id}"), format!("form-{id}-description")]);
    }
    keys.extend(fields(&forms, "form", "group").iter().map(|group| format!("form-group-{group}")));
    keys
}

// proves: row 8.12, row 1.7
#[test]
fn row_8_12_every_entry_of_the_catalogue_has_its_text_in_four_languages() {
    let keys = keys();
    assert!(keys.len() > 350, "only {} keys were looked for", keys.len());
    let mut missing = Vec::new();
    for language in LANGUAGES {
        let (texts, _) = read(language);
        let absent = keys.iter().filter(|key| !texts.contains_key(*key));
        missing.extend(absent.map(|key| format!("{language}: {key}")));
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}

// proves: row 1.3
#[test]
fn row_1_3_every_element_of_both_crimes_has_a_name_and_a_meaning() {
    let tip = ["act", "means", "purpose"].map(|part| format!("element-tip-{part}"));
    let som = ["crossing", "facilitation", "benefit", "documents", "stay", "aggravation"]
        .map(|part| format!("element-som-{part}"));
    for language in LANGUAGES {
        let (texts, _) = read(language);
        for key in tip.iter().chain(&som) {
            assert!(texts.contains_key(key), "{language}: {key}");
            assert!(texts.contains_key(&format!("{key}-meaning")), "{language}: {key}-meaning");
        }
    }
}
