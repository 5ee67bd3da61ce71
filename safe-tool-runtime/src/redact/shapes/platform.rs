//! Tokens of platforms, each with its prefix, its characters and its length.
//!
//! Sources are the platforms' own pages on their token formats, and where they have none
//! the forms that GitHub's secret scanning lists as its partners'.

use std::ops::Range;

use super::{
    anchors::Anchor,
    checksum,
    hit::{Class, Hit},
    random::looks_random,
};

/// What follows a prefix.
struct Form {
    prefix: &'static str,
    class: Class,
    /// Shortest and longest.
    length: (usize, usize),
    test: Test,
}

enum Test {
    /// Bits of entropy a character.
    Random(f32),
    /// GitHub's checksum if it is of this length; entropy if it is longer, as newer
    /// formats may be.
    Checksum(usize),
}

const fn form(prefix: &'static str, class: Class, min: usize, max: usize, test: Test) -> Form {
    Form {
        prefix,
        class,
        length: (min, max),
        test,
    }
}

/// The longest token that is one.
const MAX: usize = 512;

const GITHUB: Test = Test::Checksum(36);
const RANDOM: Test = Test::Random(3.0);
const VERY_RANDOM: Test = Test::Random(3.5);

const FORMS: &[Form] = &[
    // GitHub: personal, OAuth, user-to-server, server-to-server, refresh, fine-grained.
    form("ghp_", Class::Alnum, 36, MAX, GITHUB),
    form("gho_", Class::Alnum, 36, MAX, GITHUB),
    form("ghu_", Class::Alnum, 36, MAX, GITHUB),
    form("ghs_", Class::Alnum, 36, MAX, GITHUB),
    form("ghr_", Class::Alnum, 36, MAX, GITHUB),
    form("github_pat_", Class::Word, 60, MAX, VERY_RANDOM),
    form("npm_", Class::Alnum, 36, 36, GITHUB),
    // GitLab: personal, deploy, runner, trigger, CI job, OAuth, SCIM.
    form("glpat-", Class::Word, 20, MAX, RANDOM),
    form("gldt-", Class::Word, 20, MAX, RANDOM),
    form("glrt-", Class::Word, 20, MAX, RANDOM),
    form("glptt-", Class::Word, 20, MAX, RANDOM),
    form("glcbt-", Class::Word, 20, MAX, RANDOM),
    form("gloas-", Class::Word, 20, MAX, RANDOM),
    form("glsoat-", Class::Word, 20, MAX, RANDOM),
    form("xapp-", Class::Word, 40, MAX, RANDOM),
    // Stripe: secret, restricted, webhook.
    form("sk_live_", Class::Alnum, 16, MAX, RANDOM),
    form("rk_live_", Class::Alnum, 16, MAX, RANDOM),
    form("sk_test_", Class::Alnum, 16, MAX, RANDOM),
    form("rk_test_", Class::Alnum, 16, MAX, RANDOM),
    form("whsec_", Class::Base64, 32, MAX, RANDOM),
    // Models: OpenAI, Anthropic, OpenRouter, Groq, xAI, Perplexity, Replicate, Hugging
    // Face.
    form("sk-proj-", Class::Word, 40, MAX, VERY_RANDOM),
    form("sk-svcacct-", Class::Word, 40, MAX, VERY_RANDOM),
    form("sk-ant-", Class::Word, 40, MAX, VERY_RANDOM),
    form("sk-or-v1-", Class::Alnum, 64, 64, RANDOM),
    form("gsk_", Class::Alnum, 52, 52, VERY_RANDOM),
    form("xai-", Class::Alnum, 80, 80, VERY_RANDOM),
    form("pplx-", Class::Alnum, 48, 56, VERY_RANDOM),
    form("r8_", Class::Alnum, 37, 37, VERY_RANDOM),
    form("hf_", Class::Alnum, 34, 34, VERY_RANDOM),
    form("pypi-AgE", Class::Word, 50, MAX, VERY_RANDOM),
    form("dop_v1_", Class::Alnum, 64, 64, RANDOM),
    form("dapi", Class::Alnum, 32, 32, RANDOM),
    form("shpat_", Class::Alnum, 32, 32, RANDOM),
    form("shpss_", Class::Alnum, 32, 32, RANDOM),
    form("lin_api_", Class::Alnum, 40, 40, RANDOM),
    form("figd_", Class::Word, 40, MAX, VERY_RANDOM),
    form("ATATT3", Class::Base64, 100, MAX, VERY_RANDOM),
    form("hvs.", Class::Word, 24, MAX, RANDOM),
    form("glsa_", Class::Word, 41, 41, RANDOM),
    form("PMAK-", Class::Word, 59, 59, RANDOM),
    form("sntrys_", Class::Base64, 64, MAX, VERY_RANDOM),
    form("AGE-SECRET-KEY-1", Class::Alnum, 58, 58, RANDOM),
];

/// As [`FORMS`], and those that are made of parts.
pub(super) const ANCHORS: &[Anchor] = &{
    let verify: super::anchors::Verify = formed;
    let mut anchors = [Anchor { text: "", verify }; FORMS.len() + 4];
    let mut index = 0;
    while index < FORMS.len() {
        anchors[index].text = FORMS[index].prefix;
        index += 1;
    }
    let parts: [(&str, super::anchors::Verify); 4] = [
        ("SG.", sendgrid),
        ("xox", slack),
        ("hooks.slack.com/services/", webhook),
        ("discord.com/api/webhooks/", webhook),
    ];
    let mut part = 0;
    while part < parts.len() {
        let (text, verify) = parts[part];
        anchors[index + part] = Anchor { text, verify };
        part += 1;
    }
    anchors
};

fn formed(hit: &mut Hit<'_>) -> Option<Range<usize>> {
    let form = FORMS.iter().find(|form| form.prefix == hit.anchor)?;
    if !hit.begins_a_word() {
        return None;
    }
    let body = hit.body(form.class);
    let (min, max) = form.length;
    let fits = (min..=max).contains(&body.len())
        && match form.test {
            Test::Checksum(length) if body.len() == length => checksum::holds(body),
            Test::Checksum(_) => looks_random(body, 3.5),
            Test::Random(bits) => looks_random(body, bits),
        };
    fits.then(|| hit.at..hit.after + body.len())
}

/// `SG.`, 22 characters, a full stop, 43 characters.
fn sendgrid(hit: &mut Hit<'_>) -> Option<Range<usize>> {
    let id = hit.body(Class::Word);
    let dot = hit.after + id.len();
    if !hit.begins_a_word() || id.len() != 22 || hit.byte(dot) != Some(b'.') {
        return None;
    }
    let end = hit.run_end(dot + 1, Class::Word);
    let fits = end - dot - 1 == 43 && looks_random(hit.text.get(dot + 1..end)?, 3.5);
    fits.then_some(hit.at..end)
}

/// `xoxb-`, `xoxp-` and their like, also behind `xoxe.` when they are rotated.
fn slack(hit: &mut Hit<'_>) -> Option<Range<usize>> {
    let kind = hit.byte(hit.after)?;
    let joint = hit.byte(hit.after + 1)?;
    let known = b"abcdeoprs".contains(&kind) && matches!(joint, b'-' | b'.');
    if !hit.begins_a_word() || !known {
        return None;
    }
    let start = hit.after + 2;
    let end = hit.run_end(start, Class::Word);
    let body = hit.text.get(start..end)?;
    (body.len() >= 20 && looks_random(body, 3.0)).then_some(hit.at..end)
}

/// The path of a webhook is its password; the host stays.
fn webhook(hit: &mut Hit<'_>) -> Option<Range<usize>> {
    let rest = hit.text.as_bytes().get(hit.after..)?;
    let part = |byte: &&u8| Class::Word.has(**byte) || **byte == b'/';
    let length = rest.iter().take(MAX).take_while(part).count();
    let body = hit.text.get(hit.after..hit.after + length)?;
    (length >= 40 && looks_random(body, 3.0)).then(|| hit.after..hit.after + length)
}
