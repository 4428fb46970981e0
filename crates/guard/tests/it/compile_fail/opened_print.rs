pub fn show(opened: &guard::Opened) -> usize {
    // fails: E0277
    println!("{opened:?} {opened}");
    // end
    opened.show().len()
}
