//! What a node refuses to start over.
