package org.planledger.api.web;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.planledger.projections.page.PageRequest;
import org.planledger.projections.page.UnknownPlaceException;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;

/// Which page of a list is asked for. Lists are read by key and never by number, so that a page
/// costs the same wherever it lies and nothing is shown twice when the list grows.
public final class Paging {
  /// Rows of a page where nothing else is asked for.
  public static final int DEFAULT_ROWS = 50;

  /// The longest page.
  public static final int MAX_ROWS = 1000;

  /// Every position, sequence and number that is ever reached.
  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,17}");

  private final int pageSize;
  private final List<String> after;
  private final Function<List<String>, String> cursor;
  private final Function<String, String> address;

  Paging(
      int pageSize,
      List<String> after,
      Function<List<String>, String> cursor,
      Function<String, String> address) {
    this.pageSize = pageSize;
    this.after = List.copyOf(after);
    this.cursor = cursor;
    this.address = address;
  }

  /// How many rows to fetch: one more than are shown tells whether there is another page.
  public int fetch() {
    return pageSize + 1;
  }

  /// The key of the last row of the page before; empty for the first page.
  public List<String> after() {
    return after;
  }

  /// The number in a key of one number, from 1; 0 for the first page.
  public long afterNumber() {
    if (after.isEmpty()) {
      return 0;
    }
    if (!NUMBER.matcher(after.getFirst()).matches()) {
      throw Cursor.refused();
    }
    return Long.parseLong(after.getFirst());
  }

  /// The page with these rows.
  ///
  /// @param fetched as many as [#fetch] said, or fewer at the end of the list
  /// @param key of a row, by which the next page continues
  public <T> ResponseEntity<Page<T>> of(List<T> fetched, Function<T, List<String>> key) {
    var hasMore = fetched.size() > pageSize;
    var rows = hasMore ? fetched.subList(0, pageSize) : fetched;
    return hasMore ? answered(rows, cursor.apply(key.apply(rows.getLast()))) : answered(rows);
  }

  /// A page that ends before the list does, because enough was looked at.
  ///
  /// @param key from which the next page continues
  public <T> ResponseEntity<Page<T>> unfinished(List<T> rows, List<String> key) {
    return answered(rows, cursor.apply(key));
  }

  /// The page of a list that is held in memory in whole.
  ///
  /// @param key of a row; no two rows have the same
  public <T> ResponseEntity<Page<T>> ofAll(List<T> all, Function<T, String> key) {
    var from = after.isEmpty() ? 0 : 1 + all.stream().map(key).toList().indexOf(after.getFirst());
    if (from == 0 && !after.isEmpty()) {
      throw Cursor.refused();
    }
    return of(
        all.subList(from, Math.min(all.size(), from + fetch())), row -> List.of(key.apply(row)));
  }

  /// The page that a view has answered.
  public <V, T> ResponseEntity<Page<T>> of(
      Function<PageRequest, org.planledger.projections.page.Page<V>> view, Function<V, T> answer) {
    var place = after.isEmpty() ? Optional.<String>empty() : Optional.of(after.getFirst());
    try {
      var page = view.apply(new PageRequest(place, pageSize));
      var rows = page.rows().stream().map(answer).toList();
      return page.after()
          .map(next -> answered(rows, cursor.apply(List.of(next))))
          .orElseGet(() -> answered(rows));
    } catch (UnknownPlaceException e) {
      throw Cursor.refused();
    }
  }

  private static <T> ResponseEntity<Page<T>> answered(List<T> rows) {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(new Page<>(rows, null, false));
  }

  private <T> ResponseEntity<Page<T>> answered(List<T> rows, String next) {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .header("Link", "<%s>; rel=\"next\"".formatted(address.apply(next)))
        .body(new Page<>(rows, next, true));
  }
}
