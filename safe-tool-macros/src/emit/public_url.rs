//! The rule of a URL: its options in a static.

use proc_macro2::TokenStream;

use super::code::code;
use crate::model::PublicUrl;

pub(super) fn rule(options: &PublicUrl) -> TokenStream {
    let PublicUrl {
        schemes,
        hosts,
        ports,
    } = options;
    let schemes = (!schemes.is_empty()).then(|| code!(.schemes(&[#(#schemes),*])));
    let hosts = match hosts {
        Some(hosts) => code!(.allowed_hosts(&[#(#hosts),*])),
        None => code!(.any_host()),
    };
    let ports = (!ports.is_empty()).then(|| code!(.ports(&[#(#ports),*])));
    code! {
        __p::public_url({
            static RULES: __p::UrlRules = __p::UrlRules::new() #schemes #hosts #ports;
            &RULES
        })
    }
}
