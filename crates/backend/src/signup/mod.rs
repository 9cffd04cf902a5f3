//! The use cases of a sign-up, pure of HTTP.
