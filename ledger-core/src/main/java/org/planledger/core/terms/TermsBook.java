package org.planledger.core.terms;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Every edition the installation knows, and which of them are on sale. A released document never
/// changes, so the day an edition is retired is the operator's fact and stands beside it.
public final class TermsBook {

  private static final Comparator<Edition> BY_ID = Comparator.comparing(Edition::id);

  private final Map<Edition, Terms> editions;
  private final Map<Edition, LocalDate> retiredFrom;

  /// The book of these editions.
  ///
  /// @param editions at least one, each once
  /// @param retiredFrom the first day an edition is no longer sold; absent while it is
  /// @throws IllegalArgumentException if there is none, one comes twice, or an edition that is not
  ///     among them is retired
  public TermsBook(Collection<Terms> editions, Map<Edition, LocalDate> retiredFrom) {
    TreeMap<Edition, Terms> byEdition = new TreeMap<>(BY_ID);
    for (Terms terms : editions) {
      if (byEdition.put(terms.edition(), terms) != null) {
        throw new IllegalArgumentException("edition " + terms.edition().id() + " comes twice");
      }
    }
    if (byEdition.isEmpty()) {
      throw new IllegalArgumentException("a book needs at least one edition");
    }
    for (Edition retired : retiredFrom.keySet()) {
      if (!byEdition.containsKey(retired)) {
        throw new IllegalArgumentException(
            "edition " + retired.id() + " is retired but unknown; known are " + byEdition.keySet());
      }
    }
    this.editions = Collections.unmodifiableMap(byEdition);
    this.retiredFrom = Map.copyOf(retiredFrom);
  }

  /// The edition of that name, on sale or not.
  public Optional<Terms> edition(Edition edition) {
    return Optional.ofNullable(editions.get(edition));
  }

  /// Whether a plan can be sold under the edition on that day: it is known, its sale has begun and
  /// it is not yet retired. Several editions can be on sale at once; a purchase names the one that
  /// it accepts.
  public boolean onSale(Edition edition, LocalDate day) {
    LocalDate retired = retiredFrom.get(edition);
    return edition(edition)
        .filter(terms -> terms.onSaleFrom().stream().noneMatch(day::isBefore))
        .filter(_ -> retired == null || day.isBefore(retired))
        .isPresent();
  }

  /// The first day an edition is no longer sold; empty while no end of its sale is known.
  public Optional<LocalDate> retiredFrom(Edition edition) {
    return Optional.ofNullable(retiredFrom.get(edition));
  }

  /// The book as it would be if some editions had said what a candidate says. Names, days of sale
  /// and retirements stay, so that whoever asked for one of them is still answered.
  ///
  /// @throws IllegalArgumentException if one of the editions is unknown
  public TermsBook with(Terms candidate, Collection<Edition> inPlaceOf) {
    TreeMap<Edition, Terms> changed = new TreeMap<>(BY_ID);
    changed.putAll(editions);
    for (Edition replaced : inPlaceOf) {
      Terms known =
          edition(replaced)
              .orElseThrow(
                  () -> new IllegalArgumentException("edition " + replaced.id() + " is unknown"));
      changed.put(replaced, candidate.inPlaceOf(known));
    }
    return new TermsBook(changed.values(), retiredFrom);
  }

  /// Every edition, oldest first.
  public Collection<Terms> editions() {
    return editions.values();
  }

  /// The newest edition, on sale or not.
  public Terms latest() {
    return editions().stream().reduce((older, newer) -> newer).orElseThrow();
  }
}
