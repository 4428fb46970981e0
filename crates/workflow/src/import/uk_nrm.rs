//! Home Office tables on the United Kingdom's National Referral Mechanism, the duty to notify,
//! small boats, detections of irregular arrival and age disputes.
//! Source: the published tables, 2009 to 2023 (Open Government Licence v3.0). The tables hold their
//! own margins: a `Total` is kept as such, apart from the values it adds up.

use super::profile::{Code, Field, ImportFormat, Kind, Profile, Unit, may, need};

/// `mangrove import uk-nrm`.
pub struct UkNrm;

impl ImportFormat for UkNrm {
    fn id(&self) -> &'static str {
        "uk-nrm"
    }

    fn profiles(&self) -> &'static [Profile] {
        &PROFILES
    }
}

const fn table(id: &'static str, count: &'static str, fields: &'static [Field]) -> Profile {
    Profile { id, unit: Unit::Count(count), fields, is_absurd: Profile::sound }
}

const PROFILES: [Profile; 10] = [
    table("uk-referrals", "count", REFERRALS),
    table("uk-referrals-series", "count", REFERRALS_SERIES),
    table("uk-reasonable-grounds", "count", REASONABLE_GROUNDS),
    table("uk-conclusive-grounds", "count", CONCLUSIVE_GROUNDS),
    table("uk-duty-to-notify-series", "count", DUTY_SERIES),
    table("uk-duty-to-notify", "count", DUTY),
    table("uk-small-boat-outcomes", "count", BOAT_OUTCOMES),
    table("uk-small-boat-referrals", "count", BOAT_REFERRALS),
    table("uk-irregular-migration", "count", IRREGULAR),
    table("uk-age-disputes", "count", AGE_DISPUTES),
];

const SEX: &[Code] = &[("female", &[]), ("male", &[]), ("other", &[])];

const AGES: &[Code] = &[
    ("adult", &["Adult (18 or over)"]),
    ("minor", &["Child (17 or under)"]),
    ("0-17", &["17 and under"]),
    ("18-24", &["18 to 24"]),
    ("25-39", &["25 to 39"]),
    ("40+", &["40 and over"]),
];

const PLACES: &[Code] =
    &[("uk", &["UK"]), ("overseas", &[]), ("uk-and-overseas", &["UK and Overseas"])];

const RESPONDERS: &[Code] = &[
    ("government", &["Government agency"]),
    ("local-authority", &["Local Authority"]),
    ("ngo", &["NGO and third sector"]),
    ("police", &[]),
];

const ENTRY: &[Code] = &[
    ("small-boat", &["Small boat arrivals"]),
    ("air", &["Inadequately documented air arrivals"]),
    ("in-country", &["Recorded detections in the UK"]),
    ("port", &["Recorded detections at UK ports"]),
];

const IS_REFERRED: &[Code] =
    &[("no", &["No NRM referral raised"]), ("yes", &["NRM referral raised"])];

const RAISED: &[Code] = &[("raised", &[]), ("resolved", &[])];

const REFERRALS: &[Field] = &[
    need("responder-type", &["First responder type"], Kind::List(RESPONDERS)),
    need("responder", &["First responder"], Kind::Text),
    need("form", &["Exploitation type"], Kind::Text),
    need("age", &["Age at exploitation"], Kind::List(AGES)),
    need("sex", &["Gender"], Kind::List(SEX)),
    need("citizenship", &["Nationality"], Kind::CountryName),
    need("count", &["People"], Kind::Count),
];

const REFERRALS_SERIES: &[Field] = &[
    need("year", &[], Kind::Year),
    need("quarter", &[], Kind::Quarter),
    need("age", &["Age at exploitation"], Kind::List(AGES)),
    need("place", &["Location of exploitation"], Kind::List(PLACES)),
    need("count", &["NRM referrals"], Kind::Count),
];

const REASONABLE_GROUNDS: &[Field] = &[
    need("year", &[], Kind::Year),
    need("quarter", &[], Kind::Quarter),
    need("adult-negative", &["Adult (18 or over) - Negative reasonable grounds"], Kind::Count),
    need("adult-positive", &["Adult (18 or over) - Positive reasonable grounds"], Kind::Count),
    need("adult", &["Adult (18 or over) - Total"], Kind::Count),
    need("minor-negative", &["Child (17 or under) - Negative reasonable grounds"], Kind::Count),
    need("minor-positive", &["Child (17 or under) - Positive reasonable grounds"], Kind::Count),
    need("minor", &["Child (17 or under) - Total"], Kind::Count),
    need(
        "unknown-negative",
        &["Age not specified or unknown - Negative reasonable grounds"],
        Kind::Count,
    ),
    need(
        "unknown-positive",
        &["Age not specified or unknown - Positive reasonable grounds"],
        Kind::Count,
    ),
    need("unknown-age", &["Age not specified or unknown - Total"], Kind::Count),
    need("count", &["Total"], Kind::Count),
];

const CONCLUSIVE_GROUNDS: &[Field] = &[
    need("year", &[], Kind::Year),
    need("quarter", &[], Kind::Quarter),
    need("adult-negative", &["Adult (18 or over) - Negative conclusive grounds"], Kind::Count),
    need("adult-positive", &["Adult (18 or over) - Positive conclusive grounds"], Kind::Count),
    need("adult", &["Adult (18 or over) - Total"], Kind::Count),
    need("minor-negative", &["Child (17 or under) - Negative conclusive grounds"], Kind::Count),
    need("minor-positive", &["Child (17 or under) - Positive conclusive grounds"], Kind::Count),
    need("minor", &["Child (17 or under) - Total"], Kind::Count),
    need(
        "unknown-negative",
        &["Age not specified or unknown - Negative conclusive grounds"],
        Kind::Count,
    ),
    need(
        "unknown-positive",
        &["Age not specified or unknown - Positive conclusive grounds"],
        Kind::Count,
    ),
    need("unknown-age", &["Age not specified or unknown - Total"], Kind::Count),
    need("count", &["Total"], Kind::Count),
];

const DUTY: &[Field] = &[
    need("citizenship", &["Nationality"], Kind::CountryName),
    need("count", &["Total"], Kind::Count),
];

const DUTY_SERIES: &[Field] = &[
    need("year", &[], Kind::Year),
    need("quarter", &[], Kind::Quarter),
    need("count", &["Total"], Kind::Count),
];

const BOAT_REFERRALS: &[Field] = &[
    may("day", &["Date"], Kind::Day),
    need("year", &[], Kind::Year),
    need("quarter", &[], Kind::Quarter),
    need("is-referred", &["NRM referral"], Kind::List(IS_REFERRED)),
    need("citizenship", &["Nationality"], Kind::CountryName),
    may("Region", &[], Kind::Text),
    need("sex", &[], Kind::List(SEX)),
    need("age", &["Age Group"], Kind::List(AGES)),
    need("count", &["Referrals"], Kind::Count),
];

const BOAT_OUTCOMES: &[Field] = &[
    may("day", &["Date"], Kind::Day),
    need("year", &[], Kind::Year),
    need("quarter", &[], Kind::Quarter),
    need("citizenship", &["Nationality"], Kind::CountryName),
    may("Region", &[], Kind::Text),
    need("sex", &[], Kind::List(SEX)),
    need("age", &["Age Group"], Kind::List(AGES)),
    need("outcome", &["NRM Case Outcome"], Kind::Text),
    need("outcome-group", &["NRM Case Outcome Group"], Kind::Text),
    need("count", &["Referrals"], Kind::Count),
];

const IRREGULAR: &[Field] = &[
    may("day", &["Date"], Kind::Day),
    need("year", &[], Kind::Year),
    need("quarter", &[], Kind::Quarter),
    need("entry", &["Method of entry"], Kind::List(ENTRY)),
    need("citizenship", &["Nationality"], Kind::CountryName),
    may("Region", &[], Kind::Text),
    need("sex", &[], Kind::List(SEX)),
    need("age", &["Age Group"], Kind::List(AGES)),
    need("count", &["Number of detections"], Kind::Count),
];

const AGE_DISPUTES: &[Field] = &[
    may("day", &["Date"], Kind::Day),
    need("year", &[], Kind::Year),
    need("quarter", &[], Kind::Quarter),
    need("citizenship", &["Nationality"], Kind::CountryName),
    may("Region", &[], Kind::Text),
    need("stage", &["Raised or resolved"], Kind::List(RAISED)),
    need("detail", &["Raised type / Resolved outcome"], Kind::Text),
    need("count", &["Age disputes"], Kind::Count),
];
