pub fn twice(opened: guard::Opened) -> guard::Opened {
    // fails: E0599
    let _second: guard::Opened = opened.clone();
    // end
    opened
}
