pub fn early(value: guard::AfterCommit<guard::Opened>) -> bool {
    // fails: E0616
    let _opened = value.value;
    // end
    value.take().is_ok()
}
