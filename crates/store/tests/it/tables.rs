//! Every table's functions, on both databases: what goes in comes out.

use crate::scene::{desk_id, furnish, hint, hint_id, leaf, officer_id, today};
use guard::Book;
use guard::ledger::merkle::Edge;
use guard::ledger::{SigningKey, verify};
use lexicon::Sphere;
use lexicon::chance::SeededDice;
use lexicon::ids::{AttachmentId, ImportId, MessageId, OfficerId, ScreeningId};
use store::testing::databases;
use store::{
    AttachmentHead, AttachmentRow, Author, CountingRow, LegalBasisRow, MessageRow, OverlayRow,
    ScreeningHead, ScreeningRow, SetColumnRow, SetComplaintRow, SetRow, StoreError,
};

#[tokio::test]
async fn officers_and_desks() {
    for database in databases().await {
        let store = database.open().await;
        furnish(&store).await;
        let mut tx = store.begin("look").await.expect("the place");
        let found = tx.find_officer_by_sign_in_name("joana").await.expect("row").expect("joana");
        assert_eq!(tx.find_officer(found.id).await, Ok(Some(found.clone())));
        assert_eq!(tx.find_officer_by_sign_in_name("Joana").await, Ok(None));
        assert_eq!(tx.list_officers_of_desk(desk_id()).await, Ok(vec![found.clone()]));
        assert_eq!(tx.take_totp_step(found.id, 7).await, Ok(true));
        assert_eq!(tx.take_totp_step(found.id, 7).await, Ok(false), "a code was taken twice");
        tx.update_officer_hat(found.id, "triage", "left").await.expect("changed");
        assert_eq!(tx.list_officers_of_desk(desk_id()).await, Ok(vec![]));
        assert_eq!(tx.list_desks_of_kind("ngo").await.expect("desks").len(), 1);
        assert_eq!(tx.find_desk(desk_id()).await.expect("row").expect("one").sphere, Sphere::Help);
    }
}

#[tokio::test]
async fn hints_and_their_versions() {
    for database in databases().await {
        let store = database.open().await;
        furnish(&store).await;
        let mut tx = store.begin("write").await.expect("the place");
        let row = hint(1);
        tx.insert_hint(&row).await.expect("inserted");
        assert_eq!(tx.find_hint(row.head.id).await, Ok(Some(row.clone())));
        let lookup: [u8; 32] = row.receipt_lookup.clone().unwrap().try_into().unwrap();
        assert_eq!(tx.find_hint_by_receipt(&lookup).await, Ok(Some(row.clone())));
        assert_eq!(tx.find_hint_by_receipt(&[0; 32]).await, Ok(None));
        let mut head = row.head.clone();
        head.state = "triaged".to_owned();
        head.assigned_officer = Some(officer_id());
        assert_eq!(tx.update_hint(&head).await, Ok(true));
        assert_eq!(tx.update_hint(&head).await, Ok(false), "a change over a newer version");
        head.version = 2;
        assert_eq!(tx.find_hint_head(head.id).await, Ok(Some(head)));
    }
}

#[tokio::test]
async fn messages_keep_their_order() {
    for database in databases().await {
        let store = database.open().await;
        furnish(&store).await;
        let mut tx = store.begin("write").await.expect("the place");
        tx.insert_hint(&hint(1)).await.expect("inserted");
        let mut all = Vec::new();
        for n in 0..5 {
            let row = MessageRow {
                id: MessageId::random(&SeededDice::new(n)),
                hint_id: hint_id(1),
                author: if n % 2 == 0 { Author::Giver } else { Author::Desk },
                officer_id: (n % 2 == 1).then(officer_id),
                written_on: today(),
                sealed: vec![u8::try_from(n).unwrap(); 40],
                is_read: false,
            };
            tx.insert_message(&row).await.expect("inserted");
            all.push(row);
        }
        assert_eq!(tx.list_messages(hint_id(1)).await, Ok(all), "{}", database.kind);
        assert_eq!(tx.mark_messages_read(hint_id(1), Author::Giver).await, Ok(3));
        assert_eq!(tx.mark_messages_read(hint_id(1), Author::Giver).await, Ok(0));
        assert_eq!(tx.count_messages(hint_id(1)).await, Ok(5));
    }
}

#[tokio::test]
async fn files_of_a_hint() {
    for database in databases().await {
        let store = database.open().await;
        furnish(&store).await;
        let mut tx = store.begin("write").await.expect("the place");
        tx.insert_hint(&hint(1)).await.expect("inserted");
        let id = AttachmentId::random(&SeededDice::new(1));
        let head = AttachmentHead {
            id,
            hint_id: hint_id(1),
            position: 1,
            kind: "pdf".to_owned(),
            byte_count: 9,
            sealed_name: vec![1; 50],
            sealed_hash: vec![2; 70],
            has_copy: false,
        };
        let row =
            AttachmentRow { head: head.clone(), sealed_original: vec![3; 99], sealed_copy: None };
        tx.insert_attachment(&row).await.expect("inserted");
        assert_eq!(tx.list_attachments(hint_id(1)).await, Ok(vec![head]));
        assert_eq!(tx.find_attachment(id).await, Ok(Some(row)), "{}", database.kind);
    }
}

#[tokio::test]
async fn screenings_expire_with_their_wraps() {
    for database in databases().await {
        let store = database.open().await;
        furnish(&store).await;
        let mut tx = store.begin("write").await.expect("the place");
        tx.insert_hint(&hint(1)).await.expect("inserted");
        let id = ScreeningId::random(&SeededDice::new(1));
        let head = ScreeningHead {
            id,
            hint_id: Some(hint_id(1)),
            case_id: None,
            person_id: None,
            desk_id: desk_id(),
            sphere: Sphere::Help,
            officer_id: officer_id(),
            state: "started".to_owned(),
            alias: "Amber Reed".to_owned(),
            started_on: today(),
            expires_on: Some(today().plus_days(2)),
            version: 1,
        };
        let row = ScreeningRow { head: head.clone(), sealed: vec![1; 90] };
        tx.insert_screening(&row).await.expect("inserted");
        assert_eq!(tx.list_screenings_of_hint(hint_id(1)).await, Ok(vec![head]));
        assert_eq!(tx.find_screening(id).await, Ok(Some(row.clone())));
        assert_eq!(tx.update_screening(&row).await, Ok(true));
        assert_eq!(tx.update_screening(&row).await, Ok(false), "a change over a newer version");
        assert_eq!(tx.delete_expired_screenings(today()).await, Ok(0));
        assert_eq!(tx.delete_expired_screenings(today().plus_days(2)).await, Ok(1));
        assert_eq!(tx.find_screening(id).await, Ok(None), "{}", database.kind);
    }
}

// proves: P-05
#[tokio::test]
async fn p05_a_leaf_is_kept_with_its_commit_and_only_with_it() {
    for database in databases().await {
        let store = database.open().await;
        furnish(&store).await;
        let mut tx = store.begin("open_hint").await.expect("the place");
        let mark = tx.mark();
        tx.append(leaf(hint_id(1), 1));
        drop(tx);
        assert!(!mark.is_committed(), "a dropped transaction counts as committed");
        let mut tx = store.begin("open_hint").await.expect("the place");
        assert_eq!(tx.count_leaves().await, Ok((0, 0)), "{}", database.kind);
        let mark = tx.mark();
        tx.append(leaf(hint_id(1), 2));
        assert!(!mark.is_committed());
        tx.commit().await.expect("kept");
        assert!(mark.is_committed());
        let mut again = store.begin("open_hint").await.expect("the place");
        again.append(leaf(hint_id(1), 3));
        again.append(leaf(hint_id(2), 4));
        again.commit().await.expect("kept");
        let mut tx = store.read("count").await.expect("a reader");
        assert_eq!(tx.count_leaves().await, Ok((2, 0)), "one opening a day has one leaf");
        let opened = tx.list_openings_of_thing("hint", hint_id(1).bytes()).await.expect("rows");
        assert_eq!(opened.len(), 1);
        assert_eq!(tx.count_unassigned_openings(officer_id(), today()).await, Ok(2));
    }
}

// proves: P-05
#[tokio::test]
async fn p05_a_commit_that_fails_leaves_the_mark_unset_and_a_reader_keeps_no_leaf() {
    for database in databases().await {
        let store = database.open().await;
        furnish(&store).await;
        let mut tx = store.begin("open_hint").await.expect("the place");
        let mark = tx.mark();
        tx.append(leaf(hint_id(1), 1));
        // opening, leaf, commit: the third call fails.
        store.fail_after(3);
        assert!(matches!(tx.commit().await, Err(StoreError::Storage { .. })));
        store.fail_after(0);
        assert!(!mark.is_committed());
        let mut reader = store.read("peep").await.expect("a reader");
        let mark = reader.mark();
        reader.append(leaf(hint_id(1), 1));
        assert!(reader.commit().await.is_err(), "a leaf was thrown away in silence");
        assert!(!mark.is_committed());
    }
}

/// Whichever step of the commit fails: what was written and its leaf are both kept or neither is.
// proves: P-05, P-01
#[tokio::test]
async fn p05_no_commit_keeps_a_change_without_its_leaf() {
    for call in 1..=3 {
        for database in databases().await {
            let store = database.open().await;
            furnish(&store).await;
            let mut tx = store.begin("open_hint").await.expect("the place");
            tx.put_setting("changed", "yes").await.expect("written");
            tx.append(leaf(hint_id(1), 1));
            store.fail_after(call);
            let outcome = tx.commit().await;
            store.fail_after(0);
            assert!(outcome.is_err(), "step {call} did not fail ({})", database.kind);
            let mut tx = store.read("look").await.expect("a reader");
            let changed = tx.find_setting("changed").await.expect("row");
            let leaves = tx.count_leaves().await.expect("a count");
            assert_eq!((changed, leaves), (None, (0, 0)), "step {call} ({})", database.kind);
        }
    }
}

#[tokio::test]
async fn numbered_leaves_verify_after_a_restart() {
    for database in databases().await {
        let store = database.open().await;
        furnish(&store).await;
        let key = SigningKey::from_seed(&[7; 32]);
        let mut edge = Edge::new();
        let mut before = None;
        for round in 0..3 {
            let mut tx = store.begin("open_hint").await.expect("the place");
            for n in 0..4 {
                tx.append(leaf(hint_id(round * 10 + n), round * 10 + n));
            }
            tx.commit().await.expect("kept");
            let mut tx = store.begin("number_leaves").await.expect("the place");
            let waiting = tx.waiting_leaves(1_000).await.expect("rows");
            assert_eq!(waiting.len(), 4);
            for leaf in &waiting {
                edge.push(leaf.leaf_hash);
            }
            let last = waiting.last().expect("four").arrival;
            assert_eq!(tx.number_leaves(last).await, Ok(4));
            let checkpoint = key.sign(edge.size(), edge.root(), today(), before.as_ref());
            tx.insert_checkpoint(&checkpoint).await.expect("inserted");
            tx.commit().await.expect("kept");
            before = Some(checkpoint.signature);
        }
        store.close().await;
        let store = database.open().await;
        let mut tx = store.read("verify").await.expect("a reader");
        let leaves = tx.numbered_leaves(0, 1_000).await.expect("leaves");
        let checkpoints = tx.list_checkpoints().await.expect("checkpoints");
        let verdict = verify(leaves, &checkpoints, &key.verifying(), None);
        assert_eq!((verdict.leaves, verdict.checkpoints), (12, 3));
        assert_eq!(verdict.faults, [], "{}", database.kind);
        assert_eq!(tx.newest_leaves(0, 5).await.expect("leaves")[0].number, 12);
        assert_eq!(tx.leaf_hashes(10, 100).await.expect("hashes").len(), 2);
    }
}

#[tokio::test]
async fn the_counting_copy_is_corrected_and_not_doubled() {
    for database in databases().await {
        let store = database.open().await;
        let mut tx = store.begin("count").await.expect("the place");
        let row = |n: u8, form: &str| CountingRow {
            id: [n; 16],
            year: 2026,
            quarter: 4,
            phenomenon: "tip".to_owned(),
            form: form.to_owned(),
            sex: "female".to_owned(),
            age_group: "adult".to_owned(),
            citizenship: "NG".to_owned(),
            exploitation_country: "CI".to_owned(),
            status: "presumed".to_owned(),
        };
        tx.put_counting_rows(&[row(2, "labour"), row(1, "sexual")]).await.expect("put");
        tx.put_counting_rows(&[row(1, "labour")]).await.expect("put");
        let all = tx.list_counting_rows().await.expect("rows");
        assert_eq!(all, [row(1, "labour"), row(2, "labour")], "{}", database.kind);
    }
}

#[tokio::test]
async fn imported_sets_count_every_row_and_are_kept_once() {
    for database in databases().await {
        let store = database.open().await;
        let mut tx = store.begin("import").await.expect("the place");
        let id = ImportId::random(&SeededDice::new(1));
        let set = SetRow {
            id,
            format: "ctdc".to_owned(),
            title: "CTDC".to_owned(),
            source: "iom".to_owned(),
            file_hash: [8; 32],
            rows_in: 10,
            rows_stored: 8,
            complaint_count: 2,
            imported_on: today(),
        };
        tx.insert_set(&set).await.expect("inserted");
        let column = |name: &str, position, part| SetColumnRow {
            name: name.to_owned(),
            part,
            position,
            dictionary: b"[\"a\",\"b\"]".to_vec(),
            codes: vec![0, 1, 0, 1],
        };
        let columns = [column("z", 0, 0), column("z", 0, 1), column("a", 1, 0)];
        tx.insert_set_columns(id, &columns).await.expect("inserted");
        let complaints: Vec<_> = (0..2)
            .map(|n| SetComplaintRow {
                position: n,
                line: n + 5,
                field: "year".to_owned(),
                phrase_key: "import-not-a-year".to_owned(),
                phrase_values: "{}".to_owned(),
            })
            .collect();
        tx.insert_set_complaints(id, &complaints).await.expect("inserted");
        assert_eq!(tx.list_set_columns(id).await, Ok(columns.to_vec()), "{}", database.kind);
        assert_eq!(tx.list_set_complaints(id, -1, 10).await, Ok(complaints));
        assert_eq!(tx.find_set_by_hash("ctdc", &[8; 32]).await, Ok(Some(set.clone())));
        tx.commit().await.expect("kept");
        let mut tx = store.begin("import").await.expect("the place");
        let again = SetRow { id: ImportId::random(&SeededDice::new(2)), ..set.clone() };
        assert!(matches!(tx.insert_set(&again).await, Err(StoreError::Taken { .. })));
        drop(tx);
        let mut tx = store.begin("import").await.expect("the place");
        let lossy = SetRow { file_hash: [9; 32], rows_stored: 7, ..again };
        assert!(matches!(tx.insert_set(&lossy).await, Err(StoreError::Rule { .. })));
        drop(tx);
        let mut tx = store.begin("forget").await.expect("the place");
        tx.delete_set(id).await.expect("deleted");
        assert_eq!(tx.list_sets().await, Ok(vec![]));
    }
}

#[tokio::test]
async fn settings_legal_bases_and_overlays() {
    for database in databases().await {
        let store = database.open().await;
        furnish(&store).await;
        let mut tx = store.begin("set").await.expect("the place");
        tx.put_setting("country", "CI").await.expect("put");
        tx.put_setting("country", "GH").await.expect("put");
        assert_eq!(tx.find_setting("country").await, Ok(Some("GH".to_owned())));
        tx.put_node_key("salt", &[1, 2]).await.expect("put");
        assert_eq!(tx.find_node_key("salt").await, Ok(Some(vec![1, 2])));
        let basis = LegalBasisRow {
            id: "protection".to_owned(),
            purpose: "protection".to_owned(),
            source: "Law 2016-1111, art. 9".to_owned(),
            special: "Law 1, article 3".to_owned(),
            recipients: "nobody".to_owned(),
            retention_days: 3_650,
            recorded_on: today(),
        };
        tx.put_legal_basis(&basis).await.expect("put");
        assert_eq!(tx.list_legal_bases().await, Ok(vec![basis]));
        let overlay = OverlayRow {
            file: "routing".to_owned(),
            version: 0,
            body: "x = 1".to_owned(),
            hash: vec![1; 32],
            state: "waiting".to_owned(),
            is_active: false,
            proposed_by: Some(officer_id()),
            decided_by: None,
            on_day: today(),
            decided_on: None,
            reason: String::new(),
            approval: None,
        };
        for expected in 1..=3 {
            assert_eq!(tx.insert_overlay(&overlay).await, Ok(expected));
        }
        let other = Some(OfficerId::from_bytes([0xEE; 16]));
        for (version, state) in [(1, "approved"), (2, "approved"), (3, "refused")] {
            let decided =
                tx.decide_overlay(("routing", version), (state, "x", Some(&[1])), (other, today()));
            assert_eq!(decided.await, Ok(true), "{version}");
        }
        let again =
            tx.decide_overlay(("routing", 3), ("approved", "", Some(&[1])), (other, today())).await;
        assert_eq!(again, Ok(false), "decided once");
        let all = tx.list_overlays().await.expect("rows");
        let seen: Vec<_> = all.iter().map(|o| (o.version, o.is_active)).collect();
        assert_eq!(seen, [(1, false), (2, true), (3, false)], "{}", database.kind);
        let active = tx.active_overlays().await.expect("rows");
        assert_eq!(active.iter().map(|o| o.version).collect::<Vec<_>>(), [2]);
        assert_eq!(tx.find_overlay("routing", 2).await.expect("row"), active.first().cloned());
        tx.insert_overlay(&overlay).await.expect("inserted");
        let same = tx.decide_overlay(
            ("routing", 4),
            ("approved", "", Some(&[1])),
            (Some(officer_id()), today()),
        );
        assert!(same.await.is_err(), "who proposed it does not decide");
    }
}
