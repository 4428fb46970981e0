use guard::Warrant;
pub fn longer(warrant: Warrant) -> Warrant {
    // fails: E0451
    let warrant = Warrant { expires_s: i64::MAX, ..warrant };
    // end
    warrant
}
