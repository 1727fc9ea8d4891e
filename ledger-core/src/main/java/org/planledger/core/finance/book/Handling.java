package org.planledger.core.finance.book;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What people have done about an exception.
///
/// @param owner whose it is
/// @param waitsFor what it waits for, while it does
/// @param reason by what it was explained, or why it is looked at again
/// @param notes what was written down, oldest first, each with the number of its event
public record Handling(
    State state,
    Optional<String> owner,
    Optional<String> waitsFor,
    Optional<String> reason,
    List<Note> notes) {

  /// How far an exception is.
  public enum State {
    /// Nobody has it.
    OPEN,
    /// Somebody has it.
    ASSIGNED,
    /// It waits for something outside.
    PENDING,
    /// It is explained.
    RESOLVED,
    /// It was explained, and is looked at again.
    REOPENED
  }

  /// Something written down.
  ///
  /// @param event the number of the event that has who and when
  public record Note(long event, String text) {}

  /// Nobody has looked at it.
  public static final Handling NONE =
      new Handling(State.OPEN, Optional.empty(), Optional.empty(), Optional.empty(), List.of());

  public Handling {
    notes = List.copyOf(notes);
  }

  /// Whether it still asks for an explanation.
  public boolean isOpen() {
    return state != State.RESOLVED;
  }

  Handling assigned(String to) {
    return new Handling(State.ASSIGNED, Optional.of(to), Optional.empty(), reason, notes);
  }

  Handling pended(String forWhat) {
    return new Handling(State.PENDING, owner, Optional.of(forWhat), reason, notes);
  }

  Handling resolved(String by) {
    return new Handling(State.RESOLVED, owner, Optional.empty(), Optional.of(by), notes);
  }

  Handling reopened(String why) {
    return new Handling(State.REOPENED, owner, Optional.empty(), Optional.of(why), notes);
  }

  Handling noted(long event, String text) {
    var more = new ArrayList<>(notes);
    more.add(new Note(event, text));
    return new Handling(state, owner, waitsFor, reason, more);
  }
}
