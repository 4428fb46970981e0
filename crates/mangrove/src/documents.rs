//! `mangrove documents`: the impact assessment, register, retention schedule and letter as pages
//! that print on A4, in the language of the command. It reads beside a node that runs.

use crate::commands::{Verb, put};
use crate::folder::Folder;
use crate::serve::{block_on, data_argument, data_path, database_argument, refuse};
use clap::{Arg, ArgMatches, Command};
use lexicon::{Language, Phrase, phrase::say};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use store::{Address, Store};
use workflow::papers::{Papers, papers_of};

pub const VERB: Verb = Verb { name: "documents", arguments, run };

fn arguments(command: Command, language: Language) -> Command {
    let out = Arg::new("out").long("out").value_name("DIR").required(true);
    command
        .arg(out.help(say(language, "command-documents-out")))
        .arg(data_argument(language))
        .arg(database_argument(language))
}

fn run(matches: &ArgMatches, language: Language) -> ExitCode {
    let folder = Folder::at(&data_path(matches, "node"));
    let address = match matches.get_one::<String>("database") {
        Some(url) => Address::Postgres(url.clone()),
        None => Address::Sqlite(folder.database()),
    };
    let out = PathBuf::from(matches.get_one::<String>("out").map_or("", String::as_str));
    let made = block_on(read(&address)).and_then(|papers| write(&papers, &out, language));
    match made {
        Ok(said) => {
            put(&mut std::io::stdout(), &said);
            ExitCode::SUCCESS
        }
        Err(phrase) => refuse(&phrase, language),
    }
}

async fn read(address: &Address) -> Result<Papers, Phrase> {
    let store = Store::open_beside(address).await.map_err(|why| why.phrase())?;
    let papers = papers_of(&store).await.map_err(|why| why.phrase())?;
    store.close().await;
    Ok(papers)
}

fn write(papers: &Papers, out: &Path, language: Language) -> Result<String, Phrase> {
    let failed = |why: String| Phrase::new("command-documents-fail").with("why", why);
    std::fs::create_dir_all(out).map_err(|why| failed(why.to_string()))?;
    let mut said = String::new();
    for (name, html) in web::pages::papers::files(papers, language).map_err(failed)? {
        let path = out.join(name);
        std::fs::write(&path, html).map_err(|why| failed(why.to_string()))?;
        let line = Phrase::new("command-documents-done").with("path", path.display().to_string());
        said.push_str(&format!("{}\n", line.say(language)));
    }
    if !papers.is_signed {
        said.push_str(&format!("{}\n", say(language, "command-documents-draft")));
    }
    Ok(said)
}
