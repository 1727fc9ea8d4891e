package org.planledger.bench;

/// What a contender has confirmed to be durable.
///
/// @param commands how many commands
/// @param events how many events these commands led to
record Acknowledged(long commands, long events) {}
