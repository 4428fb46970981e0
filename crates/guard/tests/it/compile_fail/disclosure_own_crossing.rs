use guard::consent::sphere::{Enforcement, Help};
pub struct Mine(pub Help, pub Enforcement);
// fails: E0117
impl guard::consent::MayReach<Enforcement> for Help {}
// end
