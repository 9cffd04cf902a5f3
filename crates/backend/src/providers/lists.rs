//! Lists of revoked certificates that authorities publish over HTTP. What a list says counts only once its signature was
//! verified; addresses come from certificates that a trusted authority issued.

use super::{PATIENCE, SetupError};
use async_trait::async_trait;
use gaip_npki::revocation::Crl;
use reqwest::{Client, Url};

/// Fetches lists.
#[async_trait]
pub trait Lists: Send + Sync {
    /// The bytes at an address; nothing where it is no web address or does not answer in time.
    async fn fetch(&self, url: &str) -> Option<Vec<u8>>;
}

/// The authorities' own servers.
pub struct HttpLists(Client);

impl HttpLists {
    /// Over HTTP, within the patience for outside services and without redirects.
    pub fn new() -> Result<Self, SetupError> {
        let client = Client::builder().timeout(PATIENCE).redirect(reqwest::redirect::Policy::none()).build();
        client.map(Self).map_err(|_| SetupError::Client)
    }
}

#[async_trait]
impl Lists for HttpLists {
    async fn fetch(&self, url: &str) -> Option<Vec<u8>> {
        let url = Url::parse(url).ok().filter(|url| matches!(url.scheme(), "http" | "https"))?;
        super::body(self.0.get(url).send().await.ok()?, Crl::MAX).await
    }
}

/// No lists: the sandbox has its own in files.
pub struct NoLists;

#[async_trait]
impl Lists for NoLists {
    async fn fetch(&self, _: &str) -> Option<Vec<u8>> {
        None
    }
}
