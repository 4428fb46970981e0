use guard::ConsentProof;
use guard::consent::{Disclosure, sphere::{Enforcement, Labour, Help}};
pub fn to_help(proof: ConsentProof) -> Disclosure<Help> {
    Disclosure::with_consent(Labour, proof)
}
// fails: E0277
pub fn to_enforcement(proof: ConsentProof) -> Disclosure<Enforcement> {
    Disclosure::with_consent(Labour, proof)
}
// end
