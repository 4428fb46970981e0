//! Charts as marks on a grid of units. Shape by attributes, colour by class: themes and print
//! change both.

use crate::Texts;

/// Width of bars and their words, in units.
const WIDTH: u64 = 346;
/// Room for the figure at the end of a bar.
const END: u64 = 46;
/// Labels up to so many letters stand before their bar, longer ones above it.
const SHORT: usize = 11;
/// Bars of one chart; the table has every row.
pub const BARS_MAX: usize = 14;

/// One thing drawn.
pub enum Mark {
    Text {
        class: &'static str,
        x: u64,
        y: u64,
        anchor: &'static str,
        words: String,
    },
    Rect {
        class: &'static str,
        x: u64,
        y: u64,
        width: u64,
        height: u64,
    },
    Line {
        class: &'static str,
        path: String,
        width: String,
    },
    /// A country of the one cached map.
    Use {
        class: &'static str,
        id: String,
    },
}

/// A chart in its box.
pub struct Drawing {
    pub class: &'static str,
    pub view_box: String,
    pub marks: Vec<Mark>,
}

/// One bar of a chart.
pub struct Bar {
    pub label: String,
    /// Class and length of each part.
    pub parts: Vec<(&'static str, u64)>,
    /// The figure at its end.
    pub figure: String,
}

impl Bar {
    fn length(&self) -> u64 {
        self.parts.iter().map(|part| part.1).fold(0, u64::saturating_add)
    }
}

/// Bars from zero, one beneath the other.
pub fn bars(t: &Texts, bars: &[Bar]) -> Drawing {
    let is_short = bars.iter().all(|bar| bar.label.chars().count() <= SHORT);
    let (start, step, top) = if is_short { (84, 30, 20) } else { (2, 42, 20) };
    let most = bars.iter().map(Bar::length).max().unwrap_or(1).max(1);
    let room = WIDTH - start - END;
    let height = top + step * bars.len() as u64 + 4;
    let mut marks = axis(t, most, (start, room), (top, height));
    for (bar, at) in bars.iter().zip(0_u64..) {
        let y = top + at * step;
        let (x, line, anchor) =
            if is_short { (start - 6, 19, "end") } else { (start + 5, 12, "start") };
        let words = bar.label.clone();
        marks.push(Mark::Text { class: "label", x, y: y + line, anchor, words });
        let bar_y = if is_short { y + 6 } else { y + 18 };
        let end = stack(&mut marks, bar, (start, bar_y), |n| scaled(n, room, most));
        let (x, y, words) = (end + 5, bar_y + 13, bar.figure.clone());
        marks.push(Mark::Text { class: "value", x, y, anchor: "start", words });
    }
    let path = format!("M{start} {top}V{height}");
    marks.push(Mark::Line { class: "base", path, width: "1".to_owned() });
    Drawing { class: "chart", view_box: format!("0 0 {WIDTH} {height}"), marks }
}

/// The parts of a bar with a white gap between them; where it ends.
fn stack(marks: &mut Vec<Mark>, bar: &Bar, (x, y): (u64, u64), scale: impl Fn(u64) -> u64) -> u64 {
    let mut before = 0_u64;
    let mut end = x;
    for (class, length) in bar.parts.iter().filter(|part| part.1 > 0) {
        let from = x + scale(before);
        before = before.saturating_add(*length);
        let width = (x + scale(before)).saturating_sub(from);
        let gap = u64::from(end > x && width > 2);
        marks.push(Mark::Rect { class, x: from + gap, y, width: (width - gap).max(1), height: 17 });
        end = from + width.max(1);
    }
    end
}

fn scaled(length: u64, room: u64, most: u64) -> u64 {
    u64::try_from(u128::from(length) * u128::from(room) / u128::from(most)).unwrap_or(room)
}

/// Two or three round numbers with their lines, from zero.
fn axis(t: &Texts, most: u64, (start, room): (u64, u64), (top, height): (u64, u64)) -> Vec<Mark> {
    let step = round_step(most);
    let mut marks = Vec::new();
    for number in (0..=3).map(|n| n * step).take_while(|number| *number <= most) {
        let x = start + scaled(number, room, most);
        let path = format!("M{x} {}V{height}", top - 4);
        marks.push(Mark::Line { class: "grid", path, width: "1".to_owned() });
        let anchor = if x < 14 { "start" } else { "middle" };
        marks.push(Mark::Text { class: "axis", x, y: top - 8, anchor, words: t.number(number) });
    }
    marks
}

/// A round number that fits two or three times.
fn round_step(most: u64) -> u64 {
    let third = (most / 3).max(1);
    let ten = 10_u64.saturating_pow(third.ilog10());
    [1, 2, 5, 10].into_iter().map(|n| ten.saturating_mul(n)).find(|s| *s >= third).unwrap_or(third)
}

#[cfg(test)]
mod tests {
    use super::{Bar, Mark, bars, round_step};
    use crate::Texts;
    use lexicon::language::ENGLISH;

    #[test]
    fn steps_are_round_and_few() {
        for (most, step) in [(1, 1), (6_274, 5_000), (9, 5), (30, 10), (1_000_000, 500_000)] {
            assert_eq!(round_step(most), step, "{most}");
        }
    }

    #[test]
    fn bars_begin_at_zero_and_never_leave_their_box() {
        let bar = |parts: &[u64]| Bar {
            label: "2019".to_owned(),
            parts: parts.iter().map(|n| ("c1", *n)).collect(),
            figure: "9".to_owned(),
        };
        let drawn = bars(&Texts::new(ENGLISH), &[bar(&[900, 100]), bar(&[0]), bar(&[500, 1])]);
        let rects: Vec<(u64, u64)> = drawn
            .marks
            .iter()
            .filter_map(|mark| match mark {
                Mark::Rect { x, width, .. } => Some((*x, x + width)),
                _ => None,
            })
            .collect();
        assert_eq!(rects.len(), 4);
        assert_eq!((rects[0].0, rects[1].1), (84, 300));
        assert_eq!(rects[2], (84, 192));
    }
}
