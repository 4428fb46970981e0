//! How well two names fit, word by word and as a whole.

use super::slips::{letters, within};
use lexicon::names::{Word, folding};

/// Words of one name that are looked at.
pub const WORDS_MAX: usize = 12;

/// Why a word fits, from the closest to the loosest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fit {
    Same,
    SoundsAlike,
    /// Another form of the same name (Guadalupe, Lupe).
    OtherForm,
    /// A slip of the pen: a letter too many, too few, wrong or in the wrong place.
    Slip,
    Short,
}

impl Fit {
    /// The code under which the reader is told.
    pub fn id(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::SoundsAlike => "sounds-alike",
            Self::OtherForm => "other-form",
            Self::Slip => "slip",
            Self::Short => "short",
        }
    }
}

/// A word with what is asked of it often.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Token {
    pub word: Word,
    /// Which letters it has, one bit each.
    pub letters: u32,
}

impl Token {
    fn new(word: Word) -> Self {
        let letters = letters(&word.folded);
        Self { word, letters }
    }

    pub fn view(&self) -> View<'_> {
        let Word { folded, sound, skeleton, form, is_abjad } = &self.word;
        View { folded, sound, skeleton, form: *form, is_abjad: *is_abjad, letters: self.letters }
    }
}

/// A token, wherever its letters are kept.
#[derive(Clone, Copy)]
pub struct View<'a> {
    pub folded: &'a str,
    pub sound: &'a str,
    pub skeleton: &'a str,
    pub form: u16,
    pub is_abjad: bool,
    pub letters: u32,
}

/// A name: its words in order. A word that may hide a small word before it (Alhassan) is kept in
/// both forms.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Name {
    pub words: Vec<(Token, Option<Token>)>,
}

impl Name {
    /// Reads a name as it was written. Small words that carry no name are left out, unless there
    /// is nothing else.
    pub fn read(text: &str) -> Self {
        let rules = folding();
        let split = rules.split(text);
        let only_small = split.iter().all(|(word, _)| rules.is_on("left_out", word));
        let mut words: Vec<(Token, Option<Token>)> = Vec::new();
        let mut joins: Option<(String, bool)> = None;
        for (folded, is_abjad) in split {
            if !only_small && rules.is_on("left_out", &folded) {
                continue;
            }
            if joins.is_none() && rules.is_on("joined", &folded) {
                let start = if rules.is_on("servant", &folded) { "abd".to_owned() } else { folded };
                joins = Some((start, is_abjad));
                continue;
            }
            let (folded, is_abjad) = match joins.take() {
                Some((start, before)) => (start + &folded, before || is_abjad),
                None => (folded, is_abjad),
            };
            words.push(token(&folded, is_abjad));
            if words.len() == WORDS_MAX {
                break;
            }
        }
        if let Some((alone, is_abjad)) = joins {
            words.push(token(&alone, is_abjad));
        }
        Self { words }
    }

    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Every two neighbours written as one, as they sound.
    pub fn joined(&self) -> Vec<String> {
        let rules = folding();
        let pairs = self.words.windows(2);
        pairs
            .filter_map(|pair| match pair {
                [(a, _), (b, _)] => {
                    let together = format!("{}{}", a.word.folded, b.word.folded);
                    Some(rules.word(&together, false).sound)
                }
                _ => None,
            })
            .collect()
    }
}

fn token(folded: &str, is_abjad: bool) -> (Token, Option<Token>) {
    let rules = folding();
    let whole = Token::new(rules.word(folded, is_abjad));
    if whole.word.form != 0 {
        return (whole, None);
    }
    if let Some(rest) = rules.without_start("servant", folded, 3) {
        return (Token::new(rules.word(&format!("abd{rest}"), is_abjad)), Some(whole));
    }
    let bare = rules.without_start("before", folded, 3);
    (whole, bare.map(|rest| Token::new(rules.word(rest, is_abjad))))
}

/// How well two words fit, 0 to 100, and why; `None` when they are two words.
pub fn fit(a: View<'_>, b: View<'_>) -> Option<(u8, Fit)> {
    if a.folded == b.folded {
        return Some((100, Fit::Same));
    }
    let (short, long) = if a.folded.len() <= b.folded.len() { (a, b) } else { (b, a) };
    if short.folded.len() >= 2 && a.sound == b.sound {
        return Some((92, Fit::SoundsAlike));
    }
    if a.form != 0 && a.form == b.form {
        return Some((88, Fit::OtherForm));
    }
    let slips = if short.folded.len() >= 4 { 1 + usize::from(short.folded.len() >= 8) } else { 0 };
    if let Some(slips) = within((a.folded, a.letters), (b.folded, b.letters), slips) {
        return Some((if slips == 1 { 80 } else { 66 }, Fit::Slip));
    }
    let is_abjad = a.is_abjad || b.is_abjad;
    if a.skeleton == b.skeleton {
        match (a.skeleton.len(), is_abjad) {
            (3.., true) => return Some((85, Fit::SoundsAlike)),
            (2, true) => return Some((75, Fit::SoundsAlike)),
            (3.., false) => return Some((70, Fit::SoundsAlike)),
            _ => {}
        }
    }
    if short.sound.len() >= 5 {
        let (one, other) = (letters(a.sound), letters(b.sound));
        if within((a.sound, one), (b.sound, other), 1).is_some() {
            return Some((70, Fit::SoundsAlike));
        }
    }
    if short.folded.len() >= 3 && long.folded.starts_with(short.folded) {
        return Some((55, Fit::Short));
    }
    (short.folded.len() == 1 && long.folded.starts_with(short.folded)).then_some((35, Fit::Short))
}

/// How a whole name fits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NameFit {
    /// 0 to 100.
    pub score: u8,
    /// The loosest reason among the words that fit.
    pub fit: Fit,
    /// The words stand in another order.
    pub is_turned: bool,
    /// Not every word that was asked for fits.
    pub is_part: bool,
    /// Found among the other names.
    pub is_other_name: bool,
}

/// One word asked for that fits one word kept: (which asked, where kept, points, why). Words of
/// other names stand at [`OTHER`] and after.
pub type Pair = (u8, u8, u8, Fit);

/// Where the words of other names begin.
pub const OTHER: u8 = 100;

/// The whole from its pairs. `asked` are the weights of the words asked for, `kept` how many words
/// the kept name has. `None` when it is not this name.
pub fn whole(asked: &[u8], kept: usize, pairs: &mut [Pair]) -> Option<NameFit> {
    // The best pair first; each word is used once.
    pairs.sort_by(|a, b| b.2.cmp(&a.2).then(a.0.cmp(&b.0)).then(a.1.cmp(&b.1)));
    let mut used: Vec<Pair> = Vec::new();
    for pair in pairs.iter() {
        if used.iter().all(|u| u.0 != pair.0 && u.1 != pair.1) {
            used.push(*pair);
        }
    }
    let weight = |at: u8| u32::from(asked.get(usize::from(at)).copied().unwrap_or(0));
    let all: u32 = asked.iter().map(|w| u32::from(*w)).sum();
    let points: u32 = used.iter().map(|pair| weight(pair.0) * u32::from(pair.2)).sum();
    let found: u32 = used.iter().map(|pair| weight(pair.0)).sum();
    let loosest = used.iter().map(|pair| pair.3).max()?;
    let by_asked = points.checked_div(all)?;
    let kept = u32::try_from(kept).unwrap_or(u32::MAX);
    let score = if used.len() >= 2 {
        // Somebody may remember a name that is longer than the one that was written down.
        let by_kept = points * 92 / 100 / found.max(kept.saturating_mul(2));
        by_asked.max(by_kept)
    } else if asked.len() > 1 && kept == 1 && points >= 2 * 80 {
        // One name is enough for many people.
        by_asked.max(62)
    } else if asked.len() > 1 {
        // Of several words only one: never more than a beginning.
        by_asked.min(59)
    } else {
        by_asked
    };
    let mut places: Vec<_> = used.iter().map(|pair| (pair.0, pair.1)).collect();
    places.sort_unstable();
    let is_turned = places.windows(2).any(|two| match two {
        [(_, a), (_, b)] => a > b && *a < OTHER && *b < OTHER,
        _ => false,
    });
    Some(NameFit {
        score: u8::try_from(score.min(100)).unwrap_or(100),
        fit: loosest,
        is_turned,
        is_part: used.len() < asked.len(),
        is_other_name: used.iter().any(|pair| pair.1 >= OTHER),
    })
}

/// What a word asked for weighs: less where it is a father's name, which is often left out, or a
/// word that very many people bear.
pub fn weights(asked: &Name) -> Vec<u8> {
    let rules = folding();
    let is_light = |word: &str| rules.is_patronymic(word) || rules.is_on("common", word);
    let words = asked.words.iter();
    words.map(|(token, _)| if is_light(&token.word.folded) { 1 } else { 2 }).collect()
}

/// Compares two names by themselves, as the index does for many.
pub fn compare(asked: &Name, kept: &Name) -> Option<NameFit> {
    let mut pairs = Vec::new();
    for (q, (token, bare)) in (0_u8..).zip(&asked.words) {
        for (k, (other, other_bare)) in (0_u8..).zip(&kept.words) {
            let ones = [Some(token), bare.as_ref()];
            let others = [Some(other), other_bare.as_ref()];
            for one in ones.into_iter().flatten() {
                for other in others.into_iter().flatten() {
                    if let Some((points, why)) = fit(one.view(), other.view()) {
                        pairs.push((q, k, points, why));
                    }
                }
            }
        }
    }
    together(asked, &kept.joined(), &mut |q, k| pairs.push((q, k, 85, Fit::SoundsAlike)));
    for (k, pair) in (0_u8..).zip(asked.joined()) {
        for (at, (token, _)) in (0_u8..).zip(&kept.words) {
            if token.word.sound == pair {
                // Two words asked for stand for one kept: the second is given a place of its own.
                pairs.push((k, at, 90, Fit::SoundsAlike));
                pairs.push((k + 1, OTHER - 1 - at, 90, Fit::SoundsAlike));
            }
        }
    }
    whole(&weights(asked), kept.words.len(), &mut pairs)
}

fn together(asked: &Name, joined: &[String], found: &mut dyn FnMut(u8, u8)) {
    for (q, (token, _)) in (0_u8..).zip(&asked.words) {
        for (k, pair) in (0_u8..).zip(joined) {
            if token.word.sound == *pair {
                found(q, k);
            }
        }
    }
}
