//! Several lists of the same people, shown together.

use super::{CELLS_MAX, Edge, Net, Shown, What};

/// People of one kind, counted in several ways: every list counts each of them once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block(pub Vec<Vec<u64>>);

/// A block as a reader sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShownBlock {
    pub lists: Vec<Vec<Shown>>,
    pub total: Shown,
}

impl Block {
    fn total(&self) -> u64 {
        self.0.first().map_or(0, |list| list.iter().sum())
    }
}

/// What may be shown of blocks that stand side by side with the total of each and of all. The
/// lists of a block are passed one after another by the same people, so that block after block,
/// list after list they are one circulation, and a total that one list gives away is known of all.
///
/// Lists of a block that do not add up to the same are hidden as a whole, with everything else.
pub fn suppress_blocks(blocks: &[Block]) -> (Vec<ShownBlock>, Shown) {
    let mut net = net(blocks);
    let is_sound = |b: &Block| b.0.iter().all(|list| list.iter().sum::<u64>() == b.total());
    if net.edges.len() > CELLS_MAX || !blocks.iter().all(is_sound) {
        net.edges.iter_mut().for_each(|edge| edge.shown = Shown::Hidden);
    } else {
        net.hide_what_gives_away();
        net.show_again(false);
        net.hide_what_gives_away();
    }
    read(&net, blocks)
}

/// Nodes: 0 the source, 1 the sink, then one before each list.
fn net(blocks: &[Block]) -> Net {
    let mut edges = Vec::new();
    let mut next = 2;
    for block in blocks {
        edges.push(Edge::new(0, next, block.total(), What::Total));
        for (at, list) in block.0.iter().enumerate() {
            let to = if at + 1 == block.0.len() { 1 } else { next + 1 };
            edges.extend(list.iter().map(|count| Edge::new(next, to, *count, What::Cell)));
            next += 1;
        }
    }
    // Where a total must give way, that of all does before that of one block.
    edges.push(Edge::new(1, 0, blocks.iter().map(Block::total).sum(), What::All));
    Net { edges, node_count: next }
}

fn read(net: &Net, blocks: &[Block]) -> (Vec<ShownBlock>, Shown) {
    let mut shown = net.edges.iter().map(|edge| edge.shown);
    let mut take = || shown.next().unwrap_or(Shown::Hidden);
    let mut seen = Vec::new();
    for block in blocks {
        let total = take();
        let lists = block.0.iter().map(|list| list.iter().map(|_| take()).collect()).collect();
        seen.push(ShownBlock { lists, total });
    }
    (seen, take())
}

#[cfg(test)]
mod tests {
    use super::{Block, ShownBlock, suppress_blocks};
    use crate::suppress::Shown;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    fn allows(shown: Shown, value: u64) -> bool {
        match shown {
            Shown::Exact(exact) => value == exact,
            Shown::UnderEleven => (1..=10).contains(&value),
            Shown::Hidden => true,
        }
    }

    /// Every filling of a list with cells up to `most`.
    fn fillings(list: &[Shown], most: u64) -> Vec<Vec<u64>> {
        list.iter().fold(vec![Vec::new()], |found, shown| {
            let fits: Vec<u64> = (0..=most).filter(|value| allows(*shown, *value)).collect();
            let with = |cells: &Vec<u64>| {
                fits.iter().map(|v| [cells.as_slice(), &[*v]].concat()).collect::<Vec<_>>()
            };
            found.iter().flat_map(with).collect()
        })
    }

    /// What an attacker who tries everything still thinks possible: per cell of the block, then
    /// of its total, when the total may be one of `totals`.
    fn possible(seen: &ShownBlock, totals: &BTreeSet<u64>, most: u64) -> Vec<BTreeSet<u64>> {
        let lists: Vec<_> = seen.lists.iter().map(|list| fillings(list, most)).collect();
        let sums =
            |all: &Vec<Vec<u64>>| all.iter().map(|c| c.iter().sum()).collect::<BTreeSet<u64>>();
        let common = lists.iter().map(sums).fold(totals.clone(), |a, b| &a & &b);
        let common: BTreeSet<u64> = common.into_iter().filter(|t| allows(seen.total, *t)).collect();
        let mut found = Vec::new();
        for (list, all) in seen.lists.iter().zip(&lists) {
            for cell in 0..list.len() {
                let fits = all.iter().filter(|cells| common.contains(&cells.iter().sum()));
                found.push(fits.map(|cells| cells[cell]).collect());
            }
        }
        found.push(common);
        found
    }

    fn attack(shown: &[Shown], values: &[BTreeSet<u64>], tells: &str) {
        for (shown, values) in shown.iter().zip(values) {
            match shown {
                Shown::Exact(value) => assert_eq!(values, &[*value].into(), "{tells}"),
                Shown::UnderEleven => assert_eq!(values, &(1..=10).collect(), "{tells}"),
                Shown::Hidden => assert!(values.len() >= 10, "{values:?} in {tells}"),
            }
        }
    }

    fn everything(seen: &ShownBlock) -> Vec<Shown> {
        seen.lists.iter().flatten().copied().chain([seen.total]).collect()
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..Default::default() })]

        #[test]
        fn a_small_count_cannot_be_computed_from_the_other_lists_of_the_same_people(
            sexes in prop::collection::vec(prop_oneof![0_u64..4, 0_u64..20], 2),
            minors in 0_u64..40,
        ) {
            let total: u64 = sexes.iter().sum();
            let minors = minors.min(total);
            let block = Block(vec![sexes, vec![minors, total - minors]]);
            let (seen, all) = suppress_blocks(std::slice::from_ref(&block));
            let tells = format!("{block:?} {seen:?} {all:?}");
            let totals = (0..=70).filter(|t| allows(all, *t)).collect();
            attack(&everything(&seen[0]), &possible(&seen[0], &totals, 70), &tells);
        }

        #[test]
        fn nor_from_the_block_beside_it(first in 0_u64..16, second in 0_u64..30) {
            let blocks = [Block(vec![vec![first]]), Block(vec![vec![second]])];
            let (seen, all) = suppress_blocks(&blocks);
            let tells = format!("{blocks:?} {seen:?} {all:?}");
            let most = 60;
            let fits = |b: usize, v: u64| allows(seen[b].total.max(seen[b].lists[0][0]), v)
                && allows(seen[b].total, v) && allows(seen[b].lists[0][0], v);
            let pairs: Vec<(u64, u64)> = (0..=most)
                .flat_map(|a| (0..=most).map(move |b| (a, b)))
                .filter(|(a, b)| fits(0, *a) && fits(1, *b) && allows(all, a + b))
                .collect();
            let firsts = pairs.iter().map(|p| p.0).collect();
            let seconds = pairs.iter().map(|p| p.1).collect();
            attack(&[seen[0].total, seen[1].total], &[firsts, seconds], &tells);
        }
    }

    #[test]
    fn a_total_that_one_list_hides_is_given_away_by_none() {
        // 40 and 3: the total is shown, so that 3 would be the rest; a neighbour is hidden.
        let block = Block(vec![vec![40, 3], vec![30, 13]]);
        let (seen, total) = suppress_blocks(&[block]);
        assert_eq!(seen[0].lists[0][1], Shown::UnderEleven);
        let exact = seen[0].lists[0].iter().filter(|s| matches!(s, Shown::Exact(_))).count();
        assert!(exact == 0 || total == Shown::Hidden, "{seen:?} {total:?}");
    }

    #[test]
    fn the_total_of_all_gives_way_before_that_of_a_large_block() {
        let blocks = [150, 50, 3, 2].map(|count| Block(vec![vec![count]]));
        let (seen, total) = suppress_blocks(&blocks);
        assert_eq!([seen[0].total, seen[1].total], [Shown::Exact(150), Shown::Exact(50)]);
        assert_eq!(total, Shown::Hidden);
    }

    #[test]
    fn nothing_is_hidden_where_nothing_is_small_and_lists_that_disagree_are() {
        let (seen, total) = suppress_blocks(&[Block(vec![vec![40, 0], vec![20, 20]])]);
        assert_eq!(seen[0].lists, [[Shown::Exact(40), Shown::Exact(0)], [Shown::Exact(20); 2]]);
        assert_eq!(total, Shown::Exact(40));
        let (seen, total) = suppress_blocks(&[Block(vec![vec![40], vec![20, 21]])]);
        assert!(everything(&seen[0]).iter().chain([&total]).all(|s| *s == Shown::Hidden));
        assert_eq!(suppress_blocks(&[]), (Vec::new(), Shown::Exact(0)));
    }
}
