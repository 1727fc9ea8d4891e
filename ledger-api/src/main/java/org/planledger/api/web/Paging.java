package org.planledger.api.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.planledger.api.moment.Asked;
import org.planledger.projections.page.PageRequest;
import org.planledger.projections.page.UnknownPlaceException;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;

/// Which page of a list is asked for. Lists are read by key and never by number, so that a page
/// costs the same wherever it lies and nothing is shown twice when the list grows.
public final class Paging {
  /// Rows of a page where nothing else is asked for.
  public static final int DEFAULT_ROWS = 50;

  /// The header that names the position of which a list tells.
  public static final String POSITION = "Ledger-Position";

  /// The longest page.
  public static final int MAX_ROWS = 1000;

  /// Every position, sequence and number that is ever reached.
  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,17}");

  private final String path;
  private final int pageSize;
  private final List<String> after;
  private final Map<String, String> filters;
  private final Optional<Long> position;

  Paging(String path, int pageSize, List<String> after, Map<String, String> filters) {
    this(path, pageSize, after, filters, Optional.empty());
  }

  private Paging(
      String path,
      int pageSize,
      List<String> after,
      Map<String, String> filters,
      Optional<Long> position) {
    this.path = path;
    this.pageSize = pageSize;
    this.after = List.copyOf(after);
    this.filters = Map.copyOf(filters);
    this.position = position;
  }

  /// The first page of a list, for an answer at another address.
  ///
  /// @param filters the parameters with which the list would be asked
  public static Paging first(String path, Map<String, String> filters) {
    return new Paging(path, DEFAULT_ROWS, List.of(), filters);
  }

  /// The same page of a list as it was at a position. The pages after it are of the same position,
  /// even where a moment was asked for, and each names it in a header.
  public Paging at(long position) {
    var remembered = new HashMap<>(filters);
    remembered.remove(Asked.AS_OF);
    remembered.put(Asked.AT_POSITION, String.valueOf(position));
    return new Paging(path, pageSize, after, remembered, Optional.of(position));
  }

  /// The same page, which names a position in a header.
  public Paging telling(long position) {
    return new Paging(path, pageSize, after, filters, Optional.of(position));
  }

  /// The same page, with a parameter for the pages after it that was left out.
  public Paging remembering(String parameter, String value) {
    var remembered = new HashMap<>(filters);
    remembered.put(parameter, value);
    return new Paging(path, pageSize, after, remembered, position);
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
    return answered(new Page<>(rows, hasMore ? cursor(key.apply(rows.getLast())) : null, hasMore));
  }

  /// The page with what these rows are shown as.
  ///
  /// @param fetched as many as [#fetch] said, or fewer at the end of the list
  /// @param key of a row, by which the next page continues
  public <V, T> ResponseEntity<Page<T>> mapped(
      List<V> fetched, Function<V, T> answer, Function<V, List<String>> key) {
    var hasMore = fetched.size() > pageSize;
    var rows = hasMore ? fetched.subList(0, pageSize) : fetched;
    return answered(
        new Page<>(
            rows.stream().map(answer).toList(),
            hasMore ? cursor(key.apply(rows.getLast())) : null,
            hasMore));
  }

  /// A page that ends before the list does, because enough was looked at.
  ///
  /// @param key from which the next page continues
  public <T> ResponseEntity<Page<T>> unfinished(List<T> rows, List<String> key) {
    return answered(new Page<>(rows, cursor(key), true));
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
    return answered(page(view, answer));
  }

  /// The same page without the answer around it.
  public <V, T> Page<T> page(
      Function<PageRequest, org.planledger.projections.page.Page<V>> view, Function<V, T> answer) {
    var place = after.isEmpty() ? Optional.<String>empty() : Optional.of(after.getFirst());
    try {
      var page = view.apply(new PageRequest(place, pageSize));
      var rows = page.rows().stream().map(answer).toList();
      return page.after()
          .map(next -> new Page<>(rows, cursor(List.of(next)), true))
          .orElseGet(() -> new Page<>(rows, null, false));
    } catch (UnknownPlaceException e) {
      throw Cursor.refused();
    }
  }

  private String cursor(List<String> key) {
    return new Cursor(path, filters, key).encoded();
  }

  private <T> ResponseEntity<Page<T>> answered(Page<T> page) {
    var answer = ResponseEntity.ok().cacheControl(CacheControl.noStore());
    position.ifPresent(at -> answer.header(POSITION, String.valueOf(at)));
    if (page.next() != null) {
      answer.header(
          "Link",
          "<%s?%s=%d&%s=%s>; rel=\"next\""
              .formatted(path, Queries.PAGE_SIZE, pageSize, Queries.CURSOR, page.next()));
    }
    return answer.body(page);
  }
}
