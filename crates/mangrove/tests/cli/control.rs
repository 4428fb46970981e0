//! DATA/control.sock: commands on a node that runs.

use crate::nodes::{Running, Said, command, ended, opened, url};
use mangrove::control::{Control, Patience};
use std::io::{BufRead, BufReader, Write};
use std::net::Shutdown;
use std::os::unix::fs::PermissionsExt;
use std::os::unix::net::UnixStream;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;
use store::testing::databases;

const GOOD: &str = "Iso3_code,Country,Region,Subregion,Indicator,Dimension,Category,Sex,Age,Year,Unit of measurement,txtVALUE,Source\n\
    AFG,Afghanistan,Asia,Southern Asia,Detected trafficking victims,Total,Total,Total,Total,2020,Counts,12,UNODC\n\
    AFG,Afghanistan,Asia,Southern Asia,Detected trafficking victims,Total,Total,Total,Total,2021,Counts,<5,UNODC\n";
const BAD: &str = "AFG,Afghanistan,Asia,Southern Asia,Detected trafficking victims,Total,Total,Total,Total,20x1,Counts,3,UNODC\n";

/// Files and ways of asking; each is asked in this order of a node that runs and of none.
fn questions(folder: &Path) -> Vec<Vec<&'static str>> {
    std::fs::write(folder.join("good.csv"), GOOD).unwrap();
    std::fs::write(folder.join("part.csv"), format!("{GOOD}{BAD}")).unwrap();
    std::fs::write(folder.join("no.csv"), "a,b\n1,2\n").unwrap();
    std::fs::write(folder.join("head.csv"), GOOD.lines().next().unwrap()).unwrap();
    std::fs::write(folder.join("empty.csv"), "").unwrap();
    std::fs::write(folder.join("bytes.csv"), b"\xff\xfe\0\0\x80").unwrap();
    std::fs::create_dir(folder.join("folder.csv")).unwrap();
    let file = |name| vec!["import", "glotip", name];
    let mut all: Vec<_> = ["part.csv", "no.csv", "head.csv", "empty.csv", "bytes.csv"]
        .into_iter()
        .flat_map(|name| [file(name), [file(name), vec!["--json"]].concat()])
        .collect();
    all.extend([file("folder.csv"), file("nowhere.csv"), file("good.csv"), file("good.csv")]);
    all.push(vec!["import", "ctdc", "good.csv"]);
    all
}

fn answers(folder: &Path, data: &Path, database: Option<&str>) -> Vec<(i32, String, String)> {
    let asked = questions(folder).into_iter().map(|words| {
        let mut command = command(&words, data, database);
        command.current_dir(folder);
        let Said { out, err, code } = ended(command);
        (code, out, err)
    });
    asked.collect()
}

#[tokio::test]
async fn a_node_that_runs_answers_an_import_as_the_command_alone_does() {
    for (database, alone) in databases().await.into_iter().zip(databases().await) {
        let files = [tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap()];
        let data = database.folder.path();
        let running = Running::serve(data, url(&database).as_deref());
        let through = answers(files[0].path(), data, url(&database).as_deref());
        let direct = answers(files[1].path(), alone.folder.path(), url(&alone).as_deref());
        assert_eq!(through, direct, "{}", database.kind);
        assert!(through.iter().any(|said| said.0 == 0) && through.iter().any(|said| said.0 == 1));
        assert!(through[0].2.contains("part.csv:4: "), "{}", through[0].2);
        running.stop();
        // What was stored through the node is there.
        let node = opened(data, url(&database)).await.map_err(|why| why.key).unwrap();
        let sets = node.read("sets").await.unwrap().list_sets().await.unwrap();
        assert_eq!(sets.len(), 2, "{}", database.kind);
    }
}

#[test]
fn the_socket_is_the_nodes_own_is_gone_at_the_stop_and_a_stale_one_is_replaced() {
    let folder = tempfile::tempdir().unwrap();
    let socket = folder.path().join("control.sock");
    let running = Running::serve(folder.path(), None);
    let mode = std::fs::metadata(&socket).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
    running.stop();
    assert!(!socket.exists());
    Running::serve(folder.path(), None).kill();
    assert!(socket.exists() && UnixStream::connect(&socket).is_err(), "left by the kill");
    // Nobody answers: the command opens the database itself.
    std::fs::write(folder.path().join("good.csv"), GOOD).unwrap();
    let file = folder.path().join("good.csv");
    let words = ["import", "glotip", file.to_str().unwrap()];
    assert_eq!(ended(command(&words, folder.path(), None)).code, 0);
    let running = Running::serve(folder.path(), None);
    let said = ended(command(&words, folder.path(), None));
    assert_eq!(said.code, 0, "{}", said.err);
    assert!(said.err.contains("imported before"), "{}", said.err);
    running.stop();
}

#[test]
fn a_data_directory_with_a_long_name_has_its_socket_too() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("n".repeat(120)).join("o".repeat(120));
    std::fs::write(folder.path().join("good.csv"), GOOD).unwrap();
    let running = Running::serve(&data, None);
    let file = folder.path().join("good.csv");
    let said = ended(command(&["import", "glotip", file.to_str().unwrap()], &data, None));
    assert_eq!(said.code, 0, "{}", said.err);
    running.stop();
}

#[test]
fn another_database_than_the_nodes_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("good.csv"), GOOD).unwrap();
    let running = Running::serve(folder.path(), None);
    let file = folder.path().join("good.csv");
    let url = Some("postgres://somebody:secret@localhost:1/other");
    let said = ended(command(&["import", "glotip", file.to_str().unwrap()], folder.path(), url));
    assert_eq!((said.code, said.out.as_str()), (1, ""));
    assert!(said.err.contains("another database") && !said.err.contains("secret"), "{}", said.err);
    running.stop();
}

/// Sends bytes and gives the line that comes back; empty when the node only closes.
fn send(folder: &Path, bytes: &[u8]) -> String {
    let mut stream = UnixStream::connect(folder.join("control.sock")).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(30))).unwrap();
    let _refused_meanwhile = stream.write_all(bytes);
    let _closed_meanwhile = stream.shutdown(Shutdown::Write);
    let mut line = String::new();
    let _closed_meanwhile = BufReader::new(stream).read_line(&mut line);
    line
}

fn request(format: &str) -> String {
    format!(
        "{{\"import\":{{\"format\":\"{format}\",\"name\":\"a.csv\",\"file\":\"a.csv\",\
         \"language\":\"en\",\"as_json\":true,\"database\":null}}}}\n"
    )
}

fn piece(bytes: &str) -> Vec<u8> {
    [&u32::try_from(bytes.len()).unwrap().to_be_bytes()[..], bytes.as_bytes()].concat()
}

// proves: P-16
#[tokio::test]
async fn p16_garbage_on_the_socket_is_refused_and_stores_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let node = Arc::new(opened(folder.path(), None).await.map_err(|why| why.key).unwrap());
    let patience = Patience { silence: Duration::from_millis(300), ..Patience::default() };
    let control = Control::open(Arc::clone(&node), folder.path(), patience).unwrap();
    let path = folder.path().to_owned();
    let asking = move || {
        for bytes in [
            &b""[..],
            b"\n",
            b"GET / HTTP/1.1\r\n\r\n",
            b"\xff\xfe\0\0",
            &vec![b'{'; 200_000],
            request("no-such-format").as_bytes(),
            request("glotip").replace("\"as_json\"", "\"as_root\"").as_bytes(),
        ] {
            let said = send(&path, bytes);
            assert!(said.is_empty() || said.contains("\"code\":2"), "{said}");
        }
        // A file that is cut off is not a shorter file.
        let asked = request("glotip").into_bytes();
        let cut = send(&path, &[&asked[..], &piece(GOOD)].concat());
        assert!(cut.contains("\"code\":1"), "{cut}");
        let long = send(&path, &[&asked[..], &[0x7f; 8]].concat());
        assert!(long.contains("\"code\":1"), "{long}");
        // Who says nothing any more is let go, and the turn is free again.
        let mut silent = UnixStream::connect(path.join("control.sock")).unwrap();
        silent.write_all(&[&asked[..], &piece(GOOD)].concat()).unwrap();
        let mut line = String::new();
        BufReader::new(silent).read_line(&mut line).unwrap();
        assert!(line.contains("\"code\":1"), "{line}");
        [&asked[..], &piece(GOOD), &[0; 4]].concat()
    };
    let good = tokio::task::spawn_blocking(asking).await.unwrap();
    let sets = || async { node.read("sets").await.unwrap().list_sets().await.unwrap().len() };
    assert_eq!(sets().await, 0, "nothing of it was stored");
    let path = folder.path().to_owned();
    let said = tokio::task::spawn_blocking(move || send(&path, &good)).await.unwrap();
    assert!(said.contains("\"code\":0"), "{said}");
    assert_eq!(sets().await, 1);
    drop(control);
    assert!(!folder.path().join("control.sock").exists());
}

#[tokio::test]
async fn a_second_command_waits_its_turn_and_then_is_told_that_the_node_is_busy() {
    let folder = tempfile::tempdir().unwrap();
    let node = Arc::new(opened(folder.path(), None).await.map_err(|why| why.key).unwrap());
    let patience = Patience { silence: Duration::from_secs(60), turn: Duration::from_millis(300) };
    let _control = Control::open(Arc::clone(&node), folder.path(), patience).unwrap();
    let path = folder.path().to_owned();
    let asking = move || {
        let whole = [request("glotip").as_bytes(), &piece(GOOD), &[0; 4]].concat();
        // The first has the turn from its second piece on, which the node has asked for.
        let mut first = UnixStream::connect(path.join("control.sock")).unwrap();
        first.write_all(&whole[..whole.len() - 4]).unwrap();
        let mut busy = String::new();
        while !busy.contains("another command") {
            busy = send(&path, &whole);
        }
        first.write_all(&[0; 4]).unwrap();
        let mut line = String::new();
        BufReader::new(first).read_line(&mut line).unwrap();
        assert!(line.contains("\"code\":0"), "{line}");
        assert!(send(&path, &whole).contains("imported before"));
        // Many at once: those above the limit are told at once.
        let open: Vec<_> =
            (0..30).map(|_| UnixStream::connect(path.join("control.sock")).unwrap()).collect();
        let mut said = String::new();
        while !said.contains("another command") {
            said = send(&path, &whole);
        }
        drop(open);
    };
    tokio::task::spawn_blocking(asking).await.unwrap();
}

#[tokio::test]
async fn another_account_is_not_heard_even_where_the_socket_can_be_reached() {
    if std::fs::read_to_string("/proc/self/status").unwrap().contains("Uid:\t0\t") {
        let folder = tempfile::tempdir().unwrap();
        let node = Arc::new(opened(folder.path(), None).await.map_err(|why| why.key).unwrap());
        let _control = Control::open(node, folder.path(), Patience::default()).unwrap();
        let open = |path: &Path, mode| {
            std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap();
        };
        open(folder.path(), 0o777);
        let socket = folder.path().join("control.sock");
        let nobody = |socket: std::path::PathBuf| async move {
            let script = "import socket,sys\n\
                s=socket.socket(socket.AF_UNIX); s.settimeout(20)\n\
                try:\n  s.connect(sys.argv[1])\nexcept PermissionError:\n  print('closed'); sys.exit()\n\
                try:\n  s.sendall(b'x\\n'); print(s.recv(100))\nexcept OSError:\n  print(b'')";
            let mut command = std::process::Command::new("setpriv");
            command.args([
                "--reuid=65534",
                "--regid=65534",
                "--clear-groups",
                "/usr/bin/python3",
                "-c",
                script,
            ]);
            let output = command.arg(socket).output();
            tokio::task::spawn_blocking(move || output).await.unwrap()
        };
        match nobody(socket.clone()).await {
            Ok(output) if output.status.success() => {
                assert_eq!(String::from_utf8_lossy(&output.stdout).trim(), "closed");
                open(&socket, 0o777);
                let output = nobody(socket).await.unwrap();
                assert_eq!(String::from_utf8_lossy(&output.stdout).trim(), "b''");
                return;
            }
            _ => {}
        }
    }
    store::testing::left_out("another account at the control socket: needs root, setpriv, python3");
}
