//! One of each component, so that a macro that no page calls yet still renders.

use crate::{StaffShell, Texts};
use askama::Template;
use lexicon::language::{ENGLISH, PSEUDO_RIGHT_TO_LEFT};

#[derive(Template)]
#[template(
    ext = "html",
    source = r##"{% extends "staff.html" %}{% import "macros.html" as m %}
{% block title %}{{ t.say("lock") }}{% endblock %}
{% block main %}
{% call m::next(t, "text", "help") %}<a class="button" href="/">go</a>{% endcall %}
{{ m::next_nothing(t, "help") }}{{ m::errors(t, errors) }}
{{ m::picture("person") }}{{ m::tag("seal", "lock", "label") }}
{{ m::urgency(t, "now") }}{{ m::urgency(t, "today") }}{{ m::urgency(t, code) }}
{{ m::due(t, late, "3 November") }}{{ m::due(t, 0, "3 November") }}{{ m::due(t, 5, day) }}
{{ m::field(t, "place", "Where", "<typed>", "help", "wrong", true) }}
{{ m::field(t, "name", day, day, "", "", false) }}
{{ m::secret("code", "Code", "text", "one-time-code", "") }}
{{ m::lines(t, "story", "Story", "typed", "", "wrong", 5, false) }}
{{ m::pick("radio", "a", "b", "label", "help", "door", true) }}
{{ m::check("a", "b", "label", true) }}{{ m::choose("form", "Form", options, "b") }}
{{ m::question(t, "q1", "question", "refused") }}
{{ m::progress("Step 1 of 2", done, 3) }}
<ul class="reasons">{{ m::reason("alarm", "strong", "text") }}{{ m::reason("tick", "", day) }}</ul>
<div class="pair element">{{ m::element(t, "title", elements) }}</div>
<ol class="timeline">{{ m::happened("text", "help", day, true) }}</ol>
<ul class="tasks">{{ m::task("late", "text", "help", "/x") }}{{ m::task("done", "t", "h", "") }}</ul>
<dl class="facts">{{ m::opened_fact("label", "a name") }}{{ m::fact("label", day) }}{{ m::sealed_fact(t, "Name") }}</dl>
{% call m::slice(t, "Health", "yours", "desk") %}<p>body</p>{% endcall %}
{% call m::slice(t, "Inquiry", "sealed", "desk") %}<p>never</p>{% endcall %}
{% call m::consent(t, "Health", true, "who", "what", day) %}<a href="/">stop</a>{% endcall %}
{{ m::receipt(t, groups, "river lamp orange seven garden boat") }}
<dl class="kpis">{{ m::kpi("label", 214, "help") }}</dl>
{% call m::fold("summary", true) %}<p>body</p>{% endcall %}
{% call m::twin(t, "title", false) %}<table><tbody></tbody></table>{% endcall %}
{{ m::conflict(t, "room", elements) }}{{ m::done("strong", "help") }}
{{ m::empty("tray", "title", "help") }}
<form method="post">{{ m::token(shell) }}</form>
{% endblock %}"##
)]
struct Components {
    t: Texts,
    shell: StaffShell,
    errors: Vec<(String, String)>,
    code: String,
    late: i64,
    day: String,
    done: usize,
    options: Vec<(&'static str, String)>,
    elements: Vec<(&'static str, &'static str, &'static str)>,
    groups: Vec<String>,
}

fn components(language: lexicon::Language) -> String {
    let elements = ["observed", "part", "open", "not-observed", "refused", "not-needed"];
    Components {
        t: Texts::new(language),
        shell: StaffShell::before_sign_in(language, "0123456789abcdef"),
        errors: vec![("place".to_owned(), "sentence".to_owned())],
        code: "week".to_owned(),
        late: -2,
        day: "3 November 2026".to_owned(),
        done: 1,
        options: vec![("a", "A".to_owned()), ("b", "B".to_owned())],
        elements: elements.into_iter().map(|code| ("Act", "meaning", code)).collect(),
        groups: ["4829", "1107", "5563", "9048"].map(str::to_owned).to_vec(),
    }
    .render()
    .unwrap()
}

#[test]
fn every_component_renders_and_escapes_what_it_is_given() {
    let html = components(ENGLISH);
    assert!(html.contains("&#60;typed&#62;") || html.contains("&lt;typed&gt;"), "{html}");
    // not shown: a test
    assert!(html.contains("Late by 2 days"));
    assert!(html.contains("<option value=\"b\" selected>"));
    assert!(html.contains("value=\"refused\" checked"));
    assert_eq!(html.matches(" checked").count(), 3);
    assert!(!html.contains("never"), "a sealed slice has no body");
    assert!(html.contains("<span class=\"opened\" translate=\"no\">a name</span>"), "{html}");
    assert!(!html.contains(
        "<svg class=\"icon\" viewBox=\"0 0 20 20\" aria-hidden=\"true\" focusable=\"false\"></svg>"
    ));
    for id in ["place", "story", "code"] {
        assert!(html.contains(&format!("<label for=\"{id}\">")), "{id} has a label");
    }
}

#[test]
fn the_pseudo_locale_runs_right_to_left() {
    let html = components(PSEUDO_RIGHT_TO_LEFT);
    assert!(html.contains("<html lang=\"ar-XB\" dir=\"rtl\">"));
}
