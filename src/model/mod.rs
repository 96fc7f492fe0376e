//! What the user states.
