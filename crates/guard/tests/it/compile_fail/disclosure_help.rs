use guard::ConsentProof;
use guard::consent::{Disclosure, sphere::{Enforcement, Help, Police}};
pub fn to_police(proof: ConsentProof) -> Disclosure<Police> {
    Disclosure::with_consent(Help, proof)
}
// fails: E0277
pub fn to_enforcement(proof: ConsentProof) -> Disclosure<Enforcement> {
    Disclosure::with_consent(Help, proof)
}
// end
