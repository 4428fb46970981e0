//! What the reporter may rely on.

use crate::world::{World, form, sent};
use protection::hint::{HintForm, Stated};
use protection::triage::Urgency;
use store::testing::databases;
use workflow::RefusalKind;
use workflow::answer_reporter::answer_reporter;
use workflow::come_back::{come_back, put_answers_away};
use workflow::list_hints::count_hints;
use workflow::open_case::{NewCase, open_case};
use workflow::open_hint::{open_file, open_hint};
use workflow::receive_hint::{SentFile, SentHint, receive_hint};
use workflow::screen_person::delete_old_drafts;
use workflow::write_again::{write_again, write_again_once};

/// A code that passes its own check and that no hint has.
const NO_HINT: &str = "0000 0000 0000 0000 0";

// proves: row 2.1, P-13
#[tokio::test]
async fn row_2_1_a_hint_is_taken_while_nobody_is_signed_in() {
    for database in databases().await {
        let world = World::on(&database).await;
        assert_eq!(world.node.sessions.count(), 0);
        let mut said = form("Somos seis numa casa.", &["papers-held", "restraint"]);
        said.contact = "Canary 700".to_owned();
        let (received, code) = world.report(said).await;
        assert_eq!((received.urgency, received.is_child), (Urgency::Today, false));
        assert_eq!(code.chars().filter(char::is_ascii_digit).count(), 17);
        assert_eq!(received.receipt.words().split(' ').count(), 6);
        let hint = world.only("triage").await;
        let opened = open_hint(&world.node, world.signed("triage"), hint).await.unwrap();
        assert_eq!(opened.text.show(), "Somos seis numa casa.");
        assert_eq!(opened.answers.contact.as_deref(), Some("Canary 700"));
        assert_eq!(opened.answers.stated(protection::hint::Fact::Child), Stated::NotAnswered);
        assert_eq!(opened.language, "pt");
    }
}

// proves: row 2.2
#[tokio::test]
async fn row_2_2_the_dialogue_goes_on_by_code_and_shows_only_what_is_new() {
    for database in databases().await {
        let world = World::on(&database).await;
        let (received, code) = world.report(form("Help", &[])).await;
        let words = received.receipt.words().to_string();
        let hint = world.only("triage").await;
        let officer = world.signed("triage");
        assert!(come_back(&world.node, &code).await.unwrap().is_empty());
        answer_reporter(&world.node, officer, hint, "Is she there today?").await.unwrap();
        let answers = come_back(&world.node, &words.to_uppercase()).await.unwrap();
        assert_eq!(answers.len(), 1);
        assert_eq!(answers[0].text.show(), "Is she there today?");
        write_again(&world.node, &code, "Yes. I hear her.", Vec::new()).await.unwrap();
        assert!(world.queue("triage").await[0].has_news);
        let opened = open_hint(&world.node, officer, hint).await.unwrap();
        let texts: Vec<_> = opened
            .messages
            .iter()
            .map(|m| (m.is_from_reporter, m.text.show().into_owned()))
            .collect();
        assert_eq!(
            texts,
            [(false, "Is she there today?".to_owned()), (true, "Yes. I hear her.".to_owned())]
        );
        assert!(!world.queue("triage").await[0].has_news, "reading takes the news away");
        put_answers_away(&world.node, &code).await.unwrap();
        assert!(come_back(&world.node, &code).await.unwrap().is_empty(), "put away is gone");
    }
}

// proves: row 2.2
#[tokio::test]
async fn row_2_2_what_the_reporter_writes_after_a_case_was_opened_waits_in_the_queue_again() {
    for database in databases().await {
        let world = World::on(&database).await;
        let (_, code) = world.report(form("Help", &[])).await;
        let hint = world.only("triage").await;
        let officer = world.signed("triage");
        let new = NewCase { hint: Some(hint), story: String::new() };
        open_case(&world.node, officer, new).await.unwrap();
        assert!(world.queue("triage").await.is_empty(), "settled");
        assert_eq!(count_hints(&world.node, officer).await.unwrap().waiting, 0);
        write_again(&world.node, &code, "They move us tonight", Vec::new()).await.unwrap();
        assert_eq!(world.only("triage").await, hint, "nobody overlooks it");
        assert_eq!(count_hints(&world.node, officer).await.unwrap().waiting, 1);
        let opened = open_hint(&world.node, officer, hint).await.unwrap();
        assert_eq!(opened.messages[0].text.show(), "They move us tonight");
        assert!(world.queue("triage").await.is_empty(), "read");
        answer_reporter(&world.node, officer, hint, "Help is on its way").await.unwrap();
        let answers = come_back(&world.node, &code).await.unwrap();
        assert_eq!(answers[0].text.show(), "Help is on its way");
    }
}

// proves: row 2.6
#[tokio::test]
async fn row_2_6_nothing_closes_by_itself_and_what_is_late_stays_first() {
    for database in databases().await {
        let world = World::on(&database).await;
        world.report(form("Help", &["restraint"])).await;
        let hint = world.only("triage").await;
        open_hint(&world.node, world.signed("triage"), hint).await.unwrap();
        for _ in 0..3 {
            world.clock.advance_s(400 * 86_400);
            delete_old_drafts(&world.node).await.unwrap();
        }
        world.report(form("Also", &["restraint"])).await;
        let queue = world.queue("triage").await;
        assert_eq!((queue.len(), queue[0].id, queue[0].state.as_str()), (2, hint, "triaged"));
        assert!((1_195..=1_200).contains(&queue[0].late_days), "{}", queue[0].late_days);
        assert_eq!(count_hints(&world.node, world.signed("triage")).await.unwrap().late, 1);
    }
}

// proves: P-13
#[tokio::test]
async fn p13_an_unknown_code_and_nothing_new_cost_and_say_the_same() {
    for database in databases().await {
        let world = World::on(&database).await;
        let (_, code) = world.report(form("Help", &[])).await;
        let mut costs = Vec::new();
        for code in [code.as_str(), NO_HINT] {
            let (calls, hashes) = (world.node.store.calls(), world.node.receipt_hashing.asked());
            assert!(come_back(&world.node, code).await.unwrap().is_empty());
            put_answers_away(&world.node, code).await.unwrap();
            costs.push((
                world.node.store.calls() - calls,
                world.node.receipt_hashing.asked() - hashes,
            ));
        }
        assert_eq!(costs[0], costs[1], "statements and slow hashes");
        assert_eq!(costs[0].1, 2);
        write_again(&world.node, NO_HINT, "Is anybody there?", Vec::new()).await.unwrap();
    }
}

#[tokio::test]
async fn a_code_with_a_slip_is_told_before_anything_is_looked_up() {
    let database = store::testing::sqlite();
    let world = World::on(&database).await;
    for wrong in ["0000 0000 0000 0000 1", "", "river lamp", &"9".repeat(500)] {
        let hashes = world.node.receipt_hashing.asked();
        let refusal = come_back(&world.node, wrong).await.err().expect(wrong);
        assert_eq!(refusal.fields[0].field, "code");
        assert_eq!(world.node.receipt_hashing.asked(), hashes);
    }
}

#[tokio::test]
async fn what_cannot_be_taken_is_said_by_field_and_nothing_is_half_kept() {
    let database = store::testing::sqlite();
    let world = World::on(&database).await;
    let mut wrong = form("", &["no-such-tick"]);
    wrong.place = "x".repeat(501);
    let files = vec![SentFile { name: "page.html".into(), bytes: b"<html>".to_vec() }];
    let refusal = receive_hint(&world.node, SentHint { files, ..sent(wrong) }).await.err().unwrap();
    let fields: Vec<_> = refusal.fields.iter().map(|c| c.field.as_str()).collect();
    assert_eq!(refusal.kind, RefusalKind::BadInput);
    assert_eq!(fields, ["place", "ticks", "files"]);
    assert!(world.queue("triage").await.is_empty());
}

// proves: row 2.1, P-16
#[tokio::test]
async fn only_the_cleaned_copy_of_a_file_is_handed_out() {
    for database in databases().await {
        let world = World::on(&database).await;
        let png = telling_png();
        let files = vec![
            SentFile { name: "C:\\me\\door.png".into(), bytes: png.clone() },
            SentFile { name: "paper.pdf".into(), bytes: b"%PDF-1.4\n%%EOF\n".to_vec() },
        ];
        let hint = SentHint { files, ..sent(HintForm::default()) };
        let code = receive_hint(&world.node, hint).await.unwrap().receipt.digits().to_string();
        let later = vec![SentFile { name: "later.png".into(), bytes: png.clone() }];
        write_again(&world.node, &code, "", later).await.unwrap();
        let id = world.only("triage").await;
        let officer = world.signed("triage");
        let opened = open_hint(&world.node, officer, id).await.unwrap();
        let names: Vec<_> = opened.files.iter().map(|f| f.name.show().into_owned()).collect();
        assert_eq!(names, ["door.png", "paper.pdf", "later.png"]);
        for at in [0, 2] {
            let file = opened.files[at].id;
            let (_, copy) = open_file(&world.node, officer, (id, file)).await.unwrap();
            assert!(!copy.show_bytes().windows(4).any(|w| w == b"tEXt"));
            assert!(copy.show_bytes().len() < png.len());
        }
        let pdf = open_file(&world.node, officer, (id, opened.files[1].id)).await;
        assert_eq!(pdf.err().unwrap().kind, RefusalKind::NotFound, "a PDF stays sealed");
    }
}

#[tokio::test]
async fn no_hint_of_a_real_person_before_the_legal_basis_is_signed() {
    for database in databases().await {
        let mut world = World::on(&database).await;
        std::sync::Arc::get_mut(&mut world.node).unwrap().is_demo = false;
        let refused = receive_hint(&world.node, sent(form("Help", &[]))).await;
        assert_eq!(refused.err().unwrap().said.key, "refusal-no-legal-basis");
    }
}

/// A picture of one pixel with a text chunk.
fn telling_png() -> Vec<u8> {
    let mut out = b"\x89PNG\r\n\x1a\n".to_vec();
    let header = [0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0];
    for (name, body) in [
        (b"IHDR", &header[..]),
        (b"tEXt", b"Comment\0Canary 6.13 N"),
        (b"IDAT", &[0x78, 0x9c, 0x63, 0x60, 0, 0, 0, 2, 0, 1]),
        (b"IEND", b""),
    ] {
        out.extend(u32::try_from(body.len()).unwrap().to_be_bytes());
        out.extend_from_slice(name);
        out.extend_from_slice(body);
        let crc = name.iter().chain(body).fold(u32::MAX, |sum, byte| {
            (0..8).fold(sum ^ u32::from(*byte), |s, _| {
                if s & 1 == 1 { 0xedb8_8320 ^ (s >> 1) } else { s >> 1 }
            })
        });
        out.extend((!crc).to_be_bytes());
    }
    out
}

// proves: P-13, P-22
#[tokio::test]
async fn p13_no_word_of_a_hint_stands_in_the_database() {
    let database = store::testing::sqlite();
    let world = World::on(&database).await;
    let mut said = form("Canary of the text", &["child"]);
    said.place = "Canary of the place".to_owned();
    said.contact = "Canary of the contact".to_owned();
    let files =
        vec![SentFile { name: "Canary.pdf".into(), bytes: b"%PDF-1 Canary %%EOF".to_vec() }];
    let received = receive_hint(&world.node, SentHint { files, ..sent(said) }).await.unwrap();
    let code = received.receipt.digits().to_string();
    write_again(&world.node, &code, "Canary of the second message", Vec::new()).await.unwrap();
    let id = world.only("triage").await;
    answer_reporter(&world.node, world.signed("triage"), id, "Canary of the answer").await.unwrap();
    open_hint(&world.node, world.signed("triage"), id).await.unwrap();
    let digits: String = code.chars().filter(char::is_ascii_digit).collect();
    let words = received.receipt.words().to_string();
    let mut files_read = 0;
    for entry in std::fs::read_dir(database.folder.path()).unwrap() {
        let path = entry.unwrap().path();
        let Ok(bytes) = std::fs::read(&path) else { continue };
        files_read += 1;
        for mark in ["Canary", &digits[..16], code.as_str(), words.as_str(), "12:00"] {
            let is_there = bytes.windows(mark.len()).any(|w| w == mark.as_bytes());
            assert!(!is_there, "{mark} in {}", path.display());
        }
    }
    assert!(files_read >= 1);
}

/// The number that a form carries.
const ONCE: &str = "0123456789abcdef0123456789abcdef";

fn once(text: &str, number: &str) -> SentHint {
    SentHint { once: number.to_owned(), ..sent(form(text, &[])) }
}

// proves: row 2.1
#[tokio::test]
async fn row_2_1_a_send_button_pressed_twice_sends_one_hint_with_one_code() {
    for database in databases().await {
        let world = World::on(&database).await;
        let send = |text: &str, number: &str| receive_hint(&world.node, once(text, number));
        let (first, second) = tokio::join!(send("Help us", ONCE), send("Help us", ONCE));
        let code = first.unwrap().receipt.digits().to_string();
        assert_eq!(second.unwrap().receipt.digits().as_str(), code);
        assert_eq!(world.queue("triage").await.len(), 1, "one hint");
        let other = send("Help us. There are six", ONCE).await.unwrap();
        assert_ne!(other.receipt.digits().as_str(), code, "other words are another hint");
        let another = send("Help us", &ONCE.replace('0', "1")).await.unwrap();
        assert_ne!(another.receipt.digits().as_str(), code, "another form is another hint");
        for _ in 0..2 {
            send("Help us", "").await.unwrap();
        }
        assert_eq!(world.queue("triage").await.len(), 5, "without a number each is its own");
        assert!(come_back(&world.node, &code).await.unwrap().is_empty());
    }
}

// proves: row 2.1
#[tokio::test]
async fn row_2_1_a_form_sent_again_much_later_shows_its_code_to_nobody() {
    for database in databases().await {
        let world = World::on(&database).await;
        receive_hint(&world.node, once("Help us", ONCE)).await.unwrap();
        world.clock.advance_s(601);
        let refusal = receive_hint(&world.node, once("Help us", ONCE)).await.err().unwrap();
        assert_eq!(refusal.kind, RefusalKind::Changed);
        assert_eq!(refusal.said.key, "refusal-already-sent");
        assert_eq!(world.queue("triage").await.len(), 1);
    }
}

// proves: row 2.2
#[tokio::test]
async fn row_2_2_a_message_sent_twice_is_one() {
    for database in databases().await {
        let world = World::on(&database).await;
        let (_, code) = world.report(form("Help", &[])).await;
        let again =
            |text: &'static str| write_again_once(&world.node, ONCE, &code, text, Vec::new());
        for text in ["She is here", "She is here", "She left"] {
            again(text).await.unwrap();
        }
        let hint = world.only("triage").await;
        let opened = open_hint(&world.node, world.signed("triage"), hint).await.unwrap();
        let texts: Vec<_> = opened.messages.iter().map(|m| m.text.show().into_owned()).collect();
        assert_eq!(texts, ["She is here", "She left"]);
    }
}
