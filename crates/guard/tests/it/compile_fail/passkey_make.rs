use guard::members::PasskeyProof;
pub fn prove(proof: PasskeyProof) -> PasskeyProof {
    // fails: E0451
    let proof = PasskeyProof { counter: 1, ..proof };
    // end
    proof
}
