//! Aliases: two neutral words that stand in lists, titles and addresses where a name never does.
//! They are not translated, and bear no sex, people, colour of skin or animal.

use lexicon::Dice;

/// Words for light, weather, material and place.
const FIRST: [&str; 120] = [
    "Amber", "Silver", "Copper", "Calm", "North", "South", "East", "West", "Maple", "Quiet",
    "Early", "Late", "Morning", "Evening", "Winter", "Summer", "Spring", "Autumn", "Gentle",
    "Bright", "Clear", "Distant", "Upper", "Lower", "Inner", "Outer", "Wide", "Narrow", "Deep",
    "High", "Open", "Still", "Swift", "Slow", "Soft", "Steady", "Level", "Round", "Long", "Short",
    "Crystal", "Cobalt", "Indigo", "Mauve", "Azure", "Teal", "Agate", "Emerald", "Pumice", "Shell",
    "Coral", "Garnet", "Topaz", "Quartz", "Granite", "Marble", "Slate", "Basalt", "Chalk", "Flint",
    "Iron", "Tin", "Nickel", "Zinc", "Pewter", "Golden", "Glass", "Linen", "Cotton", "Velvet",
    "Paper", "Cedar", "Birch", "Osier", "Elm", "Alder", "Larch", "Linden", "Juniper", "Laurel",
    "Cork", "Bamboo", "Clover", "Saffron", "Vanilla", "Mint", "Sage", "Thyme", "Fennel", "Anise",
    "Misty", "Rainy", "Sunny", "Windy", "Frosty", "Snowy", "Dewy", "Cloudy", "Starry", "Moonlit",
    "Coastal", "Inland", "Alpine", "Island", "Desert", "Polar", "Tidal", "Lunar", "Solar",
    "Northern", "Southern", "Eastern", "Western", "Hidden", "Folded", "Painted", "Woven", "Mellow",
    "Tranquil", "Lasting",
];

/// Plants, trees, waters, landscapes and plain things.
const SECOND: [&str; 120] = [
    "Reed", "Tide", "Drift", "Field", "Meadow", "Lantern", "Orchard", "River", "Harbour", "Garden",
    "Valley", "Ridge", "Summit", "Plateau", "Canyon", "Delta", "Lagoon", "Bay", "Cove", "Cape",
    "Shore", "Beach", "Dune", "Reef", "Islet", "Strait", "Channel", "Brook", "Creek", "Stream",
    "Cascade", "Well", "Fountain", "Lake", "Pond", "Marsh", "Moor", "Heath", "Prairie", "Savanna",
    "Forest", "Grove", "Wood", "Thicket", "Glade", "Clearing", "Hedge", "Terrace", "Slope", "Hill",
    "Mesa", "Peak", "Cliff", "Ledge", "Boulder", "Pebble", "Stone", "Gravel", "Sand", "Clay",
    "Acacia", "Baobab", "Banyan", "Cypress", "Aspen", "Fern", "Fig", "Furze", "Hibiscus", "Barley",
    "Millet", "Hops", "Lavender", "Lilac", "Lotus", "Magnolia", "Mango", "Moss", "Privet",
    "Nutmeg", "Oak", "Almond", "Orchid", "Palm", "Papaya", "Pine", "Poplar", "Cress", "Hornbeam",
    "Rush", "Sedge", "Sorrel", "Spruce", "Sycamore", "Tamarind", "Teak", "Thistle", "Tulip",
    "Vine", "Walnut", "Yarrow", "Bridge", "Gate", "Mill", "Tower", "Path", "Road", "Lane", "Ferry",
    "Anchor", "Compass", "Sail", "Beacon", "Bell", "Basket", "Kettle", "Ladder", "Window",
    "Horizon", "Rainbow",
];

/// Draws of two words before a number is added.
const DRAWS_MAX: u32 = 6;

/// Two neutral words, such as `Amber Reed`.
pub fn draw(dice: &dyn Dice) -> String {
    format!("{} {}", pick(&FIRST, dice), pick(&SECOND, dice))
}

/// The alias to try at the `attempt`-th time (from 0): two words while there is hope, then two
/// words and a number, so that a node with more cases than pairs still finds one.
pub fn attempt(dice: &dyn Dice, attempt: u32) -> String {
    if attempt < DRAWS_MAX {
        return draw(dice);
    }
    let numbers = 90 * 10_u64.saturating_pow((attempt - DRAWS_MAX).min(6));
    format!("{} {}", draw(dice), 10 + dice.below(numbers))
}

/// The first alias that is not taken.
pub fn fresh(dice: &dyn Dice, mut is_taken: impl FnMut(&str) -> bool) -> String {
    let mut count = 0;
    loop {
        let alias = attempt(dice, count);
        if !is_taken(&alias) {
            return alias;
        }
        count = count.saturating_add(1);
    }
}

fn pick(words: &[&'static str], dice: &dyn Dice) -> &'static str {
    let bound = u64::try_from(words.len()).unwrap_or(1);
    let at = usize::try_from(dice.below(bound)).unwrap_or(0);
    words.get(at).copied().unwrap_or("Amber")
}

#[cfg(test)]
mod tests {
    use super::{FIRST, SECOND, draw, fresh};
    use lexicon::chance::SeededDice;
    use std::collections::BTreeSet;

    #[test]
    fn the_word_lists_hold_no_word_twice_and_only_plain_letters() {
        for list in [&FIRST, &SECOND] {
            let different: BTreeSet<_> = list.iter().collect();
            assert_eq!(different.len(), list.len());
            assert!(list.iter().all(|w| w.chars().all(|c| c.is_ascii_alphabetic())));
        }
    }

    #[test]
    fn an_alias_is_two_words() {
        let dice = SeededDice::new(7);
        assert_eq!(draw(&dice).split(' ').count(), 2);
    }

    #[test]
    fn more_cases_than_pairs_still_find_different_aliases() {
        let dice = SeededDice::new(7);
        let mut taken = BTreeSet::new();
        let pairs = FIRST.len() * SECOND.len();
        for _ in 0..3 * pairs {
            let alias = fresh(&dice, |a| taken.contains(a));
            assert!(taken.insert(alias));
        }
        let numbered = taken.iter().filter(|a| a.split(' ').count() == 3).count();
        assert!(numbered > 0 && numbered < taken.len());
    }
}
