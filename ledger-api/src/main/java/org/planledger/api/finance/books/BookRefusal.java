package org.planledger.api.finance.books;

import java.time.Instant;
import org.planledger.core.finance.book.Verdict;
import org.planledger.core.json.LedgerJson;
import org.planledger.core.json.StoredType;
import org.planledger.core.store.Bytes;

/// Something that the books have refused, as it is stored.
///
/// @param number its place, from 1 and without gaps
/// @param wish who wanted it, under which key, and by what a repeat of the request is known
/// @param type under which name the command is stored
/// @param command what was wanted, as JSON
/// @param grounds why it was not done, as JSON
/// @param hash SHA-256 of the hash of the refusal before and of this one
record BookRefusal(
    long number,
    Books.Wish wish,
    Instant recordedAt,
    StoredType type,
    Bytes command,
    Bytes grounds,
    Bytes hash)
    implements BookChain.Link {

  /// The same behind another one, with the hash that follows.
  BookRefusal behind(Bytes previous) {
    return new BookRefusal(number, wish, recordedAt, type, command, grounds, hashAfter(previous));
  }

  @Override
  public Bytes hashAfter(Bytes previous) {
    return BookHash.of(previous, this);
  }

  Verdict.Refused verdict() {
    return LedgerJson.read(grounds.toArray(), Verdict.Refused.class);
  }
}
