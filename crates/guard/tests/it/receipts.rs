//! The reporter's code.

use guard::members::Cost;
use guard::receipts::{CodeFault, NodePepper, Receipt, ReceiptKeys, word};
use guard::seal::{DataKey, Place, SealError};
use lexicon::chance::SeededDice;
use std::collections::HashSet;

fn node() -> NodePepper {
    NodePepper { salt: [1; 32], pepper: [2; 32] }
}

// proves: P-13, row 2.1
#[test]
fn row_2_1_a_code_reads_the_same_in_digits_and_in_words() {
    let dice = SeededDice::new(1);
    for _ in 0..500 {
        let receipt = Receipt::random(&dice);
        let (digits, words) = (receipt.digits(), receipt.words());
        assert_eq!(digits.len(), 21, "16 digits, a check digit, four spaces");
        assert_eq!(words.split(' ').count(), 6);
        for text in [digits.to_string(), words.to_string(), words.to_uppercase()] {
            assert_eq!(Receipt::parse(&text).unwrap().digits(), digits, "{text}");
        }
        let typed = digits.replace(' ', "-");
        assert_eq!(Receipt::parse(&format!(" {typed} ")).unwrap().words(), words);
    }
}

// proves: row 2.1
#[test]
fn row_2_1_every_wrong_digit_and_exchange_is_noticed_before_any_work() {
    let receipt = Receipt::random(&SeededDice::new(2));
    let digits: Vec<u8> = receipt.digits().bytes().filter(u8::is_ascii_digit).collect();
    let parse = |d: &[u8]| Receipt::parse(core::str::from_utf8(d).unwrap()).err();
    for at in 0..digits.len() {
        for other in b'0'..=b'9' {
            let mut wrong = digits.clone();
            wrong[at] = other;
            let expected = (other != digits[at]).then_some(CodeFault::Check);
            assert_eq!(parse(&wrong), expected, "digit {at} as {}", char::from(other));
        }
        if at + 1 < digits.len() && digits[at] != digits[at + 1] {
            let mut wrong = digits.clone();
            wrong.swap(at, at + 1);
            assert_eq!(parse(&wrong), Some(CodeFault::Check), "exchange at {at}");
        }
    }
}

// proves: row 2.1
#[test]
fn row_2_1_a_wrong_word_is_noticed_ninety_nine_times_in_a_hundred() {
    let dice = SeededDice::new(3);
    let (mut tried, mut missed) = (0, 0);
    for _ in 0..20 {
        let receipt = Receipt::random(&dice);
        let words: Vec<String> = receipt.words().split(' ').map(str::to_owned).collect();
        for at in 0..6 {
            for number in (0..1_024).step_by(7) {
                let mut wrong = words.clone();
                wrong[at] = word(number);
                if wrong != words {
                    tried += 1;
                    missed += usize::from(Receipt::parse(&wrong.join(" ")).is_ok());
                }
            }
        }
    }
    assert!(missed * 100 < tried, "{missed} of {tried}");
}

// proves: P-16
#[test]
fn p16_what_is_no_code_is_refused_whatever_it_is() {
    let long = "1".repeat(10_000);
    let texts =
        ["", " ", "1234", "abc", "🦀🦀🦀🦀🦀🦀", "１２３４", "a b c d e f", "\0", long.as_str()];
    for text in texts {
        assert!(Receipt::parse(text).is_err(), "{text:?}");
    }
    let seventeen = "1".repeat(17);
    assert!(Receipt::parse(&format!("{seventeen}/")).is_err());
}

#[test]
fn the_words_differ_and_none_is_an_insult() {
    let all: HashSet<String> = (0..1_024).map(word).collect();
    assert_eq!(all.len(), 1_024);
    // Coarse words of the four languages that have this shape.
    let coarse = [
        "pene", "pito", "teta", "tete", "kaka", "pipi", "bite", "peda", "pedo", "meda", "jode",
        "homo", "bobo", "boba", "rata", "paki", "kike", "nega", "nego", "rabo", "rape", "dike",
    ];
    for word in coarse {
        assert!(!all.contains(word), "{word}");
    }
}

// proves: P-13
#[test]
fn p13_the_code_opens_the_answers_of_its_hint_and_nothing_else() {
    let dice = SeededDice::new(4);
    let receipt = Receipt::random(&dice);
    let keys = ReceiptKeys::derive(&receipt, &node(), Cost::CHEAP).unwrap();
    let again =
        ReceiptKeys::derive(&Receipt::parse(&receipt.words()).unwrap(), &node(), Cost::CHEAP)
            .unwrap();
    assert_eq!(keys.lookup, again.lookup);

    let hint = [5; 16];
    let dialogue = DataKey::random(&dice);
    let wrap = dialogue.wrap_to(&keys.public(), &ReceiptKeys::wrap_place(&hint), &dice).unwrap();
    let place = Place::cell("messages", &[6; 16], "sealed", &hint);
    let answer = dialogue.seal(&place, "we can meet".as_bytes(), &dice).unwrap();
    let key = again.dialogue_key(&hint, wrap.as_bytes()).unwrap();
    assert_eq!(again.open_message(&key, &place, &answer).unwrap().show(), "we can meet");

    let text_place = Place::cell("hints", &hint, "sealed_text", &hint);
    let text = dialogue.seal(&text_place, b"my own words", &dice).unwrap();
    let no = again.open_message(&key, &text_place, &text);
    assert_eq!(no.err(), Some(SealError::WrongThing), "her own words stay with the desk");
    assert!(again.dialogue_key(&[7; 16], wrap.as_bytes()).is_err(), "another hint");
}

// proves: P-13
#[test]
fn p13_without_the_pepper_the_same_code_finds_nothing() {
    let receipt = Receipt::random(&SeededDice::new(5));
    let known = ReceiptKeys::derive(&receipt, &node(), Cost::CHEAP).unwrap();
    let guessed = NodePepper { pepper: [3; 32], ..node() };
    let other = ReceiptKeys::derive(&receipt, &guessed, Cost::CHEAP).unwrap();
    assert_ne!(known.lookup, other.lookup);
    assert!(known.public() != other.public());
}
