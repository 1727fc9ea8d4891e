package org.planledger.core.axon;

/// How far a plan or device that is still in memory may be trusted.
public enum CachePolicy {
  /// As it is: no other process writes to this ledger.
  LOCAL,
  /// After reading what its stream has gained since, because other processes write as well. A
  /// refusal stores no event and so could not collide with what they wrote.
  TAIL
}
