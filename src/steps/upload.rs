//! Sending files in chunks that can be resumed.
