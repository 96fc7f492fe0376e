//! A scale of money: where an amount lies on it, and round ticks.
