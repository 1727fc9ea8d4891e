package org.planledger.api.finance.books;

import org.planledger.core.store.ReadKind;

/// What of the books has its hashes in the ledger's third log.
enum Anchored {
  /// What was done.
  ENTRY(ReadKind.BOOK_ENTRY, "books/"),
  /// What was refused.
  REFUSAL(ReadKind.BOOK_REFUSAL, "book-refusals/");

  private final ReadKind kind;
  private final String prefix;

  Anchored(ReadKind kind, String prefix) {
    this.kind = kind;
    this.prefix = prefix;
  }

  ReadKind kind() {
    return kind;
  }

  /// How one of a number is called there.
  String subject(long number) {
    return prefix + number;
  }

  /// What finds all of them there.
  String all() {
    return prefix + '%';
  }

  /// Whose subject this is.
  long number(String subject) {
    return Long.parseLong(subject.substring(prefix.length()));
  }
}
