//! DER taken apart and put together again, to bend documents where no honest writer would.

/// An element with what is in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    pub tag: u8,
    pub value: Value,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    Octets(Vec<u8>),
    Nodes(Vec<Node>),
}

impl Node {
    pub fn octets(tag: u8, octets: &[u8]) -> Self {
        Self { tag, value: Value::Octets(octets.to_vec()) }
    }

    pub fn parse(der: &[u8]) -> Self {
        let (node, rest) = Self::first(der);
        assert!(rest.is_empty());
        node
    }

    fn first(der: &[u8]) -> (Self, &[u8]) {
        let (start, length) = match der[1] {
            short @ 0..0x80 => (2, usize::from(short)),
            long => {
                let count = usize::from(long & 0x7f);
                (2 + count, der[2..2 + count].iter().fold(0, |sum, octet| sum << 8 | usize::from(*octet)))
            }
        };
        let (mut inside, rest) = (&der[start..start + length], &der[start + length..]);
        if der[0] & 0x20 == 0 {
            return (Self::octets(der[0], inside), rest);
        }
        let mut nodes = Vec::new();
        while !inside.is_empty() {
            let (node, after) = Self::first(inside);
            nodes.push(node);
            inside = after;
        }
        (Self { tag: der[0], value: Value::Nodes(nodes) }, rest)
    }

    /// The nodes inside.
    pub fn nodes(&mut self) -> &mut Vec<Node> {
        match &mut self.value {
            Value::Nodes(nodes) => nodes,
            Value::Octets(_) => panic!("octets"),
        }
    }

    /// The node at a path of places.
    pub fn at(&mut self, path: &[usize]) -> &mut Node {
        path.iter().fold(self, |node, place| &mut node.nodes()[*place])
    }

    pub fn der(&self) -> Vec<u8> {
        let inside = match &self.value {
            Value::Octets(octets) => octets.clone(),
            Value::Nodes(nodes) => nodes.iter().flat_map(Node::der).collect(),
        };
        let mut out = vec![self.tag];
        let length = inside.len().to_be_bytes();
        let significant: Vec<u8> = length.iter().copied().skip_while(|octet| *octet == 0).collect();
        if let short @ 0..0x80 = inside.len() {
            out.push(u8::try_from(short).unwrap());
        } else {
            out.push(0x80 | u8::try_from(significant.len()).unwrap());
            out.extend(significant);
        }
        out.extend(inside);
        out
    }

    /// In BER, with ends instead of lengths and octet strings in pieces of 100.
    pub fn ber(&self) -> Vec<u8> {
        let inside: Vec<u8> = match &self.value {
            Value::Octets(octets) if self.tag == 4 => {
                octets.chunks(100).flat_map(|piece| Self::octets(4, piece).der()).collect()
            }
            Value::Octets(_) => return self.der(),
            Value::Nodes(nodes) => nodes.iter().flat_map(Node::ber).collect(),
        };
        [&[self.tag | 0x20, 0x80][..], &inside, &[0, 0]].concat()
    }
}
