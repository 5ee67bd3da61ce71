//! Trains the scorer of the injection detector, and says how good it is.

mod bench;
mod calibrate;
mod corpus;
mod data;
mod evaluate;
mod examples;
mod fold;
mod grammar;
mod learn;
mod loso;
mod notice;
mod report;
mod rng;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

use calibrate::calibrate;
use learn::Model;

/// What went wrong, for whoever ran the command.
pub type Failure = Box<dyn std::error::Error>;

const USAGE: &str = "\
cargo run --release -- COMMAND
  train --data DIR          writes the scorer's weights
  check --data DIR          trains anew, and fails unless the embedded weights come out
  loso  --data DIR [--scorer] [--json]
        leaves each family of sources out, and scans it: with the whole detector, or with
        the scorer alone
  bench                     prints MB/s
DIR holds the files that SHA256SUMS names.";

const SEED: u64 = 0x5afe_7001;

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("{failure}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), Failure> {
    let args: Vec<String> = env::args().skip(1).collect();
    let folder = || -> Result<PathBuf, Failure> {
        let at = args.iter().position(|arg| arg == "--data").ok_or(USAGE)?;
        Ok(args.get(at + 1).ok_or(USAGE)?.into())
    };
    match args.first().map(String::as_str) {
        Some("train") => {
            let weights = weights(&folder()?)?;
            fs::write(weights_path(), &weights)?;
            fs::write(
                weights_path().with_file_name("NOTICE.md"),
                notice::notice(&corpus::read()?),
            )?;
            println!("{}: {} bytes", weights_path().display(), weights.len());
        }
        Some("check") => {
            if weights(&folder()?)? != fs::read(weights_path())? {
                return Err("the embedded weights are not what training gives".into());
            }
            println!("the embedded weights are what training gives");
        }
        Some("loso") => {
            let has = |option: &str| args.iter().any(|arg| arg == option);
            let counts = loso::run(&folder()?, has("--scorer"))?;
            if has("--json") {
                println!("{}", report::as_json(&counts));
            } else {
                report::print(&counts);
            }
        }
        Some("bench") => bench::run(),
        _ => return Err(USAGE.into()),
    }
    Ok(())
}

fn weights_path() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../safe-tool-runtime/src/output/injection/scorer/weights.bin")
}

fn weights(folder: &Path) -> Result<Vec<u8>, Failure> {
    trained(&data::read(folder)?, &corpus_texts()?, None)
}

fn corpus_texts() -> Result<Vec<String>, Failure> {
    Ok(corpus::read()?
        .into_iter()
        .flat_map(|from| from.texts)
        .collect())
}

/// Weights trained without one family, and calibrated.
fn trained(
    texts: &[data::Text],
    corpus: &[String],
    left_out: Option<usize>,
) -> Result<Vec<u8>, Failure> {
    let examples = examples::examples(texts, corpus, left_out)?;
    let model = Model::learn(examples, SEED);
    let (weights, header) = model.quantised();
    Ok(calibrate(&weights, header, texts).with_weights(weights))
}
