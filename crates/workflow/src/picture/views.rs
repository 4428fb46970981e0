//! Which tables a set is shown as. Each takes only rows that do not contain each other: where a
//! source prints totals beside their parts, either the parts are taken or the one margin wanted.

/// One table of a set.
#[derive(Debug)]
pub struct View {
    /// `year`, `sex`, `age`, `form`, `places` …: part of its address and of its texts.
    pub id: &'static str,
    pub shape: Shape,
    pub keep: &'static [Keep],
}

/// What its rows are.
#[derive(Clone, Copy, Debug)]
pub enum Shape {
    /// The values of one column, parted by those of another.
    By { rows: &'static str, parts: Option<&'static str> },
    /// One row a column that says yes or not; a person can be in several.
    Flags(&'static [&'static str]),
    /// The values of one column, parted by several columns of counts.
    Counts { rows: &'static str, parts: &'static [&'static str] },
    /// From where to where people are; a source may know one of the two.
    Places { from: &'static str, to: Option<&'static str> },
}

/// Which rows of the set are taken.
#[derive(Clone, Copy, Debug)]
pub enum Keep {
    Is(&'static str, &'static str),
    /// No total and no subtotal.
    Parts(&'static str),
}

impl Keep {
    pub fn column(&self) -> &'static str {
        match self {
            Self::Is(column, _) | Self::Parts(column) => column,
        }
    }

    pub fn takes(&self, value: &str) -> bool {
        match self {
            Self::Is(_, wanted) => value == *wanted,
            Self::Parts(_) => value != "total" && !value.ends_with("-total"),
        }
    }
}

impl View {
    /// Every column it is made of.
    pub fn columns(&self) -> Vec<&'static str> {
        let mut names: Vec<&str> = self.keep.iter().map(Keep::column).collect();
        match self.shape {
            Shape::By { rows, parts } => names.extend([rows].into_iter().chain(parts)),
            Shape::Flags(flags) => names.extend(flags),
            Shape::Counts { rows, parts } => {
                names.push(rows);
                names.extend(parts);
            }
            Shape::Places { from, to } => names.extend([from].into_iter().chain(to)),
        }
        names
    }
}

/// The tables of a profile, in the order of the page.
pub fn views(profile: &str) -> &'static [View] {
    match profile {
        "ctdc-victims-63" => CTDC_63,
        "ctdc-victims-27" => CTDC_27,
        "ctdc-perpetrators-16" => CTDC_16,
        "glotip" => GLOTIP,
        "uk-referrals" => UK_REFERRALS,
        "uk-referrals-series" => UK_REFERRALS_SERIES,
        "uk-reasonable-grounds" | "uk-conclusive-grounds" => UK_GROUNDS,
        "uk-duty-to-notify" => UK_DUTY,
        "uk-duty-to-notify-series" => UK_DUTY_SERIES,
        "uk-small-boat-referrals" => UK_BOAT_REFERRALS,
        "uk-small-boat-outcomes" => UK_BOAT_OUTCOMES,
        "uk-irregular-migration" => UK_IRREGULAR,
        "uk-age-disputes" => UK_AGE_DISPUTES,
        _ => &[],
    }
}

/// One table of a profile.
pub fn view(profile: &str, id: &str) -> Option<&'static View> {
    views(profile).iter().find(|view| view.id == id)
}

const fn by(id: &'static str, rows: &'static str, keep: &'static [Keep]) -> View {
    View { id, shape: Shape::By { rows, parts: None }, keep }
}

const fn parted(
    id: &'static str,
    rows: &'static str,
    parts: &'static str,
    keep: &'static [Keep],
) -> View {
    View { id, shape: Shape::By { rows, parts: Some(parts) }, keep }
}

const fn flags(id: &'static str, columns: &'static [&'static str]) -> View {
    View { id, shape: Shape::Flags(columns), keep: &[] }
}

const fn from(column: &'static str, keep: &'static [Keep]) -> View {
    View { id: "places", shape: Shape::Places { from: column, to: None }, keep }
}

const fn corridors(from: &'static str, to: &'static str, keep: &'static [Keep]) -> View {
    View { id: "places", shape: Shape::Places { from, to: Some(to) }, keep }
}

const FORMS: &[&str] = &[
    "isForcedLabour",
    "isSexualExploit",
    "isOtherExploit",
    "isForcedMarriage",
    "isForcedMilitary",
    "isOrganRemoval",
    "isSlaveryAndPractices",
];

const SECTORS: &[&str] = &[
    "typeOfLabourAgriculture",
    "typeOfLabourAquafarming",
    "typeOfLabourBegging",
    "typeOfLabourConstruction",
    "typeOfLabourDomesticWork",
    "typeOfLabourHospitality",
    "typeOfLabourIllicitActivities",
    "typeOfLabourManufacturing",
    "typeOfLabourMiningOrDrilling",
    "typeOfLabourPeddling",
    "typeOfLabourTransportation",
    "typeOfLabourOther",
    "typeOfLabourNotSpecified",
    "typeOfSexProstitution",
    "typeOfSexPornography",
    "typeOfSexRemoteInteractiveServices",
    "typeOfSexPrivateSexualServices",
];

const CTDC_63: &[View] = &[
    corridors("citizenship", "exploitation", &[]),
    parted("year", "year", "sex", &[]),
    by("sex", "sex", &[]),
    by("age", "age", &[]),
    by("majority", "majority", &[]),
    flags("form", FORMS),
    flags("sector", SECTORS),
];

const CTDC_27: &[View] = &[
    corridors("citizenship", "exploitation", &[]),
    parted("year", "year", "sex", &[]),
    by("sex", "sex", &[]),
    by("age", "age", &[]),
    flags("form", FORMS),
    flags("sector", SECTORS),
];

const CTDC_16: &[View] = &[
    corridors("citizenship-region", "exploitation-region", &[]),
    parted("year", "year", "sex", &[]),
    by("sex", "sex", &[]),
    by("majority", "majority", &[]),
    flags("form", FORMS),
];

const DETECTED: Keep = Keep::Is("indicator", "victims");

const GLOTIP_SEX: &[Keep] = &[
    DETECTED,
    Keep::Is("dimension", "total"),
    Keep::Is("category", "total"),
    Keep::Is("age", "total"),
    Keep::Parts("sex"),
];

const GLOTIP_AGE: &[Keep] = &[
    DETECTED,
    Keep::Is("dimension", "total"),
    Keep::Is("category", "total"),
    Keep::Is("sex", "total"),
    Keep::Parts("age"),
];

const GLOTIP_FORM: &[Keep] = &[
    DETECTED,
    Keep::Is("dimension", "by-form"),
    Keep::Parts("category"),
    Keep::Is("sex", "total"),
    Keep::Is("age", "total"),
];

const GLOTIP_PLACES: &[Keep] = &[
    DETECTED,
    Keep::Is("dimension", "by-citizenship"),
    Keep::Parts("category"),
    Keep::Is("sex", "total"),
    Keep::Is("age", "total"),
];

const GLOTIP: &[View] = &[
    corridors("category", "reporting", GLOTIP_PLACES),
    parted("year", "year", "sex", GLOTIP_SEX),
    by("sex", "sex", GLOTIP_SEX),
    by("age", "age", GLOTIP_AGE),
    by("form", "category", GLOTIP_FORM),
];

const LEAVES: &[Keep] = &[
    Keep::Parts("responder"),
    Keep::Parts("form"),
    Keep::Parts("age"),
    Keep::Parts("sex"),
    Keep::Parts("citizenship"),
];

const UK_REFERRALS: &[View] = &[
    from("citizenship", LEAVES),
    by("sex", "sex", LEAVES),
    by("age", "age", LEAVES),
    by("form", "form", LEAVES),
    by("responder-type", "responder-type", LEAVES),
];

const SERIES: &[Keep] = &[Keep::Parts("quarter"), Keep::Parts("age"), Keep::Parts("place")];

const UK_REFERRALS_SERIES: &[View] = &[
    parted("year", "year", "age", SERIES),
    by("age", "age", SERIES),
    by("place", "place", SERIES),
];

const QUARTERS: &[Keep] = &[Keep::Parts("quarter")];

const UK_GROUNDS: &[View] = &[View {
    id: "year",
    shape: Shape::Counts { rows: "year", parts: &["adult", "minor", "unknown-age"] },
    keep: QUARTERS,
}];

const UK_DUTY: &[View] = &[from("citizenship", &[Keep::Parts("citizenship")])];

const UK_DUTY_SERIES: &[View] = &[by("year", "year", QUARTERS)];

const UK_BOAT_REFERRALS: &[View] = &[
    from("citizenship", &[]),
    parted("year", "year", "is-referred", &[]),
    by("sex", "sex", &[]),
    by("age", "age", &[]),
];

const UK_BOAT_OUTCOMES: &[View] = &[
    from("citizenship", &[]),
    parted("year", "year", "sex", &[]),
    by("sex", "sex", &[]),
    by("age", "age", &[]),
    by("outcome-group", "outcome-group", &[]),
];

const UK_IRREGULAR: &[View] = &[
    from("citizenship", &[]),
    parted("year", "year", "entry", &[]),
    by("sex", "sex", &[]),
    by("age", "age", &[]),
];

const RAISED: &[Keep] = &[Keep::Is("stage", "raised")];

const UK_AGE_DISPUTES: &[View] = &[from("citizenship", RAISED), by("year", "year", RAISED)];

#[cfg(test)]
mod tests {
    use super::{Keep, views};
    use crate::import::{FORMATS, ImportFormat, profile};

    #[test]
    fn every_profile_is_shown_and_every_column_of_a_view_is_one_of_it() {
        for id in FORMATS.into_iter().flat_map(ImportFormat::profiles).map(|p| p.id) {
            assert!(!views(id).is_empty(), "{id}");
            let known = profile(id).expect("listed");
            for view in views(id) {
                for column in view.columns() {
                    let is_flag = column.starts_with("is") || column.starts_with("typeOf");
                    assert!(is_flag || known.field(column).is_some(), "{id} {} {column}", view.id);
                }
            }
        }
    }

    #[test]
    fn a_total_and_a_subtotal_are_no_parts() {
        let parts = Keep::Parts("responder");
        assert!(!parts.takes("total") && !parts.takes("police-total"));
        assert!(parts.takes("police") && parts.takes("unknown"));
    }
}
