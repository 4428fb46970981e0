use guard::{Action, Gate, Officer, Thing, Warrant};
pub fn ask(gate: &Gate, officer: &Officer, thing: &Thing) -> bool {
    // fails: E0624
    let _warrant = Warrant::mint(officer, Action::PersonOpen, thing, &NoClock);
    // end
    gate.allows(officer, Action::PersonOpen, thing)
}
struct NoClock;
