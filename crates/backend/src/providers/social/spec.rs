//! The providers as data: their addresses, and what is asked of them. An operator's file may name other addresses.

use gaip_domain::portal::SocialProvider;
use reqwest::Url;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::Path;

/// What a provider is by itself.
pub(super) struct Spec {
    pub(super) authorize: &'static str,
    pub(super) token: &'static str,
    pub(super) user: &'static str,
    /// What is asked for; never more than name, mobile number and e-mail address.
    pub(super) scope: &'static str,
    /// Who signs its tokens, where it speaks OIDC.
    pub(super) issuer: Option<&'static str>,
}

pub(super) fn spec(provider: SocialProvider) -> Spec {
    match provider {
        SocialProvider::Kakao => Spec {
            authorize: "https://kauth.kakao.com/oauth/authorize",
            token: "https://kauth.kakao.com/oauth/token",
            user: "https://kapi.kakao.com/v2/user/me",
            scope: "openid,name,phone_number,account_email",
            issuer: Some("https://kauth.kakao.com"),
        },
        SocialProvider::Naver => Spec {
            authorize: "https://nid.naver.com/oauth2.0/authorize",
            token: "https://nid.naver.com/oauth2.0/token",
            user: "https://openapi.naver.com/v1/nid/me",
            scope: "",
            issuer: None,
        },
        SocialProvider::Google => Spec {
            authorize: "https://accounts.google.com/o/oauth2/v2/auth",
            token: "https://oauth2.googleapis.com/token",
            user: "https://openidconnect.googleapis.com/v1/userinfo",
            scope: "openid email profile",
            issuer: Some("https://accounts.google.com"),
        },
        SocialProvider::Facebook => Spec {
            authorize: "https://www.facebook.com/v26.0/dialog/oauth",
            token: "https://graph.facebook.com/v26.0/oauth/access_token",
            user: "https://graph.facebook.com/v26.0/me?fields=id,name,email",
            scope: "public_profile,email",
            issuer: None,
        },
    }
}

/// The operator's account at a provider, in the file that `GAIP_SOCIAL` names.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    client_id: String,
    client_secret: String,
    authorize: Option<String>,
    token: Option<String>,
    user: Option<String>,
    issuer: Option<String>,
}

/// A provider that is set up.
#[derive(Clone)]
pub(super) struct Client {
    pub(super) authorize: Url,
    pub(super) token: Url,
    pub(super) user: Url,
    pub(super) scope: &'static str,
    pub(super) issuer: Option<String>,
    pub(super) id: String,
    pub(super) secret: String,
}

impl Settings {
    /// Reads the file: settings by provider.
    pub fn read(file: &Path) -> Result<BTreeMap<SocialProvider, Settings>, String> {
        let named = |what: String| format!("{}: {what}", file.display());
        let text = std::fs::read_to_string(file).map_err(|error| named(error.to_string()))?;
        // The message of a parser may quote a secret, so only the place is told.
        serde_json::from_str(&text)
            .map_err(|error| named(format!("line {}: not the accounts of providers (docs/deploying.md)", error.line())))
    }

    pub(super) fn client(&self, provider: SocialProvider) -> Result<Client, String> {
        let spec = spec(provider);
        let address = |own: &Option<String>, usual: &str| {
            let url = Url::parse(own.as_deref().unwrap_or(usual)).ok();
            let known = url.filter(|url| matches!(url.scheme(), "http" | "https"));
            known.ok_or_else(|| format!("{}: an address is not a web address", provider.as_str()))
        };
        if self.client_id.trim().is_empty() || self.client_secret.trim().is_empty() {
            return Err(format!("{}: `client_id` and `client_secret` must not be empty", provider.as_str()));
        }
        Ok(Client {
            authorize: address(&self.authorize, spec.authorize)?,
            token: address(&self.token, spec.token)?,
            user: address(&self.user, spec.user)?,
            scope: spec.scope,
            issuer: spec.issuer.map(|issuer| self.issuer.clone().unwrap_or_else(|| issuer.to_owned())),
            id: self.client_id.trim().to_owned(),
            secret: self.client_secret.trim().to_owned(),
        })
    }
}

/// A provider of the sandbox.
pub(super) fn sandbox(provider: SocialProvider) -> Client {
    let here = |path: &str| Url::parse(&format!("http://sandbox.invalid/{path}")).expect("a fixed address");
    let spec = spec(provider);
    Client {
        authorize: here(""),
        token: here("token"),
        user: here("user"),
        scope: spec.scope,
        issuer: spec.issuer.map(str::to_owned),
        id: "sandbox".to_owned(),
        secret: "sandbox".to_owned(),
    }
}
