//! What falls at a site in one month alone: the parts paid at the start, the take-overs, the return, the last month.

use super::course::Courses;
use super::plan::Plan;

/// What falls in one month of one trial.
#[derive(Clone, Copy, Debug)]
pub struct OneOff {
    /// Position of the shape.
    pub shape: usize,
    /// Lane of the trial.
    pub lane: usize,
    /// Its value there.
    pub value: f64,
}

/// In which lanes anything falls in one month alone, by that month: the parts paid at the start, the take-overs, the return, and
/// the last month.
pub fn one_offs(plan: &Plan, courses: &Courses) -> Vec<Vec<usize>> {
    let months = plan.horizon_months;
    let mut lanes = vec![Vec::new(); months];
    for (lane, course) in courses.iter().enumerate() {
        let start = month_of(course.starts[0], months);
        let mut here: Vec<usize> = (start..months.min(start + plan.spread_one_offs_months.max(1))).collect();
        let later = course.starts[1..].iter().chain([&course.home_at]).filter(|moment| moment.is_finite());
        here.extend(later.map(|moment| month_of(*moment, months)).chain([months - 1]));
        here.sort_unstable();
        here.dedup();
        for month in here {
            lanes[month].push(lane);
        }
    }
    lanes
}

/// Part of the one-off costs of a start at this moment that is booked in this month (from 0).
///
/// # Formula
/// 1 in the month of the start; or 1 / n in each of n months from it on, what would fall behind the horizon in the last one.
pub fn part_paid(start: f64, month: usize, plan: &Plan) -> f64 {
    let spread = plan.spread_one_offs_months.max(1);
    let first = month_of(start, plan.horizon_months);
    if month < first || month - first >= spread {
        return 0.0;
    }
    let parts = if month + 1 == plan.horizon_months { spread - (month - first) } else { 1 };
    parts as f64 / spread as f64
}

/// The month, from 0, in which a moment falls; what would fall behind the horizon is paid in its last month.
pub fn month_of(moment: f64, months: usize) -> usize {
    // Between 1 and the horizon: the conversion drops nothing.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let number = moment.ceil().clamp(1.0, months as f64) as usize;
    number - 1
}
