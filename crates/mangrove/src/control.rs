//! DATA/control.sock: how a command reaches the node that runs. Only the account of the node itself
//! may speak there. The command opens the file with its own rights and sends the bytes, so that the
//! node never opens a path that somebody else names.
//!
//! One line of JSON asks; the file follows in pieces, each with its length before it; one line of
//! JSON answers with what the command prints.

use crate::import::{Told, import_into, told};
use lexicon::language::ENGLISH;
use lexicon::{Language, Phrase};
use serde::{Deserialize, Serialize};
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::os::fd::AsRawFd;
use std::os::unix::fs::PermissionsExt;
use std::os::unix::net::UnixStream as Stream;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;
use tokio::net::{UnixListener, UnixStream};
use tokio::sync::Semaphore;
use tokio::task::JoinHandle;
use workflow::Node;
use workflow::import::format;
use workflow::seal_node::{seal_at_once, sealed_leaf};

const SOCKET: &str = "control.sock";
/// Longest address of a socket, in bytes; a longer one is reached through its folder.
const ADDRESS_BYTES_MAX: usize = 100;
/// Longest line that asks.
const LINE_BYTES_MAX: u64 = 16 * 1024;
/// Longest line that answers: a thousand complaints and more.
const ANSWER_BYTES_MAX: u64 = 64 << 20;
/// Longest piece of a file.
const PIECE_BYTES_MAX: usize = 1 << 20;
/// In place of a length: the file could not be read on, and why follows.
const BROKEN: u32 = u32::MAX;
/// Longest text that says why, in bytes.
const WHY_BYTES_MAX: u64 = 1_000;
/// Connections at once; more are told that the node is busy.
const CONNECTIONS_MAX: usize = 8;

/// How long the node waits for a command.
#[derive(Clone, Copy, Debug)]
pub struct Patience {
    /// For its next bytes.
    pub silence: Duration,
    /// For the command before it to end.
    pub turn: Duration,
}

impl Default for Patience {
    fn default() -> Self {
        Self { silence: Duration::from_secs(20), turn: Duration::from_secs(60) }
    }
}

/// What is asked.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
enum Request {
    Import(ImportRequest),
    SealNow(SealRequest),
}

/// Every session is to end. Nothing follows.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct SealRequest {
    language: String,
}

/// A file to be imported; its bytes follow.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ImportRequest {
    pub format: String,
    /// The file as it is named in complaints.
    pub name: String,
    /// The file as it is named beside the set.
    pub file: String,
    pub language: String,
    pub as_json: bool,
    /// The database that was named, without a password; the node may hold another one.
    pub database: Option<String>,
}

/// The open socket of a running node; closed and removed when dropped.
pub struct Control {
    path: PathBuf,
    listening: JoinHandle<()>,
}

impl Control {
    /// Opens the socket in the node's data directory. One that is left from a node that was killed
    /// is replaced: whoever holds the directory's lock is the only node here.
    ///
    /// # Errors
    /// The directory's.
    pub fn open(node: Arc<Node>, folder: &Path, patience: Patience) -> io::Result<Self> {
        let path = folder.join(SOCKET);
        match std::fs::remove_file(&path) {
            Err(why) if why.kind() != io::ErrorKind::NotFound => return Err(why),
            _ => {}
        }
        let (address, _folder) = address(folder)?;
        let listener = UnixListener::bind(address)?;
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o600))?;
        let desk = Desk {
            node,
            patience,
            connections: Arc::new(Semaphore::new(CONNECTIONS_MAX)),
            turn: Arc::new(Semaphore::new(1)),
        };
        Ok(Self { path, listening: tokio::spawn(desk.listen(listener)) })
    }
}

impl Drop for Control {
    fn drop(&mut self) {
        self.listening.abort();
        let _gone_already = std::fs::remove_file(&self.path);
    }
}

/// An address of a socket is short; a folder with a long name is named by its open descriptor.
fn address(folder: &Path) -> io::Result<(PathBuf, Option<File>)> {
    let path = folder.join(SOCKET);
    if path.as_os_str().len() <= ADDRESS_BYTES_MAX {
        return Ok((path, None));
    }
    let open = File::open(folder)?;
    let short = PathBuf::from(format!("/proc/self/fd/{}", open.as_raw_fd())).join(SOCKET);
    Ok((short, Some(open)))
}

/// Where commands are answered, one after the other.
#[derive(Clone)]
struct Desk {
    node: Arc<Node>,
    patience: Patience,
    connections: Arc<Semaphore>,
    turn: Arc<Semaphore>,
}

impl Desk {
    async fn listen(self, listener: UnixListener) {
        loop {
            match listener.accept().await {
                Ok((stream, _)) => drop(tokio::spawn(self.clone().receive(stream))),
                Err(why) => {
                    tracing::warn!(%why, "a command could not be received");
                    tokio::time::sleep(Duration::from_millis(100)).await;
                }
            }
        }
    }

    async fn receive(self, stream: UnixStream) {
        let own = rustix::process::geteuid().as_raw();
        if !stream.peer_cred().is_ok_and(|peer| peer.uid() == own) {
            tracing::warn!("another account tried to reach the control socket");
            return;
        }
        let Ok(mut stream) = blocking(stream, self.patience.silence) else { return };
        let told = match Arc::clone(&self.connections).try_acquire_owned() {
            Ok(_place) => match stream.try_clone() {
                Ok(reading) => self.answer(reading).await,
                Err(_) => return,
            },
            Err(_) => refused("command-control-busy", 1, ENGLISH),
        };
        let _gone = tokio::task::spawn_blocking(move || write_line(&mut stream, &told)).await;
    }

    async fn answer(&self, stream: Stream) -> Told {
        let read = tokio::task::spawn_blocking(move || read_request(BufReader::new(stream))).await;
        match read {
            Ok(Some((Request::Import(asked), input))) => self.import(asked, input).await,
            Ok(Some((Request::SealNow(asked), _))) => self.seal(&asked).await,
            _ => refused("command-control-not-understood", 2, ENGLISH),
        }
    }

    /// Waits for no turn: closing is never late.
    async fn seal(&self, asked: &SealRequest) -> Told {
        let language = Language::find(&asked.language).unwrap_or(ENGLISH);
        let sealed = seal_at_once(&self.node);
        let mut told = Told::default();
        let sessions = i64::try_from(sealed.sessions).unwrap_or(i64::MAX);
        let said = Phrase::new("seal-done").with("sessions", sessions).say(language);
        told.out = format!("{said}\n");
        if let Err(refusal) = sealed_leaf(&self.node, None, "sealed-by-command").await {
            tracing::warn!(known = %refusal, "the sealing could not be written down");
            told.err = format!("{}\n", Phrase::new("seal-no-leaf").say(language));
        }
        told
    }

    async fn import(&self, asked: ImportRequest, input: Input) -> Told {
        let language = Language::find(&asked.language).unwrap_or(ENGLISH);
        let Some(format) = format(&asked.format) else {
            return refused("command-control-not-understood", 2, language);
        };
        let own = self.node.store.address().shown();
        if asked.database.as_ref().is_some_and(|named| *named != own) {
            let phrase = Phrase::new("command-control-other-database").with("database", own);
            return Told::refusal(&phrase, 1, language);
        }
        let turn = tokio::time::timeout(self.patience.turn, self.turn.acquire()).await;
        let Ok(Ok(_turn)) = turn else { return refused("command-control-busy", 1, language) };
        let node = &self.node;
        let (clock, dice) = (node.clock.as_ref(), node.dice.as_ref());
        let pieces = Pieces { input, left: 0, is_ended: false };
        let done = import_into(&node.store, (clock, dice), format, &asked.file, pieces).await;
        told(done, &asked.name, asked.as_json, language)
    }
}

fn blocking(stream: UnixStream, silence: Duration) -> io::Result<Stream> {
    let stream = stream.into_std()?;
    stream.set_nonblocking(false)?;
    stream.set_read_timeout(Some(silence))?;
    stream.set_write_timeout(Some(silence))?;
    Ok(stream)
}

fn refused(key: &'static str, code: u8, language: Language) -> Told {
    Told::refusal(&Phrase::new(key), code, language)
}

type Input = BufReader<Stream>;

/// `None` for anything but one whole line that is a request.
fn read_request(mut input: Input) -> Option<(Request, Input)> {
    let mut line = Vec::new();
    (&mut input).take(LINE_BYTES_MAX).read_until(b'\n', &mut line).ok()?;
    let line = line.strip_suffix(b"\n")?;
    Some((serde_json::from_slice(line).ok()?, input))
}

/// The file as it arrives. It ends with a piece of no length; a connection that ends before is a
/// file that cannot be read, never a shorter one.
struct Pieces<R> {
    input: R,
    left: usize,
    is_ended: bool,
}

impl<R: Read> Read for Pieces<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.left == 0 && !self.is_ended {
            let mut length = [0; 4];
            self.input.read_exact(&mut length)?;
            match u32::from_be_bytes(length) {
                0 => self.is_ended = true,
                BROKEN => {
                    let mut why = String::new();
                    (&mut self.input).take(WHY_BYTES_MAX).read_to_string(&mut why)?;
                    return Err(io::Error::other(why));
                }
                length => match usize::try_from(length) {
                    Ok(length) if length <= PIECE_BYTES_MAX => self.left = length,
                    _ => return Err(io::ErrorKind::InvalidData.into()),
                },
            }
        }
        let most = buffer.len().min(self.left);
        if most == 0 {
            return Ok(0);
        }
        let read = self.input.read(buffer.get_mut(..most).unwrap_or_default())?;
        if read == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        self.left -= read;
        Ok(read)
    }
}

fn write_line(stream: &mut Stream, told: &Told) -> io::Result<()> {
    let mut line = serde_json::to_vec(told)?;
    line.push(b'\n');
    stream.write_all(&line)
}

/// A node that runs, as a command reaches it.
pub struct Running(Stream);

impl Running {
    /// `None` when no node answers in this directory.
    pub fn find(folder: &Path) -> Option<Self> {
        let (address, _folder) = address(folder).ok()?;
        Stream::connect(address).ok().map(Self)
    }

    /// Asks the node to end every session; `None` when it ended before it answered.
    pub fn seal_now(mut self, language: Language) -> Option<Told> {
        let asked = Request::SealNow(SealRequest { language: language.tag.to_owned() });
        let mut line = serde_json::to_vec(&asked).ok()?;
        line.push(b'\n');
        self.0.write_all(&line).ok()?;
        self.answer()
    }

    fn answer(self) -> Option<Told> {
        let mut line = Vec::new();
        BufReader::new(self.0).take(ANSWER_BYTES_MAX).read_until(b'\n', &mut line).ok()?;
        serde_json::from_slice(&line).ok()
    }

    /// Sends a file and gives what the node says; `None` when it ended before it answered.
    pub fn import(mut self, asked: ImportRequest, file: File) -> Option<Told> {
        // A node that has refused already closes the way in; its answer can still be read.
        let _sent = self.send(asked, file);
        self.answer()
    }

    fn send(&mut self, asked: ImportRequest, mut file: File) -> io::Result<()> {
        let mut line = serde_json::to_vec(&Request::Import(asked))?;
        line.push(b'\n');
        self.0.write_all(&line)?;
        let mut piece = vec![0; PIECE_BYTES_MAX];
        loop {
            match file.read(&mut piece) {
                Ok(length) => {
                    let marked = u32::try_from(length).unwrap_or(0).to_be_bytes();
                    self.0.write_all(&marked)?;
                    self.0.write_all(piece.get(..length).unwrap_or_default())?;
                    if length == 0 {
                        return Ok(());
                    }
                }
                Err(why) if why.kind() == io::ErrorKind::Interrupted => {}
                Err(why) => {
                    self.0.write_all(&BROKEN.to_be_bytes())?;
                    self.0.write_all(why.to_string().as_bytes())?;
                    return self.0.shutdown(std::net::Shutdown::Write);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{BROKEN, Pieces, read_request};
    use std::io::{BufReader, Read, Write};
    use std::os::unix::net::UnixStream;

    fn read(sent: &[u8]) -> Result<Vec<u8>, std::io::ErrorKind> {
        let mut whole = Vec::new();
        let read = Pieces { input: sent, left: 0, is_ended: false }.read_to_end(&mut whole);
        read.map(|_| whole).map_err(|why| why.kind())
    }

    // proves: P-16
    #[test]
    fn p16_a_file_in_pieces_is_whole_or_cannot_be_read() {
        let sent = [&[0, 0, 0, 3][..], b"a,b", &[0, 0, 0, 1], b"\n", &[0, 0, 0, 0]].concat();
        assert_eq!(read(&sent), Ok(b"a,b\n".to_vec()));
        for cut in 0..sent.len() {
            assert_eq!(read(&sent[..cut]), Err(std::io::ErrorKind::UnexpectedEof), "{cut}");
        }
        let after = [&sent[..], b"more"].concat();
        assert_eq!(read(&after), Ok(b"a,b\n".to_vec()), "nothing after the end is read");
        assert_eq!(read(&[0x7f, 0, 0, 0, 1]), Err(std::io::ErrorKind::InvalidData));
        let broken = [&BROKEN.to_be_bytes()[..], b"the disk failed"].concat();
        assert_eq!(read(&broken), Err(std::io::ErrorKind::Other));
    }

    // proves: P-16
    #[test]
    fn p16_only_one_whole_line_of_the_known_form_asks_for_anything() {
        let asked = |line: &[u8]| {
            let (mut ours, theirs) = UnixStream::pair().unwrap();
            ours.write_all(line).unwrap();
            drop(ours);
            read_request(BufReader::new(theirs)).is_some()
        };
        let good = r#"{"import":{"format":"ctdc","name":"a","file":"a","language":"en","as_json":true,"database":null}}"#;
        assert!(asked(format!("{good}\n").as_bytes()));
        for bad in [
            good.to_owned(),
            String::new(),
            "\n".to_owned(),
            "{}\n".to_owned(),
            "[[[[[[[[[[\n".to_owned(),
            format!("{}\n", good.replace("null", "null,\"more\":1")),
            format!("{}\n", good.replace("import", "stop")),
            format!("{}\n", good.replace("\"a\"", &format!("\"{}\"", "x".repeat(20_000)))),
            "\0\0\0\0\n".to_owned(),
        ] {
            assert!(!asked(bad.as_bytes()), "{}", bad.chars().take(80).collect::<String>());
        }
        assert!(!asked(b"\xff\xfe\n"));
        assert!(!asked(&vec![b'['; 16_000]));
    }
}
