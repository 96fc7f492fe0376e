//! What there is to tell, at the top of the page.

use crate::model::{Currency, Issue};
use crate::state::{Action, Notice, NoticeKind};
use crate::text::{issues, notices};
use crate::ui::components::NoticeBar;
use crate::ui::context::Dispatch;
use yew::prelude::*;

/// Properties of [`Notices`].
#[derive(Clone, PartialEq, Properties)]
pub struct NoticesProps {
    /// The notices, oldest first.
    pub notices: Vec<Notice>,
    /// The currency of the scenario in force: what could not be opened may not have said its own.
    pub currency: Currency,
    /// Where dismissals go.
    pub dispatch: Dispatch,
}

/// Issues that are told in detail; after these a count is enough.
const MOST_DETAILS: usize = 5;

/// All notices.
#[component]
pub fn Notices(props: &NoticesProps) -> Html {
    html! {
        <div class="notices">
            { for props.notices.iter().map(|notice| one(notice, props.currency, &props.dispatch)) }
        </div>
    }
}

fn one(notice: &Notice, currency: Currency, dispatch: &Dispatch) -> Html {
    let sentence = match &notice.kind {
        NoticeKind::LinkBroken => notices::LINK_BROKEN,
        NoticeKind::LinkNewer => notices::LINK_NEWER,
        NoticeKind::LinkInvalid(_) => notices::LINK_INVALID,
        NoticeKind::KeptUnusable(_) => notices::KEPT_UNUSABLE,
        NoticeKind::RunRefused(_) => notices::RUN_REFUSED,
        NoticeKind::ComputingInPage => notices::COMPUTING_IN_PAGE,
        NoticeKind::StorageUnavailable => notices::STORAGE_NOT_AVAILABLE,
    };
    let details = match &notice.kind {
        NoticeKind::LinkInvalid(issues) | NoticeKind::KeptUnusable(issues) | NoticeKind::RunRefused(issues) => {
            sentences(issues, currency)
        }
        _ => Vec::new(),
    };
    let is_problem = !matches!(notice.kind, NoticeKind::ComputingInPage | NoticeKind::StorageUnavailable);
    let on_dismiss = {
        let (dispatch, kind) = (dispatch.clone(), notice.kind.clone());
        Callback::from(move |()| dispatch.dispatch(Action::NoticeDismissed(kind.clone())))
    };
    html! { <NoticeBar key={notice.id} {sentence} {details} {is_problem} {on_dismiss} /> }
}

fn sentences(found: &[Issue], currency: Currency) -> Vec<AttrValue> {
    found.iter().take(MOST_DETAILS).map(|issue| issues::issue(issue, currency).into()).collect()
}
