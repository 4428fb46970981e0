//! The command line: one line in [`VERBS`] for each command, its texts in `locales/*/command.ftl`.
//! Exit 0 on success, 1 on failure, 2 on bad usage.

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, ArgMatches, Command};
use lexicon::language::ENGLISH;
use lexicon::{Language, Phrase};
use std::ffi::OsString;
use std::io::{self, Write};
use std::process::ExitCode;

/// A command was called in a way that cannot be understood.
const BAD_USAGE: u8 = 2;

/// One command.
pub struct Verb {
    pub name: &'static str,
    /// Adds its arguments to a command that has its name and its help already.
    pub arguments: fn(Command, Language) -> Command,
    pub run: fn(&ArgMatches, Language) -> ExitCode,
}

/// Every command, in the order of the help text.
pub const VERBS: &[Verb] = &[
    crate::demo::VERB,
    crate::serve::SERVE,
    crate::serve::INIT,
    crate::screen::VERB,
    crate::import::VERB,
    crate::verify::VERB,
    crate::doctor::VERB,
    crate::backup::VERB,
    crate::restore::VERB,
    crate::seal_now::VERB,
    crate::documents::VERB,
    crate::witness::VERB,
    crate::drill::VERB,
];

/// Runs what the words of the command line ask for.
pub fn run(words: impl IntoIterator<Item = OsString>) -> ExitCode {
    let words: Vec<OsString> = words.into_iter().collect();
    let language = language(&words);
    let matches = match command(language).try_get_matches_from(words) {
        Ok(matches) => matches,
        Err(error) => return explain(&error, language),
    };
    let asked = matches.subcommand();
    let verb = asked.and_then(|(name, inner)| {
        VERBS.iter().find(|verb| verb.name == name).map(|verb| (verb, inner))
    });
    match verb {
        Some((verb, inner)) => (verb.run)(inner, language),
        None => ExitCode::from(BAD_USAGE),
    }
}

/// Writes what a command says. Whoever reads it may have closed the pipe and want no more: that is
/// no failure of the command.
pub fn put(to: &mut impl Write, text: &str) {
    let _nobody_reads_on = to.write_all(text.as_bytes()).and_then(|()| to.flush());
}

/// The language of the texts: `--lang`, else that of the environment, else English.
fn language(words: &[OsString]) -> Language {
    let mut words = words.iter().filter_map(|w| w.to_str());
    let asked = words.find_map(|w| match w.strip_prefix("--lang") {
        Some("") => Some(None),
        Some(rest) => Some(rest.strip_prefix('=')),
        None => None,
    });
    let asked = asked.and_then(|inline| inline.or_else(|| words.next()));
    let environment =
        ["LC_ALL", "LC_MESSAGES", "LANG"].iter().filter_map(|name| std::env::var(name).ok());
    let named = environment.into_iter().find(|value| !value.is_empty());
    asked.and_then(Language::find).or_else(|| Language::find(&named?)).unwrap_or(ENGLISH)
}

/// The whole command line, with its help in the reader's language.
pub fn command(language: Language) -> Command {
    let say = |key: &'static str| lexicon::phrase::say(language, key);
    let mut all = plain("mangrove", language)
        .about(say("command-about"))
        .version(env!("CARGO_PKG_VERSION"))
        .disable_version_flag(true)
        .disable_help_subcommand(true)
        .subcommand_required(true)
        .arg_required_else_help(true)
        .subcommand_value_name(say("command-word-command"))
        .subcommand_help_heading(say("command-heading-commands"))
        .arg(
            Arg::new("version")
                .long("version")
                .help(say("command-version"))
                .action(ArgAction::Version),
        );
    for verb in VERBS {
        let about = lexicon::phrase::say(language, &format!("command-{}", verb.name));
        let inner = plain(verb.name, language).about(about);
        all = all.subcommand((verb.arguments)(inner, language));
    }
    all
}

/// A command with the help flag, the language flag and the headings of the reader's language.
fn plain(name: &'static str, language: Language) -> Command {
    let say = |key: &'static str| lexicon::phrase::say(language, key);
    let usage = say("command-heading-usage");
    Command::new(name)
        .help_template(format!("{{about}}\n\n{usage} {{usage}}\n\n{{all-args}}\n"))
        .disable_help_flag(true)
        .next_help_heading(say("command-heading-options"))
        .arg(
            Arg::new("help")
                .long("help")
                .short('h')
                .help(say("command-help"))
                .action(ArgAction::Help),
        )
        .arg(Arg::new("lang").long("lang").value_name("TAG").help(say("command-lang")))
}

/// Says in the reader's language what was wrong with the command line.
fn explain(error: &clap::Error, language: Language) -> ExitCode {
    if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) {
        put(&mut io::stdout(), &error.to_string());
        return ExitCode::SUCCESS;
    }
    if error.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand {
        put(&mut io::stderr(), &error.to_string());
        return ExitCode::from(BAD_USAGE);
    }
    let key = match error.kind() {
        ErrorKind::UnknownArgument => "command-error-unknown-option",
        ErrorKind::InvalidSubcommand | ErrorKind::MissingSubcommand => {
            "command-error-unknown-command"
        }
        ErrorKind::MissingRequiredArgument => "command-error-missing",
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => "command-error-value",
        ErrorKind::ArgumentConflict => "command-error-conflict",
        _ => "command-error-usage",
    };
    let words = context(error);
    let said = Phrase::new(key).with("words", words).say(language);
    put(&mut io::stderr(), &format!("mangrove: {said}\n"));
    ExitCode::from(BAD_USAGE)
}

/// The words of the command line that the error is about.
fn context(error: &clap::Error) -> String {
    let kinds = [
        ContextKind::InvalidArg,
        ContextKind::PriorArg,
        ContextKind::InvalidSubcommand,
        ContextKind::InvalidValue,
    ];
    let mut words = Vec::new();
    for kind in kinds {
        match error.get(kind) {
            Some(ContextValue::String(word)) => words.push(word.clone()),
            Some(ContextValue::Strings(list)) => words.extend(list.iter().cloned()),
            _ => {}
        }
    }
    words.join(" ")
}
