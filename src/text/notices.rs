//! What the page tells at its top and beside its buttons: whatever did not go as planned, and what was copied.

/// A link that cannot be read.
pub const LINK_BROKEN: &str =
    "This link cannot be read: part of it seems to be missing or changed. Nothing of it has been used.";
/// A link of a newer version.
pub const LINK_NEWER: &str = "This link was made by a newer version of Shorecast. Reload the page to get that version, then open the link again.";
/// A link whose scenario makes no sense.
pub const LINK_INVALID: &str = "This link holds a case that cannot be simulated. Nothing of it has been used.";
/// What the browser kept cannot be used.
pub const KEPT_UNUSABLE: &str = "Your case from the last visit cannot be opened, so an example is shown instead. It stays stored until you \
                                 change something here.";
/// A scenario that cannot be simulated.
pub const RUN_REFUSED: &str = "This case cannot be simulated.";
/// The browser refuses to store.
pub const STORAGE_NOT_AVAILABLE: &str =
    "This browser does not let the page store anything. Copy the link to keep your case.";
/// No workers.
pub const COMPUTING_IN_PAGE: &str = "This browser does not allow background work. The simulation runs in the page itself, with the same results but slower.";
/// The link is in the clipboard.
pub const LINK_COPIED: &str = "Link copied. It holds the whole case.";
/// The clipboard is not allowed.
pub const LINK_NOT_COPIED: &str = "The browser did not allow copying. Select the link and copy it by hand.";
