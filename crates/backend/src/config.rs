//! What an operator sets: flags or environment variables.

use clap::{Args, ValueEnum};
use std::net::SocketAddr;
use std::path::PathBuf;

/// The configuration of one process.
#[derive(Args, Clone, Debug)]
pub struct Config {
    /// Address to listen on.
    #[arg(long, env = "GAIP_LISTEN", default_value = "127.0.0.1:8080", global = true)]
    pub listen: SocketAddr,
    /// Folder of the SQLite file and the uploads; made when missing.
    #[arg(long, env = "GAIP_DATA", default_value = "data", global = true)]
    pub data: PathBuf,
    /// `postgres://…`; the SQLite file in the data folder when absent.
    #[arg(long, env = "DATABASE_URL", hide_env_values = true, global = true)]
    pub database_url: Option<String>,
    /// Folder of the built browser application.
    #[arg(long, env = "GAIP_DIST", default_value = "dist", global = true)]
    pub dist: PathBuf,
    /// Folder of the portals; `portals` in the application's folder, else `public/portals`.
    #[arg(long, env = "GAIP_PORTALS", global = true)]
    pub portals: Option<PathBuf>,
    /// Folder of the authorities whose certificates are believed: `roots/`, `intermediates/`, `crls/`.
    #[arg(long, env = "GAIP_CERTIFICATES", global = true)]
    pub certificates: Option<PathBuf>,
    /// The address that people type. With `https` cookies are Secure and HSTS is on.
    #[arg(long, env = "GAIP_PUBLIC_URL", global = true)]
    pub public_url: Option<String>,
    /// Whether outside services are real or simulated; must be said.
    #[arg(long, env = "GAIP_PROVIDERS", global = true)]
    pub providers: Option<Providers>,
    /// Key of the business registry (data.go.kr 15081808), for live services.
    #[arg(long, env = "GAIP_NTS_KEY", hide_env_values = true, global = true)]
    pub nts_key: Option<String>,
    /// Key of the address search (business.juso.go.kr), for live services.
    #[arg(long, env = "GAIP_JUSO_KEY", hide_env_values = true, global = true)]
    pub juso_key: Option<String>,
    /// Where the business registry is asked.
    #[arg(long, env = "GAIP_NTS_URL", default_value = "https://api.odcloud.kr/api/nts-businessman/v1", global = true)]
    pub nts_url: String,
    /// Where addresses are searched.
    #[arg(
        long,
        env = "GAIP_JUSO_URL",
        default_value = "https://business.juso.go.kr/addrlink/addrLinkApi.do",
        global = true
    )]
    pub juso_url: String,
    /// Address of the operator's adapter to a company directory; without it no company is listed.
    #[arg(long, env = "GAIP_DIRECTORY_URL", global = true)]
    pub directory_url: Option<String>,
    /// Key of that adapter.
    #[arg(long, env = "GAIP_DIRECTORY_KEY", hide_env_values = true, default_value = "", global = true)]
    pub directory_key: String,
    /// Address of the operator's adapter to the system that has to know new members, for portals with `sync`; the sandbox
    /// simulates one without it.
    #[arg(long, env = "GAIP_DOWNSTREAM_URL", global = true)]
    pub downstream_url: Option<String>,
    /// Key of that adapter.
    #[arg(long, env = "GAIP_DOWNSTREAM_KEY", hide_env_values = true, default_value = "", global = true)]
    pub downstream_key: String,
    /// Address of the operator's adapter to the portal's backend of services and mileage; the sandbox simulates one without
    /// it.
    #[arg(long, env = "GAIP_SERVICES_URL", global = true)]
    pub services_url: Option<String>,
    /// Key of that adapter.
    #[arg(long, env = "GAIP_SERVICES_KEY", hide_env_values = true, default_value = "", global = true)]
    pub services_key: String,
    /// Address of the operator's relay to the service of financial certificates, for portals that take those.
    #[arg(long, env = "GAIP_FINANCIAL_URL", global = true)]
    pub financial_url: Option<String>,
    /// Key of that relay.
    #[arg(long, env = "GAIP_FINANCIAL_KEY", hide_env_values = true, default_value = "", global = true)]
    pub financial_key: String,
    /// Secret of the identity service (PortOne V2), for live services and portals with an identity step.
    #[arg(long, env = "GAIP_PORTONE_SECRET", hide_env_values = true, global = true)]
    pub portone_secret: Option<String>,
    /// Its channel of identity verification.
    #[arg(long, env = "GAIP_PORTONE_CHANNEL", hide_env_values = true, global = true)]
    pub portone_channel: Option<String>,
    /// Its store, where the account has several.
    #[arg(long, env = "GAIP_PORTONE_STORE", global = true)]
    pub portone_store: Option<String>,
    /// Where the identity service is asked.
    #[arg(long, env = "GAIP_PORTONE_URL", default_value = "https://api.portone.io", global = true)]
    pub portone_url: String,
    /// Codes by SMS instead of the carrier's app; only for channels that do not ask for the resident number.
    #[arg(long, env = "GAIP_PORTONE_SMS", global = true)]
    pub portone_sms: bool,
    /// The mail server, for live services and portals that send codes by e-mail: `smtps://name:password@host:465`, or
    /// `smtp://…:587?tls=required`.
    #[arg(long, env = "GAIP_SMTP_URL", hide_env_values = true, global = true)]
    pub smtp_url: Option<String>,
    /// The sender of mails: `기관 이름 <no-reply@example.go.kr>`.
    #[arg(long, env = "GAIP_MAIL_FROM", global = true)]
    pub mail_from: Option<String>,
    /// File with the accounts at the providers of social login, for live services and portals with a social step.
    #[arg(long, env = "GAIP_SOCIAL", global = true)]
    pub social: Option<PathBuf>,
    /// Key under which people are told apart, 32 characters or more; never change it. The sandbox makes one in the data folder.
    #[arg(long, env = "GAIP_SECRET", hide_env_values = true, global = true)]
    pub secret: Option<String>,
    /// Takes the caller's address from the last entry of `X-Forwarded-For`. Only behind a proxy that sets it.
    #[arg(long, env = "GAIP_TRUST_PROXY", global = true)]
    pub trust_proxy: bool,
    /// The gallery of screens is in `GAIP_DIST`, and shows pages in frames of its own. With `sandbox` alone.
    #[arg(long, env = "GAIP_GALLERY", global = true)]
    pub gallery: bool,
    /// Multiplies how often one caller may ask; for measurements and tests.
    #[arg(long, env = "GAIP_LIMITS", default_value_t = 1, global = true)]
    pub limits: u32,
    /// How logs are written.
    #[arg(long, env = "GAIP_LOG", default_value = "text", global = true)]
    pub log: LogFormat,
}

/// Where answers of outside services come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Providers {
    /// Simulated; every page says so.
    Sandbox,
    /// The services themselves.
    Live,
}

/// How logs are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum LogFormat {
    /// For people.
    Text,
    /// A JSON object a line.
    Json,
}

impl Config {
    /// Whether people reach the service over TLS.
    pub fn secure(&self) -> bool {
        self.public_url.as_deref().is_some_and(|url| url.starts_with("https://"))
    }

    /// Whether outside services are simulated.
    pub fn sandbox(&self) -> bool {
        self.providers == Some(Providers::Sandbox)
    }

    /// Whether pages of this origin may show others in frames: never where real people come.
    pub fn framed(&self) -> bool {
        self.gallery && self.sandbox()
    }

    /// The folder of the portals.
    pub fn portals_folder(&self) -> PathBuf {
        let built = self.dist.join("portals");
        self.portals.clone().unwrap_or_else(|| if built.is_dir() { built } else { PathBuf::from("public/portals") })
    }

    /// The folder of uploaded files.
    pub fn uploads_folder(&self) -> PathBuf {
        self.data.join("uploads")
    }

    /// The folder of the sandbox's authorities.
    pub fn sandbox_ca(&self) -> PathBuf {
        self.data.join("sandbox-ca")
    }

    /// The database: `DATABASE_URL`, else a file in the data folder.
    pub fn database(&self) -> String {
        let file = || format!("sqlite://{}?mode=rwc", self.data.join("gaip.sqlite").display());
        self.database_url.clone().unwrap_or_else(file)
    }
}
