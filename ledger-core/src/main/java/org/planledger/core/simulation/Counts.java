package org.planledger.core.simulation;

/// How the decisions compare. Every attempt is in exactly one of `unchanged`, `otherGrounds`,
/// `otherFee`, `nowAccepted`, `nowRefused`, `noLongerArises` and `undecidable`.
///
/// @param attempts how many were decided again
/// @param throughAttempt the number of the last of them; 0 for an empty book
/// @param plans how many plans the book has
/// @param plansAffected how many of them see any difference
/// @param otherGrounds still refused, but on other grounds
/// @param otherFee still accepted, but at another fee
public record Counts(
    long attempts,
    long throughAttempt,
    long plans,
    long plansAffected,
    long unchanged,
    long otherGrounds,
    long otherFee,
    long nowAccepted,
    long nowRefused,
    long noLongerArises,
    long undecidable) {}
