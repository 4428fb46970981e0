use guard::seal::{DataKey, Place, Sealed};
pub fn open(key: &DataKey, place: &Place<'_>, sealed: &Sealed) -> usize {
    // fails: E0624
    let _plain = key.unseal(place, sealed.as_bytes());
    // end
    sealed.as_bytes().len()
}
