//! The program itself: it starts, is killed, stops when asked, and logs nothing personal.
#![allow(clippy::unwrap_used, reason = "tests")]

use gaip_contract::{CSRF_HEADER, TAB_HEADER};
use reqwest::{Client, Response};
use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::process::{Child, ChildStderr, Command, Stdio};
use std::time::Duration;

const DRAFT: &str = "/api/portals/daejeon/journeys/member/draft";

struct Running {
    child: Child,
    log: BufReader<ChildStderr>,
    address: String,
}

fn program(data: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gaip-backend"));
    command
        .env_remove("DATABASE_URL")
        .env("GAIP_DATA", data)
        .env("GAIP_PORTALS", concat!(env!("CARGO_MANIFEST_DIR"), "/../../public/portals"))
        .env("GAIP_PROVIDERS", "sandbox")
        .env("GAIP_LISTEN", "127.0.0.1:0")
        .env("GAIP_LOG", "json");
    command
}

fn start(data: &Path) -> Running {
    let mut child = program(data).stderr(Stdio::piped()).spawn().unwrap();
    let log = BufReader::new(child.stderr.take().unwrap());
    let mut running = Running { child, log, address: String::new() };
    while running.address.is_empty() {
        let mut line = String::new();
        assert!(running.log.read_line(&mut line).unwrap() > 0, "the program ended before it listened");
        let line: Value = serde_json::from_str(&line).unwrap();
        let address = line["fields"]["address"].as_str();
        running.address = address.map(|address| format!("http://{address}")).unwrap_or_default();
    }
    running
}

/// A test that fails leaves no process behind.
impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

async fn send(running: &Running, method: &str, path: &str, cookie: &str, body: &Value) -> Response {
    let client = Client::builder().timeout(Duration::from_secs(10)).build().unwrap();
    let request = client.request(method.parse().unwrap(), format!("{}{path}", running.address));
    let request = request.header(CSRF_HEADER, "1").header(TAB_HEADER, "tab-1").header("cookie", cookie);
    request.header("content-type", "application/json").body(body.to_string()).send().await.unwrap()
}

async fn json_of(response: Response) -> Value {
    serde_json::from_slice(&response.bytes().await.unwrap()).unwrap()
}

#[tokio::test]
async fn a_killed_process_loses_nothing_and_logs_nothing_personal() {
    let folder = tempfile::tempdir().unwrap();
    let mut first = start(folder.path());
    let opened = send(&first, "POST", DRAFT, "", &json!({})).await;
    let cookie = opened.headers()["set-cookie"].to_str().unwrap().split(';').next().unwrap().to_owned();
    let typed = json!({ "input": { "fields": { "name": "카나리아", "email": "canary@example.kr" } } });
    let saved = send(&first, "PUT", &format!("{DRAFT}/steps/contact/input"), &cookie, &typed).await;
    assert_eq!(saved.status(), 200);
    first.child.kill().unwrap();
    first.child.wait().unwrap();

    let mut second = start(folder.path());
    let draft = json_of(send(&second, "POST", DRAFT, &cookie, &json!({})).await).await;
    assert_eq!(draft["inputs"]["contact"]["fields"]["name"], "카나리아");
    send(&second, "POST", "/api/addresses/search", &cookie, &json!({ "keyword": "카나리아길", "page": 1 })).await;
    send(&second, "GET", "/api/codes/hs?q=canary", &cookie, &json!({})).await;
    let health = send(&second, "GET", "/healthz", "", &json!({})).await;
    assert_eq!(health.text().await.unwrap(), "ok");

    stop(&second.child);
    assert!(second.child.wait().unwrap().success(), "it stops when it is asked to");
    let mut log = String::new();
    first.log.read_to_string(&mut log).unwrap();
    second.log.read_to_string(&mut log).unwrap();
    assert!(log.contains("/steps/{step}/input"), "{log}");
    for personal in ["카나리아", "canary", cookie.split('=').next_back().unwrap(), "tab-1"] {
        assert!(!log.contains(personal), "{personal} in {log}");
    }
}

#[test]
fn an_operator_is_told_what_is_wrong() {
    let folder = tempfile::tempdir().unwrap();
    let run = |command: &mut Command| {
        let output = command.output().unwrap();
        (
            output.status.success(),
            String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr),
        )
    };
    let (ended_well, said) = run(program(folder.path()).env_remove("GAIP_PROVIDERS"));
    assert!(!ended_well && said.contains("GAIP_PROVIDERS is not set"), "{said}");
    let (ended_well, said) = run(program(folder.path()).args(["originals-received", "124-81-00998"]));
    assert!(!ended_well && said.contains("no member 1248100998"), "{said}");
    let (ended_well, said) = run(program(folder.path()).args(["members", "--provisional"]));
    assert!(ended_well && said.is_empty(), "{said}");
}

#[tokio::test]
async fn a_clerk_imports_a_list_while_the_program_runs() {
    let folder = tempfile::tempdir().unwrap();
    let running = start(folder.path());
    let file = folder.path().join("ksic.csv");
    let import = |more: &[&str], text: &str| {
        std::fs::write(&file, text).unwrap();
        let output = program(folder.path()).args(["import", "ksic"]).arg(&file).args(more).output().unwrap();
        let said = [output.stdout, output.stderr].concat();
        (output.status.code(), String::from_utf8(said).unwrap())
    };
    let rows =
        "code,level,parent,name_ko,name_en\nC,1,,제조업,Manufacturing\n10,2,C,식료품,Food\n107,3,10,면류,Noodles\n";
    let (ended, said) = import(&[], &format!("{rows}107,3,10,면류,Noodles\n"));
    assert_eq!(ended, Some(1), "{said}");
    assert!(said.contains("ksic.csv, row 5: 107 stands in the list already: ksic.csv, row 4"), "{said}");
    let (ended, said) = import(&[], rows);
    assert!(ended == Some(1) && said.contains("--accept-size-change"), "{said}");
    let (ended, said) = import(&["--accept-size-change", "--check"], rows);
    assert!(ended == Some(0) && said.contains("only checked"), "{said}");
    let (ended, said) = import(&["--accept-size-change"], rows);
    assert!(ended == Some(0) && said.contains("in force now"), "{said}");
    for _ in 0..100 {
        let row = json_of(send(&running, "GET", "/api/codes/ksic/entries/107", "", &json!({})).await).await;
        if row["label"]["ko"] == "면류" {
            return;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    panic!("the running program does not take the edition up");
}

fn stop(child: &Child) {
    let id = child.id().to_string();
    assert!(Command::new("kill").args(["-TERM", &id]).status().unwrap().success());
}
