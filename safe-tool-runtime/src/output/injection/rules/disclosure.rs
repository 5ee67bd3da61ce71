//! Orders to give away what is confidential, and to keep the user from noticing.

use super::Rule;

pub(super) const RULES: &[Rule] = &[
    // The phrase alone is one of the five patterns of the original design. It is also
    // what every text about language models says, so alone it only flags.
    Rule {
        name: "system-prompt",
        points: 50,
        anchors: &["prompt"],
        pattern: r"\bsystem prompt",
    },
    Rule {
        name: "prompt-disclosure",
        points: 100,
        anchors: &[
            "prompt",
            "instruction",
            "above",
            "directive",
            "guideline",
            "system message",
        ],
        pattern: r"\b(?:reveal|show|print|output|display|repeat|echo|tell me|tell us|give me|share|expose|leak|disclose|recite|dump|write out|send|return|copy|extract|summari[sz]e|list|say|provide|translate|spell out|quote|paste)(?:[\s_+*.-]{0,3}(?:me|us|back|with me|out|verbatim|exactly|all|of|the|your|in full|full|entire|exact|original|initial|hidden|secret|complete|internal|first|raw|literal|current|confidential|whole|own|base)){0,7}[\s_+*.-]{0,3}(?:system (?:prompt|message|instruction)|(?:initial|hidden|secret|original|internal|confidential|developer|pre|base|custom) ?(?:system )?(?:prompt|instructions|directives?|guidelines?)|your (?:(?:full|entire|exact|own|current|complete) ){0,2}(?:prompt|instructions|directives|guidelines|rules|programming)|(?:text|words|everything|content|instructions?|sentences?|message|conversation)(?: (?:that|which|is|was|were|are|of|in|you))* (?:above|verbatim|word for word))",
    },
    Rule {
        name: "prompt-disclosure",
        points: 90,
        anchors: &["prompt", "instruction", "system message", "directive"],
        pattern: r"\bwhat(?:'?s| is| are| was| were) (?:(?:written|in|on|the|exact|full|text|of|contents?) ){0,4}your (?:(?:exact|full|original|first|very|own|secret|hidden|current) ){0,3}(?:system (?:prompt|message|instructions?)|initial (?:prompt|instructions?)|hidden (?:prompt|instructions?)|original instructions|prompt\b|directives)",
    },
    Rule {
        name: "concealment",
        points: 70,
        anchors: &["user", "human"],
        pattern: r"\b(?:do not|don ?t|never|must not|should not|without|avoid) (?:ever )?(?:tell(?:ing)?|mention(?:ing)?|inform(?:ing)?|reveal(?:ing)?|notify(?:ing)?|alert(?:ing)?|disclos(?:e|ing)|let(?:ting)?|show(?:ing)?|ask(?:ing)?|warn(?:ing)?) (?:(?:this|it|that|any of this|anything|these instructions|these|of|about|to|with|any) ){0,4}(?:the |this |your |any )?(?:user|human)s?\b",
    },
    Rule {
        name: "concealment",
        points: 80,
        anchors: &[
            "instruction",
            "message",
            "prompt",
            "directive",
            "command",
            "this step",
            "this action",
            "tool call",
        ],
        pattern: r"\b(?:do not|don ?t|never|must not|should not|without) (?:ever )?(?:mention|reveal|disclose|refer to|acknowledge|repeat|discuss|talk about|mentioning|revealing|disclosing) (?:(?:that|you|the|received|have|existence|of|to|anyone|about|were|given|any) ){0,5}(?:this|these|those|your) (?:(?:secret|hidden|special|new|system) )?(?:instruction|message|prompt|directive|command|step|action|tool call)",
    },
    Rule {
        name: "exfiltration",
        points: 80,
        anchors: &[
            "api key",
            "apikey",
            "password",
            "credential",
            "secret",
            "private key",
            "ssh key",
            "token",
            "conversation",
            "history",
            "prompt",
            "environment",
            ".env",
            ".ssh",
            "id_rsa",
            "personal",
            "customer",
            "contact",
            "user data",
            "records",
            "employee",
            "account",
        ],
        pattern: r"\b(?:send|forward|e-?mail|upload|post|transmit|exfiltrate|leak|submit|append|share)\b[^\n]{0,100}?\b(?:api ?keys?|passwords?|credentials?|secrets|private keys?|ssh keys?|access tokens?|auth tokens?|session (?:tokens?|cookies?)|conversation(?: history| log)?|chat (?:history|logs?)|system prompt|environment variables|\.env\b|~/\.ssh|id_rsa|personal (?:data|info(?:rmation)?)|customer (?:lists?|data|e-?mails|records)|contacts?|user ?s? data|(?:patient|bank|account|credit card|employee) (?:data|records|details|numbers|info))\b[^\n]{0,80}?\b(?:to|at|via|into|through|onto)\b[^\n]{0,40}?(?:https?://|ftp://|[a-z0-9._+-]{1,40}@[a-z0-9-]{1,40}\.[a-z]|webhook|my (?:server|e-?mail|endpoint))",
    },
    Rule {
        name: "exfiltration",
        points: 60,
        anchors: &[
            "evil",
            "attacker",
            "hacker",
            "malicious",
            "exfil",
            "phish",
            "steal",
        ],
        pattern: r"\b(?:send|forward|e-?mail|bcc|cc|copy) (?:(?:it|them|this|these|that|everything|all|copies|results?|a copy|the|of|output|response|summary|report|data|contents?|and|also|results|files?|answer) ){1,6}(?:to|at)\b[^\n@]{0,24}?[a-z0-9._+-]{1,40}@(?:[a-z0-9-]{0,20}(?:evil|attacker|hacker|malicious|exfil|phish|steal)[a-z0-9-]{0,20})\.[a-z]",
    },
    // An image is fetched when it is shown: whatever stands in its address is sent.
    Rule {
        name: "exfiltration-link",
        points: 100,
        anchors: &["!["],
        pattern: r"!\[[^\]\n]{0,200}\]\(\s*<?https?://[^)\s]{1,300}?[?&=/#](?:\{\{?|%7b|\[|\$\{|<)[ a-z_0-9.-]{0,60}(?:data|secret|key|token|history|conversation|context|prompt|password|summary|message|content|user|email|info|base64|encoded|chat)[^)\n]{0,120}\)",
    },
    Rule {
        name: "exfiltration-link",
        points: 70,
        anchors: &[
            "append", "include", "insert", "embed", "encod", "attach", "replac",
        ],
        pattern: r"\b(?:append|include|insert|embed|encode|attach|replace)(?:ing)?\b[^.\n]{0,80}\b(?:data|secrets?|keys?|tokens?|history|conversation|context|password|summary|messages?|answers?|contents?|e-?mails?)\b[^.\n]{0,60}\b(?:in|to|into|as|of|at)\b[^.\n]{0,30}\b(?:image|url|link|query|markdown)",
    },
    Rule {
        name: "tool-order",
        points: 40,
        anchors: &["tool", "function", "before"],
        pattern: r"\b(?:call|invoke|use|run|execute|trigger)\b(?: the)? [a-z0-9_./-]{2,40}(?: (?:tool|function|command))?\b[^.\n]{0,60}\bbefore (?:(?:you|doing) )?(?:respond|answer|reply|continu|do anything|proceed|using|any|summari[sz])",
    },
    Rule {
        name: "tool-order",
        points: 60,
        anchors: &["before using", "before calling", "before you use"],
        pattern: r"\bbefore (?:you )?(?:us(?:e|ing)|call(?:ing)?|invok(?:e|ing)) (?:this|any|the|other)(?: [a-z_]{1,20}){0,2} tools?\b[^\n]{0,80}\b(?:read|call|send|you must|always|first|access|open|cat|get|pass|include)",
    },
];
