package org.planledger.api.configuration;

import java.util.Locale;
import org.planledger.core.store.LedgerEvents;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What the ledger holds, in a few words.
final class Holdings {

  /// Up to here the plans are counted one by one in a moment; nobody waits for more.
  private static final long COUNTED_EVENTS = 200_000;

  private final LedgerEvents events;
  private final JdbcClient jdbc;

  Holdings(LedgerEvents events, JdbcClient jdbc) {
    this.events = events;
    this.jdbc = jdbc;
  }

  String words() {
    long position = events.head();
    return position <= COUNTED_EVENTS ? counted(plans(), "plan") : counted(position, "event");
  }

  private static String counted(long number, String what) {
    return String.format(Locale.ROOT, number == 1 ? "%,d %s" : "%,d %ss", number, what);
  }

  private long plans() {
    return jdbc.sql("select count(*) from ledger_event where stream_type = 'PLAN' and sequence = 0")
        .query(Long.class)
        .single();
  }
}
