//! The gate before the parser: however a message is cut in pieces, its verdict is the same,
//! and it is the one that serde_json's reading of the message bears out.

use safe_tool_runtime::wire::{Budget, Dialect, Envelope, Fault, Progress, Refusal, Scanner};
use serde_json::Value;

use crate::oracle::Node;

/// The longest answer but for the id in it, which is at most 256 characters, all escaped.
const MAX_ANSWER_BYTES: usize = 600 + 6 * 256;

/// Any message, under each of three budgets.
pub fn gate(message: &[u8]) {
    let small = Budget::bytes(400).max_depth(5).max_values(24).max_keys(12);
    let budgets = [
        Budget::default(),
        small.max_string_bytes(40),
        Budget::bytes(60),
    ];
    let tree = Node::read(message);
    for budget in budgets {
        let verdict = judge(budget, message, &[message.len()]);
        assert_eq!(judge(budget, message, &[1]), verdict, "byte by byte");
        // The pieces follow from the message, so that what fails fails again.
        let mut random = fastrand::Rng::with_seed(seed(message));
        let sizes: Vec<usize> = (0..16).map(|_| random.usize(1..40)).collect();
        assert_eq!(
            judge(budget, message, &sizes),
            verdict,
            "in pieces {sizes:?}"
        );
        match (verdict, &tree) {
            (Ok(envelope), Some(tree)) => accepted(&envelope, tree, budget, message),
            (Ok(_), None) => panic!("the gate accepts what serde_json refuses"),
            (Err(refusal), tree) => refused(&refusal, tree.as_ref(), budget, message),
        }
    }
}

fn seed(message: &[u8]) -> u64 {
    let mix = |seed: u64, byte: &u8| (seed ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
    message.iter().fold(0xcbf2_9ce4_8422_2325, mix)
}

/// The verdict on a message that comes in pieces of these sizes, over and over.
fn judge(budget: Budget, message: &[u8], sizes: &[usize]) -> Result<Envelope, Refusal> {
    let mut scanner = Scanner::new(budget);
    let mut rest = message;
    let mut worst = 0;
    for size in sizes.iter().cycle() {
        if rest.is_empty() {
            break;
        }
        let (piece, behind) = rest.split_at((*size).min(rest.len()));
        let progress = match scanner.feed(piece) {
            Progress::Clean => 0,
            Progress::Refused => 1,
            Progress::Broken => 2,
        };
        assert!(progress >= worst, "a refusal is taken back");
        worst = progress;
        rest = behind;
    }
    let verdict = scanner.finish();
    assert!(worst == 0 || verdict.is_err(), "a refusal is forgotten");
    verdict
}

fn accepted(envelope: &Envelope, tree: &Node, budget: Budget, message: &[u8]) {
    let size = tree.size();
    let faults = [
        Fault::Bytes(0),
        Fault::Depth(0),
        Fault::Values(0),
        Fault::Keys(0),
        Fault::StringLength(0),
        Fault::DuplicateKey,
        Fault::NumberLength,
        Fault::Id,
        Fault::Name,
    ];
    for fault in faults {
        assert!(
            !tree.has(fault, budget, message),
            "accepted, though {fault:?}"
        );
    }
    assert_eq!(envelope.parts(), size.values + size.keys);
    let id = tree.all("id").pop();
    assert_eq!(envelope.id().is_some(), id.is_some());
    if let (Some(kept), Some(id)) = (envelope.id(), id) {
        assert_same_id(kept, id);
    }
    let text = |nodes: Vec<&Node>| match nodes[..] {
        [Node::Text(text)] => Some(text.clone()),
        _ => None,
    };
    assert_eq!(
        envelope.method().map(str::to_owned),
        text(tree.all("method"))
    );
    let params = tree.all("params");
    let tool = params
        .iter()
        .flat_map(|params| params.all("name"))
        .collect();
    assert_eq!(envelope.tool().map(str::to_owned), text(tool));
}

fn assert_same_id(kept: &str, id: &Node) {
    match (serde_json::from_str(kept), id) {
        (Ok(Value::String(kept)), Node::Text(id)) => assert_eq!(kept, *id),
        (Ok(Value::Number(kept)), Node::Number(id)) => assert_eq!(kept, *id),
        other => panic!("{kept} is kept as the id: {other:?}"),
    }
}

fn refused(refusal: &Refusal, tree: Option<&Node>, budget: Budget, message: &[u8]) {
    let fault = refusal.fault();
    if let Some(tree) = tree {
        assert!(tree.has(fault, budget, message), "refused for {fault:?}");
    }
    for dialect in [Dialect::Legacy, Dialect::Modern] {
        let Some(answer) = refusal.answer(dialect) else {
            if let Some(tree) = tree {
                let is_request = !tree.all("method").is_empty() && !tree.all("id").is_empty();
                assert!(!is_request, "a request without an answer");
            }
            continue;
        };
        assert!(answer.len() <= MAX_ANSWER_BYTES, "an answer too long");
        assert!(!answer.contains(&b'\n'), "an answer on two lines");
        let answer = Node::read(&answer).expect("an answer is JSON");
        assert!(!answer.has_duplicates());
        let outcomes = answer.all("result").len() + answer.all("error").len();
        assert_eq!(outcomes, 1, "one outcome");
        match (answer.all("id")[..].first(), refusal.envelope().id()) {
            (Some(id), Some(kept)) => assert_same_id(kept, id),
            (Some(id), None) => {
                assert!(matches!(id, Node::Word) && dialect == Dialect::Legacy);
            }
            (None, kept) => assert!(kept.is_none() && dialect == Dialect::Modern),
        }
        // Where there is one id to answer to, it is answered to.
        let ids = tree.map(|tree| tree.all("id")).unwrap_or_default();
        if let [id] = ids[..]
            && id.is_id()
            && !tree.is_some_and(|tree| tree.has(Fault::NumberLength, budget, message))
        {
            let kept = refusal.envelope().id().expect("the id is known");
            assert_same_id(kept, id);
        }
    }
}
