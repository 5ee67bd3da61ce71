pub fn arguments(_: &[u8]) {}
