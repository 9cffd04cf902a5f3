//! `gaip-backend`: serves a portal, or does an operator's command.

use clap::{Parser, Subcommand};
use gaip_backend::app::{self, App, CannotStart};
use gaip_backend::clock::SystemClock;
use gaip_backend::config::{Config, LogFormat};
use gaip_backend::random::SystemRandom;
use gaip_backend::{codes, command, signup, sync};
use gaip_domain::value::CodeList;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::TcpListener;
use tracing_subscriber::EnvFilter;

/// The reference backend of Gaip.
#[derive(Parser)]
#[command(name = "gaip-backend", version)]
struct Line {
    #[command(flatten)]
    config: Config,
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Subcommand)]
enum Command {
    /// Serves the portals (the default).
    Serve,
    /// Lists members: reference, portal, business number, company, login id, state, day.
    Members {
        /// Only those whose originals are still to be received.
        #[arg(long)]
        provisional: bool,
    },
    /// Marks the originals of a provisional member as received.
    OriginalsReceived {
        /// Reference number or business number.
        member: String,
        /// The portal.
        #[arg(long, default_value = "daejeon")]
        portal: String,
    },
    /// Lists who waits for the papers of a new company to be looked at: reference, portal, business number, company, day, papers.
    Applications,
    /// Approves the papers of a company: the applicant becomes its master.
    ApplicationApprove {
        /// Reference number.
        reference: String,
    },
    /// Refuses the papers of a company. The applicant reads the reason.
    ApplicationReject {
        /// Reference number.
        reference: String,
        /// Why, in words for the applicant.
        #[arg(long)]
        reason: String,
    },
    /// Lists members that another system still does not know: reference, vain attempts.
    StuckSyncs,
    /// Accounts of the system of before, which their people take over.
    #[command(subcommand)]
    OldMembers(command::AskedOldMembers),
    /// Accounts of operators, the agency's staff who log in at `/{portal}/operator`.
    #[command(subcommand)]
    Operator(command::AskedOperator),
    /// Issues a TEST certificate of the sandbox, as people have them: `NPKI/…/signCert.der` and `signPri.key`.
    Certificate(command::AskedCertificate),
    /// Imports an edition of a code list from its official files and puts it in force.
    Import {
        /// The list: `hs` or `ksic`.
        #[arg(value_parser = list)]
        list: CodeList,
        /// The files: .xlsx, .csv or .tsv.
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
        /// Only says what the files would change; stores nothing.
        #[arg(long)]
        check: bool,
        /// Takes an edition with more than 5 % more or fewer codes of a level than the one in force.
        #[arg(long)]
        accept_size_change: bool,
    },
}

fn list(name: &str) -> Result<CodeList, String> {
    CodeList::parse(name).ok_or_else(|| "the lists are `hs` and `ksic`".to_owned())
}

#[tokio::main]
async fn main() -> ExitCode {
    let Line { config, command } = Line::parse();
    log(config.log);
    let done = match command.unwrap_or(Command::Serve) {
        Command::Serve => serve(config).await,
        Command::Members { provisional } => command::members(&config, provisional).await.map(print),
        Command::Applications => command::applications(&config).await.map(print),
        Command::ApplicationApprove { reference } => {
            let said = command::approve(&config, &reference, &SystemClock, &SystemRandom).await;
            said.map(|line| println!("{line}"))
        }
        Command::ApplicationReject { reference, reason } => {
            let said = command::reject(&config, &reference, &reason, &SystemClock, &SystemRandom).await;
            said.map(|line| println!("{line}"))
        }
        Command::OriginalsReceived { member, portal } => {
            let said = command::originals_received(&config, &portal, &member, &SystemClock, &SystemRandom).await;
            said.map(|line| println!("{line}"))
        }
        Command::StuckSyncs => command::stuck_syncs(&config).await.map(print),
        Command::OldMembers(asked) => {
            command::old_members(&config, &asked, &SystemClock, &SystemRandom).await.map(print)
        }
        Command::Operator(asked) => command::operator(&config, &asked, &SystemClock, &SystemRandom).await.map(print),
        Command::Certificate(asked) => command::certificate(&config, &asked, &SystemClock, &SystemRandom).map(print),
        Command::Import { list, files, check, accept_size_change } => {
            let asked = command::Asked { list, files, check, accept_size_change };
            command::import(&config, asked, &SystemClock, &SystemRandom).await.map(|report| println!("{report}"))
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn print(lines: Vec<String>) {
    for line in lines {
        println!("{line}");
    }
}

fn log(format: LogFormat) {
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("info,sqlx=warn"));
    let lines = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    match format {
        LogFormat::Text => lines.init(),
        LogFormat::Json => lines.json().init(),
    }
}

async fn serve(config: Config) -> Result<(), CannotStart> {
    let listen = config.listen;
    let app = app::open(config, Arc::new(SystemClock), Arc::new(SystemRandom)).await?;
    let failed =
        |error: std::io::Error| CannotStart(vec![format!("{listen}: {error}. Name another address with GAIP_LISTEN")]);
    let listener = TcpListener::bind(listen).await.map_err(failed)?;
    if app.config.sandbox() {
        tracing::warn!("outside services are simulated (GAIP_PROVIDERS=sandbox)");
    }
    tracing::info!(address = %listener.local_addr().map_err(failed)?, "listening");
    let sweeper = tokio::spawn(sweep_hourly(app.clone()));
    let watcher = tokio::spawn(codes::watch(app.clone()));
    let teller = tokio::spawn(sync::watch(app.clone()));
    let service = app::router(app.clone()).into_make_service_with_connect_info::<SocketAddr>();
    axum::serve(listener, service).with_graceful_shutdown(asked_to_stop()).await.map_err(failed)?;
    sweeper.abort();
    watcher.abort();
    teller.abort();
    app.store.close().await;
    tracing::info!("stopped");
    Ok(())
}

async fn sweep_hourly(app: App) {
    let mut hours = tokio::time::interval(Duration::from_secs(3600));
    loop {
        hours.tick().await;
        // A failure is in the log already; the next hour tries again.
        let _ = signup::sweep(&app).await;
    }
}

/// Ends when the process is asked to stop: ctrl-c or SIGTERM. Requests under way are finished first.
async fn asked_to_stop() {
    let interrupt = async { tokio::signal::ctrl_c().await.expect("ctrl-c can be listened for") };
    #[cfg(unix)]
    let terminate = async {
        let mut signal = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate())
            .expect("SIGTERM can be listened for");
        signal.recv().await;
    };
    #[cfg(not(unix))]
    let terminate = std::future::pending::<()>();
    tokio::select! { () = interrupt => {}, () = terminate => {} }
}
