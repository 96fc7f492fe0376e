//! The command line of `cargo xtask`: reads the arguments and hands over.

use std::process::ExitCode;

use xtask::commands::{bench, build, serve, test};

const USAGE: &str = "\
Usage: cargo xtask <command>

  serve [--port N] [--prefix /x/y/] [--no-open]
                  build the release bundle, serve it on this machine and open a browser
  build           make the static bundle in dist/, for any host and any sub-path
  test            run every gate; the last line says `N passed, N failed`
  bench [--parts [args] | --peers]
                  measure the parts of the engine (args go to criterion), and the engine beside NumPy, JavaScript and
                  Squiggle; both, or one of them

Missing tools are installed into .tools/ on the first run.";

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let command = arguments.next().unwrap_or_default();
    let rest: Vec<String> = arguments.collect();
    let outcome = match command.as_str() {
        "serve" => serve::Options::parse(&rest).and_then(|options| serve::run(&options)),
        "build" => no_arguments(&rest).and_then(|()| build::run()),
        "test" => no_arguments(&rest).and_then(|()| test::run()),
        "bench" => bench::Options::parse(&rest).and_then(|options| bench::run(&options)),
        _ => {
            eprintln!("{USAGE}");
            return ExitCode::from(2);
        }
    };
    match outcome {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn no_arguments(rest: &[String]) -> anyhow::Result<()> {
    anyhow::ensure!(rest.is_empty(), "unexpected argument `{}`\n\n{USAGE}", rest.join(" "));
    Ok(())
}
