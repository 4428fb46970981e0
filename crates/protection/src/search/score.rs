//! What a person has in common with what is remembered, and whether it is enough to be shown.

use super::name::{Fit, NameFit, Pair};
use super::number::NumberFit;

/// A person found, without a word of who it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    pub id: [u8; 16],
    /// Only for the order.
    pub points: u32,
    /// Codes of why, the most telling first: `name-same`, `name-turned`, `place-alike`, …
    pub why: Vec<&'static str>,
}

/// From here a name alone is enough.
const NAME_ENOUGH: u8 = 60;
/// From here it counts when something else fits too.
const NAME_SOME: u8 = 40;
/// A word of a place or relative fits well from here, and is the same from there.
const ALIKE: u8 = 65;
const SAME: u8 = 92;
/// Years by which an estimated age may be wrong.
const AGE_SAME: i32 = 1;
const AGE_NEAR: i32 = 4;

/// What was gathered about one person.
#[derive(Default)]
pub struct Evidence {
    pub pairs: Vec<Pair>,
    /// Best fit of a word of relatives, and of a place.
    pub kin: u8,
    pub place: u8,
    pub phone: Option<NumberFit>,
    pub papers: Option<NumberFit>,
}

impl Evidence {
    /// The hit, when there is enough. `born` is the year asked for and the years kept.
    pub fn judge(
        &self,
        id: [u8; 16],
        name: Option<NameFit>,
        born: Option<(i32, (i32, i32))>,
    ) -> Option<Hit> {
        let (mut points, mut why) = (0_u32, Vec::new());
        let mut other = 0_u32;
        let numbers = [(self.phone, NumberOf::Phone), (self.papers, NumberOf::Papers)];
        for (found, of) in numbers {
            if let Some(found) = found {
                let (more, code) = number(found, of);
                other += more;
                why.push(code);
            }
        }
        let name_score = name.as_ref().map_or(0, |name| name.score);
        if let Some(name) = name.filter(|name| name.score >= NAME_SOME) {
            points += u32::from(name.score);
            say_name(&name, &mut why);
        }
        let words =
            [(self.kin, "kin-same", "kin-alike"), (self.place, "place-same", "place-alike")];
        for (best, same, alike) in words {
            if best >= ALIKE {
                other += if best >= SAME { 20 } else { 14 };
                why.push(if best >= SAME { same } else { alike });
            }
        }
        let age = born.map_or(0, |(asked, kept)| age(asked, kept, &mut why));
        let is_enough = name_score >= NAME_ENOUGH
            || other >= 34
            || (name_score >= NAME_SOME && other + age.max(0).unsigned_abs() >= 14)
            || (self.kin >= SAME && age > 0)
            || (self.place >= SAME && age > 0 && name_score == 0 && self.pairs.is_empty());
        let points = (points + other).saturating_add_signed(age);
        is_enough.then_some(Hit { id, points, why })
    }
}

enum NumberOf {
    Phone,
    Papers,
}

fn number(fit: NumberFit, of: NumberOf) -> (u32, &'static str) {
    match (of, fit) {
        (NumberOf::Phone, NumberFit::Same) => (70, "phone-same"),
        (NumberOf::Phone, NumberFit::Slip) => (50, "phone-slip"),
        (NumberOf::Phone, NumberFit::End) => (40, "phone-end"),
        (NumberOf::Papers, NumberFit::Same) => (70, "papers-same"),
        (NumberOf::Papers, NumberFit::Slip) => (50, "papers-slip"),
        (NumberOf::Papers, NumberFit::End) => (40, "papers-end"),
    }
}

fn say_name(name: &NameFit, why: &mut Vec<&'static str>) {
    why.push(match name.fit {
        Fit::Same => "name-same",
        Fit::SoundsAlike => "name-sounds-alike",
        Fit::OtherForm => "name-other-form",
        Fit::Slip => "name-slip",
        Fit::Short => "name-short",
    });
    let more = [
        (name.is_turned, "name-turned"),
        (name.is_part, "name-part"),
        (name.is_other_name, "name-other-name"),
    ];
    why.extend(more.into_iter().filter(|(is_so, _)| *is_so).map(|(_, code)| code));
}

/// Points for the age: more when it fits, fewer when it speaks against.
fn age(asked: i32, (first, last): (i32, i32), why: &mut Vec<&'static str>) -> i32 {
    if (first, last) == (0, 0) {
        return 0;
    }
    let off = (first - asked).max(asked - last).max(0);
    match off {
        _ if off <= AGE_SAME => {
            why.push("age-same");
            15
        }
        _ if off <= AGE_NEAR => {
            why.push("age-near");
            8
        }
        _ => -15,
    }
}
