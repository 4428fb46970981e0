//! The elements of the two crimes, as the Palermo Protocols name them, side by side: trafficking
//! in persons (TIP) is act, means and purpose, and for a person under 18 act and purpose;
//! smuggling of migrants (SOM) is a crossing that somebody arranged for a benefit.

/// One of the two crimes. They are told apart, and one case can be both.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Crime {
    /// Trafficking in persons: against a person. UN TIP Protocol Art. 3.
    Tip,
    /// Smuggling of migrants: against the State's border. UN SOM Protocol Art. 3, 6.
    Som,
}

impl Crime {
    pub const ALL: [Self; 2] = [Self::Tip, Self::Som];

    pub fn id(self) -> &'static str {
        match self {
            Self::Tip => "tip",
            Self::Som => "som",
        }
    }

    /// The elements in the order in which a lawyer reads them.
    pub fn elements(self) -> &'static [Element] {
        match self {
            Self::Tip => &[Element::Act, Element::Means, Element::Purpose],
            Self::Som => &[
                Element::Crossing,
                Element::Facilitation,
                Element::Benefit,
                Element::Documents,
                Element::EnablingStay,
                Element::Aggravation,
            ],
        }
    }
}

/// One element of one crime. Its name is the text `element-<id>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Element {
    /// Recruiting, moving, transferring, housing, receiving. TIP Art. 3(a).
    Act,
    /// Force, threat, fraud, abuse of vulnerability, payment to a controller. TIP Art. 3(a).
    Means,
    /// Exploitation, begun or planned. TIP Art. 3(a).
    Purpose,
    /// Irregular entry, or an attempt at it. SOM Art. 3(a)-(b), 6(1)(a), 6(2)(a).
    Crossing,
    /// Somebody else made it possible. SOM Art. 3(a).
    Facilitation,
    /// A financial or other material benefit, taken or promised. SOM Art. 3(a).
    Benefit,
    /// Making, procuring or holding false papers for smuggling. SOM Art. 6(1)(b).
    Documents,
    /// Making an irregular stay possible by these or other unlawful means. SOM Art. 6(1)(c).
    EnablingStay,
    /// Danger to life, inhuman or degrading treatment, exploitation. SOM Art. 6(3).
    Aggravation,
}

impl Element {
    pub fn id(self) -> &'static str {
        match self {
            Self::Act => "act",
            Self::Means => "means",
            Self::Purpose => "purpose",
            Self::Crossing => "crossing",
            Self::Facilitation => "facilitation",
            Self::Benefit => "benefit",
            Self::Documents => "documents",
            Self::EnablingStay => "stay",
            Self::Aggravation => "aggravation",
        }
    }

    pub fn crime(self) -> Crime {
        match self {
            Self::Act | Self::Means | Self::Purpose => Crime::Tip,
            _ => Crime::Som,
        }
    }

    /// Whether the crime needs this element at all: means are irrelevant for a person under 18
    /// (TIP Art. 3(c)).
    pub fn is_needed(self, is_child: bool) -> bool {
        self != Self::Means || !is_child
    }
}

/// How far the facts show an element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    Fully,
    InPart,
    No,
}

/// How far somebody asked about an element of which nothing was observed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asking {
    /// Every question about it was asked and answered.
    Complete,
    /// A question about it was refused.
    Refused,
    /// A question about it is still open.
    Open,
}

/// What is known of an element. Not asked, asked and not observed, and refused are three things.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mark {
    Observed,
    InPart,
    NotAsked,
    AskedNotObserved,
    Refused,
    NotNeeded,
}

impl Mark {
    pub const ALL: [Self; 6] = [
        Self::Observed,
        Self::InPart,
        Self::NotAsked,
        Self::AskedNotObserved,
        Self::Refused,
        Self::NotNeeded,
    ];

    /// What is known of `element`: what was observed goes first; then what the law does not
    /// need; then a refusal; then what was never asked.
    pub fn of(element: Element, is_child: bool, shown: Shown, asking: Asking) -> Self {
        match (shown, asking) {
            (Shown::Fully, _) => Self::Observed,
            (Shown::InPart, _) => Self::InPart,
            (Shown::No, _) if !element.is_needed(is_child) => Self::NotNeeded,
            (Shown::No, Asking::Refused) => Self::Refused,
            (Shown::No, Asking::Open) => Self::NotAsked,
            (Shown::No, Asking::Complete) => Self::AskedNotObserved,
        }
    }

    pub fn id(self) -> &'static str {
        match self {
            Self::Observed => "observed",
            Self::InPart => "part",
            Self::NotAsked => "open",
            Self::AskedNotObserved => "not-observed",
            Self::Refused => "refused",
            Self::NotNeeded => "not-needed",
        }
    }

    /// The key of its text.
    pub fn key(self) -> &'static str {
        match self {
            Self::Observed => "mark-observed",
            Self::InPart => "mark-part",
            Self::NotAsked => "mark-open",
            Self::AskedNotObserved => "mark-not-observed",
            Self::Refused => "mark-refused",
            Self::NotNeeded => "mark-not-needed",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Asking, Crime, Element, Mark, Shown};

    // proves: row 1.3
    #[test]
    fn row_1_3_each_crime_has_its_own_elements_and_no_element_is_in_both() {
        for crime in Crime::ALL {
            for element in crime.elements() {
                assert_eq!(element.crime(), crime);
            }
        }
        assert_eq!(Crime::Tip.elements(), [Element::Act, Element::Means, Element::Purpose]);
        assert_eq!(Crime::Som.elements().len(), 6);
    }

    // proves: row 1.3
    #[test]
    fn row_1_3_means_are_not_needed_under_18_and_nothing_else_is_waived() {
        for element in Crime::ALL.into_iter().flat_map(Crime::elements) {
            let mark = Mark::of(*element, true, Shown::No, Asking::Open);
            let expected =
                if *element == Element::Means { Mark::NotNeeded } else { Mark::NotAsked };
            assert_eq!(mark, expected, "{element:?}");
            assert_eq!(Mark::of(*element, false, Shown::No, Asking::Open), Mark::NotAsked);
        }
        let seen = Mark::of(Element::Means, true, Shown::InPart, Asking::Open);
        assert_eq!(seen, Mark::InPart, "what was observed of a child is still shown");
    }

    #[test]
    fn not_asked_not_observed_and_refused_are_three_things() {
        let of = |asking| Mark::of(Element::Benefit, false, Shown::No, asking);
        assert_eq!(of(Asking::Open), Mark::NotAsked);
        assert_eq!(of(Asking::Complete), Mark::AskedNotObserved);
        assert_eq!(of(Asking::Refused), Mark::Refused);
    }
}
