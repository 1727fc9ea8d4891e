package org.planledger.api.web;

import java.util.List;
import java.util.function.Function;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;

/// Which page of a list is asked for. Lists are read by key and never by number, so that a page
/// costs the same wherever it lies and nothing is shown twice when the list grows.
///
public final class Paging {
  /// Rows of a page where nothing else is asked for.
  public static final int DEFAULT_ROWS = 50;

  /// The longest page.
  public static final int MAX_ROWS = 1000;

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

  /// The number in a key of one number; 0 for the first page.
  public long afterNumber() {
    return after.isEmpty() ? 0 : Long.parseLong(after.getFirst());
  }

  /// The page with these rows.
  ///
  /// @param fetched as many as [#fetch] said, or fewer at the end of the list
  /// @param key of a row, by which the next page continues
  public <T> ResponseEntity<Page<T>> of(List<T> fetched, Function<T, List<String>> key) {
    var hasMore = fetched.size() > pageSize;
    var rows = hasMore ? fetched.subList(0, pageSize) : fetched;
    var answer = ResponseEntity.ok().cacheControl(CacheControl.noStore());
    if (!hasMore) {
      return answer.body(new Page<>(rows, null, false));
    }
    var next = cursor.apply(key.apply(rows.getLast()));
    answer.header("Link", "<%s>; rel=\"next\"".formatted(address.apply(next)));
    return answer.body(new Page<>(rows, next, true));
  }
}
