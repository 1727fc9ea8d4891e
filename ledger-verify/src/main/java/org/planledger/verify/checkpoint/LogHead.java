package org.planledger.verify.checkpoint;

import org.planledger.verify.proof.Hash;

/// How far a log went, and the root of the tree over it.
public record LogHead(long size, Hash root) {}
