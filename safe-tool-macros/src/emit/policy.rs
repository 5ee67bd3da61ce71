//! The policy, as an expression.

use proc_macro2::TokenStream;
use quote::quote;

use crate::model::Policy;

pub(super) fn policy(policy: &Policy) -> TokenStream {
    let quota = policy.rate_limit.map(|(tokens, per_ms, burst)| {
        quote! {
            quota: {
                const QUOTA: __p::Quota =
                    __p::Quota::new(#tokens, __p::Duration::from_millis(#per_ms), #burst)
                        .expect("this rate limit is out of range");
                QUOTA
            },
        }
    });
    let source = policy
        .source
        .as_ref()
        .map(|source| quote!(source: __p::Option::Some(__p::String::from(#source)),));
    let max_chars = policy.max_chars.map(|max| quote!(max_chars: #max,));
    let timeout = policy
        .timeout_ms
        .map(|ms| quote!(timeout: __p::Duration::from_millis(#ms),));
    quote! {
        __p::Policy {
            #quota
            #timeout
            output: __p::OutputPolicy {
                #source
                #max_chars
                ..__p::OutputPolicy::default()
            },
            ..__p::Policy::default()
        }
    }
}
