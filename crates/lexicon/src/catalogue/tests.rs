use super::{Catalogue, Screening};
use crate::Complaint;
use crate::language::ENGLISH;

fn catalogue() -> Catalogue {
    Catalogue::embedded().unwrap_or_else(|all| panic!("{}", printed(&all)))
}

fn printed(complaints: &[Complaint]) -> String {
    complaints.iter().map(|c| c.print("catalogue", ENGLISH)).collect::<Vec<_>>().join("\n")
}

/// The complaints about an overlay, as printed.
fn refused(overlay: &str) -> String {
    let text = format!("overlay = \"trial\"\nversion = \"1\"\n{overlay}");
    printed(&catalogue().with_overlay(&text).expect_err("a refusal"))
}

#[test]
fn every_volume_is_read_and_every_id_stands_once() {
    let catalogue = catalogue();
    assert!(catalogue.volumes().count() >= 11);
    assert_eq!(catalogue.version("screening_indicators"), "0.2.0");
    let screening = catalogue.screening().expect("screening");
    assert_eq!(screening.indicators.len(), 135);
    assert_eq!(Screening::test_cases(&catalogue).expect("vectors").len(), 82);
}

// proves: row 1.7
#[test]
fn row_1_7_the_forms_that_experts_named_are_in_the_versioned_catalogue() {
    let forms = catalogue().forms().expect("forms");
    assert_eq!(forms.version, "0.1.0");
    for id in [
        "sport-trafficking",
        "school-labour",
        "school-begging",
        "sexual-tourism",
        "forced-criminality",
        "forced-begging",
        "surrogacy",
        "illegal-adoption",
        "forced-marriage",
        "organ-removal",
        "domestic-servitude",
        "child-domestic",
        "hazardous-child-labour",
    ] {
        let form = forms.form(id).unwrap_or_else(|| panic!("no form {id}"));
        assert!(!form.responsible_service.is_empty(), "{id} has no owner");
        assert!(!form.source.is_empty(), "{id} has no source");
    }
}

// proves: row 1.7
#[test]
fn row_1_7_every_code_of_an_indicator_means_a_form() {
    let catalogue = catalogue();
    let (screening, forms) = (catalogue.screening().expect("s"), catalogue.forms().expect("f"));
    for indicator in &screening.indicators {
        for code in indicator.exploitation_types.iter().filter(|c| *c != "any" && *c != "none") {
            assert!(forms.of_code(code).count() > 0, "{}: {code} means no form", indicator.id);
        }
    }
    for derived in &screening.derived_forms {
        assert!(forms.form(&derived.form_id).is_some(), "{}", derived.id);
    }
}

#[test]
fn an_overlay_changes_a_field_adds_an_entry_and_gives_a_new_hash() {
    let before = catalogue();
    let after = before
        .with_overlay(
            r#"
            overlay = "aurelia"
            version = "2"
            [[screening_indicators.indicator]]
            id = "co-documents"
            strength = "weak"
            [[forms_of_exploitation.exploitation_code]]
            id = "xc-pearls"
            new = true
            code = "pearls"
            form_ids = ["labour-fishing"]
            note = "divers"
            confidence = "medium"
            source = "national law"
            conclusions = [2]
            "#,
        )
        .unwrap_or_else(|all| panic!("{}", printed(&all)));
    let strength = |c: &Catalogue| {
        let screening = c.screening().expect("screening");
        let found = screening.indicators.iter().find(|i| i.id == "co-documents").cloned();
        found.expect("co-documents").strength
    };
    assert_ne!(strength(&before), super::Strength::Weak);
    assert_eq!(strength(&after), super::Strength::Weak);
    assert_eq!(after.forms().expect("forms").of_code("pearls").count(), 1);
    assert_ne!(before.hash(), after.hash());
    assert_eq!(before.hash(), catalogue().hash());
    assert_eq!(after.overlays().first().map(|o| o.name.as_str()), Some("aurelia"));
}

#[test]
fn an_overlay_with_a_slip_is_refused_with_its_place() {
    for (overlay, place, says) in [
        ("[[indicators.x]]\nid = \"a\"", "indicators", "no such volume"),
        ("[[screening_indicators.indikator]]\nid = \"a\"", "indikator", "no such table"),
        (
            "[[screening_indicators.indicator]]\nid = \"co-dokuments\"\nstrength = \"weak\"",
            "screening_indicators.indicator[co-dokuments].id",
            "no such id",
        ),
        (
            "[[screening_indicators.indicator]]\nid = \"co-documents\"\nstrenght = \"weak\"",
            "screening_indicators.indicator[co-documents].strenght",
            "no such field",
        ),
        (
            "[[screening_indicators.indicator]]\nid = \"co-documents\"\nstrength = 3",
            "indicator[co-documents].strength",
            "another kind",
        ),
        (
            "[[screening_indicators.indicator]]\nid = \"co-documents\"\nstrength = \"mighty\"",
            "indicator[co-documents]",
            "unknown variant `mighty`",
        ),
        (
            "[[screening_indicators.indicator]]\nid = \"co-documents\"\nnew = true",
            "indicator[co-documents].id",
            "already",
        ),
        (
            "[[screening_indicators.action]]\nid = \"dance\"\nnew = true\ntext = \"x\"",
            "action[dance].source",
            "missing",
        ),
        ("[screening_indicators.contract]\ncommand = \"x\"", "contract", "cannot be changed"),
        (
            "[[screening_indicators.test_case]]\nid = \"tc-labour-adult\"\nage = \"child\"",
            "test_case",
            "cannot be changed",
        ),
        ("[[screening_indicators.action]]\nid = \"\u{fc}\"", "action[1].id", "letters"),
        ("x = ", ":3", "TOML"),
    ] {
        let complaints = refused(overlay);
        assert!(complaints.contains(place), "{place}: {complaints}");
        assert!(complaints.contains(says), "{says}: {complaints}");
    }
    let unnamed = catalogue().with_overlay("version = \"1\"").expect_err("no name");
    assert!(printed(&unnamed).contains("overlay"), "{}", printed(&unnamed));
}

#[test]
fn an_overlay_has_limits_of_size_depth_and_count() {
    let large = format!("# {}", "x".repeat(super::OVERLAY_BYTES_MAX));
    assert!(refused(&large).contains("too large"));
    let deep = format!("[routing]\nrule = {}1{}", "[".repeat(20), "]".repeat(20));
    assert!(refused(&deep).contains("routing"), "{}", refused(&deep));
    assert!(refused(&deep).contains("nested"), "{}", refused(&deep));
    let entry = "[[routing.rule]]\nid = \"child\"\n";
    let many = entry.repeat(super::OVERLAY_ENTRIES_MAX + 1);
    assert!(refused(&many).contains("too many"), "{}", refused(&many));
    let abyss = format!("x = {}1", "[".repeat(20_000));
    assert!(refused(&abyss).contains("TOML"));
}

#[test]
fn what_an_overlay_changes_can_be_read_field_by_field() {
    let before = catalogue();
    let text = "overlay = \"trial\"\nversion = \"1\"\n\
                [[routing.rule]]\nid = \"work\"\ndue_days = 9\npath = \"consent\"\n";
    let after = before.with_overlay(text).unwrap_or_else(|all| panic!("{}", printed(&all)));
    let changed = before.differences(&after);
    let [only] = changed.as_slice() else { panic!("{changed:?}") };
    assert_eq!((only.table.as_str(), only.id.as_str()), ("rule", "work"));
    assert_eq!((only.before.as_deref(), only.after.as_deref()), (Some("5"), Some("9")));
    assert!(before.differences(&before).is_empty());
}

#[test]
fn a_volume_that_is_too_large_or_repeats_an_id_is_refused() {
    let header = "catalogue = \"x\"\nversion = \"1\"\n";
    let entry = "[[t]]\nid = \"a\"\n";
    assert!(super::volume::read("x", &format!("{header}{entry}")).is_ok());
    let twice = super::volume::read("x", &format!("{header}{entry}{entry}")).expect_err("twice");
    assert!(printed(&twice).contains("x.t[a].id"), "{}", printed(&twice));
    let large = format!("{header}# {}", "x".repeat(super::BYTES_MAX));
    assert!(super::volume::read("x", &large).is_err());
    assert!(super::volume::read("y", header).is_err());
}

/// An overlay comes from outside: whatever it is, it is taken whole or refused with complaints.
// proves: P-16
#[test]
fn p16_no_overlay_breaks_the_catalogue() {
    const CORPUS: [&str; 3] = [
        include_str!("../../tests/corpus/indicator.toml"),
        include_str!("../../tests/corpus/decision.toml"),
        include_str!("../../tests/corpus/routing.toml"),
    ];
    const PIECES: [&[u8]; 12] = [
        b"[[",
        b"]]",
        b"\"",
        b"\"\"\"",
        b"=",
        b"\n",
        b"\0",
        b"\xff",
        b"1e999",
        b"[routing.rule]",
        b"new = true\n",
        b"{a={a={a={a={}}}}}",
    ];
    // The whole catalogue is long to check, so most rounds lay theirs over one small volume.
    let small = super::Catalogue::only(&["routing"]).expect("the volume");
    let (whole, dice) = (catalogue(), crate::chance::SeededDice::new(16));
    let (mut taken, mut refused) = (0, 0);
    for round in 0..420 {
        let (before, good) = match round % 20 {
            0 => (&whole, CORPUS[round / 20 % 2]),
            _ => (&small, CORPUS[2]),
        };
        let mut bytes = good.as_bytes().to_vec();
        for _ in 0..crate::Dice::below(&dice, 4) {
            crate::chance::spoil(&mut bytes, &PIECES, &dice);
        }
        let text = String::from_utf8_lossy(&bytes);
        match before.with_overlay(&text) {
            Ok(after) => {
                taken += 1;
                assert_eq!(after.overlays().len(), before.overlays().len() + 1, "{text}");
            }
            Err(complaints) => {
                refused += 1;
                assert!(!complaints.is_empty(), "refused without a word: {text}");
                assert!(!printed(&complaints).contains('\0'), "{text}");
            }
        }
    }
    assert!(taken > 50 && refused > 100, "{taken} taken, {refused} refused");
    let deep = format!("overlay = \"x\"\nversion = \"1\"\na = {}", "[".repeat(50_000));
    assert!(small.with_overlay(&deep).is_err(), "depth");
}
