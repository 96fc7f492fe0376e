//! The commands, one file each.

pub mod bench;
pub mod build;
pub mod serve;
pub mod test;
