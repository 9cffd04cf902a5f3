//! Test certificates for the sandbox. They prove nothing anywhere else.

use crate::app::CannotStart;
use crate::certificates::Sandbox;
use crate::certificates::issue::{self, Format, Order, State};
use crate::clock::{Clock, SECOND};
use crate::config::Config;
use crate::portals::Portals;
use crate::random::Random;
use clap::Args;
use gaip_domain::portal::{CertificateKind, CertificateTable};
use gaip_domain::value::BusinessNumber;
use std::path::PathBuf;

/// The test identity that an operator asks for.
#[derive(Args, Clone, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "flags of a command line")]
pub struct Asked {
    /// The company's business number.
    #[arg(long)]
    pub business_number: String,
    /// The company's name.
    #[arg(long, default_value = "주식회사 시험")]
    pub name: String,
    /// The kind: an id of `certificates.json`.
    #[arg(long, default_value = "yessign_corporate")]
    pub kind: String,
    /// The password of the key.
    #[arg(long, default_value = "Sandbox!1234")]
    pub password: String,
    /// It has expired.
    #[arg(long, group = "state")]
    pub expired: bool,
    /// It is revoked.
    #[arg(long, group = "state")]
    pub revoked: bool,
    /// It is on hold.
    #[arg(long, group = "state")]
    pub on_hold: bool,
    /// It is a person's, of the same authority.
    #[arg(long)]
    pub personal: bool,
    /// How the key lies in its file.
    #[arg(long, value_enum, default_value = "seed")]
    pub format: Format,
    /// Writes a PFX beside the two files.
    #[arg(long)]
    pub pfx: bool,
    /// The folder in which `NPKI` is made.
    #[arg(long, default_value = ".")]
    pub out: PathBuf,
}

/// Issues a test identity and writes its files; what was written, in lines.
pub fn certificate(
    config: &Config,
    asked: &Asked,
    clock: &dyn Clock,
    random: &dyn Random,
) -> Result<Vec<String>, CannotStart> {
    let failed = |what: String| CannotStart(vec![what]);
    if !config.sandbox() {
        return Err(failed("test certificates are for the sandbox. Say GAIP_PROVIDERS=sandbox".to_owned()));
    }
    if let Some(folder) = &config.certificates {
        let folder = folder.display();
        let what = format!("GAIP_CERTIFICATES names {folder}, so the sandbox's authorities are not believed. Unset it");
        return Err(failed(what));
    }
    let portals = Portals::load(&config.portals_folder()).map_err(CannotStart)?;
    let number = BusinessNumber::parse(&asked.business_number);
    let number = number.map_err(|_| failed(format!("{} is no business number", asked.business_number)))?;
    let state = match asked {
        Asked { expired: true, .. } => State::Expired,
        Asked { revoked: true, .. } => State::Revoked,
        Asked { on_hold: true, .. } => State::OnHold,
        _ => State::Valid,
    };
    let kind = kind(portals.table(), asked).map_err(failed)?;
    let order = Order { number: &number, name: &asked.name, kind, state };
    let sandbox = Sandbox::new(config.sandbox_ca());
    let identity = issue::issue(&sandbox, portals.table(), &order, clock.now() / SECOND, random).map_err(failed)?;
    let files = issue::save(&identity, &asked.out, &asked.password, asked.format, asked.pfx, random);
    let certificate = &identity.certificate;
    let mut lines = vec![
        "TEST certificate of the sandbox; it proves nothing anywhere else".to_owned(),
        format!("kind      {} ({})", kind.id, kind.name.ko),
        format!("subject   {}", certificate.subject()),
        format!("serial    {}", certificate.serial()),
        format!("company   {}", number.hyphenated()),
        format!("state     {state:?}"),
        format!("password  {}", asked.password),
    ];
    lines.extend(files.map_err(failed)?.iter().map(|file| format!("written   {}", file.display())));
    Ok(lines)
}

/// The kind that was asked for, or the persons' kind of the same authority.
fn kind<'a>(table: &'a CertificateTable, asked: &Asked) -> Result<&'a CertificateKind, String> {
    let kind = table.kind(&asked.kind).ok_or_else(|| {
        let known: Vec<&str> = table.kinds.iter().map(|kind| kind.id.as_str()).collect();
        format!("there is no kind {}. There are: {}", asked.kind, known.join(", "))
    })?;
    if !asked.personal || kind.personal {
        return Ok(kind);
    }
    let personal = table.kinds.iter().find(|other| other.personal && other.authority == kind.authority);
    personal.ok_or_else(|| format!("{} has no kind for persons", kind.authority))
}
