pub fn detector(_: &[u8]) {}
