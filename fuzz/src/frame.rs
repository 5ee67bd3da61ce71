pub fn frame(_: &[u8]) {}
