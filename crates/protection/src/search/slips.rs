//! Slips of the pen: letters left out, added, changed, or in the wrong order.

/// Which letters a word has, one bit each: words that differ in many letters need no comparing.
pub fn letters(word: &str) -> u32 {
    word.bytes().fold(0, |bits, byte| bits | 1 << (byte % 32))
}

/// The number of slips between two words, if there are at most `most` (0, 1 or 2) and at least
/// one. A slip is one letter more, less or other, or two neighbours that changed places.
pub fn within(a: (&str, u32), b: (&str, u32), most: usize) -> Option<usize> {
    let ((a, a_letters), (b, b_letters)) = (a, b);
    let far = a.len().abs_diff(b.len()) > most;
    // Each slip takes away at most one letter and brings at most one.
    if most == 0 || far || (a_letters ^ b_letters).count_ones() as usize > 2 * most {
        return None;
    }
    let (mut a, mut b) = (a.as_bytes(), b.as_bytes());
    while let (Some((x, rest_a)), Some((y, rest_b))) = (a.split_first(), b.split_first())
        && x == y
    {
        (a, b) = (rest_a, rest_b);
    }
    while let (Some((x, rest_a)), Some((y, rest_b))) = (a.split_last(), b.split_last())
        && x == y
    {
        (a, b) = (rest_a, rest_b);
    }
    let slips = distance(a, b, most)?;
    (slips > 0).then_some(slips)
}

fn distance(a: &[u8], b: &[u8], most: usize) -> Option<usize> {
    match (a, b) {
        ([], rest) | (rest, []) => (rest.len() <= most).then_some(rest.len()),
        ([x, a_rest @ ..], [y, b_rest @ ..]) => {
            if x == y {
                return distance(a_rest, b_rest, most);
            }
            let left = most.checked_sub(1)?;
            let turned = match (a_rest, b_rest) {
                ([x2, a_rest @ ..], [y2, b_rest @ ..]) if x == y2 && y == x2 => {
                    distance(a_rest, b_rest, left)
                }
                _ => None,
            };
            [
                turned,
                distance(a_rest, b_rest, left),
                distance(a_rest, b, left),
                distance(a, b_rest, left),
            ]
            .into_iter()
            .flatten()
            .min()
            .map(|slips| slips + 1)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{letters, within};

    #[test]
    fn slips_are_counted() {
        let check = |a: &str, b: &str, most: usize, slips: Option<usize>| {
            assert_eq!(within((a, letters(a)), (b, letters(b)), most), slips, "{a} {b}");
            assert_eq!(within((b, letters(b)), (a, letters(a)), most), slips, "{b} {a}");
        };
        check("amina", "amina", 1, None);
        check("amina", "amian", 1, Some(1));
        check("amina", "amna", 1, Some(1));
        check("amina", "aminna", 1, Some(1));
        check("amina", "anina", 1, Some(1));
        check("amina", "umena", 1, None);
        check("alejandra", "alexandru", 2, Some(2));
        check("alejandra", "alxeandra", 2, Some(2));
        check("kone", "konate", 2, Some(2));
        check("kone", "traore", 2, None);
    }
}
