use guard::ConsentProof;
pub fn pass(proof: ConsentProof) -> ConsentProof {
    // fails: E0451
    let proof = ConsentProof { thing: [0; 16], ..proof };
    // end
    proof
}
