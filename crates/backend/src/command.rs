//! Commands of an operator.
