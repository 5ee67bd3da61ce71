//! Tokens that part the turns of a conversation, which a document may only quote.

use super::Rule;

pub(super) const RULES: &[Rule] = &[
    Rule {
        name: "system-tag",
        points: 100,
        anchors: &["system", "sys"],
        pattern: r"(?:^|[^a-z])<\s*/?\s*system(?:[_-](?:prompt|message|instructions?|reminder|override|note|mode)|[ ]mode)?\s*>|<<\s*/?\s*sys\s*>>|\[\s*/?\s*system(?:[ _-](?:prompt|message|instructions?|override|note|mode))?\s*\]\s*[:(]",
    },
    Rule {
        name: "instruction-token",
        points: 100,
        anchors: &["inst"],
        pattern: r"\[\s*/?\s*inst\s*\]",
    },
    // Not where a quotation mark follows: code that lists the tokens, such as those to stop at.
    Rule {
        name: "chat-template-token",
        points: 100,
        anchors: &[
            "<|",
            "start_of_turn",
            "end_of_turn",
            "start_header",
            "turn_token",
        ],
        pattern: r"<\|\s*/?\s*(?:im_start|im_end|im_sep|system|user|assistant|human|tool|endoftext|endofprompt|begin_of_text|end_of_text|start_header_id|end_header_id|eot_id|eom_id|python_tag|end|sep|eos|bos|channel|message|start|return|start_of_role|end_of_role|tool_call|observation|start_of_turn_token|end_of_turn_token)\s*\|>(?:[^\x22\x27\x60]|$)|<\s*/?\s*(?:start_of_turn|end_of_turn)\s*>(?:[^\x22\x27\x60]|$)",
    },
    Rule {
        name: "fake-turn",
        points: 100,
        anchors: &[
            "assistant",
            "tool",
            "function",
            "human",
            "important",
            "instructions",
        ],
        pattern: r"<\s*/\s*(?:tool_results?|function_results?|tool_calls?|function_calls?|tool_response|tool_output|untrusted[a-z_-]{0,12}|external[_-](?:data|content))\s*>|<\s*(?:function_calls?|function_results?|tool_calls?|tool_response|system_instructions?|new_instructions?|admin_instructions?|secret_instructions?)\s*>|<\s*important\s*>",
    },
    Rule {
        name: "fake-turn",
        points: 50,
        anchors: &["assistant"],
        pattern: r"(?:^|\n)\s*(?:\*\*|#{1,4} ?)?(?:human|user|h)(?:\*\*)?\s*:[^\n]{0,300}\n+\s*(?:\*\*|#{1,4} ?)?(?:assistant|a)(?:\*\*)?\s*:|(?:^|\n)\s*(?:assistant)\s*:[^\n]{0,300}\n+\s*(?:human|user|system)\s*:",
    },
    Rule {
        name: "fake-turn",
        points: 50,
        anchors: &[
            "### instruction",
            "###instruction",
            "### system",
            "### response",
            "### human",
            "### assistant",
        ],
        pattern: r"(?:^|\n)\s*#{2,4} ?(?:instruction|system|response|human|assistant)s?\s*:",
    },
    Rule {
        name: "fake-completion",
        points: 70,
        anchors: &[
            "complete",
            "finished",
            "done",
            "end of",
            "answered",
            "concluded",
        ],
        pattern: r"\b(?:task|request|job|question|answer|analysis|summary|translation|assignment|previous (?:task|request|instructions?))s? (?:(?:is|was|has|have|been|are|now|successfully|already|fully) ){0,4}(?:completed?|finished|done|answered|solved|concluded)\b[.!,;:)\]*\s-]{1,8}(?:(?:now|next|then|please|and|so|great|good|well done|thank you|the|your|my|new|instead|ok|moving on|also|proceed|i)\b[,.! ]{0,3}){1,4}(?:[a-z]{2,14} ){0,4}(?:task|question|instruction|request|order|is to|ignore|send|output|print|write|say|tell|call|delete|execute|move on|do the following|i need you)",
    },
    Rule {
        name: "fake-completion",
        points: 60,
        anchors: &[
            "end of",
            "end document",
            "end context",
            "document ends",
            "end user",
        ],
        pattern: r"(?:^|\n)[\s\[(<{=*#-]{0,8}(?:end of|end) (?:the )?(?:document|e-?mail|data|context|input|user (?:input|message|data|query)|search results?|tool (?:output|result)|prompt|conversation|instructions?|article|web ?page|untrusted [a-z]+)[\s\])>}=*#.-]{0,8}(?:\n\s*)*[\s\[(<{=*#-]{0,8}(?:new|system|now|begin|start|user|instructions?|assistant|admin|the (?:above|following|user)|your|next|please|ignore|important)\b",
    },
    // Two dashes, so that a list item that begins with "End external data" is none.
    Rule {
        name: "forged-boundary",
        points: 100,
        anchors: &["external"],
        pattern: r"-\s*-\s*(?:begin|end)(?:\s*of)?[\s_-]*external[\s_-]*data",
    },
];
