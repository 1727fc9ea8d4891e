package org.planledger.core.store.backup;

/// How far the three logs go.
public record Extent(long events, long attempts, long reads) {}
