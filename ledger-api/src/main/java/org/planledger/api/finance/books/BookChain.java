package org.planledger.api.finance.books;

import java.util.List;
import java.util.Optional;
import org.planledger.core.store.Bytes;

/// Goes through what is chained by hashes, and finds the first link that is not as it was written.
final class BookChain {

  private static final int READ_AT_ONCE = 1000;

  private final Anchored what;
  private final KeptAnchors anchors;
  private final Pages pages;

  BookChain(Anchored what, KeptAnchors anchors, Pages pages) {
    this.what = what;
    this.anchors = anchors;
    this.pages = pages;
  }

  /// One link.
  interface Link {

    long number();

    Bytes hash();

    /// What its hash has to be behind this one.
    Bytes hashAfter(Bytes previous);
  }

  /// Reads links after a number, in their order.
  interface Pages {
    List<? extends Link> after(long number, int limit);
  }

  /// What was found.
  ///
  /// @param looked the last link that is as it was written
  /// @param hash of that
  /// @param wrong what is wrong with the next one; none if there is none
  record Finding(long looked, Bytes hash, Optional<String> wrong) {}

  Finding check() {
    Bytes hash = BookHash.BEFORE_FIRST;
    long last = 0;
    for (; ; ) {
      var page = pages.after(last, READ_AT_ONCE);
      for (var link : page) {
        var wrong = wrong(link, last, hash);
        if (wrong.isPresent()) {
          return new Finding(last, hash, wrong);
        }
        hash = link.hash();
        last = link.number();
      }
      if (page.size() < READ_AT_ONCE) {
        boolean gone = anchors.last(what) > last;
        return new Finding(
            last,
            hash,
            gone
                ? Optional.of("the ledger's log knows %s that is gone".formatted(oneOf()))
                : Optional.empty());
      }
    }
  }

  private Optional<String> wrong(Link link, long last, Bytes hash) {
    if (link.number() != last + 1) {
      return Optional.of("%s %d is missing".formatted(name(), last + 1));
    }
    if (!link.hashAfter(hash).equals(link.hash())) {
      return Optional.of("the %s is not what its hash was made of".formatted(name()));
    }
    return anchors.has(what, link.number(), link.hash())
        ? Optional.empty()
        : Optional.of("the ledger's log has another hash of it, or none");
  }

  private String name() {
    return switch (what) {
      case ENTRY -> "entry";
      case REFUSAL -> "refusal";
    };
  }

  private String oneOf() {
    return switch (what) {
      case ENTRY -> "an entry";
      case REFUSAL -> "a refusal";
    };
  }
}
