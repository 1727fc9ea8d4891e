package org.planledger.api.lists;

/// Ids of traces among the parameters of a list.
final class TraceIds {
  static final String FORM = "[0-9a-f]{32}";
  static final String IN_WORDS = "a trace id of 32 lower-case hexadecimal digits";

  private TraceIds() {}
}
