//! Certificate policies along a chain (RFC 5280 section 6.1, without mappings, which the profile does not have).

use super::ChainError;
use crate::certificate::Certificate;
use crate::oids;
use der::asn1::ObjectIdentifier as Oid;

/// Which policies are accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Policies<'a> {
    /// Whatever the authorities permit.
    Any,
    /// One of these, compared as whole OIDs. Of an empty list, none.
    Of(&'a [Oid]),
}

/// What is permitted so far, from the anchor down.
pub(super) struct PolicyState {
    /// `None` is every policy.
    permitted: Option<Vec<Oid>>,
    /// After how many more certificates a policy must be permitted.
    explicit: u32,
    /// After how many more certificates `anyPolicy` no longer stands for all.
    inhibit_any: u32,
}

impl PolicyState {
    pub fn new() -> Self {
        Self { permitted: None, explicit: u32::MAX, inhibit_any: u32::MAX }
    }

    /// Takes in one certificate below the anchor.
    pub fn add(&mut self, certificate: &Certificate) {
        let extensions = certificate.extensions();
        let policies = &extensions.policies;
        let self_issued = certificate.issuer() == certificate.subject();
        let any = policies.contains(&oids::ANY_POLICY) && (self.inhibit_any > 0 || certificate.is_ca() && self_issued);
        if !any {
            self.permitted = Some(policies.iter().copied().filter(|policy| self.permits(*policy)).collect());
        }
        if !self_issued {
            self.explicit = self.explicit.saturating_sub(1);
            self.inhibit_any = self.inhibit_any.saturating_sub(1);
        }
        self.explicit = self.explicit.min(extensions.require_explicit_policy.unwrap_or(u32::MAX));
        self.inhibit_any = self.inhibit_any.min(extensions.inhibit_any_policy.unwrap_or(u32::MAX));
    }

    fn permits(&self, policy: Oid) -> bool {
        policy != oids::ANY_POLICY && self.permitted.as_ref().is_none_or(|permitted| permitted.contains(&policy))
    }

    /// The policies of the last certificate that are permitted and accepted. `anyPolicy` in it is none of them.
    pub fn finish(self, certificate: &Certificate, accepted: Policies) -> Result<Vec<Oid>, ChainError> {
        let is_accepted = |policy: &Oid| match accepted {
            Policies::Any => true,
            Policies::Of(list) => list.contains(policy),
        };
        let found: Vec<Oid> = certificate
            .policies()
            .iter()
            .copied()
            .filter(|policy| self.permits(*policy) && is_accepted(policy))
            .collect();
        let needed = self.explicit == 0 || accepted != Policies::Any;
        if needed && found.is_empty() { Err(ChainError::PolicyNotAccepted) } else { Ok(found) }
    }
}
