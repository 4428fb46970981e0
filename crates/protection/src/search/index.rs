//! The persons of one desk, ready to be found. It lives in memory only, gives nothing but ids and
//! reasons, and is wiped when dropped.

use super::findable::{Asked, Findable, capitals, digits};
use super::name::{Fit, Name, OTHER, Pair, Token, View, fit, weights, whole};
use super::number::{NumberFit, number_fit};
use super::score::{Evidence, Hit};
use lexicon::names::{Word, folding};
use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use zeroize::Zeroizing;

/// Where words of relatives and of places stand.
const KIN: u8 = 250;
const PLACE: u8 = 251;

/// Letters, one word after the other, wiped when dropped and when they move.
#[derive(Default)]
struct Letters(Zeroizing<Vec<u8>>);

type Span = (u32, u8);

impl Letters {
    fn keep(&mut self, text: &str) -> Span {
        let bytes = text.as_bytes().get(..text.len().min(255)).unwrap_or_default();
        if self.0.len() + bytes.len() > self.0.capacity() {
            let mut roomier = Zeroizing::new(Vec::with_capacity(self.0.capacity() * 2 + 4_096));
            roomier.extend_from_slice(&self.0);
            self.0 = roomier;
        }
        let start = u32::try_from(self.0.len()).unwrap_or(u32::MAX);
        self.0.extend_from_slice(bytes);
        (start, u8::try_from(bytes.len()).unwrap_or(u8::MAX))
    }

    fn get(&self, (start, length): Span) -> &str {
        let start = usize::try_from(start).unwrap_or(usize::MAX);
        let bytes = self.0.get(start..start.saturating_add(usize::from(length)));
        bytes.and_then(|bytes| std::str::from_utf8(bytes).ok()).unwrap_or_default()
    }
}

struct KeptToken {
    folded: Span,
    sound: Span,
    skeleton: Span,
    form: u16,
    is_abjad: bool,
    letters: u32,
    /// Person and where in the person's name.
    stands: Vec<(u32, u8)>,
}

struct Kept {
    id: [u8; 16],
    born: (i32, i32),
    words: u8,
    phones: Vec<Span>,
    papers: Vec<Span>,
    is_gone: bool,
}

/// The index of one desk.
#[derive(Default)]
pub struct Index {
    letters: Letters,
    tokens: Vec<KeptToken>,
    by_folded: HashMap<u64, u32>,
    /// Two neighbours written as one, as they sound.
    joined: HashMap<u64, Vec<(u32, u8)>>,
    people: Vec<Kept>,
    by_id: HashMap<[u8; 16], u32>,
}

/// What was found: the best first, and how many there were.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    pub hits: Vec<Hit>,
    pub total: usize,
}

impl Index {
    /// How many persons can be found.
    pub fn len(&self) -> usize {
        self.by_id.len()
    }

    pub fn is_empty(&self) -> bool {
        self.by_id.is_empty()
    }

    pub fn has(&self, id: &[u8; 16]) -> bool {
        self.by_id.contains_key(id)
    }

    /// Takes a person out. What is left of the letters is wiped with the whole.
    pub fn forget(&mut self, id: &[u8; 16]) {
        if let Some(at) = self.by_id.remove(id)
            && let Some(kept) = self.people.get_mut(at as usize)
        {
            kept.is_gone = true;
        }
    }

    /// Takes a person in; one that is here already is replaced.
    pub fn put(&mut self, id: [u8; 16], findable: &Findable) {
        self.forget(&id);
        let Ok(at) = u32::try_from(self.people.len()) else { return };
        let name = Name::read(&findable.name);
        let words = u8::try_from(name.words.len()).unwrap_or(u8::MAX);
        for (slot, pair) in (0_u8..).zip(name.joined()) {
            self.joined.entry(hash(&pair)).or_default().push((at, slot));
        }
        self.stand(at, &name, 0, true);
        self.stand(at, &Name::read(&findable.other_names), OTHER, true);
        let kin = folding().split(&findable.kin);
        let kin = kin.into_iter().filter(|(word, _)| !is_kin_word(word));
        self.stand(at, &Name::read(&kin.map(|(w, _)| w).collect::<Vec<_>>().join(" ")), KIN, false);
        self.stand(at, &Name::read(&findable.place), PLACE, false);
        let letters = &mut self.letters;
        let phones = findable.phones.iter().map(|number| letters.keep(number)).collect();
        let papers = findable.papers.iter().map(|number| letters.keep(number)).collect();
        let born = findable.born;
        self.people.push(Kept { id, born, words, phones, papers, is_gone: false });
        self.by_id.insert(id, at);
    }

    fn stand(&mut self, person: u32, name: &Name, first: u8, in_order: bool) {
        for (n, (token, bare)) in (0_u8..).zip(&name.words) {
            let slot = if in_order { first.saturating_add(n) } else { first };
            for token in [Some(token), bare.as_ref()].into_iter().flatten() {
                let at = self.token(token);
                if let Some(kept) = self.tokens.get_mut(at) {
                    kept.stands.push((person, slot));
                }
            }
        }
    }

    fn token(&mut self, token: &Token) -> usize {
        let Word { folded, sound, skeleton, form, is_abjad } = &token.word;
        let key = hash(&(folded, is_abjad));
        if let Some(at) = self.by_folded.get(&key).map(|at| *at as usize)
            && let Some(kept) = self.tokens.get(at)
            && self.letters.get(kept.folded) == folded
        {
            return at;
        }
        let at = self.tokens.len();
        let letters = &mut self.letters;
        self.tokens.push(KeptToken {
            folded: letters.keep(folded),
            sound: letters.keep(sound),
            skeleton: letters.keep(skeleton),
            form: *form,
            is_abjad: *is_abjad,
            letters: token.letters,
            stands: Vec::new(),
        });
        self.by_folded.insert(key, u32::try_from(at).unwrap_or(u32::MAX));
        at
    }

    fn view(&self, kept: &KeptToken) -> View<'_> {
        View {
            folded: self.letters.get(kept.folded),
            sound: self.letters.get(kept.sound),
            skeleton: self.letters.get(kept.skeleton),
            form: kept.form,
            is_abjad: kept.is_abjad,
            letters: kept.letters,
        }
    }

    /// Finds persons by what is remembered, the best first, at most `most`. The same question has
    /// the same answer.
    pub fn find(&self, asked: &Asked, this_year: i32, most: usize) -> Found {
        let name = Name::read(&asked.name);
        let kin = Name::read(&without_kin_words(&asked.kin));
        let place = Name::read(&asked.place);
        let mut evidence: HashMap<u32, Evidence> = HashMap::new();
        self.by_names(&name, &mut evidence);
        self.by_words(&kin, KIN, &mut evidence, |e| &mut e.kin);
        self.by_words(&place, PLACE, &mut evidence, |e| &mut e.place);
        self.by_numbers(asked, &mut evidence);
        let by_name = (weights(&name), asked.age.map(|age| this_year - age));
        let mut hits: Vec<Hit> = evidence
            .into_iter()
            .filter_map(|(at, evidence)| self.judge(at, evidence, &by_name))
            .collect();
        hits.sort_by(|a, b| b.points.cmp(&a.points).then(a.id.cmp(&b.id)));
        let total = hits.len();
        hits.truncate(most);
        Found { hits, total }
    }

    fn judge(&self, at: u32, mut evidence: Evidence, by: &(Vec<u8>, Option<i32>)) -> Option<Hit> {
        let kept = self.people.get(at as usize).filter(|kept| !kept.is_gone)?;
        let name = whole(&by.0, usize::from(kept.words), &mut evidence.pairs);
        evidence.judge(kept.id, name, by.1.map(|born| (born, kept.born)))
    }

    /// Every word that fits one that is asked for: where, how well and why.
    fn fitting(&self, token: &Token) -> Vec<(u32, u8, Fit)> {
        let asked = token.view();
        let tokens = (0_u32..).zip(&self.tokens);
        tokens
            .filter_map(|(at, kept)| {
                fit(asked, self.view(kept)).map(|(points, why)| (at, points, why))
            })
            .collect()
    }

    fn by_names(&self, name: &Name, evidence: &mut HashMap<u32, Evidence>) {
        for (q, (token, bare)) in (0_u8..).zip(&name.words) {
            for token in [Some(token), bare.as_ref()].into_iter().flatten() {
                for (at, points, why) in self.fitting(token) {
                    let Some(kept) = self.tokens.get(at as usize) else { continue };
                    for (person, slot) in kept.stands.iter().filter(|(_, slot)| *slot < KIN) {
                        let pairs = &mut evidence.entry(*person).or_default().pairs;
                        pairs.push((q, *slot, points, why));
                    }
                }
            }
            let together = self.joined.get(&hash(&token.word.sound)).into_iter().flatten();
            for (person, slot) in together {
                let pairs = &mut evidence.entry(*person).or_default().pairs;
                pairs.push((q, *slot, 85, Fit::SoundsAlike));
            }
        }
        self.by_joined(name, evidence);
    }

    /// Two words asked for that were written down as one.
    fn by_joined(&self, name: &Name, evidence: &mut HashMap<u32, Evidence>) {
        for (q, pair) in (0_u8..).zip(name.joined()) {
            for kept in self.tokens.iter().filter(|kept| self.letters.get(kept.sound) == pair) {
                for (person, slot) in kept.stands.iter().filter(|(_, slot)| *slot < OTHER) {
                    let pairs: &mut Vec<Pair> = &mut evidence.entry(*person).or_default().pairs;
                    pairs.push((q, *slot, 90, Fit::SoundsAlike));
                    pairs.push((q + 1, OTHER - 1 - slot, 90, Fit::SoundsAlike));
                }
            }
        }
    }

    fn by_words(
        &self,
        words: &Name,
        stands: u8,
        evidence: &mut HashMap<u32, Evidence>,
        field: impl Fn(&mut Evidence) -> &mut u8,
    ) {
        for (token, bare) in &words.words {
            for token in [Some(token), bare.as_ref()].into_iter().flatten() {
                for (at, points, _) in self.fitting(token) {
                    let Some(kept) = self.tokens.get(at as usize) else { continue };
                    for (person, _) in kept.stands.iter().filter(|(_, slot)| *slot == stands) {
                        let best = field(evidence.entry(*person).or_default());
                        *best = (*best).max(points);
                    }
                }
            }
        }
    }

    fn by_numbers(&self, asked: &Asked, evidence: &mut HashMap<u32, Evidence>) {
        let (phone, papers) = (digits(&asked.phone), capitals(&asked.papers));
        if phone.is_empty() && papers.is_empty() {
            return;
        }
        let best = |asked: &str, spans: &[Span], is_phone: bool| -> Option<NumberFit> {
            spans.iter().filter_map(|s| number_fit(asked, self.letters.get(*s), is_phone)).min()
        };
        for (at, kept) in (0_u32..).zip(&self.people) {
            let by_phone = best(&phone, &kept.phones, true);
            let by_papers = best(&papers, &kept.papers, false);
            if by_phone.is_some() || by_papers.is_some() {
                let evidence = evidence.entry(at).or_default();
                evidence.phone = by_phone;
                evidence.papers = by_papers;
            }
        }
    }
}

fn without_kin_words(text: &str) -> String {
    let words = folding().split(text).into_iter();
    words.map(|(word, _)| word).filter(|word| !is_kin_word(word)).collect::<Vec<_>>().join(" ")
}

fn is_kin_word(folded: &str) -> bool {
    folding().is_on("kin", folded)
}

/// The same for every run: the order of what is found must not depend on it.
fn hash(value: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}
