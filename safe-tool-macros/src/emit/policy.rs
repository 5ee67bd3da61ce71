//! The policy, as an expression.

use proc_macro2::TokenStream;

use super::{code::code, output};
use crate::model::Policy;

pub(super) fn policy(policy: &Policy) -> TokenStream {
    let quota = policy.rate_limit.map(|(tokens, per_ms, burst)| {
        code! {
            quota: {
                const QUOTA: __p::Quota =
                    __p::Quota::new(#tokens, __p::Duration::from_millis(#per_ms), #burst)
                        .expect("this rate limit is out of range");
                QUOTA
            },
        }
    });
    let cost = policy.cost.as_ref().map(|cost| {
        let (argument, max, default) = (&cost.argument, cost.max, cost.default);
        code!(cost: __p::Option::Some(__p::Cost::of_argument(#argument, #max, #default)),)
    });
    let timeout = policy
        .timeout_ms
        .map(|ms| code!(timeout: __p::Duration::from_millis(#ms),));
    let redacted = (!policy.redacted.is_empty()).then(|| {
        let names = &policy.redacted;
        code!(redacted: __p::strings(&[#(#names),*]),)
    });
    let output = output::output(&policy.output);
    // `..` with nothing left to fill is a lint.
    let rest = (quota.is_none() || cost.is_none() || timeout.is_none() || redacted.is_none())
        .then(|| code!(..<__p::Policy as __p::Default>::default()));
    code! {
        __p::Policy {
            #quota
            #cost
            #timeout
            #redacted
            output: #output,
            #rest
        }
    }
}
