use guard::seal::SecretKey;
pub fn bytes(key: &SecretKey) -> guard::seal::PublicKey {
    // fails: E0624
    let _bytes = key.bytes();
    // end
    key.public()
}
