//! The log of negative events as a file, beside the database or on a second medium: lines are
//! added, none is ever changed, and each is on the disk before it is acknowledged.

use guard::ledger::negative::TITLE;
use guard::ledger::{NegativeChain, NegativeEvent};
use std::fs::{File, OpenOptions};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use workflow::second_place::KeepsEvents;
use zeroize::Zeroizing;

/// Longest log that is read, in bytes: more than half a million events.
const FILE_BYTES_MAX: u64 = 100 << 20;

/// The log of one node.
pub struct NegativeFile {
    path: PathBuf,
    seed: Zeroizing<[u8; 32]>,
    /// One writer at a time.
    turn: Mutex<()>,
}

impl NegativeFile {
    pub fn new(path: PathBuf, signing_seed: Zeroizing<[u8; 32]>) -> Self {
        Self { path, seed: signing_seed, turn: Mutex::new(()) }
    }
}

/// Reads a log of the node whose ledger is signed with `signing_seed`: its events, the chain up to
/// the last of them, and up to where the file is whole.
///
/// # Errors
/// The medium's; `InvalidData` with the line when the log is another node's or was changed.
pub fn read_log(
    path: &Path,
    signing_seed: &[u8; 32],
) -> io::Result<(Vec<NegativeEvent>, NegativeChain, usize)> {
    let mut text = String::new();
    File::open(path)?.take(FILE_BYTES_MAX + 1).read_to_string(&mut text)?;
    if text.len() as u64 > FILE_BYTES_MAX {
        return Err(io::ErrorKind::FileTooLarge.into());
    }
    let mut chain = NegativeChain::start(signing_seed);
    let broken = |why| io::Error::new(io::ErrorKind::InvalidData, why);
    let (events, whole) = chain.read_all(&text).map_err(broken)?;
    Ok((events, chain, whole))
}

impl KeepsEvents for NegativeFile {
    fn last(&self) -> io::Result<i64> {
        match read_log(&self.path, &self.seed) {
            Ok((_, chain, _)) => Ok(chain.last()),
            Err(why) if why.kind() == io::ErrorKind::NotFound => Ok(0),
            Err(why) => Err(why),
        }
    }

    fn append(&self, events: &[NegativeEvent]) -> io::Result<()> {
        let _turn = self.turn.lock().unwrap_or_else(PoisonError::into_inner);
        let (mut chain, whole) = match read_log(&self.path, &self.seed) {
            Ok((_, chain, whole)) => (chain, whole),
            Err(why) if why.kind() == io::ErrorKind::NotFound => {
                (NegativeChain::start(&self.seed), 0)
            }
            Err(why) => return Err(why),
        };
        let mut text = if whole == 0 { format!("{TITLE}\n") } else { String::new() };
        let kept = chain.last();
        for event in events.iter().filter(|event| event.position > kept) {
            if event.position != chain.last() + 1 {
                return Err(io::ErrorKind::InvalidInput.into());
            }
            text.push_str(&chain.write(event));
        }
        let mut file = OpenOptions::new()
            .write(true)
            .create(true)
            .truncate(false)
            .mode(0o600)
            .open(&self.path)?;
        // A line that a power cut left without its end was never acknowledged.
        file.set_len(whole as u64)?;
        file.seek(SeekFrom::End(0))?;
        file.write_all(text.as_bytes())?;
        file.sync_all()?;
        self.path.parent().map_or(Ok(()), |folder| File::open(folder)?.sync_all())
    }
}

#[cfg(test)]
mod tests {
    use super::{NegativeFile, read_log};
    use guard::ledger::NegativeEvent;
    use lexicon::Day;
    use std::io::Write;
    use workflow::second_place::KeepsEvents;
    use zeroize::Zeroizing;

    fn event(position: i64) -> NegativeEvent {
        let day = Day::parse("2026-11-29").unwrap();
        NegativeEvent { position, day, kind: "hint-erased".to_owned(), thing: [9; 16] }
    }

    // proves: P-01, P-11
    #[test]
    fn p01_a_cut_line_is_mended_and_a_foreign_log_is_never_written_to() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("negative-events");
        let file = NegativeFile::new(path.clone(), Zeroizing::new([1; 32]));
        file.append(&[event(1), event(2)]).unwrap();
        let mut raw = std::fs::OpenOptions::new().append(true).open(&path).unwrap();
        raw.write_all(b"3 2026-11-29 hint-er").unwrap();
        assert_eq!(file.last().unwrap(), 2);
        file.append(&[event(2), event(3)]).unwrap();
        assert_eq!(read_log(&path, &[1; 32]).unwrap().0.len(), 3);
        let before = std::fs::read(&path).unwrap();
        let other = NegativeFile::new(path.clone(), Zeroizing::new([2; 32]));
        assert!(other.append(&[event(1)]).is_err() && other.last().is_err());
        assert!(file.append(&[event(5)]).is_err(), "none is left out");
        assert_eq!(std::fs::read(&path).unwrap(), before);
    }
}
