package org.planledger.projections.fold;

import org.planledger.core.store.StreamType;

/// Where an event stands: known without reading what it says.
///
/// @param sequence its place in its stream, from 0
/// @param position its place in the whole ledger, from 1
public record EventPlace(StreamType streamType, String streamId, long sequence, long position) {}
