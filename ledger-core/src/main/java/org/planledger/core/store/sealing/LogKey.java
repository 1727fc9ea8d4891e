package org.planledger.core.store.sealing;

import java.time.Instant;
import org.planledger.core.evidence.VerifierKey;

/// A key that checkpoints are, or were, signed with.
///
/// @param number its place among all keys, from 1
/// @param key the public half
/// @param fromCheckpoint the number of the first checkpoint it signed
/// @param fromSize how many events that one covers
/// @param since when that was
public record LogKey(
    long number, VerifierKey key, long fromCheckpoint, long fromSize, Instant since) {}
