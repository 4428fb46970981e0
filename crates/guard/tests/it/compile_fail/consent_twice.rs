use guard::ConsentProof;
use guard::consent::{Disclosure, sphere::{Help, Police}};
pub fn twice(proof: ConsentProof) -> Disclosure<Police> {
    let first: Disclosure<Police> = Disclosure::with_consent(Help, proof);
    // fails: E0382
    let _second: Disclosure<Police> = Disclosure::with_consent(Help, proof);
    // end
    first
}
