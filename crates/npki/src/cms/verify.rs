use super::SignatureError;
use super::signer::Signer;
use crate::asn1::{Reader, tag};
use crate::certificate::Certificate;
use crate::oids;

/// More certificates than any message carries.
const MAX_CERTIFICATES: usize = 16;

/// A signed message as it came. Nothing in it is to be believed before [`SignedData::verify`].
#[derive(Debug)]
pub struct SignedData {
    content: Box<[u8]>,
    certificates: Vec<Certificate>,
    signer: Signer,
}

impl SignedData {
    /// The largest message that is read, in bytes.
    pub const MAX: usize = 1024 * 1024;

    /// Reads a message in DER with its content inside, three signed attributes and one signer.
    pub fn parse(der: &[u8]) -> Result<Self, SignatureError> {
        if der.len() > Self::MAX {
            return Err(SignatureError::TooLarge);
        }
        let outer = Reader::new(der).only(tag::SEQUENCE).map_err(|_| SignatureError::NotSignedData)?;
        let mut info = outer.inside();
        if info.oid() != Ok(oids::SIGNED_DATA) {
            return Err(SignatureError::NotSignedData);
        }
        let explicit = info.one(tag::constructed(0))?;
        info.end()?;
        let mut fields = explicit.inside().only(tag::SEQUENCE)?.inside();
        if !matches!(fields.one(tag::INTEGER)?.small()?, 1 | 3) {
            return Err(SignatureError::Damaged);
        }
        // Hints for those who hash while they read; what counts is in the signer.
        fields.one(tag::SET)?;
        let content = content(fields.sequence()?)?.into();
        let certificates = match fields.optional(tag::constructed(0))? {
            Some(set) => certificates(set.inside())?,
            None => Vec::new(),
        };
        // Revocation lists that a message brings along are not asked.
        fields.optional(tag::constructed(1))?;
        let mut signers = fields.one(tag::SET)?.inside();
        fields.end()?;
        let signer = match (signers.next().transpose()?, signers.peek()) {
            (Some(signer), None) if signer.tag == tag::SEQUENCE => Signer::parse(signer.inside())?,
            _ => return Err(SignatureError::NotOneSigner),
        };
        Ok(Self { content, certificates, signer })
    }

    /// Whether this is a signature over exactly this content, and by whom. That the certificate is to be trusted, is
    /// [`crate::chain::verify`]'s to say.
    pub fn verify(&self, content: &[u8]) -> Result<&Certificate, SignatureError> {
        let certificate = self.signer_certificate()?;
        if *self.content != *content {
            return Err(SignatureError::OtherContent);
        }
        let key = certificate.public_key().ok_or(SignatureError::UnsupportedAlgorithm)?;
        self.signer.verify(content, key)?;
        Ok(certificate)
    }

    /// The certificate that the signer names.
    fn signer_certificate(&self) -> Result<&Certificate, SignatureError> {
        let mut named = self.certificates.iter().filter(|certificate| self.signer.names(certificate));
        let first = named.next().ok_or(SignatureError::NoCertificate)?;
        if named.any(|other| other != first) { Err(SignatureError::AmbiguousCertificate) } else { Ok(first) }
    }

    /// The content as it came.
    pub fn content(&self) -> &[u8] {
        &self.content
    }

    /// All certificates that came along.
    pub fn certificates(&self) -> &[Certificate] {
        &self.certificates
    }

    /// When the signer says that it signed, in seconds since 1970. No evidence.
    pub fn signing_time(&self) -> i64 {
        self.signer.signing_time()
    }
}

fn content(mut info: Reader<'_>) -> Result<&[u8], SignatureError> {
    if info.oid()? != oids::DATA {
        return Err(SignatureError::NotSignedData);
    }
    let explicit = info.optional(tag::constructed(0))?.ok_or(SignatureError::Detached)?;
    info.end()?;
    Ok(explicit.inside().only(tag::OCTET_STRING)?.value)
}

fn certificates(set: Reader) -> Result<Vec<Certificate>, SignatureError> {
    let mut out = Vec::new();
    for element in set {
        let element = element?;
        // Attribute certificates have other tags.
        if element.tag != tag::SEQUENCE {
            continue;
        }
        if out.len() == MAX_CERTIFICATES {
            return Err(SignatureError::TooLarge);
        }
        out.push(Certificate::parse(element.whole).map_err(|_| SignatureError::Damaged)?);
    }
    Ok(out)
}
