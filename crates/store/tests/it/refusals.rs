//! A database that is not fit to be used is refused, with a sentence that says what to do.

use lexicon::language::LANGUAGES;
use std::io::{Seek, SeekFrom, Write};
use store::testing::sqlite;
use store::{Address, Make, Store, StoreError};

async fn refusal(address: &Address, make: Make) -> StoreError {
    Store::open(address, make).await.expect_err("refused")
}

#[tokio::test]
async fn a_file_that_is_no_database_is_refused_and_left_as_it_is() {
    let database = sqlite();
    let Address::Sqlite(path) = &database.address else { panic!("sqlite") };
    let text = "name,age\n".repeat(2_000);
    std::fs::write(path, &text).expect("written");
    let refused = refusal(&database.address, Make::IfMissing).await;
    assert!(matches!(refused, StoreError::NotADatabase { .. }), "{refused:?}");
    assert_eq!(std::fs::read_to_string(path).expect("read"), text);
}

#[tokio::test]
async fn a_database_of_another_program_is_refused() {
    let database = sqlite();
    let store = database.open().await;
    let mut tx = store.begin("rename").await.expect("the place");
    tx.execute("ALTER TABLE node RENAME TO other", &[]).await.expect("renamed");
    tx.commit().await.expect("kept");
    store.close().await;
    let refused = refusal(&database.address, Make::IfMissing).await;
    assert!(matches!(refused, StoreError::NotADatabase { .. }), "{refused:?}");
}

#[tokio::test]
async fn a_damaged_page_is_found_at_the_start() {
    let database = sqlite();
    database.open().await.close().await;
    let Address::Sqlite(path) = &database.address else { panic!("sqlite") };
    let size = std::fs::metadata(path).expect("there").len();
    let mut found = 0;
    for page in 1..size / 4096 {
        let kept = std::fs::read(path).expect("read");
        let mut file = std::fs::OpenOptions::new().write(true).open(path).expect("opened");
        file.seek(SeekFrom::Start(page * 4096)).expect("there");
        file.write_all(&[0xAB; 512]).expect("damaged");
        drop(file);
        match Store::open(&database.address, Make::IfMissing).await {
            Err(StoreError::Corrupt { .. } | StoreError::NotADatabase { .. }) => found += 1,
            other => panic!("page {page}: {other:?}"),
        }
        std::fs::write(path, kept).expect("mended");
    }
    assert!(found > 20, "only {found} pages");
    database.open().await;
}

#[tokio::test]
async fn a_missing_database_is_not_made_where_one_is_expected() {
    let database = sqlite();
    let refused = refusal(&database.address, Make::Never).await;
    assert!(matches!(refused, StoreError::Missing { .. }), "{refused:?}");
    assert_eq!(std::fs::read_dir(database.folder.path()).expect("listed").count(), 0);
}

#[tokio::test]
async fn an_address_that_leads_nowhere_is_refused_without_its_password() {
    let url = "postgres://mangrove:hunter2@127.0.0.1:1/none".to_owned();
    let refused = refusal(&Address::Postgres(url), Make::IfMissing).await;
    assert!(matches!(refused, StoreError::Unreachable { .. }), "{refused:?}");
    assert!(!refused.to_string().contains("hunter2"), "{refused}");
    let nowhere = Address::Sqlite("/nowhere/at/all/mangrove.db".into());
    let refused = refusal(&nowhere, Make::IfMissing).await;
    assert!(matches!(refused, StoreError::Unreachable { .. }), "{refused:?}");
}

#[tokio::test]
async fn the_files_are_for_their_owner_alone() {
    use std::os::unix::fs::PermissionsExt;
    let database = sqlite();
    let _store = database.open().await;
    for entry in std::fs::read_dir(database.folder.path()).expect("listed") {
        let entry = entry.expect("an entry");
        let mode = entry.metadata().expect("there").permissions().mode() & 0o777;
        assert_eq!(mode, 0o600, "{}", entry.path().display());
    }
}

#[test]
fn every_refusal_is_said_in_every_language_and_says_what_to_do() {
    let (tx, what) = ("receive_hint", "x".to_owned());
    let place = "/data/mangrove.db".to_owned();
    let all = [
        StoreError::ReadOnly,
        StoreError::CommitUnknown { tx, what: what.clone() },
        StoreError::Storage { tx, what: what.clone() },
        StoreError::Busy { tx },
        StoreError::Taken { tx, what: what.clone() },
        StoreError::Rule { tx, what: what.clone() },
        StoreError::Statement { tx, what: what.clone() },
        StoreError::Column { column: "alias" },
        StoreError::Locked { place: place.clone() },
        StoreError::NotADatabase { place: place.clone() },
        StoreError::WrongVersion { place: place.clone(), found: "9".to_owned(), expected: 1 },
        StoreError::Corrupt { place: place.clone(), what: what.clone() },
        StoreError::Unreachable { place: place.clone(), what },
        StoreError::Missing { place },
    ];
    for error in all {
        let phrase = error.phrase();
        for language in LANGUAGES {
            assert!(lexicon::phrase::has(language, &phrase.key), "{} {}", language.tag, phrase.key);
            let said = phrase.say(language);
            assert!(!said.contains('{') && said.len() > 40, "{}: {said}", language.tag);
        }
    }
}
