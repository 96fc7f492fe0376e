//! The engine, measured.
#![allow(missing_docs, reason = "criterion's macros write functions without documentation")]

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};

fn reading_numbers(criterion: &mut Criterion) {
    let text = serde_json::json!({ "low": 0.1, "most_likely": 0.25, "high": 0.7 }).to_string();
    criterion.bench_function("parse a distribution", |bencher| {
        bencher.iter(|| serde_json::from_str::<serde_json::Value>(black_box(&text)));
    });
}

criterion_group!(engine, reading_numbers);
criterion_main!(engine);
