//! The table: what comes from what, by how much, and why.
//!
//! Published figures for single clauses are rare; nearly all sizes are judgements, chosen so that no clause alone decides a
//! comparison. What protects the buyer has a price: a better term costs in the hourly price or in the work of the contract.

use super::Change::{AtMost, Plus, Times};
use super::{Cause, Change, DEAL_QUALITY, Effect};
use crate::model::catalogue::Grade;
use crate::model::contract::{
    DataProtection, ExchangeRate, ExitPlan, Notice, PriceRise, SecondSource, ServiceLevels, StatementOfWork, StepIn,
    Term, TerminationFee,
};
use crate::model::provider::Criterion;

const fn effect(cause: Cause, target: &'static str, change: Change, reason: &'static str) -> Effect {
    Effect { cause, target, change, abroad_only: false, reason, grade: Grade::Judgement }
}

/// What a term does.
const fn agreed(term: Term, target: &'static str, change: Change, reason: &'static str) -> Effect {
    effect(Cause::Agreed(term), target, change, reason)
}

/// What a point of a score above the average does.
const fn point(criterion: Criterion, target: &'static str, change: Change, reason: &'static str) -> Effect {
    effect(Cause::Point(criterion), target, change, reason)
}

impl Effect {
    const fn abroad(self) -> Self {
        Self { abroad_only: true, ..self }
    }

    const fn derived(self) -> Self {
        Self { grade: Grade::Derived, ..self }
    }
}

const NO_LEVELS: Term = Term::ServiceLevels(ServiceLevels::None);
const STRICT_LEVELS: Term = Term::ServiceLevels(ServiceLevels::Strict);
const LOOSE_WORK: Term = Term::StatementOfWork(StatementOfWork::Loose);
const TIGHT_WORK: Term = Term::StatementOfWork(StatementOfWork::Tight);
const NO_PROTECTION: Term = Term::DataProtection(DataProtection::None);
const AUDITED: Term = Term::DataProtection(DataProtection::Audited);
const FIXED_PRICE: Term = Term::PriceRise(PriceRise::Fixed);
const CAPPED_RISE: Term = Term::PriceRise(PriceRise::Capped);
const VENDOR_BEARS: Term = Term::ExchangeRate(ExchangeRate::Vendor);
const BUYER_BEARS: Term = Term::ExchangeRate(ExchangeRate::Buyer);
const SHORT_NOTICE: Term = Term::Notice(Notice::Short);
const LONG_NOTICE: Term = Term::Notice(Notice::Long);
const NO_FEE: Term = Term::TerminationFee(TerminationFee::None);
const HIGH_FEE: Term = Term::TerminationFee(TerminationFee::High);
const STEP_IN: Term = Term::StepIn(StepIn::Agreed);
const NO_EXIT_PLAN: Term = Term::ExitPlan(ExitPlan::None);
const REHEARSED_EXIT: Term = Term::ExitPlan(ExitPlan::Rehearsed);
const SECOND_SOURCE: Term = Term::SecondSource(SecondSource::Ready);

/// Every effect, in the order of the clauses and of the criteria.
pub const EFFECTS: &[Effect] = &[
    agreed(NO_LEVELS, "rework", Times(1.2), "Poor work costs the vendor nothing."),
    agreed(NO_LEVELS, "governance_share", Times(0.9), "There is less to measure and to report."),
    agreed(NO_LEVELS, "service_credits", Times(0.0), "Without levels nothing is credited."),
    agreed(STRICT_LEVELS, "rework", Times(0.8), "Poor work costs the vendor money."),
    agreed(STRICT_LEVELS, "governance_share", Times(1.1), "There is more to measure, to report and to argue about."),
    agreed(STRICT_LEVELS, "hourly_rate", Times(1.02), "The vendor puts the credits it expects into the price."),
    agreed(
        STRICT_LEVELS,
        "service_credits",
        Times(2.0),
        "Levels are missed more often, though some credits are earned back.",
    ),
    agreed(STRICT_LEVELS, "fees_at_risk", Times(1.5), "More of the fee is at stake."),
    agreed(LOOSE_WORK, "scope_changes", Times(1.6), "What is not written down comes back as a change request."),
    agreed(LOOSE_WORK, "selection_fixed", Times(0.9), "Less is written and negotiated."),
    agreed(TIGHT_WORK, "scope_changes", Times(0.6), "What is written down is in the price."),
    agreed(TIGHT_WORK, "selection_fixed", Times(1.2), "More is written and negotiated."),
    agreed(TIGHT_WORK, "go_live_months", Times(1.1), "Writing it down takes time."),
    agreed(NO_PROTECTION, "breach_uplift", Times(1.5), "Nobody checks how the vendor keeps data."),
    agreed(NO_PROTECTION, "compliance_audit", Times(0.5), "Only what the law asks for is audited."),
    agreed(AUDITED, "breach_uplift", Times(0.6), "Weaknesses are found before others find them."),
    agreed(AUDITED, "governance_minimum", Times(1.1), "The buyer's own people visit, read reports and follow up."),
    agreed(AUDITED, "compliance_audit", Times(1.5), "Audits are wider and more frequent."),
    agreed(AUDITED, "certified_premium", Times(1.5), "More of the staff are certified."),
    agreed(FIXED_PRICE, "escalator", Times(0.0), "The first day's price holds."),
    agreed(
        FIXED_PRICE,
        "hourly_rate",
        Times(1.07),
        "The first day's price holds what the vendor expects: the mean over five years of a rise of 3.5 % a year.",
    )
    .derived(),
    agreed(CAPPED_RISE, "escalator", AtMost(0.03), "The index counts up to 3 %, its usual rise in calm years."),
    agreed(
        CAPPED_RISE,
        "hourly_rate",
        Times(1.015),
        "The vendor bears what is above the cap and wants to be paid for it.",
    ),
    agreed(VENDOR_BEARS, "local_price_share", Times(0.0), "The price does not follow the vendor's currency and wages.")
        .abroad(),
    agreed(VENDOR_BEARS, "hourly_rate", Times(1.03), "The vendor hedges, and wants to be paid for it.").abroad(),
    agreed(
        BUYER_BEARS,
        "local_price_share",
        Times(3.0),
        "Three fifths of the price, about the part that is local labour, follow the vendor's currency and wages.",
    )
    .abroad(),
    agreed(BUYER_BEARS, "hourly_rate", Times(0.98), "The vendor has nothing to hedge.").abroad(),
    agreed(SHORT_NOTICE, "notice_months", Times(0.5), "That is what it says."),
    agreed(SHORT_NOTICE, "hourly_rate", Times(0.99), "A vendor that is free to leave asks a little less."),
    agreed(LONG_NOTICE, "notice_months", Times(2.0), "That is what it says."),
    agreed(LONG_NOTICE, "hourly_rate", Times(1.01), "A vendor that has to stay on wants to be paid for it."),
    agreed(NO_FEE, "termination_fee_months", Times(0.0), "That is what it says."),
    agreed(
        NO_FEE,
        "hourly_rate",
        Times(1.01),
        "What the vendor puts in at the start has to come back through the price.",
    ),
    agreed(HIGH_FEE, "termination_fee_months", Times(2.0), "That is what it says."),
    agreed(HIGH_FEE, "hourly_rate", Times(0.99), "What the vendor puts in at the start is covered."),
    agreed(STEP_IN, "early_end_hazard", Times(0.95), "Some failures are put right instead of ending the contract."),
    agreed(STEP_IN, "exit_effort", Times(0.9), "The buyer knows the operation and has access to it."),
    agreed(STEP_IN, "selection_fixed", Times(1.05), "Vendors negotiate hard about it."),
    agreed(NO_EXIT_PLAN, "exit_effort", Times(1.4), "Nobody knows what has to be handed over, or has agreed to do it."),
    agreed(
        NO_EXIT_PLAN,
        "exit_transition",
        Times(1.4),
        "Nobody knows what has to be handed over, or has agreed to do it.",
    ),
    agreed(REHEARSED_EXIT, "exit_effort", Times(0.7), "What has to be handed over is written down and tried out."),
    agreed(REHEARSED_EXIT, "exit_transition", Times(0.7), "What has to be handed over is written down and tried out."),
    agreed(REHEARSED_EXIT, "governance_minimum", Times(1.1), "The plan is kept up to date and rehearsed once a year."),
    agreed(SECOND_SOURCE, "exit_effort", Times(0.6), "The next vendor is chosen, and knows the work in part."),
    agreed(SECOND_SOURCE, "selection_fixed", Times(1.3), "Two vendors are chosen and signed."),
    agreed(SECOND_SOURCE, "governance_share", Times(1.2), "Two vendors are managed."),
    agreed(SECOND_SOURCE, "governance_minimum", Times(1.2), "Two vendors are managed."),
    point(Criterion::Expertise, "ramp_loss", Times(0.85), "Who has done such work has less to learn."),
    point(Criterion::Expertise, "ramp_months", Times(0.9), "Who has done such work learns the rest sooner."),
    point(Criterion::Expertise, "rework", Times(0.85), "Experienced people make fewer mistakes."),
    point(
        Criterion::Expertise,
        "overrun_size",
        Times(0.9),
        "Who has moved such work before knows what is missing in the plan.",
    ),
    point(Criterion::Expertise, "vendor_key_people_hazard", Times(0.9), "What one person knows, others know as well."),
    point(Criterion::Technology, "rework", Times(0.9), "Tools catch mistakes."),
    point(Criterion::Technology, "transition_per_head", Times(0.95), "Systems are connected with less work."),
    point(
        Criterion::Technology,
        "automation_passed_on",
        Times(1.1),
        "The vendor's own tools take over more of the work.",
    ),
    point(Criterion::Technology, "destination_disruption_hazard", Times(0.9), "Lines, power and systems are doubled."),
    point(Criterion::Communication, "coordination", Times(0.85), "Less has to be explained twice."),
    point(Criterion::Communication, "coordination_floor", Times(0.9), "Both sides go on learning from each other."),
    point(Criterion::Communication, "travel", Times(0.9), "More can be settled without a visit."),
    point(Criterion::Flexibility, "go_live_months", Times(0.9), "People and seats are there sooner."),
    point(Criterion::Flexibility, "transition_fixed", Times(0.95), "The vendor fits in with the buyer's ways."),
    point(
        Criterion::Flexibility,
        "minimum_commitment",
        Times(0.9),
        "A vendor with other work for its people needs less of yours.",
    ),
    point(Criterion::Flexibility, "volume_band", Times(1.2), "There are people for a peak."),
    point(Criterion::Flexibility, "volume_surcharge", Times(0.85), "A peak is no trouble."),
    point(Criterion::Security, "breach_uplift", Times(0.75), "The vendor keeps data better."),
    point(Criterion::Transparency, "scope_changes", Times(0.85), "What the price contains is clear to both."),
    point(Criterion::Transparency, "governance_share", Times(0.95), "Invoices and reports need less checking."),
    point(
        Criterion::Transparency,
        "automation_passed_on",
        Times(1.1),
        "What automation saves can be seen in the bill.",
    ),
    point(Criterion::Transparency, DEAL_QUALITY, Plus(-0.15), "Who hides nothing has less to hide."),
    point(Criterion::TrackRecord, DEAL_QUALITY, Plus(-0.4), "Contracts go as earlier ones of the same vendor went."),
];
