package org.planledger.verify.report;

/// What was checked when something was found. The names are those of the JSON output.
public enum Check {
  /// The signature under the checkpoint, by a key that is trusted.
  SIGNATURE("signature"),
  /// Which streams are there: the plan's first, then all devices its events name, and no others.
  STREAMS("streams"),
  /// Events are numbered from 0 without a gap.
  SEQUENCE("sequence"),
  /// Positions grow, and lie within the checkpoint.
  POSITION("position"),
  /// The record is in the log at its place.
  INCLUSION("inclusion"),
  /// The stream ends where the checkpoint says it does.
  COMPLETENESS("completeness"),
  /// An event belongs to the stream and the plan in which it stands.
  CONTENT("content"),
  /// The commands from which the events follow.
  ATTEMPT("attempt"),
  /// A private value is the one that was committed to.
  PRIVATE_VALUE("private-value"),
  /// A serial number belongs to one of the devices.
  SERIAL("serial"),
  /// A stream does not exist.
  ABSENCE("absence"),
  /// A whole log leads to the root of its checkpoint.
  ROOT("root"),
  /// The streams of a whole log lead to the map of its checkpoint.
  MAP("map"),
  /// A later checkpoint extends an earlier one.
  CONSISTENCY("consistency");

  private final String text;

  Check(String text) {
    this.text = text;
  }

  /// Its stable name.
  public String text() {
    return text;
  }
}
