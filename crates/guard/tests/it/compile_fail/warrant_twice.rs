use guard::Warrant;
pub fn use_it(warrant: Warrant) -> guard::Action {
    let action = warrant.action();
    drop(warrant);
    // fails: E0382
    drop(warrant);
    // end
    action
}
