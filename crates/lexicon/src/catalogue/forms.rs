//! Forms of exploitation: what a case can be about, with the codes of published collections.

use super::{Catalogue, Confidence};
use crate::{Complaint, Phrase};
use serde::Deserialize;

pub(super) const VOLUME: &str = "forms_of_exploitation";

/// One form of exploitation. Its name is the text `form-<id>`.
#[derive(Clone, Debug, Deserialize)]
pub struct Form {
    pub id: String,
    pub group: String,
    pub name: String,
    pub description: String,
    /// Whether the form exists only for persons under 18.
    pub children_only: bool,
    pub palermo_or_ic_tip_label: String,
    /// Columns of the CTDC Global Dataset.
    pub ctdc_columns: Vec<String>,
    /// Picklist value of the Human Trafficking Case Data Standard.
    pub htcds_value: Option<String>,
    /// `Sexual`, `Labour` or `Other`.
    pub eurostat_group: String,
    /// The body that answers for this form unless a country says otherwise.
    pub responsible_service: String,
    pub supporting_services: Vec<String>,
    pub confidence: Confidence,
    pub source: String,
}

/// The short code that indicators use, and the forms it may mean.
#[derive(Clone, Debug, Deserialize)]
pub struct ExploitationCode {
    pub id: String,
    pub code: String,
    pub form_ids: Vec<String>,
    pub note: String,
    pub confidence: Confidence,
    pub source: String,
}

/// All forms, with the version of the volume they come from.
#[derive(Clone, Debug)]
pub struct Forms {
    pub version: String,
    pub forms: Vec<Form>,
    pub codes: Vec<ExploitationCode>,
}

impl Forms {
    pub(super) fn read(catalogue: &Catalogue) -> Result<Self, Vec<Complaint>> {
        let forms = Self {
            version: catalogue.version(VOLUME).to_owned(),
            forms: catalogue.entries(VOLUME, "form")?,
            codes: catalogue.entries(VOLUME, "exploitation_code")?,
        };
        let mut complaints = Vec::new();
        for code in &forms.codes {
            for id in code.form_ids.iter().filter(|id| forms.form(id).is_none()) {
                let at = super::volume::place(VOLUME, "exploitation_code", &code.id, "form_ids");
                let phrase = Phrase::new("catalogue-reference-unknown").with("id", id.as_str());
                complaints.push(Complaint::new(0, at, phrase));
            }
        }
        if complaints.is_empty() { Ok(forms) } else { Err(complaints) }
    }

    pub fn form(&self, id: &str) -> Option<&Form> {
        self.forms.iter().find(|form| form.id == id)
    }

    /// The forms that an indicator's short code may mean.
    pub fn of_code(&self, code: &str) -> impl Iterator<Item = &Form> {
        let ids = self.codes.iter().find(|c| c.code == code).map(|c| c.form_ids.as_slice());
        ids.unwrap_or_default().iter().filter_map(|id| self.form(id))
    }
}
