//! What must hold in each phase, whatever happens in it.

use crate::{
    plan::{CALLERS, Event, IN_FLIGHT, PATIENCE, Phase, VICTIM, limit},
    record::Figures,
};

/// Of what could be allowed, the part that must have been.
const LEAST: f64 = 0.9;

/// What is wrong in a phase.
pub fn wrongs(phase: &Phase, figures: &Figures) -> Vec<String> {
    let mut wrongs = Vec::new();
    let seconds = figures.seconds();

    let most = phase.most(seconds);
    for (caller, &allowed) in figures.allowed.iter().enumerate() {
        if allowed as f64 > most {
            wrongs.push(format!(
                "caller {caller} was allowed {allowed} calls, and at most {most:.1} are right"
            ));
        }
    }

    // The last calls of a flood may be answered, and denied, when less is asked for.
    let asked = figures.answered().saturating_sub(CALLERS * IN_FLIGHT);
    let least = LEAST * (limit() * seconds).min(asked as f64);
    let allowed = figures.all_allowed();
    if (allowed as f64) < least {
        wrongs.push(format!(
            "{allowed} calls of {CALLERS} callers were allowed, and at least {least:.0} are right"
        ));
    }

    let restarts = phase.event == Event::InstanceRestarted;
    let excused = |instance: &&usize| restarts && **instance == VICTIM;
    let lost = figures.lost.iter().filter(|one| !excused(one)).count();
    if lost > 0 {
        wrongs.push(format!("{lost} calls were lost at instances that were up"));
    }
    if figures.hung > 0 {
        let hung = figures.hung;
        wrongs.push(format!("{hung} calls had no answer within {PATIENCE:?}"));
    }
    if let Some(first) = figures.wrong.first() {
        let count = figures.wrong.len();
        wrongs.push(format!("{count} answers were neither, the first {first}"));
    }
    wrongs
}
