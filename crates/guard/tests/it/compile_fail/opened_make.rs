pub fn pass(opened: guard::Opened) -> guard::Opened {
    // fails: E0423
    let opened = guard::Opened(Default::default());
    // end
    opened
}
