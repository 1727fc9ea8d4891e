package org.planledger.verify.report;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where something was found, as exactly as it is known.
///
/// @param position the place in the whole log, from 1
/// @param sequence the place in the stream, from 0
/// @param attempt the number of an attempt
/// @param reference which private value
/// @param line the line of an exported log
public record Place(
    @Nullable String streamId,
    @Nullable Long sequence,
    @Nullable Long position,
    @Nullable Long attempt,
    @Nullable String reference,
    @Nullable Long line) {

  /// No particular place: the checkpoint, or all of it.
  public static final Place WHOLE = new Place(null, null, null, null, null, null);

  public static Place stream(String streamId) {
    return new Place(streamId, null, null, null, null, null);
  }

  public static Place event(String streamId, long sequence, long position) {
    return new Place(streamId, sequence, position, null, null, null);
  }

  /// A place in a stream at which there is no event.
  public static Place gap(String streamId, long sequence) {
    return new Place(streamId, sequence, null, null, null, null);
  }

  public static Place attempt(long number) {
    return new Place(null, null, null, number, null, null);
  }

  public static Place privateValue(String reference) {
    return new Place(null, null, null, null, reference, null);
  }

  /// A position of the whole log.
  public static Place position(long position) {
    return new Place(null, null, position, null, null, null);
  }

  /// The same in a line of an exported log.
  public Place onLine(long line) {
    return new Place(streamId, sequence, position, attempt, reference, line);
  }

  /// What is known of it, by name, in a fixed order.
  public Map<String, Object> members() {
    var members = new LinkedHashMap<String, Object>();
    put(members, "stream", streamId);
    put(members, "sequence", sequence);
    put(members, "position", position);
    put(members, "attempt", attempt);
    put(members, "reference", reference);
    put(members, "line", line);
    return members;
  }

  private static void put(Map<String, Object> members, String name, @Nullable Object value) {
    if (value != null) {
      members.put(name, value);
    }
  }
}
