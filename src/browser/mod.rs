//! The only folder that calls the browser: address, storage, clock, theme, size, keys, frames and timers, chance, clipboard, cores,
//! workers.
//!
//! Whatever the browser refuses comes back as a value; nothing in here panics and nothing decides. Listeners end when
//! the guards they return are dropped. Nothing calls these functions while rendering, but to
//! ask for the next frame and how wide the window is.

pub mod clipboard;
pub mod clock;
pub mod cores;
pub mod entropy;
pub mod focus;
pub mod keyboard;
pub mod location;
pub mod media;
pub mod scheduling;
pub mod size;
pub mod storage;
pub mod theme;
pub mod workers;
