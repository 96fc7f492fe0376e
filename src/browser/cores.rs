//! How many workers are worth starting.

/// More workers than this add waiting for memory, not speed.
const MOST: f64 = 8.0;

/// Cores of the machine as the browser tells them, 1 to 8; 2 where it does not.
pub fn for_computing() -> u32 {
    let told = web_sys::window().map_or(0.0, |window| window.navigator().hardware_concurrency());
    let cores = if told >= 1.0 { told.min(MOST) } else { 2.0 };
    // Between 1 and 8.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let cores = cores as u32;
    cores
}
