//! Which language a page is said in. No cookie keeps it: public pages carry `?lang=` in their
//! links, staff pages take it from the officer's account, and both begin with what the browser
//! asks for.

use axum::http::{HeaderMap, Uri, header};
use lexicon::Language;
use lexicon::language::{ENGLISH, LANGUAGES};

/// The language asked for in the address, if it is one the house speaks.
pub fn chosen(uri: &Uri) -> Option<Language> {
    let query = uri.query()?;
    let tag = query.split('&').find_map(|pair| pair.strip_prefix("lang="))?;
    Language::find(tag)
}

/// The language of a request: the address first, then the browser's wish, then English.
pub fn of(uri: &Uri, headers: &HeaderMap) -> Language {
    chosen(uri).unwrap_or_else(|| {
        let wish = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
        wish.map_or(ENGLISH, Language::accepted)
    })
}

/// One line of the language menu.
pub struct Choice {
    pub tag: &'static str,
    /// The language named in itself.
    pub name: &'static str,
    pub is_current: bool,
    pub address: String,
}

/// The address without its language, ready for another: `/report?w=1&` or `/report?`.
pub fn address_without(uri: &Uri) -> String {
    let kept = uri.query().unwrap_or_default().split('&');
    let kept: Vec<&str> = kept.filter(|p| !p.is_empty() && !p.starts_with("lang=")).collect();
    let mark = if kept.is_empty() { "" } else { "&" };
    format!("{}?{}{mark}", uri.path(), kept.join("&"))
}

/// The language menu of a page: the same address, said in each language. `address` ends with `?`
/// or `&`.
pub fn menu(address: &str, current: Language) -> Vec<Choice> {
    let choice = |language: Language| Choice {
        tag: language.tag,
        name: language.name,
        is_current: language == current,
        address: format!("{address}lang={}", language.tag),
    };
    LANGUAGES.into_iter().map(choice).collect()
}

#[cfg(test)]
mod tests {
    use super::{address_without, menu, of};
    use axum::http::{HeaderMap, HeaderValue, Uri, header};
    use lexicon::language::ENGLISH;

    #[test]
    fn the_address_wins_over_the_browser_and_english_is_last() {
        let mut headers = HeaderMap::new();
        let check = |address: &'static str, headers: &HeaderMap, expected: &str| {
            assert_eq!(of(&Uri::from_static(address), headers).tag, expected, "{address}");
        };
        check("/report", &headers, "en");
        headers.insert(header::ACCEPT_LANGUAGE, HeaderValue::from_static("pt-BR,pt;q=0.9"));
        check("/report", &headers, "pt");
        check("/report?lang=fr", &headers, "fr");
        check("/report?lang=xx", &headers, "pt");
        check("/report?lang=ar-XB", &headers, "ar-XB");
    }

    #[test]
    fn another_language_keeps_the_rest_of_the_address() {
        let check = |address: &'static str, expected: &str| {
            assert_eq!(address_without(&Uri::from_static(address)), expected);
        };
        check("/report", "/report?");
        check("/report?lang=fr", "/report?");
        check("/report/form?w=1&lang=fr", "/report/form?w=1&");
    }

    #[test]
    fn the_menu_names_each_language_in_itself() {
        let names: Vec<_> = menu("/report?", ENGLISH).into_iter().map(|c| c.name).collect();
        assert_eq!(names, ["English", "Français", "Português", "Español"]);
    }
}
