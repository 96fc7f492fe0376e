//! Benchmarks live in `benches/`; a package needs a library or a program, so this says so.
