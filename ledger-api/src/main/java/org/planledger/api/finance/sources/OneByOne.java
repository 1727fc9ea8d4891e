package org.planledger.api.finance.sources;

import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// Reads many sources one after the other, each only when the one before has ended. A stream that
/// is flattened holds all that one element leads to as soon as somebody iterates over it, which may
/// be every entry of a run.
public final class OneByOne<S, T> implements Iterator<T> {

  private final Iterator<? extends S> sources;
  private final Function<? super S, ? extends Iterator<? extends T>> opening;
  private Iterator<? extends T> current = Collections.emptyIterator();

  private OneByOne(
      Iterator<? extends S> sources, Function<? super S, ? extends Iterator<? extends T>> opening) {
    this.sources = sources;
    this.opening = opening;
  }

  /// All that the sources have.
  ///
  /// @param opening opens a source when its turn has come
  public static <S, T> Iterator<T> of(
      Iterator<? extends S> sources, Function<? super S, ? extends Iterator<? extends T>> opening) {
    return new OneByOne<>(sources, opening);
  }

  /// The same as a stream.
  public static <T> Stream<T> stream(Iterator<T> all) {
    return StreamSupport.stream(
        Spliterators.spliteratorUnknownSize(all, Spliterator.ORDERED | Spliterator.NONNULL), false);
  }

  @Override
  public boolean hasNext() {
    while (!current.hasNext() && sources.hasNext()) {
      current = opening.apply(sources.next());
    }
    return current.hasNext();
  }

  @Override
  public T next() {
    if (!hasNext()) {
      throw new NoSuchElementException("nothing is left");
    }
    return current.next();
  }
}
