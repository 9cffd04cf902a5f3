//! Services of a portal that its members open from their page (manual rows K13 to K15, T13 to T15, W109 to W111).

use crate::permission::Service;
use serde::{Deserialize, Serialize};

/// A service, and where the portal has it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(not(target_arch = "wasm32"), serde(deny_unknown_fields))]
pub struct PortalService {
    /// Which: `consultation`, `briefing`, `other_services`; `insurance`, `training`, `foreigners` or `other_work`.
    pub service: Service,
    /// Its address: `https://…`, or a path of this site.
    pub address: String,
}

impl Service {
    /// The word of a service that is opened, in addresses; none for what is done on pages of this product.
    pub fn opened_as(self) -> Option<&'static str> {
        match self {
            Self::Consultation => Some("consultation"),
            Self::Briefing => Some("briefing"),
            Self::OtherServices => Some("other_services"),
            Self::Insurance => Some("insurance"),
            Self::Training => Some("training"),
            Self::Foreigners => Some("foreigners"),
            Self::OtherWork => Some("other_work"),
            _ => None,
        }
    }
}

impl PortalService {
    /// Whether the address leads somewhere safe.
    pub fn is_address(&self) -> bool {
        self.address.starts_with("https://") || (self.address.starts_with('/') && !self.address.starts_with("//"))
    }
}
