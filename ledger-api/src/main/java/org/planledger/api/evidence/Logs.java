package org.planledger.api.evidence;

import java.util.Locale;
import java.util.Optional;
import org.planledger.core.store.sealing.LogName;

/// The names of the logs in addresses and answers.
final class Logs {
  static final String FORM = "events|attempts|reads";
  static final String IN_WORDS = "one of events, attempts and reads";
  static final int LONGEST = 8;

  private Logs() {}

  static LogName named(Optional<String> name) {
    return name.map(text -> LogName.valueOf(text.toUpperCase(Locale.ROOT))).orElse(LogName.EVENTS);
  }

  static String name(LogName log) {
    return log.name().toLowerCase(Locale.ROOT);
  }
}
