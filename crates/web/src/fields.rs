//! A sent form as its fields, where a name may come several times (boxes to tick).

use crate::Failure;
use axum::body::Bytes;
use axum::extract::{FromRequest, Request};

/// Fields of one form; more are refused.
const FIELDS_MAX: usize = 4_000;

/// The fields in the order in which they were sent.
pub struct Fields(Vec<(String, String)>);

impl<S: Send + Sync> FromRequest<S> for Fields {
    type Rejection = Failure;

    async fn from_request(request: Request, state: &S) -> Result<Self, Failure> {
        let body = Bytes::from_request(request, state)
            .await
            .map_err(|rejection| Failure::of_status(rejection.status()))?;
        Self::read(&body).ok_or_else(Failure::bad_input)
    }
}

impl Fields {
    /// `None` when there are too many fields.
    pub fn read(body: &[u8]) -> Option<Self> {
        let fields: Vec<_> = form_urlencoded::parse(body)
            .into_owned()
            .take(FIELDS_MAX + 1)
            // Browsers end the lines of a text with CR LF.
            .map(|(name, value)| (name, value.replace("\r\n", "\n")))
            .collect();
        (fields.len() <= FIELDS_MAX).then_some(Self(fields))
    }

    /// The first value of a field; empty when it was not sent.
    pub fn get(&self, name: &str) -> &str {
        self.0.iter().find(|(n, _)| n == name).map_or("", |(_, value)| value)
    }

    /// Every value of a field.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |(n, _)| n == name).map(|(_, value)| value.as_str())
    }

    /// Whether a box was ticked.
    pub fn has(&self, name: &str) -> bool {
        self.0.iter().any(|(n, _)| n == name)
    }

    pub fn number(&self, name: &str) -> Option<i64> {
        self.get(name).parse().ok()
    }
}

#[cfg(test)]
mod tests {
    use super::Fields;

    #[test]
    fn a_field_may_come_several_times_and_too_many_are_refused() {
        let fields = Fields::read(b"form=a&form=b&text=x%0D%0Ay+z&n=7").expect("few fields");
        assert_eq!(fields.all("form").collect::<Vec<_>>(), ["a", "b"]);
        assert_eq!(fields.get("text"), "x\ny z");
        assert_eq!(fields.number("n"), Some(7));
        assert_eq!((fields.get("none"), fields.has("none")), ("", false));
        assert!(Fields::read("a=1&".repeat(4_001).as_bytes()).is_none());
    }
}
