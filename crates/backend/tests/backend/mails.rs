//! Mails by SMTP: what a server is told, and what counts as an outage.

use crate::support::Backend;
use gaip_backend::app;
use gaip_backend::clock::SystemClock;
use gaip_backend::config::Providers;
use gaip_backend::providers::Unavailable;
use gaip_backend::providers::mail::{Mail, Mailer, Mails};
use gaip_backend::random::SystemRandom;
use std::sync::{Arc, Mutex};
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpListener;

/// A mail server that takes everything, or no mail; what it was told, line by line.
async fn server(takes: bool) -> (String, Arc<Mutex<Vec<String>>>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("smtp://{}", listener.local_addr().unwrap());
    let told = Arc::new(Mutex::new(Vec::new()));
    let kept = told.clone();
    tokio::spawn(async move {
        while let Ok((socket, _)) = listener.accept().await {
            let kept = kept.clone();
            tokio::spawn(async move {
                let (read, mut write) = socket.into_split();
                let mut lines = BufReader::new(read).lines();
                write.write_all(b"220 test\r\n").await.unwrap();
                let mut data = false;
                while let Ok(Some(line)) = lines.next_line().await {
                    let answer = match (data, line.as_str()) {
                        (true, ".") => {
                            data = false;
                            "250 taken"
                        }
                        (true, _) => "",
                        (_, "DATA") => {
                            data = true;
                            "354 go on"
                        }
                        (_, rcpt) if rcpt.starts_with("RCPT") && !takes => "550 no",
                        _ => "250 ok",
                    };
                    kept.lock().unwrap().push(line);
                    if !answer.is_empty() {
                        write.write_all(format!("{answer}\r\n").as_bytes()).await.unwrap();
                    }
                }
            });
        }
    });
    (url, told)
}

fn mail() -> Mail {
    Mail {
        to: "hong@example.com".to_owned(),
        subject: "[무역투자24] 인증번호".to_owned(),
        text: "인증번호는 123456 입니다.\n".to_owned(),
    }
}

#[tokio::test]
async fn a_server_is_told_sender_address_and_text() {
    let (url, told) = server(true).await;
    let mailer = Mailer::smtp(&url, "무역투자24 <no-reply@example.go.kr>").unwrap();
    assert_eq!(mailer.ready("hong@example.com").await, Ok(()));
    assert_eq!(mailer.send(&mail()).await, Ok(()));
    let told = told.lock().unwrap().join("\n");
    for said in
        ["MAIL FROM:<no-reply@example.go.kr>", "RCPT TO:<hong@example.com>", "Subject: ", "text/plain; charset=utf-8"]
    {
        assert!(told.contains(said), "{said} in {told}");
    }
}

#[tokio::test]
async fn a_server_that_is_not_there_or_refuses_is_an_outage() {
    let nowhere = Mailer::smtp("smtp://127.0.0.1:9", "no-reply@example.go.kr").unwrap();
    assert_eq!(nowhere.ready("hong@example.com").await, Err(Unavailable));
    assert_eq!(nowhere.send(&mail()).await, Err(Unavailable));
    let (url, _) = server(false).await;
    let refusing = Mailer::smtp(&url, "no-reply@example.go.kr").unwrap();
    assert_eq!(refusing.ready("hong@example.com").await, Ok(()));
    assert_eq!(refusing.send(&mail()).await, Err(Unavailable));
    assert_eq!(Mailer::none().ready("hong@example.com").await, Err(Unavailable));
}

#[test]
fn a_wrong_setting_is_named_without_its_password() {
    let said = |url: &str, from: &str| Mailer::smtp(url, from).err().unwrap();
    assert_eq!(said("https://name:secret@host", "a@b.kr"), "GAIP_SMTP_URL is not the address of a mail server");
    assert_eq!(said("smtps://host", "nobody"), "GAIP_MAIL_FROM is not an e-mail address");
}

#[tokio::test]
async fn a_live_backend_that_sends_codes_needs_a_mail_server() {
    let backend = Backend::on_sqlite().await;
    let why = async |url: Option<&str>| {
        let mut config = backend.config.clone();
        config.providers = Some(Providers::Live);
        (config.nts_key, config.juso_key) = (Some("key".to_owned()), Some("key".to_owned()));
        for address in [&mut config.nts_url, &mut config.juso_url, &mut config.portone_url] {
            "http://127.0.0.1:9".clone_into(address);
        }
        (config.portone_secret, config.portone_channel) = (Some("secret".to_owned()), Some("channel".to_owned()));
        config.downstream_url = Some("http://127.0.0.1:9".to_owned());
        config.financial_url = Some("http://127.0.0.1:9".to_owned());
        config.public_url = Some("https://portal.example".to_owned());
        config.social = Some(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/backend/support/social.json").into());
        config.smtp_url = url.map(str::to_owned);
        app::open(config, Arc::new(SystemClock), Arc::new(SystemRandom)).await.err().unwrap().to_string()
    };
    assert_eq!(why(None).await, "a portal sends codes by e-mail but GAIP_SMTP_URL is not set");
    assert_eq!(why(Some("smtps://host")).await, "a portal sends codes by e-mail but GAIP_MAIL_FROM is not set");
}
