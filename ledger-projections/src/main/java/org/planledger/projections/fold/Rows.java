package org.planledger.projections.fold;

import java.util.Collection;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// The rows that the event in hand may see and change: those of its own stream.
public interface Rows {

  /// The row of that key in the stream of the event; none if it was never put.
  <K, R extends Row> Optional<R> find(Table<K, R> table, K key);

  /// Every row of the table that belongs to the stream of the event, in no particular order.
  <K, R extends Row> Collection<R> all(Table<K, R> table);

  /// Puts a row that this event has made or changed. Nothing happens if the row that is there has
  /// seen the event before.
  <K, R extends Row> void put(Table<K, R> table, R row);

  /// Changes a row that has to be there. Nothing happens if it has seen the event before.
  ///
  /// @throws IllegalStateException if there is no such row: the history is not one that the view
  ///     knows how to read
  <K, R extends Row> void change(Table<K, R> table, K key, UnaryOperator<R> change);
}
