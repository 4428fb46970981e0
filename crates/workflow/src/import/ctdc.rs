//! Tables of the Counter-Trafficking Data Collaborative: two of victims (27 and 63 columns) and one
//! of victims with perpetrators (16 columns).
//! Sources: codebook of the Global Synthetic Dataset, version 2, February 2024; data dictionary of
//! the Global Dataset, 28 November 2017; dictionary of the Global Victim-Perpetrator Synthetic
//! Dataset, 1 December 2022.

use super::profile::{Code, Field, ImportFormat, Kind, Profile, Unit, may, need};

/// `mangrove import ctdc`.
pub struct Ctdc;

impl ImportFormat for Ctdc {
    fn id(&self) -> &'static str {
        "ctdc"
    }

    fn profiles(&self) -> &'static [Profile] {
        &[
            Profile {
                id: "ctdc-victims-63",
                unit: Unit::Person,
                fields: VICTIMS_63,
                is_absurd: Profile::sound,
            },
            Profile {
                id: "ctdc-victims-27",
                unit: Unit::Person,
                fields: VICTIMS_27,
                is_absurd: Profile::sound,
            },
            Profile {
                id: "ctdc-perpetrators-16",
                unit: Unit::Person,
                fields: PERPETRATORS_16,
                is_absurd: Profile::sound,
            },
        ]
    }
}

const SEX: &[Code] = &[
    ("female", &["Woman", "Feminine", "Girl"]),
    ("male", &["Man", "Masculine", "Boy"]),
    (
        "other",
        &[
            "Trans/Transgender/NonConforming",
            "Transgender",
            "Transgender-FTM",
            "Transgender-MTF",
            "NonConforming",
            "Transgender/NonConforming",
        ],
    ),
];

const AGES: &[Code] = &[
    ("0-8", &[]),
    ("9-11", &["09--11"]),
    ("9-17", &["09--17"]),
    ("12-14", &[]),
    ("15-17", &[]),
    ("18-20", &[]),
    ("21-23", &[]),
    ("24-26", &[]),
    ("27-29", &[]),
    ("30-32", &[]),
    ("30-38", &[]),
    ("33-35", &[]),
    ("36-38", &[]),
    ("39-47", &[]),
    ("48+", &[]),
    ("48-56", &[]),
    ("57-65", &[]),
    ("66+", &[]),
    ("0-29", &[]),
];

const MAJORITY: &[Code] = &[("adult", &[]), ("minor", &["Child"])];

const ENTRY: &[Code] = &[
    ("adult", &[]),
    ("minor", &["Child"]),
    ("0-8", &[]),
    ("9-17", &["09--17"]),
    ("18-20", &[]),
    ("21-23", &[]),
    ("24-26", &[]),
    ("27-29", &[]),
    ("30-38", &[]),
    ("39-47", &[]),
    ("48+", &[]),
];

const MONTHS: &[Code] = &[
    ("0-12", &["0--12 (0-1 yr)", "0--12 (0-1 yrs)"]),
    ("13-24", &["13--24 (1-2 yrs)", "13--24 (1-2 yr)"]),
    ("25+", &["25+ (2+ yrs)", "25+ (2+ yr)"]),
];

const DATA_SOURCE: &[Code] = &[("case-management", &[]), ("hotline", &[])];

const REGIONS: &[Code] =
    &[("africa", &[]), ("americas-oceania", &["Americas/Oceania"]), ("asia", &[]), ("europe", &[])];

const RELATIONS: &[Code] = &[
    ("stranger-unknown-other", &["StrangerUnknownOther"]),
    ("friend-acquaintance", &["FriendAcquaintance"]),
    ("family-intimate-partner", &["FamilyIntimatePartner"]),
];

const YES_NO: &[Code] = &[("yes", &[]), ("no", &[])];

const fn flag(name: &'static str) -> Field {
    may(name, &[], Kind::Flag)
}

/// A kind of labour; newer releases call it a sector.
const fn labour(name: &'static str, aliases: &'static [&'static str]) -> Field {
    may(name, aliases, Kind::Flag)
}

const VICTIMS_27: &[Field] = &[
    need("year", &["yearOfRegistration"], Kind::Year),
    need("sex", &["gender"], Kind::List(SEX)),
    need("age", &["ageBroad"], Kind::List(AGES)),
    need("citizenship", &[], Kind::CountryCode),
    need("exploitation", &["CountryOfExploitation"], Kind::CountryCode),
    need("traffickMonths", &[], Kind::List(MONTHS)),
    need("meansDebtBondageEarnings", &[], Kind::Flag),
    flag("meansThreats"),
    flag("meansAbusePsyPhySex"),
    flag("meansFalsePromises"),
    flag("meansDrugsAlcohol"),
    flag("meansDenyBasicNeeds"),
    flag("meansExcessiveWorkHours"),
    may("meansWithholdDocs", &["meansWithholdDocuments"], Kind::Flag),
    need("isForcedLabour", &[], Kind::Flag),
    need("isSexualExploit", &[], Kind::Flag),
    flag("isOtherExploit"),
    labour("typeOfLabourAgriculture", &["sectorOfLabourAgriculture"]),
    labour("typeOfLabourConstruction", &["sectorOfLabourConstruction"]),
    labour("typeOfLabourDomesticWork", &["sectorOfLabourDomesticWork"]),
    labour("typeOfLabourHospitality", &["sectorOfLabourHospitality"]),
    labour("typeOfSexProstitution", &["sectorOfSexProstitution", "sectorOfLabourProstitution"]),
    labour("typeOfSexPornography", &["sectorOfSexPornography", "sectorOfLabourPornography"]),
    flag("recruiterRelationIntimatePartner"),
    flag("recruiterRelationFriend"),
    flag("recruiterRelationFamily"),
    flag("recruiterRelationOther"),
];

const VICTIMS_63: &[Field] = &[
    need("year", &["yearOfRegistration"], Kind::Year),
    need("Datasource", &[], Kind::List(DATA_SOURCE)),
    need("sex", &["gender"], Kind::List(SEX)),
    need("age", &["ageBroad"], Kind::List(AGES)),
    need("majority", &["majorityStatus"], Kind::List(MAJORITY)),
    may("majorityStatusAtExploit", &[], Kind::List(MAJORITY)),
    may("majorityEntry", &[], Kind::List(ENTRY)),
    need("citizenship", &[], Kind::CountryCode),
    flag("meansOfControlDebtBondage"),
    flag("meansOfControlTakesEarnings"),
    flag("meansOfControlRestrictsFinancialAccess"),
    flag("meansOfControlThreats"),
    flag("meansOfControlPsychologicalAbuse"),
    flag("meansOfControlPhysicalAbuse"),
    flag("meansOfControlSexualAbuse"),
    flag("meansOfControlFalsePromises"),
    flag("meansOfControlPsychoactiveSubstances"),
    flag("meansOfControlRestrictsMovement"),
    flag("meansOfControlRestrictsMedicalCare"),
    flag("meansOfControlExcessiveWorkingHours"),
    flag("meansOfControlUsesChildren"),
    flag("meansOfControlThreatOfLawEnforcement"),
    flag("meansOfControlWithholdsNecessities"),
    flag("meansOfControlWithholdsDocuments"),
    flag("meansOfControlOther"),
    flag("meansOfControlNotSpecified"),
    may("meansOfControlConcatenated", &[], Kind::Text),
    need("isForcedLabour", &[], Kind::Flag),
    need("isSexualExploit", &[], Kind::Flag),
    flag("isOtherExploit"),
    flag("isSexAndLabour"),
    flag("isForcedMarriage"),
    flag("isForcedMilitary"),
    flag("isOrganRemoval"),
    flag("isSlaveryAndPractices"),
    may("typeOfExploitConcatenated", &[], Kind::Text),
    labour("typeOfLabourAgriculture", &["sectorOfLabourAgriculture"]),
    labour("typeOfLabourAquafarming", &["sectorOfLabourAquafarming"]),
    labour("typeOfLabourBegging", &["sectorOfLabourBegging"]),
    labour("typeOfLabourConstruction", &["sectorOfLabourConstruction"]),
    labour("typeOfLabourDomesticWork", &["sectorOfLabourDomesticWork"]),
    labour("typeOfLabourHospitality", &["sectorOfLabourHospitality"]),
    labour("typeOfLabourIllicitActivities", &["sectorOfLabourIllicitActivities"]),
    labour("typeOfLabourManufacturing", &["sectorOfLabourManufacturing"]),
    labour("typeOfLabourMiningOrDrilling", &["sectorOfLabourMiningOrDrilling"]),
    labour("typeOfLabourPeddling", &["sectorOfLabourPeddling"]),
    labour("typeOfLabourTransportation", &["sectorOfLabourTransportation"]),
    labour("typeOfLabourOther", &["sectorOfLabourOther"]),
    labour("typeOfLabourNotSpecified", &["sectorOfLabourNotSpecified"]),
    may("typeOfLabourConcatenated", &["sectorOfLabourConcatenated"], Kind::Text),
    flag("typeOfSexProstitution"),
    flag("typeOfSexPornography"),
    flag("typeOfSexRemoteInteractiveServices"),
    flag("typeOfSexPrivateSexualServices"),
    may("typeOfSexConcatenated", &[], Kind::Text),
    flag("isAbduction"),
    may("RecruiterRelationship", &[], Kind::Text),
    need("exploitation", &["CountryOfExploitation"], Kind::CountryCode),
    flag("recruiterRelationIntimatePartner"),
    flag("recruiterRelationFriend"),
    flag("recruiterRelationFamily"),
    flag("recruiterRelationOther"),
    flag("recruiterRelationUnknown"),
];

const PERPETRATORS_16: &[Field] = &[
    need("year", &["yearRegister"], Kind::Year),
    need("sex", &["gender"], Kind::List(SEX)),
    need("majority", &["majorityStatus"], Kind::List(MAJORITY)),
    need("isForcedLabour", &[], Kind::Flag),
    need("isSexualExploit", &[], Kind::Flag),
    need("citizenship-region", &["UN_COO_Region"], Kind::List(REGIONS)),
    need("exploitation-region", &["UN_COE_Region"], Kind::List(REGIONS)),
    flag("IP_Exploiter"),
    may("IP_Gender", &[], Kind::Several(SEX)),
    may("IP_ageBroad", &[], Kind::Several(AGES)),
    may("IP_citizen_UNRegion", &[], Kind::Several(REGIONS)),
    may("IP_Relation", &[], Kind::Several(RELATIONS)),
    may("IP_PayMoney", &[], Kind::Several(YES_NO)),
    flag("IP_RecruiterBroker"),
    flag("IP_TransactionProcess"),
    flag("IP_ControlAbuseKidnap"),
];
