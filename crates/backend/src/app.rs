//! Everything a running backend has, and the router over it.

use crate::account::Attempts;
use crate::certificates::{Fetched, Trust};
use crate::clock::Clock;
use crate::codes::Codes;
use crate::company;
use crate::config::{Config, Providers};
use crate::http;
use crate::password::Passwords;
use crate::people::PeopleKey;
use crate::portals::Portals;
use crate::providers::Adapter;
use crate::providers::addresses::{Addresses, Juso};
use crate::providers::directory::{CompanyDirectory, Directory};
use crate::providers::downstream::{Downstream, OtherSystem};
use crate::providers::financial::{FinancialService, Relay};
use crate::providers::identity::portone::Account;
use crate::providers::identity::{IdentityService, PortOne};
use crate::providers::inbox::Inbox;
use crate::providers::lists::{HttpLists, Lists, NoLists};
use crate::providers::mail::{Mailer, Mails};
use crate::providers::registry::{Nts, Registry};
use crate::providers::services::{ServiceHistory, Services};
use crate::providers::social::{OAuth, SandboxProviders, Settings, SocialService};
use crate::random::Random;
use crate::store::Store;
use crate::store::sql::SqlStore;
use crate::uploads::Uploads;
use axum::Router;
use gaip_domain::value::PasswordPolicy;
use std::sync::Arc;

/// What every request shares.
pub struct AppState {
    /// What the operator set.
    pub config: Config,
    /// What is kept.
    pub store: Arc<dyn Store>,
    /// The code lists in force.
    pub codes: Codes,
    /// The portals that are served.
    pub portals: Portals,
    /// The business registry.
    pub registry: Box<dyn Registry>,
    /// The address search.
    pub addresses: Box<dyn Addresses>,
    /// The company directory.
    pub directory: Box<dyn CompanyDirectory>,
    /// The system that has to know new members.
    pub downstream: Box<dyn Downstream>,
    /// The portal's backend of services and mileage.
    pub services: Box<dyn Services>,
    /// The service of financial certificates.
    pub financial: Box<dyn FinancialService>,
    /// The identity service.
    pub identity: Box<dyn IdentityService>,
    /// Sends mails.
    pub mails: Arc<dyn Mails>,
    /// The providers of accounts.
    pub social: Box<dyn SocialService>,
    /// Whom the sandbox has at its providers.
    pub accounts: Arc<SandboxProviders>,
    /// What the sandbox "sent".
    pub inbox: Arc<Inbox>,
    /// Tells people apart.
    pub people: PeopleKey,
    /// The authorities whose certificates are believed.
    pub trust: Trust,
    /// Lists of revoked certificates that were fetched.
    pub fetched: Fetched,
    /// Bytes of uploaded files.
    pub uploads: Uploads,
    /// The time.
    pub clock: Arc<dyn Clock>,
    /// Chance.
    pub random: Arc<dyn Random>,
    /// The rules for new passwords.
    pub policy: PasswordPolicy,
    /// Hashes and verifies passwords.
    pub passwords: Passwords,
    /// Failed logins of late.
    pub attempts: Attempts,
}

/// The shared state, cheap to clone.
pub type App = Arc<AppState>;

/// Why the backend cannot start: each line says what is wrong and how to mend it.
#[derive(Debug)]
pub struct CannotStart(pub Vec<String>);

impl std::fmt::Display for CannotStart {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0.join("\n"))
    }
}

impl std::error::Error for CannotStart {}

/// Opens the database and the folders, reads the portals, and sets the outside services up.
pub async fn open(config: Config, clock: Arc<dyn Clock>, random: Arc<dyn Random>) -> Result<App, CannotStart> {
    let portals = Portals::load(&config.portals_folder()).map_err(CannotStart)?;
    let (registry, addresses) = services(&config).map_err(|what| CannotStart(vec![what]))?;
    let directory = directory(&config).map_err(|what| CannotStart(vec![what]))?;
    let downstream = downstream(&config, portals.tell_others()).map_err(|what| CannotStart(vec![what]))?;
    let history = history(&config).map_err(|what| CannotStart(vec![what]))?;
    let inbox = Arc::new(Inbox::default());
    reachable(&config, &portals).map_err(|what| CannotStart(vec![what]))?;
    let asked = portals.ask_identity();
    let identity = if config.sandbox() {
        PortOne::sandbox(clock.clone(), random.clone(), inbox.clone())
    } else if asked {
        portone(&config).map_err(|what| CannotStart(vec![what]))?
    } else {
        PortOne::none()
    };
    let accounts = Arc::new(SandboxProviders::new(random.clone()));
    let by_account = portals.ask_social();
    let social = providers_of_accounts(&config, &accounts, by_account).map_err(|what| CannotStart(vec![what]))?;
    let taken = portals.take_financial();
    let financial = if config.sandbox() {
        Relay::sandbox(clock.clone(), random.clone(), inbox.clone())
    } else if taken {
        relay(&config).map_err(|what| CannotStart(vec![what]))?
    } else {
        Relay::none()
    };
    let by_mail = portals.ask_email_code();
    let mails = mailer(&config, &clock, &inbox, by_mail).map_err(|what| CannotStart(vec![what]))?;
    let trust = Trust::open(&config, &portals, random.clone()).map_err(CannotStart)?;
    let lists = lists(&config).map_err(|what| CannotStart(vec![what]))?;
    let store = Arc::new(open_store(&config).await?);
    let named = company::names::fill(&*store, &portals).await;
    named.map_err(|failure| CannotStart(vec![format!("names of members: {failure}")]))?;
    let needing = [
        (asked, "an identity step"),
        (by_account, "a social step"),
        (by_mail, "an e-mail code step"),
        (portals.register_companies(), "companies with approval passwords"),
    ];
    let needing = needing.into_iter().find_map(|(needed, what)| needed.then_some(what));
    let people = PeopleKey::open(&config, needing, &*random).map_err(|what| CannotStart(vec![what]))?;
    let codes = Codes::builtin();
    codes.refresh(&*store).await.map_err(|failure| CannotStart(vec![format!("the code lists: {failure}")]))?;
    let uploads = Uploads::new(config.uploads_folder(), store.clone());
    Ok(Arc::new(AppState {
        store,
        codes,
        portals,
        registry: Box::new(registry),
        addresses: Box::new(addresses),
        directory: Box::new(directory),
        downstream: Box::new(downstream),
        services: Box::new(history),
        financial: Box::new(financial),
        identity: Box::new(identity),
        mails: Arc::new(mails),
        social: Box::new(social),
        accounts,
        inbox,
        people,
        trust,
        fetched: Fetched::new(lists),
        uploads,
        passwords: Passwords::new(&*random),
        clock,
        random,
        policy: PasswordPolicy::standard(),
        attempts: Attempts::default(),
        config,
    }))
}

/// Opens the database; the data folder is made when it is missing.
pub async fn open_store(config: &Config) -> Result<SqlStore, CannotStart> {
    let data = &config.data;
    std::fs::create_dir_all(data).map_err(|error| {
        CannotStart(vec![format!("{}: {error}. Name another folder with GAIP_DATA", data.display())])
    })?;
    let opened = SqlStore::connect(&config.database()).await;
    opened.map_err(|failure| CannotStart(vec![format!("the database: {failure}. Check DATABASE_URL or GAIP_DATA")]))
}

/// The outside services. Simulated ones must be asked for by name.
fn services(config: &Config) -> Result<(Nts, Juso), String> {
    let missing = |what: &str| format!("GAIP_PROVIDERS is live but {what} is not set");
    match config.providers {
        None => {
            Err("GAIP_PROVIDERS is not set. Say `live` for the real services or `sandbox` for simulated ones"
                .to_owned())
        }
        Some(Providers::Sandbox) => Ok((Nts::sandbox(), Juso::sandbox())),
        Some(Providers::Live) => {
            let nts = config.nts_key.as_deref().ok_or_else(|| missing("GAIP_NTS_KEY"))?;
            let juso = config.juso_key.as_deref().ok_or_else(|| missing("GAIP_JUSO_KEY"))?;
            let bad = |what: &str| format!("{what} is not a web address");
            let nts = Nts::http(&config.nts_url, nts).map_err(|_| bad("GAIP_NTS_URL"))?;
            let juso = Juso::http(&config.juso_url, juso).map_err(|_| bad("GAIP_JUSO_URL"))?;
            Ok((nts, juso))
        }
    }
}

/// Passkeys belong to the host that people type, and links in mails lead there, so it cannot be what a request says.
fn reachable(config: &Config, portals: &Portals) -> Result<(), String> {
    let offers = |what: &str| Err(format!("{what} but GAIP_PUBLIC_URL is not set"));
    if config.sandbox() || config.public_url.is_some() {
        Ok(())
    } else if portals.iter().any(|served| served.portal.passkeys) {
        offers("a portal offers passkeys")
    } else if portals.iter().any(|served| served.portal.invites()) {
        offers("companies of a portal invite people by e-mail, with links to it,")
    } else {
        Ok(())
    }
}

/// The operator's adapter to a service, where one is named; `variable` names it.
fn adapter(config: &Config, url: Option<&String>, key: &str, variable: &str) -> Result<Adapter, String> {
    match url {
        Some(url) => Adapter::http(url, key).map_err(|_| format!("{variable} is not a web address")),
        None if config.sandbox() => Ok(Adapter::Sandbox),
        None => Ok(Adapter::None),
    }
}

/// The company directory, where there is one.
fn directory(config: &Config) -> Result<Directory, String> {
    let url = config.directory_url.as_ref().filter(|_| !config.sandbox());
    adapter(config, url, &config.directory_key, "GAIP_DIRECTORY_URL").map(Directory)
}

/// The system that has to know new members; a portal that names one must have it.
fn downstream(config: &Config, wanted: bool) -> Result<OtherSystem, String> {
    let url = config.downstream_url.as_ref();
    match adapter(config, url, &config.downstream_key, "GAIP_DOWNSTREAM_URL")? {
        Adapter::None if wanted => {
            Err("a portal tells another system of new members (`sync`) but GAIP_DOWNSTREAM_URL is not set".to_owned())
        }
        adapter => Ok(OtherSystem(adapter)),
    }
}

/// The backend of services and mileage; where none is named, companies are told that it cannot be reached.
fn history(config: &Config) -> Result<ServiceHistory, String> {
    let url = config.services_url.as_ref();
    adapter(config, url, &config.services_key, "GAIP_SERVICES_URL").map(ServiceHistory)
}

/// The identity service, which a portal asks for.
fn portone(config: &Config) -> Result<PortOne, String> {
    let missing = |what: &str| format!("a portal has an identity step but {what} is not set");
    let account = Account {
        url: &config.portone_url,
        secret: config.portone_secret.as_deref().ok_or_else(|| missing("GAIP_PORTONE_SECRET"))?,
        store: config.portone_store.as_deref(),
        channel: config.portone_channel.as_deref().ok_or_else(|| missing("GAIP_PORTONE_CHANNEL"))?,
        sms: config.portone_sms,
    };
    PortOne::http(account).map_err(|_| "GAIP_PORTONE_URL is not a web address".to_owned())
}

/// The providers of accounts, which a portal asks for.
fn providers_of_accounts(config: &Config, accounts: &Arc<SandboxProviders>, asked: bool) -> Result<OAuth, String> {
    if config.sandbox() {
        return Ok(OAuth::sandbox(accounts.clone()));
    }
    let missing = |what: &str| format!("a portal has a social step but {what} is not set");
    match &config.social {
        // Providers know the address to come back to, so it cannot be what a request says.
        Some(_) if config.public_url.is_none() => Err(missing("GAIP_PUBLIC_URL")),
        Some(file) => OAuth::http(&Settings::read(file)?),
        None if asked => Err(missing("GAIP_SOCIAL")),
        None => OAuth::http(&std::collections::BTreeMap::new()),
    }
}

/// The relay to the service of financial certificates, which a portal takes.
fn relay(config: &Config) -> Result<Relay, String> {
    let missing = || "a portal takes financial certificates but GAIP_FINANCIAL_URL is not set".to_owned();
    let url = config.financial_url.as_deref().ok_or_else(missing)?;
    Relay::http(url, &config.financial_key).map_err(|_| "GAIP_FINANCIAL_URL is not a web address".to_owned())
}

/// The mail server, which a portal needs to send codes.
fn mailer(config: &Config, clock: &Arc<dyn Clock>, inbox: &Arc<Inbox>, asked: bool) -> Result<Mailer, String> {
    if config.sandbox() {
        return Ok(Mailer::sandbox(clock.clone(), inbox.clone()));
    }
    let missing = |what: &str| format!("a portal sends codes by e-mail but {what} is not set");
    match (&config.smtp_url, &config.mail_from) {
        (Some(url), Some(from)) => Mailer::smtp(url, from),
        (None, None) if !asked => Ok(Mailer::none()),
        (None, _) => Err(missing("GAIP_SMTP_URL")),
        (_, None) => Err(missing("GAIP_MAIL_FROM")),
    }
}

/// Where lists of revoked certificates come from besides the operator's folder.
fn lists(config: &Config) -> Result<Box<dyn Lists>, String> {
    if config.sandbox() {
        return Ok(Box::new(NoLists));
    }
    let lists = HttpLists::new().map_err(|_| "the HTTP client cannot start".to_owned())?;
    Ok(Box::new(lists))
}

/// The router of the whole backend.
pub fn router(app: App) -> Router {
    http::router(app)
}
