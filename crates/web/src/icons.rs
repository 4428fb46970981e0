//! The drawings of the house: a 20-unit grid, one colour, always beside a word.

/// One drawing a line: its name, whether it turns in right-to-left scripts, its shape.
const DRAWINGS: &str = include_str!("icons.txt");

/// Finds whether a drawing turns, and its shape.
fn find(name: &str) -> Option<(bool, &'static str)> {
    DRAWINGS.lines().find_map(|line| {
        let (turns, shape) = line.strip_prefix(name)?.strip_prefix(' ')?.split_once(' ')?;
        Some((turns == "turn", shape))
    })
}

/// The shape of a drawing; empty for a name that no drawing has, which a test forbids.
pub fn shape(name: impl AsRef<str>) -> &'static str {
    find(name.as_ref()).map_or("", |(_, shape)| shape)
}

/// The class of a drawing; one that points turns with the script.
pub fn class(name: impl AsRef<str>) -> &'static str {
    if find(name.as_ref()).is_some_and(|(turns, _)| turns) { "icon icon-turn" } else { "icon" }
}

#[cfg(test)]
mod tests {
    use super::{DRAWINGS, class, shape};
    use std::collections::BTreeSet;

    #[test]
    fn drawings_have_one_name_each_and_those_that_point_turn() {
        let names: BTreeSet<_> =
            DRAWINGS.lines().map(|line| line.split(' ').next().unwrap()).collect();
        assert_eq!(names.len(), DRAWINGS.lines().count());
        assert_eq!(class("on"), "icon icon-turn");
        assert_eq!(class("lock"), "icon");
        assert!(shape("lock").contains("<path"));
        assert_eq!(shape("no such drawing"), "");
    }
}
