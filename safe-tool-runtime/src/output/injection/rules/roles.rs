//! Orders to be somebody else, or to be bound by nothing.

use super::Rule;

pub(super) const RULES: &[Rule] = &[
    Rule {
        name: "role-reassignment",
        points: 100,
        anchors: &[
            "are now", "arenow", "re now", "renow", "re-now", "are_now", "are\nnow", "are  now",
            "are.now", "are-now",
        ],
        pattern: r"you(?: are|[ ']{0,2}re) now (?:(?:an?|the|in|going to be|to act as|acting as|operating as|my|called|named|known as|running(?: in)?|a) ){0,3}(?:(?:completely|entirely|totally|fully|truly|new|very|highly|newly|helpful) ){0,2}(?:different|dan\b|unrestricted|unfiltered|uncensored|unbound|unlimited|jailbroken|liberated|free (?:from|of)|freed|evil|malicious|rogue|developer mode|debug mode|god mode|admin mode|maintenance mode|root\b|superuser|administrator|an? (?:ai|bot)|ai\b|bot\b|chat ?bot|language model|assistant|hacker|pirate|no longer|not bound|without)",
    },
    Rule {
        name: "role-reassignment",
        points: 60,
        anchors: &["from now on", "fromnowon", "henceforth", "this point on"],
        pattern: r"\b(?:from now on(?:wards?)?|henceforth|from this (?:point|moment)(?: on(?:wards?)?| forward)?) (?:(?:only|always|and|please) ){0,2}(?:you (?:are|will|must|shall|should|have to|need to|can|only|re|answer|respond|act)|act|behave|pretend|respond|answer|reply|speak|ignore|your (?:name|role|task|job|goal|only|responses?))",
    },
    Rule {
        name: "unrestricted-persona",
        points: 100,
        anchors: &[
            "do anything now",
            "doanythingnow",
            "jailbr",
            "god mode",
            "dan mode",
            "unrestricted mode",
            "unfiltered mode",
        ],
        pattern: r"do anything now|\b(?:enable|enter|activate|switch (?:in)?to|turn on|you are in|unlock|initiate) (?:the )?(?:god|dan|jailbreak|jailbroken|unrestricted|unfiltered|uncensored|evil) mode|\b(?:god|dan|jailbreak|unrestricted) mode (?:enabled|activated|on\b|engaged)",
    },
    Rule {
        name: "unrestricted-persona",
        points: 100,
        anchors: &[
            "unrestricted",
            "unfiltered",
            "uncensored",
            "jailbroken",
            "no restriction",
            "without restriction",
            "without any",
            "no content polic",
            "no rules",
            "no ethic",
            "no limit",
            "no filter",
            "no moral",
            "no guideline",
        ],
        pattern: r"\b(?:act|behave|respond|answer|reply|roleplay|role play|pretend|simulate|imagine|operate|you(?: are|.{0,3}re))\b(?: [a-z']{1,14}){0,8}? (?:unrestricted|unfiltered|uncensored|jailbroken|(?:with no|without (?:any )?|has no|have no|with zero|who has no|that has no)(?: (?:content|safety|ethical|moral|legal|any|such|rules|or|and))* (?:restrictions?|polic(?:y|ies)|rules|ethics|limits|limitations|filters?|morals?|morality|guidelines?|constraints?|censorship|boundaries))",
    },
    Rule {
        name: "unrestricted-persona",
        points: 70,
        anchors: &[
            "safety",
            "content filter",
            "content polic",
            "ethical",
            "moderation",
            "guardrail",
            "safeguard",
        ],
        pattern: r"\b(?:disable|turn off|deactivate|bypass|ignore|remove|switch off|circumvent|evade|drop|suspend|forget|without|lift) (?:(?:all|any|your|the|of|its|these|built in|internal) ){0,4}(?:safety|content|ethical|ethics|moderation|moral|security|alignment) ?(?:and [a-z]+ )?(?:filters?|guidelines?|protocols?|polic(?:y|ies)|measures?|restrictions?|guardrails?|mechanisms?|constraints?|checks?|features?|considerations?|safeguards?|limitations?)",
    },
    Rule {
        name: "unrestricted-persona",
        points: 70,
        anchors: &["developer mode", "debug mode", "developermode"],
        pattern: r"\b(?:you(?: are| ?re)(?: now)? in|act(?:ing)? (?:as|like)[^.\n]{0,40}|respond[^.\n]{0,30}|chatgpt[^.\n]{0,30}|(?:enter|switch to|initiate)(?: the)?) (?:developer|debug) mode\b|\b(?:developer|debug) mode (?:enabled|activated|v2)\b",
    },
];
