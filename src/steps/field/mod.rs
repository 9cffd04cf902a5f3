//! A field of a portal as an input of the design kit.
