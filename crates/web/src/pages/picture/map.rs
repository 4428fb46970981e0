//! Corridors on the map of the world: shade by number, the largest few as arrows. Countries where
//! the source knows them, regions of the United Nations else.

use super::drawing::{Drawing, Mark};
use lexicon::Country;
use statistics::Sum;

/// Corridors drawn as arrows.
pub const ARROWS_MAX: usize = 6;
/// Steps of shade.
const STEPS: usize = 5;
const SHADES: [&str; STEPS] = ["q1 coast", "q2 coast", "q3 coast", "q4 coast", "q5 coast"];
const KEYS: [&str; STEPS] = ["q1", "q2", "q3", "q4", "q5"];

/// Width of the map of `assets/make/world.mjs`, and its place in the box.
const WIDTH: f64 = 690.0;
const VIEW_BOX: &str = "28 14 690 306";

/// One line of the legend: its class and its numbers, from and below.
pub struct Step {
    pub class: &'static str,
    pub from: u64,
    pub below: Option<u64>,
}

/// The map and its legend.
pub struct Map {
    pub drawing: Drawing,
    pub steps: Vec<Step>,
}

/// Draws sums by place, and arrows between places with their numbers. `words` are said on the map.
pub fn map(shades: &[(String, Sum)], arrows: &[(&str, &str, u64)]) -> Map {
    let counts = shades.iter().filter(|(place, _)| is_on_map(place)).map(|(_, sum)| sum.count);
    let least = counts.clone().filter(|count| *count > 0).min().unwrap_or(0);
    let mut breaks = breaks(least, counts.clone().max().unwrap_or(0));
    if breaks.is_empty() && least > 0 && counts.clone().any(|count| count == 0) {
        breaks.push(least);
    }
    // Few steps use the whole range from light to dark.
    let tone = |at: usize| (at * (STEPS - 1)).checked_div(breaks.len()).unwrap_or(STEPS / 2);
    let shade = |count: u64| {
        let at = breaks.iter().filter(|from| count >= **from).count();
        SHADES.get(tone(at)).copied().unwrap_or("q5 coast")
    };
    let mut marks = Vec::new();
    for country in Country::all().iter().filter(|country| country.alpha2 != "AQ") {
        let sum = shades.iter().find(|(place, _)| holds(place, country));
        let class = sum.map_or("q0 coast", |(_, sum)| shade(sum.count));
        marks.push(Mark::Use { class, id: country.alpha2.clone() });
    }
    let largest = arrows.iter().map(|(_, _, count)| *count).max().unwrap_or(1).max(1);
    for ((from, to, count), rank) in arrows.iter().zip(1..) {
        if let (Some(from), Some(to)) = (anchor(from), anchor(to)) {
            arrow(&mut marks, (from, to), *count as f64 / largest as f64, rank);
        }
    }
    let starts = [0].into_iter().chain(breaks.iter().copied());
    let ends = breaks.iter().copied().map(Some).chain([None]);
    let class = |at: usize| KEYS.get(tone(at)).copied().unwrap_or("q5");
    let steps = (0..).zip(starts.zip(ends));
    let steps = steps.map(|(at, (from, below))| Step { class: class(at), from, below }).collect();
    Map { drawing: Drawing { class: "chart map", view_box: VIEW_BOX.to_owned(), marks }, steps }
}

/// Whether a place can be shown: a country or a region.
pub fn is_on_map(place: &str) -> bool {
    anchor(place).is_some()
}

/// The M49 regions that a coded region stands for.
fn regions(place: &str) -> &'static [&'static str] {
    match place {
        "africa" => &["002"],
        "asia" => &["142"],
        "europe" => &["150"],
        "americas-oceania" => &["019", "009"],
        _ => &[],
    }
}

fn holds(place: &str, country: &Country) -> bool {
    place == country.alpha2 || regions(place).contains(&country.region.as_str())
}

/// Up to four round numbers at which the shade changes, between the least and the most: 50, 200,
/// 1,000 where they lie far apart, equal steps where they do not.
fn breaks(least: u64, most: u64) -> Vec<u64> {
    let tens = std::iter::successors(Some(1_u64), |ten| ten.checked_mul(10));
    let round: Vec<u64> = tens
        .take_while(|ten| *ten <= most)
        .flat_map(|ten| [1, 2, 5].map(|n| ten.saturating_mul(n)))
        .filter(|n| *n > least.max(1) && *n < most)
        .collect();
    if round.len() >= STEPS - 2 {
        return thinned(round);
    }
    let fifth = (most / STEPS as u64).max(1);
    let ten = 10_u64.pow(fifth.ilog10());
    let step = [5, 2, 1].map(|n| ten.saturating_mul(n)).into_iter().find(|n| *n <= fifth);
    let step = step.unwrap_or(fifth);
    let multiples = (1..).map(|n| n * step).take_while(|n| *n < most);
    thinned(multiples.filter(|n| *n > least).collect())
}

/// At most one break fewer than there are shades, the largest among them.
fn thinned(mut breaks: Vec<u64>) -> Vec<u64> {
    let every = breaks.len().div_ceil(STEPS - 1).max(1);
    breaks.reverse();
    breaks = breaks.into_iter().step_by(every).collect();
    breaks.reverse();
    breaks
}

/// Where the arrows of a place begin and end, in units of the map.
fn anchor(place: &str) -> Option<(f64, f64)> {
    match place {
        "africa" => Some((392.0, 150.0)),
        "asia" => Some((520.0, 96.0)),
        "europe" => Some((398.0, 62.0)),
        "americas-oceania" => Some((215.0, 120.0)),
        code => Country::by_alpha2(code).map(|country| project(country.lon, country.lat)),
    }
}

/// Equal Earth (Šavrič, Patterson, Jenny 2018), as `assets/make/world.mjs` draws it.
fn project(lon: f64, lat: f64) -> (f64, f64) {
    let [a1, a2, a3, a4] = [1.340_264, -0.081_106, 0.000_893, 0.003_796];
    let m = 3.0_f64.sqrt() / 2.0;
    let t = (m * lat.to_radians().sin()).asin();
    let t2 = t * t;
    let t6 = t2 * t2 * t2;
    let x =
        lon.to_radians() * t.cos() / (m * (a1 + 3.0 * a2 * t2 + t6 * (7.0 * a3 + 9.0 * a4 * t2)));
    let y = t * (a1 + a2 * t2 + t6 * (a3 + a4 * t2));
    let scale = WIDTH / 5.413;
    (x * scale + WIDTH / 2.0 + 14.0, 168.0 - y * scale)
}

/// A bent arrow, as wide as its share of the largest, with its rank beside it.
fn arrow(marks: &mut Vec<Mark>, (from, to): ((f64, f64), (f64, f64)), share: f64, rank: usize) {
    let (dx, dy) = (to.0 - from.0, to.1 - from.1);
    let length = (dx * dx + dy * dy).sqrt().max(1.0);
    // Bent to the left of the way, so that there and back do not cover each other.
    let bend = (length * 0.22).clamp(7.0, 46.0);
    let middle =
        ((from.0 + to.0) / 2.0 + dy / length * bend, (from.1 + to.1) / 2.0 - dx / length * bend);
    let width = 1.4 + 4.2 * share;
    let head = 4.0 + width * 1.3;
    let (ux, uy) = toward(middle, to);
    let neck = (to.0 - ux * head, to.1 - uy * head);
    let path = format!(
        "M{:.1} {:.1}Q{:.1} {:.1} {:.1} {:.1}",
        from.0, from.1, middle.0, middle.1, neck.0, neck.1
    );
    marks.push(Mark::Line { class: "flow", path, width: format!("{width:.1}") });
    let side = head * 0.55;
    let path = format!(
        "M{:.1} {:.1}L{:.1} {:.1}L{:.1} {:.1}z",
        to.0,
        to.1,
        neck.0 - uy * side,
        neck.1 + ux * side,
        neck.0 + uy * side,
        neck.1 - ux * side
    );
    marks.push(Mark::Line { class: "c2", path, width: "0".to_owned() });
    // Numbers of arrows that cross stand at different parts of their ways.
    let at = [0.5, 0.36, 0.64].get(rank % 3).copied().unwrap_or(0.5);
    let on_way = |from: f64, middle: f64, to: f64| {
        from * (1.0 - at) * (1.0 - at) + 2.0 * middle * at * (1.0 - at) + to * at * at
    };
    let beside = (
        on_way(from.0, middle.0, to.0) + dy / length * 7.0,
        on_way(from.1, middle.1, to.1) - dx / length * 7.0 + 5.0,
    );
    let (x, y) = (whole(beside.0), whole(beside.1));
    let words = rank.to_string();
    marks.push(Mark::Text { class: "value halo", x, y, anchor: "middle", words });
}

fn toward(from: (f64, f64), to: (f64, f64)) -> (f64, f64) {
    let (dx, dy) = (to.0 - from.0, to.1 - from.1);
    let length = (dx * dx + dy * dy).sqrt().max(0.1);
    (dx / length, dy / length)
}

/// A place on the map is between 0 and 718.
fn whole(place: f64) -> u64 {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped before")]
    let whole = place.clamp(0.0, 720.0).round() as u64;
    whole
}

#[cfg(test)]
mod tests {
    use super::{breaks, is_on_map, map, project};
    use crate::pages::picture::drawing::Mark;
    use statistics::Sum;

    fn sum(count: u64) -> Sum {
        Sum { rows: 1, count, withheld: 0 }
    }

    #[test]
    fn the_map_is_projected_as_its_file_is() {
        // Dots of world.svg: Andorra and Antigua.
        let near =
            |(x, y): (f64, f64), (ex, ey): (f64, f64)| (x - ex).abs() < 1.0 && (y - ey).abs() < 1.0;
        assert!(near(project(1.6, 42.5), (362.0, 64.0)), "{:?}", project(1.6, 42.5));
        assert!(near(project(-61.8, 17.1), (243.0, 124.0)), "{:?}", project(-61.8, 17.1));
    }

    #[test]
    fn shades_have_at_most_five_round_steps() {
        assert_eq!(breaks(1, 6_432), [5, 50, 500, 5_000]);
        assert_eq!(breaks(212, 6_432), [500, 1_000, 2_000, 5_000]);
        assert_eq!(breaks(126, 260), [150, 200, 250]);
        assert_eq!(breaks(1, 1), Vec::<u64>::new());
        for (least, most) in [(0, u64::MAX), (1, 12), (9, 9), (0, 0), (95, 130)] {
            assert!(breaks(least, most).len() < super::STEPS, "{least} {most}");
        }
    }

    #[test]
    fn a_region_shades_its_countries_and_what_has_no_figure_is_no_zero() {
        let drawn =
            map(&[("africa".into(), sum(9)), ("FR".into(), sum(0))], &[("africa", "FR", 9)]);
        let class_of = |wanted: &str| {
            drawn.drawing.marks.iter().find_map(|mark| match mark {
                Mark::Use { class, id } if id == wanted => Some(*class),
                _ => None,
            })
        };
        assert_eq!(class_of("NG"), Some("q5 coast"));
        assert_eq!(class_of("FR"), Some("q1 coast"));
        assert_eq!(class_of("BR"), Some("q0 coast"));
        let lines = drawn.drawing.marks.iter().filter(|m| matches!(m, Mark::Line { .. })).count();
        assert_eq!(lines, 2);
        assert!(is_on_map("NG") && is_on_map("asia") && !is_on_map("unknown"));
    }
}
