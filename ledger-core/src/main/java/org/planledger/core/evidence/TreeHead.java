package org.planledger.core.evidence;

/// A log in two words.
///
/// @param size how many leaves it has
/// @param root of the tree over them
public record TreeHead(long size, Hash root) {}
