//! `mangrove demo`: a country that does not exist, made through the same verbs that officers use.

pub mod content;
pub mod figures;
