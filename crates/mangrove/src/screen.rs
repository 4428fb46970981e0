//! `mangrove screen FILE.jsonl`: one JSON object a line in, advice as one JSON object a line out,
//! in the same order; the contract stands at the head of `catalogue/screening_indicators.toml`.
//! Needs no node and keeps nothing.

use crate::commands::Verb;
use clap::{Arg, ArgMatches, Command, value_parser};
use lexicon::catalogue::Catalogue;
use lexicon::{Complaint, Language, Phrase};
use protection::screening::{LINE_BYTES_MAX, Observations, Rules, too_long};
use std::io::{self, BufRead, BufReader, Write};
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Lines judged together; the answers are written in order after each batch.
const BATCH_LINES: usize = 16_384;
/// A batch ends early when its lines are this long together, in bytes.
const BATCH_BYTES: usize = 16 << 20;

pub const VERB: Verb = Verb { name: "screen", arguments, run };

fn arguments(command: Command, language: Language) -> Command {
    let file = Arg::new("file").value_name("FILE").required(true).display_order(0);
    let help = lexicon::phrase::say(language, "screening-command-file");
    command.arg(file.help(help).value_parser(value_parser!(PathBuf)))
}

/// Exit 0 when every line was answered, 1 when one was refused or the file cannot be read.
fn run(matches: &ArgMatches, language: Language) -> ExitCode {
    let Some(path) = matches.get_one::<PathBuf>("file") else { return ExitCode::from(2) };
    let name = path.display().to_string();
    let catalogue = Catalogue::only(&["screening_indicators"]);
    let rules = match catalogue.and_then(|catalogue| Rules::of(&catalogue)) {
        Ok(rules) => rules,
        Err(complaints) => {
            complaints.iter().for_each(|c| eprintln!("{}", c.print("catalogue", language)));
            return ExitCode::FAILURE;
        }
    };
    let done = open(path).and_then(|input| {
        let screening = Screening { rules: &rules, name: &name, language };
        screening.run(input, io::stdout().lock(), io::stderr().lock())
    });
    match done {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        // Whoever read our answers has closed the pipe and wants no more of them.
        Err(why) if why.kind() == io::ErrorKind::BrokenPipe => ExitCode::FAILURE,
        Err(why) => {
            let phrase = Phrase::new("screening-file-unreadable").with("why", why.to_string());
            eprintln!("{}", Complaint::new(0, "", phrase).print(&name, language));
            ExitCode::FAILURE
        }
    }
}

fn open(path: &Path) -> io::Result<Box<dyn BufRead>> {
    if path == Path::new("-") {
        return Ok(Box::new(BufReader::new(io::stdin())));
    }
    Ok(Box::new(BufReader::with_capacity(1 << 16, std::fs::File::open(path)?)))
}

/// What the lines of one file are judged by.
pub struct Screening<'a> {
    pub rules: &'a Rules,
    /// The file as it is named in complaints.
    pub name: &'a str,
    pub language: Language,
}

/// A line with its number, counted from 1; `None` when it is longer than a line may be.
struct Line(u64, Option<Vec<u8>>);

/// The answers of some lines, as they are written.
#[derive(Default)]
struct Answers {
    given: Vec<u8>,
    refused: String,
}

impl Screening<'_> {
    /// Answers every line of `input`; `false` when one was refused.
    ///
    /// # Errors
    /// When the input cannot be read or an answer cannot be written.
    pub fn run(
        &self,
        mut input: impl BufRead,
        mut out: impl Write,
        mut complaints: impl Write,
    ) -> io::Result<bool> {
        skip_mark(&mut input)?;
        let mut number = 0;
        let mut is_all_answered = true;
        loop {
            let batch = read_batch(&mut input, &mut number)?;
            if batch.is_empty() {
                return Ok(is_all_answered);
            }
            for answers in self.judge(&batch) {
                is_all_answered &= answers.refused.is_empty();
                out.write_all(&answers.given)?;
                complaints.write_all(answers.refused.as_bytes())?;
            }
            out.flush()?;
        }
    }

    /// The batch in as many pieces as there are processors, in order.
    fn judge(&self, batch: &[Line]) -> Vec<Answers> {
        let workers = std::thread::available_parallelism().map_or(1, NonZeroUsize::get);
        if workers == 1 || batch.len() < 64 {
            return vec![self.answer(batch)];
        }
        std::thread::scope(|scope| {
            let pieces = batch.chunks(batch.len().div_ceil(workers));
            let pieces: Vec<_> =
                pieces.map(|piece| (piece, scope.spawn(move || self.answer(piece)))).collect();
            // A worker that died is not believed: its lines are judged again here.
            pieces
                .into_iter()
                .map(|(piece, worker)| worker.join().unwrap_or_else(|_| self.answer(piece)))
                .collect()
        })
    }

    fn answer(&self, lines: &[Line]) -> Answers {
        let mut answers =
            Answers { given: Vec::with_capacity(lines.len() * 700), ..<_>::default() };
        for Line(number, line) in lines {
            let start = answers.given.len();
            if let Err(mut complaint) = self.advise(line.as_deref(), &mut answers.given) {
                answers.given.truncate(start);
                complaint.line = *number;
                answers.refused.push_str(&complaint.print(self.name, self.language));
                answers.refused.push('\n');
            }
        }
        answers
    }

    fn advise(&self, line: Option<&[u8]>, out: &mut Vec<u8>) -> Result<(), Complaint> {
        let line = line.ok_or_else(|| Complaint::new(0, "", too_long()))?;
        let line = Observations::read(line, self.rules)?;
        let judgement = self.rules.judge(&line);
        let advice = judgement.advice(&line.id, self.rules);
        let written = serde_json::to_writer(&mut *out, &advice);
        written.map_err(|why| {
            let phrase = Phrase::new("screening-file-unreadable").with("why", why.to_string());
            Complaint::new(0, "", phrase)
        })?;
        out.push(b'\n');
        Ok(())
    }
}

/// Some programs begin a text file with a mark of its encoding, which is no part of the first line.
fn skip_mark(input: &mut impl BufRead) -> io::Result<()> {
    const MARK: &[u8] = b"\xef\xbb\xbf";
    loop {
        match input.fill_buf() {
            Ok(buffer) if buffer.starts_with(MARK) => {
                input.consume(MARK.len());
                return Ok(());
            }
            Ok(_) => return Ok(()),
            Err(why) if why.kind() == io::ErrorKind::Interrupted => {}
            Err(why) => return Err(why),
        }
    }
}

/// The next lines that are not blank; none at the end.
fn read_batch(input: &mut impl BufRead, number: &mut u64) -> io::Result<Vec<Line>> {
    let mut batch = Vec::new();
    let mut bytes = 0;
    while batch.len() < BATCH_LINES && bytes < BATCH_BYTES {
        let Some(line) = read_line(input)? else { break };
        *number += 1;
        if line.as_ref().is_some_and(|line| line.trim_ascii().is_empty()) {
            continue;
        }
        bytes += line.as_ref().map_or(0, Vec::len);
        batch.push(Line(*number, line));
    }
    Ok(batch)
}

/// One line without its end; `Some(None)` when it is too long, of which nothing is kept.
fn read_line(input: &mut impl BufRead) -> io::Result<Option<Option<Vec<u8>>>> {
    let mut line = Vec::new();
    let mut is_too_long = false;
    let mut has_begun = false;
    loop {
        let buffer = match input.fill_buf() {
            Ok(buffer) => buffer,
            Err(why) if why.kind() == io::ErrorKind::Interrupted => continue,
            Err(why) => return Err(why),
        };
        if buffer.is_empty() {
            return Ok(has_begun.then(|| (!is_too_long).then_some(line)));
        }
        has_begun = true;
        let end = buffer.iter().position(|byte| *byte == b'\n');
        let piece = buffer.get(..end.unwrap_or(buffer.len())).unwrap_or_default();
        is_too_long |= line.len() + piece.len() > LINE_BYTES_MAX;
        if is_too_long {
            line = Vec::new();
        } else {
            line.extend_from_slice(piece);
        }
        let used = end.map_or(buffer.len(), |at| at + 1);
        input.consume(used);
        if end.is_some() {
            return Ok(Some((!is_too_long).then_some(line)));
        }
    }
}
