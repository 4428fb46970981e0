//! Canary persons: made up, so that nobody has a reason of work to open them. Which they are can be
//! told only with the node's secret, which is never in the database.

use crate::receipts::NodePepper;
use crate::seal::derive_key;

/// The mark under which a canary stands in the database: nobody without the node's secret can tell
/// whose it is.
pub fn mark(node: &NodePepper, person: &[u8; 16]) -> [u8; 32] {
    *derive_key::<32>(&node.pepper, person, "mangrove canary 1")
}

#[cfg(test)]
mod tests {
    use super::mark;
    use crate::receipts::NodePepper;

    #[test]
    fn a_mark_tells_nothing_without_the_secret() {
        let node = NodePepper { salt: [1; 32], pepper: [2; 32] };
        let other = NodePepper { salt: [1; 32], pepper: [3; 32] };
        assert_eq!(mark(&node, &[7; 16]), mark(&node, &[7; 16]));
        assert_ne!(mark(&node, &[7; 16]), mark(&node, &[8; 16]));
        assert_ne!(mark(&node, &[7; 16]), mark(&other, &[7; 16]));
    }
}
