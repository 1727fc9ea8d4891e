package org.planledger.api.finance.books;

import java.time.Instant;
import org.planledger.core.finance.book.FinanceEvent;
import org.planledger.core.store.Bytes;

/// An event of the books as it is stored.
///
/// @param number its place, from 1 and without gaps
/// @param client through which client it came; its keys are its own
/// @param fingerprint by what a repeat of the request is known
/// @param hash SHA-256 of the hash of the entry before and of this one
public record BookEntry(
    long number,
    String client,
    String key,
    Bytes fingerprint,
    String actor,
    Instant recordedAt,
    FinanceEvent event,
    Bytes hash) {}
