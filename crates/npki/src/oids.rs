//! Object identifiers, by the document that gives them.

use der::asn1::ObjectIdentifier as Oid;

macro_rules! oids {
    ($($name:ident = $dotted:literal;)*) => {
        $(pub(crate) const $name: Oid = Oid::new_unwrap($dotted);)*
    };
}

// RFC 8017 and RFC 5754: keys, signatures and hashes.
oids! {
    RSA = "1.2.840.113549.1.1.1";
    SHA1_RSA = "1.2.840.113549.1.1.5";
    SHA256_RSA = "1.2.840.113549.1.1.11";
    SHA384_RSA = "1.2.840.113549.1.1.12";
    SHA512_RSA = "1.2.840.113549.1.1.13";
    SHA1 = "1.3.14.3.2.26";
    SHA256 = "2.16.840.1.101.3.4.2.1";
    SHA384 = "2.16.840.1.101.3.4.2.2";
    SHA512 = "2.16.840.1.101.3.4.2.3";
}

// KCAC.TS.SIVID: the identity in a certificate, and the random in a key.
oids! {
    IDENTIFY_DATA = "1.2.410.200004.10.1.1";
    VID = "1.2.410.200004.10.1.1.1";
    RANDOM_NUM = "1.2.410.200004.10.1.1.3";
}

// RFC 4269, KCAC.TS.ENC, RFC 8018, RFC 7292: how keys are hidden under a password.
oids! {
    SEED_CBC = "1.2.410.200004.1.4";
    PBE_SHA1_SEED_CBC = "1.2.410.200004.1.15";
    PBES2 = "1.2.840.113549.1.5.13";
    PBKDF2 = "1.2.840.113549.1.5.12";
    HMAC_SHA1 = "1.2.840.113549.2.7";
    HMAC_SHA256 = "1.2.840.113549.2.9";
    HMAC_SHA384 = "1.2.840.113549.2.10";
    HMAC_SHA512 = "1.2.840.113549.2.11";
    DES_EDE3_CBC = "1.2.840.113549.3.7";
    AES128_CBC = "2.16.840.1.101.3.4.1.2";
    AES192_CBC = "2.16.840.1.101.3.4.1.22";
    AES256_CBC = "2.16.840.1.101.3.4.1.42";
    PBE_SHA1_3DES = "1.2.840.113549.1.12.1.3";
    PBE_SHA1_RC2_128 = "1.2.840.113549.1.12.1.5";
    PBE_SHA1_RC2_40 = "1.2.840.113549.1.12.1.6";
}

// RFC 7292 and RFC 2985: what is in a PFX.
oids! {
    KEY_BAG = "1.2.840.113549.1.12.10.1.1";
    SHROUDED_KEY_BAG = "1.2.840.113549.1.12.10.1.2";
    CERT_BAG = "1.2.840.113549.1.12.10.1.3";
    X509_CERTIFICATE = "1.2.840.113549.1.9.22.1";
}

// RFC 5652: signed messages.
oids! {
    DATA = "1.2.840.113549.1.7.1";
    SIGNED_DATA = "1.2.840.113549.1.7.2";
    ENCRYPTED_DATA = "1.2.840.113549.1.7.6";
    CONTENT_TYPE = "1.2.840.113549.1.9.3";
    MESSAGE_DIGEST = "1.2.840.113549.1.9.4";
    SIGNING_TIME = "1.2.840.113549.1.9.5";
}

// RFC 5280: extensions of certificates and revocation lists.
oids! {
    SUBJECT_KEY_ID = "2.5.29.14";
    KEY_USAGE = "2.5.29.15";
    SUBJECT_ALT_NAME = "2.5.29.17";
    BASIC_CONSTRAINTS = "2.5.29.19";
    CRL_NUMBER = "2.5.29.20";
    CRL_REASON = "2.5.29.21";
    INVALIDITY_DATE = "2.5.29.24";
    DELTA_CRL = "2.5.29.27";
    ISSUING_DISTRIBUTION_POINT = "2.5.29.28";
    CRL_DISTRIBUTION_POINTS = "2.5.29.31";
    CERTIFICATE_POLICIES = "2.5.29.32";
    ANY_POLICY = "2.5.29.32.0";
    AUTHORITY_KEY_ID = "2.5.29.35";
    POLICY_CONSTRAINTS = "2.5.29.36";
    EXT_KEY_USAGE = "2.5.29.37";
    INHIBIT_ANY_POLICY = "2.5.29.54";
    AUTHORITY_INFO_ACCESS = "1.3.6.1.5.5.7.1.1";
    OCSP = "1.3.6.1.5.5.7.48.1";
    OCSP_BASIC = "1.3.6.1.5.5.7.48.1.1";
    OCSP_NONCE = "1.3.6.1.5.5.7.48.1.2";
    OCSP_SIGNING = "1.3.6.1.5.5.7.3.9";
}
