//! Marks and measures in the browser's own timeline: what speed is judged by, here and in the field.

fn performance() -> Option<web_sys::Performance> {
    web_sys::window()?.performance()
}

/// Milliseconds since the page was opened; 0 where the browser has no clock.
pub fn now_millis() -> f64 {
    performance().map_or(0.0, |timeline| timeline.now())
}

/// Whether the page is in a tab that nobody sees; timers and workers are then slowed by the browser.
pub fn is_page_hidden() -> bool {
    let document = web_sys::window().and_then(|window| window.document());
    document.is_some_and(|document| document.visibility_state() == web_sys::VisibilityState::Hidden)
}

/// Sets a mark at this moment.
pub fn mark(name: &str) {
    // A browser without a timeline loses nothing but the measurement; so everywhere in this file.
    let _ = performance().and_then(|timeline| timeline.mark(name).ok());
}

/// Takes all marks of this name away: nobody measures from them any more.
pub fn clear_mark(name: &str) {
    if let Some(timeline) = performance() {
        timeline.clear_marks_with_mark_name(name);
    }
}

/// Measures from the start of the navigation to this moment.
pub fn measure_from_start(name: &str) {
    let _ = performance().and_then(|timeline| timeline.measure(name).ok());
}

/// Measures from the last mark of this name to this moment; nothing when there is no such mark.
pub fn measure_from_mark(name: &str, start: &str) {
    let _ = performance().and_then(|timeline| timeline.measure_with_start_mark(name, start).ok());
}
