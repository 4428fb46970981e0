pub fn pass(opening: guard::Opening) -> guard::Opening {
    // fails: E0451
    let opening = guard::Opening { kind: guard::Kind::Person, ..opening };
    // end
    opening
}
