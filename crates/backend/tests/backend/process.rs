//! The program itself: it starts, is killed, stops when asked, and logs nothing personal.

use crate::support::certificates::prove;
use gaip_backend::certificates::issue::Identity;
use gaip_contract::{CSRF_HEADER, TAB_HEADER};
use gaip_npki::Password;
use gaip_npki::certificate::Certificate;
use gaip_npki::key::EncryptedKey;
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
        .env_remove("GAIP_CERTIFICATES")
        .env_remove("GAIP_PUBLIC_URL")
        .env("GAIP_DATA", data)
        .env("GAIP_PORTALS", concat!(env!("CARGO_MANIFEST_DIR"), "/../../public/portals"))
        .env("GAIP_PROVIDERS", "sandbox")
        .env("GAIP_LISTEN", "127.0.0.1:0")
        .env("GAIP_LOG", "json");
    command
}

fn start(data: &Path) -> Running {
    start_with(&mut program(data))
}

fn start_with(program: &mut Command) -> Running {
    let mut child = program.stderr(Stdio::piped()).spawn().unwrap();
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
    let (ended_well, said) = run(program(folder.path()).args(["applications"]));
    assert!(ended_well && said.is_empty(), "{said}");
    let (ended_well, said) = run(program(folder.path()).args(["application-approve", "pp-2026-aaaaaa"]));
    assert!(!ended_well && said.contains("nobody of the number PP-2026-AAAAAA waits"), "{said}");
    let (ended_well, said) = run(program(folder.path()).args(["application-reject", "PP-2026-AAAAAA"]));
    assert!(!ended_well && said.contains("--reason"), "{said}");
    let mut live = program(folder.path());
    live.env("GAIP_PORTALS", concat!(env!("CARGO_MANIFEST_DIR"), "/tests/portals")).env("GAIP_PROVIDERS", "live");
    live.env("GAIP_NTS_KEY", "key").env("GAIP_JUSO_KEY", "key");
    live.env("GAIP_DOWNSTREAM_URL", "http://127.0.0.1:9");
    let (ended_well, said) = run(&mut live);
    let missing = "companies of a portal invite people by e-mail, with links to it, but GAIP_PUBLIC_URL is not set";
    assert!(!ended_well && said.contains(missing), "{said}");
    live.env("GAIP_PUBLIC_URL", "https://join.example.go.kr");
    for (name, value) in
        [("GAIP_PORTONE_SECRET", "secret"), ("GAIP_PORTONE_CHANNEL", "channel"), ("GAIP_SECRET", "too short")]
    {
        let (ended_well, said) = run(&mut live);
        assert!(
            !ended_well && said.contains(&format!("a portal has an identity step but {name} is not set")),
            "{said}"
        );
        live.env(name, value);
    }
    let (ended_well, said) = run(&mut live);
    assert!(!ended_well && said.contains("GAIP_SECRET has fewer than 32 characters"), "{said}");
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

#[tokio::test]
async fn a_test_certificate_proves_its_company_to_the_running_program_and_leaves_no_trace_in_its_log() {
    let folder = tempfile::tempdir().unwrap();
    let mut running = start(folder.path());
    let (said, identity) = issue(folder.path(), "124-81-00998", &["--pfx", "--format", "pbes2-seed"]);
    assert!(said.starts_with("TEST certificate") && said.contains("signCert.pfx"), "{said}");
    let opened = send(&running, "GET", "/api/session", "", &json!({})).await;
    let cookie = opened.headers()["set-cookie"].to_str().unwrap().split(';').next().unwrap().to_owned();
    let log_in = async |identity: &Identity| {
        let path = "/api/portals/daejeon/challenges";
        let challenge = json_of(send(&running, "POST", path, &cookie, &json!({ "purpose": "login" })).await).await;
        let proof = prove(identity, &challenge);
        let body = json!({ "portal": "daejeon", "proof": proof });
        let answer = json_of(send(&running, "POST", "/api/session/certificate", &cookie, &body).await).await;
        (answer["code"].as_str().unwrap().to_owned(), proof)
    };
    // Everything about it is good; only nobody registered it yet.
    let (code, proof) = log_in(&identity).await;
    assert_eq!(code, "certificate_unregistered");
    for (flag, code) in [
        ("--expired", "certificate_expired"),
        ("--revoked", "certificate_revoked"),
        ("--on-hold", "certificate_on_hold"),
        ("--personal", "certificate_personal"),
    ] {
        assert_eq!(log_in(&issue(folder.path(), "124-81-00998", &[flag]).1).await.0, code);
    }
    let (_, other) = issue(folder.path(), "124-81-00998", &["--kind", "kica_corporate"]);
    assert_eq!(log_in(&other).await.0, "certificate_unregistered");

    stop(&running.child);
    assert!(running.child.wait().unwrap().success());
    let mut log = String::new();
    running.log.read_to_string(&mut log).unwrap();
    assert!(log.contains("/api/session/certificate"), "{log}");
    let part = |name: &str| proof[name].as_str().unwrap()[10..50].to_owned();
    let personal = [part("signature"), part("sealed_random"), proof["challenge"].as_str().unwrap().to_owned()];
    for personal in personal.iter().map(String::as_str).chain(["주식회사 시험", &*identity.certificate.serial()])
    {
        assert!(!log.contains(personal), "{personal} in {log}");
    }
}

/// Lets the program issue a test certificate; what it said, and the identity as a person would open it.
fn issue(data: &Path, number: &str, more: &[&str]) -> (String, Identity) {
    let out = tempfile::tempdir().unwrap();
    let mut command = program(data);
    command.args(["certificate", "--business-number", number, "--password", "Canary!pass1", "--out"]);
    let output = command.arg(out.path()).args(more).output().unwrap();
    let said = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
    assert!(output.status.success(), "{said}");
    let written = |name: &str| {
        let line = said.lines().find(|line| line.ends_with(name)).unwrap_or_else(|| panic!("no {name} in {said}"));
        let path = line.trim_start_matches("written").trim();
        assert!(path.contains("/NPKI/") && path.contains("/USER/cn="), "{path}");
        std::fs::read(path).unwrap()
    };
    let certificate = Certificate::parse(&written("signCert.der")).unwrap();
    let key = EncryptedKey::parse(&written("signPri.key")).unwrap().open(&Password::new("Canary!pass1")).unwrap();
    assert!(key.belongs_to(&certificate));
    (said, Identity { certificate, key })
}

#[test]
fn test_certificates_are_made_for_the_sandbox_alone() {
    let folder = tempfile::tempdir().unwrap();
    let refused = |change: &dyn Fn(&mut Command)| {
        let mut command = program(folder.path());
        command.args(["certificate", "--business-number", "124-81-00998", "--out"]).arg(folder.path());
        change(&mut command);
        let output = command.output().unwrap();
        assert!(!output.status.success());
        String::from_utf8(output.stderr).unwrap()
    };
    let said = refused(&|command| {
        command.env("GAIP_PROVIDERS", "live");
    });
    assert!(said.contains("Say GAIP_PROVIDERS=sandbox"), "{said}");
    let said = refused(&|command| {
        command.env("GAIP_CERTIFICATES", "somewhere");
    });
    assert!(said.contains("GAIP_CERTIFICATES names somewhere"), "{said}");
    let said = refused(&|command| {
        command.args(["--kind", "kica"]);
    });
    assert!(said.contains("there is no kind kica. There are: kica_corporate"), "{said}");
    let said = refused(&|command| {
        command.args(["--kind", "yessign_bank"]);
    });
    assert!(said.contains("the policy of the kind yessign_bank is not known"), "{said}");
    assert!(!folder.path().join("sandbox-ca").exists() && !folder.path().join("NPKI").exists());
}

fn stop(child: &Child) {
    let id = child.id().to_string();
    assert!(Command::new("kill").args(["-TERM", &id]).status().unwrap().success());
}

#[tokio::test]
async fn nothing_of_an_identity_is_logged() {
    let folder = tempfile::tempdir().unwrap();
    let mut running = start_with(
        program(folder.path())
            .env("GAIP_PORTALS", concat!(env!("CARGO_MANIFEST_DIR"), "/tests/portals"))
            .env("RUST_LOG", "debug"),
    );
    let draft = "/api/portals/people/journeys/member/draft";
    let opened = send(&running, "POST", draft, "", &json!({})).await;
    let cookie = opened.headers()["set-cookie"].to_str().unwrap().split(';').next().unwrap().to_owned();
    let kind = json!({ "input": { "fields": { "choice": "person" } } });
    send(&running, "PUT", &format!("{draft}/steps/kind/answer"), &cookie, &kind).await;
    let ask = json!({ "method": "phone", "name": "카나리아", "birth_date": "1991-02-03", "mobile": "010-9753-8642", "carrier": "KT", "agreed": true });
    let begun = send(&running, "POST", &format!("{draft}/steps/who/identity"), &cookie, &ask).await;
    assert_eq!(begun.status(), 200);
    let messages = json_of(send(&running, "GET", "/api/sandbox/messages", &cookie, &json!({})).await).await;
    let code: String = messages[0]["text"].as_str().unwrap().chars().filter(char::is_ascii_digit).collect();
    let confirm = format!("{draft}/steps/who/identity/confirm");
    assert_eq!(send(&running, "POST", &confirm, &cookie, &json!({ "code": code })).await.status(), 200);
    stop(&running.child);
    running.child.wait().unwrap();
    let mut log = String::new();
    running.log.read_to_string(&mut log).unwrap();
    assert!(log.contains("/steps/{step}/identity"), "{log}");
    for personal in ["카나리아", "1991-02-03", "9753", &code] {
        assert!(!log.contains(personal), "{personal} in {log}");
    }
}
