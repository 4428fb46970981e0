//! Just enough reading of our own pages: forms with their fields, attributes, addresses.

/// A form as a page offers it.
#[derive(Debug)]
pub struct Form {
    pub action: String,
    /// Sent part by part, as forms with files are.
    pub is_multipart: bool,
    /// Name and value of each field, as a browser would send them untouched.
    pub fields: Vec<(String, String)>,
}

impl Form {
    /// The fields without the token, which the sender puts first.
    pub fn untouched(&self) -> Vec<(&str, &str)> {
        let fields = self.fields.iter().filter(|(name, _)| name != "csrf");
        fields.map(|(n, v)| (n.as_str(), v.as_str())).collect()
    }
}

/// The line that parts a multipart body.
pub const BOUNDARY: &str = "----mangroveparts";

/// A body in parts.
pub fn parts(fields: &[(&str, &str)]) -> String {
    let part = |(name, value): &(&str, &str)| {
        let head = format!("Content-Disposition: form-data; name=\"{name}\"");
        format!("--{BOUNDARY}\r\n{head}\r\n\r\n{value}\r\n")
    };
    fields.iter().map(part).collect::<String>() + &format!("--{BOUNDARY}--\r\n")
}

pub fn encode(fields: &[(&str, &str)]) -> String {
    let pairs = fields.iter().map(|(n, v)| format!("{}={}", percent(n), percent(v)));
    pairs.collect::<Vec<_>>().join("&")
}

fn percent(text: &str) -> String {
    let plain = |b: u8| b.is_ascii_alphanumeric() || b"-_.".contains(&b);
    text.bytes()
        .map(|b| if plain(b) { char::from(b).to_string() } else { format!("%{b:02X}") })
        .collect()
}

/// Every POST form of a page.
pub fn forms(page: &str) -> Vec<Form> {
    page.split("<form")
        .skip(1)
        .filter_map(|rest| {
            let (head, rest) = rest.split_once('>')?;
            let inner = rest.split("</form>").next()?;
            let is_post = attribute(head, "method").is_some_and(|m| m.eq_ignore_ascii_case("post"));
            let action = attribute(head, "action").unwrap_or_default();
            let is_multipart = attribute(head, "enctype").is_some_and(|e| e.contains("multipart"));
            is_post.then(|| Form { action, is_multipart, fields: fields(inner) })
        })
        .collect()
}

fn fields(inner: &str) -> Vec<(String, String)> {
    let mut all: Vec<(String, String)> = Vec::new();
    for tag in tags(inner, "input") {
        let Some(name) = attribute(tag, "name") else { continue };
        let kind = attribute(tag, "type").unwrap_or_default();
        let is_picked = tag.contains(" checked");
        let is_doubled = kind == "radio" && all.iter().any(|(n, _)| *n == name);
        if kind == "file" || (kind == "checkbox" && !is_picked) || (is_doubled && !is_picked) {
            continue;
        }
        if kind == "radio" {
            all.retain(|(n, _)| *n != name);
        }
        all.push((name, attribute(tag, "value").unwrap_or_default()));
    }
    for tag in tags(inner, "textarea") {
        if let Some(name) = attribute(tag, "name") {
            all.push((name, "words".to_owned()));
        }
    }
    for part in inner.split("<select").skip(1) {
        let Some((head, rest)) = part.split_once('>') else { continue };
        let options = rest.split("</select>").next().unwrap_or_default();
        let values: Vec<_> =
            tags(options, "option").filter_map(|o| attribute(o, "value")).collect();
        let value = values.iter().find(|v| !v.is_empty()).cloned().unwrap_or_default();
        if let Some(name) = attribute(head, "name") {
            all.push((name, value));
        }
    }
    all
}

fn tags<'a>(text: &'a str, name: &str) -> impl Iterator<Item = &'a str> {
    let open = format!("<{name}");
    let parts: Vec<&str> = text.split(open.as_str()).skip(1).collect();
    parts.into_iter().map(|rest| rest.split('>').next().unwrap_or_default())
}

/// The value of an attribute in the inside of a tag.
pub fn attribute(tag: &str, name: &str) -> Option<String> {
    let after = tag.split_once(&format!(" {name}=\""))?.1;
    Some(unescape(after.split('"').next()?))
}

/// Every address a page loads from or leads to.
pub fn addresses(page: &str) -> Vec<String> {
    let mut all = Vec::new();
    for name in ["href", "src", "action", "poster", "data", "srcset", "formaction"] {
        for part in page.split(&format!(" {name}=\"")).skip(1) {
            all.push(unescape(part.split('"').next().unwrap_or_default()));
        }
    }
    all
}

pub fn unescape(text: &str) -> String {
    text.replace("&#38;", "&")
        .replace("&amp;", "&")
        .replace("&#39;", "'")
        .replace("&#x27;", "'")
        .replace("&#34;", "\"")
        .replace("&quot;", "\"")
        .replace("&#60;", "<")
        .replace("&#62;", ">")
}

/// What a reader sees: the page without its tags.
pub fn visible(page: &str) -> String {
    let parts = page.split('<').map(|part| part.split_once('>').map_or(part, |(_, text)| text));
    unescape(&parts.collect::<Vec<_>>().join(" "))
}
